"""A step in the list of its path: its mark, its words, and whether it is done or the person is there."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from tpe_guide.guide.model import Step
from tpe_guide.i18n import _
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.today.step_mark import State, paint_mark

HEIGHT, MARK, GAP, SIDE, ARROW = 84, 40, 20, 22, 24


class StepRow(Pressable):
    """The whole row is the button."""

    def __init__(self, theme: Theme, step: Step, number: int, state: State) -> None:
        super().__init__(theme, step.title, "h3", across=QSizePolicy.Policy.Expanding)
        self._line, self._number, self._state = step.line, number, state
        self._said = {"done": _("Seen"), "here": _("You are here"), "later": ""}[state]
        self.setObjectName(f"step-{number}")
        name = _("Step {number}: {title}").format(number=number, title=step.title)
        self.setAccessibleName(_("{step}. {state}").format(step=name, state=self._said) if self._said else name)
        self.setAccessibleDescription(step.line)

    def sizeHint(self) -> QSize:
        """As wide as the design's list."""
        width = self._theme.px(600)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as its longest word, below which nothing else stands."""
        least = max(text.longest_word for text, __ in self._lines(0))
        return QSize(least + 2 * self._theme.px(SIDE), self._theme.px(HEIGHT))

    def heightForWidth(self, width: int) -> int:
        """As designed, and more where the words need it."""
        return max(self._theme.px(HEIGHT), self._words_height(width) + self._theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Card, mark, words, arrow."""
        theme, px, painter = self._theme, self._theme.px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here, active = self._state == "here", self.underMouse() or self.isDown()
        line = 3.0 if here else theme.border(1.5 if active else 1.0)
        painter.setPen(QPen(theme.color("teal" if active else "ink" if here else "line2"), line))
        painter.setBrush(theme.color("teal-tint" if self.isDown() else "straw100" if here else "card"))
        inset = line / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), px(16), px(16))
        middle = self.height() // 2
        if self._shows_mark(self.width()):
            mark = QRect(px(SIDE), middle - px(MARK) // 2, px(MARK), px(MARK))
            paint_mark(painter, theme, self._mirrored(mark), self._state, self._number)
        self._paint_words(painter)
        right = self.width() - px(SIDE)
        if self._shows_mark(self.width()):
            arrow = self._mirrored(QRect(right - px(ARROW), middle - px(ARROW) // 2, px(ARROW), px(ARROW)))
            draw_icon(painter, "arrow-left" if self._reads_left else "arrow-right", QRectF(arrow), theme.color("teal"))
        if self._said and self._said_beside(self.width()):
            self._paint_said(painter, right - px(ARROW + GAP))

    def _paint_words(self, painter: QPainter) -> None:
        width = self.width()
        left, room = self._left(width), self._room(width)
        top = (self.height() - self._words_height(width)) // 2
        for text, color in self._lines(width):
            height = text.height_in(room)
            painter.setPen(self._theme.color(color))
            text.paint(painter, self._mirrored(QRect(left, top, room, height)), self._start)
            top += height

    def _paint_said(self, painter: QPainter, right: int) -> None:
        """“You are here” in a pill of its own, “Done” in plain words."""
        theme, px = self._theme, self._theme.px
        words = self._said_words()
        wide, high = self._said_width(), words.line_height + px(10)
        place = self._mirrored(QRect(right - wide, (self.height() - high) // 2, wide, high))
        if self._state == "here":
            painter.setPen(QPen(theme.color("ink"), 1.5))
            painter.setBrush(theme.color("card"))
            painter.drawRoundedRect(QRectF(place), high / 2, high / 2)
        painter.setPen(theme.color("ink" if self._state == "here" else "ink2"))
        painter.setFont(words.font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words.words)

    def _lines(self, width: int) -> list[tuple[FittedText, str]]:
        font = self._theme.font
        lines = [(FittedText(self.text(), font("h3")), "ink"), (FittedText(self._line, font("small")), "ink2")]
        if self._said and not self._said_beside(width):
            lines.append((self._said_words(), "ink"))
        return lines

    def _words_height(self, width: int) -> int:
        return sum(text.height_in(self._room(width)) for text, __ in self._lines(width))

    def _said_words(self) -> FittedText:
        return FittedText(self._said, self._theme.font("floor-strong" if self._state == "here" else "small"))

    def _said_width(self) -> int:
        return self._said_words().width + self._theme.px(28 if self._state == "here" else 4)

    def _said_beside(self, width: int) -> bool:
        return width >= self._theme.px(540)

    def _shows_mark(self, width: int) -> bool:
        return width >= self._theme.px(280)

    def _left(self, width: int) -> int:
        return self._theme.px(SIDE + MARK + GAP if self._shows_mark(width) else SIDE)

    def _room(self, width: int) -> int:
        right = self._theme.px(SIDE + ARROW + 12 if self._shows_mark(width) else SIDE)
        if self._said and self._said_beside(width):
            right += self._said_width() + self._theme.px(GAP)
        return max(1, width - self._left(width) - right)

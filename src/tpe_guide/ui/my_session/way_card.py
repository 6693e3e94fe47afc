"""A way to what helps with a session: a drawing, what it is called, a line about it, an arrow."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.navigation import Locator
from tpe_guide.ui.kit.art import ours, paint_art
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import Theme

_LEAST, _DRAWING, _PAD, _ARROW = 104, 72, 22, 26
_DRAWN_FROM = 300


class WayCard(Pressable):
    """The whole card is pressed, and leads to *leads_to*."""

    def __init__(
        self, theme: Theme, title: str, line: str, drawing: str, leads_to: Locator, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, title, "title", across=QSizePolicy.Policy.Ignored, parent=parent)
        self.leads_to = leads_to
        self._line = FittedText(line, theme.font("small"))
        self._art = ours(drawing)
        self.setAccessibleDescription(line)

    def sizeHint(self) -> QSize:
        """As in a column beside the list."""
        width = self._theme.px(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Without its drawing; longer words shrink."""
        return QSize(self._theme.px(2 * _PAD + _ARROW + 60), self._theme.px(64))

    def heightForWidth(self, width: int) -> int:
        """Grows as the words wrap."""
        least = self._theme.px(_LEAST if self._is_drawn(width) else 64)
        return max(least, self._words_height(width) + self._theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Card, drawing, words, arrow."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hover = self.underMouse() or self.isDown()
        width = theme.border(1.5 if hover else 1)
        painter.setPen(QPen(theme.color("teal" if hover else "line2"), width))
        painter.setBrush(theme.color("teal-tint" if hover else "card"))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), theme.px(18), theme.px(18))
        if self._is_drawn(self.width()):
            side = theme.px(_DRAWING)
            place = self._mirrored(QRect(theme.px(_PAD), (self.height() - side) // 2, side, side))
            paint_art(painter, self._art, QRectF(place), theme)
        self._paint_words(painter)
        size = theme.px(_ARROW)
        end = self._mirrored(QRect(self.width() - theme.px(_PAD) - size, (self.height() - size) // 2, size, size))
        draw_icon(painter, "arrow-left" if self._reads_left else "arrow-right", QRectF(end), theme.color("teal"))

    def _paint_words(self, painter: QPainter) -> None:
        theme, room, left = self._theme, self._room(self.width()), self._left(self.width())
        title, line = self._title(room), self._line.shrunk_to(room)
        height, top = title.height_in(room), (self.height() - self._words_height(self.width())) // 2
        painter.setPen(theme.color("ink"))
        title.paint(painter, self._mirrored(QRect(left, top, room, height)), self._start)
        painter.setPen(theme.color("ink2"))
        below = QRect(left, top + height + theme.px(2), room, line.height_in(room))
        line.paint(painter, self._mirrored(below), self._start)

    def _is_drawn(self, width: int) -> bool:
        return width >= self._theme.px(_DRAWN_FROM)

    def _title(self, room: int) -> FittedText:
        return FittedText(self.text(), self.font()).shrunk_to(room)

    def _words_height(self, width: int) -> int:
        room = self._room(width)
        return self._title(room).height_in(room) + self._theme.px(2) + self._line.shrunk_to(room).height_in(room)

    def _left(self, width: int) -> int:
        return self._theme.px(_PAD + _DRAWING + 14 if self._is_drawn(width) else _PAD)

    def _room(self, width: int) -> int:
        return max(1, width - self._left(width) - self._theme.px(_ARROW + _PAD + 8))

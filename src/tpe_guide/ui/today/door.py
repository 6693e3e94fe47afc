"""A door of Today: it stands tall with its drawing on top, or lies flat with the drawing beside its words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.ui.kit.art import ours, paint_art
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.layouts import higher_when_narrow
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import Theme, Type

_TITLE = Type(26, 1.25, 700)
TALL, ART, FLAT, LOW = 330, 132, 128, 104
"""px at 100 %: a tall door and the drawing on top of it; a flat one beside others, and below them."""
_ART_BESIDE_FROM = 300
"""px at 100 %: in less, the words beside the drawing would be squeezed into a narrow column."""


class TodayDoor(Pressable):
    """The whole card is the button. *line* says what lies behind it, *count* how much that is."""

    def __init__(
        self, theme: Theme, title: str, line: str, count: str, drawing: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, title, "h3", parent=parent)
        self._line, self._count = line, count
        self._is_tall, self._shows_line = False, True
        self._art = ours(drawing)
        self.setObjectName(drawing)
        self.setAccessibleDescription(f"{line} {count}".strip())
        self.setSizePolicy(higher_when_narrow(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred))

    def set_shape(self, *, tall: bool, line: bool) -> None:
        """Stand *tall* or lie flat; with the *line* about it, or only with the count."""
        if (tall, line) != (self._is_tall, self._shows_line):
            self._is_tall, self._shows_line = tall, line
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """A third of the page."""
        width = self._theme.px(380)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow, with its words wrapped and its drawing gone."""
        least = FittedText(self.text(), self.font()).longest_word + 2 * self._margin()
        return QSize(least, self._theme.px(LOW))

    def heightForWidth(self, width: int) -> int:
        """As designed, and more where the words need it."""
        px = self._theme.px
        words = self._words_height(self._room(width))
        if self._is_tall:
            return max(px(TALL), px(ART + 18) + words + px(14 + 44 + 16))
        return max(px(FLAT if self._shows_drawing(width) else LOW), words + px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Card, drawing, words, arrow."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        active = self.underMouse() or self.isDown()
        width = theme.border(1.5 if active else 1.0)
        inset, radius = width / 2, theme.px(18)
        card = QPainterPath()
        card.addRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.fillPath(card, theme.color("teal-tint" if self.isDown() else "card"))
        if self._is_tall:
            self._paint_tall(painter, card, width)
        else:
            self._paint_flat(painter)
        painter.strokePath(card, QPen(theme.color("teal" if active else "line2"), width))

    def _paint_tall(self, painter: QPainter, card: QPainterPath, line: float) -> None:
        theme, px = self._theme, self._theme.px
        panel = QPainterPath()
        panel.addRect(QRectF(0, 0, self.width(), px(ART)))
        painter.fillPath(card.intersected(panel), theme.color("straw50"))
        painter.setPen(QPen(theme.color("line"), line))
        painter.drawLine(QPointF(0, px(ART)), QPointF(self.width(), px(ART)))
        side = px(104)
        paint_art(painter, self._art, QRectF((self.width() - side) / 2, (px(ART) - side) / 2, side, side), theme)
        self._paint_words(painter, self._margin(), px(ART + 18), self._room(self.width()))
        size, bottom = px(44), self.height() - px(16)
        if self._count:
            count = FittedText(self._count, theme.font("small-strong"))
            painter.setPen(theme.color("teal"))
            place = QRect(self._margin(), bottom - (size + count.line_height) // 2, count.width + 2, count.line_height)
            count.paint(painter, self._mirrored(place), self._start)
        circle = self._mirrored(QRect(self.width() - self._margin() - size, bottom - size, size, size))
        painter.setPen(QPen(theme.color("teal"), 2))
        painter.setBrush(theme.color("card"))
        painter.drawEllipse(QRectF(circle).adjusted(1, 1, -1, -1))
        self._paint_arrow(painter, circle.center().x() + 1, circle.center().y() + 1)

    def _paint_flat(self, painter: QPainter) -> None:
        px, width = self._theme.px, self.width()
        if self._shows_drawing(width):
            side = px(72)
            place = QRect(self._margin(), (self.height() - side) // 2, side, side)
            paint_art(painter, self._art, QRectF(self._mirrored(place)), self._theme)
        room = self._room(width)
        self._paint_words(painter, self._left(width), (self.height() - self._words_height(room)) // 2, room)
        if self._shows_arrow(width):
            middle = width - px(20 + 12)
            self._paint_arrow(painter, width - middle if self._reads_left else middle, self.height() // 2)

    def _paint_words(self, painter: QPainter, left: int, top: int, room: int) -> None:
        for text, color in self._lines():
            height = text.height_in(room)
            painter.setPen(self._theme.color(color))
            text.paint(painter, self._mirrored(QRect(left, top, room, height)), self._start)
            top += height + self._theme.px(4)

    def _paint_arrow(self, painter: QPainter, x: int, y: int) -> None:
        size = self._theme.px(24)
        place = QRectF(x - size // 2, y - size // 2, size, size)
        draw_icon(painter, "arrow-left" if self._reads_left else "arrow-right", place, self._theme.color("teal"))

    def _lines(self) -> list[tuple[FittedText, str]]:
        font = self._theme.font
        lines = [(FittedText(self.text(), font(_TITLE if self._is_tall else "h3")), "ink")]
        if self._shows_line:
            lines.append((FittedText(self._line, font("small")), "ink2"))
        if self._count and not self._is_tall:
            lines.append((FittedText(self._count, font("small")), "ink2"))
        return lines

    def _words_height(self, room: int) -> int:
        return sum(text.height_in(room) + self._theme.px(4) for text, __ in self._lines()) - self._theme.px(4)

    def _margin(self) -> int:
        return self._theme.px(22 if self._is_tall else 20)

    def _shows_drawing(self, width: int) -> bool:
        return width >= self._theme.px(_ART_BESIDE_FROM)

    def _shows_arrow(self, width: int) -> bool:
        return width >= self._theme.px(200)

    def _left(self, width: int) -> int:
        return self._margin() + (self._theme.px(72 + 18) if self._shows_drawing(width) and not self._is_tall else 0)

    def _room(self, width: int) -> int:
        arrow = self._theme.px(24 + 12) if self._shows_arrow(width) and not self._is_tall else 0
        return max(1, width - self._left(width) - self._margin() - arrow)

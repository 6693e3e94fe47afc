"""The way to one picture: a drawing, a name, a line about what is to be seen, and an arrow."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.ui.kit.art import ours, paint_art
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.layouts import higher_when_narrow
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import Theme


class PictureDoor(Pressable):
    """The whole card is the button."""

    def __init__(self, theme: Theme, title: str, line: str, drawing: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, "h2", parent=parent)
        self._words = FittedText(title, theme.font("h2"))
        self._line = FittedText(line, theme.font("body"))
        self._drawing = ours(drawing)
        self.setAccessibleName(title.replace("\n", " "))
        self.setAccessibleDescription(line)
        self.setSizePolicy(higher_when_narrow(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred))

    def sizeHint(self) -> QSize:
        """As designed: 608 × 204 at 100 %."""
        width = self._theme.px(560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow, with its words wrapped and its drawing gone."""
        return QSize(self._theme.px(150), self._theme.px(120))

    def heightForWidth(self, width: int) -> int:
        """204 px at 100 %, more when the words need more lines, less when narrow."""
        least = self._theme.px(204 if self._is_roomy(width) else 112)
        return max(least, self._words_height(width) + self._theme.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Card, drawing, words, arrow."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pressed, hover = self.isDown(), self.underMouse()
        width = theme.border(1.5 if hover or pressed else 1.0)
        inset = width / 2
        card = QPainterPath()
        card.addRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), theme.px(18), theme.px(18))
        painter.fillPath(card, theme.color("teal-tint" if pressed else "card"))
        if self._shows_drawing(self.width()):
            self._paint_drawing(painter, card, width)
        painter.strokePath(card, QPen(theme.color("teal" if hover or pressed else "line2"), width))
        self._paint_words(painter)
        if self._is_roomy(self.width()):
            self._paint_arrow(painter)

    def _paint_drawing(self, painter: QPainter, card: QPainterPath, line: float) -> None:
        theme = self._theme
        room = self._mirrored(QRect(0, 0, self._panel_width(self.width()), self.height()))
        panel = QPainterPath()
        panel.addRect(QRectF(room))
        painter.fillPath(card.intersected(panel), theme.color("straw50"))
        edge = room.left() if self._reads_left else room.left() + room.width()
        painter.setPen(QPen(theme.color("line"), line))
        painter.drawLine(QPointF(edge, 0), QPointF(edge, self.height()))
        side = theme.px(120 if self._is_roomy(self.width()) else 92)
        left = (room.width() - side) // 2 + theme.px(4)
        place = QRectF(self._mirrored(QRect(left, (self.height() - side) // 2, side, side)))
        paint_art(painter, self._drawing, place, theme)

    def _paint_words(self, painter: QPainter) -> None:
        theme = self._theme
        left, room = self._words_left(self.width()), self._words_room(self.width())
        title_height = self._words.height_in(room)
        top = (self.height() - self._words_height(self.width())) // 2
        painter.setPen(theme.color("ink"))
        self._words.paint(painter, self._mirrored(QRect(left, top, room, title_height)))
        painter.setPen(theme.color("ink2"))
        below = top + title_height + theme.px(8)
        self._line.paint(painter, self._mirrored(QRect(left, below, room, self._line.height_in(room))))

    def _paint_arrow(self, painter: QPainter) -> None:
        theme = self._theme
        size, icon = theme.px(52), theme.px(28)
        place = self._mirrored(QRect(self.width() - theme.px(24) - size, (self.height() - size) // 2, size, size))
        painter.setPen(QPen(theme.color("teal"), 2))
        painter.setBrush(theme.color("card"))
        painter.drawEllipse(QRectF(place).adjusted(1, 1, -1, -1))
        inset = (size - icon) // 2
        inside = QRectF(place.adjusted(inset, inset, -inset, -inset))
        draw_icon(painter, "arrow-left" if self._reads_left else "arrow-right", inside, theme.color("teal"))

    def _shows_drawing(self, width: int) -> bool:
        return width >= self._theme.px(400)

    def _is_roomy(self, width: int) -> bool:
        return width >= self._theme.px(540)

    def _panel_width(self, width: int) -> int:
        return self._theme.px(176 if self._is_roomy(width) else 124)

    def _words_left(self, width: int) -> int:
        gap = self._theme.px(28 if self._is_roomy(width) else 20)
        return gap + (self._panel_width(width) if self._shows_drawing(width) else 0)

    def _words_room(self, width: int) -> int:
        right = self._theme.px(24 + 52 + 20 if self._is_roomy(width) else 16)
        return max(1, width - self._words_left(width) - right)

    def _words_height(self, width: int) -> int:
        room = self._words_room(width)
        return self._words.height_in(room) + self._theme.px(8) + self._line.height_in(room)

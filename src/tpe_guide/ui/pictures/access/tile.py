"""One of the ways in, to look at: a small figure with a dot where it is, its name, and whether it is yours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.choice import paint_choice
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import Theme

_FIGURE = 40
"""px at 100 %: a figure is drawn in a square of so many units."""
_SIDE, _GAP, _TICK = 12, 10, 22
_DOTS = {
    "arm-veins": ((8.5, 29.0), (31.5, 29.0)),
    "single-needle": ((31.5, 29.0),),
    "neck-line": ((23.0, 14.5),),
    "chest-line": ((24.0, 21.0),),
    "groin-line": ((23.5, 37.0),),
}


class Tile(Pressable):
    """One of a group of which one is picked: the arrow keys move between them. Picked: straw and a thick ink edge."""

    def __init__(self, theme: Theme, access: str, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, across=QSizePolicy.Policy.Expanding, parent=parent)
        self._hint = hint
        self._mine = False
        self.access = access
        self.setObjectName(f"access-{access}")
        self.setCheckable(True)
        self.set_mine(False)

    def set_mine(self, mine: bool) -> None:
        """Whether the person said that they have this one."""
        self._mine = mine
        self.setAccessibleDescription(self._second)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Words on two lines."""
        return QSize(self._theme.px(220), self._least)

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        longest = FittedText(f"{self.text()} {self._second}", self.font()).longest_word
        return QSize(self._words_left + longest + self._theme.px(_SIDE), self._least)

    def heightForWidth(self, width: int) -> int:
        """Grows as the words wrap."""
        return max(self._least, self._words_height(width) + self._theme.px(2 * 6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill, edge, figure, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_choice(painter, self, self._theme)
        self._paint_words(painter)
        side = self._theme.px(_FIGURE)
        left = self.width() - self._theme.px(_SIDE) - side if self._reads_left else self._theme.px(_SIDE)
        painter.translate(left, (self.height() - side) / 2)
        painter.scale(side / _FIGURE, side / _FIGURE)
        if self.access in _DOTS:
            self._paint_figure(painter)
        else:
            color = self._theme.color("ink")
            painter.resetTransform()
            place = QRectF(left + side * 0.1, (self.height() - side * 0.8) / 2, side * 0.8, side * 0.8)
            draw_icon(painter, "circle-question-mark", place, color)

    def _paint_words(self, painter: QPainter) -> None:
        theme, width = self._theme, self.width()
        room = self._room(width)
        top = (self.height() - self._words_height(width)) // 2
        left = theme.px(_SIDE) if self._reads_left else self._words_left
        name = self._name.height_in(room)
        painter.setPen(theme.color("ink"))
        self._name.paint(painter, QRect(left, top, room, name))
        if self._mine:
            size = theme.px(18)
            middle = top + name + QFontMetrics(theme.font("floor")).height() / 2
            at = left + room - size if self._reads_left else left
            draw_icon(painter, "check", QRectF(at, middle - size / 2, size, size), theme.color("ink"), line=2.8)
            shift = theme.px(_TICK)
            left, room = (left if self._reads_left else left + shift), room - shift
        painter.setPen(theme.color("ink" if self._mine else "ink2"))
        second = FittedText(self._second, theme.font("floor-strong" if self._mine else "floor"))
        second.paint(painter, QRect(left, top + name, room, self.height()))

    def _paint_figure(self, painter: QPainter) -> None:
        """Head, shoulders, arms, hips; dots where the needles or the line are."""
        theme = self._theme
        pen = QPen(theme.color("ink"), 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(theme.color("body"))
        painter.drawPath(_figure())
        painter.drawEllipse(QPointF(20, 6.5), 5.2, 5.6)
        painter.setPen(QPen(theme.color("ink"), 1.8))
        painter.setBrush(theme.color("straw"))
        for x, y in _DOTS[self.access]:
            painter.drawEllipse(QPointF(x, y), 4.4, 4.4)

    @property
    def _least(self) -> int:
        return self._theme.px(max(64, self._theme.finger))

    @property
    def _second(self) -> str:
        return _("Yours") if self._mine else self._hint

    @property
    def _name(self) -> FittedText:
        return FittedText(self.text(), self.font())

    @property
    def _words_left(self) -> int:
        return self._theme.px(_SIDE + _FIGURE + _GAP)

    def _room(self, width: int) -> int:
        return max(1, width - self._words_left - self._theme.px(_SIDE))

    def _words_height(self, width: int) -> int:
        room = self._room(width)
        second = room - (self._theme.px(_TICK) if self._mine else 0)
        return self._name.height_in(room) + FittedText(self._second, self._theme.font("floor")).height_in(second)


def _figure() -> QPainterPath:
    """A body without its head, in a square of ``_FIGURE`` units."""
    made = QPainterPath(QPointF(17.5, 15))
    made.cubicTo(12, 16, 10, 17, 9, 22)
    made.lineTo(4.5, 36)
    made.lineTo(9.5, 37.5)
    made.lineTo(13, 26)
    made.lineTo(12.5, 40)
    made.lineTo(27.5, 40)
    made.lineTo(27, 26)
    made.lineTo(30.5, 37.5)
    made.lineTo(35.5, 36)
    made.lineTo(31, 22)
    made.cubicTo(30, 17, 28, 16, 22.5, 15)
    made.closeSubpath()
    return made

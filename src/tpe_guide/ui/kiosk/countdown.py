"""The ring that empties while *Still there?* waits: a number, a ring and a sentence, one step a second."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tpe_guide.i18n import _n
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.theme import Theme, make_font

_SPOKEN_AT = (30, 10)
"""Often enough to know, seldom enough not to nag."""

# Lengths in units of the drawing, whose ring is 564 across.
_OUTER, _INNER, _EDGE = 280.0, 220.0, 4.0


class Countdown(QWidget):
    """*seconds_left* of *whole* seconds. Draws itself as large as its shorter side."""

    def __init__(self, theme: Theme, whole: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._whole = whole
        self._left = whole

    @property
    def seconds_left(self) -> int:
        """The number that is shown."""
        return self._left

    def show_seconds(self, left: int) -> None:
        """Show *left*, and tell a screen reader now and then."""
        self._left = left
        self.setAccessibleName(f"{left} {self._unit()}")
        if left in _SPOKEN_AT:
            announce(self, self.accessibleName())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ring, ticks, number, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(side / (2 * _OUTER + _EDGE), side / (2 * _OUTER + _EDGE))
        self._paint_ring(painter)
        self._paint_ticks(painter)
        self._paint_words(painter)

    def _paint_ring(self, painter: QPainter) -> None:
        ink = QPen(self._theme.color("ink"), _EDGE)
        painter.setPen(ink)
        painter.setBrush(self._theme.color("card"))
        painter.drawEllipse(QPointF(0, 0), _OUTER, _OUTER)
        painter.setBrush(self._theme.color("straw"))
        painter.drawPath(self._what_is_left())
        painter.setBrush(self._theme.color("card"))
        painter.drawEllipse(QPointF(0, 0), _INNER, _INNER)

    def _what_is_left(self) -> QPainterPath:
        """A slice from 12 o'clock, clockwise; the middle is painted over."""
        box = QRectF(-_OUTER, -_OUTER, 2 * _OUTER, 2 * _OUTER)
        share = self._left / self._whole
        path = QPainterPath()
        if share >= 1:
            path.addEllipse(box)
        else:
            path.moveTo(0, 0)
            path.arcTo(box, 90, -360 * share)
            path.closeSubpath()
        return path

    def _paint_ticks(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._theme.color("line2"), 3))
        for __ in range(self._whole):
            painter.drawLine(QPointF(0, -206), QPointF(0, -194))
            painter.rotate(360 / self._whole)

    def _paint_words(self, painter: QPainter) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self._theme.color("ink"))
        painter.setFont(make_font(190, 700))
        painter.drawText(QRectF(-_INNER, -130, 2 * _INNER, 220), middle, str(self._left))
        painter.setPen(self._theme.color("ink2"))
        painter.setFont(make_font(40))
        painter.drawText(QRectF(-_INNER, 62, 2 * _INNER, 60), middle, self._unit())

    def _unit(self) -> str:
        return _n("second left", "seconds left", self._left)

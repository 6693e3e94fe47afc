"""The drawing of the kiosk: a round vessel of settled blood, straw-coloured plasma above, red cells below."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.theme import Theme

# All lengths in units of the drawing, which is 700 × 700.
_SIDE = 700.0
_CENTRE = QPointF(350, 350)
_RADIUS = 330.0
_CELL = 13.5
_FLOATING_CELLS = ((250, 400), (330, 372), (452, 404), (396, 318), (288, 300), (520, 392), (190, 396))
# x, y, degrees
_ANTIBODIES = (
    (180, 260, -20),
    (262, 170, 15),
    (352, 112, -8),
    (452, 170, 24),
    (548, 250, -14),
    (226, 330, 200),
    (470, 280, 160),
    (350, 236, 10),
    (590, 346, 30),
    (128, 352, -30),
)


class Vessel(QWidget):
    """Draws itself as large as its shorter side."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(
            _("A round vessel of settled blood: straw-coloured plasma on top, red blood cells below.")
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Plasma with its antibodies, the bed of cells, and the cells that still float."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        painter.translate((self.width() - side) / 2, (self.height() - side) / 2)
        # The rim, 3 units wide outside the circle, touches the edges of the widget.
        painter.scale(side / (2 * _RADIUS + 8), side / (2 * _RADIUS + 8))
        painter.translate(_RADIUS + 4 - _CENTRE.x(), _RADIUS + 4 - _CENTRE.y())
        self._paint_plasma(painter)
        self._paint_bed(painter)
        self._paint_cells(painter, "cell-on-straw", (QPointF(x, y) for x, y in _FLOATING_CELLS))
        self._paint_antibodies(painter)
        painter.setPen(QPen(self._theme.color("ink"), 6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(_CENTRE, _RADIUS, _RADIUS)

    def _paint_plasma(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("straw"))
        painter.drawEllipse(_CENTRE, _RADIUS, _RADIUS)

    def _paint_bed(self, painter: QPainter) -> None:
        round_vessel = QPainterPath()
        round_vessel.addEllipse(_CENTRE, _RADIUS, _RADIUS)
        painter.save()
        painter.setClipPath(round_vessel)
        bed = QPainterPath(_surface())
        bed.lineTo(_SIDE, _SIDE)
        bed.lineTo(0, _SIDE)
        painter.fillPath(bed, self._theme.color("cellbed"))
        self._paint_cells(painter, "cell", _packed_cells())
        # In high contrast ink is white, and so is the bed: only black parts it from the straw.
        line = "on-straw" if self._theme.is_contrast else "ink"
        painter.strokePath(_surface(), QPen(self._theme.color(line), 4))
        painter.restore()

    def _paint_cells(self, painter: QPainter, token: str, places: Iterator[QPointF]) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(token))
        for place in places:
            painter.drawEllipse(place, _CELL, _CELL)

    def _paint_antibodies(self, painter: QPainter) -> None:
        shape = QPainterPath(QPointF(0, 18))
        shape.lineTo(0, 0)
        shape.lineTo(-13, -15)
        shape.moveTo(0, 0)
        shape.lineTo(13, -15)
        pen = QPen(self._theme.color("antibody"), 6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        for x, y, degrees in _ANTIBODIES:
            painter.save()
            painter.translate(x, y)
            painter.rotate(degrees)
            painter.strokePath(shape, pen)
            painter.restore()


def _surface() -> QPainterPath:
    """The gentle wave between plasma and cells."""
    path = QPainterPath(QPointF(0, 440))
    for x in range(20, int(_SIDE) + 1, 20):
        path.lineTo(x, 440 + 10 * sin(x / 88))
    return path


def _packed_cells() -> Iterator[QPointF]:
    """Cells lying as close as they can, every second row moved by half a step."""
    for row in range(8):
        y = 470 + 28.6 * row
        for step in range(20):
            x = 23 + 33 * step + 16.5 * (row % 2)
            if hypot(x - _CENTRE.x(), y - _CENTRE.y()) < _RADIUS + _CELL:
                yield QPointF(x, y)

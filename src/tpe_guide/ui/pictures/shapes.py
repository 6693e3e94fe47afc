"""Paints the shapes of a drawing with Qt."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from tpe_guide.pictures.drawing.path import Path
from tpe_guide.pictures.drawing.shapes import Shape
from tpe_guide.ui.kit.theme import Theme


@lru_cache(maxsize=512)
def painter_path(line: Path) -> QPainterPath:
    """*line* as Qt has it."""
    made = QPainterPath()
    for kind, points in line:
        match kind, [QPointF(x, y) for x, y in points]:
            case "M", [point]:
                made.moveTo(point)
            case "L", [point]:
                made.lineTo(point)
            case "C", [one, two, point]:
                made.cubicTo(one, two, point)
            case _:
                made.closeSubpath()
    return made


def paint_shapes(painter: QPainter, shapes: Iterable[Shape], theme: Theme) -> None:
    """Paint *shapes*, in units."""
    for shape in shapes:
        painter.setBrush(theme.color(shape.fill) if shape.fill else Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(shape, theme) if shape.stroke else QPen(Qt.PenStyle.NoPen))
        painter.drawPath(painter_path(shape.line))


def _pen(shape: Shape, theme: Theme) -> QPen:
    pen = QPen(theme.color(shape.stroke), shape.width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if shape.round else Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if shape.round else Qt.PenJoinStyle.MiterJoin)
    if shape.dashes[0]:
        pen.setDashPattern([length / shape.width for length in shape.dashes])
    return pen

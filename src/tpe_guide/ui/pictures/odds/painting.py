"""Paints the marks of an icon array: each kind once, then set side by side on whole px."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from tpe_guide.pictures.odds.array import Array, Layout
from tpe_guide.pictures.odds.marks import UNIT, mark
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.shapes import paint_shapes


def paint_mark(painter: QPainter, figure: str, kind: str, place: QRectF, theme: Theme) -> None:
    """One mark in the square *place*."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(place.width() / UNIT, place.width() / UNIT)
    paint_shapes(painter, mark(figure, kind), theme)
    painter.restore()


def place_of(layout: Layout, x: int, y: int, *, mirrored: bool) -> QRectF:
    """The square of the mark at (*x*, *y*), in px; *mirrored*: the first stands at the right."""
    side = layout.side
    return QRectF(layout.width - side - x if mirrored else x, y, side, side)


def picture_of(array: Array, figure: str, layout: Layout, theme: Theme, ratio: float, *, mirrored: bool) -> QPixmap:
    """All marks of *array*, on nothing, at device pixel ratio *ratio*."""
    whole = _clear(layout.width, layout.height, ratio)
    square = QRectF(0, 0, layout.side, layout.side)
    stamps: dict[str, QPixmap] = {}
    painter = QPainter(whole)
    for x, y, kind in layout.cells(array):
        if kind not in stamps:
            stamps[kind] = _stamp(figure, kind, square, theme, ratio)
        painter.drawPixmap(place_of(layout, x, y, mirrored=mirrored).topLeft(), stamps[kind])
    painter.end()
    return whole


def _stamp(figure: str, kind: str, square: QRectF, theme: Theme, ratio: float) -> QPixmap:
    pixmap = _clear(square.width(), square.height(), ratio)
    painter = QPainter(pixmap)
    paint_mark(painter, figure, kind, square, theme)
    painter.end()
    return pixmap


def _clear(width: float, height: float, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def paint_lines(painter: QPainter, array: Array, figure: str, layout: Layout, at: QPointF, theme: Theme) -> None:
    """All marks as lines rather than px, with their first corner *at*: for a printer."""
    for x, y, kind in layout.cells(array):
        place = place_of(layout, x, y, mirrored=False).translated(at)
        paint_mark(painter, figure, kind, place, theme)

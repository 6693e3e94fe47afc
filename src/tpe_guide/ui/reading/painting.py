"""Paints what lies about the words of a page: cards, icons in the indents, underlines and rings of links."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPalette, QPen, QPixmap

from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.cards import paint_card
from tpe_guide.ui.reading.document import Mark, PageDocument, Underline

_RING, _GAP = 3, 3
"""px: the keyboard's ring is so wide, and so far from what it is about."""
_REACH = _GAP + _RING / 2


def paint_beneath(painter: QPainter, document: PageDocument, dirty: QRectF) -> None:
    """Paint what *dirty* touches; it and *painter* are in px of the document."""
    geometry = document.geometry
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for rect, look in geometry.cards:
        if rect.intersects(dirty):
            paint_card(painter, rect, look)
    for rect, mark in geometry.marks:
        if rect.intersects(dirty):
            _paint_mark(painter, rect, mark)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    width = round(2 * document.theme.scale**0.5)
    for line in geometry.underlines:
        if dirty.top() <= line.start.y() + width and line.start.y() - width <= dirty.bottom():
            _paint_underline(painter, line, document.theme.color("teal"), width)


def paint_whole(pixmap: QPixmap, document: PageDocument, palette: QPalette) -> None:
    """Paint the beginning of *document*, words and all, as far as *pixmap* reaches."""
    pixmap.fill(palette.color(QPalette.ColorRole.Base))
    area = QRectF(QPointF(), pixmap.deviceIndependentSize())
    painter = QPainter(pixmap)
    paint_beneath(painter, document, area)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette = palette
    context.clip = area
    document.documentLayout().draw(painter, context)
    painter.end()


def paint_ring_around(painter: QPainter, rects: list[QRectF], theme: Theme) -> None:
    """The keyboard's ring around each of *rects*: the lines of a link."""
    _begin_ring(painter, theme)
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-_REACH, -_REACH, _REACH, _REACH), 6 + _GAP, 6 + _GAP)


def paint_ring_inside(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """The keyboard's ring at the inner edge of a view that has no link in sight."""
    _begin_ring(painter, theme)
    painter.drawRoundedRect(rect.adjusted(_REACH, _REACH, -_REACH, -_REACH), 12, 12)


def _begin_ring(painter: QPainter, theme: Theme) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("focus"), _RING))


def _paint_mark(painter: QPainter, rect: QRectF, mark: Mark) -> None:
    if mark.icon == "disc":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark.color)
        painter.drawEllipse(rect.center(), mark.rise * 0.48, mark.rise * 0.48)
        return
    # Icons are pixmaps: only whole px keep them sharp.
    corner = QPointF(round(rect.left()), round(rect.top()))
    draw_icon(painter, mark.icon, QRectF(corner, rect.size()), mark.color, line=mark.line)


def _paint_underline(painter: QPainter, line: Underline, color: QColor, width: int) -> None:
    pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if line.dotted:
        pen.setDashPattern([1, 1])
    painter.setPen(pen)
    start = QPointF(round(line.start.x()), round(line.start.y()))
    painter.drawLine(start, start + QPointF(round(line.length), 0))

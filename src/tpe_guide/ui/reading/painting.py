"""Paints what lies about the words of a page: cards, icons in the indents, underlines and rings of links."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPainterPath, QPalette, QPen

from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.cards import paint_card
from tpe_guide.ui.reading.document import Mark, PageDocument, Pill, Underline

_RING, _GAP = 3, 3
"""px: the keyboard's ring is so wide, and so far from what it is about."""
_HIGHEST_LINE = 72
"""px at 100 %: what is higher is no line of words."""
_REACH = _GAP + _RING / 2


def paint_page(
    painter: QPainter,
    document: PageDocument,
    dirty: QRectF,
    palette: QPalette,
    marked: Sequence[QAbstractTextDocumentLayout.Selection] = (),
    spoken: Sequence[QRectF] = (),
) -> None:
    """Paint what *dirty* touches, with the words *marked*, and what is being said on the lines *spoken*.

    All, and *painter*, are in px of the document.
    """
    painter.save()
    _paint_beneath(painter, document, dirty)
    for line in spoken:
        _paint_spoken(painter, line, document.theme)
    painter.restore()
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette = palette
    context.clip = dirty
    if marked:
        context.selections = [*marked]
    document.documentLayout().draw(painter, context)


def _paint_beneath(painter: QPainter, document: PageDocument, dirty: QRectF) -> None:
    """What lies below the words."""
    geometry = document.geometry
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for rect, look in geometry.cards:
        if rect.intersects(dirty):
            paint_card(painter, rect, look)
    for rect, pill in geometry.pills:
        if rect.intersects(dirty):
            _paint_pill(painter, rect, pill, document)
    for rect, mark in geometry.marks:
        if rect.intersects(dirty):
            _paint_mark(painter, rect, mark)
    opened = _opened_words(document)
    for rect in opened:
        _paint_opened(painter, rect, document.theme)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    width = round(2 * document.theme.scale**0.5)
    for line in geometry.underlines:
        is_dirty = dirty.top() <= line.start.y() + width and line.start.y() - width <= dirty.bottom()
        if is_dirty and not any(rect.contains(line.start) for rect in opened):
            _paint_underline(painter, line, document.theme.color("teal"), width)


def _paint_spoken(painter: QPainter, line: QRectF, theme: Theme) -> None:
    """A tint behind the words, and a line below them; about what is drawn, a line alone."""
    thick = max(3.0, 3 * theme.scale**0.5)
    if line.height() > theme.text_px(_HIGHEST_LINE):
        painter.setPen(QPen(theme.color("straw600"), thick))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(line.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2))
        return
    painter.fillRect(line, theme.color("straw100"))
    painter.fillRect(QRectF(line.left(), line.bottom() - thick, line.width(), thick), theme.color("straw600"))


def _opened_words(document: PageDocument) -> list[QRectF]:
    """The lines of the words that are explained just now; what is pressed as a whole shows it by itself."""
    if document.opened < 0 or document.anchors[document.opened].link.kind == "sources":
        return []
    return [rect.adjusted(-4, 0, 4, 0) for rect in document.geometry.links[document.opened]]


def _paint_opened(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """A tint behind the words, and a line below them."""
    path = QPainterPath()
    path.addRoundedRect(rect, 6, 6)
    painter.fillPath(path, theme.color("teal-tint"))
    line = max(3.0, 3 * theme.scale**0.5)
    painter.setClipPath(path)
    painter.fillRect(QRectF(rect.left(), rect.bottom() - line, rect.width(), line), theme.color("teal"))
    painter.setClipping(False)


def _paint_pill(painter: QPainter, rect: QRectF, pill: Pill, document: PageDocument) -> None:
    """The shape, and an arrow that says whether it is open, or that it leads elsewhere."""
    theme = document.theme
    width = theme.border(1.5)
    inset, radius = width / 2, pill.beyond + 13 * theme.scale
    painter.setPen(QPen(theme.color("line2"), width))
    painter.setBrush(theme.color("card"))
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
    icon = "chevron-up" if document.opened == pill.anchor else "chevron-down"
    if document.anchors[pill.anchor].link.kind == "place":
        icon = "chevron-right"
    left = rect.right() - pill.right + (pill.right - pill.icon) * 0.36
    place = QRectF(round(left), round(rect.center().y() - pill.icon / 2), pill.icon, pill.icon)
    draw_icon(painter, icon, place, theme.color("teal"), line=2 * theme.scale**0.5)


def paint_ring_around(painter: QPainter, rects: list[QRectF], theme: Theme) -> None:
    """The keyboard's ring around each of *rects*: the lines of a link."""
    _begin_ring(painter, theme)
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-_REACH, -_REACH, _REACH, _REACH), 6 + _GAP, 6 + _GAP)


def rect_of_ring(rect: QRectF) -> QRectF:
    """What the ring around *rect* may touch."""
    reach = _GAP + _RING + 1
    return rect.adjusted(-reach, -reach, reach, reach)


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

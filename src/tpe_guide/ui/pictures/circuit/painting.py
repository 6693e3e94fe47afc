"""Paints the shapes of a circuit with Qt."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from tpe_guide.pictures.circuit.shapes import ANTIBODY, ANTIBODY_LINE, Badge, Caption
from tpe_guide.pictures.circuit.tubes import Kind
from tpe_guide.pictures.drawing.path import Pose
from tpe_guide.ui.kit.theme import Theme, make_font
from tpe_guide.ui.pictures.shapes import painter_path

STRONG, PLAIN, HINT = (21, 700), (19, 600), (19, 400)
"""Size in units and weight of the words in the drawing."""
HINT_BELOW = 25.0
BADGE = 18.0
LIT_RIM = 6.0


def paint_floating(
    painter: QPainter, kind: Kind, places: Iterable[Pose], radius: float, color: str, theme: Theme
) -> None:
    """Paint what floats at *places*: dots, rings or small Ys."""
    pen = QPen(theme.color(color), ANTIBODY_LINE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    if kind == "antibody":
        glyph, usual = painter_path(ANTIBODY), painter.transform()
        for place in places:
            painter.setTransform(usual)
            painter.translate(place.x, place.y)
            painter.rotate(place.degrees - 90)
            painter.scale(0.8, 0.8)
            painter.strokePath(glyph, pen)
        painter.setTransform(usual)
        return
    # One call for all: round ends make dots of points.
    pen.setWidthF(2 * radius)
    painter.setPen(pen)
    painter.drawPoints(QPolygonF([QPointF(place.x, place.y) for place in places]))


def paint_badge(painter: QPainter, badge: Badge, theme: Theme, *, lit: bool, radius: float, pixels: float) -> None:
    """The number of a step in a circle of *radius* units, its digit *pixels* units high; *lit*: of this step."""
    middle = QPointF(badge.x, badge.y)
    painter.setPen(QPen(theme.color("ink"), 2))
    if lit:
        painter.setBrush(theme.color("straw"))
        painter.drawEllipse(middle, radius + LIT_RIM, radius + LIT_RIM)
    painter.setBrush(theme.color("ink" if lit else "card"))
    painter.drawEllipse(middle, radius, radius)
    painter.setPen(theme.color("card" if lit else "ink"))
    painter.setFont(make_font(round(pixels), 700))
    place = QRectF(badge.x - radius, badge.y - radius, 2 * radius, 2 * radius)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(badge.number))


def paint_caption(painter: QPainter, caption: Caption, words: str, hint: str, theme: Theme) -> None:
    """Words in the drawing, smaller where they are too long for their room, and their hint below."""
    size, weight = STRONG if caption.strong else PLAIN
    _paint_line(painter, caption, caption.y, words, (size, weight), "ink", theme)
    if hint and caption.hint:
        _paint_line(painter, caption, caption.y + HINT_BELOW, hint, HINT, "ink2", theme)


def _paint_line(
    painter: QPainter, caption: Caption, y: float, words: str, kind: tuple[int, int], color: str, theme: Theme
) -> None:
    size, weight = kind
    font = make_font(size, weight)
    wide = QFontMetricsF(font).horizontalAdvance(words)
    if wide > caption.room:
        font = make_font(int(size * caption.room / wide), weight)
        wide = QFontMetricsF(font).horizontalAdvance(words)
    painter.setFont(font)
    painter.setPen(theme.color(color))
    painter.drawText(QPointF(caption.x - wide if caption.to_left else caption.x, y), words)

"""The rounded cards that the view paints beneath the frames of a page."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen

from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.document import CardLook
from tpe_guide.ui.reading.measure import space

CardKind = Literal["short", "plain", "say", "note", "warning", "action"]

# kind: fill, edge, edge width, bar
_LOOKS: dict[CardKind, tuple[str, str, float, str]] = {
    "short": ("straw50", "line", 1, "straw"),
    "plain": ("card", "line", 1, ""),
    "say": ("teal-tint", "teal", 1, ""),
    "note": ("card", "line2", 1.5, ""),
    "warning": ("red-tint", "red", 2, ""),
    "action": ("teal-tint", "teal", 1, ""),
}
_RADIUS = 18
_RADIUS_BESIDE_BAR = 16
_BAR = 6


def card_look(kind: CardKind, theme: Theme) -> CardLook:
    """How a card of *kind* is painted in *theme*."""
    fill, edge, width, bar = _LOOKS[kind]
    return CardLook(
        fill=theme.color(fill),
        edge=theme.color(edge),
        edge_width=theme.border(width),
        radius=space(theme, _RADIUS_BESIDE_BAR if bar else _RADIUS),
        bar=theme.color(bar) if bar else None,
        bar_width=space(theme, _BAR * (2 if theme.is_contrast else 1)) if bar else 0,
    )


def paint_card(painter: QPainter, rect: QRectF, look: CardLook) -> None:
    """Fill, edge and bar of one card."""
    inset = look.edge_width / 2
    inner = rect.adjusted(inset, inset, -inset, -inset)
    path = _right_rounded(inner, look.radius) if look.bar else _rounded(inner, look.radius)
    painter.setPen(QPen(look.edge, look.edge_width))
    painter.setBrush(look.fill)
    painter.drawPath(path)
    if look.bar:
        paint_area(painter, QRectF(rect.left(), rect.top(), look.bar_width, rect.height()), look.bar)


def _rounded(rect: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def _right_rounded(rect: QRectF, radius: float) -> QPainterPath:
    """A rectangle whose left corners are square."""
    path = _rounded(rect, radius)
    square = QPainterPath()
    square.addRect(QRectF(rect.left(), rect.top(), radius, rect.height()))
    return path.united(square)

"""A bookmark's ribbon: filled where a page is marked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from tpe_guide.ui.kit.theme import Theme


def draw_ribbon(painter: QPainter, rect: QRectF, theme: Theme, *, filled: bool) -> None:
    """Draw it into *rect*, in straw with an ink edge, or only its edge."""
    notch = QPointF(rect.center().x(), rect.bottom() - rect.height() * 0.28)
    corners = [rect.topLeft(), rect.topRight(), rect.bottomRight(), notch, rect.bottomLeft()]
    pen = QPen(theme.color("ink"), max(1.5, rect.width() / 9))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(theme.color("straw") if filled else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF(corners))

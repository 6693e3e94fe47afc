"""Plain areas of one colour."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter


def paint_area(painter: QPainter, area: QRect | QRectF, color: QColor) -> None:
    """Paint *area* in *color*, and leave no brush to whoever paints next.

    Not ``fillRect``: to choose among its overloads PySide makes gradients, in 1.5 ms.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRect(area)
    painter.setBrush(Qt.BrushStyle.NoBrush)

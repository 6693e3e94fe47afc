"""A flat card: fill, border, radius, and perhaps a bar at its left edge."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from tpe_guide.ui.kit.paint_area import paint_area
from tpe_guide.ui.kit.theme import Theme


class Card(QFrame):
    """A rounded surface to lay other widgets on.

    *fill* and *edge* are colour tokens; *bar* is the token of a 6 px bar at the left, whose corners are then square.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        fill: str = "card",
        edge: str = "line",
        edge_width: float = 1.0,
        bar: str = "",
        radius: int = 18,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fill = fill
        self._edge = edge
        self._edge_width = theme.border(edge_width)
        self._bar = bar
        self._radius = theme.px(radius)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill, border and bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = self._edge_width / 2
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        path = _right_rounded(rect, self._radius) if self._bar else _rounded(rect, self._radius)
        painter.setBrush(self._theme.color(self._fill))
        painter.setPen(QPen(self._theme.color(self._edge), self._edge_width))
        painter.drawPath(path)
        if self._bar:
            width = self._theme.px(6)
            paint_area(painter, QRectF(0, 0, width, self.height()), self._theme.color(self._bar))


def _rounded(rect: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius, Qt.SizeMode.AbsoluteSize)
    return path


def _right_rounded(rect: QRectF, radius: float) -> QPainterPath:
    """A rectangle whose right corners only are round."""
    path = QPainterPath(rect.topLeft())
    path.lineTo(rect.right() - radius, rect.top())
    path.arcTo(QRectF(rect.right() - 2 * radius, rect.top(), 2 * radius, 2 * radius), 90, -90)
    path.lineTo(rect.right(), rect.bottom() - radius)
    path.arcTo(QRectF(rect.right() - 2 * radius, rect.bottom() - 2 * radius, 2 * radius, 2 * radius), 0, -90)
    path.lineTo(rect.left(), rect.bottom())
    path.closeSubpath()
    return path

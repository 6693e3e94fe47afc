"""How sure we are, as dots: so many of three are full."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.pictures.comparison.table import LEVELS
from tpe_guide.ui.kit.theme import Theme

_RADIUS, _STEP, _LINE = 6.5, 19.0, 1.8


def dots_size(theme: Theme) -> QSize:
    """What the dots take."""
    across = (LEVELS - 1) * _STEP + 2 * _RADIUS + _LINE
    return QSize(theme.px(across), theme.px(2 * _RADIUS + _LINE))


def paint_dots(painter: QPainter, box: QRectF, count: int, theme: Theme) -> None:
    """Paint *count* full dots into *box*, empty ones after them; from the side where reading begins."""
    size = dots_size(theme)
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    first = _RADIUS + _LINE / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("ink"), theme.px(_LINE)))
    for at in range(LEVELS):
        away = theme.px(first + at * _STEP)
        x = box.right() - away if mirrored else box.left() + away
        painter.setBrush(theme.color("ink") if at < count else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x, box.top() + size.height() / 2), theme.px(_RADIUS), theme.px(_RADIUS))


class Dots(QWidget):
    """The dots by themselves. The words beside them say the same."""

    def __init__(self, theme: Theme, count: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = count
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As large as they are."""
        return dots_size(self._theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dots."""
        paint_dots(QPainter(self), QRectF(self.rect()), self._count, self._theme)

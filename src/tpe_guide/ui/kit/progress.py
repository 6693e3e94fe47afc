"""How far along: a straw bar with an ink end."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.ui.kit.theme import Theme


class ProgressBar(QWidget):
    """A bar filled to a *share* (0–1). The words beside it say the same, so it carries no name."""

    def __init__(self, theme: Theme, share: float = 0.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = share
        self.setFixedHeight(theme.px(12))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """Fill up to *share* (0–1)."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        """As the rail shows it."""
        return QSize(self._theme.px(260), self._theme.px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        shape = QPainterPath()
        shape.addRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.fillPath(shape, theme.color("card"))
        if self._share:
            done = QPainterPath()
            done.addRect(QRectF(0, 0, self.width() * self._share, self.height()))
            painter.fillPath(shape.intersected(done), theme.color("straw"))
            if self._share < 1:
                end = self.width() * self._share
                painter.setPen(QPen(theme.color("ink"), 2))
                painter.drawLine(QPointF(end, rect.top()), QPointF(end, rect.bottom()))
        painter.strokePath(shape, QPen(theme.color("line2"), theme.border(1.2)))

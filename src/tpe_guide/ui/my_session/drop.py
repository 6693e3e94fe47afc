"""A drop with a dashed edge: a session that is planned, with its number."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tpe_guide.ui.kit.session_drop import drop_path
from tpe_guide.ui.kit.theme import Theme

_SIDE = 60
_DRAWN = 40
"""Side of the square in which the drop is drawn below."""


class PlannedDrop(QWidget):
    """*words*: a number, or a question mark. Decorative: the words beside it say the same."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self.setFixedSize(theme.px(_SIDE), theme.px(_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The edge, and what stands in it."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self.width() / _DRAWN
        painter.scale(scale, scale)
        painter.setPen(QPen(theme.color("ink2"), 2, Qt.PenStyle.DashLine))
        painter.drawPath(drop_path())
        painter.resetTransform()
        painter.setPen(theme.color("ink"))
        painter.setFont(theme.font("h3"))
        painter.drawText(QRectF(0, 0.2 * self.height(), self.width(), 0.8 * self.height()), _MIDDLE, self._words)


_MIDDLE = Qt.AlignmentFlag.AlignCenter

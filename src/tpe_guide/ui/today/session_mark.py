"""A session as a drop: filled once it is done, dashed while it is planned; with its number, if that is known."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.ui.kit.theme import Theme

_DROP = QRectF(7, 3, 26, 35.2)
"""Where the drop of the mark lies in its 40 × 40 square."""


class SessionMark(QWidget):
    """*height* px at 100 %. The words beside it say the same, so it carries no name."""

    def __init__(self, theme: Theme, number: int, *, done: bool, height: int = 78) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self._done = done
        self._scale = theme.px(height) / _DROP.height()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(QSize(round(_DROP.width() * self._scale) + 4, round(_DROP.height() * self._scale) + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Drop and number."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("ink" if self._done else "ink2"), max(2.0, self._scale * 1.7))
        if not self._done:
            pen.setDashPattern([2.2, 1.6])
        painter.setPen(pen)
        painter.setBrush(theme.color("straw") if self._done else Qt.BrushStyle.NoBrush)
        moved = QTransform.fromScale(self._scale, self._scale).translate(-_DROP.x() + 1, -_DROP.y() + 1)
        painter.drawPath(moved.map(_drop()))
        if self._number:
            font = QFont(theme.font("h2"))
            font.setPixelSize(round(self._scale * (16 if self._number < 10 else 13)))
            painter.setFont(font)
            painter.setPen(theme.color("on-straw" if self._done else "ink"))
            body = QRect(0, round(self._scale * 9), self.width(), self.height() - round(self._scale * 9))
            painter.drawText(body, Qt.AlignmentFlag.AlignCenter, str(self._number))


def _drop() -> QPainterPath:
    path = QPainterPath()
    path.moveTo(20, 3)
    path.cubicTo(22, 11, 33, 15.5, 33, 25.2)
    path.arcTo(QRectF(7, 12.2, 26, 26), 0, -180)
    path.cubicTo(7, 15.5, 18, 11, 20, 3)
    path.closeSubpath()
    return path

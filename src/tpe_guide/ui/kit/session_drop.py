"""A session as a drop with its number: filled once it is done, dashed while it is planned."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from tpe_guide.ui.kit.theme import Theme

Filled = Literal["done", "stopped", "planned", "missed"]
"""``stopped``: done, and stopped early: half of it is filled. ``missed``: struck out, without a number."""
_DROP = QRectF(7, 3, 26, 35.2)
"""Where the drop lies in the 40 × 40 square it is drawn in."""
_CUT = 0.4
"""From here down a session that was stopped early is filled: there its number stands."""
_TIGHT = (16, 13, 10)
"""Letters of one, two, three figures."""


class SessionDrop(QWidget):
    """*height* px at 100 %. The words beside it say the same, so it carries no name."""

    def __init__(
        self, theme: Theme, number: int, filled: Filled, *, height: int = 78, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = number
        self._filled: Filled = filled
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(drop_size(theme.px(height)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Drop and number."""
        paint_drop(QPainter(self), self.rect(), self._theme, self._number, self._filled)


def drop_size(height: int) -> QSize:
    """px of a drop that is about *height* px high, with its edge."""
    scale = height / _DROP.height()
    return QSize(round(_DROP.width() * scale) + 4, round(_DROP.height() * scale) + 4)


def paint_drop(painter: QPainter, place: QRect, theme: Theme, number: int, filled: Filled) -> None:
    """The drop of session *number* (0: not known) into *place*, which has ``drop_size``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    scale = (place.height() - 4) / _DROP.height()
    had = filled in ("done", "stopped")
    moved = QTransform.fromScale(scale, scale).translate(-_DROP.x() + 2 / scale, -_DROP.y() + 2 / scale)
    drop = moved.map(drop_path())
    if had:
        painter.fillPath(drop, theme.color("straw" if filled == "done" else "card"))
    if filled == "stopped":
        painter.save()
        painter.setClipRect(QRectF(0, place.height() * _CUT, place.width(), place.height()))
        painter.fillPath(drop, theme.color("straw"))
        painter.restore()
    pen = QPen(theme.color("ink" if had else "ink2"), max(2.0, scale * 1.7))
    if filled == "planned":
        pen.setDashPattern([2.2, 1.6])
    painter.setPen(pen)
    painter.drawPath(drop)
    if filled == "missed":
        painter.drawLine(2, round(place.height() * 0.2), place.width() - 2, place.height() - 3)
    elif number:
        font = QFont(theme.font("h2"))
        font.setPixelSize(max(1, round(scale * _TIGHT[min(len(str(number)), 3) - 1])))
        painter.setFont(font)
        painter.setPen(theme.color("on-straw" if had else "ink"))
        body = QRect(0, round(scale * 9), place.width(), place.height() - round(scale * 9))
        painter.drawText(body, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.restore()


def drop_path() -> QPainterPath:
    """A drop in a square of 40 × 40."""
    path = QPainterPath()
    path.moveTo(20, 3)
    path.cubicTo(22, 11, 33, 15.5, 33, 25.2)
    path.arcTo(QRectF(7, 12.2, 26, 26), 0, -180)
    path.cubicTo(7, 15.5, 18, 11, 20, 3)
    path.closeSubpath()
    return path

"""One large sign, where a screen of the kiosk has nothing to draw."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.theme import Theme

# Lengths in units of the drawing, whose ring is 564 across.
_RADIUS, _EDGE, _ICON, _LINE = 280.0, 6.0, 300.0, 18.0


class Sign(QWidget):
    """*icon* in a round field, as large as its shorter side. It says nothing that the words beside it do not."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, its edge, the icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height()) / (2 * _RADIUS + _EDGE)
        painter.save()
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(side, side)
        painter.setPen(QPen(self._theme.color("ink"), _EDGE))
        painter.setBrush(self._theme.color("straw"))
        painter.drawEllipse(QPointF(0, 0), _RADIUS, _RADIUS)
        painter.restore()
        # In px of the screen: an icon is a picture, and scaled it would have steps along its edges.
        box = QRectF(0, 0, round(_ICON * side), round(_ICON * side))
        box.moveCenter(QPointF(round(self.width() / 2), round(self.height() / 2)))
        draw_icon(painter, self._icon, box, self._theme.color("on-straw"), line=_LINE * side)

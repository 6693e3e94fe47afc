"""The number of a step in a circle: one of six to pick."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from tpe_guide.ui.kit.pressable import Pressable
from tpe_guide.ui.kit.theme import Theme


class StepButton(Pressable):
    """Step *number*. Picked: straw with an ink edge; *behind*, when a later one is picked: ink."""

    def __init__(self, theme: Theme, number: int, parent: QWidget | None = None) -> None:
        super().__init__(theme, str(number), "strong", parent=parent)
        self._behind = False
        self.setObjectName(f"step-{number}")
        self.setCheckable(True)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Large enough for a shaking finger."""
        side = self._theme.px(self._theme.finger)
        return QSize(side, side)

    def set_behind(self, behind: bool) -> None:
        """Whether a later step is picked."""
        self._behind = behind
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The circle and its digit."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hover = self.underMouse() or self.isDown()
        fill, edge, width, digit = "card", "teal" if hover else "line2", theme.border(1.5), "ink"
        if self.isChecked():
            # In high contrast ink is white, and would not be told from the steps behind.
            fill, edge, width, digit = "straw", "ink", 3.0 if theme.is_contrast else 2.0, "on-straw"
        elif self._behind:
            fill, edge, digit = "ink", "teal" if hover else "ink", "card"
        elif hover:
            fill = "teal-tint"
        painter.setPen(QPen(theme.color(edge), width))
        painter.setBrush(theme.color(fill))
        inset = width / 2
        painter.drawEllipse(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
        painter.setPen(theme.color(digit))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

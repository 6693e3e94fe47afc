"""How something to pick looks, whatever stands in it: a chip, a level, a way in."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from tpe_guide.ui.kit.theme import Theme

_RADIUS, _PICKED_EDGE = 14, 3


def paint_choice(painter: QPainter, button: QAbstractButton, theme: Theme, *, dashed: bool = False) -> None:
    """Ground and edge of *button*. Picked: straw and a thick edge, so that colour never speaks alone; off: dashed.

    *dashed*: as if off, though a press is answered.
    """
    dashed = dashed or not button.isEnabled()
    hover = not dashed and (button.underMouse() or button.isDown())
    if button.isChecked():
        fill, pen = "straw100", QPen(theme.color("straw" if theme.is_contrast else "ink"), _PICKED_EDGE)
    elif dashed:
        fill, pen = "card", QPen(theme.color("line2"), theme.border(1.5), Qt.PenStyle.DashLine)
    else:
        fill = "teal-tint" if hover else "card"
        pen = QPen(theme.color("teal" if hover else "line2"), theme.border(1.5))
    painter.setPen(pen)
    painter.setBrush(theme.color(fill))
    inset, radius = pen.widthF() / 2, theme.px(_RADIUS)
    painter.drawRoundedRect(QRectF(button.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)

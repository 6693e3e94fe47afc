"""The mark of a step: ticked, where one is, or still to come. Never by colour alone."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from tpe_guide.guide.model import Step
from tpe_guide.ui.kit.icons import draw_icon
from tpe_guide.ui.kit.theme import Theme

State = Literal["done", "here", "later"]


def state_of(step: Step, here: Step | None, done: frozenset[str]) -> State:
    """How *step* stands to the step *here*."""
    if here is not None and step.id == here.id:
        return "here"
    return "done" if step.id in done else "later"


def paint_mark(painter: QPainter, theme: Theme, place: QRect, state: State, number: int, *, lit: bool = False) -> None:
    """Paint the mark of step *number* into the square *place*; *lit*: the pointer is over it."""
    fill = {"done": "ink", "here": "straw", "later": "card"}[state]
    width = max(2.0, place.width() / 20)
    painter.setPen(QPen(theme.color("teal" if lit else "ink"), width))
    painter.setBrush(theme.color(fill))
    inset = width / 2
    painter.drawEllipse(QRectF(place).adjusted(inset, inset, -inset, -inset))
    if state == "done":
        size = place.width() * 0.6
        room = QRectF(0, 0, size, size)
        room.moveCenter(QRectF(place).center())
        draw_icon(painter, "check", room, theme.color("card"))
        return
    font = QFont(theme.font("small-strong", weight=700))
    font.setPixelSize(round(place.width() * 0.54))
    painter.setFont(font)
    painter.setPen(theme.color("on-straw" if state == "here" else "ink"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))

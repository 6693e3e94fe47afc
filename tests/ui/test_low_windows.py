"""A screen lower than any design: a laptop whose desktop enlarges all it shows. Nothing is out of reach there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QWidget

from tests.ui.programs import OpenProgram
from tests.ui.stops import OTHERS, PICTURES, settle
from tpe_guide.app import Program
from tpe_guide.settings import Settings

LOW = [(640, 340), (777, 380), (914, 411)]
"""1280 × 720 at 2.0, and 1360 × 768 and 1600 × 900 at 1.75, less what a desktop takes."""


def out_of_reach(program: Program) -> Iterator[str]:
    """What can be pressed, but neither stands in the window nor in what scrolls."""
    window = program.window
    for button in window.findChildren(QAbstractButton):
        if not button.isVisible():
            continue
        within = scrolled_by(button)
        shown = window if within is None else within.viewport()
        place = QRect(button.mapTo(window, QPoint()), button.size())
        room = QRect(shown.mapTo(window, QPoint()), shown.size())
        if within is None and not window.rect().contains(place):
            yield f"{button.objectName() or button.text()} at {place.getRect()} in {room.getRect()}"
        elif room.height() < 100:
            yield f"{button.objectName()} in a view {room.height()} px high"


def scrolled_by(widget: QWidget) -> QAbstractScrollArea | None:
    """The view that scrolls *widget*, if one does."""
    within = widget.parentWidget()
    while within is not None and not (isinstance(within, QAbstractScrollArea) and within.verticalScrollBar().maximum()):
        within = within.parentWidget()
    return within


@pytest.mark.parametrize(
    ("size", "percent"), [*((LOW[0], percent) for percent in (100, 200, 400)), *((size, 200) for size in LOW[1:])]
)
def test_all_that_can_be_pressed_is_in_reach(open_program: OpenProgram, size: tuple[int, int], percent: int) -> None:
    program = open_program(chosen=Settings(text_percent=percent, motion="still", access="arm-veins"))
    found = []
    for stop in (*OTHERS, *PICTURES):
        stop.come(program)
        program.window.resize(*size)
        settle()
        if program.window.size().toTuple() != size:
            found.append(f"{stop.name}: {program.window.size()}")
        found += [f"{stop.name}: {fault}" for fault in out_of_reach(program)]
    assert not found, "\n".join(found)

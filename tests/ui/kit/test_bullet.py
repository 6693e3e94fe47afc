"""Lists outside the pages: what looks like one is one for whoever hears it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.diaries import begin_diary
from tests.ui.programs import OpenProgram, go, press
from tpe_guide.app import Program
from tpe_guide.policy import HOME, KIOSK, Policy
from tpe_guide.ui.kit.bullet import DOT

Role, Name = QAccessible.Role, QAccessible.Text.Name


def interface(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def dots(program: Program) -> list[QLabel]:
    screen = program.window.screen_shown
    assert screen is not None
    return [label for label in screen.findChildren(QLabel) if label.text() == DOT]


def warned(program: Program) -> None:
    begin_diary(program)
    go(program, "log")
    press(program, "effect-fever-chills")
    press(program, "level-fever-chills-2")


@pytest.mark.parametrize(
    ("policy", "place", "least"),
    [(HOME, "urgent", 20), (KIOSK, "urgent", 20), (HOME, "access", 3), (HOME, "log", 1)],
    ids=["urgent", "urgent at a kiosk", "access", "a warning"],
)
def test_signs_are_items_of_a_list(open_program: OpenProgram, policy: Policy, place: str, least: int) -> None:
    program = open_program(policy)
    if place == "log":
        warned(program)
    else:
        go(program, place, "neck-line" if place == "access" else "")  # type: ignore[arg-type]
    found = dots(program)
    assert len(found) >= least
    for dot in found:
        item = dot.parentWidget()
        assert item is not None
        words = [label.text() for label in item.findChildren(QLabel) if label is not dot]
        assert interface(item).role() == Role.ListItem
        assert [interface(item).text(Name)] == words
        around = item.parentWidget()
        assert around is not None
        assert interface(around).role() == Role.List

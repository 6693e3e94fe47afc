"""Urgent help in a waiting room: one thing to do."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from tests.ui.programs import OpenProgram, go
from tpe_guide.policy import HOME, KIOSK, Policy


@pytest.mark.parametrize(("policy", "said"), [(HOME, True), (KIOSK, False)], ids=["home", "kiosk"])
def test_who_answers_no_call_is_no_matter_where_the_staff_are_in_the_room(
    open_program: OpenProgram, policy: Policy, said: bool
) -> None:
    program = open_program(policy)
    go(program, "urgent")
    screen = program.window.screen_shown
    assert screen is not None
    words = [label.text() for label in screen.findChildren(QLabel)]
    assert (program.diary.catalogue.urgent.note in words) is said

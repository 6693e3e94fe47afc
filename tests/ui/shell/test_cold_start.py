"""Where the keyboard is when the program has just been opened: on what the screen begins with, as after any way."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from tests.ui.programs import OpenProgram
from tpe_guide.policy import HOME, KIOSK, Policy
from tpe_guide.ui.shell.abilities import KnowsFirstFocus


@pytest.mark.parametrize("policy", [HOME, KIOSK], ids=lambda policy: policy.place)
@pytest.mark.parametrize("page", ["", "tingling"])
def test_the_keyboard_begins_where_the_screen_does(open_program: OpenProgram, policy: Policy, page: str) -> None:
    program = open_program(policy, page=page)
    QTest.qWait(0)
    screen, focused = program.window.screen_shown, program.window.focusWidget()
    assert isinstance(screen, KnowsFirstFocus)
    assert focused is screen.first_focus() or focused is screen.first_focus().focusProxy()

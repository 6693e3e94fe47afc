"""Tab goes through the log as its questions are numbered, in each window: what, how bad, when."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.diaries import begin_diary, log
from tests.ui.programs import OpenProgram, find

ASKED = {"effect": "what", "level": "how bad", "began": "when"}


@pytest.mark.parametrize("size", [(1366, 728), (480, 800)], ids=str)
def test_tab_asks_one_two_three(open_program: OpenProgram, size: tuple[int, int]) -> None:
    program = open_program(size=size)
    begin_diary(program)
    log(program, "effect-tingling")
    find(program, "effect-tingling").setFocus()
    came: list[str] = []
    for _press in range(60):
        focused = program.window.focusWidget()
        assert focused is not None
        question = ASKED.get(focused.objectName().partition("-")[0], "")
        if question and came[-1:] != [question]:
            came.append(question)
        if question == "when":
            break
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert came == ["what", "how bad", "when"]

"""What has the keyboard is in sight: on the way by Tab, round the end, too, and where something has just appeared."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.diaries import PASSCODE, put_demo_diary
from tests.ui.programs import OpenProgram, go, press
from tpe_guide.app import Program
from tpe_guide.navigation import ScreenId
from tpe_guide.settings import Settings
from tpe_guide.ui.diary.recovery.steps import take_key, use_sheet

LEAST = 40
"""px of it; of what is smaller, all."""
MANY = 150


@pytest.fixture
def small(open_program: OpenProgram, data_dir: Path) -> Program:
    """A phone's window with large text."""
    put_demo_diary(data_dir)
    return open_program(size=(360, 640), chosen=Settings(text_percent=200, motion="still"))


def settle() -> None:
    for __ in range(6):
        QCoreApplication.processEvents()


def focused(program: Program) -> QWidget:
    widget = program.window.focusWidget()
    assert widget is not None
    return widget


def is_in_sight(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect().height() >= min(LEAST, widget.height())


@pytest.mark.parametrize("place", ["diary", "plan", "keeping", "questions"])
def test_by_tab_all_the_way_round(small: Program, place: ScreenId) -> None:
    go(small, place)
    settle()
    seen: list[QWidget] = []
    while len(seen) < MANY:
        QTest.keyClick(focused(small), Qt.Key.Key_Tab)
        settle()
        now = focused(small)
        assert is_in_sight(now), now.objectName()
        if now in seen:
            break
        seen.append(now)
    assert len(seen) < MANY
    QTest.keyClick(focused(small), Qt.Key.Key_Backtab)
    settle()
    assert is_in_sight(focused(small))


@pytest.mark.parametrize("place", ["plan", "exchange"])
def test_days_that_are_opened(small: Program, place: ScreenId) -> None:
    go(small, place, "s7" if place == "exchange" else "")
    press(small, "another-day")
    settle()
    assert focused(small).objectName().startswith("day-")
    assert is_in_sight(focused(small))


def test_what_stands_where_something_was_pressed(small: Program) -> None:
    go(small, "diary")
    press(small, "finish-course")
    settle()
    assert focused(small).objectName() == "course-goes-on"
    assert is_in_sight(focused(small))


@pytest.mark.parametrize("step", ["sheet-try", "sheet-all"])
def test_the_words_of_a_sheet(small: Program, step: str) -> None:
    go(small, "keeping")
    small.diary.keeping.finish()
    press(small, "sheet")
    settle()
    assert is_in_sight(focused(small))
    press(small, "sheet-try")
    if step == "sheet-all":
        press(small, step)
    settle()
    assert focused(small).objectName().startswith("sheet-word")
    assert is_in_sight(focused(small))


@pytest.mark.parametrize("way", ["passcode", "sheet-words", "new-passcode"])
def test_where_a_locked_diary_is_opened(open_program: OpenProgram, data_dir: Path, way: str) -> None:
    put_demo_diary(data_dir, PASSCODE)
    program = open_program(size=(360, 640), chosen=Settings(text_percent=200, motion="still"))
    go(program, "diary")
    session = program.diary.diary_session
    if way == "sheet-words":
        press(program, "use-sheet")
    if way == "new-passcode":
        use_sheet(session)
        take_key(session, bytes(32))
    settle()
    program.window.resize(360, 600)
    settle()
    assert focused(program).objectName() == way
    assert is_in_sight(focused(program))

"""Which days and parts are on the page: chosen beside it, seen on it at once, and said on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.summary import pdf
from tests.ui.diaries import put_demo_diary, words_on_screen
from tests.ui.nurse.test_nurse import choose_file, find_paper, wait_for_page, write_diary
from tests.ui.programs import OpenProgram, find, press
from tpe_guide.app import Program

Show = Callable[..., Program]


@pytest.fixture
def show(open_program: OpenProgram, data_dir: Path, qtbot: QtBot) -> Show:
    """The program at the nurse's page of the demo diary, with what it shows laid open."""

    def show_it(**how: object) -> Program:
        put_demo_diary(data_dir)
        program = open_program(**how)
        press(program, "door-nurse")
        wait_for_page(program, qtbot)
        press(program, "choose-shown")
        return program

    return show_it


def page(program: Program, qtbot: QtBot) -> str:
    """The words of the page once it has been made anew."""
    qtbot.waitUntil(lambda: find_paper(program).accessibleName().startswith("Page 1 of"))
    return " ".join(find_paper(program).accessibleDescription().split())


def until(program: Program, qtbot: QtBot, says: str) -> None:
    qtbot.waitUntil(lambda: says in page(program, qtbot))


def test_a_part_that_is_unticked_leaves_the_page_at_once_and_the_page_says_so(show: Show, qtbot: QtBot) -> None:
    program = show()
    assert find(program, "part-words").isChecked()
    press(program, "part-words")
    until(program, qtbot, "Left out: the patient’s own words.")
    assert "clock on the wall" not in page(program, qtbot)
    press(program, "part-words")
    until(program, qtbot, "clock on the wall")
    assert "Left out" not in page(program, qtbot)


def test_the_last_session_and_the_warning_signs_cannot_be_taken_off(show: Show, qtbot: QtBot) -> None:
    program = show()
    for part in ("effects", "words", "sessions", "questions", "matters"):
        press(program, f"part-{part}")
    until(program, qtbot, "questions for the team; what matters to the patient.")
    assert "Last session: 5" in page(program, qtbot)
    assert "Fever or shaking, after session 3" in page(program, qtbot)
    assert "The last session and the warning signs always stay." in words_on_screen(program)


def test_since_the_last_session_is_one_press(show: Show, qtbot: QtBot) -> None:
    program = show()
    press(program, "days-last")
    until(program, qtbot, "Shown: from 13 May 2026 on.")
    press(program, "days-all")
    qtbot.waitUntil(lambda: "Shown:" not in page(program, qtbot))


def test_some_days_begin_with_all_of_them_and_each_end_can_be_moved(show: Show, qtbot: QtBot) -> None:
    program = show()
    press(program, "days-some")
    until(program, qtbot, "Shown: 4 to 18 May 2026.")
    press(program, "day-from")
    press(program, "day-2026-05-08")
    until(program, qtbot, "Shown: 8 to 18 May 2026. Not shown: 2 entries and 2 sessions before that.")
    press(program, "day-until")
    press(program, "day-2026-05-11")
    until(program, qtbot, "Shown: 8 to 11 May 2026.")


def test_ends_that_would_cross_meet_on_one_day(show: Show, qtbot: QtBot) -> None:
    program = show()
    press(program, "days-some")
    press(program, "day-until")
    press(program, "day-2026-05-06")
    press(program, "day-from")
    press(program, "day-2026-05-08")
    until(program, qtbot, "Shown: 8 May 2026.")


def test_what_is_shown_is_what_is_saved(show: Show, tmp_path: Path, qtbot: QtBot) -> None:
    program = show()
    press(program, "part-questions")
    until(program, qtbot, "Left out: questions for the team.")
    press(program, "shown-done")
    press(program, "save-pdf")
    choose_file(program, tmp_path / "page.pdf")
    said = pdf.text_of((tmp_path / "page.pdf").read_bytes())
    assert pdf.squeezed("Left out: questions for the team.") in said
    with pikepdf.open(tmp_path / "page.pdf") as saved:
        assert len(saved.pages) == 1


def test_back_among_the_other_choices_it_is_said_in_short(show: Show, qtbot: QtBot) -> None:
    program = show()
    press(program, "shown-done")
    assert program.window.focusWidget() is find(program, "choose-shown")
    assert "All days, all parts" in words_on_screen(program)
    press(program, "choose-shown")
    press(program, "days-last")
    press(program, "part-words")
    press(program, "part-matters")
    press(program, "shown-done")
    assert "Since the last session, 2 parts left out" in words_on_screen(program)


def test_days_of_one_patient_are_not_those_of_the_next(show: Show, tmp_path: Path, qtbot: QtBot) -> None:
    program = show()
    press(program, "days-some")
    press(program, "part-words")
    until(program, qtbot, "Shown: 4 to 18 May 2026.")
    press(program, "shown-done")
    press(program, "source-file")
    choose_file(program, write_diary(tmp_path / "anna.tpediary.json"))
    qtbot.waitUntil(lambda: "Shown:" not in page(program, qtbot))
    assert "Left out: the patient’s own words." in page(program, qtbot)


def test_nobody_finds_what_the_last_one_left_out(show: Show, qtbot: QtBot) -> None:
    program = show()
    press(program, "part-words")
    press(program, "go-home")
    press(program, "door-nurse")
    wait_for_page(program, qtbot)
    assert "clock on the wall" in page(program, qtbot)


def test_the_keyboard_goes_in_and_out(show: Show, qtbot: QtBot) -> None:
    program = show()
    assert program.window.focusWidget() is find(program, "days-all")
    press(program, "days-some")
    press(program, "day-from")
    focused = program.window.focusWidget()
    assert focused.objectName() == "day-2026-05-04"
    QTest.keyClick(focused, Qt.Key.Key_Right)
    QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Space)
    until(program, qtbot, "Shown: 5 to 18 May 2026.")
    assert program.window.focusWidget() is find(program, "day-from")


def test_without_a_diary_there_is_nothing_to_choose(open_program: OpenProgram) -> None:
    program = open_program()
    press(program, "door-nurse")
    assert not find(program, "choose-shown", QWidget).isEnabled()

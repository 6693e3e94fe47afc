"""A session of the course: moved, missed, stopped early, added and removed; never invented."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from tests.conftest import FixedClock
from tests.ui.diaries import on_disk, words_on_screen, write_in
from tests.ui.programs import OpenProgram, find, go, press, shown_names
from tpe_guide.app import Program
from tpe_guide.diary.demo import demo_diary
from tpe_guide.diary.kinds import TEXT_LIMIT
from tpe_guide.diary.model import ExchangeSession
from tpe_guide.diary.store import DiaryStore
from tpe_guide.navigation import Locator


@pytest.fixture
def today(clock: FixedClock) -> dt.date:
    return clock().date()


@pytest.fixture
def demo(data_dir: Path, today: dt.date, open_program: OpenProgram) -> Program:
    with DiaryStore.create(data_dir, None) as store:
        store.import_diary(demo_diary(today), "demo")
    program = open_program()
    go(program, "diary")
    return program


def kept(program: Program, session_id: str) -> ExchangeSession:
    sessions = program.diary.diary_session.store.sessions()
    return next(one for one in sessions if one.id == session_id)


def test_it_opens_from_the_strip_and_shows_what_is_known(demo: Program) -> None:
    press(demo, "session-s3")
    assert demo.session.locator == Locator("exchange", "s3")
    assert find(demo, "page-title", QLabel).text() == "Session 3"
    assert find(demo, "state-done").isChecked()
    assert find(demo, "fluid-albumin").isChecked()
    assert find(demo, "access-arm-veins").isChecked()
    assert find(demo, "minutes", QLabel).text() == "2 h 50 min"


def test_a_planned_one_is_moved_to_another_day(demo: Program, today: dt.date) -> None:
    press(demo, "session-s6")
    press(demo, "another-day")
    press(demo, f"day-{today + dt.timedelta(days=2)}")
    before = kept(demo, "s6")
    press(demo, "save-session")
    assert kept(demo, "s6") == replace(before, day=today + dt.timedelta(days=2))
    assert demo.session.locator == Locator("diary")


@pytest.mark.parametrize(
    ("chip", "change"),
    [
        ("state-missed", {"state": "missed"}),
        ("state-stopped", {"stopped_early": True}),
        ("state-planned", {"state": "planned"}),
        ("fluid-plasma", {"fluid": "plasma"}),
        ("fluid-none", {"fluid": None}),
        ("access-neck-line", {"access": "neck-line"}),
        ("access-unknown", {"access": "unknown"}),
        ("minutes-more", {"minutes": 180}),
        ("minutes-unsaid", {"minutes": None}),
    ],
)
def test_what_is_picked_is_kept_and_nothing_else_changes(demo: Program, chip: str, change: dict[str, Any]) -> None:
    before = kept(demo, "s3")
    press(demo, "session-s3")
    press(demo, chip)
    assert kept(demo, "s3") == before, "kept before Save was pressed"
    press(demo, "save-session")
    assert kept(demo, "s3") == replace(before, **change)


def test_a_note_that_is_too_long_is_refused_and_never_cut(demo: Program) -> None:
    press(demo, "session-s3")
    note = find(demo, "session-note", QPlainTextEdit)
    note.setPlainText("x" * (TEXT_LIMIT + 1))
    assert "That is 1 letter too many." in words_on_screen(demo)
    assert not find(demo, "save-session").isEnabled()
    note.setPlainText("x" * TEXT_LIMIT)
    press(demo, "save-session")
    assert kept(demo, "s3").note == "x" * TEXT_LIMIT


def test_what_was_typed_waits_until_it_is_saved_or_let_go(demo: Program) -> None:
    press(demo, "session-s3")
    find(demo, "session-note", QPlainTextEdit).setPlainText("The needle hurt.")
    go(demo, "home")
    go(demo, "diary")
    press(demo, "session-s4")
    assert find(demo, "session-note", QPlainTextEdit).toPlainText() == ""
    go(demo, "exchange", "s3")
    demo.session.next_theme()
    assert find(demo, "session-note", QPlainTextEdit).toPlainText() == "The needle hurt."
    press(demo, "forget-changes")
    press(demo, "session-s3")
    assert find(demo, "session-note", QPlainTextEdit).toPlainText() == ""
    assert kept(demo, "s3").note == ""


def test_one_is_added_for_a_past_day(demo: Program, data_dir: Path, tmp_path: Path, today: dt.date) -> None:
    press(demo, "add-session")
    press(demo, "another-day")
    press(demo, "days-before")
    press(demo, f"day-{today - dt.timedelta(days=12)}")
    press(demo, "save-session")
    sessions = on_disk(data_dir, tmp_path / "copy").sessions
    assert len(sessions) == 8
    (new,) = (one for one in sessions if one.day == today - dt.timedelta(days=12))
    assert (new.state, new.fluid, new.minutes) == ("done", None, None)


def test_nothing_is_added_by_looking(demo: Program, data_dir: Path, tmp_path: Path) -> None:
    press(demo, "add-session")
    go(demo, "home")
    assert len(on_disk(data_dir, tmp_path / "copy").sessions) == 7


def test_one_without_an_entry_is_removed(demo: Program) -> None:
    press(demo, "session-s7")
    press(demo, "remove-session")
    assert "session-s7" not in shown_names(demo)
    assert len(demo.diary.diary_session.store.sessions()) == 6


def test_one_that_was_removed_by_a_slip_is_brought_back_with_what_was_half_typed(demo: Program) -> None:
    store = demo.diary.diary_session.store
    go(demo, "exchange", "s7")
    press(demo, "state-missed")
    write_in(demo, "session-note", "The line was sore")
    press(demo, "save-session")
    before = store.diary()
    go(demo, "exchange", "s7")
    press(demo, "state-planned")
    press(demo, "remove-session")
    assert "Session 7, " in words_on_screen(demo)
    assert "was removed from your diary." in words_on_screen(demo)
    assert demo.window.focusWidget().objectName() == "undo"
    assert "s7" not in {one.id for one in store.sessions()}
    press(demo, "undo")
    assert store.diary() == before
    assert "undo" not in shown_names(demo)
    press(demo, "go-on-s7")
    assert find(demo, "state-planned").isChecked()


def test_one_that_an_entry_is_about_says_why_it_stays(demo: Program) -> None:
    press(demo, "session-s3")
    assert "remove-session" not in shown_names(demo)
    assert "2 entries are about this session." in words_on_screen(demo)


def test_one_whose_entry_is_in_the_bin_stays_and_that_is_said(demo: Program) -> None:
    go(demo, "entry", "s5-evening")
    press(demo, "remove-entry")
    press(demo, "session-s5")
    assert "remove-session" not in shown_names(demo)
    assert "removed entry" in words_on_screen(demo)


def test_one_for_a_day_to_come_is_planned_and_has_a_number_of_its_own(demo: Program, today: dt.date) -> None:
    press(demo, "add-session")
    assert find(demo, "page-title", QLabel).text() == "Add session 8"
    press(demo, "another-day")
    press(demo, f"day-{today + dt.timedelta(days=5)}")
    press(demo, "save-session")
    (new,) = (one for one in demo.diary.diary_session.store.sessions() if one.number == 8)
    assert (new.state, new.day) == ("planned", today + dt.timedelta(days=5))


def test_its_number_is_the_persons_to_say(demo: Program) -> None:
    press(demo, "session-s7")
    assert "Another session has this number, too." not in words_on_screen(demo)
    press(demo, "number-less")
    assert "Another session has this number, too." in words_on_screen(demo)
    press(demo, "number-more")
    press(demo, "number-more")
    press(demo, "save-session")
    assert kept(demo, "s7").number == 8


def test_esc_closes_the_days_and_only_then_leaves(demo: Program) -> None:
    press(demo, "session-s7")
    press(demo, "another-day")
    QTest.keyClick(demo.window.focusWidget(), Qt.Key.Key_Escape)
    assert not any(name.startswith("day-") for name in shown_names(demo))
    assert demo.session.locator == Locator("exchange", "s7")
    assert demo.window.focusWidget().objectName() == "another-day"
    QTest.keyClick(demo.window.focusWidget(), Qt.Key.Key_Escape)
    assert demo.session.locator == Locator("diary")

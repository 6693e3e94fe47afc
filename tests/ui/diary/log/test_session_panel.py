"""Which session, which day: no session is made up."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.conftest import FixedClock
from tests.ui.diaries import (
    log,
    on_disk,
    picked,
    words_on_screen,
)
from tests.ui.programs import OpenProgram, find, go, press, shown_names
from tpe_guide.app import Program
from tpe_guide.diary.model import SESSION_LIMIT, Course, Diary, ExchangeSession
from tpe_guide.diary.store import DiaryStore


def had(folder: Path, *days: str) -> None:
    """A diary with a session on each of *days*."""
    with DiaryStore.create(folder, None) as store:
        for number, day in enumerate(days, start=1):
            store.add_session(ExchangeSession(f"s{number}", number, dt.date.fromisoformat(day)))


def at(clock: FixedClock, moment: str) -> None:
    clock.now = dt.datetime.fromisoformat(moment).astimezone(clock.now.tzinfo)


class TestNoSessionIsMadeUp:
    @pytest.fixture
    def sunday(self, open_program: OpenProgram, data_dir: Path, clock: FixedClock) -> Program:
        """The log on Sunday 10 May 2026, two days after session 1."""
        had(data_dir, "2026-05-08")
        at(clock, "2026-05-10T15:00:00+02:00")
        program = open_program()
        go(program, "log")
        return program

    def test_two_days_after_a_session_it_is_asked(self, sunday: Program, data_dir: Path, tmp_path: Path) -> None:
        log(sunday, "effect-nothing")
        assert not find(sunday, "save").isEnabled()
        assert "To save: tap which session this is about, at the top." in words_on_screen(sunday)
        assert "Which session is this about?" in words_on_screen(sunday)
        press(sunday, "session-s1")
        press(sunday, "save")
        diary = on_disk(data_dir, tmp_path / "copy")
        assert [session.id for session in diary.sessions] == ["s1"]
        assert diary.entries[0].session == "s1"

    def test_one_tap_says_that_it_is_about_none(self, sunday: Program, data_dir: Path, tmp_path: Path) -> None:
        log(sunday, "effect-nothing", "session-none")
        assert "How have you felt?" in words_on_screen(sunday)
        assert "Needles or a line?" not in words_on_screen(sunday)
        press(sunday, "save")
        diary = on_disk(data_dir, tmp_path / "copy")
        assert len(diary.sessions) == 1
        assert diary.entries[0].session is None

    def test_one_tap_says_that_there_was_a_new_one(self, sunday: Program, data_dir: Path, tmp_path: Path) -> None:
        log(sunday, "effect-nothing", "session-new-today", "save")
        new = on_disk(data_dir, tmp_path / "copy").sessions[-1]
        assert (new.number, new.day) == (2, dt.date(2026, 5, 10))

    def test_the_rest_is_asked_where_the_person_wants_to_tell_it(self, sunday: Program) -> None:
        press(sunday, "session-s1")
        assert "Needles or a line?" not in words_on_screen(sunday)
        press(sunday, "another-day")
        assert "Needles or a line?" in words_on_screen(sunday)
        press(sunday, "another-day")
        assert "Which session is this about?" not in words_on_screen(sunday)

    def test_what_was_said_outlives_a_change_of_look(self, sunday: Program) -> None:
        press(sunday, "session-none")
        sunday.session.bigger()
        log(sunday, "effect-nothing")
        assert find(sunday, "save").isEnabled()

    @pytest.mark.parametrize("day", ["2026-05-08", "2026-05-09"])
    def test_on_its_day_and_the_next_it_is_not_asked(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path, clock: FixedClock, day: str
    ) -> None:
        had(data_dir, "2026-05-08")
        at(clock, f"{day}T15:00:00+02:00")
        program = open_program()
        go(program, "log")
        log(program, "effect-nothing", "save")
        assert on_disk(data_dir, tmp_path / "copy").entries[0].session == "s1"

    def test_a_clock_set_back_is_not_believed_without_a_word(
        self, open_program: OpenProgram, data_dir: Path, clock: FixedClock
    ) -> None:
        had(data_dir, "2026-05-08")
        at(clock, "2026-05-07T15:00:00+02:00")
        program = open_program()
        go(program, "log")
        assert "Is the date of this computer right?" not in words_on_screen(program)
        press(program, "session-new-today")
        press(program, "another-day")
        said = "Session 1 was on Friday 8 May, which is later. Is the date of this computer right?"
        assert said in words_on_screen(program)

    def test_the_year_is_said_where_it_is_another(
        self, open_program: OpenProgram, data_dir: Path, clock: FixedClock
    ) -> None:
        had(data_dir, "2026-12-31")
        at(clock, "2027-01-01T15:00:00+02:00")
        program = open_program()
        go(program, "log")
        press(program, "another-day")
        assert "Session 1, Thursday 31 December 2026" in words_on_screen(program)

    def test_esc_closes_what_was_opened_and_only_then_leaves(self, open_program: OpenProgram, data_dir: Path) -> None:
        had(data_dir, "2026-05-13")
        program = open_program()
        go(program, "log")
        press(program, "another-day")
        QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Escape)
        assert "month-before" not in shown_names(program)
        assert (program.session.locator.place, program.window.focusWidget().objectName()) == ("log", "another-day")
        QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Escape)
        assert program.session.locator.place == "home"

    def test_a_diary_full_of_sessions_takes_an_entry_and_offers_no_new_one(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path, clock: FixedClock
    ) -> None:
        with DiaryStore.create(data_dir, None) as store:
            day = dt.date(2025, 1, 1)
            sessions = [ExchangeSession(f"s{n}", n, day + dt.timedelta(days=n)) for n in range(1, SESSION_LIMIT + 1)]
            store.import_diary(Diary(Course("c"), sessions=tuple(sessions)))
        at(clock, "2026-05-10T15:00:00+02:00")
        program = open_program()
        go(program, "log")
        assert "session-new-today" not in shown_names(program)
        log(program, "effect-nothing", "session-s200", "save")
        press(program, "add-another")
        log(program, "effect-nothing", "session-none", "save")
        diary = on_disk(data_dir, tmp_path / "copy")
        assert {entry.session for entry in diary.entries} == {"s200", None}


def test_the_second_press_of_two_answers_nothing_else(
    open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = open_program()
    go(program, "log")
    press(program, "start-without")
    answer = find(program, "session-new-today")
    answer.setFocus(Qt.FocusReason.TabFocusReason)
    monkeypatch.setattr("tpe_guide.clock.seconds", lambda: 1e9)
    QTest.keyClick(answer, Qt.Key.Key_Space)
    assert program.window.focusWidget().objectName() == "effect-tingling"
    QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Space)
    assert picked(program) == set()

"""Plan my sessions: how many, from when, how often; shown before, added all at once, taken back all at once."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.conftest import FixedClock
from tests.ui.diaries import on_disk, sentence, words_on_screen
from tests.ui.programs import OpenProgram, find, go, press, primary, shown_names
from tests.ui.readers import listen
from tpe_guide.app import Program
from tpe_guide.diary import model, planning
from tpe_guide.diary.demo import demo_diary
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import CannotWrite
from tpe_guide.navigation import Locator
from tpe_guide.ui.diary.overview.strip import CourseStrip


@pytest.fixture
def today(clock: FixedClock) -> dt.date:
    return clock().date()


@pytest.fixture
def empty(open_program: OpenProgram) -> Program:
    """A diary with nothing in it, at the plan."""
    program = open_program()
    program.window.resize(1366, 728)
    program.diary.diary_session.create()
    go(program, "diary")
    press(program, "plan-sessions")
    return program


@pytest.fixture
def demo(data_dir: Path, today: dt.date, open_program: OpenProgram) -> Program:
    """Five sessions done, two planned."""
    with DiaryStore.create(data_dir, None) as store:
        store.import_diary(demo_diary(today), "demo")
    program = open_program()
    program.window.resize(1366, 728)
    go(program, "diary")
    return program


def days(program: Program) -> list[dt.date]:
    return [one.day for one in program.diary.diary_session.store.sessions()]


def said(program: Program) -> str:
    return find(program, "plan-said", QLabel).text()


class TestPlanning:
    def test_it_is_shown_and_nothing_is_kept_before_it_is_added(self, empty: Program) -> None:
        assert empty.session.locator == Locator("plan")
        assert said(empty).startswith("5 sessions, from ")
        assert find(empty, "", CourseStrip).isVisible()
        assert days(empty) == []
        press(empty, "forget-plan")
        assert empty.session.locator == Locator("diary")
        assert days(empty) == []

    def test_every_other_day_from_a_day(self, empty: Program, today: dt.date, data_dir: Path, tmp_path: Path) -> None:
        press(empty, "in-all-more")
        press(empty, "in-all-more")
        press(empty, "another-day")
        first = today + dt.timedelta(days=4)
        press(empty, f"day-{first}")
        assert find(empty, "add-plan").text() == "Add these 7 sessions"
        assert primary(empty) == ["add-plan"]
        press(empty, "add-plan")
        assert empty.session.locator == Locator("diary")
        kept = on_disk(data_dir, tmp_path / "copy")
        assert [one.day for one in kept.sessions] == [first + dt.timedelta(days=2 * n) for n in range(7)]
        assert [one.number for one in kept.sessions] == [1, 2, 3, 4, 5, 6, 7]
        assert {one.state for one in kept.sessions} == {"planned"}
        assert kept.course.planned_sessions == 7

    def test_every_day(self, empty: Program, today: dt.date) -> None:
        press(empty, "rhythm-daily")
        press(empty, "add-plan")
        assert days(empty) == [today + dt.timedelta(days=n) for n in range(1, 6)]

    def test_a_day_that_went_by_while_the_plan_was_left_is_not_planned(
        self, empty: Program, today: dt.date, clock: FixedClock
    ) -> None:
        tomorrow, later = (today + dt.timedelta(days=days) for days in (1, 6))
        press(empty, "another-day")
        press(empty, f"day-{tomorrow}")
        press(empty, "rhythm-chosen")
        press(empty, f"day-{tomorrow}")
        press(empty, f"day-{later}")
        go(empty, "home")
        clock.now += dt.timedelta(days=4)
        go(empty, "plan")
        assert said(empty).startswith("One session, on ")
        press(empty, "rhythm-daily")
        assert find(empty, "first-day", QLabel).text().endswith("19 May")
        press(empty, "rhythm-chosen")
        press(empty, "add-plan")
        assert days(empty) == [later]

    def test_days_picked_in_a_month(self, empty: Program, today: dt.date, monkeypatch: pytest.MonkeyPatch) -> None:
        heard = listen(monkeypatch)
        press(empty, "rhythm-chosen")
        assert not find(empty, "add-plan").isEnabled()
        assert "No day is picked yet." in said(empty)
        picked = [today + dt.timedelta(days=n) for n in (2, 5, 9)]
        for day in (*picked, today + dt.timedelta(days=3), today + dt.timedelta(days=3)):
            press(empty, f"day-{day}")
        assert heard[-1].startswith("3 sessions, from ")
        press(empty, "add-plan")
        assert days(empty) == picked

    def test_by_keyboard(self, empty: Program, today: dt.date) -> None:
        press(empty, "rhythm-chosen")
        day = find(empty, f"day-{today + dt.timedelta(days=2)}")
        day.setFocus()
        QTest.keyClick(day, Qt.Key.Key_Right)
        QTest.keyClick(find(empty, f"day-{today + dt.timedelta(days=3)}"), Qt.Key.Key_Space)
        assert said(empty).startswith("One session, on ")

    def test_no_more_than_fit_at_once(self, empty: Program, today: dt.date, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(planning, "MOST", 2)
        go(empty, "diary")
        press(empty, "plan-sessions")
        press(empty, "rhythm-chosen")
        for number in (1, 2, 3):
            press(empty, f"day-{today + dt.timedelta(days=number)}")
        assert "as many as fit at once" in words_on_screen(empty)
        assert said(empty).startswith("2 sessions, from ")
        assert not find(empty, f"day-{today + dt.timedelta(days=3)}").isChecked()

    def test_what_was_picked_waits_while_one_looks_elsewhere(self, empty: Program, today: dt.date) -> None:
        press(empty, "rhythm-chosen")
        press(empty, f"day-{today + dt.timedelta(days=2)}")
        go(empty, "urgent")
        go(empty, "plan")
        assert find(empty, f"day-{today + dt.timedelta(days=2)}").isChecked()


class TestTakenBack:
    def test_all_of_it_by_one_press(self, empty: Program) -> None:
        press(empty, "add-plan")
        assert "5 sessions are planned." in words_on_screen(empty)
        press(empty, "undo")
        assert days(empty) == []
        assert empty.diary.diary_session.store.course().planned_sessions is None

    def test_not_after_the_next_change(self, empty: Program) -> None:
        press(empty, "add-plan")
        empty.diary.diary_session.store.set_questions(())
        one = empty.diary.diary_session.store.sessions()[0]
        empty.diary.overview.keep(replace(one, note="By car"), one.id)
        go(empty, "home")
        go(empty, "diary")
        assert "undo" not in shown_names(empty)

    def test_a_disk_that_cannot_be_written_adds_none_and_says_so(
        self, empty: Program, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object) -> None:
            raise CannotWrite(Path("diary.db"), "the disk is full")

        monkeypatch.setattr(DiaryStore, "keep_sessions", refuse)
        press(empty, "add-plan")
        assert "the disk is full" in sentence(empty)
        assert empty.session.locator == Locator("plan")


class TestBesideWhatIsThere:
    def test_sessions_stay_and_their_days_get_no_second(self, demo: Program) -> None:
        before = demo.diary.diary_session.store.sessions()
        press(demo, "plan-sessions")
        assert "7 are in your diary. They stay." in words_on_screen(demo)
        press(demo, "add-plan")
        after = demo.diary.diary_session.store.sessions()
        assert after[:7] == before
        assert [one.number for one in after] == [1, 2, 3, 4, 5, 6, 7, 8]
        assert len({one.day for one in after}) == len(after)

    def test_how_many_are_planned_can_be_said_later(self, demo: Program) -> None:
        press(demo, "plan-sessions")
        press(demo, "in-all-less")
        assert find(demo, "add-plan").text() == "Keep this number"
        press(demo, "add-plan")
        assert demo.diary.diary_session.store.course().planned_sessions == 7
        assert len(days(demo)) == 7

    def test_no_room_for_more(self, demo: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(planning, "SESSION_LIMIT", 7)
        monkeypatch.setattr(model, "SESSION_LIMIT", 7)
        go(demo, "plan")
        assert "add-plan" not in shown_names(demo)


class TestMovingOne:
    @pytest.fixture
    def planned(self, demo: Program) -> Program:
        press(demo, "session-s6")
        return demo

    def move(self, program: Program, today: dt.date) -> dt.timedelta:
        sessions = {one.id: one for one in program.diary.diary_session.store.sessions()}
        to = today + dt.timedelta(days=3)
        press(program, "another-day")
        press(program, f"day-{to}")
        return to - sessions["s6"].day

    def test_those_after_it_stay_unless_the_person_says_so(self, planned: Program, today: dt.date) -> None:
        before = {one.id: one for one in planned.diary.diary_session.store.sessions()}
        assert "move-along" not in shown_names(planned)
        self.move(planned, today)
        assert find(planned, "move-along").text().startswith("Move the session after it, too: ")
        press(planned, "save-session")
        after = {one.id: one for one in planned.diary.diary_session.store.sessions()}
        assert after["s7"] == before["s7"]

    def test_both_in_one_change(self, planned: Program, today: dt.date) -> None:
        before = {one.id: one for one in planned.diary.diary_session.store.sessions()}
        by = self.move(planned, today)
        press(planned, "move-along")
        changes = planned.diary.diary_session.changes
        press(planned, "save-session")
        after = {one.id: one for one in planned.diary.diary_session.store.sessions()}
        assert [after[name].day - before[name].day for name in ("s5", "s6", "s7")] == [dt.timedelta(), by, by]
        assert planned.diary.diary_session.changes == changes + 1

    def test_of_one_that_was_done_it_is_not_asked(self, demo: Program, today: dt.date) -> None:
        press(demo, "session-s3")
        press(demo, "another-day")
        press(demo, "days-before")
        assert "move-along" not in shown_names(demo)

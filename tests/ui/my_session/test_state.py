"""The next session and what is ready for it: kept in one place, and nowhere that a passcode would not guard."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path

import pytest

from tests.ui.diaries import PASSCODE
from tests.ui.programs import OpenProgram, begin_guarded, unlock
from tpe_guide.app import Program
from tpe_guide.diary.model import Course, Diary, ExchangeSession
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import CannotWrite
from tpe_guide.policy import CLINIC
from tpe_guide.ui.my_session.state import STEP_LENGTH, MySessionState, Plan

OWN = "Feed the cat named Bartholomew"


def state_of(program: Program) -> MySessionState:
    return program.diary.my_session


def fill(state: MySessionState) -> Plan:
    """A day, a tick and a row of one's own."""
    day = state.today + dt.timedelta(days=3)
    state.set_day(day)
    state.tick("bag", done=True)
    state.add(OWN)
    return Plan(day, None, ("bag",), (OWN,))


def everything_outside(data_dir: Path, program: Program) -> str:
    """All that lies in the data folder in clear text."""
    program.session.save_now()
    return "".join(path.read_text() for path in data_dir.rglob("*.json"))


class TestWithoutADiary:
    def test_it_is_kept_in_the_settings(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program()
        plan = fill(state_of(program))
        assert state_of(program).plan == plan
        program.session.save_now()
        again = open_program()
        assert (state_of(again).kept, state_of(again).is_kept) == ("settings", True)
        assert state_of(again).plan == plan

    def test_in_a_clinic_it_is_for_now_only(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program(CLINIC)
        plan = fill(state_of(program))
        assert (state_of(program).plan, state_of(program).is_kept) == (plan, False)
        assert not data_dir.exists()

    def test_a_day_that_is_over_is_no_next_session(self, open_program: OpenProgram) -> None:
        program = open_program()
        program.session.keep(program.session.settings._replace(next_session="2026-05-01"))
        assert state_of(program).plan.day is None

    def test_the_day_can_be_taken_away(self, open_program: OpenProgram) -> None:
        state = state_of(open_program())
        fill(state)
        state.set_day(None)
        assert state.plan.day is None

    def test_what_cannot_be_kept_is_not_said_to_be(
        self, open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = open_program()

        def refuse(_settings: object) -> None:
            raise CannotWrite(Path("settings.json"), "the disk is full")

        monkeypatch.setattr(program.session, "_save", refuse)
        fill(state_of(program))
        assert state_of(program).is_kept
        program.session.save_now()
        assert not state_of(program).is_kept


class TestInTheDiary:
    @pytest.fixture
    def program(self, open_program: OpenProgram, data_dir: Path) -> Program:
        sessions = (ExchangeSession("s1", 1, dt.date(2026, 5, 4)), ExchangeSession("s2", 2, dt.date(2026, 5, 6)))
        with DiaryStore.create(data_dir, None) as store:
            store.import_diary(Diary(Course("c", planned_sessions=5), sessions))
        return open_program()

    def test_the_day_is_a_session_that_is_planned(self, program: Program) -> None:
        state = state_of(program)
        plan = fill(state)
        assert state.kept == "diary"
        assert state.plan == plan._replace(number=3)
        [planned] = [one for one in program.diary.diary_session.store.sessions() if one.state == "planned"]
        assert (planned.number, planned.day) == (3, plan.day)

    def test_another_day_moves_it(self, program: Program) -> None:
        state = state_of(program)
        for days in (2, 4):
            state.set_day(state.today + dt.timedelta(days=days))
        assert [one.number for one in program.diary.diary_session.store.sessions()] == [1, 2, 3]
        assert state.plan.day == state.today + dt.timedelta(days=4)

    def test_what_the_course_said_before_stays(self, program: Program) -> None:
        fill(state_of(program))
        course = program.diary.diary_session.store.course()
        assert course == Course("c", planned_sessions=5, prepared=("bag",), own_steps=(OWN,))

    def test_nothing_of_it_stands_outside(self, program: Program, data_dir: Path) -> None:
        plan = fill(state_of(program))
        outside = everything_outside(data_dir, program)
        assert plan.day is not None
        assert not [word for word in (OWN, plan.day.isoformat(), '"bag"') if word in outside]

    def test_what_cannot_be_written_leaves_all_as_it_was(
        self, program: Program, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        state = state_of(program)
        plan = fill(state)

        def refuse(*_values: object) -> None:
            raise CannotWrite(Path("diary.db"), "the disk is full")

        monkeypatch.setattr(program.diary.diary_session.store, "set_course", refuse)
        for act in (partial(state.tick, "eating", done=True), state.clear, partial(state.add, "more")):
            with pytest.raises(CannotWrite):
                act()
        assert state.plan == plan._replace(number=3)
        assert not state.can_undo


class TestAGuardedDiary:
    @pytest.fixture
    def locked(self, open_program: OpenProgram, data_dir: Path) -> Program:
        DiaryStore.create(data_dir, PASSCODE).close()
        return open_program()

    def test_while_it_is_locked_nothing_is_kept_or_shown(self, locked: Program, data_dir: Path) -> None:
        state = state_of(locked)
        assert (state.kept, state.is_kept, state.is_locked, state.plan) == ("visit", False, True, Plan())
        plan = fill(state)
        outside = everything_outside(data_dir, locked)
        assert plan.day is not None
        assert not [word for word in (OWN, plan.day.isoformat(), '"bag"') if word in outside]

    def test_once_it_is_open_it_takes_in_what_was_said(self, locked: Program) -> None:
        state = state_of(locked)
        plan = fill(state)
        unlock(locked, PASSCODE)
        state.take_in()
        assert (state.kept, state.plan) == ("diary", plan._replace(number=1))
        state.take_in()
        assert state.plan == plan._replace(number=1)

    def test_what_the_settings_kept_moves_into_it_when_it_is_begun(
        self, open_program: OpenProgram, data_dir: Path
    ) -> None:
        program = open_program()
        plan = fill(state_of(program))
        program.session.save_now()
        assert OWN in everything_outside(data_dir, program)
        program.session.go(program.session.locator._replace(place="log"))
        begin_guarded(program, PASSCODE)
        assert state_of(program).plan == plan._replace(number=1)
        outside = everything_outside(data_dir, program)
        assert plan.day is not None
        assert not [word for word in (OWN, plan.day.isoformat(), '"bag"') if word in outside]

    def test_what_the_diary_says_comes_first(self, locked: Program) -> None:
        state, session = state_of(locked), locked.diary.diary_session
        plan = fill(state)
        unlock(locked, PASSCODE)
        theirs = state.today + dt.timedelta(days=9)
        session.store.add_session(ExchangeSession("x", 4, theirs, "planned"))
        session.store.set_course(Course("c", prepared=("eating",), own_steps=("Water the plants",)))
        state.take_in()
        assert state.plan == Plan(theirs, 4, ("eating", *plan.done), ("Water the plants", OWN))


class TestTheList:
    @pytest.fixture
    def state(self, open_program: OpenProgram) -> MySessionState:
        return state_of(open_program())

    def test_a_tick_is_set_and_taken_away(self, state: MySessionState) -> None:
        for done in (True, True, False):
            state.tick("bag", done=done)
            assert state.plan.done == (("bag",) if done else ())

    def test_a_row_is_added_once_and_never_empty(self, state: MySessionState) -> None:
        for words in ("Keys", "  Keys ", " ", "", "x" * 500):
            state.add(words)
        assert state.plan.own == ("Keys", "x" * STEP_LENGTH)
        assert [row.text for row in state.rows[-2:]] == list(state.plan.own)

    def test_cleared_ticks_come_back(self, state: MySessionState) -> None:
        plan = fill(state)
        assert not state.can_undo
        state.clear()
        assert (state.plan.done, state.plan.own, state.can_undo) == ((), (OWN,), True)
        state.undo()
        assert (state.plan, state.can_undo) == (plan, False)

    def test_a_removed_row_comes_back_with_its_tick(self, state: MySessionState) -> None:
        fill(state)
        state.tick(OWN, done=True)
        before = state.plan
        state.remove(OWN)
        assert (state.plan.done, state.plan.own) == (("bag",), ())
        state.undo()
        assert state.plan == before

    def test_what_is_done_after_that_ends_the_way_back(self, state: MySessionState) -> None:
        fill(state)
        state.clear()
        state.tick("eating", done=True)
        assert not state.can_undo
        state.undo()
        assert state.plan.done == ("eating",)

    def test_one_thing_that_is_left_is_named(self, open_program: OpenProgram) -> None:
        program = open_program()
        state = state_of(program)
        state.add(OWN)
        for row in state.rows:
            assert program.diary.my_session.first_left() == row.text
            state.tick(row.id, done=True)
        assert program.diary.my_session.first_left() is None

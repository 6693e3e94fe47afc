"""A gentle notice, once, if the person wants it; never of a diary that is closed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tests.conftest import FixedClock
from tests.diary.stories import DAY, ZONE, session
from tests.ui.programs import OpenProgram, go, press, said_by
from tpe_guide.app import Program
from tpe_guide.diary.store import DiaryStore
from tpe_guide.settings import Settings
from tpe_guide.ui.diary.reminding import Reminding

EVENING = dt.datetime.combine(DAY, dt.time(19, 30), ZONE)


def put_session(folder: Path) -> None:
    with DiaryStore.create(folder, None) as store:
        store.add_session(session())


def look(program: Program) -> str:
    reminding = program.diary.findChild(Reminding)
    assert reminding is not None
    reminding.look()
    return said_by(program)


def test_in_the_evening_of_a_session_it_is_said_once(
    open_program: OpenProgram, data_dir: Path, clock: FixedClock
) -> None:
    clock.now = EVENING
    put_session(data_dir)
    program = open_program(chosen=Settings(remind=True))
    go(program, "diary")
    assert "You had a session today" in look(program)
    press(program, "banner-close")
    assert look(program) == ""


def test_of_one_that_was_planned_no_more_is_said(open_program: OpenProgram, data_dir: Path, clock: FixedClock) -> None:
    clock.now = EVENING
    with DiaryStore.create(data_dir, None) as store:
        store.add_session(session(state="planned"))
    program = open_program(chosen=Settings(remind=True))
    go(program, "diary")
    assert look(program).startswith("A session was planned for today. If you like")


def test_not_unless_it_is_wanted(open_program: OpenProgram, data_dir: Path, clock: FixedClock) -> None:
    clock.now = EVENING
    put_session(data_dir)
    program = open_program()
    go(program, "diary")
    assert look(program) == ""
    go(program, "keeping")
    press(program, "remind-yes")
    assert program.session.settings.remind
    assert "You had a session today" in look(program)
    press(program, "remind-no")
    assert not program.session.settings.remind


def test_not_of_a_diary_that_is_closed(open_program: OpenProgram, data_dir: Path, clock: FixedClock) -> None:
    clock.now = EVENING
    put_session(data_dir)
    program = open_program(chosen=Settings(remind=True))
    go(program, "diary")
    program.diary.diary_session.close()
    assert look(program) == ""

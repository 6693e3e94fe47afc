"""Sessions planned in one go: the days that were meant, all or none of them kept, and none made up."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from tests.diary.stories import DAY, entry, session
from tests.diary.test_store_faults import files_of_at_most, posix
from tpe_guide.diary import model, planning
from tpe_guide.diary.model import Course
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import BadInput, CannotWrite, DiaryFull


def on(*days: int) -> tuple[dt.date, ...]:
    return tuple(DAY + dt.timedelta(days=day) for day in days)


class TestDays:
    def test_every_other_day_and_every_day(self) -> None:
        assert planning.days("other-day", DAY, 3, (), ()) == on(0, 2, 4)
        assert planning.days("daily", DAY, 3, (), ()) == on(0, 1, 2)

    def test_those_that_were_picked(self) -> None:
        assert planning.days("chosen", DAY, 9, set(on(5, 0, 3)), ()) == on(0, 3, 5)

    def test_a_day_with_a_session_keeps_that_and_gets_no_second(self) -> None:
        assert planning.days("other-day", DAY, 3, (), on(2)) == on(0, 4, 6)
        assert planning.days("chosen", DAY, 9, set(on(1, 2)), on(2)) == on(1)

    def test_over_a_leap_day_and_the_end_of_a_year(self) -> None:
        assert planning.days("other-day", dt.date(2028, 2, 28), 2, (), ())[1] == dt.date(2028, 3, 1)
        assert planning.days("daily", dt.date(2026, 12, 31), 2, (), ())[1] == dt.date(2027, 1, 1)

    def test_what_is_offered_first(self) -> None:
        assert planning.first_day((), DAY) == DAY + dt.timedelta(days=1)
        assert planning.first_day([session(1)], DAY) == DAY + dt.timedelta(days=2)
        assert planning.first_day([session(1)], DAY + dt.timedelta(days=30)) == DAY + dt.timedelta(days=31)


class TestSessions:
    def test_they_go_on_from_the_last_number_and_are_only_planned(self) -> None:
        made = planning.planned([session(1), session(2)], on(9, 7), "chest-line")
        assert [(one.number, one.day, one.state) for one in made] == [
            (3, on(7)[0], "planned"),
            (4, on(9)[0], "planned"),
        ]
        assert {one.access for one in made} == {"chest-line"}
        assert len({one.id for one in made}) == 2

    def test_no_more_than_there_is_room_for(self) -> None:
        assert planning.room_for(()) == planning.MOST
        assert planning.room_for([session(n) for n in range(1, model.SESSION_LIMIT - 3)]) == 4
        assert planning.room_for([session(n) for n in range(1, model.SESSION_LIMIT + 1)]) == 0

    def test_those_after_one_that_is_moved(self) -> None:
        sessions = [session(1), *(replace(session(n), state="planned") for n in range(2, 6))]
        later = planning.after(sessions, sessions[2])
        assert [one.number for one in later] == [4, 5]
        assert [one.day for one in planning.moved_by(later, dt.timedelta(days=2))] == [
            one.day + dt.timedelta(days=2) for one in later
        ]


class TestKept:
    def test_all_at_once_with_how_many_are_planned(self, store: DiaryStore) -> None:
        store.add_session(session(1))
        made = planning.planned(store.sessions(), on(7, 9, 11), "unknown")
        store.keep_sessions(made, replace(store.course(), planned_sessions=4))
        assert store.sessions() == (session(1), *made)
        assert store.course().planned_sessions == 4

    def test_or_none(self, store: DiaryStore) -> None:
        made = planning.planned((), on(7, 9), "unknown")
        broken = (*made, replace(made[0], id="x", number=0))
        with pytest.raises(BadInput):
            store.keep_sessions(broken, replace(store.course(), planned_sessions=3))
        assert store.sessions() == ()
        assert store.course().planned_sessions is None

    @posix
    def test_a_full_disk_leaves_none(self, store: DiaryStore) -> None:
        store.get_ready()
        made = planning.planned((), [DAY + dt.timedelta(days=n) for n in range(15)], "unknown")
        noted = tuple(replace(one, note="x" * 2000) for one in made)
        size = max(file.stat().st_size for file in store.path.parent.iterdir())
        with files_of_at_most(size), pytest.raises(CannotWrite):
            store.keep_sessions(noted)
        assert store.sessions() == ()

    def test_past_the_most_that_a_course_holds(self, store: DiaryStore, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(model, "SESSION_LIMIT", 3)
        store.add_session(session(1))
        with pytest.raises(DiaryFull):
            store.keep_sessions(planning.planned(store.sessions(), on(7, 9, 11), "unknown"))
        assert store.sessions() == (session(1),)

    def test_taken_back_all_at_once(self, store: DiaryStore, folder: Path) -> None:
        course = Course("c", planned_sessions=2)
        store.set_course(course)
        made = planning.planned((), on(7, 9), "unknown")
        store.keep_sessions(made, replace(course, planned_sessions=4))
        store.remove_sessions([one.id for one in made], course)
        assert store.sessions() == ()
        assert store.course() == course

    def test_not_where_an_entry_is_about_one_of_them(self, store: DiaryStore) -> None:
        made = planning.planned((), on(7, 9), "unknown")
        store.keep_sessions(made)
        store.save_entry(entry(1, session=made[1].id))
        with pytest.raises(BadInput):
            store.remove_sessions([one.id for one in made])
        assert store.sessions() == made

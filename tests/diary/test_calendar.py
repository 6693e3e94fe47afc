"""Days as people mean them, over midnight, the change of clocks and the end of a year."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.diary.strategies import days
from tpe_guide.diary.calendar import (
    current_session,
    last_night,
    later_before,
    meant_day,
    moment_on,
    next_number,
    next_session,
    session_done,
    session_planned,
)
from tpe_guide.diary.model import ExchangeSession
from tpe_guide.vocabulary.terms import MOMENTS, SESSION_STATES

BERLIN = ZoneInfo("Europe/Berlin")
zones = st.sampled_from(
    [
        "UTC",
        "Europe/Berlin",
        "America/St_Johns",
        "Asia/Kathmandu",
        "Pacific/Kiritimati",
        "Australia/Lord_Howe",
    ]
).map(ZoneInfo)
moments = st.datetimes(dt.datetime(1950, 1, 1), dt.datetime(2150, 1, 1), timezones=zones)
session_lists = st.lists(
    st.builds(
        ExchangeSession,
        id=st.uuids().map(str),
        number=st.integers(1, 20),
        day=st.dates(dt.date(2025, 12, 20), dt.date(2026, 1, 12)),
        state=st.sampled_from(SESSION_STATES),
    ),
    max_size=8,
)
todays = st.dates(dt.date(2025, 12, 25), dt.date(2026, 1, 8))


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=BERLIN)


def session(number: int, day: str, state: str = "done") -> ExchangeSession:
    return ExchangeSession(f"s{number}", number, dt.date.fromisoformat(day), state)  # type: ignore[arg-type]


class TestWhatIsPlanned:
    TODAY = dt.date(2026, 5, 8)

    def test_it_is_the_first_that_is_planned_for_today_or_later(self) -> None:
        past, soon, late = (
            session(2, "2026-05-07", "planned"),
            session(3, "2026-05-08", "planned"),
            session(4, "2026-05-10"),
        )
        assert next_session([late, soon, past], self.TODAY) == soon
        assert next_session([past, late], self.TODAY) is None

    def test_without_a_plan_a_day_makes_a_new_session(self) -> None:
        planned = session_planned([session(1, "2026-05-04"), session(2, "2026-05-06", "missed")], self.TODAY)
        assert (planned.number, planned.day, planned.state) == (3, self.TODAY, "planned")

    def test_the_session_that_was_planned_is_moved(self) -> None:
        planned = session(3, "2026-05-07", "planned")
        moved = session_planned([session(2, "2026-05-04"), session(4, "2026-05-09", "planned"), planned], self.TODAY)
        assert moved == replace(planned, day=self.TODAY)

    @given(session_lists, todays, todays)
    def test_what_is_planned_is_what_comes_next(
        self, sessions: list[ExchangeSession], day: dt.date, today: dt.date
    ) -> None:
        planned = session_planned(sessions, day)
        others = [one for one in sessions if one.id != planned.id and one.state != "planned"]
        found = next_session([*others, planned], today)
        assert found == (planned if day >= today else None)


class TestTheDayThatIsMeant:
    @pytest.mark.parametrize(
        ("now", "day"),
        [
            ("2026-05-08T23:59", "2026-05-08"),
            ("2026-05-09T00:00", "2026-05-08"),
            ("2026-05-09T03:59:59", "2026-05-08"),
            ("2026-05-09T04:00", "2026-05-09"),
            ("2026-01-01T01:30", "2025-12-31"),
            ("2028-03-01T02:00", "2028-02-29"),
            # The night the clocks go forward has no 02:30; the one they go back has two.
            ("2026-03-29T01:59", "2026-03-28"),
            ("2026-03-29T03:00", "2026-03-28"),
            ("2026-03-29T04:00", "2026-03-29"),
            ("2026-10-25T02:30", "2026-10-24"),
            ("2026-10-25T04:00", "2026-10-25"),
        ],
    )
    def test_until_four_it_is_still_yesterday(self, now: str, day: str) -> None:
        assert meant_day(at(now)) == dt.date.fromisoformat(day)

    @given(moments)
    def test_it_is_today_or_yesterday_by_the_clock_on_the_wall(self, now: dt.datetime) -> None:
        behind = (now.date() - meant_day(now)).days
        assert behind == (1 if now.hour < 4 else 0)

    @given(moments, st.timedeltas(dt.timedelta(0), dt.timedelta(days=40)))
    def test_it_never_runs_backwards(self, now: dt.datetime, later: dt.timedelta) -> None:
        # Wall time: Python adds to what the clock on the wall says.
        assert meant_day(now) <= meant_day(now + later)

    @given(moments)
    def test_the_zone_does_not_matter_only_the_wall(self, now: dt.datetime) -> None:
        assert meant_day(now) == meant_day(now.replace(tzinfo=None))


class TestTheSessionAnEntryBelongsTo:
    def test_the_newest_done_today_or_yesterday(self) -> None:
        course = [session(1, "2026-05-11"), session(2, "2026-05-13"), session(3, "2026-05-14", "planned")]
        assert current_session(course, dt.date(2026, 5, 14)) == course[1]
        assert current_session(course, dt.date(2026, 5, 13)) == course[1]
        assert current_session(course, dt.date(2026, 5, 12)) == course[0]
        assert current_session(course, dt.date(2026, 5, 15)) is None
        assert current_session(course, dt.date(2026, 5, 10)) is None, "a session of tomorrow is not one had"

    def test_two_on_one_day(self) -> None:
        course = [session(2, "2026-05-13"), session(1, "2026-05-13")]
        assert current_session(course, dt.date(2026, 5, 13)) == course[0]

    def test_after_midnight_it_is_still_the_session_of_the_day_before(self) -> None:
        course = [session(1, "2025-12-30"), session(2, "2025-12-31")]
        assert current_session(course, meant_day(at("2026-01-01T01:30"))) == course[1]

    @given(session_lists, todays)
    def test_it_is_done_and_recent_and_none_is_newer(self, course: list[ExchangeSession], today: dt.date) -> None:
        found = current_session(course, today)
        recent = [one for one in course if one.state == "done" and 0 <= (today - one.day).days <= 1]
        assert (found is None) == (not recent)
        if found is not None:
            assert found in recent
            assert all((one.day, one.number) <= (found.day, found.number) for one in recent)


class TestTheNextSession:
    def test_the_first(self) -> None:
        assert next_number([]) == 1
        assert next_number([session(1, "2026-05-15", "planned")]) == 1

    def test_a_missed_one_keeps_its_number(self) -> None:
        assert next_number([session(1, "2026-05-11"), session(2, "2026-05-13", "missed")]) == 3

    def test_a_planned_one_is_done_and_takes_the_day_it_was_had(self) -> None:
        course = [
            session(1, "2026-05-11"),
            session(3, "2026-05-18", "planned"),
            session(2, "2026-05-15", "planned"),
        ]
        done = session_done(course, dt.date(2026, 5, 14))
        assert (done.id, done.number, done.state, done.day) == ("s2", 2, "done", dt.date(2026, 5, 14))

    def test_without_a_plan_it_is_a_new_one(self) -> None:
        done = session_done([session(1, "2026-05-11")], dt.date(2026, 5, 13))
        assert (done.number, done.state, done.day) == (2, "done", dt.date(2026, 5, 13))
        assert done.id not in ("", "s1")

    def test_it_takes_the_access_that_is_known_unless_it_knows_its_own(self) -> None:
        day = dt.date(2026, 5, 14)
        assert session_done([], day, "neck-line").access == "neck-line"
        assert session_done([session(2, "2026-05-15", "planned")], day, "neck-line").access == "neck-line"
        planned = replace(session(2, "2026-05-15", "planned"), access="arm-veins")
        assert session_done([planned], day, "neck-line").access == "arm-veins"

    @given(session_lists, todays)
    def test_it_is_numbered_after_all_that_were_had(self, course: list[ExchangeSession], today: dt.date) -> None:
        done = session_done(course, today)
        assert done.number >= next_number(course)
        assert all(done.number > one.number for one in course if one.state != "planned")


class TestOrder:
    def test_a_later_session_before_this_one(self) -> None:
        course = [session(1, "2026-05-08"), session(2, "2026-05-11", "missed")]
        assert later_before(course, session(3, "2026-05-07")) == course[0]
        assert later_before(course, session(3, "2026-05-08")) is None
        assert later_before(course, session(1, "2026-05-01")) is None


class TestTheMoment:
    @pytest.mark.parametrize(
        ("now", "moment"),
        [
            ("2026-05-08T10:30", "during"),
            ("2026-05-08T16:59", "during"),
            ("2026-05-08T17:00", "evening"),
            ("2026-05-09T01:30", "evening"),
            ("2026-05-09T04:00", "next-day"),
            ("2026-05-10T03:00", "next-day"),
            ("2026-05-10T09:00", "later"),
            ("2026-05-07T12:00", "later"),
        ],
    )
    def test_of_a_session_on_the_eighth(self, now: str, moment: str) -> None:
        assert moment_on(dt.date(2026, 5, 8), meant_day(at(now)), at(now)) == moment

    @given(days, moments)
    def test_it_is_always_one_that_the_format_knows(self, day: dt.date, now: dt.datetime) -> None:
        assert moment_on(day, meant_day(now), now) in MOMENTS


class TestTheNightAfterASession:
    COURSE = (session(2, "2026-05-06"), session(3, "2026-05-08"), session(4, "2026-05-08", "planned"))

    @pytest.mark.parametrize("now", ["2026-05-09T00:00", "2026-05-09T04:59"])
    def test_until_five_it_may_be_meant(self, now: str) -> None:
        assert last_night(self.COURSE, at(now)) == self.COURSE[1]

    @pytest.mark.parametrize("now", ["2026-05-08T23:59", "2026-05-09T05:00", "2026-05-10T01:00", "2026-05-08T00:30"])
    def test_at_other_times_there_is_no_doubt(self, now: str) -> None:
        assert last_night(self.COURSE, at(now)) is None

    @given(session_lists, moments)
    def test_it_is_a_session_of_the_day_before(self, course: list[ExchangeSession], now: dt.datetime) -> None:
        found = last_night(course, now)
        assert found is None or (now.hour < 5 and found.state == "done" and (now.date() - found.day).days == 1)


class TestTheMomentOfADay:
    @pytest.mark.parametrize(
        ("day", "now", "moment"),
        [
            ("2026-05-08", "2026-05-08T11:00", "during"),
            ("2026-05-08", "2026-05-08T17:00", "evening"),
            ("2026-05-08", "2026-05-09T00:40", "evening"),
            ("2026-05-08", "2026-05-11T11:00", "evening"),
            ("2026-05-09", "2026-05-09T00:40", "next-day"),
            ("2026-05-10", "2026-05-10T09:00", "later"),
            ("2026-05-07", "2026-05-10T09:00", "later"),
        ],
    )
    def test_it_follows_the_day_that_is_meant(self, day: str, now: str, moment: str) -> None:
        assert moment_on(dt.date(2026, 5, 8), dt.date.fromisoformat(day), at(now)) == moment

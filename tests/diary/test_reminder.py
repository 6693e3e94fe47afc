"""Reminders by the clock on the wall: through summer time, leap days and the end of a year."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.diary.stories import session
from tpe_guide.diary.reminder import Reminder, due

BERLIN = ZoneInfo("Europe/Berlin")
DAY = session(1).day


def at(day: dt.date, clock: str) -> dt.datetime:
    return dt.datetime.combine(day, dt.time.fromisoformat(clock), BERLIN)


def told(now: dt.datetime, newest: dt.date | None = None, **more: object) -> Reminder | None:
    return due([session(1, **more)], lambda: newest, now)


@pytest.mark.parametrize(
    ("days", "clock", "part"),
    [
        (0, "18:59", None),
        (0, "19:00", "evening"),
        (0, "23:59", "evening"),
        (1, "00:10", None),
        (1, "08:59", None),
        (1, "09:00", "morning"),
        (1, "11:59", "morning"),
        (1, "12:00", None),
        (1, "19:30", None),
        (-1, "19:30", None),
    ],
)
def test_in_the_evening_and_on_the_next_morning(days: int, clock: str, part: str | None) -> None:
    found = told(at(DAY + dt.timedelta(days=days), clock))
    assert (found and found.part) == part


def test_not_where_something_was_written_for_that_day() -> None:
    assert told(at(DAY, "19:30"), newest=DAY) is None
    assert told(at(DAY + dt.timedelta(days=1), "09:30"), newest=DAY) is not None
    assert told(at(DAY + dt.timedelta(days=1), "09:30"), newest=DAY + dt.timedelta(days=1)) is None


def test_a_planned_session_counts_and_a_missed_one_does_not() -> None:
    assert told(at(DAY, "19:30"), state="planned") is not None
    assert told(at(DAY, "19:30"), state="missed") is None


@given(st.dates(dt.date(2024, 1, 1), dt.date(2030, 12, 30)), st.sampled_from(["Europe/Berlin", "America/Lima"]))
def test_on_every_day_of_the_year_the_clock_on_the_wall_counts(day: dt.date, zone: str) -> None:
    moved = [replace(session(1), day=day)]
    for days, clock, part in ((0, "19:00", "evening"), (1, "09:00", "morning")):
        now = dt.datetime.combine(day + dt.timedelta(days=days), dt.time.fromisoformat(clock), ZoneInfo(zone))
        found = due(moved, lambda: None, now)
        assert found is not None
        assert found.part == part
        assert due(moved, lambda: None, now - dt.timedelta(minutes=1)) is None

"""What is next, as the diary knows it: told on the right day, and never told without knowing."""

from __future__ import annotations

import datetime as dt

import pytest

from tpe_guide.diary.model import Entry, ExchangeSession
from tpe_guide.diary.next_up import NextUp, next_up
from tpe_guide.vocabulary.terms import SessionState

FRIDAY = dt.date(2026, 5, 8)
NOON, EVENING, SMALL_HOURS = dt.time(12), dt.time(19, 30), dt.time(1, 30)


def session(number: int, day: dt.date, state: SessionState = "planned") -> ExchangeSession:
    return ExchangeSession(id=str(number), number=number, day=day, state=state)


def entry(day: dt.date) -> Entry:
    return Entry("e", day=day, recorded_at=dt.datetime.combine(day, NOON, dt.UTC))


def at(day: dt.date, time: dt.time = NOON) -> dt.datetime:
    return dt.datetime.combine(day, time, dt.UTC)


def days(count: int) -> dt.timedelta:
    return dt.timedelta(days=count)


def told(
    *sessions: ExchangeSession, now: dt.datetime, entries: tuple[Entry, ...] = (), planned: int | None = None
) -> NextUp | None:
    return next_up(sessions, lambda: entries, planned, now)


def test_nothing_is_known_of_an_empty_diary() -> None:
    assert told(now=at(FRIDAY)) is None


@pytest.mark.parametrize(
    ("before", "when"),
    [(days(3), "ahead"), (days(1), "tomorrow"), (days(0), "today")],
    ids=["in three days", "tomorrow", "today"],
)
def test_a_planned_session_comes_nearer(before: dt.timedelta, when: str) -> None:
    third = session(3, FRIDAY)
    assert told(session(4, FRIDAY + days(2)), third, now=at(FRIDAY - before)) == (when, third)


def test_after_midnight_the_session_of_the_new_day_is_today() -> None:
    third = session(3, FRIDAY)
    assert told(third, now=at(FRIDAY, SMALL_HOURS)) == NextUp("today", third)


@pytest.mark.parametrize("state", ["done", "planned"])
def test_the_night_after_a_session_comes_first(state: SessionState) -> None:
    third, fourth = session(3, FRIDAY, state), session(4, FRIDAY + days(1))
    assert told(third, fourth, now=at(FRIDAY + days(1))) == NextUp("after", third)


def test_the_night_is_not_over_in_the_small_hours() -> None:
    assert told(session(3, FRIDAY, "done"), now=at(FRIDAY + days(1), SMALL_HOURS)) is None


def test_once_something_is_logged_for_the_new_day_nobody_asks_again() -> None:
    third, fourth = session(3, FRIDAY, "done"), session(4, FRIDAY + days(2))
    logged = (entry(FRIDAY), entry(FRIDAY + days(1)))
    assert told(third, fourth, now=at(FRIDAY + days(1)), entries=logged[:1]) == NextUp("after", third)
    assert told(third, fourth, now=at(FRIDAY + days(1)), entries=logged) == NextUp("tomorrow", fourth)


def test_nobody_is_asked_about_the_night_after_a_session_that_was_missed() -> None:
    assert told(session(3, FRIDAY, "missed"), now=at(FRIDAY + days(1))) is None


def test_entries_are_read_only_the_day_after_a_session() -> None:
    def read() -> tuple[Entry, ...]:
        raise AssertionError("read")

    assert next_up([session(3, FRIDAY)], read, None, at(FRIDAY, EVENING)) == NextUp("today", session(3, FRIDAY))


@pytest.mark.parametrize(("planned", "finished"), [(5, True), (6, False), (None, False)])
def test_a_course_is_done_only_if_it_is_known_how_long_it_was_to_be(planned: int | None, finished: bool) -> None:
    fifth = session(5, FRIDAY, "done")
    found = told(session(4, FRIDAY - days(2), "done"), fifth, now=at(FRIDAY + days(4)), planned=planned)
    assert found == (NextUp("finished", fifth) if finished else None)


def test_a_course_with_a_session_to_come_is_not_done() -> None:
    fifth, sixth = session(5, FRIDAY, "done"), session(6, FRIDAY + days(9))
    assert told(fifth, sixth, now=at(FRIDAY + days(4)), planned=5) == NextUp("ahead", sixth)

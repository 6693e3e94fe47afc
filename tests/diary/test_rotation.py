"""Which backups stay, whatever the clock did: set back, set forward, over summer time, at the end of a year."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpe_guide.diary.rotation import DAYS, NEWEST, WEEKS, Named, name_of, named, policy, staying

MONDAY = dt.date(2026, 5, 4)
days = st.dates(dt.date(1970, 1, 1), dt.date(2099, 12, 31))


def made_on(*when: dt.date) -> list[Named]:
    """Backups in the order in which they were made."""
    return [Named(number, day, "0a0b0c0d", Path(str(number))) for number, day in enumerate(when, start=1)]


def numbers(backups: set[Named]) -> list[int]:
    return sorted(one.number for one in backups)


def kept_over_time(when: list[dt.date]) -> list[Named]:
    """What is left where after each backup those go that do not stay."""
    there: set[Named] = set()
    for one in made_on(*when):
        there = staying({*there, one})
    return sorted(there)


def test_a_long_course_leaves_seven_days_and_eight_weeks() -> None:
    left = kept_over_time([MONDAY + dt.timedelta(days=number) for number in range(100)])
    assert [one.day for one in left[-DAYS:]] == [MONDAY + dt.timedelta(days=number) for number in range(93, 100)]
    weeks = [one.day.isocalendar()[:2] for one in left]
    assert len(set(weeks)) == WEEKS
    ended = [one.day for one in left if one.day < MONDAY + dt.timedelta(days=91)]
    assert {day.isoweekday() for day in ended} == {7}, "of a week that is over its last day"


def test_of_one_day_the_newest_stay() -> None:
    assert numbers(staying(made_on(*[MONDAY] * 20))) == [18, 19, 20]


def test_a_clock_in_the_future_takes_the_room_of_one_day() -> None:
    when = [MONDAY + dt.timedelta(days=number) for number in range(6)]
    assert len(kept_over_time([*when[:3], dt.date(2099, 1, 1), *when[3:]])) == 7


def test_a_clock_that_begins_anew_at_each_start_keeps_the_days_before() -> None:
    when = [MONDAY + dt.timedelta(days=number) for number in range(6)]
    left = kept_over_time([*when, *[dt.date(2000, 1, 1)] * 50])
    assert {one.day for one in left} == {*when, dt.date(2000, 1, 1)}
    assert [one.number for one in left[-NEWEST:]] == [54, 55, 56]


@given(st.lists(days, min_size=1, max_size=60))
def test_the_newest_and_so_many_before_it_always_stay(when: list[dt.date]) -> None:
    left = kept_over_time(when)
    assert [one.number for one in left][-NEWEST:] == [*range(1, len(when) + 1)][-NEWEST:]


@given(st.lists(days, max_size=60))
def test_never_more_than_said(when: list[dt.date]) -> None:
    assert len(kept_over_time(when)) <= DAYS + WEEKS + NEWEST


@given(st.lists(days, min_size=1, max_size=60))
def test_the_last_days_each_keep_their_newest(when: list[dt.date]) -> None:
    """By the order in which they were made, and after all that went in between."""
    last: dict[dt.date, int] = {}
    for number, day in reversed([*enumerate(when, start=1)]):
        last.setdefault(day, number)
    assert {*list(last.values())[:DAYS]} <= {one.number for one in kept_over_time(when)}


@given(st.lists(days, min_size=1, max_size=60))
def test_the_last_weeks_each_keep_their_newest(when: list[dt.date]) -> None:
    last: dict[tuple[int, int], int] = {}
    for number, day in reversed([*enumerate(when, start=1)]):
        year, week, _day = day.isocalendar()
        last.setdefault((year, week), number)
    assert {*list(last.values())[:WEEKS]} <= {one.number for one in kept_over_time(when)}


@given(st.lists(st.integers(-3, 3), min_size=1, max_size=80), st.sampled_from([dt.date(2026, 12, 30), MONDAY]))
def test_a_clock_that_goes_forth_and_back_leaves_one_of_each_day_it_was(steps: list[int], first: dt.date) -> None:
    when, day = [], first
    for step in steps:
        day += dt.timedelta(days=step)
        when.append(day)
    left = kept_over_time(when)
    assert len({one.day for one in left}) >= min(DAYS, len(set(when)))


@given(st.lists(days, max_size=40), st.integers(0, 39))
def test_what_stays_stays_when_it_is_asked_again(when: list[dt.date], cut: int) -> None:
    left = kept_over_time(when)
    assert staying(left) == {*left}
    assert staying([*reversed(left)]) == {*left}


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"])
@given(hours=st.lists(st.integers(1, 30), min_size=1, max_size=60))
def test_summer_time_and_zones_make_no_day_count_twice(zone: str, hours: list[int]) -> None:
    """Its day is that of the wall, however many hours it had."""
    now = dt.datetime(2026, 3, 7, 22, 30, tzinfo=dt.UTC)
    when = []
    for passed in hours:
        now += dt.timedelta(hours=passed)
        when.append(now.astimezone(ZoneInfo(zone)).date())
    left = kept_over_time(when)
    assert [one.day for one in left] == sorted(one.day for one in left)
    assert {one.day for one in left} >= {*sorted(set(when))[-DAYS:]}


def test_a_week_over_the_end_of_the_year_is_one_week() -> None:
    when = [dt.date(2026, 12, 28) + dt.timedelta(days=number) for number in range(7)]
    later = [dt.date(2027, 2, 1) + dt.timedelta(days=number) for number in range(7)]
    left = kept_over_time([*when, *later])
    assert [one.day for one in left if one.day < later[0]] == [dt.date(2027, 1, 3)]


@given(st.integers(0, 10**9), days, st.integers(0, 2**32 - 1))
def test_a_name_tells_what_it_was_made_of(number: int, day: dt.date, tag: int) -> None:
    path = Path("somewhere", name_of(number, day, f"{tag:08x}"))
    assert named(path) == Named(number, day, f"{tag:08x}", path)


@pytest.mark.parametrize(
    "name",
    [
        "diary-2026-02-31-000001-0a0b0c0d.tpebackup",
        "diary-2026-05-04-000001-0a0b0c0d.tpebackup.part",
        "my diary.tpebackup",
        "diary-2026-05-04-1-0a0b0c0d.tpebackup",
        "diary.db",
    ],
)
def test_what_is_named_otherwise_is_none_of_them(name: str) -> None:
    assert named(Path(name)) is None


def test_the_words_say_what_stays() -> None:
    assert policy() == "One of each of the last 7 days and 8 weeks with changes is kept."

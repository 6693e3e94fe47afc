"""The course at a glance: what was written, side by side, and nothing that was not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.diary.stories import DAY, session
from tpe_guide.diary.digest import Digest, Noticed, Rated
from tpe_guide.diary.overview import (
    Cell,
    FunctionRow,
    StripDay,
    grid,
    out_of_order,
    side_by_side,
    strip,
    tally,
)

NOT_ASKED, EMPTY = Cell("not-asked"), Cell("empty")


def day(number: int) -> dt.date:
    """The day of session *number*."""
    return session(number).day


def digest(*noticed: Noticed, written: str = "s1 s2", rated: tuple[Rated, ...] = (), nothing: str = "") -> Digest:
    return Digest(frozenset(written.split()), frozenset(nothing.split()), noticed, rated)


class TestStrip:
    def test_a_short_course_shows_each_of_its_days(self) -> None:
        shown = strip([session(1), session(3, state="planned")], today=day(2))
        assert [one.day for one in shown.days] == [DAY + dt.timedelta(days=at) for at in range(5)]
        assert shown.days[0] == StripDay(DAY, (session(1),), is_today=False)
        assert shown.days[2] == StripDay(day(2), (), is_today=True)
        assert (shown.earlier, shown.later) == (0, 0)

    def test_two_sessions_on_one_day_are_both_there(self) -> None:
        second = replace(session(2), day=DAY)
        assert strip([second, session(1)], today=DAY).days == (StripDay(DAY, (session(1), second), is_today=True),)

    def test_today_is_not_shown_weeks_after_the_course(self) -> None:
        shown = strip([session(1), session(7)], today=day(7) + dt.timedelta(days=30))
        assert not any(one.is_today for one in shown.days)

    def test_of_a_long_course_only_days_with_a_session_are_shown_and_today(self) -> None:
        shown = strip([session(1), session(20)], today=day(5))
        assert [one.day for one in shown.days] == [day(1), day(5), day(20)]

    def test_two_hundred_sessions_are_turned_through(self) -> None:
        course = [session(number) for number in range(1, 201)]
        shown = strip(course, today=day(200))
        assert (len(shown.days), shown.earlier, shown.later) == (15, 185, 0)
        before = strip(course, today=day(200), back=1)
        assert before.days[-1].day == day(185)
        assert (before.earlier, before.later) == (170, 15)
        first = strip(course, today=day(200), back=99)
        assert (first.days[0].day, len(first.days), first.earlier) == (day(1), 15, 0)

    def test_a_plan_for_a_year_does_not_hide_what_is_now(self) -> None:
        course = [session(number, state="done" if number < 10 else "planned") for number in range(1, 60)]
        shown = strip(course, today=day(9))
        assert any(one.is_today for one in shown.days)
        assert shown.later

    def test_an_empty_diary_has_no_days(self) -> None:
        assert strip([], today=DAY).days == ()


class TestSideBySide:
    def test_few_sessions_are_all_there_also_those_planned(self) -> None:
        course = [session(number, state="done" if number < 6 else "planned") for number in range(1, 8)]
        assert side_by_side(course, None) == (0, 7)

    def test_of_many_the_newest_that_were_had(self) -> None:
        course = [session(number, state="done" if number < 12 else "planned") for number in range(1, 20)]
        assert side_by_side(course, None) == (4, 11)
        assert side_by_side(course, 4) == (0, 7)
        assert side_by_side(course, 99) == (12, 19)

    def test_none_at_all(self) -> None:
        assert side_by_side([], None) == (0, 0)


class TestGrid:
    def test_none_not_asked_and_no_entry_are_three_things(self) -> None:
        found = Noticed("s1", "tingling", "", 0)
        row = grid([session(1), session(2), session(3)], digest(found)).rows[0]
        assert row.cells == (Cell("level", 0), NOT_ASKED, EMPTY)

    def test_a_warning_sign_is_marked_where_it_was_there(self) -> None:
        found = [Noticed("s1", "fever-chills", "", 2), Noticed("s2", "fever-chills", "", 0)]
        (row,) = grid([session(1), session(2)], digest(*found)).rows
        assert row.cells == (Cell("level", 2, warns=True), Cell("level", 0))

    def test_effects_stand_in_the_usual_order_the_persons_own_by_their_words_at_the_end(self) -> None:
        found = [
            Noticed("s1", "other", "spinning", 1),
            Noticed("s1", "other", "Hiccups", 1),
            Noticed("s1", "fever-chills", "", 1),
            Noticed("s1", "tired", "", 1),
            Noticed("s1", "tingling", "", 1),
        ]
        rows = grid([session(1)], digest(*found)).rows
        assert [(row.effect, row.words) for row in rows] == [
            ("tingling", ""),
            ("tired", ""),
            ("fever-chills", ""),
            ("other", "Hiccups"),
            ("other", "spinning"),
        ]

    def test_a_gap_stays_a_gap(self) -> None:
        rated = (Rated("s1", "vision", 3), Rated("s3", "vision", 0))
        shown = grid([session(1), session(2), session(3)], digest(rated=rated))
        assert shown.functions == (FunctionRow("vision", (3, None, 0)),)
        assert shown.functions[0].said == (3, 0)

    def test_nothing_new_is_an_answer_and_no_level(self) -> None:
        shown = grid([session(1)], digest(written="s1", nothing="s1"))
        assert (shown.nothing_new, shown.rows) == ({"s1"}, ())


def test_sessions_are_counted_as_they_are_in_the_diary() -> None:
    course = [session(1), session(2, state="missed"), session(3, state="planned")]
    assert tally(course, None) == (1, 1, 3)
    assert tally(course, 7) == (1, 1, 7)
    assert tally(course, 2) == (1, 1, 3)


def test_a_session_before_another_by_number_and_after_it_by_day_is_found() -> None:
    late = replace(session(1), day=day(5))
    assert out_of_order([session(1), session(2)]) is None
    assert out_of_order([session(2), late]) == (late, session(2))
    assert out_of_order([session(2), replace(late, state="planned")]) is None

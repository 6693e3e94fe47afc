"""How long a page may take this reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpe_guide.guide.pace import BEFORE_ANY, FASTEST, REMEMBERED, SLOWEST, learnt, minutes, pace_of


def test_before_any_page_is_read_a_tired_reader_is_assumed() -> None:
    assert pace_of(()) == BEFORE_ANY
    assert minutes(BEFORE_ANY * 2, ()) == 2


def test_a_page_read_tells_the_pace() -> None:
    assert learnt((), 200, 60) == (200,)
    assert minutes(300, (100,)) == 3


def test_one_long_call_in_the_middle_of_a_page_does_not_count() -> None:
    assert pace_of((150, 30, 160)) == 150


@pytest.mark.parametrize(
    ("words", "seconds"), [(200, 2), (200, 3600), (2000, 10), (5, 300)], ids=["glimpse", "left", "leafed", "stuck"]
)
def test_what_cannot_have_been_reading_is_not_learnt(words: int, seconds: float) -> None:
    assert learnt((120,), words, seconds) == (120,)


def test_time_is_rounded_up_and_is_nothing_only_for_nothing() -> None:
    assert (minutes(0, ()), minutes(1, ()), minutes(BEFORE_ANY + 1, ())) == (0, 1, 2)


@given(st.lists(st.tuples(st.integers(1, 3000), st.floats(0, 5000)), max_size=30))
def test_whatever_is_read_the_pace_stays_one_that_people_have(pages: list[tuple[int, float]]) -> None:
    paces: tuple[int, ...] = ()
    for words, seconds in pages:
        paces = learnt(paces, words, seconds)
        assert len(paces) <= REMEMBERED
    assert SLOWEST <= pace_of(paces) <= FASTEST

"""Where the moments stand on the line."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpe_guide.pictures.rehearsal.timeline import nearest, positions

MINUTES = st.lists(st.integers(-60, 500), min_size=2, max_size=20).map(sorted)


def test_they_are_as_far_apart_as_their_times() -> None:
    assert positions([0, 25, 50, 100], 1000, 10) == [0, 250, 500, 1000]


def test_two_at_the_same_time_stand_beside_each_other() -> None:
    places = positions([0, 50, 50, 100], 1000, 30)
    assert places[2] - places[1] == pytest.approx(30)


def test_at_the_end_they_are_pushed_back_rather_than_out() -> None:
    assert positions([0, 99, 100, 100], 1000, 30) == [0, 940, 970, 1000]


@given(MINUTES, st.floats(50, 3000), st.floats(1, 60))
def test_they_are_in_order_inside_and_apart(minutes: list[int], length: float, least: float) -> None:
    places = positions(minutes, length, least)
    apart = min(least, length / (len(minutes) - 1))
    assert places[-1] == length
    assert places[0] >= -1e-6
    assert all(after - before >= apart - 1e-6 for before, after in pairwise(places))


def test_a_press_finds_the_nearest() -> None:
    assert [nearest([0, 250, 1000], at) for at in (-20, 100, 130, 600, 640, 5000)] == [0, 0, 1, 1, 2, 2]

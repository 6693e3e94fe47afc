"""The bar: what is marked on it lies where the numbers say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tpe_guide.pictures.drawing.path import Path
from tpe_guide.pictures.feelings.bar import bar, extent
from tpe_guide.pictures.feelings.frequency import Frequency

WIDTH, HEIGHT = 402.0, 14.0
"""400 units between the middles of its lines: four for each of 100."""
RANGE, ONE, UNDER = Frequency(9, 36, 100), Frequency(15, 15, 100), Frequency(0, 5, 100, under=True)
ALL = (RANGE, ONE, UNDER, Frequency(0, 0, 100), Frequency(100, 100, 100), Frequency(0, 100, 100))


def across(line: Path) -> tuple[float, float]:
    """Its left and right end."""
    places = [x for __, points in line for x, _y in points]
    return min(places), max(places)


def marks(*often: Frequency, mirrored: bool = False) -> Iterator[tuple[float, float]]:
    for shape in bar(often, WIDTH, HEIGHT, mirrored=mirrored)[1:]:
        yield across(shape.line)


def test_a_range_begins_and_ends_at_its_numbers() -> None:
    assert list(marks(RANGE)) == [pytest.approx((1 + 4 * 9, 1 + 4 * 36))]


def test_one_number_is_marked_about_its_place() -> None:
    ((left, right),) = marks(ONE)
    assert (left + right) / 2 == pytest.approx(1 + 4 * 15)
    assert right - left == pytest.approx(HEIGHT / 2), "wide enough to be seen"


def test_fewer_than_begins_at_none_and_is_open_toward_more() -> None:
    ((left, right),) = marks(UNDER)
    assert (left, right) == pytest.approx((1, 1 + 4 * 5))
    line = bar([UNDER], WIDTH, HEIGHT)[1].line
    assert line[0].points[0][0] == line[-1].points[-1][0] == pytest.approx(right)
    assert "Z" not in [kind for kind, __ in line], "nothing closes it there"


def test_fewer_than_does_not_look_like_a_count() -> None:
    __, fewer, counted = bar([UNDER, RANGE], WIDTH, HEIGHT)
    assert fewer.fill != counted.fill


@pytest.mark.parametrize("often", ALL)
def test_from_right_to_left_it_is_the_same_seen_in_a_mirror(often: Frequency) -> None:
    ((left, right),) = marks(often)
    assert list(marks(often, mirrored=True)) == [pytest.approx((WIDTH - right, WIDTH - left))]


@pytest.mark.parametrize("often", ALL)
@pytest.mark.parametrize("mirrored", [False, True])
def test_nothing_is_marked_outside_the_bar(often: Frequency, mirrored: bool) -> None:
    left, length = extent(often, WIDTH, HEIGHT, mirrored=mirrored)
    assert left >= 1
    assert left + length <= WIDTH - 1 + 1e-9


def test_without_a_count_it_is_dashed_and_empty() -> None:
    (track,) = bar([], WIDTH, HEIGHT)
    assert track.fill == ""
    assert track.dashes[0] > 0
    assert not bar([RANGE], WIDTH, HEIGHT)[0].dashes[0]

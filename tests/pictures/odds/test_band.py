"""The bar of a range: from the lowest true number to the highest, whichever way one reads."""

from __future__ import annotations

import pytest

from tpe_guide.pictures.drawing.shapes import Shape
from tpe_guide.pictures.odds.array import COUNTED, Array
from tpe_guide.pictures.odds.band import band

TRIAL = Array(100, ((COUNTED, 42),), 20, 67)


def across(shape: Shape) -> tuple[float, float]:
    xs = [x for segment in shape.line for x, __ in segment.points]
    return min(xs) - shape.width / 2, max(xs) + shape.width / 2


def test_it_reaches_from_low_to_high_and_the_count_is_marked_on_it() -> None:
    __, bar, dot = band(TRIAL, 200, 20)
    assert across(bar) == pytest.approx((40, 134))
    assert sum(across(dot)) / 2 == pytest.approx(84)


def test_from_right_to_left_none_is_at_the_right() -> None:
    __, bar, dot = band(TRIAL, 200, 20, mirrored=True)
    assert across(bar) == pytest.approx((66, 160))
    assert sum(across(dot)) / 2 == pytest.approx(116)


@pytest.mark.parametrize("n", [0, 100])
def test_nothing_is_cut_at_the_ends(n: int) -> None:
    for shape in band(Array(100, ((COUNTED, n),), 0, 100), 200, 20):
        left, right = across(shape)
        assert left >= -1, "the line begins in the middle of its own end"
        assert right <= 201

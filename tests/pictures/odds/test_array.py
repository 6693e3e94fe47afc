"""Icon arrays: as many marks as were counted, each in one place."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from tpe_guide.pictures.odds.array import COUNTED, REST, Array, Layout, laid_out


@pytest.mark.parametrize(
    ("array", "wanted"),
    [
        (Array(100, ((COUNTED, 40),)), {COUNTED: 40, REST: 60}),
        (Array(100, ((COUNTED, 42),), 20, 67), {COUNTED: 42, REST: 58}),
        (
            Array(1000, (("mild", 16), ("moderate", 20), ("severe", 2))),
            {"mild": 16, "moderate": 20, "severe": 2, REST: 962},
        ),
        (Array(100, ((COUNTED, 0),)), {REST: 100}),
        (Array(100, ((COUNTED, 100),)), {COUNTED: 100}),
    ],
)
def test_each_mark_stands_for_one(array: Array, wanted: dict[str, int]) -> None:
    assert Counter(array.kinds) == wanted
    assert len(array.kinds) == array.of


def test_what_was_counted_comes_first() -> None:
    kinds = Array(100, ((COUNTED, 42),), 20, 67).kinds
    assert set(kinds[:42]) == {COUNTED}
    assert set(kinds[42:]) == {REST}


@pytest.mark.parametrize("of", [100, 1000])
@pytest.mark.parametrize(("width", "height"), [(400, 400), (900, 300), (250, 900), (37, 41)])
def test_every_mark_has_a_place_of_its_own_in_the_room_there_is(of: int, width: int, height: int) -> None:
    layout = laid_out(of, width, height, 42)
    cells = list(layout.cells(Array(of, ((COUNTED, 7),))))
    assert len({(cell.x, cell.y) for cell in cells}) == of
    assert max(cell.x for cell in cells) + layout.side == layout.width
    assert max(cell.y for cell in cells) + layout.side == layout.height
    if layout.side > 1:
        assert layout.width <= width
        assert layout.height <= height


def test_a_thousand_stand_in_ten_squares_of_a_hundred_one_full_before_the_next() -> None:
    layout = Layout(1000, 5, 13)
    squares = [{layout.corner(index) for index in range(at, at + 100)} for at in range(0, 1000, 100)]
    for square in squares:
        xs, ys = sorted({x for x, __ in square}), sorted({y for __, y in square})
        assert len(square) == len(xs) * len(ys) == 100
        assert (xs[-1] - xs[0], ys[-1] - ys[0]) == (9 * 13, 9 * 13)
    lefts = [min(square) for square in squares]
    assert len({y for __, y in lefts}) == 2
    assert lefts == sorted(lefts, key=lambda corner: (corner[1], corner[0])), "as one reads"
    between = lefts[1][0] - lefts[0][0] - 10 * 13
    assert between == layout.gap > 0


def test_a_thousand_lie_as_the_room_does() -> None:
    assert laid_out(1000, 700, 400, 18).across == 5
    assert laid_out(1000, 400, 900, 18).across == 2


@pytest.mark.parametrize("width", range(40, 1400, 90))
@pytest.mark.parametrize("height", range(40, 1000, 120))
def test_no_corner_is_empty(width: int, height: int) -> None:
    cells = list(laid_out(1000, width, height, 18).cells(Array(1000, ((COUNTED, 38),))))
    xs, ys = sorted({cell.x for cell in cells}), sorted({cell.y for cell in cells})
    assert {(cell.x, cell.y) for cell in cells} == {(x, y) for x in xs for y in ys}
    assert len(xs) * len(ys) == 1000
    for places in (xs, ys):
        steps = {after - before for before, after in pairwise(places)}
        assert len(steps) <= 2, "from mark to mark, and from block to block"


def test_where_marks_in_squares_would_be_small_blocks_of_another_form_make_them_larger() -> None:
    assert laid_out(1000, 700, 500, 18) == Layout(1000, 5, 13)
    assert laid_out(1000, 418, 282, 18) == Layout(1000, 2, 10, row=20), "squares: 7"
    assert laid_out(1000, 298, 378, 18) == Layout(1000, 5, 9, row=5), "squares: 7"
    assert laid_out(1000, 640, 640, 18) == Layout(1000, 2, 15, row=20), "squares: 12"


@pytest.mark.parametrize("layout", [Layout(1000, 2, 10, row=20), Layout(1000, 5, 9, row=5)])
def test_a_block_is_full_before_the_next_one_whatever_its_form(layout: Layout) -> None:
    corners = [layout.corner(index) for index in range(1000)]
    for at in range(0, 1000, 100):
        block = corners[at : at + 100]
        assert block == sorted(block, key=lambda corner: (corner[1], corner[0])), "as one reads"
        assert len({y for __, y in block}) == 100 // layout.row
        assert max(x for x, __ in block) - min(x for x, __ in block) == (layout.row - 1) * layout.side


def test_marks_are_as_large_as_they_fit_and_never_larger_than_asked() -> None:
    layout = laid_out(100, 305, 9999, 42)
    assert (layout.side, layout.width, layout.height) == (30, 300, 300)
    assert laid_out(100, 9999, 9999, 42).side == 42
    assert laid_out(1000, 3, 3, 18).side == 1

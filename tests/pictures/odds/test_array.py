"""Icon arrays: as many marks as were counted, each in one place."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from tpe_guide.pictures.odds.array import COUNTED, FEWER, MORE, REST, Array, laid_out


@pytest.mark.parametrize(
    ("array", "wanted"),
    [
        (Array(100, ((COUNTED, 40),)), {COUNTED: 40, REST: 60}),
        (Array(100, ((COUNTED, 42),), 20, 67), {COUNTED: 20, FEWER: 22, MORE: 25, REST: 33}),
        (Array(100, ((COUNTED, 6),), 0, 29), {FEWER: 6, MORE: 23, REST: 71}),
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


def test_what_was_counted_comes_first_and_the_range_about_its_end() -> None:
    kinds = Array(100, ((COUNTED, 42),), 20, 67).kinds
    assert [kinds[index] for index in (0, 19, 20, 41, 42, 66, 67, 99)] == [
        *(COUNTED, COUNTED, FEWER, FEWER),
        *(MORE, MORE, REST, REST),
    ]


@pytest.mark.parametrize("of", [100, 1000])
@pytest.mark.parametrize(("width", "height"), [(400, 400), (900, 300), (250, 900), (37, 41)])
def test_every_mark_has_a_place_of_its_own(of: int, width: int, height: int) -> None:
    layout = laid_out(of, width, height, 42)
    cells = list(layout.cells(Array(of, ((COUNTED, 7),))))
    assert len({(cell.row, cell.column) for cell in cells}) == of
    assert {cell.column for cell in cells} == set(range(layout.columns))
    assert {cell.row for cell in cells} == set(range(layout.rows))
    assert all((one.row, one.column) < (two.row, two.column) for one, two in pairwise(cells))


def test_a_thousand_lie_as_the_room_does() -> None:
    assert laid_out(1000, 800, 400, 18).columns == 40
    assert laid_out(1000, 400, 800, 18).columns == 25


def test_squares_are_as_large_as_they_fit_and_never_larger_than_asked() -> None:
    layout = laid_out(100, 305, 9999, 42)
    assert (layout.side, layout.width, layout.height) == (30, 300, 300)
    assert laid_out(100, 9999, 9999, 42).side == 42
    assert laid_out(1000, 3, 3, 18).side == 1

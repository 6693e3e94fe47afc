"""Marks: each kind has a form of its own, so that nobody needs to see a colour."""

from __future__ import annotations

from itertools import combinations

import pytest

from tpe_guide.pictures.drawing.shapes import Shape
from tpe_guide.pictures.odds.array import COUNTED, PARTS, REST
from tpe_guide.pictures.odds.marks import UNIT, mark
from tpe_guide.pictures.odds.svg import on_paper

BOTH = (COUNTED, REST)
SETS = [("dot", (*PARTS, REST)), ("dot", BOTH), ("drop", BOTH), ("person", BOTH)]


def form(shapes: tuple[Shape, ...]) -> list[tuple[object, ...]]:
    """*shapes* without their colours: only lines, and whether they are filled or dashed."""
    return [(shape.line, bool(shape.fill), bool(shape.stroke), shape.dashes) for shape in shapes]


@pytest.mark.parametrize(("figure", "kinds"), SETS)
def test_each_kind_has_its_own_form(figure: str, kinds: tuple[str, ...]) -> None:
    for one, two in combinations(kinds, 2):
        assert form(mark(figure, one)) != form(mark(figure, two)), (one, two)


@pytest.mark.parametrize(("figure", "kinds"), SETS)
def test_on_paper_nothing_is_tinted_and_each_kind_is_still_told_apart(figure: str, kinds: tuple[str, ...]) -> None:
    for kind in kinds:
        assert {shape.fill for shape in on_paper(figure, kind)} <= {"", "card", "ink", "on-straw"}, kind
    for one, two in combinations(kinds, 2):
        assert form(on_paper(figure, one)) != form(on_paper(figure, two)), (one, two)


@pytest.mark.parametrize(("figure", "kinds"), SETS)
def test_a_mark_stays_in_its_square(figure: str, kinds: tuple[str, ...]) -> None:
    for kind in kinds:
        for shape in mark(figure, kind):
            numbers = [number for segment in shape.line for point in segment.points for number in point]
            assert min(numbers) - shape.width / 2 >= 0, kind
            assert max(numbers) + shape.width / 2 <= UNIT, kind


def test_of_a_thousand_each_mark_that_was_counted_is_at_least_eleven_px_on_a_laptop() -> None:
    for kind in (COUNTED, *PARTS):
        (shape,) = mark("dot", kind)
        xs = [x for segment in shape.line for x, __ in segment.points]
        assert (max(xs) - min(xs) + shape.width) * 13 / UNIT >= 11, kind

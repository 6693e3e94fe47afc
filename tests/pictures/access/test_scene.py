"""The body and what is on it: each needle and each line where it belongs, all of it to be seen."""

from __future__ import annotations

from math import hypot

import pytest

from tpe_guide.authoring.pictures.access import PARTS
from tpe_guide.pictures.access.body import MIDDLE
from tpe_guide.pictures.access.kit import RADIUS
from tpe_guide.pictures.access.scene import MARK, PLACES, scene
from tpe_guide.pictures.drawing.path import Path, circle
from tpe_guide.vocabulary.terms import ACCESSES_SAID

every = pytest.mark.parametrize("access", ACCESSES_SAID)
each_known = pytest.mark.parametrize("access", PLACES)
_ROOM = 17.0
"""A number with its circle, at its largest on paper."""


def window_of(access: str) -> tuple[float, float]:
    """The middle of the round window: the one circle of its size."""
    (middle,) = {
        (round(sum(xs) / 2), round(sum(ys) / 2))
        for shape in scene(access).shapes
        if shape.stroke == "straw"
        for xs, ys in [_reach(shape.line)]
        if xs[1] - xs[0] > 3 * MARK
    }
    return middle


def _reach(line: Path) -> tuple[tuple[float, float], tuple[float, float]]:
    points = [point for segment in line for point in segment.points]
    xs, ys = [x for x, __ in points], [y for __, y in points]
    return (min(xs), max(xs)), (min(ys), max(ys))


def test_every_way_in_that_can_be_said_can_be_drawn() -> None:
    assert set(PLACES) == set(ACCESSES_SAID) - {"unknown"}


def test_two_needles_are_in_two_arms_one_needle_in_one_and_a_line_in_neither() -> None:
    near, far = PLACES["arm-veins"]
    assert near.x - MIDDLE == MIDDLE - far.x
    assert near.y == far.y
    assert PLACES["single-needle"] == (near,)
    for line in ("neck-line", "chest-line", "groin-line"):
        (place,) = PLACES[line]
        assert abs(place.x - MIDDLE) < 50, "on the trunk"


def test_the_lines_stand_one_below_the_other_as_on_a_body() -> None:
    heights = [PLACES[line][0].y for line in ("neck-line", "chest-line", "groin-line")]
    assert heights == sorted(heights)
    assert heights[1] < PLACES["arm-veins"][0].y < heights[2]


@each_known
def test_a_ring_marks_each_place(access: str) -> None:
    drawn = [shape.line for shape in scene(access).shapes if shape.stroke == "straw"]
    for place in PLACES[access]:
        assert circle(place.x, place.y, MARK) in drawn


@each_known
def test_the_window_covers_no_place_and_no_head(access: str) -> None:
    x, y = window_of(access)
    for place in PLACES[access]:
        assert hypot(x - place.x, y - place.y) > RADIUS + MARK
    assert x - RADIUS > MIDDLE + 60


@every
def test_all_numbers_are_within_the_picture(access: str) -> None:
    left, top, width, height = scene(access).box
    for mark in scene(access).marks:
        assert left + _ROOM <= mark.x <= left + width - _ROOM
        assert top + _ROOM <= mark.y <= top + height - _ROOM


@every
def test_no_number_hides_another(access: str) -> None:
    marks = scene(access).marks
    for one in marks:
        assert all(hypot(one.x - two.x, one.y - two.y) > 2 * _ROOM for two in marks if two != one)


@every
def test_each_number_stands_for_something(access: str) -> None:
    drawn = scene(access)
    assert {mark.number for mark in drawn.marks} == set(range(1, len(drawn.parts) + 1))
    assert set(drawn.parts) <= set(PARTS if access != "unknown" else PLACES)


def test_a_line_has_clamps_and_caps_and_needles_have_neither() -> None:
    for access in ("neck-line", "chest-line", "groin-line"):
        assert scene(access).parts == ("dressing", "clamps", "caps")
    assert scene("arm-veins").parts == ("needle", "tube")
    assert scene("single-needle").parts == ("needle", "two-tubes")


def test_who_does_not_know_sees_all_places_with_a_number_for_each() -> None:
    drawn = scene("unknown")
    assert drawn.parts == tuple(PLACES)
    numbers = [mark.number for mark in drawn.marks]
    assert numbers == [1, 1, 2, 3, 4, 5], "needles in both arms are in two places"
    assert scene("") == drawn
    for mark in drawn.marks:
        reach = min(hypot(mark.x - place.x, mark.y - place.y) for place in PLACES[drawn.parts[mark.number - 1]])
        assert reach < 2 * MARK + _ROOM, mark


def test_blood_is_drawn_in_needles_only_for_a_line_is_shut_at_home() -> None:
    for access in PLACES:
        has_blood = any("cell" in (shape.stroke, shape.fill) for shape in scene(access).shapes)
        assert has_blood == (access in ("arm-veins", "single-needle"))

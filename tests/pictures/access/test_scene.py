"""Each way in has a drawing: what belongs to it is in it, and its numbers can be told apart."""

from __future__ import annotations

import re
from math import hypot

import pytest

from tpe_guide import paths
from tpe_guide.authoring.pictures.access import PARTS as WORDED
from tpe_guide.pictures.access.scene import PARTS, scene
from tpe_guide.pictures.drawing.art import classes_in
from tpe_guide.vocabulary.terms import ACCESSES_SAID

every = pytest.mark.parametrize("access", ACCESSES_SAID)
each_known = pytest.mark.parametrize("access", PARTS)
LINES = ("neck-line", "chest-line", "groin-line")
_ROOM = 17.0
"""A number with its circle, at its largest on paper."""


def drawing(access: str) -> str:
    path = paths.assets_dir() / "illustrations" / f"{scene(access).drawing}.svg"
    return path.read_text(encoding="utf-8")


def anchors(access: str) -> dict[str, tuple[float, float]]:
    """The named places in the drawing."""
    found = re.findall(r'id="anchor-([a-z-]+?)" class="no" cx="([\d.]+)" cy="([\d.]+)"', drawing(access))
    return {name: (float(x), float(y)) for name, x, y in found}


def test_every_way_in_that_can_be_said_can_be_drawn() -> None:
    assert set(PARTS) == set(ACCESSES_SAID) - {"unknown"}
    assert len({scene(access).drawing for access in ACCESSES_SAID}) == len(ACCESSES_SAID)


def test_two_needles_are_in_two_arms_and_one_needle_in_one() -> None:
    assert {"needle-near", "needle-far"} <= anchors("arm-veins").keys()
    assert "needle" in anchors("single-needle")
    assert not [name for name in anchors("single-needle") if name.endswith("-far")]
    assert not [name for line in LINES for name in anchors(line) if "needle" in name]


def test_the_lines_stand_one_below_the_other_as_on_a_body() -> None:
    heights = [anchors(line)["dressing"][1] for line in LINES]
    assert heights == sorted(heights)
    assert heights[1] < anchors("arm-veins")["needle-far"][1] < heights[2]


@each_known
def test_the_place_is_shown_close_up_beside_the_head(access: str) -> None:
    close = [place for name, place in anchors(access).items() if name.startswith("close-")]
    assert close
    assert all(x > scene(access).box[2] / 2 for x, __ in close)


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
    assert set(drawn.parts) <= set(WORDED if access != "unknown" else PARTS)


def test_a_line_has_clamps_and_caps_and_needles_have_neither() -> None:
    for access in LINES:
        assert scene(access).parts == ("dressing", "clamps", "caps")
        assert {"close-dressing", "close-clamps", "close-caps"} <= anchors(access).keys()
    assert scene("arm-veins").parts == ("needle", "tube")
    assert scene("single-needle").parts == ("needle", "two-tubes")


def test_who_does_not_know_sees_all_places_with_a_number_for_each() -> None:
    drawn = scene("unknown")
    assert drawn.parts == tuple(PARTS)
    numbers = sorted(mark.number for mark in drawn.marks)
    assert numbers == [1, 1, 2, 3, 4, 5], "needles in both arms are in two places"
    assert scene("") == drawn
    place_of = {1: ("arm-left", "arm-right"), 2: ("arm-right",), 3: ("neck",), 4: ("chest",), 5: ("groin",)}
    places = anchors("unknown")
    for mark in drawn.marks:
        reach = min(hypot(mark.x - places[name][0], mark.y - places[name][1]) for name in place_of[mark.number])
        others = [hypot(mark.x - x, mark.y - y) for name, (x, y) in places.items() if name not in place_of[mark.number]]
        assert reach < 60, mark
        assert reach <= min(others), mark


def test_blood_is_drawn_in_needles_only_for_a_line_is_shut_at_home() -> None:
    for access in PARTS:
        has_blood = bool({"red", "s-red", "e-red"} & set(classes_in(drawing(access))))
        assert has_blood == (access in ("arm-veins", "single-needle"))

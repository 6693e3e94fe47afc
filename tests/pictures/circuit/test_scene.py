"""The drawing as shapes, and as SVG."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from tpe_guide.authoring.pictures import circuit as circuit_words
from tpe_guide.pictures.circuit.scene import HEIGHT, STEPS, TOP, WIDTH, pointers, scene
from tpe_guide.pictures.circuit.svg import still
from tpe_guide.pictures.circuit.variant import Variant, every_variant
from tpe_guide.pictures.drawing.art import rules
from tpe_guide.pictures.drawing.path import path
from tpe_guide.ui.kit.theme import _COLOURS as TOKENS
from tpe_guide.vocabulary.terms import AccessShown

every = pytest.mark.parametrize("variant", list(every_variant()), ids="-".join)
SVG = "{http://www.w3.org/2000/svg}"


def test_the_steps_are_those_that_the_authors_write_about() -> None:
    assert STEPS == circuit_words.STEPS


@every
def test_each_step_lights_another_part(variant: Variant) -> None:
    drawn = [scene(variant, step) for step in range(1, 7)]
    halos = [tuple(shape for shape in each.below if "straw100" in (shape.fill, shape.stroke)) for each in drawn]
    assert all(halos)
    assert len(set(halos)) == 6


@every
def test_six_numbers_stand_in_the_drawing_apart_from_each_other(variant: Variant) -> None:
    badges = scene(variant, 1).badges
    assert [badge.number for badge in badges] == [1, 2, 3, 4, 5, 6]
    for badge in badges:
        assert 24 <= badge.x <= WIDTH - 24
        assert TOP + 24 <= badge.y <= TOP + HEIGHT - 24
    apart = [max(abs(one.x - two.x), abs(one.y - two.y)) for one in badges for two in badges if one.number < two.number]
    assert min(apart) > 80


@every
def test_every_colour_is_one_of_ours(variant: Variant) -> None:
    for step in range(1, 7):
        drawn = scene(variant, step)
        for shape in (*drawn.below, *drawn.above, *pointers(variant)):
            assert {shape.fill, shape.stroke} - {""} <= set(TOKENS)


@pytest.mark.parametrize(("access", "needles"), [("arms", 2), ("one-needle", 1), ("line", 0)])
def test_a_needle_is_drawn_where_there_is_one(access: AccessShown, needles: int) -> None:
    crosses = [circle for circle in ((262, 506), (666, 506)) if _has_cross(Variant(access), *circle)]
    assert len(crosses) == needles


def _has_cross(variant: Variant, x: float, y: float) -> bool:
    across = path(f"M{x - 6} {y + 0.5}H{x + 6}M{x} {y - 5.5}V{y + 6.5}")
    return any(shape.line == across for shape in scene(variant, 1).above)


def test_only_a_filter_has_a_dashed_sieve() -> None:
    for variant in every_variant():
        dashed = [shape for shape in scene(variant, 1).below if shape.dashes[0]]
        assert len(dashed) == (variant.machine == "filter")


@every
def test_on_paper_a_still_is_black_on_white_and_well_formed(variant: Variant) -> None:
    root = ElementTree.fromstring(still(variant, 3))
    colours = {value for element in root.iter() for key, value in element.items() if key in ("fill", "stroke")}
    assert colours <= {"#000", "#fff", "none", "url(#hatch)"}
    assert root.find(f".//{SVG}g[@id='patient']") is not None
    assert rules("paper") in "".join(element.text or "" for element in root.iter(f"{SVG}style"))
    assert [element.text for element in root.iter(f"{SVG}text")] == ["1", "2", "3", "4", "5", "6"]
    lit = [element.text for element in root.iter(f"{SVG}text") if element.get("fill") == "#fff"]
    assert lit == ["3"]


def test_the_same_still_is_the_same_bytes() -> None:
    assert still(Variant(), 2) == still(Variant(), 2)
    assert still(Variant(), 2) != still(Variant(), 2, seconds=3.1)

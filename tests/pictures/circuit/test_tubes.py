"""What flows where: true for each circuit, and at a calm pace."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import hypot

import pytest

from tpe_guide.pictures.circuit.tubes import (
    BATCH_SECONDS,
    BOWL,
    SPEED,
    Tube,
    floating,
    in_bowl,
    streams,
    travelled,
    tubes,
)
from tpe_guide.pictures.circuit.variant import Variant, every_variant

every = pytest.mark.parametrize("variant", list(every_variant()), ids="-".join)


def tube(variant: Variant, name: str) -> Tube:
    return next(each for each in tubes(variant) if each.id == name)


def all_tubes() -> Iterator[tuple[Variant, Tube]]:
    for variant in every_variant():
        yield from ((variant, each) for each in (*tubes(variant), *streams(variant)))


def start_and_end(each: Tube) -> tuple[tuple[float, float], tuple[float, float]]:
    return each.route.at(0)[:2], each.route.at(each.route.length)[:2]


@every
def test_blood_goes_from_the_person_to_the_machine_and_back(variant: Variant) -> None:
    draw, packed, back = (tube(variant, name) for name in ("draw", "packed", "return"))
    assert start_and_end(draw)[1] == (352, 204)
    assert start_and_end(packed)[0] == (576, 204)
    # What leaves the machine is what comes back: the two tubes meet where the new fluid joins.
    assert start_and_end(back)[0][0] == start_and_end(packed)[1][0]


@every
def test_anticoagulant_joins_before_the_machine_and_new_fluid_after_it(variant: Variant) -> None:
    for name, joined in (("citrate", "draw"), ("fluid", "return")):
        x, y = start_and_end(tube(variant, name))[1]
        route = tube(variant, joined).route
        nearest = min(hypot(x - px, y - py) for px, py in route.points)
        assert nearest < 10, name
    assert tube(variant, "fluid").fluid == {"albumin": "albumin", "donor-plasma": "straw"}[variant.fluid]
    assert tube(variant, "return").fluid == tube(variant, "fluid").fluid


@every
def test_antibodies_leave_with_the_plasma_and_cells_never_do(variant: Variant) -> None:
    assert [each.id for each in tubes(variant) if each.kind == "antibody"] == ["waste"]
    assert tube(variant, "waste").fluid == "straw"
    assert {each.id for each in tubes(variant) if each.kind == "cell"} == {"draw", "packed", "return"}


def test_two_needles_stand_in_two_arms_one_needle_in_one_and_a_line_in_neither() -> None:
    ends = {
        access: (
            start_and_end(tube(Variant(access), "draw"))[0],
            start_and_end(tube(Variant(access), "return"))[1],
        )
        for access in ("arms", "line", "one-needle")
    }
    assert ends["arms"] == ((262, 506), (666, 506))
    assert ends["one-needle"] == ((262, 506), (262, 506))
    out, back = ends["line"]
    assert out != back
    assert max(out[0], back[0]) - min(out[0], back[0]) < 60, "two channels of one line"


def test_only_a_filter_has_a_sieve_that_antibodies_pass_and_cells_do_not() -> None:
    assert streams(Variant(machine="spin")) == ()
    sieve = 240
    for each in streams(Variant("line", "filter")):
        ys = [y for __, y in each.route.points]
        if each.kind == "cell":
            assert max(ys) + each.radius < sieve
        else:
            assert min(ys) < sieve < max(ys)


def test_blood_flows_at_one_calm_pace() -> None:
    for variant, each in all_tubes():
        if variant.access == "one-needle":
            continue
        before, after = floating(each, variant, 0.0)[0], floating(each, variant, 0.25)[0]
        assert hypot(after.x - before.x, after.y - before.y) == pytest.approx(SPEED / 4, rel=0.03), each.id


def test_with_one_needle_blood_goes_out_and_comes_back_in_turns() -> None:
    variant = Variant("one-needle")
    for moment in (1.0, BATCH_SECONDS - 1, BATCH_SECONDS + 1, 2 * BATCH_SECONDS - 1, 2 * BATCH_SECONDS + 1):
        out, back = (
            travelled(turn, variant, moment + 0.5) - travelled(turn, variant, moment) for turn in ("out", "back")
        )
        goes_out = moment % (2 * BATCH_SECONDS) < BATCH_SECONDS
        assert (out > 0, back > 0) == (goes_out, not goes_out), moment
    whole = 2 * BATCH_SECONDS * 5
    assert travelled("out", variant, whole) == travelled("back", variant, whole)


def test_nothing_leaves_its_tube_at_any_time() -> None:
    for variant, each in all_tubes():
        for moment in (0.0, 0.37, 3.3, 60.0):
            places = floating(each, variant, moment)
            gaps = [hypot(b.x - a.x, b.y - a.y) for a, b in pairwise(places)]
            assert all(gap <= each.spacing + 1e-6 for gap in gaps), each.id
            fits = (each.route.length - 2 * max(each.margin, each.radius)) / each.spacing
            assert fits - 1 <= len(places) <= fits + 1, each.id


def test_the_bowl_keeps_all_its_cells_at_its_rim() -> None:
    for moment in (0.0, 1.0, 17.3):
        cells = in_bowl(Variant(), moment)
        assert len(cells) == sum(count for __, count in BOWL.rings)
        away = {round(hypot(cell.x - BOWL.x, cell.y - BOWL.y)) for cell in cells}
        assert away == {96, 83}
    one, two = in_bowl(Variant(), 0.0)[0], in_bowl(Variant(), 0.25)[0]
    assert hypot(two.x - one.x, two.y - one.y) == pytest.approx(SPEED / 4, rel=0.01)

"""Which session is rehearsed."""

from __future__ import annotations

from typing import get_args

import pytest

from tpe_guide.authoring.pictures import rehearsal as checked
from tpe_guide.pictures.rehearsal.plan import Access, Fluid, Plan, access_of
from tpe_guide.settings import ACCESSES


def test_unless_a_unit_says_otherwise_staff_check_twice_evenly() -> None:
    assert Plan(minutes=120).check_minutes == (40, 80)
    assert Plan(minutes=120, checks=(15, 30, 90)).check_minutes == (15, 30, 90)
    assert Plan(checks=()).check_minutes == ()


@pytest.mark.parametrize("access", get_args(Access))
def test_a_sentence_holds_for_those_it_is_for(access: Access) -> None:
    plan = Plan(access=access, fluid="albumin")
    assert plan.holds(None)
    assert plan.holds(access)
    assert plan.holds("needles") is (access != "line")
    assert plan.holds("albumin")
    assert not plan.holds("donor-plasma")


def test_what_the_person_said_is_understood_or_known_to_be_unknown() -> None:
    assert {said: access_of(said) for said in ("", *ACCESSES)} == {
        "": None,
        "unknown": None,
        "arm-veins": "arms",
        "single-needle": "one-needle",
        "neck-line": "line",
        "chest-line": "line",
        "groin-line": "line",
    }


def test_the_check_of_the_content_knows_the_same_options() -> None:
    assert get_args(Access) == checked.ACCESSES
    assert get_args(Fluid) == checked.FLUIDS

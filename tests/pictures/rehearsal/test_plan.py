"""Which session is rehearsed."""

from __future__ import annotations

import pytest

from tpe_guide.pictures.rehearsal.plan import Plan
from tpe_guide.vocabulary.terms import ACCESSES_SHOWN, AccessShown


def test_unless_a_unit_says_otherwise_staff_check_twice_evenly() -> None:
    assert Plan(minutes=120).check_minutes == (40, 80)
    assert Plan(minutes=120, checks=(15, 30, 90)).check_minutes == (15, 30, 90)
    assert Plan(checks=()).check_minutes == ()


@pytest.mark.parametrize("access", ACCESSES_SHOWN)
def test_a_sentence_holds_for_those_it_is_for(access: AccessShown) -> None:
    plan = Plan(access=access, fluid="albumin")
    assert plan.holds(None)
    assert plan.holds(access)
    assert plan.holds("needles") is (access != "line")
    assert plan.holds("albumin")
    assert not plan.holds("donor-plasma")

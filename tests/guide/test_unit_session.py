"""A session as it usually is at a unit: each fault named by its key, and nothing used of what has one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.clinic_pack.test_clinic import SLOTS
from tpe_guide.clinic_pack.clinic import Clinic
from tpe_guide.guide import clinic_file, unit_session
from tpe_guide.guide.unit_session import ACCESSES, MINUTES, NOTHING_SAID, UnitSession
from tpe_guide.vocabulary.terms import FLUIDS_SHOWN, shown_as
from tpe_guide.wording import describe

OURS = {"minutes": 150, "access": "neck-line", "fluid": "albumin", "checks": [30, 75, 120]}
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=9), inside, max_size=4),
)


def file(path: Path, session: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"format": "tpe-guide-clinic", "version": 1, "details": {}, "session": session}))
    return path


def test_what_a_unit_says_is_read() -> None:
    assert unit_session.read(OURS) == (UnitSession(150, "neck-line", "albumin", (30, 75, 120)), [])


@pytest.mark.parametrize("value", [None, {}, {"minutes": None, "access": "", "checks": None}, unit_session.template()])
def test_what_is_left_out_is_not_said(value: Any) -> None:
    assert unit_session.read(value) == (NOTHING_SAID, [])


def test_that_nobody_checks_can_be_said() -> None:
    assert unit_session.read({"checks": []})[0].checks == ()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"minutes": 20}, "session.minutes: expected a whole number from 30 to 480."),
        ({"minutes": "150"}, "session.minutes: expected a whole number from 30 to 480."),
        ({"minutes": True}, "session.minutes: expected a whole number from 30 to 480."),
        ({"minutes": 90.5}, "session.minutes: expected a whole number from 30 to 480."),
        ({"fluid": "water"}, "session.fluid: expected one of albumin, donor-plasma."),
        ({"checks": [30, 150]}, "session.checks: expected at most 8 rising whole numbers below 150."),
        ({"checks": [75, 30]}, "session.checks: expected at most 8 rising whole numbers below 150."),
        ({"checks": [*range(1, 10)]}, "session.checks: expected at most 8 rising whole numbers below 150."),
        ({"checks": 30}, "session.checks: expected at most 8 rising whole numbers below 150."),
        ({"length": 150}, "session.length: expected no other key than minutes, access, fluid, checks."),
    ],
)
def test_each_fault_is_named_by_its_key(tmp_path: Path, changed: dict[str, Any], said: str) -> None:
    path = file(tmp_path / "ours.json", OURS | changed)
    details, problems = clinic_file.read(path, {})
    assert [describe(problem).removeprefix(f"{path}: ") for problem in problems] == [said]
    assert details.session == NOTHING_SAID


@given(anything | st.dictionaries(st.sampled_from(UnitSession._fields), anything))
def test_whatever_is_written_there_it_is_used_only_if_it_is_right(value: Any) -> None:
    session, wrong = unit_session.read(value)
    assert session == NOTHING_SAID or not wrong
    assert session.minutes is None or session.minutes in MINUTES
    assert session.access in ("", *ACCESSES)
    assert session.fluid in ("", *FLUIDS_SHOWN)


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    details = clinic_file.Details({}, UnitSession(150, checks=(30,)))
    path = tmp_path / "clinic.json"
    path.write_bytes(clinic_file.encoded(details))
    assert clinic_file.read(path, {}) == (details, [])


def test_the_clinic_s_file_overrules_what_stands_on_this_computer(tmp_path: Path) -> None:
    file(tmp_path / "data" / "clinic.json", {"minutes": 100, "fluid": "donor-plasma", "checks": [90]})
    given_file = file(tmp_path / "given.json", {"minutes": 90})
    session = Clinic(tmp_path / "data", {}, given_file).session
    assert session == UnitSession(90, fluid="donor-plasma")  # a check at the end is none


def test_a_bad_file_leaves_the_last_good_session(tmp_path: Path) -> None:
    path = file(tmp_path / "given.json", OURS)
    Clinic(tmp_path / "data", {}, path).keep()
    file(path, OURS | {"minutes": 5})
    clinic = Clinic(tmp_path / "data", {}, path)
    assert clinic.session.minutes == 150
    assert len(clinic.problems) == 1


def test_words_a_person_writes_in_leave_the_session_as_it_is(tmp_path: Path) -> None:
    file(tmp_path / "clinic.json", OURS)
    Clinic(tmp_path, SLOTS).fill_in("unit-phone", "01632 1")
    assert Clinic(tmp_path, SLOTS).session.minutes == 150


def test_the_pictures_know_all_that_can_be_said() -> None:
    assert all(shown_as(access) for access in ACCESSES)

"""The table of codes: whoever edits it is told of a slip before it leaves the house."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tpe_guide.fhir.codes import FILE, codes, read
from tpe_guide.vocabulary.terms import ALL_EFFECTS, SEVERITIES


def data() -> dict[str, Any]:
    read_back: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return read_back


def test_each_effect_and_severity_of_the_diary_has_its_words() -> None:
    known = codes()
    assert set(known.effects) == set(ALL_EFFECTS)
    assert len(known.severities) == len(SEVERITIES)
    assert all(each.text for each in known.effects.values())


def test_a_code_is_sent_only_where_it_is_surely_right() -> None:
    sure = {name for name, entry in data()["effects"].items() if entry["sure"] == "sure"}
    assert {name for name, one in codes().effects.items() if one.code} == sure
    assert not codes().effects["new-weakness"].code  # fairly sure is not sure
    assert not codes().session.code


def test_two_things_in_one_have_no_code() -> None:
    """“Fever or shaking” is neither fever nor a chill: a code would say more than the person did."""
    for two in ("itch-rash", "fever-chills", "confused", "wheeze", "black-stool"):
        assert not codes().effects[two].code


def drop_an_effect(table: dict[str, Any]) -> None:
    del table["effects"]["tingling"]


def add_an_effect(table: dict[str, Any]) -> None:
    table["effects"]["glee"] = {"text": "Glee", "sure": "unsure", "source": "made up"}


def drop_a_term(table: dict[str, Any]) -> None:
    del table["terms"]["moment"]["later"]


def mistype_a_snomed_code(table: dict[str, Any]) -> None:
    table["effects"]["tingling"]["snomed"] = "91019040"


def mistype_a_loinc_code(table: dict[str, Any]) -> None:
    table["observations"]["symptom"]["loinc"] = "75325-2"


def put_letters_in_a_code(table: dict[str, Any]) -> None:
    table["effects"]["tingling"]["snomed"] = "R20.2"


def drop_a_source(table: dict[str, Any]) -> None:
    del table["effects"]["tingling"]["source"]


def be_vague(table: dict[str, Any]) -> None:
    table["effects"]["tingling"]["sure"] = "probably"


def say_nothing_of_how_sure(table: dict[str, Any]) -> None:
    del table["effects"]["tingling"]["sure"]


def drop_a_display(table: dict[str, Any]) -> None:
    del table["effects"]["tingling"]["display"]


def drop_a_text(table: dict[str, Any]) -> None:
    del table["effects"]["cold"]["text"]


@pytest.mark.parametrize(
    "slip",
    [drop_an_effect, add_an_effect, drop_a_term, mistype_a_snomed_code, mistype_a_loinc_code, put_letters_in_a_code,
     drop_a_source, be_vague, say_nothing_of_how_sure, drop_a_display, drop_a_text],
)  # fmt: skip
def test_a_slip_in_the_table_is_refused(slip: Callable[[dict[str, Any]], None]) -> None:
    table = data()
    slip(table)
    with pytest.raises(ValueError, match=r"."):
        read(table)


def test_the_page_for_integrators_names_no_other_code() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "fhir.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\b\d{4,6}-\d\b", page))
    assert named
    assert named <= {one.code for one in codes().observations.values()}

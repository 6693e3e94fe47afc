"""``access.yaml``: one thing made wrong, one fault at its line; each way in has its words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.authoring.small_guide import Content
from tpe_guide.authoring.check import check
from tpe_guide.authoring.compile import compile_all

OPTIONS = "".join(
    f"  {name}: {{name: Mine, hint: so}}\n"
    for name in ("arm-veins", "single-needle", "neck-line", "chest-line", "groin-line", "unknown")
)
TOPICS = "".join(
    f"""\
  {name}:
    title: So
    says:
      - {{when: [unknown], text: Plasma is part of your blood., facts: [F-1]}}
      - {{text: A new fluid goes in., facts: [F-1, F-2]}}
"""
    for name in ("looks", "washing", "sleep", "moving")
)
SIGNS = "".join(f"    - {{sign: {name}}}\n" for name in ("pain", "bleeding", "rash"))
ACCESS = f"""\
title: Yours
ask: {{question: Which one?, text: Tell us., facts: ["-"]}}
options:
{OPTIONS}topics:
{TOPICS}warnings:
  title: Signs
  signs:
{SIGNS}more:
  - {{page: plasma}}
picture:
  parts: {{dressing: one, clamps: two, caps: three, needle: four, tube: five, two-tubes: six}}
  shows:
    - {{text: A drawing of a person.}}
"""
FILE = "en/access.yaml"
FIRST_TOPIC = 11


@pytest.fixture
def access(content: Content) -> Content:
    content.write(FILE, ACCESS)
    return content


def test_sound_words_have_no_faults(access: Content) -> None:
    assert access.faults(FILE) == []


def test_a_guide_may_do_without_the_picture(content: Content) -> None:
    assert content.faults(FILE) == []


def test_each_sentence_names_its_fact(access: Content) -> None:
    access.write(FILE, ACCESS.replace(", facts: [F-1]", "", 1))
    assert access.faults(FILE) == [(FIRST_TOPIC + 3, "NO-FACT")]


def test_a_number_stands_in_the_facts_behind_it(access: Content) -> None:
    access.write(FILE, ACCESS.replace("A new fluid goes in.", "It takes 120 min.", 1))
    assert access.faults(FILE) == []
    access.write(FILE, ACCESS.replace("A new fluid goes in.", "It takes 90 min.", 1))
    assert access.faults(FILE) == [(FIRST_TOPIC + 4, "NUMBER")]


def test_nobody_is_left_without_a_word(access: Content) -> None:
    """Words on washing that hold for needles only leave whoever has a line alone."""
    access.write(FILE, ACCESS.replace("- {text: A new fluid", "- {when: [arm-veins], text: A new fluid", 1))
    assert access.faults(FILE) == [(FIRST_TOPIC + 2, "PICTURE-WORDS")]


def test_a_comma_without_quotation_marks_does_not_cut_a_sentence_in_two(access: Content) -> None:
    access.write(FILE, ACCESS.replace("A new fluid goes in.", "A new fluid goes in, and stays.", 1))
    assert {(FIRST_TOPIC + 4, "EMPTY"), (FIRST_TOPIC + 4, "PICTURE-WORDS")} == {*access.faults(FILE)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("question: Which one?", "question: ''"),
        ("neck-line: {name: Mine, hint: so}", "neck-line: {name: Mine}"),
        ("when: [unknown]", "when: [tuesday]"),
        ("when: [unknown]", "when: unknown"),
        ("when: [unknown]", "when: 3"),
        ("when: [unknown]", "when: [[unknown]]"),
        ("    title: So", "    title: 3"),
        ("caps: three, ", ""),
        ("    - {sign: rash}\n", ""),
        ("  - {page: plasma}", "  plasma"),
        ("    - {text: A drawing of a person.}", "    - a drawing"),
    ],
)
def test_what_is_missing_or_unknown_is_named(access: Content, old: str, new: str) -> None:
    assert old in ACCESS
    access.write(FILE, ACCESS.replace(old, new, 1))
    assert {code for __, code in access.faults(FILE)} == {"PICTURE-WORDS"}


def test_a_sign_stands_in_the_table_of_signs(access: Content) -> None:
    access.write(FILE, ACCESS.replace("{sign: pain}", "{text: The blood is not well., facts: [F-1]}"))
    assert {"UNKNOWN-SIGN", "PICTURE-WORDS"} == {code for __, code in access.faults(FILE)}
    access.write(FILE, ACCESS.replace("{sign: pain}", "{sign: ache}"))
    assert ("UNKNOWN-SIGN", "“ache”") in {(fault.code, fault.message.split()[-1]) for fault in check(access.folder)}


def test_a_sign_has_its_words_and_its_tier_from_the_table(access: Content, tmp_path: Path) -> None:
    assert compile_all(access.folder, tmp_path / "out") == []
    warnings = json.loads((tmp_path / "out" / "access.en.json").read_bytes())["warnings"]
    assert warnings["now"] == {
        "heading": "Call",
        "signs": [{"text": "Your arm bleeds. Press on it.", "sources": ["A leaflet for patients"]}],
    }
    assert warnings["emergency"]["number"] == 112


def test_a_page_to_read_more_on_exists(access: Content) -> None:
    access.write(FILE, ACCESS.replace("page: plasma", "page: nowhere"))
    assert [code for __, code in access.faults(FILE)] == ["BROKEN-LINK"]


def test_a_link_leads_to_the_picture_or_to_one_way_in(access: Content) -> None:
    access.page(minute="[See it](access:start) or [in the neck](access:neck-line). [@-]")
    assert access.faults() == []
    access.page(minute="[See it](access:elbow). [@-]")
    assert access.faults() == [(17, "BROKEN-LINK")]


def test_what_is_compiled_carries_sources_in_place_of_facts(access: Content, tmp_path: Path) -> None:
    assert compile_all(access.folder, tmp_path / "out") == []
    compiled = json.loads((tmp_path / "out" / "access.en.json").read_bytes())
    assert compiled["topics"]["looks"]["says"][0]["sources"] == ["A leaflet for patients"]
    assert "F-1" not in json.dumps(compiled)

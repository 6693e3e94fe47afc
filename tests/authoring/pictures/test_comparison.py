"""``comparison.yaml``: one thing made wrong, one fault at its line; what is compiled carries its sources."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.authoring.small_guide import Content
from tpe_guide.authoring.compile import compile_all

COMPARISON = """\
title: Compare
no_winner: {text: Nothing is best for all., facts: ["-"]}
nothing: We found nothing.
certainty: {text: Dots show how sure we are., facts: ["-"], words: [Not sure, Not very sure, More sure]}
treatments:
  - {id: swap, name: A swap, icon: droplets, page: plasma}
  - {id: wait, name: Waiting, icon: clock, page: machine}
questions:
  - id: what
    name: What is it?
    short: What it is
    cells:
      swap: {lead: A machine, text: takes out your plasma., facts: [F-1], page: machine}
      wait: {nothing: true, text: Ask your nurse., facts: ["-"]}
  - id: sure
    name: How sure are we?
    short: Proof
    cells:
      swap: {sure: 2, text: It takes 120 min., facts: [F-2]}
      wait: {sure: 1, text: Plasma is part of your blood., facts: [F-1]}
values:
  - {value: I want to know., rows: [sure]}
"""
FILE = "en/comparison.yaml"
SWAP, WAIT = 13, 14


@pytest.fixture
def comparison(content: Content) -> Content:
    content.write(FILE, COMPARISON)
    return content


def test_sound_words_have_no_faults(comparison: Content) -> None:
    assert comparison.faults(FILE) == []


def test_a_row_may_say_what_to_ask(comparison: Content) -> None:
    comparison.change(
        FILE, "    short: Proof\n", "    short: Proof\n    ask: {text: How sure are you?, facts: ['-']}\n"
    )
    assert comparison.faults(FILE) == []


def test_a_guide_may_do_without_the_table(content: Content) -> None:
    assert content.faults(FILE) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (", facts: [F-1], page: machine}", ", page: machine}", (SWAP, "NO-FACT")),
        ("facts: [F-1], page", 'facts: ["-"], page', (SWAP, "NO-FACT")),
        ("[F-1], page", "[F-MEMORY], page", (SWAP, "MEMORY-FACT")),
        ("[F-1], page", "[F-WRONG], page", (SWAP, "REFUTED-FACT")),
        ("[F-1], page", "[F-9], page", (SWAP, "UNKNOWN-FACT")),
        ("It takes 120 min.", "It takes 90 min.", (19, "NUMBER")),
        ("page: machine}\n      wait", "page: nowhere}\n      wait", (SWAP, "BROKEN-LINK")),
        ("lead: A machine, ", "", (SWAP, "PICTURE-WORDS")),
        ("lead: A machine, ", "lead: A machine, sure: 1, ", (SWAP, "PICTURE-WORDS")),
        ("lead: A machine, ", "lead: '', ", (SWAP, "PICTURE-WORDS")),
        ("sure: 2", "sure: 4", (19, "PICTURE-WORDS")),
        ("sure: 2", "sure: very", (19, "PICTURE-WORDS")),
        (
            "      wait: {nothing: true, text: Ask your nurse., facts: ['-']}\n".replace("'", '"'),
            "",
            (9, "PICTURE-WORDS"),
        ),
        ("      wait: {sure", "      other: {sure", (20, "PICTURE-WORDS")),
        ("icon: clock", "icon: no-such-icon", (7, "PICTURE-WORDS")),
        ("    short: Proof\n", "", (15, "PICTURE-WORDS")),
        ("[Not sure, Not very sure, More sure]", "[Not sure, More sure]", (4, "PICTURE-WORDS")),
        ("nothing: We found nothing.\n", "", (1, "PICTURE-WORDS")),
        ("rows: [sure]", "rows: [tuesday]", (22, "PICTURE-WORDS")),
        ("rows: [sure]", "rows: sure", (22, "PICTURE-WORDS")),
        ("id: sure", "id: what", (1, "PICTURE-WORDS")),
        ("    short: Proof\n", "    short: Proof\n    ask: Why?\n", (18, "PICTURE-WORDS")),
        ("    short: Proof\n", "    short: Proof\n    ask: {text: Why in 90 min?, facts: ['-']}\n", (18, "NUMBER")),
        ("    short: Proof\n", "    short: Proof\n    ask: {text: Why?}\n", (18, "NO-FACT")),
    ],
)
def test_what_is_missing_or_wrong_is_named_at_its_line(
    comparison: Content, old: str, new: str, fault: tuple[int, str]
) -> None:
    comparison.change(FILE, old, new)
    assert fault in comparison.faults(FILE)


@pytest.mark.parametrize("part", ["treatments", "questions", "values", "certainty", "no_winner"])
def test_a_part_of_the_wrong_kind_is_a_fault_and_no_crash(comparison: Content, part: str) -> None:
    at = COMPARISON.index(f"{part}:")
    kept = COMPARISON[:at] + f"{part}: 3\n"
    comparison.write(FILE, kept)
    assert "PICTURE-WORDS" in {code for __, code in comparison.faults(FILE)}


def test_a_link_leads_to_a_treatment_or_to_a_question(comparison: Content) -> None:
    comparison.page(minute="[All](comparison:start), [one](comparison:swap) or [proof](comparison:sure). [@-]")
    assert comparison.faults() == []
    comparison.page(minute="[All](comparison:tuesday). [@-]")
    assert comparison.faults() == [(17, "BROKEN-LINK")]


def test_what_is_compiled_carries_sources_in_place_of_facts(comparison: Content, tmp_path: Path) -> None:
    assert compile_all(comparison.folder, tmp_path / "out") == []
    compiled = json.loads((tmp_path / "out" / "comparison.en.json").read_bytes())
    cells = compiled["questions"][1]["cells"]
    assert cells["swap"]["sources"] == ["Keegan and others. A study. Neurology, 2002", "A leaflet for patients"]
    assert compiled["questions"][0]["cells"]["wait"]["sources"] == []
    assert "F-1" not in json.dumps(compiled)

"""``circuit.yaml``: one thing made wrong, one fault at its line; what is compiled carries its sources."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.authoring.small_guide import Content
from tpe_guide.authoring.compile import compile_all

STEPS = "".join(
    f"""\
  - id: {name}
    label: Tube
    title: {{arms: Out, line: Out, one-needle: Out}}
    says:
      - {{when: spin, text: Plasma is part of your blood., facts: [F-1]}}
      - {{text: A new fluid goes in., facts: [F-1, F-2]}}
"""
    for name in ("out", "thin", "part", "away", "in", "back")
)
CIRCUIT = f"""\
title: Watch it
choices:
  access: {{name: How?, arms: Needles, line: A line, one-needle: One}}
  machine: {{name: Which?, spin: It spins, filter: It filters}}
  fluid: {{name: What?, albumin: Albumin, donor-plasma: Plasma}}
not_together: {{text: They do not go together., facts: ["-"]}}
key: {{cells: cells, plasma: plasma, antibodies: antibodies, albumin: albumin, donor-plasma: plasma}}
callouts:
  cells: {{label: Cells, hint: outside}}
  plasma: {{label: Plasma, hint: {{spin: inside, filter: below}}}}
steps:
{STEPS}picture:
  - {{text: A drawing of a person.}}
"""
FILE = "en/circuit.yaml"
FIRST_STEP = 12


@pytest.fixture
def circuit(content: Content) -> Content:
    content.write(FILE, CIRCUIT)
    return content


def test_sound_words_have_no_faults(circuit: Content) -> None:
    assert circuit.faults(FILE) == []


def test_a_guide_may_do_without_the_picture(content: Content) -> None:
    assert content.faults(FILE) == []


def test_each_sentence_names_its_fact(circuit: Content) -> None:
    circuit.write(FILE, CIRCUIT.replace(", facts: [F-1]", "", 1))
    assert circuit.faults(FILE) == [(FIRST_STEP + 4, "NO-FACT")]


@pytest.mark.parametrize(
    ("fact", "code"), [("F-9", "UNKNOWN-FACT"), ("F-MEMORY", "MEMORY-FACT"), ("F-WRONG", "REFUTED-FACT")]
)
def test_a_fact_that_must_not_be_stated_is_refused(circuit: Content, fact: str, code: str) -> None:
    circuit.write(FILE, CIRCUIT.replace("[F-1]", f"[{fact}]", 1))
    assert circuit.faults(FILE) == [(FIRST_STEP + 4, code)]


def test_a_number_stands_in_the_facts_behind_it(circuit: Content) -> None:
    circuit.write(FILE, CIRCUIT.replace("A new fluid goes in.", "It takes 120 min.", 1))
    assert circuit.faults(FILE) == []
    circuit.write(FILE, CIRCUIT.replace("A new fluid goes in.", "It takes 90 min.", 1))
    assert circuit.faults(FILE) == [(FIRST_STEP + 5, "NUMBER")]


def test_a_sentence_is_short(circuit: Content) -> None:
    circuit.write(FILE, CIRCUIT.replace("A new fluid goes in.", "It goes in" + " and in" * 10 + ".", 1))
    assert circuit.faults(FILE) == [(FIRST_STEP + 5, "LONG-SENTENCE")]


def test_the_words_are_easy_to_read(circuit: Content) -> None:
    circuit.write(FILE, CIRCUIT.replace("A new fluid goes in.", "Anticoagulation precipitates hypocalcaemia."))
    assert circuit.faults(FILE) == [(1, "GRADE")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- id: out", "- id: away"),
        ("{arms: Out, line: Out, one-needle: Out}", "{arms: Out}"),
        ("when: spin", "when: tuesday"),
        ("label: Tube", "label: ''"),
        ("donor-plasma: Plasma}", "donor: Plasma}"),
        ("hint: outside", "hint: 3"),
    ],
)
def test_what_is_missing_or_unknown_is_named(circuit: Content, old: str, new: str) -> None:
    circuit.write(FILE, CIRCUIT.replace(old, new, 1))
    assert {code for __, code in circuit.faults(FILE)} == {"PICTURE-WORDS"}


def test_a_link_leads_to_the_picture_or_to_one_choice_of_it(circuit: Content) -> None:
    circuit.page(minute="[Watch it](circuit:start) or [by a line](circuit:line). [@-]")
    assert circuit.faults() == []
    circuit.page(minute="[Watch it](circuit:tuesday). [@-]")
    assert circuit.faults() == [(17, "BROKEN-LINK")]


def test_what_is_compiled_carries_sources_in_place_of_facts(circuit: Content, tmp_path: Path) -> None:
    assert compile_all(circuit.folder, tmp_path / "out") == []
    compiled = json.loads((tmp_path / "out" / "circuit.en.json").read_bytes())
    assert compiled["steps"][0]["says"][1] == {
        "text": "A new fluid goes in.",
        "sources": ["A leaflet for patients", "Keegan and others. A study. Neurology, 2002"],
    }
    assert "F-1" not in json.dumps(compiled)


def test_faulty_words_are_not_compiled_and_the_last_good_ones_stay(circuit: Content, tmp_path: Path) -> None:
    out = tmp_path / "out"
    compile_all(circuit.folder, out)
    before = (out / "circuit.en.json").read_bytes()
    circuit.write(FILE, CIRCUIT.replace("[F-1]", "[F-9]", 1))
    assert len(compile_all(circuit.folder, out)) == 1
    assert (out / "circuit.en.json").read_bytes() == before

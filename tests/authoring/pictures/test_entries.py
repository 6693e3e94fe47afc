"""The words of a picture: what stands behind each, and what is compiled of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.authoring.small_guide import FACTS, Content
from tpe_guide.authoring.evidence import Evidence, read_evidence
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.pictures.entries import check_entries, compiled, pages_named, sentences, stated
from tpe_guide.authoring.source import Data, parse_yaml

WORDS = """\
title: A picture
picture: {text: A drawing of a bag.}
cards:
  - id: one
    title: How long
    says:
      - {text: It takes 120 min., facts: [F-2]}
      - {text: Ask your nurse., facts: ["-"]}
    often: {count: F-2.any, facts: [], text: So many got better., page: plasma}
"""


@pytest.fixture
def evidence(content: Content, tmp_path: Path) -> Evidence:
    content.write("evidence/facts.yaml", FACTS.replace("'8/14 (57.1%)'", "'8/14', counts: {any: {n: 57, of: 100}}"))
    return read_evidence(tmp_path / "content" / "evidence", Faults(tmp_path))


def data_of(text: str) -> Data:
    return parse_yaml(text, 1, Faults(Path()))


def faults_in(text: str, evidence: Evidence) -> list[tuple[int, str]]:
    faults = Faults(Path())
    check_entries(data_of(text), evidence, faults)
    return [(fault.line, fault.code) for fault in faults]


def test_sound_words_have_no_faults(evidence: Evidence) -> None:
    assert faults_in(WORDS, evidence) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (", facts: [F-2]", "", (7, "NO-FACT")),
        ("facts: [F-2]", "facts: []", (7, "NO-FACT")),
        ("F-2.any", "F-2.none", (9, "COUNT")),
        ("F-2.any", "F-9.any", (9, "COUNT")),
        ("facts: [F-2]}", "and so on, facts: [F-2]}", (7, "EMPTY")),
        ("It takes 120 min.", "''", (7, "EMPTY")),
        ("facts: [F-2]", "facts: [F-MEMORY]", (7, "MEMORY-FACT")),
        ("facts: [F-2]", "facts: [F-WRONG]", (7, "REFUTED-FACT")),
    ],
)
def test_what_is_wrong_is_named_at_its_line(evidence: Evidence, old: str, new: str, fault: tuple[int, str]) -> None:
    assert faults_in(WORDS.replace(old, new), evidence) == [fault]


def test_short_words_rest_on_the_facts_about_them_and_a_title_of_all_on_none(evidence: Evidence) -> None:
    behind = {words.text: [fact.id for fact in words.facts] for words in stated(data_of(WORDS), evidence)}
    assert behind["It takes 120 min."] == ["F-2"]
    assert behind["How long"] == ["F-2"]
    assert behind["So many got better."] == ["F-2"]
    assert behind["Ask your nurse."] == []
    assert behind["A picture"] == []


def test_what_is_said_is_measured_and_pages_are_named(evidence: Evidence) -> None:
    assert "It takes 120 min." in list(sentences(data_of(WORDS)))
    assert list(pages_named(data_of(WORDS))) == [("plasma", 9)]


def test_what_is_compiled_holds_numbers_and_sources(evidence: Evidence) -> None:
    card = compiled(data_of(WORDS), evidence)["cards"][0]
    assert card["often"]["count"] == {"n": 57, "of": 100, "low": None, "high": None, "seen": None, "under": False}
    assert card["often"]["sources"] == ["Keegan and others. A study. Neurology, 2002", "A leaflet for patients"]
    assert card["says"][1]["sources"] == []
    assert "facts" not in card["says"][0]

"""``feelings.yaml``: one thing made wrong, one fault at its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.authoring.small_guide import FACTS, Content
from tpe_guide.authoring.compile import compile_all

FEELINGS = """\
title: What you may feel
cards:
  - page: plasma
    icon: zap
    name: Cramps
    often:
      - count: F-2.drip
        to: {count: F-2.simple}
        text: In one study.
        facts: [F-2]
      - {count: F-2.less, text: In another., facts: [F-2]}
    why: {text: Plasma is part of your blood., facts: [F-1]}
    do: {text: Tell the nurse., facts: ["-"]}
  - page: machine
    icon: waves
    name: Feeling sick
    note: {text: A leaflet says so., facts: [F-1]}
    why: {text: Plasma is part of your blood., facts: [F-1]}
    do: {text: Tell the nurse., facts: ["-"]}
at_once:
  question: {text: Is it hard to breathe?, facts: [F-1]}
  answer: {text: Say so at once., facts: [F-1]}
"""
FILE = "en/feelings.yaml"
COUNTS = (
    "counts: {drip: {n: 9, of: 100}, simple: {n: 36, of: 100}, less: {n: 5, of: 100, under: true},"
    " most: {n: 26, of: 1000}}"
)


@pytest.fixture
def feelings(content: Content) -> Content:
    figure = f"'9 of 100, 36 of 100, 5 of 100, 26 of 1,000', {COUNTS}"
    content.write("evidence/facts.yaml", FACTS.replace("'8/14 (57.1%)'", figure))
    content.write(FILE, FEELINGS)
    return content


def test_sound_words_have_no_faults(feelings: Content) -> None:
    assert feelings.faults(FILE) == []


def test_a_card_may_have_a_drawing_and_places_on_the_body(feelings: Content) -> None:
    feelings.change(FILE, "icon: zap", "icon: zap\n    shows: spot-cramps\n    body: [fingers, toes]")
    assert feelings.faults(FILE) == []


def test_a_guide_may_do_without_the_cards(content: Content) -> None:
    assert content.faults(FILE) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("icon: zap", "icon: no-such-icon", (4, "PICTURE-WORDS")),
        ("icon: zap", "icon: ../icons/zap", (4, "PICTURE-WORDS")),
        ("icon: zap", "icon: zap\n    shows: no-such-drawing", (5, "PICTURE-WORDS")),
        ("icon: zap", "icon: zap\n    body: [nose]", (5, "PICTURE-WORDS")),
        ("icon: zap", "icon: zap\n    body: lips", (5, "PICTURE-WORDS")),
        ("    name: Cramps\n", "    name: ''\n", (3, "PICTURE-WORDS")),
        ("page: machine", "page: plasma", (14, "PICTURE-WORDS")),
        ("page: machine", "page: tuesday", (14, "BROKEN-LINK")),
        ("    why: {text: Plasma is part of your blood., facts: [F-1]}\n", "", (3, "PICTURE-WORDS")),
        ("note: {text: A leaflet says so., facts: [F-1]}", "note: {facts: [F-1]}", (17, "PICTURE-WORDS")),
        ("note: {text: A leaflet says so., facts: [F-1]}", "at_home: {facts: [F-1]}", (17, "PICTURE-WORDS")),
        ("to: {count: F-2.simple}", "to: {from: F-2.simple}", (8, "PICTURE-WORDS")),
        ("count: F-2.drip", "count: F-2.none", (7, "COUNT")),
        ("{count: F-2.less, text", "{text", (11, "PICTURE-WORDS")),
        ("{count: F-2.less,", "{count: F-2.most,", (11, "PICTURE-WORDS")),
        ("F-2.simple", "F-2.less", (7, "PICTURE-WORDS")),
        ("  answer: {text: Say so at once., facts: [F-1]}\n", "", (20, "PICTURE-WORDS")),
        ("Say so at once., facts: [F-1]", "Say so at once.", (22, "NO-FACT")),
        ("In one study.", "In 90 people.", (9, "NUMBER")),
    ],
)
def test_what_is_wrong_is_named_at_its_line(feelings: Content, old: str, new: str, fault: tuple[int, str]) -> None:
    assert old in FEELINGS
    feelings.write(FILE, FEELINGS.replace(old, new, 1))
    assert feelings.faults(FILE) == [fault]


@pytest.mark.parametrize("often", ["3", "[]", "{count: F-2.drip}", "[3]"])
def test_counts_of_another_kind_are_refused(feelings: Content, often: str) -> None:
    feelings.write(FILE, FEELINGS.replace("    note: {text: A leaflet says so., facts: [F-1]}", f"    often: {often}"))
    assert feelings.faults(FILE) == [(17, "PICTURE-WORDS")]


@pytest.mark.parametrize("cards", ["cards: []", "cards: 3", "cards:\n  - 3"])
def test_there_are_cards(feelings: Content, cards: str) -> None:
    end = FEELINGS.index("at_once:")
    feelings.write(FILE, f"title: What you may feel\n{cards}\n{FEELINGS[end:]}")
    assert {code for __, code in feelings.faults(FILE)} == {"PICTURE-WORDS"}


def test_a_link_leads_to_a_card(feelings: Content) -> None:
    feelings.page(minute="[All of them](feelings:start) or [one](feelings:machine). [@-]")
    assert feelings.faults() == []
    feelings.page(minute="[One](feelings:tuesday). [@-]")
    assert feelings.faults() == [(17, "BROKEN-LINK")]


def test_a_year_may_stand_in_the_source(feelings: Content) -> None:
    feelings.write(FILE, FEELINGS.replace("In one study.", "In one study, 2002."))
    assert feelings.faults(FILE) == []
    feelings.write(FILE, FEELINGS.replace("In one study.", "In one study, 1996."))
    assert feelings.faults(FILE) == [(9, "NUMBER")]


def test_what_is_compiled_holds_numbers_and_sources(feelings: Content, tmp_path: Path) -> None:
    assert compile_all(feelings.folder, tmp_path / "out") == []
    compiled = json.loads((tmp_path / "out" / "feelings.en.json").read_bytes())
    often = compiled["cards"][0]["often"]
    assert (often[0]["count"]["n"], often[0]["to"]["count"]["n"]) == (9, 36)
    assert often[1]["count"]["under"]
    assert "Keegan and others. A study. Neurology, 2002" in often[1]["sources"]

"""``odds.yaml``: one thing made wrong, one fault at its line; no number is written by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.authoring.small_guide import FACTS, Content
from tpe_guide.authoring.compile import compile_all

ODDS = """\
pictures:
  - id: helped
    part: Good
    name: Better
    title: How many got better?
    mark: person
    each: Each figure is one person.
    page: plasma
    arrays:
      - group: New fluid
        count: F-2.any
        head: "{n} of {of} people"
        text: got better.
        facts: [F-2]
        rest: "{rest} of {of} did not."
      - group: Sham
        count: F-2.small
        head: "{n} of {of} people"
        text: got better.
        facts: [F-2]
        rest: "{rest} of {of} did not."
        low: As low as {low}.
        high: "As high as {high}: {seen} of {seen_of} were counted."
    about:
      - {name: Who, text: People., facts: ["-"]}
    caution: {text: Ask your team., facts: ["-"]}
  - id: kinds
    part: Good
    name: Kinds
    title: How much better?
    mark: dot
    each: Each dot is one person.
    page: plasma
    arrays:
      - group: All of them
        count: F-2.any
        head: "{n} of {of} people"
        text: got better.
        facts: [F-2]
        rest: "{rest} of {of} did not."
        parts:
          - {kind: mild, count: F-2.some, text: "{n} a little.", facts: [F-2]}
          - {kind: severe, count: F-2.others, text: "{n} a lot.", facts: [F-2]}
    about:
      - {name: Who, text: People., facts: ["-"]}
    caution: {text: Ask your team., facts: ["-"]}
how:
  title: How
  says:
    - {text: We count., facts: ["-"]}
urgent: {title: Signs, text: See the signs., facts: ["-"]}
"""
COUNTS = """57.1%, 40 of 100, 17 of 100, 95% CI 29-82; 4 of 1,000; 95% intervals per 100: 29-82', counts: {
   any: {n: 57, of: 100}, some: {n: 40, of: 100}, others: {n: 17, of: 100}, many: {n: 4, of: 1000},
   small: {n: 57, of: 100, low: 29, high: 82, seen: [8, 14]}, under: {n: 40, of: 100, under: true}}"""
FILE = "en/odds.yaml"


@pytest.fixture
def odds(content: Content) -> Content:
    content.write("evidence/facts.yaml", FACTS.replace("'8/14 (57.1%)'", f"'8/14; {COUNTS}"))
    content.write(FILE, ODDS)
    return content


def line_of(words: str, text: str = ODDS) -> int:
    return text[: text.index(words)].count("\n") + 1


def test_sound_words_have_no_faults(odds: Content) -> None:
    assert odds.faults(FILE) == []


def test_a_guide_may_do_without_the_pictures(content: Content) -> None:
    assert content.faults(FILE) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("got better.\n", "got better, all 57.\n"),
        ("got better.\n", "got better, half of them.\n"),
        ("{n} a little.", "40 a little."),
        ("{rest} of {of} did not.", "Forty-three did not."),
    ],
)
def test_a_number_written_by_hand_is_refused(odds: Content, old: str, new: str) -> None:
    odds.write(FILE, ODDS.replace(old, new, 1))
    assert (line_of(old), "PICTURE-WORDS") in odds.faults(FILE)


def test_a_year_is_no_number_to_fill_in_but_needs_its_fact(odds: Content) -> None:
    odds.write(FILE, ODDS.replace("group: Sham", "group: Sham in 2002"))
    assert odds.faults(FILE) == [], "the label of the source carries it"
    odds.write(FILE, ODDS.replace("group: Sham", "group: Sham in 2003"))
    assert odds.faults(FILE) == [(line_of("group: Sham"), "NUMBER")]


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("mark: person", "mark: house", "- id: helped"),
        ("mark: person", "mark: dot", "- group: Sham"),
        ("mark: dot", "mark: drop", "- group: All of them"),
        ("    part: Good\n", "", "- id: helped"),
        ("    name: Better\n", "", "- id: helped"),
        ("page: plasma", "page: ''", "- id: helped"),
        ("kind: mild", "kind: green", "{kind: mild"),
        ("{n} a little.", "{many} a little.", "{n} a little."),
        ("{n} a little.", "{n:04d} a little.", "{n} a little."),
        ("{n} a little.", "{n a little.", "{n} a little."),
        ("{n} a little.", "{low} a little.", "{n} a little."),
        ("        low: As low as {low}.\n", "", "- group: Sham"),
        ("count: F-2.others", "count: F-2.some", "parts:"),
        ("count: F-2.small", "count: F-2.under", "count: F-2.small"),
        ("count: F-2.small", "count: F-2.many", "- id: helped"),
        ("caution: {text: Ask your team., ", "caution: {text: '', ", "caution:"),
        ("caution: {text: Ask your team., ", "caution: {lead: '', text: Ask your team., ", "caution:"),
        ("how:\n  title: How", "how:\n  title: ''", "how:"),
        ("urgent: {title: Signs, ", "urgent: {title: '', ", "urgent:"),
    ],
)
def test_what_is_missing_or_cannot_be_drawn_is_named_at_its_line(odds: Content, old: str, new: str, at: str) -> None:
    odds.write(FILE, ODDS.replace(old, new, 1))
    found = odds.faults(FILE)
    assert "PICTURE-WORDS" in {code for __, code in found}
    assert line_of(at) in {line for line, __ in found}


@pytest.mark.parametrize("text", ["how: x\n", "pictures: 7\n", "pictures: [7, {id: x}]\n", "[]\n"])
def test_whatever_stands_there_is_a_fault_and_no_crash(odds: Content, text: str) -> None:
    odds.write(FILE, text)
    assert odds.faults(FILE)


def test_a_count_that_there_is_not_is_named(odds: Content) -> None:
    odds.write(FILE, ODDS.replace("count: F-2.any", "count: F-2.none"))
    assert (line_of("count: F-2.any"), "COUNT") in odds.faults(FILE)


def test_a_thousand_are_drawn_with_dots(odds: Content) -> None:
    picture = ODDS[ODDS.index("      - group: Sham") : ODDS.index("    about:")]
    one = ODDS.replace(picture, "", 1).replace("count: F-2.any", "count: F-2.many", 1)
    odds.write(FILE, one)
    assert odds.faults(FILE) == [(line_of("- group: New fluid"), "PICTURE-WORDS")]
    odds.write(FILE, one.replace("mark: person", "mark: dot", 1))
    assert odds.faults(FILE) == []


def test_two_pictures_of_one_name_are_refused(odds: Content) -> None:
    picture = ODDS[ODDS.index("  - id: helped") : ODDS.index("  - id: kinds")]
    odds.write(FILE, ODDS.replace("how:", picture + "how:", 1))
    assert [code for __, code in odds.faults(FILE)] == ["PICTURE-WORDS"]


def test_three_arrays_are_too_many_to_compare(odds: Content) -> None:
    array = ODDS[ODDS.index("      - group: Sham") : ODDS.index("    about:")]
    odds.write(FILE, ODDS.replace("    about:", array + "    about:", 1))
    assert odds.faults(FILE) == [(line_of("- id: helped"), "PICTURE-WORDS")]


def test_a_link_or_a_picture_on_a_page_names_one_of_them(odds: Content) -> None:
    odds.page(minute="[See it](odds:helped) or [start](odds:start). [@-]\n\n![Some of them](odds:helped)")
    assert odds.faults() == []
    odds.page(minute="[See it](odds:tuesday). [@-]")
    assert odds.faults() == [(17, "BROKEN-LINK")]
    odds.page(minute="Plasma. [@F-1]\n\n![Some of them](odds:tuesday)")
    assert odds.faults() == [(19, "BROKEN-LINK")]
    odds.page(minute="Plasma. [@F-1]\n\n![Some of them](odds:start)")
    assert odds.faults() == [(19, "BROKEN-LINK")], "it is no one picture"
    odds.page(minute="Plasma. [@F-1]\n\n![](odds:helped)")
    assert odds.faults() == [(19, "NO-ALT")]


def test_numbers_in_what_is_said_of_a_picture_stay_locked(odds: Content) -> None:
    odds.page(minute="Plasma. [@F-2]\n\n![57 of 100 figures](odds:helped)")
    assert odds.faults() == []
    odds.page(minute="Plasma. [@F-2]\n\n![58 of 100 figures](odds:helped)")
    assert set(odds.faults()) == {(19, "NUMBER")}


def test_what_is_compiled_holds_the_counts(odds: Content, tmp_path: Path) -> None:
    assert compile_all(odds.folder, tmp_path / "out") == []
    compiled = json.loads((tmp_path / "out" / "odds.en.json").read_bytes())
    array = compiled["pictures"][0]["arrays"][1]
    assert array["count"] == {"n": 57, "of": 100, "low": 29, "high": 82, "seen": [8, 14], "under": False}
    assert array["sources"] == ["Keegan and others. A study. Neurology, 2002", "A leaflet for patients"]

"""Nothing is claimed that no test shows: each rule stands in the tables once, and each test they name is there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tpe_guide.conformance.row import Row
from tpe_guide.conformance.software import software
from tpe_guide.conformance.statement import helps, honest, not_tried, tried
from tpe_guide.conformance.wcag import wcag
from tpe_guide.guide.readability import ease
from tpe_guide.navigation import Locator
from tpe_guide.policy import HOME, KIOSK


def listed(numbers: str) -> list[str]:
    return numbers.split()


TESTS = Path(__file__).resolve().parents[1]
A = listed("""
1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4
2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2
""")
AA = listed("""
1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2
3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3
""")
SOFTWARE = listed("""
11.1.1.1.1 11.1.1.1.2 11.1.2.1.1 11.1.2.1.2 11.1.2.2 11.1.2.3.1 11.1.2.3.2 11.1.2.4 11.1.2.5 11.1.3.1.1 11.1.3.1.2
11.1.3.2.1 11.1.3.2.2 11.1.3.3 11.1.3.4 11.1.3.5.1 11.1.3.5.2 11.1.4.1 11.1.4.2 11.1.4.3 11.1.4.4.1 11.1.4.4.2
11.1.4.5.1 11.1.4.5.2 11.1.4.10 11.1.4.11 11.1.4.12 11.1.4.13 11.2.1.1.1 11.2.1.1.2 11.2.1.2 11.2.1.4.1 11.2.1.4.2
11.2.2.1 11.2.2.2 11.2.3.1 11.2.4.3 11.2.4.4 11.2.4.6 11.2.4.7 11.2.5.1 11.2.5.2 11.2.5.3.1 11.2.5.3.2 11.2.5.4
11.3.1.1.1 11.3.1.1.2 11.3.2.1 11.3.2.2 11.3.3.1.1 11.3.3.1.2 11.3.3.2 11.3.3.3 11.3.3.4 11.4.1.1.1 11.4.1.1.2
11.4.1.2.1 11.4.1.2.2 11.4.1.3.1 11.4.1.3.2 11.5.1 11.5.2.1 11.5.2.2 11.5.2.3 11.5.2.4 11.5.2.5 11.5.2.6 11.5.2.7
11.5.2.8 11.5.2.9 11.5.2.10 11.5.2.11 11.5.2.12 11.5.2.13 11.5.2.14 11.5.2.15 11.5.2.16 11.5.2.17 11.6.1 11.6.2 11.7
11.8.1 11.8.2 11.8.3 11.8.4 11.8.5
""")
MOST_WORDS, HARDEST = 20, 6.0


def rows() -> list[Row]:
    return [row for chapter in (*wcag(), *software()) for row in chapter.rows]


def test_each_criterion_of_a_and_aa_is_there_once() -> None:
    found = [(row.number, row.level) for chapter in wcag() for row in chapter.rows if row.level != "AAA"]
    assert sorted(found) == sorted([*((number, "A") for number in A), *((number, "AA") for number in AA)])
    assert len(found) == 55


def test_of_aaa_only_what_is_met() -> None:
    found = [row for chapter in wcag() for row in chapter.rows if row.level == "AAA"]
    assert {row.result for row in found} == {"met"}
    assert len({row.number for row in found}) == len(found)


def test_each_rule_for_software_is_there_once() -> None:
    assert sorted(row.number for chapter in software() for row in chapter.rows) == sorted(SOFTWARE)


@cache
def names_in(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def test_every_test_that_is_named_is_there() -> None:
    named = {test for row in rows() for test in row.tests}
    missing = []
    for test in named:
        place, __, name = test.partition("::")
        path = TESTS / f"{place}.py"
        if not name.startswith("test_") or not path.is_file() or name not in names_in(path):
            missing.append(test)
    assert missing == []


def test_nothing_is_met_without_a_test_and_nothing_is_missing_without_a_word() -> None:
    for row in rows():
        match row.result:
            case "met":
                assert row.tests, row.number
            case "in part":
                assert row.tests, row.number
                assert row.note, row.number
            case "not met" | "none":
                assert row.note, row.number
            case "untested":
                assert not row.tests, row.number


def test_the_kiosk_is_claimed_for_nothing() -> None:
    """There nobody can add a tool of their own; what holds at home was not shown to hold there."""
    closed = {row.number: row for chapter in software() for row in chapter.rows}
    assert {closed[number].result for number in ("11.1.1.1.2", "11.2.1.1.2", "11.4.1.2.2", "11.5.1")} == {"untested"}


def sentences() -> Iterator[str]:
    for each in helps(HOME):
        yield from each.lines
    yield from (*honest(), *tried(), *not_tried())
    yield from (row.note for row in rows())


def test_the_words_are_short() -> None:
    for words in sentences():
        for sentence in words.split(". "):
            assert len(sentence.split()) <= MOST_WORDS, sentence


def test_what_patients_read_is_easy() -> None:
    lines = [line for each in helps(HOME) for line in each.lines]
    assert ease([*lines, *honest()]).grade <= HARDEST


@pytest.mark.parametrize("policy", [HOME, KIOSK])
def test_it_leads_to_nothing_that_is_not_there(policy: object) -> None:
    places = {way.locator.place for each in helps(policy) for way in each.ways}  # type: ignore[arg-type]
    assert places <= {"look", "keys", "words", "dots", "eyes-rest"}
    assert ("dots" in places) == ("eyes-rest" in places) == (policy is HOME)
    assert Locator("look", "size") in {way.locator for way in helps(HOME)[0].ways}

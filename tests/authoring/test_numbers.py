"""Which numbers a text states, and which of them its facts carry."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpe_guide.authoring.numbers import quantities, uncarried

TIMED = "Treatment time: median 120 min (IQR 112.5-135) by centrifuge, 135 min by membrane.\n912 TPE, 185 patients"
TRIAL = "8/14 (57.1%) vs 3/17 (17.6%)"
REGISTRY = "38 per 1,000: 16 mild, 20 moderate, 2 severe\n>169,000 procedures"


def left_over(text: str, *facts: str) -> list[str]:
    return [quantity.text for quantity in uncarried(text, facts)]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("1,383 people", [1383]),
        ("0.9 or .72", [0.9, 0.72]),
        ("2½ hours and ¾ of it", [2.5, 0.75]),
        ("twenty-four hours", [24]),
        ("the 3rd session", [3]),
        ("a 500ml bag", [500]),
        ("IL-6, D01, COVID-19 and T2", []),
        ("call 112, 911 or 999", []),
        ("see step 2 on page 7", []),
        ("none, no one, nothing", [1]),
    ],
)
def test_the_numbers_of_a_text(text: str, stated: list[float]) -> None:
    assert [quantity.value for quantity in quantities(text)] == stated


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("about 2 hours", TIMED),
        ("135 minutes", TIMED),
        ("912 sessions", TIMED),
        ("between 2 and 4 hours", "2-4 h"),
        ("1 to 2 weeks, so 7 to 14 days", "within 1-2 weeks"),
        ("48 hours", "every 2 days"),
        ("3 litres", "3,058 ml"),
        ("38 °C (100.4 °F)", "fever of 38 C"),
        ("57 of 100", TRIAL),
        ("57%", TRIAL),
        ("43 of 100 did not", TRIAL),
        ("8 of 14", TRIAL),
        ("about 6 in 10", TRIAL),
        ("Of 100 people, 18 did", TRIAL),
        ("38 of 1,000", REGISTRY),
        ("almost 4 in 100", REGISTRY),
        ("2 of 1,000", REGISTRY),
        ("169,000", REGISTRY),
        ("1 in 4", "about one quarter of relapses"),
        ("25 of 100", "1 in 4"),
        ("5,200 sessions", "612 of 5,235 sessions"),
        ("12 of 100 sessions", "612 of 5,235 sessions"),
        ("84 of 1,000", "8.4 vs 5.5 per 100"),
        ("the 3rd exchange", "median by the third exchange"),
        ("7 sessions", "seven sessions"),
        ("2½ hours", "2.5 hours"),
        ("1 in 20", "5.3%"),
        ("67 of 100", "two-thirds of people"),
        ("39 to 81 of 100", "39% -> 63%; 81%"),
        ("5 sessions in 14 days", "5 within 1-2 weeks"),
        ("3 in 2016", "3 people, 2016"),
        ("for two weeks", "14 days"),
        ("within six months", "at 6 months"),
        ("12 of 22", "22 randomised, only 12 with MS"),
    ],
)
def test_a_number_that_the_fact_carries(text: str, fact: str) -> None:
    assert left_over(text, fact) == []


@pytest.mark.parametrize(
    ("text", "fact", "left"),
    [
        ("about 3 hours", TIMED, ["3"]),
        ("120 hours", TIMED, ["120"]),
        ("913 sessions", TIMED, ["913"]),
        ("910 sessions", TIMED, ["910"]),
        ("between 2 and 5 hours", "2-4 h", ["5"]),
        ("57 of 1,000", "2 of 3", ["57", "1,000"]),
        ("60 of 100", TRIAL, ["60", "100"]),
        ("60%", TRIAL, ["60"]),
        ("9 of 14", TRIAL, ["9", "14"]),
        ("3 of 14", TRIAL, ["3", "14"]),
        ("12 of 100", "100 randomised, 12 with MS, 8%", ["12", "100"]),
        ("38 of 100", REGISTRY, ["38", "100"]),
        ("1 in 25", "5.3%", ["1", "25"]),
        ("39 °C", "fever of 38 C", ["39"]),
        ("in 2011", "Level B", ["2011"]),
        ("twelve people", "ten people", ["twelve"]),
        ("120", "", ["120"]),
        ("for three weeks", "14 days", ["three"]),
        ("two or three days", "2 days", ["three"]),
        ("33 of 100", "median by the third exchange", ["33", "100"]),
    ],
)
def test_a_number_that_the_fact_does_not_carry(text: str, fact: str, left: list[str]) -> None:
    assert left_over(text, fact) == left


def test_a_year_may_stand_in_a_source() -> None:
    assert [q.text for q in uncarried("from 2002, of 2003", [], ["Neurology, 2002. PMID 20031"])] == ["2003"]


def test_each_fact_stands_for_itself() -> None:
    assert left_over("8 of 14 in 120 minutes", TRIAL, TIMED) == []


def test_small_number_words_are_ordinary_words() -> None:
    assert left_over("One of you may bring two bags.") == []


@given(st.integers(0, 10**7))
def test_a_number_carries_itself_in_every_writing(number: int) -> None:
    assert left_over(f"{number:,} people", f"n = {number}") == []
    assert left_over(f"{number} people", f"{number:,} in all") == []


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_can_be_looked_at(text: str, fact: str) -> None:
    for quantity in uncarried(text, [fact]):
        assert text[quantity.start :].startswith(quantity.text)

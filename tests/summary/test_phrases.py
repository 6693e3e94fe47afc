from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpe_guide.summary import phrases


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([], ""),
        ([3], "3"),
        ([1, 2], "1 and 2"),
        ([1, 2, 3, 4, 5], "1 to 5"),
        ([1, 2, 4], "1, 2 and 4"),
        ([5, 1, 2, 3, 3], "1 to 3 and 5"),
    ],
)
def test_session_numbers_are_drawn_together(values: list[int], words: str) -> None:
    assert phrases.numbers(values) == words


@given(st.sets(st.integers(1, 60)))
def test_no_session_number_is_lost_or_invented(values: set[int]) -> None:
    said = phrases.numbers(values).replace(" and ", ", ").split(", ") if values else []
    runs = [[int(number) for number in run.split(" to ")] for run in said]
    assert {n for run in runs for n in range(run[0], run[-1] + 1)} == values


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2026-05-04", "2026-05-04", "4 May 2026"),
        ("2026-05-04", "2026-05-18", "4 to 18 May 2026"),
        ("2026-04-28", "2026-05-02", "28 April to 2 May 2026"),
        ("2026-12-28", "2027-01-04", "28 December 2026 to 4 January 2027"),
    ],
)
def test_a_span_says_month_and_year_once(first: str, last: str, words: str) -> None:
    assert phrases.span(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) == words


@pytest.mark.parametrize(("minutes", "words"), [(0, "0 min"), (40, "40 min"), (120, "2 h"), (160, "2 h 40 min")])
def test_a_length_is_said_in_hours_and_minutes(minutes: int, words: str) -> None:
    assert phrases.duration(minutes) == words


@pytest.mark.parametrize(("celsius", "words"), [(38.0, "38 °C"), (38.4, "38.4 °C"), (36.123456789, "36.123456789 °C")])
def test_a_temperature_is_never_rounded(celsius: float, words: str) -> None:
    assert phrases.temperature(celsius) == words


def test_an_abbreviation_keeps_its_capitals() -> None:
    assert phrases.lower_first("Feeling cold") == "feeling cold"
    assert phrases.lower_first("MS flare") == "MS flare"


def test_only_what_cannot_be_seen_is_taken_out_of_own_words() -> None:
    written = " I said \x1b[31m“no”\x07\r\nand\u2028\u202ethen\u2069 left.\tDone. "
    assert phrases.visible(written) == "I said [31m“no”\nand\nthen left.\tDone."

"""The table for spreadsheets: a row an effect, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.diary.strategies import diaries
from tpe_guide.diary import exchange
from tpe_guide.diary.demo import FIXED_DAY, demo_diary
from tpe_guide.diary.model import Diary, EffectReport
from tpe_guide.diary.table import columns

FORMULA_STARTS = tuple("=+-@\t\r\n")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def with_words(words: str) -> str:
    diary = demo_diary(FIXED_DAY)
    entry = replace(diary.entries[0], effects=(EffectReport("other", 1, words=words),))
    return exchange.to_csv(replace(diary, entries=(entry,)))


def test_the_demo_as_a_table() -> None:
    text = exchange.to_csv(demo_diary(FIXED_DAY))
    header = "day,moment,session,effect,severity,began,told_staff,words,reporter,recorded_at,temperature_c,note,entry"
    assert text.splitlines()[0] == ",".join(columns()) == header
    (fever,) = [row for row in rows(text) if row["effect"] == "fever-chills" and row["severity"] != "0"]
    assert fever == {
        "day": "2026-05-08",
        "moment": "evening",
        "session": "3",
        "effect": "fever-chills",
        "severity": "2",
        "began": "at-home",
        "told_staff": "yes",
        "words": "",
        "reporter": "self",
        "recorded_at": "2026-05-08T23:10:00+02:00",
        "temperature_c": "38.2",
        "note": "I shook for an hour that night and it scared me.",
        "entry": "s3-evening",
    }


@pytest.mark.parametrize("words", ["=1+1", "+49", "-2", "@cmd", "\t=1", "\r=1", "\n=1", '=HYPERLINK("x")'])
def test_no_words_start_a_formula(words: str) -> None:
    (row,) = rows(with_words(words))
    assert row["words"] == f"'{words}"


@pytest.mark.parametrize("words", ['say "ouch", twice', "two\nlines", "a,b", "'quoted", "x=1"])
def test_other_words_stay_as_they_are(words: str) -> None:
    (row,) = rows(with_words(words))
    assert row["words"] == words


def test_lines_end_as_the_standard_says() -> None:
    text = with_words("plain")
    assert text.endswith("\r\n")
    assert text.count("\n") == text.count("\r\n") == 2


@settings(deadline=None)
@given(diaries())
def test_every_effect_has_its_row_and_every_cell_is_safe(diary: Diary) -> None:
    table = rows(exchange.to_csv(diary))
    reports = [report for entry in diary.entries for report in entry.effects]
    assert [row["effect"] for row in table] == [report.effect for report in reports]
    assert [row["severity"] for row in table] == [str(report.severity) for report in reports]
    assert not any(cell.startswith(FORMULA_STARTS) for row in table for cell in row.values())

"""The table for spreadsheets: all that entries say, and no cell that a spreadsheet would run."""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from tests.diary.stories import entry
from tests.diary.strategies import diaries
from tpe_guide.diary import exchange
from tpe_guide.diary.demo import FIXED_DAY, demo_diary
from tpe_guide.diary.model import Course, Diary, EffectReport
from tpe_guide.diary.table import columns
from tpe_guide.vocabulary.terms import FUNCTIONS

FORMULA_STARTS = tuple("=+-@＝＋－＠\t\r\n")
OF_AN_EFFECT = ("effect", "severity", "began", "told_staff", "words", "unlike_usual")


def rows(table: bytes) -> list[dict[str, str]]:
    """As a spreadsheet reads it: the mark says which letters these are."""
    assert table.startswith(codecs.BOM_UTF8)
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def row_of(**said: Any) -> dict[str, str]:
    """The one row of an entry that says so."""
    (row,) = rows(exchange.to_csv(Diary(Course("c"), (), (entry(1, **said),))))
    return row


def with_words(words: str) -> bytes:
    diary = demo_diary(FIXED_DAY)
    one = replace(diary.entries[0], effects=(EffectReport("other", 1, words=words),))
    return exchange.to_csv(replace(diary, entries=(one,)))


def test_the_demo_as_a_table() -> None:
    table = exchange.to_csv(demo_diary(FIXED_DAY))
    header = (
        "day,moment,session,effect,severity,began,told_staff,words,reporter,recorded_at,temperature_c,note,entry,"
        "unlike_usual,none_noticed,vision,walking,hands,energy,thinking"
    )
    assert table.decode("utf-8-sig").splitlines()[0] == ",".join(columns()) == header
    (fever,) = [row for row in rows(table) if row["effect"] == "fever-chills" and row["severity"] != "0"]
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
        "unlike_usual": "",
        "none_noticed": "",
        "vision": "4",
        "walking": "4",
        "hands": "",
        "energy": "2",
        "thinking": "",
    }


class TestAnEntryWithoutEffects:
    """A temperature, a note, a night that was fine: it used to be nowhere in the table."""

    def test_has_a_row_of_its_own(self) -> None:
        row = row_of(effects=(), temperature_c=38.4, note="Shaking stopped.", function={"vision": 0})
        assert (row["temperature_c"], row["note"], row["vision"]) == ("38.4", "Shaking stopped.", "0")
        assert [row[name] for name in OF_AN_EFFECT] == [""] * 6

    def test_says_that_nothing_new_was_noticed(self) -> None:
        assert row_of(effects=(), none_noticed=True)["none_noticed"] == "yes"

    def test_says_no_such_thing_where_nobody_said_it(self) -> None:
        """A “no” would read as: something was noticed."""
        assert row_of(effects=(), note="only a note")["none_noticed"] == ""


def test_what_was_not_asked_is_empty_and_no_is_no() -> None:
    asked = row_of(effects=(EffectReport("tingling", 0, told_staff=False, unlike_usual=False),))
    assert (asked["severity"], asked["told_staff"], asked["unlike_usual"]) == ("0", "no", "no")
    quiet = row_of(effects=(EffectReport("tingling", 1),), function={"hands": None})
    assert (quiet["told_staff"], quiet["unlike_usual"], quiet["hands"]) == ("", "", "")


@pytest.mark.parametrize(
    "words", ["=1+1", "+49", "-2", "@cmd", "\t=1", "\r=1", "\n=1", '=HYPERLINK("x")', "＝1+1", "＠SUM(A1)"]
)
def test_no_words_start_a_formula(words: str) -> None:
    (row,) = rows(with_words(words))
    assert row["words"] == f"'{words}"


@pytest.mark.parametrize("words", ['say "ouch", twice', "two\nlines", "a,b", "'quoted", "x=1", "Tê môi → đỡ 🤕"])
def test_other_words_stay_as_they_are(words: str) -> None:
    (row,) = rows(with_words(words))
    assert row["words"] == words


def test_lines_end_as_the_standard_says() -> None:
    table = with_words("plain")
    assert table.endswith(b"\r\n")
    assert table.count(b"\n") == table.count(b"\r\n") == 2


@settings(deadline=None)
@given(diaries())
def test_count_out_is_count_in_and_every_cell_is_safe(diary: Diary) -> None:
    table = rows(exchange.to_csv(diary))
    told = [(each, report) for each in diary.entries for report in each.effects or (None,)]
    assert [row["effect"] for row in table] == [report.effect if report else "" for __, report in told]
    assert [row["severity"] for row in table] == [str(report.severity) if report else "" for __, report in told]
    assert [row["temperature_c"] for row in table] == [
        "" if each.temperature_c is None else str(each.temperature_c) for each, __ in told
    ]
    assert [row["none_noticed"] for row in table] == ["yes" if each.none_noticed else "" for each, __ in told]
    for name in FUNCTIONS:
        levels = [each.function.get(name) for each, __ in told]
        assert [row[name] for row in table] == ["" if level is None else str(level) for level in levels]
    assert not any(cell.startswith(FORMULA_STARTS) for row in table for cell in row.values())

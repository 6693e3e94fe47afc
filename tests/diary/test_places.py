"""No path of ours is told to a person: they are told which entry, and what of it."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.diary.strategies import document, json_values
from tpe_guide.diary import exchange
from tpe_guide.diary.model import (
    Course,
    Diary,
    EffectReport,
    Entry,
    ExchangeSession,
    Matters,
    OwnEffect,
    Question,
    Readiness,
    Value,
)
from tpe_guide.diary.places import in_words
from tpe_guide.diary.reading import FORMAT
from tpe_guide.errors import BadInput
from tpe_guide.vocabulary.terms import FUNCTIONS
from tpe_guide.wording import describe

PATH = re.compile(r"\w\[\d|\w\.\w+\[|_")
"""What a path of ours looks like."""


def diary_of(*days: object) -> dict[str, Any]:
    return {"entries": [{"day": day} for day in days], "sessions": [{"day": day} for day in days]}


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("entries[1].effects[1].effect", "entry of 6 May 2026, second effect, which effect it is"),
        ("entries[1]", "entry of 6 May 2026"),
        ("entries[2].note", "first entry of 7 May 2026, the note"),
        ("entries[3].note", "second entry of 7 May 2026, the note"),
        ("entries[4].day", "entry number 5, its day"),
        ("entries[9].day", "entry number 10, its day"),
        ("entries[0].function.vision", "entry of 4 May 2026, seeing"),
        ("entries[0].function", "entry of 4 May 2026, how well it went"),
        ("entries[0].effects[11].severity", "entry of 4 May 2026, 12th effect, how bad it was"),
        ("sessions[0].number", "session of 4 May 2026, its number"),
        ("questions[2].text", "third question, its words"),
        ("matters.values[0].text", "what matters, number 1, its words"),
        ("course.own_effects[1].words", "the course, effects of one’s own, number 2, own words"),
        ("course.planned_sessions", "the course, how many sessions are planned"),
        ("version", "the version of the format"),
        ('course["a b"]', "the course, “a b”"),
        ("effects[0].words", "first effect, own words"),  # of one entry, not of a file
        ("", ""),
    ],
)
def test_a_place_is_said_as_a_person_finds_it(place: str, words: str) -> None:
    root = diary_of("2026-05-04", "2026-05-06", "2026-05-07", "2026-05-07", "soon")
    assert in_words(place, root) == words


def test_each_field_of_the_format_has_its_words() -> None:
    records = (Diary, Course, ExchangeSession, Entry, EffectReport, OwnEffect, Question, Matters, Value, Readiness)
    names = {field.name for make in records for field in dataclasses.fields(make)} - {"extra"}
    assert [name for name in (*names, *FUNCTIONS, "format", "version") if "“" in in_words(name, {})] == []


@given(json_values, st.sampled_from(["entries[0].day", "sessions[3]", "entries[1].effects[2].words", "questions[0]"]))
def test_whatever_the_file_holds_a_place_has_words(root: object, place: str) -> None:
    for each in (root, {"entries": root, "sessions": root, "questions": root}):
        assert not PATH.search(in_words(place, each))


def spoil_effect(data: dict[str, Any]) -> None:
    data["entries"][0]["effects"][0]["effect"] = "vampires"


def spoil_day(data: dict[str, Any]) -> None:
    data["sessions"][0]["day"] = "2026-02-30"


def spoil_id(data: dict[str, Any]) -> None:
    data["sessions"].append(data["sessions"][0])


def spoil_function(data: dict[str, Any]) -> None:
    data["entries"][0]["function"]["vision"] = 11


def spoil_link(data: dict[str, Any]) -> None:
    data["entries"][0]["session"] = "s9"


def spoil_nothing_new(data: dict[str, Any]) -> None:
    data["entries"][0]["none_noticed"] = True


def leave_out_moment(data: dict[str, Any]) -> None:
    del data["entries"][0]["moment"]


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (spoil_effect, "entry of 4 May 2026, first effect, which effect it is: expected a word that this guide knows"),
        (spoil_day, "session number 1, its day: expected a real date such as 2026-05-14, not “2026-02-30”."),
        (spoil_id, "second session of 4 May 2026, its id: expected an id of its own; “s1” stands there twice."),
        (spoil_function, "entry of 4 May 2026, seeing: expected a whole number from 0 to 10, or null, not 11."),
        (spoil_link, "entry of 4 May 2026, the session that it is about: expected the id of one of the sessions"),
        (spoil_nothing_new, "entry of 4 May 2026, whether nothing new was noticed: expected false, since effects are"),
        (leave_out_moment, "entry of 4 May 2026, the part of the day: expected one of during, evening,"),
    ],
)  # fmt: skip
def test_a_file_with_a_fault_is_refused_in_words(spoil: Any, says: str) -> None:
    data = document()
    spoil(data)
    with pytest.raises(BadInput) as refused:
        exchange.loads(json.dumps(data).encode(), "anna.json")
    assert describe(refused.value).startswith(f"anna.json: {says}")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (
            b'{"format": "\xff"}',
            "expected a diary file that was copied as a whole; in this one, letters cannot be read.",
        ),
        (b'{"a": 1,\n "b" 2}', "line 2: expected a diary file as it was saved; here it was changed or damaged."),
        (b'{"a": 1,\n', "line 2: expected the rest of the file; it breaks off here."),
        (b'{"a": 1, "a": 2}', "expected each name once; “a” stands there twice."),
        (b'{"a": NaN}', "expected plain numbers, not NaN."),
    ],
)
def test_a_damaged_file_is_refused_without_a_programmers_words(data: bytes, says: str) -> None:
    with pytest.raises(BadInput) as refused:
        exchange.loads(data, "anna.json")
    assert describe(refused.value) == f"anna.json: {says}"


def test_a_format_that_is_not_ours_says_what_was_expected() -> None:
    with pytest.raises(BadInput) as refused:
        exchange.loads(b'{"format": "x", "version": 1}', "anna.json")
    assert describe(refused.value) == (f"anna.json: what kind of file it is: expected one of {FORMAT}, not “x”.")


def test_the_words_are_those_of_the_language_of_the_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert in_words("entries", {}) == "the entries"
    monkeypatch.setattr("tpe_guide.diary.places._", lambda words: f"<{words}>")
    assert in_words("entries", {}) == "<the entries>"

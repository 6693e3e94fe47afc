"""A field is declared once: what reads, writes, describes and tabulates the diary follows from the declaration."""

# Without "from __future__ import annotations", like the model: what is declared here is also read here.

import csv
import datetime as dt
import io
import json
from dataclasses import dataclass, fields, replace
from typing import Annotated, Any

import pytest
from jsonschema import Draft202012Validator

from tests.diary.strategies import document
from tpe_guide.diary import exchange, schema
from tpe_guide.diary.kinds import Number, Text, Whole
from tpe_guide.diary.model import Course, Diary, EffectReport, Entry, ExchangeSession, Matters
from tpe_guide.diary.record import REQUIRED, AtMost, Column, Says, kind_of, record_of
from tpe_guide.errors import BadInput
from tpe_guide.vocabulary.terms import Access

NOW = dt.datetime(2026, 5, 14, 9, 12, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedEntry(Entry):
    """An entry with a made-up field: in ``model.Entry`` it would be this one line."""

    weight_kg: Annotated[Annotated[float, Number(20, 300)] | None, Says("In kilograms."), Column(17)] = None


@dataclass(frozen=True, slots=True)
class WeighedDiary(Diary):
    """A diary of such entries."""

    entries: Annotated[tuple[WeighedEntry, ...], AtMost(20), REQUIRED] = ()


def weighed(kilograms: object) -> dict[str, Any]:
    data: dict[str, Any] = document()
    data["entries"][0]["weight_kg"] = kilograms
    return data


def read(data: dict[str, Any]) -> WeighedDiary:
    return exchange.loads_as(WeighedDiary, json.dumps(data).encode(), "mine")


def test_what_stands_in_a_file_only_where_something_is_said() -> None:
    """A file of an older version is written again as it was."""
    assert not {"prepared", "own_steps"} & set(record_of(Course).write(Course("c")))
    said = record_of(Course).write(Course("c", prepared=("bag",), own_steps=("Feed the cat",)))
    assert (said["prepared"], said["own_steps"]) == (["bag"], ["Feed the cat"])
    assert record_of(Course).read(said) == Course("c", prepared=("bag",), own_steps=("Feed the cat",))


class TestANewField:
    """It is declared in the model and nowhere else; see *A new field of the diary* in CONTRIBUTING.md."""

    def test_it_goes_from_a_file_into_the_diary_and_back(self) -> None:
        diary = read(weighed(61.5))
        assert diary.entries[0].weight_kg == 61.5
        assert exchange.unknown_keys(diary) == []
        written = exchange.dumps(diary, exported_at=NOW, app="x")
        assert json.loads(written)["entries"] == weighed(61.5)["entries"]
        assert exchange.loads_as(WeighedDiary, written, "mine") == diary

    def test_a_file_from_before_it_is_read_as_not_said(self) -> None:
        assert read(document()).entries[0].weight_kg is None

    def test_a_wrong_value_is_refused_in_plain_words(self) -> None:
        with pytest.raises(BadInput) as caught:
            read(weighed(7))
        assert caught.value.place == "entries[0].weight_kg"
        assert caught.value.expected == "a number from 20 to 300, or null, not 7"

    def test_it_is_saved_and_found_again(self) -> None:
        entry = read(weighed(61.5)).entries[0]
        assert exchange.unpack(WeighedEntry, exchange.pack(entry, "mine")) == entry
        with pytest.raises(BadInput, match="weight_kg"):
            exchange.pack(replace(entry, weight_kg=7), "mine")

    def test_it_has_its_column_at_the_end(self) -> None:
        (row,) = csv.DictReader(io.StringIO(exchange.to_csv(read(weighed(61.5))).decode("utf-8-sig"), newline=""))
        assert list(row)[-2:] == ["thinking", "weight_kg"]
        assert row["weight_kg"] == "61.5"
        assert b"weight_kg" not in exchange.to_csv(exchange.loads(json.dumps(weighed(61.5)).encode(), "mine"))

    def test_other_programs_are_told(self) -> None:
        made = schema.build(WeighedDiary)
        assert made["$defs"]["entry"]["properties"]["weight_kg"] == {
            "description": "In kilograms.",
            "type": ["number", "null"],
            "minimum": 20,
            "maximum": 300,
        }
        Draft202012Validator.check_schema(made)
        assert [Draft202012Validator(made).is_valid(weighed(value)) for value in (61.5, None, 7, "61")] == [
            *(True, True, False, False)
        ]

    def test_a_program_that_does_not_know_it_keeps_it(self) -> None:
        diary = exchange.loads(json.dumps(weighed(61.5)).encode(), "mine")
        assert exchange.unknown_keys(diary) == ["entries[0].weight_kg"]
        assert read(json.loads(exchange.dumps(diary, exported_at=NOW, app="x"))).entries[0].weight_kg == 61.5


class TestADeclaration:
    @pytest.mark.parametrize(
        ("declared", "expected"),
        [
            (str, "text of at most 2,000 characters"),
            (Annotated[str, Text(5, least=1)], "text of 1 to 5 characters"),
            (bool | None, "true or false, or null"),
            (Annotated[int, Whole(0, 3)], "a whole number from 0 to 3"),
            (Annotated[int, Whole(0, 3)] | None, "a whole number from 0 to 3, or null"),
            (Annotated[Access, Column(9)], "one of arm-veins, neck-line, chest-line, groin-line, other, unknown"),
            (dt.date, "a real date such as 2026-05-14"),
            (tuple[EffectReport, ...], "a list"),
            (Course, "an object"),
        ],
    )
    def test_a_type_says_what_a_file_may_hold(self, declared: Any, expected: str) -> None:
        assert kind_of(declared).expected() == expected

    @pytest.mark.parametrize("declared", [int, float, object, dict[str, str], int | str])
    def test_one_that_does_not_say_is_a_mistake_of_ours(self, declared: Any) -> None:
        with pytest.raises(TypeError, match="Annotated"):
            kind_of(declared)

    @pytest.mark.parametrize("make", [Course, ExchangeSession, Entry, EffectReport, Matters, Diary])
    def test_every_field_but_extra_is_in_the_file_under_its_own_name(self, make: type) -> None:
        assert [*(key.name for key in record_of(make).keys), "extra"] == [each.name for each in fields(make)]

    def test_a_program_may_leave_out_what_a_file_must_say(self) -> None:
        required = {key.name for key in record_of(ExchangeSession).keys if key.required}
        assert required == {"id", "number", "day", "state"}
        assert ExchangeSession("s1", 1, dt.date(2026, 5, 4)).state == "done"

    def test_the_columns_are_numbered_from_one_without_a_gap(self) -> None:
        marks = [key.mark(Column) for make in (Entry, EffectReport) for key in record_of(make).keys]
        assert sorted(mark.number for mark in marks if mark) == list(range(1, 17))

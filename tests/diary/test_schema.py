"""The JSON Schema for other programs says what our reader does: both take and refuse the same files."""

from __future__ import annotations

import copy
import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from tests.diary.strategies import diaries, document, json_values
from tpe_guide.diary import exchange, kinds, model, schema
from tpe_guide.diary.model import Diary
from tpe_guide.errors import BadInput, FromNewerVersion
from tpe_guide.vocabulary import terms

SCHEMA = json.loads(exchange.schema())
NOW = dt.datetime(2026, 5, 14, 9, 12, tzinfo=dt.UTC)
FORMATS = FormatChecker(["date"])
BEYOND_A_SCHEMA = ("an id of its own", "the id of one of the sessions", "values nested")


@FORMATS.checks("date-time", raises=ValueError)  # type: ignore[untyped-decorator]
def _is_instant(value: object) -> bool:
    return not isinstance(value, str) or bool(dt.datetime.fromisoformat(value))


VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FORMATS)

Way = tuple[str | int, ...]
NASTY: list[object] = [
    *(None, True, False, 0, 1, 3, 4, 7, 10, 11, -1, 2.0, 2.5, 29.9, 45.1, 1e300, "", "2", [], {}, [[]]),
    *("x" * 200, "x" * 201, "x" * 2000, "x" * 2001, "a\0b", "\ud800", "🩸"),
    *("2026-02-29", "2028-02-29", "1899-12-31", "2199-12-31", "2200-01-01", "2026-5-4", "২০২৬-০৫-০৪"),
    *("2026-02-30T00:00:00Z", "2026-05-04T24:00:01Z", "2026-05-04T10:00:00+24:00", "2026-05-04 10:00:00Z"),
    *("2026-05-04T00:00:00Z", "2026-05-04T10:00:00.1234567Z", "2026-05-04T10:00:00.5-00:30"),
    *("2026-05-04T10:00:00", "2026-05-04T10:00:60Z", "1899-12-31T23:59:59Z"),
    *("planned", "during", "evening", "at-home", "self", "albumin", "neck-line", "fever-chills", "other"),
]


def assert_agree(data: object) -> None:
    assert reader_takes(data) in (VALIDATOR.is_valid(data), None)


def reader_takes(data: object) -> bool | None:
    """None where the file is refused for what no schema can say."""
    try:
        exchange.loads(json.dumps(data).encode(), "x")
    except FromNewerVersion:
        return False
    except BadInput as error:
        return None if error.expected.startswith(BEYOND_A_SCHEMA) else False
    return True


def ways(value: object, way: Way = ()) -> Iterator[Way]:
    yield way
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield from ways(inner, (*way, key))


ALL_WAYS = [way for way in ways(document()) if way]


def at(data: Any, way: Way) -> Any:
    for step in way:
        data = data[step]
    return data


def test_the_file_is_what_the_model_declares() -> None:
    assert exchange.schema() == schema.laid_out(schema.build()) + "\n", "run: python -m tpe_guide.diary.schema"


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_it_names_the_values_of_the_model() -> None:
    definitions = SCHEMA["$defs"]
    entry, session, effect = (definitions[name]["properties"] for name in ("entry", "session", "effect"))
    assert definitions["access"]["enum"] == list(terms.ACCESSES)
    assert session["state"]["enum"] == list(terms.SESSION_STATES)
    assert session["fluid"]["enum"] == [*terms.FLUIDS, None]
    assert entry["moment"]["enum"] == list(terms.MOMENTS)
    assert entry["reporter"]["enum"] == list(terms.REPORTERS)
    assert list(entry["function"]["properties"]) == list(terms.FUNCTIONS)
    assert effect["effect"]["enum"] == list(terms.ALL_EFFECTS)
    assert effect["began"]["enum"] == list(terms.ONSETS)
    assert SCHEMA["properties"]["sessions"]["maxItems"] == model.SESSION_LIMIT
    assert SCHEMA["properties"]["entries"]["maxItems"] == model.ENTRY_LIMIT
    assert definitions["text"]["maxLength"] == kinds.TEXT_LIMIT
    assert definitions["id"]["maxLength"] == model.ID_LIMIT


@settings(deadline=None)
@given(diaries())
def test_what_we_write_is_valid(diary: Diary) -> None:
    VALIDATOR.validate(json.loads(exchange.dumps(diary, exported_at=NOW, app="tpe-guide 0.1.0")))


@pytest.mark.parametrize("way", ALL_WAYS, ids=lambda way: ".".join(map(str, way)))
def test_they_agree_on_every_nasty_value_at_every_place(way: Way) -> None:
    for value in NASTY:
        data = document()
        at(data, way[:-1])[way[-1]] = value
        if way in (("sessions", 0, "id"), ("entries", 0, "session")):
            data["entries"][0]["session"] = None if way[-1] == "id" else value
            data["sessions"][0]["id"] = value if value is not None else "s1"
        if way in (("sessions",), ("sessions", 0)):
            data["entries"][0]["session"] = None
        assert_agree(data)


@pytest.mark.parametrize("way", ALL_WAYS, ids=lambda way: ".".join(map(str, way)))
def test_they_agree_on_what_may_be_left_out(way: Way) -> None:
    data = document()
    if way[0] == "sessions":
        data["entries"][0]["session"] = None
    del at(data, way[:-1])[way[-1]]
    assert_agree(data)


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_they_agree_on_files_with_anything_anywhere(data: st.DataObject) -> None:
    changed = copy.deepcopy(document())
    for __ in range(data.draw(st.integers(1, 3))):
        way = data.draw(st.sampled_from([way for way in ways(changed) if way] or [("format",)]))
        holder = at(changed, way[:-1])
        match data.draw(st.sampled_from(["put", "drop", "add"])):
            case "put":
                holder[way[-1]] = data.draw(json_values | st.sampled_from(NASTY))
            case "drop":
                del holder[way[-1]]
            case "add" if isinstance(holder, dict):
                holder["x-new"] = data.draw(json_values)
    assert_agree(changed)

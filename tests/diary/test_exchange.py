"""The exchange file: what is written can be read, what is wrong is named, nothing unknown is dropped."""

from __future__ import annotations

import copy
import datetime as dt
import json
import os
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.diary.strategies import diaries, document, entries, json_values
from tpe_guide.diary import exchange, writing
from tpe_guide.diary.kinds import FaultError
from tpe_guide.diary.model import ENTRY_LIMIT, FILE_LIMIT, SESSION_LIMIT, Diary, EffectReport, Entry
from tpe_guide.diary.record import record_of
from tpe_guide.errors import BadInput, FromNewerVersion
from tpe_guide.wording import describe

NOW = dt.datetime(2026, 5, 14, 9, 12, tzinfo=dt.timezone(dt.timedelta(hours=2)))


def loads(data: object) -> Any:
    return exchange.loads(json.dumps(data).encode(), "mine.tpediary.json")


def fault(data: object) -> BadInput:
    with pytest.raises(BadInput) as caught:
        exchange.loads(data if isinstance(data, bytes) else json.dumps(data).encode(), "mine.tpediary.json")
    assert caught.value.source == "mine.tpediary.json"
    assert describe(caught.value).startswith("mine.tpediary.json: ")
    assert "\n" not in describe(caught.value)
    return caught.value


def refusal(use: Callable[[object], object], value: object) -> tuple[str, str] | None:
    """The place and the words of what is wrong; None where nothing is."""
    try:
        use(value)
    except FaultError as error:
        return error.place, error.expected
    return None


def put(data: dict[str, Any], place: str, value: object) -> dict[str, Any]:
    """A copy of *data* with *value* at *place*, such as ``entries[0].effects[0].severity``."""
    changed = copy.deepcopy(data)
    *way, last = [int(step) if step.isdigit() else step for step in place.replace("]", "").replace("[", ".").split(".")]
    target: Any = changed
    for step in way:
        target = target[step]
    target[last] = value
    return changed


class TestReading:
    def test_the_example_of_the_contract(self) -> None:
        diary = loads(document())
        entry = diary.entries[0]
        assert diary.course.planned_sessions == 7
        assert diary.sessions[0].day == dt.date(2026, 5, 4)
        assert entry.effects == (EffectReport("tingling", 1, "during", told_staff=True),)
        assert entry.recorded_at == dt.datetime(2026, 5, 4, 17, 40, tzinfo=dt.UTC)
        assert entry.recorded_at.utcoffset() == dt.timedelta(hours=2), "the offset is kept as it was said"
        assert entry.function["hands"] is None
        assert diary.questions[0].asked is False

    def test_only_what_must_be_said_is_asked_for(self) -> None:
        diary = loads(
            {
                "format": "tpe-guide-diary",
                "version": 1,
                "course": {"id": "c"},
                "sessions": [{"id": "s", "number": 1, "day": "2026-05-04", "state": "missed"}],
                "entries": [
                    {
                        "id": "e",
                        "day": "2026-05-04",
                        "recorded_at": "2026-05-04T19:40:00Z",
                        "moment": "during",
                    }
                ],
            }
        )
        assert (diary.course.access, diary.language, diary.questions) == ("unknown", "en", ())
        assert diary.entries[0].effects == ()
        assert diary.entries[0].session is None

    def test_a_byte_order_mark_from_an_editor_is_no_fault(self) -> None:
        assert exchange.loads(b"\xef\xbb\xbf" + json.dumps(document()).encode(), "x") == loads(document())

    @pytest.mark.parametrize(
        ("place", "value", "expected"),
        [
            ("format", "other-diary", "one of tpe-guide-diary, not “other-diary”"),
            ("version", "1", "a whole number from 1 to 1000000, not “1”"),
            ("version", 0, "a whole number from 1 to 1000000, not 0"),
            (
                "exported_at",
                "yesterday",
                "a date and time with its offset, such as 2026-05-14T09:12:00+02:00",
            ),
            ("course", [], "an object, not a list"),
            ("course.id", "", "text of 1 to 200 characters, not “”"),
            ("course.planned_sessions", 7.5, "a whole number from 0 to 200, or null, not 7.5"),
            ("sessions", {}, "a list, not an object"),
            ("sessions[0]", None, "an object, not null"),
            ("sessions[0].day", "2026-02-30", "a real date such as 2026-05-14, not “2026-02-30”"),
            ("sessions[0].day", "20260504", "a real date such as 2026-05-14"),
            ("sessions[0].day", "0001-01-01", "a real date such as 2026-05-14"),
            ("sessions[0].day", "2026-05-04\n", "a real date such as 2026-05-14"),
            ("sessions[0].state", "maybe", "one of planned, done, missed, not “maybe”"),
            ("sessions[0].number", True, "a whole number from 1 to 999, not true"),
            ("sessions[0].minutes", -1, "a whole number from 0 to 1440, or null, not -1"),
            ("sessions[0].fluid", "water", "one of albumin, plasma, mixed, unknown, or null, not “water”"),
            ("sessions[0].stopped_early", 0, "true or false, not 0"),
            (
                "sessions[0].note",
                "x" * 2001,
                "text of at most 2,000 characters, not a text of 2,001 characters",
            ),
            (
                "entries[0].effects[0].effect",
                "vampires",
                "a word that this guide knows, such as tingling, not “vampires”",
            ),
            ("entries[0].effects[0].severity", 7, "a whole number from 0 to 3, not 7"),
            ("entries[0].effects[0].severity", True, "a whole number from 0 to 3, not true"),
            ("entries[0].effects[0].severity", "2", "a whole number from 0 to 3, not “2”"),
            ("entries[0].effects[0].severity", None, "a whole number from 0 to 3, not null"),
            ("entries[0].effects[0].severity", -1, "a whole number from 0 to 3, not -1"),
            ("entries[0].effects[0].severity", 1.5, "a whole number from 0 to 3, not 1.5"),
            ("entries[0].effects[0].told_staff", "yes", "true or false, or null, not “yes”"),
            ("entries[0].recorded_at", "2026-05-04T19:40:00", "a date and time with its offset"),
            ("entries[0].recorded_at", "2026-05-04T25:40:00Z", "a date and time with its offset"),
            ("entries[0].moment", "noon", "one of during, evening, next-day, later, not “noon”"),
            ("entries[0].function", None, "an object, not null"),
            ("entries[0].function.vision", 11, "a whole number from 0 to 10, or null, not 11"),
            ("entries[0].temperature_c", 98.6, "a number from 30 to 45, or null, not 98.6"),
            ("entries[0].note", 5, "text of at most 2,000 characters, not 5"),
            ("entries[0].note", "a\0b", "text of at most 2,000 characters"),
            ("entries[0].note", "half \ud83d", "text of at most 2,000 characters"),
            ("entries[0].session", "s9", "the id of one of the sessions, not “s9”"),
            ("entries[0].none_noticed", True, "false, since effects are reported"),
            ("questions[0].text", "", "text of 1 to 2,000 characters, not “”"),
        ],
    )
    def test_a_wrong_value_is_named_with_its_place(self, place: str, value: object, expected: str) -> None:
        error = fault(put(document(), place, value))
        assert (error.place, error.expected[: len(expected)]) == (place, expected)

    @pytest.mark.parametrize(
        "place",
        [
            "format",
            "version",
            "sessions",
            "entries",
            "course.id",
            "sessions[0].state",
            "entries[0].day",
            "entries[0].moment",
            "entries[0].effects[0].severity",
            "questions[0].text",
        ],
    )
    def test_a_missing_value_is_named_with_its_place(self, place: str) -> None:
        data = document()
        holder, __, key = place.rpartition(".")
        target: Any = data
        for step in filter(None, holder.replace("]", "").replace("[", ".").split(".")):
            target = target[int(step) if step.isdigit() else step]
        del target[key]
        error = fault(data)
        assert error.place == place
        assert error.expected.endswith("; it is missing")

    def test_two_of_one_id(self) -> None:
        data = document()
        data["sessions"] *= 2
        error = fault(data)
        assert (error.place, error.expected) == (
            "sessions[1].id",
            "an id of its own; “s1” stands there twice",
        )

    def test_terminal_codes_in_a_value_are_not_repeated(self) -> None:
        error = fault(put(document(), "sessions[0].state", "\x1b[2J\x9b"))
        assert describe(error).isprintable()

    def test_no_fault_is_repeated_at_length(self) -> None:
        assert len(describe(fault(put(document(), "sessions[0].state", "x" * 10_000)))) < 200


CHANGED = "a diary file as it was saved; here it was changed or damaged"


class TestFilesThatAreNotDiaries:
    @pytest.mark.parametrize(
        ("data", "place", "expected"),
        [
            (b"", "", "a diary file; this one is empty"),
            (b"  \n", "", "a diary file; this one is empty"),
            (b"hello", "", "a diary file (.tpediary.json); this is something else"),
            (b"day,effect\r\n2026-05-08,tired\r\n", "", "a diary file (.tpediary.json); this is something else"),
            (b"PK\x03\x04\xff\xfe", "", "a diary file (.tpediary.json); this is something else"),
            (b"[]", "", "a diary file (.tpediary.json); this is something else"),
            (b"7", "", "a diary file (.tpediary.json); this is something else"),
            (b'{\n "format": tpe}', "line 2", CHANGED),
            (b"{}{}", "line 1", CHANGED),
            (b"\xef\xbb\xbf {}{}", "line 1", CHANGED),
            (
                b'{"format": "tpe\xff"}',
                "",
                "a diary file that was copied as a whole; in this one, letters cannot be read",
            ),
            (b'{"temperature_c": NaN}', "", "plain numbers, not NaN"),
            (b'{"a": -Infinity}', "", "plain numbers, not -Infinity"),
            (b'{"a": 1e999}', "", "numbers that a computer can hold, not 1e999"),
            (b'{"a": ' + b"9" * 5000 + b"}", "", "numbers of a few digits"),
            (b'{"a": 1, "a": 2}', "", "each name once; “a” stands there twice"),
            (b'{"a":' * 100_000, "", "at most 32 lists in one another"),
        ],
    )
    def test_each_is_refused_in_one_sentence(self, data: bytes, place: str, expected: str) -> None:
        error = fault(data)
        assert (error.place, error.expected) == (place, expected)

    def test_a_file_that_breaks_off_says_so(self) -> None:
        whole = exchange.dumps(loads(document()), exported_at=NOW, app="x")
        for length in (1, len(whole) // 3, len(whole) // 2, len(whole) - 3):
            assert fault(whole[:length]).place.startswith("line ")
        assert fault(whole[:-3]).expected == "the rest of the file; it breaks off here"

    def test_no_beginning_of_a_diary_is_taken_for_one(self) -> None:
        whole = exchange.dumps(loads(document()), exported_at=NOW, app="x").rstrip()
        for length in range(0, len(whole), 7):
            fault(whole[:length])

    def test_a_newer_version_is_left_alone(self) -> None:
        with pytest.raises(FromNewerVersion) as caught:
            loads({"format": "tpe-guide-diary", "version": 2, "entries": "in some new way"})
        assert (caught.value.found, caught.value.known) == (2, 1)
        assert caught.value.exit_code == 3

    def test_deep_nesting_under_an_unknown_key(self) -> None:
        deep: Any = 1
        for __ in range(40):
            deep = [deep]
        error = fault(document() | {"x": deep})
        assert error.expected == "at most 32 lists in one another"
        assert error.place.startswith("x[0]")

    def test_half_a_character_under_an_unknown_key(self) -> None:
        error = fault(document() | {"x": {"y": "\ud800"}})
        assert error.place == "x.y"


class TestLimits:
    def test_too_large_a_file_is_refused_unread(self, tmp_path: Path) -> None:
        path = tmp_path / "big.tpediary.json"
        with path.open("wb") as stream:
            stream.truncate(50 * 1024 * 1024)
        with pytest.raises(BadInput, match="at most 20 MB, not 50 MB"):
            exchange.read(path)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
    def test_a_pipe_without_end_is_refused_too(self, tmp_path: Path) -> None:
        path = tmp_path / "pipe"
        os.mkfifo(path)

        def pour() -> None:
            try:
                with path.open("wb") as stream:
                    while True:
                        stream.write(b" " * 1024 * 1024)
            except BrokenPipeError:
                pass

        writer = threading.Thread(target=pour)
        writer.start()
        try:
            with pytest.raises(BadInput, match="at most 20 MB, not 21 MB"):
                exchange.read(path)
        finally:
            writer.join()

    def test_just_too_many_bytes(self) -> None:
        assert "not 21 MB" in fault(b" " * (FILE_LIMIT + 1)).expected

    @pytest.mark.parametrize(("name", "limit"), [("sessions", SESSION_LIMIT), ("entries", ENTRY_LIMIT)])
    def test_too_many(self, name: str, limit: int) -> None:
        data = document()
        data["entries"][0]["session"] = None
        data[name] = [data[name][0] | {"id": str(number)} for number in range(limit)]
        loads(data)
        data[name].append(data[name][0] | {"id": "one more"})
        error = fault(data)
        assert (error.place, error.expected) == (name, f"at most {limit:,}, not {limit + 1:,}")

    def test_the_longest_text_is_taken(self) -> None:
        longest = "🩸" * 2000
        assert loads(put(document(), "entries[0].note", longest)).entries[0].note == longest

    @pytest.mark.parametrize("make", [lambda path: path, lambda path: path / "gone.json"])
    def test_what_cannot_be_read(self, tmp_path: Path, make: Callable[[Path], Path]) -> None:
        path = make(tmp_path)
        with pytest.raises(BadInput) as caught:
            exchange.read(path)
        assert caught.value.source == str(path)
        assert caught.value.expected.startswith("a file that can be read (")


class TestWriting:
    @settings(deadline=None)
    @given(diaries())
    def test_what_is_written_is_read_back_equal(self, diary: Diary) -> None:
        data = exchange.dumps(diary, exported_at=NOW, app="tpe-guide 0.1.0")
        again = exchange.loads(data, "x")
        assert again == diary
        assert exchange.dumps(again, exported_at=NOW, app="tpe-guide 0.1.0") == data, "the same, byte for byte"

    def test_a_file_lies_on_lines_that_can_be_compared(self) -> None:
        lines = exchange.dumps(loads(document()), exported_at=NOW, app="x").decode().splitlines()
        assert sum(line.startswith('  {"id": "s1"') for line in lines) == 1
        assert sum(line.startswith('  {"id": "e1"') for line in lines) == 1

    @pytest.mark.parametrize("zone", ["Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Pacific/Kiritimati"])
    def test_an_instant_stays_the_instant_in_any_zone(self, zone: str) -> None:
        for moment in (dt.datetime(2026, 10, 25, 2, 30), dt.datetime(1901, 1, 1, 12)):
            for fold in (0, 1):
                said = moment.replace(tzinfo=ZoneInfo(zone), fold=fold)
                diary = loads(document())
                diary = replace(diary, entries=(replace(diary.entries[0], recorded_at=said),))
                read = exchange.loads(exchange.dumps(diary, exported_at=NOW, app="x"), "x").entries[0].recorded_at
                assert read.astimezone(dt.UTC) == said.astimezone(dt.UTC)

    def test_an_instant_without_offset_is_a_mistake_of_ours(self) -> None:
        with pytest.raises(ValueError, match="offset"):
            exchange.dumps(loads(document()), exported_at=NOW.replace(tzinfo=None), app="x")


class TestSaving:
    """What is saved passes the reader first: nothing gets into the store that would not come out of it again."""

    @settings(deadline=None)
    @given(st.data())
    def test_an_entry_with_anything_anywhere_is_read_whole_or_refused(self, data: st.DataObject) -> None:
        entry = writing.to_json(data.draw(entries("e", ["s"])))
        for __ in range(data.draw(st.integers(0, 2))):
            holder = data.draw(st.sampled_from([entry, entry["function"], *entry["effects"]]))
            key = data.draw(st.sampled_from([*holder, "new"]))
            if key not in ("effects", "function"):
                holder[key] = data.draw(json_values | st.sampled_from([True, 7, "s", "done", "2026-02-30", "x" * 2001]))
        refused = refusal(record_of(Entry).read, entry)
        assert refusal(record_of(Entry).check, entry) == refused, "what is saved is judged as what is read"
        if not refused:
            again = writing.to_json(record_of(Entry).read(entry))
            assert again.keys() >= entry.keys()
            assert refusal(record_of(Entry).check, again) is None

    @settings(deadline=None)
    @given(entries("e", ["s"]))
    def test_an_entry_comes_back_as_it_was_saved(self, entry: Entry) -> None:
        assert exchange.unpack(Entry, exchange.pack(entry, "mine")) == entry


class TestUnknownKeys:
    def test_they_are_kept_and_named(self) -> None:
        data = document() | {"mood": {"blue": 1}, "odd key": None}
        data = put(data, "course.ward", "7b")
        data = put(data, "sessions[0].nurse", ["Ada"])
        data = put(data, "entries[0].weather", "rain")
        data = put(data, "entries[0].function.swallowing", 9)
        data = put(data, "entries[0].effects[0].colour", 0.5)
        data = put(data, "questions[0].to", "Dr B")
        diary = loads(data)
        assert exchange.unknown_keys(diary) == [
            "mood",
            '["odd key"]',
            "course.ward",
            "sessions[0].nurse",
            "entries[0].weather",
            "entries[0].function.swallowing",
            "entries[0].effects[0].colour",
            "questions[0].to",
        ]
        written = json.loads(exchange.dumps(diary, exported_at=NOW, app="tpe-guide 0.1.0"))
        assert written == data

    def test_a_plain_diary_has_none(self) -> None:
        assert exchange.unknown_keys(loads(document())) == []

    def test_one_never_takes_the_place_of_a_known_key(self) -> None:
        diary = replace(loads(document()), extra={"version": 99, "course": None})
        assert exchange.loads(exchange.dumps(diary, exported_at=NOW, app="x"), "x").course == diary.course

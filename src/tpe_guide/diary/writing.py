"""From the diary to bytes: the exchange file, the same each time, and a table for spreadsheets."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from tpe_guide.diary.model import Course, Diary, EffectReport, Entry, ExchangeSession, Matters, Question
from tpe_guide.diary.reading import FORMAT, VERSION
from tpe_guide.vocabulary.terms import FUNCTIONS

CSV_COLUMNS = (
    "day", "moment", "session", "effect", "severity", "began", "told_staff", "words",
    "reporter", "recorded_at", "temperature_c", "note", "entry",
)  # fmt: skip
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")

Item = Course | ExchangeSession | Entry | Question | Matters


def to_bytes(diary: Diary, exported_at: dt.datetime, app: str) -> bytes:
    """*diary* as an exchange file: a session, entry or question a line, so that files can be compared."""
    known = {
        "format": compact(FORMAT),
        "version": compact(VERSION),
        "exported_at": compact(_instant(exported_at)),
        "app": compact(app),
        "language": compact(diary.language),
        "course": compact(to_json(diary.course)),
        "sessions": _rows(diary.sessions),
        "entries": _rows(diary.entries),
        "questions": _rows(diary.questions),
    }
    if diary.matters != Matters():
        known["matters"] = compact(to_json(diary.matters))
    unknown = {key: compact(value) for key, value in diary.extra.items()}
    lines = (f" {compact(key)}: {text}" for key, text in _together(known, unknown).items())
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def to_csv(diary: Diary) -> str:
    """*diary* as RFC 4180 CSV: a header, then one row per effect; an entry without effects has no row.

    *session* is the session's number. No cell can start a formula in a spreadsheet.
    """
    import csv
    import io

    numbers = {session.id: session.number for session in diary.sessions}
    stream = io.StringIO(newline="")
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow(CSV_COLUMNS)
    for entry in diary.entries:
        number = numbers.get(entry.session) if entry.session is not None else None
        table.writerows(map(_cell, _csv_row(entry, report, number)) for report in entry.effects)
    return stream.getvalue()


def to_json(item: Item) -> dict[str, Any]:
    """*item* as the exchange file has it; unknown keys last, and never in place of a known one."""
    return _together(_WRITERS[type(item)](item), item.extra)


def _course(course: Course) -> dict[str, Any]:
    return {
        "id": course.id,
        "started": course.started and course.started.isoformat(),
        "planned_sessions": course.planned_sessions,
        "access": course.access,
    }


def _session(session: ExchangeSession) -> dict[str, Any]:
    return {
        "id": session.id,
        "number": session.number,
        "day": session.day.isoformat(),
        "state": session.state,
        "minutes": session.minutes,
        "access": session.access,
        "fluid": session.fluid,
        "stopped_early": session.stopped_early,
        "note": session.note,
    }


def _effect(report: EffectReport) -> dict[str, Any]:
    return {
        "effect": report.effect,
        "severity": report.severity,
        "began": report.began,
        "told_staff": report.told_staff,
        "words": report.words,
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "session": entry.session,
        "day": entry.day.isoformat(),
        "moment": entry.moment,
        "recorded_at": _instant(entry.recorded_at),
        "reporter": entry.reporter,
        "effects": [_together(_effect(report), report.extra) for report in entry.effects],
        "none_noticed": entry.none_noticed,
        "function": _together(_in_order(entry.function), entry.extra.get("function", {})),
        "temperature_c": entry.temperature_c,
        "note": entry.note,
    }


def _in_order(function: Mapping[str, int | None]) -> dict[str, int | None]:
    return {**{name: function[name] for name in FUNCTIONS if name in function}, **function}


def _question(question: Question) -> dict[str, Any]:
    return {"text": question.text, "asked": question.asked}


def _matters(matters: Matters) -> dict[str, Any]:
    return {
        "values": [_together({"text": value.text}, value.extra) for value in matters.values],
        "ready": [_together({"question": one.question, "yes": one.yes}, one.extra) for one in matters.ready],
    }


_WRITERS: Mapping[type[Any], Callable[[Any], dict[str, Any]]] = {
    Course: _course,
    ExchangeSession: _session,
    Entry: _entry,
    Question: _question,
    Matters: _matters,
}


def _together(known: dict[str, Any], unknown: Mapping[str, Any]) -> dict[str, Any]:
    """Both, the known first; an unknown key never stands in place of a known one."""
    return {**known, **{key: value for key, value in unknown.items() if key not in known}} if unknown else known


def _rows(items: Iterable[Item]) -> str:
    lines = ",\n".join(f"  {compact(to_json(item))}" for item in items)
    return f"[\n{lines}\n ]" if lines else "[]"


def _csv_row(entry: Entry, report: EffectReport, session: int | None) -> Iterator[object]:
    yield from (entry.day, entry.moment, session, report.effect, report.severity, report.began)
    yield from (_yes_no(report.told_staff), report.words, entry.reporter, _instant(entry.recorded_at))
    yield from (entry.temperature_c, entry.note, entry.id)


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _yes_no(value: bool | None) -> str:
    return {True: "yes", False: "no", None: ""}[value]


def _instant(value: dt.datetime) -> str:
    offset = value.utcoffset()
    if offset is None:
        raise ValueError("an instant without its offset")
    if offset.seconds % 60 or offset.microseconds:
        # Offsets of old local times run to the second, which the format cannot write.
        value = value.astimezone(dt.UTC)
    return value.isoformat()


def compact(value: object) -> str:
    """*value* as JSON on one line. Raises ValueError for NaN."""
    return _ENCODER.encode(value)

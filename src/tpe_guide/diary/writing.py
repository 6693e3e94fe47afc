"""From the diary to an exchange file, the same bytes each time."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any

from tpe_guide.diary.kinds import Instant
from tpe_guide.diary.model import Course, Diary, Entry, ExchangeSession, Matters, Question
from tpe_guide.diary.reading import FORMAT, VERSION
from tpe_guide.diary.record import Items, Record, record_of, together

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)

Item = Course | ExchangeSession | Entry | Question | Matters


def to_bytes(diary: Diary, exported_at: dt.datetime, app: str) -> bytes:
    """*diary* as an exchange file: a session, entry or question a line, so that files can be compared."""
    known = {
        "format": compact(FORMAT),
        "version": compact(VERSION),
        "exported_at": compact(Instant().write(exported_at)),
        "app": compact(app),
        "language": compact(diary.language),
        **_fields(diary),
    }
    unknown = {key: compact(value) for key, value in diary.extra.items()}
    lines = (f" {compact(key)}: {text}" for key, text in together(known, unknown).items())
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def to_json(item: Item) -> dict[str, Any]:
    """*item* as the exchange file has it; unknown keys last, and never in place of a known one."""
    return record_of(type(item)).write(item)


def compact(value: object) -> str:
    """*value* as JSON on one line. Raises ValueError for NaN."""
    return _ENCODER.encode(value)


def _fields(diary: Diary) -> dict[str, str]:
    texts = {}
    for name, kind, *__ in record_of(type(diary)).keys:
        value = getattr(diary, name)
        if isinstance(kind, Items):
            texts[name] = _rows(kind.write(value))
        elif not (isinstance(kind, Record) and value == Matters()):
            texts[name] = compact(kind.write(value))
    return texts


def _rows(items: Iterable[dict[str, Any]]) -> str:
    lines = ",\n".join(f"  {compact(item)}" for item in items)
    return f"[\n{lines}\n ]" if lines else "[]"

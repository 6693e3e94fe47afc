"""The JSON Schema (2020-12) of the exchange file, for other programs, out of what the model declares.

It is shipped as ``schema.json``. After a change of the model, ``python -m tpe_guide.diary.schema`` writes that anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from tpe_guide.diary.kinds import Choice, Day, Flag, Instant, Kind, Number, OrNull, Text, Whole
from tpe_guide.diary.model import (
    ID,
    LEVEL,
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
from tpe_guide.diary.reading import FORMAT, VERSION
from tpe_guide.diary.record import Items, Key, Named, Record, Says, kind_of, record_of
from tpe_guide.vocabulary.terms import Access

FILE = Path(__file__).parent / "schema.json"
_WIDTH = 120
"""Of a line of it."""

_NO_NUL = r"^[^\u0000\ud800-\udfff]*$"
_DATE = "(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}"
_TIME = "([01][0-9]|2[0-3]):[0-5][0-9]"
_HEAD: Final = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": f"urn:tpe-guide:diary:{VERSION}",
    "title": f"Diary exchange file of tpe-guide (*.tpediary.json), version {VERSION}",
    "description": (
        "A course of therapeutic plasma exchange as one person lived it: sessions, what they noticed, what they want "
        "to ask. UTF-8, at most 20 MB. Beyond what a schema can say: ids of sessions and of entries occur once; an "
        "entry names a session of this file or null; no key occurs twice in an object. Unknown keys are kept and "
        "reported; values under them are nested at most 32 deep."
    ),
}
_NAMED: Mapping[Kind[Any], str] = {ID: "id", Text(): "text", kind_of(Access): "access", LEVEL: "ability"}
"""Kinds that are described once, by name; beside them days, instants and records."""
_RECORDS: Mapping[type[Any], tuple[str, str]] = {
    Course: ("course", ""),
    OwnEffect: ("ownEffect", "retired: it is not offered any more; what was reported of it stays."),
    ExchangeSession: ("session", ""),
    Entry: ("entry", ""),
    EffectReport: ("effect", "An effect that is absent from the list was not asked; severity 0 means asked, none."),
    Question: ("question", ""),
    Matters: (
        "matters",
        "What matters to the person for their decision, the most important first, and how ready they feel to decide.",
    ),
    Value: ("value", ""),
    Readiness: ("readiness", "yes: true. Not yet: false. A question without an answer is left out."),
}
"""What each is called, and a sentence about it."""
_NONE_NOTICED: Final = {
    "if": {"required": ["none_noticed"], "properties": {"none_noticed": {"const": True}}},
    "then": {"properties": {"effects": {"items": {"properties": {"severity": {"const": 0}}}}}},
}


def build(make: type[Diary] = Diary) -> dict[str, Any]:
    """The schema of a file that holds the diary that *make* declares."""
    root = _object(record_of(make))
    head = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "exported_at": {"description": "When this file was written.", **_or_null(_schema(Instant()))},
        "app": {"description": "The program that wrote this file.", **_schema(Text())},
    }
    return {
        **_HEAD,
        "type": "object",
        "required": ["format", "version", *root["required"]],
        "properties": head | root["properties"],
        "$defs": dict(_definitions(record_of(make))),
    }


def _definitions(root: Record[Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for kind in (*_NAMED, Day(), Instant()):
        yield _name(kind), _described(kind)
    for record in _records_in(root):
        yield _name(record), _object(record)


def _records_in(root: Record[Any]) -> Iterator[Record[Any]]:
    for key in root.keys:
        kind = key.kind.kind if isinstance(key.kind, Items) else key.kind
        if isinstance(kind, Record):
            yield kind
            yield from _records_in(kind)


def _schema(kind: Kind[Any]) -> dict[str, Any]:
    name = _name(kind)
    return {"$ref": f"#/$defs/{name}"} if name else _described(kind)


def _name(kind: Kind[Any]) -> str:
    """What *kind* is called where it is described once; empty where each field describes it."""
    match kind:
        case Day():
            return "day"
        case Instant():
            return "instant"
        case Record():
            return _called(kind)[0]
    return _NAMED.get(kind, "")


def _described(kind: Kind[Any]) -> dict[str, Any]:
    match kind:
        case Text(limit, least):
            least_length = {"minLength": least} if least else {}
            return {"type": "string", **least_length, "maxLength": limit, "pattern": _NO_NUL}
        case Choice(allowed):
            return {"enum": list(allowed)}
        case Whole(low, high):
            return {"type": "integer", "minimum": low, "maximum": high}
        case Number(low, high):
            return {"type": "number", "minimum": low, "maximum": high}
        case Flag():
            return {"type": "boolean"}
        case Day():
            meant = "The local calendar day that the person meant, stored as said and never derived again."
            return {"description": meant, "type": "string", "format": "date", "pattern": f"^{_DATE}$"}
        case Instant():
            pattern = rf"^{_DATE}T{_TIME}:[0-5][0-9](\.[0-9]{{1,6}})?(Z|[+-]{_TIME})$"
            return {
                "description": "An instant with its offset from UTC.",
                "type": "string",
                "format": "date-time",
                "pattern": pattern,
            }
        case OrNull():
            return _or_null(_schema(kind.kind))
        case Items():
            most = {"maxItems": kind.limit} if kind.limit else {}
            return {"type": "array", **most, "items": _schema(kind.kind)}
        case Named():
            return {"type": "object", "properties": {name: _schema(kind.kind) for name in kind.names}}
    raise TypeError(f"no schema for {kind!r}")


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    if "enum" in schema:
        return {"enum": [*schema["enum"], None]}
    if "type" in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def _object(record: Record[Any]) -> dict[str, Any]:
    __, about = _called(record)
    required = [key.name for key in record.keys if key.required]
    return {
        **({"description": about} if about else {}),
        "type": "object",
        **({"required": required} if required else {}),
        "properties": {key.name: _property(key) for key in record.keys},
        **(_NONE_NOTICED if issubclass(record.make, Entry) else {}),
    }


def _property(key: Key) -> dict[str, Any]:
    says = key.mark(Says)
    return {**({"description": says.sentence} if says else {}), **_schema(key.kind)}


def _called(record: Record[Any]) -> tuple[str, str]:
    """Its name and the sentence about it."""
    return next((_RECORDS[part] for part in record.make.__mro__ if part in _RECORDS), ("", ""))


def laid_out(value: object, indent: str = "") -> str:
    """*value* as JSON: on one line where it fits, else an item a line."""
    flat = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(flat) < _WIDTH or not isinstance(value, dict | list):
        return flat
    inner = indent + "  "
    if isinstance(value, list):
        items = [laid_out(item, inner) for item in value]
        return "[\n" + ",\n".join(inner + item for item in items) + f"\n{indent}]"
    pairs = [f"{inner}{json.dumps(key)}: {laid_out(item, inner)}" for key, item in value.items()]
    return "{\n" + ",\n".join(pairs) + f"\n{indent}}}"


if __name__ == "__main__":
    FILE.write_text(laid_out(build()) + "\n", encoding="utf-8")

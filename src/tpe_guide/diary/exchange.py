"""The diary exchange file (``*.tpediary.json``): read strictly, written the same way every time.

Every value that enters the diary, from a file or from the screen, passes the same readers: one place of
truth. ``schema.json`` says the same to other programs; a test holds the two together.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from tpe_guide.diary import model, reading, writing
from tpe_guide.diary.fields import FaultError, Fields, at
from tpe_guide.diary.model import Course, Diary, Entry, ExchangeSession, Matters, Question, Readiness, Value
from tpe_guide.diary.reading import VERSION
from tpe_guide.diary.writing import Item
from tpe_guide.errors import BadInput, FromNewerVersion
from tpe_guide.i18n import _

SUFFIX = ".tpediary.json"
_SOME_INSTANT = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)

ItemT = TypeVar("ItemT", Course, ExchangeSession, Entry, Question, Matters)


def read(path: Path) -> Diary:
    """The diary in the file at *path*.

    Raises BadInput naming the first fault, FromNewerVersion. A file over the limit is refused unread.
    """
    source = str(path)
    try:
        with path.open("rb") as stream:
            size = path.stat().st_size
            if size > model.FILE_LIMIT:
                raise BadInput(source, "", reading.size_limit(size))
            # A pipe has no size to ask for: one byte more than allowed is enough to refuse it.
            data = stream.read(model.FILE_LIMIT + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise BadInput(source, "", _("a file that can be read ({reason})").format(reason=reason)) from error
    return loads(data, source)


def loads(data: bytes, source: str) -> Diary:
    """The diary in *data*; *source* is what the person calls the file. Raises BadInput, FromNewerVersion."""
    try:
        root = Fields(reading.parse(data), "")
        version = reading.read_version(root)
        if version > VERSION:
            raise FromNewerVersion(source, version, VERSION)
        return reading.read_diary(root)
    except FaultError as fault:
        raise BadInput(source, fault.place, fault.expected) from None


def dumps(diary: Diary, *, exported_at: dt.datetime, app: str) -> bytes:
    """*diary* as an exchange file, unknown keys kept, byte for byte the same each time.

    *exported_at* is aware. Values are not judged here: what the store holds or ``loads`` returned is fit.
    """
    return writing.to_bytes(diary, exported_at, app)


def to_csv(diary: Diary) -> str:
    """*diary* as a table for spreadsheets: RFC 4180, one row per effect, no cell that starts a formula."""
    return writing.to_csv(diary)


def check(diary: Diary, source: str) -> None:
    """Raise BadInput, under the name *source*, where *diary* holds what ``loads`` would refuse."""
    loads(writing.to_bytes(diary, _SOME_INSTANT, ""), source)


def unknown_keys(diary: Diary) -> list[str]:
    """The places of the keys that this version does not know. They are kept."""
    return [
        *_unknown("", diary.extra),
        *_unknown("course", diary.course.extra),
        *_unknown_in("sessions", diary.sessions),
        *_unknown_in("entries", diary.entries),
        *_unknown_in("questions", diary.questions),
        *_unknown("matters", diary.matters.extra),
        *_unknown_in("matters.values", diary.matters.values),
        *_unknown_in("matters.ready", diary.matters.ready),
    ]


def schema() -> str:
    """The JSON Schema (2020-12) of the exchange file."""
    return (Path(__file__).parent / "schema.json").read_text(encoding="utf-8")


def pack(item: Item, source: str) -> str:
    """*item* as one line of JSON, proven fit to be read back. Raises BadInput under the name *source*."""
    data = writing.to_json(item)
    if isinstance(item, Entry) and reading.fits(data):
        return writing.compact(data)
    try:
        reading.READERS[type(item)](data, "")
    except FaultError as fault:
        raise BadInput(source, fault.place, fault.expected) from None
    return writing.compact(data)


def unpack(kind: type[ItemT], text: str) -> ItemT:
    """What ``pack`` wrote. Raises BadInput, ValueError."""
    try:
        item: ItemT = reading.READERS[kind](json.loads(text), "")
    except FaultError as fault:
        raise BadInput(kind.__name__, fault.place, fault.expected) from None
    return item


def _unknown_in(name: str, items: Iterable[ExchangeSession | Entry | Question | Value | Readiness]) -> Iterator[str]:
    for index, item in enumerate(items):
        place = f"{name}[{index}]"
        if isinstance(item, Entry):
            yield from _unknown_in_entry(item, place)
        else:
            yield from _unknown(place, item.extra)


def _unknown_in_entry(entry: Entry, place: str) -> Iterator[str]:
    for key, value in entry.extra.items():
        # The reader files unknown abilities under the known key "function".
        yield from _unknown(at(place, key), value) if key == "function" else (at(place, key),)
    for index, report in enumerate(entry.effects):
        yield from _unknown(f"{place}.effects[{index}]", report.extra)


def _unknown(place: str, extra: Mapping[str, Any]) -> Iterator[str]:
    return (at(place, key) for key in extra)

"""The diary exchange file (``*.tpediary.json``): read strictly, written the same way every time.

Every value that enters the diary, from a file or from the screen, passes the same readers: one place of
truth. ``schema.json`` says the same to other programs; a test holds the two together.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from tpe_guide import __version__, side_file
from tpe_guide.diary import in_pdf, reading, writing
from tpe_guide.diary.kinds import FaultError
from tpe_guide.diary.model import FILE_LIMIT, Course, Diary, Entry, ExchangeSession, Matters, Question
from tpe_guide.diary.reading import VERSION, DiaryT
from tpe_guide.diary.record import record_of
from tpe_guide.diary.writing import Item
from tpe_guide.errors import BadDiary, BadInput, FromNewerVersion
from tpe_guide.i18n import _

SUFFIX = ".tpediary.json"
THIS_PROGRAM = f"tpe-guide {__version__}"
_SOME_INSTANT = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)

ItemT = TypeVar("ItemT", Course, ExchangeSession, Entry, Question, Matters)


def read(path: Path) -> Diary:
    """The diary in the file at *path*: an exchange file, a PDF that carries one, or what a scanner typed of squares.

    Raises BadInput naming the first fault, FromNewerVersion. A file over the limit is refused unread.
    """
    source = str(path)
    try:
        with path.open("rb") as stream:
            size = path.stat().st_size
            if size > FILE_LIMIT:
                raise BadInput(source, "", reading.size_limit(size))
            # A pipe has no size to ask for: one byte more than allowed is enough to refuse it.
            data = stream.read(FILE_LIMIT + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise BadInput(source, "", _("a file that can be read ({reason})").format(reason=reason)) from error
    return loads(data, source)


def loads(data: bytes, source: str) -> Diary:
    """The same, in *data*; *source* is what the person calls the file. Raises BadInput, FromNewerVersion."""
    return loads_as(Diary, data, source)


def loads_as(make: type[DiaryT], data: bytes, source: str) -> DiaryT:
    """The same, for a diary with the fields that *make* declares."""
    root = None
    try:
        root = reading.parse(_exchange_file_in(data))
        version = reading.version_of(root)
        if version > VERSION:
            raise FromNewerVersion(source, version, VERSION)
        return reading.read_diary(root, make)
    except FaultError as fault:
        raise _bad(source, fault, root) from None


def _exchange_file_in(data: bytes) -> bytes:
    """*data* itself, or what it carries. Raises FaultError."""
    if in_pdf.is_pdf(data):
        return in_pdf.diary_in(data)
    from tpe_guide.diary import on_paper

    if not on_paper.is_scan(data):
        return data
    from tpe_guide.diary import scanned

    return scanned.diary_in(data)


def dumps(diary: Diary, *, exported_at: dt.datetime, app: str = THIS_PROGRAM) -> bytes:
    """*diary* as an exchange file, unknown keys kept, byte for byte the same each time.

    *exported_at* is aware. Values are not judged here: what the store holds or ``loads`` returned is fit.
    """
    return writing.to_bytes(diary, exported_at, app)


def in_files(*courses: Diary, exported_at: dt.datetime, app: str = THIS_PROGRAM) -> list[bytes]:
    """Each of *courses* as exchange files that are small enough to be read again: one, but for a very large diary.

    Those of one course have all its sessions; the entries are shared out in their order. Read one after the other, in
    whatever order of the courses, they are the diary again.
    """
    return [file for diary in courses for file in _in_files(diary, exported_at, app)]


def _in_files(diary: Diary, exported_at: dt.datetime, app: str) -> list[bytes]:
    whole = dumps(diary, exported_at=exported_at, app=app)
    half = len(diary.entries) // 2
    if len(whole) <= FILE_LIMIT or not half:
        return [whole]
    first = replace(diary, entries=diary.entries[:half])
    rest = replace(diary, entries=diary.entries[half:], questions=(), matters=Matters())
    return [file for part in (first, rest) for file in _in_files(part, exported_at, app)]


def places(path: Path, files: Sequence[bytes]) -> list[Path]:
    """Where *files* go: the first to *path*, the others beside it, each in the place of none but one of its course.

    A person named the first alone: what has such a name already, and is something else, stays.
    """
    found = [path]
    number = 1
    for data in files[1:]:
        place, ours = path, _course_in(data)
        while place in found or _is_other(place, ours):
            number += 1
            place = numbered(path, number)
        found.append(place)
    return found


def _is_other(place: Path, ours: str | None) -> bool:
    """Something is there, and it is no file of the course *ours*."""
    try:
        there = side_file.read_bytes(place, FILE_LIMIT)
    except FileNotFoundError:
        return False
    except (OSError, side_file.Fault):
        return True
    return ours is None or _course_in(there) != ours


def _course_in(data: bytes) -> str | None:
    """The id of the course of a diary file; None: it is none."""
    try:
        return str(json.loads(data)["course"]["id"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def numbered(path: Path, number: int) -> Path:
    """The name of the file *number* of several, of which the first is *path*: ``mine-2.tpediary.json``."""
    name, dot, ending = path.name.partition(".")
    return path.with_name(f"{name}-{number}{dot}{ending}")


def to_csv(diary: Diary) -> bytes:
    """*diary* as a table for spreadsheets: a row for each effect, or for the entry; no cell that starts a formula."""
    from tpe_guide.diary import table

    return table.to_csv(diary)


def check(diary: Diary, source: str) -> None:
    """Raise BadInput, under the name *source*, where *diary* holds what ``loads`` would refuse."""
    loads(writing.to_bytes(diary, _SOME_INSTANT, ""), source)


def unknown_keys(diary: Diary) -> list[str]:
    """The places of the keys that this version does not know. They are kept."""
    return list(record_of(type(diary)).unknown_keys(diary))


def schema() -> str:
    """The JSON Schema (2020-12) of the exchange file."""
    return (Path(__file__).parent / "schema.json").read_text(encoding="utf-8")


def pack(item: Item, source: str) -> str:
    """*item* as one line of JSON, proven fit to be read back. Raises BadInput under the name *source*."""
    data = writing.to_json(item)
    try:
        reading.check(item, data)
    except FaultError as fault:
        raise _bad(source, fault, data) from None
    return writing.compact(data)


def unpack(kind: type[ItemT], text: str) -> ItemT:
    """What ``pack`` wrote. Raises BadInput, ValueError."""
    try:
        return reading.read(kind, json.loads(text))
    except FaultError as fault:
        raise BadInput(kind.__name__, fault.place, fault.expected) from None


def _bad(source: str, fault: FaultError, root: object) -> BadInput:
    """*fault* in what is called *source*, which holds *root*, or could not be read at all."""
    if root is None:
        return BadInput(source, fault.place, fault.expected)
    from tpe_guide.diary.places import in_words

    return BadDiary(source, fault.place, fault.expected, in_words(fault.place, root))

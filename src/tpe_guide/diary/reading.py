"""From JSON to the diary: the file itself, and what no single field can say. It trusts nothing."""

from __future__ import annotations

import codecs
import json
import math
from collections.abc import Iterable
from typing import Any, NoReturn, TypeVar

from tpe_guide.diary.kinds import Choice, FaultError, Instant, OrNull, Text, Whole, shown, wanted
from tpe_guide.diary.model import FILE_LIMIT, Diary, Entry, ExchangeSession
from tpe_guide.diary.record import DEPTH_LIMIT, record_of, take
from tpe_guide.i18n import _

FORMAT = "tpe-guide-diary"
VERSION = 1

_OF_THE_FILE = ("format", "version", "exported_at", "app")
"""These are about the file, not the diary: they are checked and let go."""

DiaryT = TypeVar("DiaryT", bound=Diary)
T = TypeVar("T")


def parse(data: bytes) -> dict[str, Any]:
    """The object in *data*. Raises FaultError: too large, not UTF-8, not JSON, a key twice, NaN, too deep."""
    if len(data) > FILE_LIMIT:
        raise FaultError("", size_limit(len(data)))
    begins = data.removeprefix(codecs.BOM_UTF8).lstrip()
    if not begins:
        raise FaultError("", _("a diary file; this one is empty"))
    if not begins.startswith(b"{"):  # a table, a picture, a letter: not a word about what JSON is
        raise FaultError("", _("a diary file (.tpediary.json); this is something else"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        expected = _("a diary file that was copied as a whole; in this one, letters cannot be read")
        raise FaultError("", expected) from error
    return _json(text)


def _json(text: str) -> dict[str, Any]:
    try:
        root: dict[str, Any] = json.loads(
            text, object_pairs_hook=_keys_once, parse_float=_finite, parse_constant=_no_such_number
        )
        return root
    except json.JSONDecodeError as error:
        raise _not_json(error) from None
    except RecursionError:
        raise FaultError("", _("at most {limit} lists in one another").format(limit=DEPTH_LIMIT)) from None
    except ValueError:
        # Python refuses to turn thousands of digits into a number.
        raise FaultError("", _("numbers of a few digits")) from None


def _not_json(error: json.JSONDecodeError) -> FaultError:
    place = _("line {line}").format(line=error.lineno)
    cut = error.msg.startswith("Unterminated") or error.pos >= len(error.doc.rstrip())
    if cut:
        return FaultError(place, _("the rest of the file; it breaks off here"))
    return FaultError(place, _("a diary file as it was saved; here it was changed or damaged"))


def _keys_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) != len(pairs):
        twice = shown(_first_repeated(key for key, __ in pairs))
        raise FaultError("", _("each name once; {key} stands there twice").format(key=twice))
    return data


def _first_repeated(keys: Iterable[str]) -> str:
    seen: set[str] = set()
    return next(key for key in keys if key in seen or seen.add(key))  # type: ignore[func-returns-value]


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise FaultError("", _("numbers that a computer can hold, not {found}").format(found=digits[:40]))
    return number


def _no_such_number(name: str) -> NoReturn:
    raise FaultError("", _("plain numbers, not {found}").format(found=name))


def size_limit(size: int) -> str:
    """The refusal of a file of *size* bytes."""
    limit, found = FILE_LIMIT >> 20, -(-size >> 20)
    return _("a file of at most {limit} MB, not {found} MB").format(limit=limit, found=max(found, limit + 1))


def version_of(root: dict[str, Any]) -> int:
    """The version of the format; read before anything else, since a newer one may mean other things."""
    take(root, "format", Choice((FORMAT,)))
    return take(root, "version", Whole(1, 1_000_000))


def read_diary(root: dict[str, Any], make: type[DiaryT]) -> DiaryT:
    """The whole diary as *make* declares it, once its version is known to be ours. Raises FaultError."""
    take(root, "exported_at", OrNull(Instant()), None)
    take(root, "app", Text(), "")
    diary = record_of(make).read({key: value for key, value in root.items() if key not in _OF_THE_FILE})
    for index, entry in enumerate(diary.entries):
        _check_entry(entry, f"entries[{index}]")
    _check_ids("sessions", diary.sessions)
    _check_ids("entries", diary.entries)
    _check_links(diary)
    return diary


def read(make: type[T], value: object) -> T:
    """One thing of the diary, as ``Record.write`` has it. Raises FaultError."""
    if not isinstance(value, dict):
        raise FaultError("", wanted(_("an object"), value))
    item = record_of(make).read(value)
    if isinstance(item, Entry):
        _check_entry(item, "")
    return item


def check(item: object, written: dict[str, Any]) -> None:
    """Raise FaultError where *item*, *written* as ``Record.write`` has it, would not be read back."""
    record_of(type(item)).check(written)
    if isinstance(item, Entry):
        _check_entry(item, "")


def _check_entry(entry: Entry, place: str) -> None:
    if entry.none_noticed and any(report.severity for report in entry.effects):
        raise FaultError("none_noticed", _("false, since effects are reported")).inside(place)


def _check_ids(name: str, items: Iterable[ExchangeSession | Entry]) -> None:
    seen: dict[str, int] = {}
    for index, item in enumerate(items):
        first = seen.setdefault(item.id, index)
        if first != index:
            expected = _("an id of its own; {id} stands there twice")
            raise FaultError(f"{name}[{index}].id", expected.format(id=shown(item.id)))


def _check_links(diary: Diary) -> None:
    sessions = {session.id for session in diary.sessions}
    for index, entry in enumerate(diary.entries):
        if entry.session is not None and entry.session not in sessions:
            raise FaultError(f"entries[{index}].session", wanted(_("the id of one of the sessions"), entry.session))

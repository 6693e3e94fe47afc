"""``clinic.json``: what a unit fills in. Read whole or not at all; every fault is named by its key.

A nurse fills it in by hand, from the template, so next to each place for words stands what belongs there.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from tpe_guide import side_file
from tpe_guide.errors import BadInput, FromNewerVersion, TpeGuideError
from tpe_guide.guide import unit_session
from tpe_guide.guide.slots import Slot
from tpe_guide.guide.unit_session import NOTHING_SAID, UnitSession
from tpe_guide.i18n import _

FILE = "clinic.json"
FORMAT, VERSION = "tpe-guide-clinic", 1
SIZE_LIMIT = 64 * 1024
"""Bytes. All slots filled to their limit take a twentieth of this."""
_HEAD = ("format", "version", "details", "session")
_NOTES = ("what", "example", "when_empty")
"""Beside ``words`` in a template: they tell whoever fills it in, and are not read."""


class Details(NamedTuple):
    """What a unit says. An empty string is a slot that is left empty."""

    words: Mapping[str, str] = MappingProxyType({})
    """By slot."""
    session: UnitSession = NOTHING_SAID


def read(path: Path, slots: Mapping[str, Slot]) -> tuple[Details, list[TpeGuideError]]:
    """What the file *path*, or ``clinic.json`` in the folder *path*, says; and what is wrong with it.

    It is to be used only if nothing is wrong. A number that an earlier version let a person write may stand in it.
    """
    # Path.is_dir raises where one may not look.
    file = path / FILE if os.path.isdir(path) else path  # noqa: PTH112
    source = str(file)
    try:
        raw = _bytes(source, file)
    except TpeGuideError as error:
        return Details(), [error]
    return read_bytes(source, raw, slots, as_before)


def read_bytes(
    source: str, raw: bytes, slots: Mapping[str, Slot], judged: Callable[[Slot, str], str] = Slot.expected
) -> tuple[Details, list[TpeGuideError]]:
    """As ``read``, of the bytes *raw* that came from *source*; *judged* tells what a slot would have to be."""
    try:
        data = _parsed(source, raw)
    except TpeGuideError as error:
        return Details(), [error]
    words = {name: _words_in(entry) for name, entry in data["details"].items()}
    problems: list[TpeGuideError] = list(_problems(source, data["details"], words, slots, judged))
    session, wrong = unit_session.read(data.get("session"))
    for key, what in wrong:
        problems.append(BadInput(source, ".".join(filter(None, ("session", shown(key)))), what))
    return Details({name: text for name, text in words.items() if isinstance(text, str)}, session), problems


def encoded(details: Details) -> bytes:
    """The file that says *details*."""
    return _file({**details.words}, details.session.said)


def template(slots: Mapping[str, Slot]) -> bytes:
    """The file with every slot, empty, and what belongs there."""
    return _file(
        {
            slot.id: {"what": slot.what, "example": slot.example, "when_empty": slot.neutral, "words": ""}
            for slot in slots.values()
        },
        unit_session.template(),
    )


def _file(details: dict[str, Any], session: dict[str, Any]) -> bytes:
    data = {"format": FORMAT, "version": VERSION, "details": details} | ({"session": session} if session else {})
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _parsed(source: str, raw: bytes) -> dict[str, Any]:
    """The file as JSON with the right head. Raises BadInput, FromNewerVersion."""
    data = _json(source, raw)
    if not isinstance(data, dict):
        raise BadInput(source, "", _("format, version and details in {braces}").format(braces="{ }"))
    if data.get("format") != FORMAT:
        raise BadInput(source, "format", f"“{FORMAT}”")
    version = data.get("version")
    if type(version) is not int or version < 1:
        raise BadInput(source, "version", _("the number {number}").format(number=VERSION))
    if version > VERSION:
        raise FromNewerVersion(source, version, VERSION)
    for key in data:
        if key not in _HEAD:
            raise BadInput(source, shown(key), _("no other key than {keys}").format(keys=", ".join(_HEAD)))
    if not isinstance(data.get("details"), dict):
        raise BadInput(source, "details", _("the words by slot in {braces}").format(braces="{ }"))
    return data


def _bytes(source: str, file: Path) -> bytes:
    try:
        return side_file.read_bytes(file, SIZE_LIMIT)
    except side_file.NotAFile:
        raise BadInput(source, "", _("a file")) from None
    except side_file.TooLarge as error:
        raise BadInput(
            source, "", _("at most {limit} bytes, not {size}").format(limit=SIZE_LIMIT, size=error.size)
        ) from error
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", "") or str(error)).lower()
        raise BadInput(source, "", _("a file that can be read ({reason})").format(reason=reason)) from error


def _json(source: str, raw: bytes) -> Any:  # noqa: ANN401 - JSON holds anything
    try:
        return side_file.parse(raw)
    except side_file.NotUtf8 as fault:
        raise BadInput(source, _("line {line}").format(line=fault.line), _("text in UTF-8")) from fault
    except side_file.NotJson as fault:
        place = _("line {line}").format(line=fault.line)
        raise BadInput(source, place, _("well-formed JSON; a quotation mark or comma may be missing")) from fault
    except side_file.KeyTwice as fault:
        raise BadInput(source, shown(fault.key), _("each key once")) from fault
    except side_file.Fault as fault:
        raise BadInput(source, "", _("a file like the template")) from fault


def _words_in(entry: object) -> object:
    """The words of a slot, with the notes of a template beside them or without."""
    if isinstance(entry, dict):
        entry = entry.get("words")
    return entry.strip() if isinstance(entry, str) else entry


def as_before(slot: Slot, text: str) -> str:
    """What *text* would have to be in *slot*, as earlier versions judged it."""
    return slot.expected(text, as_before=True)


def _problems(
    source: str,
    details: dict[str, Any],
    words: Mapping[str, object],
    slots: Mapping[str, Slot],
    judged: Callable[[Slot, str], str],
) -> Iterator[BadInput]:
    for name, text in words.items():
        if name not in slots:
            yield BadInput(source, shown(name), _("one of {keys}").format(keys=", ".join(slots)))
            continue
        entry = details[name]
        if isinstance(entry, dict):
            for key in (key for key in entry if key not in (*_NOTES, "words")):
                yield BadInput(source, f"{name}.{shown(key)}", _("“words” and nothing new"))
        expected = judged(slots[name], text) if isinstance(text, str) else _("words in quotation marks")
        if expected:
            yield BadInput(source, name, expected)


def shown(key: str) -> str:
    """*key* as it is named in a sentence: whatever is in it, one short line."""
    line = "".join(each if each.isprintable() else "?" for each in key)
    return line if len(line) <= 40 else f"{line[:39]}…"

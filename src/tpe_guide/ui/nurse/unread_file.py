"""Why a file could not be opened as a diary, for a nurse: no programmer’s words, and the place as a person finds it."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

from tpe_guide.diary.in_pdf import is_pdf
from tpe_guide.errors import BadInput, TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.summary import phrases
from tpe_guide.wording import describe

_IN_THE_DIARY = re.compile(r"(entries|sessions|questions)\[(\d+)\](?:\.effects\[(\d+)\])?")


def why_unread(file: Path, error: TpeGuideError) -> str:
    """A sentence or two about *file*, which is left as it is. Other errors than BadInput have plain words already."""
    if not isinstance(error, BadInput):
        return describe(error)
    try:
        data = file.read_bytes()
    except OSError:
        return _("{file} cannot be read on this computer. Please copy it here again.").format(file=file.name)
    if not data.strip():
        return _("{file} is empty. Please ask for it again.").format(file=file.name)
    if is_pdf(data):
        return _("{file} cannot be opened: expected {expected}.").format(file=file.name, expected=error.expected)
    diary = _as_far_as_read(data)
    if diary is None:
        words = _("{file} is not a diary file, or was not copied as a whole. Please ask for it again.")
        return words.format(file=file.name)
    found = _IN_THE_DIARY.match(error.place)
    if found is None:
        return _("{file} is not a diary file that this guide can read.").format(file=file.name)
    return _("{file} cannot be opened: this guide does not understand {place}.").format(
        file=file.name, place=_place(diary, found[1], int(found[2]), found[3])
    )


def _as_far_as_read(data: bytes) -> dict[str, Any] | None:
    try:
        diary = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return diary if isinstance(diary, dict) else None


def _place(diary: dict[str, Any], part: str, index: int, effect: str | None) -> str:
    if part == "questions":
        return _("question {number}").format(number=index + 1)
    if part == "sessions":
        return _("the session that stands at place {number}").format(number=index + 1)
    day = _day(diary, index)
    if day is None:
        entry = _("the entry that stands at place {number}").format(number=index + 1)
    else:
        entry = _("the entry of {day}").format(day=phrases.full_day(day))
    if effect is None:
        return entry
    return _("effect {number} of {entry}").format(number=int(effect) + 1, entry=entry)


def _day(diary: dict[str, Any], index: int) -> dt.date | None:
    try:
        return dt.date.fromisoformat(diary["entries"][index]["day"])
    except (KeyError, IndexError, TypeError, ValueError):
        return None

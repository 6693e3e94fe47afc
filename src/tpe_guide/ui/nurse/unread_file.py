"""Why a file could not be opened as a diary, for a nurse: no programmer’s words, and the place as a person finds it."""

from __future__ import annotations

import json
from pathlib import Path

from tpe_guide.diary.in_pdf import is_pdf
from tpe_guide.diary.on_paper import is_scan
from tpe_guide.errors import BadDiary, BadInput, TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.wording import describe

_OF_A_DIARY = ("entries", "sessions", "questions")


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
    if isinstance(error, BadDiary) and error.place.startswith(_OF_A_DIARY):
        words = _("{file} cannot be opened. This guide does not understand this of it: {place}.")
        return words.format(file=file.name, place=error.said)
    if is_pdf(data) or is_scan(data):
        return _("{file} cannot be opened: expected {expected}.").format(file=file.name, expected=error.expected)
    if not _is_an_object(data):
        words = _("{file} is not a diary file, or was not copied as a whole. Please ask for it again.")
        return words.format(file=file.name)
    return _("{file} is not a diary file that this guide can read.").format(file=file.name)


def _is_an_object(data: bytes) -> bool:
    try:
        return isinstance(json.loads(data), dict)
    except (ValueError, RecursionError):
        return False

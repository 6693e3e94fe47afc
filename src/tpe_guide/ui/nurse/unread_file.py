"""Why a file could not be opened as a diary, for a nurse: no programmer’s words, and the place as a person finds it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal, NamedTuple

from tpe_guide.diary import in_pdf
from tpe_guide.diary.in_folder import begins_as_a_diary, is_locked
from tpe_guide.diary.model import FILE_LIMIT
from tpe_guide.diary.on_paper import is_scan
from tpe_guide.errors import BadDiary, BadInput, FromNewerVersion, TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.wording import describe, said_name

Reason = Literal["locked", "newer", "damaged", "other", "empty", "unread"]

_OF_A_DIARY = ("entries", "sessions", "questions")


class Unread(NamedTuple):
    """A file that does not open."""

    reason: Reason
    said: str
    """In a row of a list, after the name of the file."""
    why: str
    """In a sentence or two."""


def unread(file: Path, error: TpeGuideError, data: bytes) -> Unread:
    """Why the bytes *data* of *file*, which is left as it is, were refused with *error*."""
    name = said_name(file)
    if isinstance(error, FromNewerVersion):
        return Unread("newer", _("Made by a newer guide. Update this one first."), describe(error))
    if not isinstance(error, BadInput):
        return Unread("damaged", _("It cannot be opened."), describe(error))
    if not data.strip():
        return Unread(
            "empty",
            _("Empty. Please ask for it again."),
            _("{file} is empty. Please ask for it again.").format(file=name),
        )
    if is_locked(file, data) and in_pdf.is_pdf(data):
        words = _("{file} is locked with a password. Please ask for one without.").format(file=name)
        return Unread("locked", _("Locked with a password. Ask for one without."), words)
    if is_locked(file, data):
        words = _("{file} is locked: it opens only in the guide it is from. Please ask for the page as a PDF.")
        return Unread("locked", _("Locked. It opens only in the guide it is from."), words.format(file=name))
    if isinstance(error, BadDiary) and error.place.startswith(_OF_A_DIARY):
        words = _("{file} cannot be opened. This guide does not understand this of it: {place}.")
        said = _("Damaged. Not understood: {place}.").format(place=error.said)
        return Unread("damaged", said, words.format(file=name, place=error.said))
    if in_pdf.is_pdf(data) or is_scan(data):
        return _of_another_kind(name, error, data)
    if not _is_an_object(data):
        words = _("{file} is not a diary file, or was not copied as a whole. Please ask for it again.")
        if begins_as_a_diary(data):
            return Unread("damaged", _("Damaged: it was not copied as a whole."), words.format(file=name))
        return Unread("other", _("Not a diary. Left as it is."), words.format(file=name))
    words = _("{file} is not a diary file that this guide can read.").format(file=name)
    if begins_as_a_diary(data):
        place = error.said if isinstance(error, BadDiary) else ""
        said = _("Damaged. Not understood: {place}.").format(place=place) if place else _("Damaged.")
        return Unread("damaged", said, words)
    return Unread("other", _("Not a diary. Left as it is."), words)


def out_of_reach(file: Path) -> Unread:
    """It cannot even be read."""
    words = _("{file} cannot be read on this computer. Please copy it here again.")
    return Unread("unread", _("It cannot be read here."), words.format(file=said_name(file)))


def does_not_answer(file: Path) -> str:
    """It was asked, and nothing came."""
    words = _("{file} does not answer. The drive or share that it is on may be slow, or gone.")
    return words.format(file=said_name(file))


def _of_another_kind(name: str, error: BadInput, data: bytes) -> Unread:
    """A PDF, or what a scanner typed."""
    why = _("{file} cannot be opened: expected {expected}.").format(file=name, expected=error.expected)
    if len(data) > FILE_LIMIT or (in_pdf.is_pdf(data) and not in_pdf.carries_one(data)):
        return Unread("other", _("Not a diary. Left as it is."), why)
    return Unread("damaged", _("Damaged: expected {expected}.").format(expected=error.expected), why)


def _is_an_object(data: bytes) -> bool:
    try:
        return isinstance(json.loads(data), dict)
    except (ValueError, RecursionError):
        return False

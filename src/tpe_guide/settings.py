"""What a person chose and where they are in the guide. One small JSON file; each field is checked on its own,
so one damaged value costs that value and no other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from tpe_guide import side_file
from tpe_guide.errors import CannotWrite, OutOfReach, TpeGuideError
from tpe_guide.files import make_private_folder, write_whole
from tpe_guide.vocabulary.terms import ACCESSES_SAID

VERSION = 1
LARGEST = 1024 * 1024
"""Bytes: the file of a long course of reading has about 5,000."""
TEXT_PERCENTS = (100, 125, 150, 175, 200, 300, 400)
MOTIONS = ("still", "moving")
THEMES = ("light", "dark", "contrast")
DEPTHS = ("facts", "minute", "full")
"""How much of a page is shown: three facts for a foggy day, what one minute gives, all of it."""
PHONE_LENGTH = 40


class Settings(NamedTuple):
    """One person's choices. Immutable: change with ``_replace``."""

    text_percent: int = 100
    theme: str = ""
    """Empty: not chosen yet, follow the desktop."""
    language: str = "en"
    unit_phone: str = ""
    """The unit's number as versions without ``clinic.json`` kept it; see ``ui.unit.unit_state``."""
    last_page: str = ""
    last_place: str = ""
    """Where on *last_page* the person stopped; see ``guide.reading_position``. Empty: at its top."""
    read_pages: tuple[str, ...] = ()
    bookmarks: tuple[str, ...] = ()
    """Pages, the one marked last at the end."""
    depth: str = "minute"
    told_guide: str = ""
    """The version of the guide of which nothing that changed is left to tell."""
    paces: tuple[int, ...] = ()
    """Words a minute, of the pages read last; see ``guide.pace``."""
    motion: str = ""
    """Of pictures: ``still`` or ``moving``. Empty: not chosen yet, follow the desktop."""
    access: str = ""
    """How blood goes out and in: one of ``terms.ACCESSES_SAID``. Empty: not asked yet."""


def load(path: Path, tell: side_file.Tell = side_file.untold) -> Settings:
    """The settings in *path*; defaults where the file or a field is missing, unreadable or not allowed.

    *tell* is given what happened to a file that could not be read.
    """
    return side_file.load(path, LARGEST, _accepted, Settings(), tell)


def _accepted(raw: dict[str, Any]) -> Settings:
    accepted: dict[str, Any] = {name: value for name, check in _CHECKS.items() if check(value := raw.get(name))}
    lists = {name: tuple(value) for name, value in accepted.items() if isinstance(value, list)}
    return Settings(**accepted | lists)


def save(path: Path, settings: Settings) -> None:
    """Write *settings* whole or not at all. Raises CannotWrite. Keys this version does not know are kept."""
    make_private_folder(path.parent)
    faults: list[TpeGuideError] = []
    nothing: dict[str, Any] = {}
    kept = side_file.load(path, LARGEST, _unknown_keys, nothing, faults.append)
    for fault in faults:
        if isinstance(fault, OutOfReach):
            raise CannotWrite(path, fault.reason)
    data = kept | {"version": VERSION} | settings._asdict()
    write_whole(path, side_file.encoded(data), private=True)


def _unknown_keys(raw: dict[str, Any]) -> dict[str, Any]:
    known = {*Settings._fields, "version"}
    return {key: value for key, value in raw.items() if key not in known}


def _is_text(value: object, limit: int = 200) -> bool:
    return isinstance(value, str) and len(value) <= limit and value.isprintable()


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(_is_text(item) for item in value)


def _is_pace(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10_000


_CHECKS: dict[str, Callable[[Any], bool]] = {
    "text_percent": lambda value: type(value) is int and value in TEXT_PERCENTS,
    "theme": lambda value: value in ("", *THEMES),
    "language": lambda value: _is_text(value, 12),
    "unit_phone": lambda value: _is_text(value, PHONE_LENGTH),
    "last_page": _is_text,
    "motion": lambda value: value in ("", *MOTIONS),
    "access": lambda value: value in ("", *ACCESSES_SAID),
    "last_place": _is_text,
    "told_guide": _is_text,
    "read_pages": _is_texts,
    "bookmarks": _is_texts,
    "depth": lambda value: value in DEPTHS,
    "paces": lambda value: isinstance(value, list) and all(_is_pace(item) for item in value),
}

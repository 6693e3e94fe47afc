"""Which files of a folder may be diaries, told by what is in them: the same for the window and for the command."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple

from tpe_guide.diary import exchange, in_pdf, on_paper
from tpe_guide.diary.folder import STORE
from tpe_guide.diary.model import FILE_LIMIT

_BEGINS_AS_A_DIARY = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*"tpe-guide-diary"')
_ZIP, _WITHIN = b"PK\x03\x04", 128
"""Where a backup, which is a ZIP, has the name of the diary that it holds."""
_PEEK = 4096
_NUMBERS = re.compile(r"([0-9]{1,18})")


class Listed(NamedTuple):
    """A folder: the files in it that may be diaries, and how many others there are."""

    files: tuple[Path, ...]
    others: int


def diaries_in(folder: Path) -> Listed:
    """The diaries in *folder*, whatever they are called; no hidden ones, none of folders in it, no page beside its own
    diary. Also those that cannot be opened, so that somebody is told. Raises OSError.
    """
    with os.scandir(folder) as entries:
        names = sorted((each.name for each in entries if _is_shown(each)), key=_as_counted)
    shown = [folder / name for name in names]
    diaries = {stem(path).casefold() for path in shown if path.name.endswith(exchange.SUFFIX)}
    files = tuple(path for path in shown if _may_be_one(path, diaries))
    return Listed(files, len(shown) - len(files))


def stem(path: Path) -> str:
    """The name of a file without what tells its kind."""
    return path.name.removesuffix(exchange.SUFFIX) if path.name.endswith(exchange.SUFFIX) else path.stem


def begins_as_a_diary(data: bytes) -> bool:
    """Whether a diary file begins with *data*, of which a part is enough."""
    return _BEGINS_AS_A_DIARY.match(data) is not None


def is_locked(file: Path, data: bytes) -> bool:
    """Whether *file* is a diary as it lies on a disk, or a backup of one: nobody reads it without its key.

    The same for a PDF with a password, which is no secret of ours. The beginning of its *data* is enough for a backup.
    """
    if in_pdf.is_pdf(data):
        return b"/Encrypt" in data and not in_pdf.carries_one(data)
    return file.name == STORE or (data.startswith(_ZIP) and STORE.encode() in data[:_WITHIN])


def _may_be_one(path: Path, diaries: set[str]) -> bool:
    if path.name.endswith(exchange.SUFFIX):
        return True
    try:
        with path.open("rb") as stream:
            head = stream.read(_PEEK)
            if in_pdf.is_pdf(head):
                return stem(path).casefold() not in diaries and in_pdf.carries_one(head + stream.read(FILE_LIMIT))
    except OSError:
        return True  # nobody knows what it is: its row says that it cannot be read
    return begins_as_a_diary(head) or on_paper.is_scan(head) or is_locked(path, head)


def _is_shown(entry: os.DirEntry[str]) -> bool:
    return not entry.name.startswith(".") and entry.is_file()


def _as_counted(name: str) -> list[tuple[int, str]]:
    """Bed 2 comes before bed 10."""
    return [(int(part), "") if part.isdecimal() else (-1, part.casefold()) for part in _NUMBERS.split(name)]

"""What somebody's file is, read once and whole, for the nurse's list: a state, and words for it. No Qt.

A share may stay silent for as long as it likes: all of this is called beside the window.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from tpe_guide.diary import exchange, in_pdf, on_paper
from tpe_guide.diary.model import FILE_LIMIT, Diary
from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _, _n
from tpe_guide.ui.nurse.unread_file import Reason, Unread, begins_as_a_diary, is_locked, out_of_reach, unread

State = Literal["waiting", "silent", "opens"] | Reason
"""``waiting``: not looked at yet. ``silent``: it was asked, and does not answer."""
_PEEK = 4096


class Seen(NamedTuple):
    """What a file is."""

    state: State
    said: str
    """In a row of the list, after its name."""
    why: str = ""
    """In a sentence or two, where it does not open."""
    whose: str = ""
    """By what its page on paper is told from another, where it opens."""
    diary: Diary | None = None


class Listed(NamedTuple):
    """A folder: the files in it that may be diaries, and how many others there are."""

    files: tuple[Path, ...]
    others: int


Tell = Callable[[Path, Seen | Listed | None], object]
"""Is told of each path: None as it is begun, then what it is."""


def look_at_each(paths: Sequence[Path], tell: Tell, is_over: Callable[[], bool]) -> None:
    """Tell what is at each of *paths*, in their order, until *is_over*: of a folder which files are in it."""
    for path in paths:
        if is_over():
            return
        tell(path, None)
        tell(path, look_into(path) if _is_folder(path) else see(path)._replace(diary=None))


def see(path: Path) -> Seen:
    """What the file at *path* is, read once."""
    try:
        with path.open("rb") as stream:
            data = stream.read(FILE_LIMIT + 1)
    except OSError:
        return _of(out_of_reach(path))
    try:
        diary = exchange.loads(data, str(path))
    except TpeGuideError as error:
        return _of(unread(path, error, data))
    from tpe_guide.summary.build import whose

    return Seen("opens", _opens(diary), whose=whose(diary), diary=diary)


def look_into(folder: Path) -> Seen | Listed:
    """The diaries in *folder*, whatever they are called; none of folders in it, no page beside its own diary."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(each.name for each in entries if each.is_file() and not each.name.startswith("."))
    except OSError:
        return _of(out_of_reach(folder))
    shown = [folder / name for name in names]
    diaries = {stem(path).casefold() for path in shown if path.name.endswith(exchange.SUFFIX)}
    files = tuple(path for path in shown if _may_be_one(path, diaries))
    if not files:
        why = _("{folder} has no diary in it.").format(folder=folder.name)
        return Seen("other", _("No diary in this folder."), why)
    return Listed(files, len(shown) - len(files))


def once(paths: Iterable[str | Path]) -> list[Path]:
    """*paths* by their whole names, each once. The disk is not asked."""
    return list(dict.fromkeys(Path(os.path.abspath(path)) for path in paths))  # noqa: PTH100 - resolve() asks the disk


def stem(path: Path) -> str:
    """The name of a file without what tells its kind."""
    return path.name.removesuffix(exchange.SUFFIX) if path.name.endswith(exchange.SUFFIX) else path.stem


def _may_be_one(path: Path, diaries: set[str]) -> bool:
    if path.name.endswith(exchange.SUFFIX):
        return True
    try:
        with path.open("rb") as stream:
            head = stream.read(_PEEK)
            if in_pdf.is_pdf(head):
                return stem(path).casefold() not in diaries and in_pdf.carries_one(head + stream.read(FILE_LIMIT))
    except OSError:
        return False
    return begins_as_a_diary(head) or on_paper.is_scan(head) or is_locked(path, head)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _of(file: Unread) -> Seen:
    return Seen(*file)


def _opens(diary: Diary) -> str:
    entries, sessions = len(diary.entries), len(diary.sessions)
    what = _n("{count} entry", "{count} entries", entries).format(count=entries)
    held = _n("{count} session", "{count} sessions", sessions).format(count=sessions)
    return _("Opens. {entries}, {sessions}.").format(entries=what, sessions=held)

"""What somebody's file is, read once and whole, for the nurse's list: a state, and words for it. No Qt.

A share may stay silent for as long as it likes: all of this is called beside the window.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from tpe_guide.diary import exchange
from tpe_guide.diary.in_folder import Listed, diaries_in
from tpe_guide.diary.model import FILE_LIMIT, Diary
from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _, _n
from tpe_guide.ui.nurse.unread_file import Reason, Unread, out_of_reach, unread
from tpe_guide.wording import said_name

State = Literal["waiting", "silent", "opens"] | Reason
"""``waiting``: not looked at yet. ``silent``: it was asked, and does not answer."""


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
    """What is in *folder*; a word where that is no diary, or cannot be known."""
    try:
        found = diaries_in(folder)
    except OSError:
        return _of(out_of_reach(folder))
    if not found.files:
        why = _("{folder} has no diary in it.").format(folder=said_name(folder))
        return Seen("other", _("No diary in this folder."), why)
    return found


def once(paths: Iterable[str | Path]) -> list[Path]:
    """*paths* by their whole names, each once. The disk is not asked."""
    return list(dict.fromkeys(Path(os.path.abspath(path)) for path in paths))  # noqa: PTH100 - resolve() asks the disk


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

"""The newest good backup, looked for beside the window: where the backups are may hang."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tpe_guide import paths
from tpe_guide.errors import WrongPasscode

if TYPE_CHECKING:
    from tpe_guide.diary.backup_file import Backup
    from tpe_guide.diary.keys import Unlocked


class LastBackup(NamedTuple):
    """The newest good backup, which was opened and counted just now."""

    entries: int
    when: dt.datetime


class Looked(NamedTuple):
    """What was found: the newest good one, or the newest of all if that cannot be looked into without its passcode."""

    last: LastBackup | None = None
    unread: Path | None = None
    none_yet: bool = False
    """There is nothing where they are kept; that was seen."""


def good(where: Path, known: Unlocked | None) -> Backup | None:
    """That of the diary in *where*; None: there is none. Raises WrongPasscode where one needs a passcode."""
    from tpe_guide.diary import backup

    return backup.newest_good(where, known=known)


def look(where: Path, known: Unlocked | None) -> Looked:
    """The same in short."""
    from tpe_guide.diary import backup

    try:
        found = good(where, known)
    except WrongPasscode:  # of a backup, or of the key file before any was looked at
        return Looked(unread=next((one.path for one in backup.found(where)), None), none_yet=_is_empty(where))
    if found is None:
        return Looked(none_yet=_is_empty(where))
    return Looked(LastBackup(found.entries, dt.datetime.fromtimestamp(found.path.stat().st_mtime).astimezone()))


def _is_empty(where: Path) -> bool:
    """Nothing is where the backups of the diary in *where* are kept; not where nobody can look."""
    try:
        return not os.listdir(paths.backups_dir(where))  # noqa: PTH208
    except OSError as error:
        return isinstance(error, FileNotFoundError)

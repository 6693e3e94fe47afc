"""The newest good backup, looked for beside the window: where the backups are may hang."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tpe_guide.errors import WrongPasscode

if TYPE_CHECKING:
    from tpe_guide.diary.backup_file import Backup
    from tpe_guide.diary.keys import Unlocked


class LastBackup(NamedTuple):
    """The newest good backup, which was opened and counted just now."""

    entries: int
    when: dt.datetime


def good(where: Path, known: Unlocked | None) -> Backup | None:
    """That of the diary in *where*; None: there is none. Raises WrongPasscode where one needs a passcode."""
    from tpe_guide.diary import backup

    return backup.newest_good(where, known=known)


def look(where: Path, known: Unlocked | None) -> LastBackup | Path | None:
    """The same in short; where the newest cannot be looked into without its passcode, its file."""
    from tpe_guide.diary import backup

    try:
        found = good(where, known)
    except WrongPasscode:  # of a backup, or of the key file before any was looked at
        return next((one.path for one in backup.found(where)), None)
    if found is None:
        return None
    return LastBackup(found.entries, dt.datetime.fromtimestamp(found.path.stat().st_mtime).astimezone())

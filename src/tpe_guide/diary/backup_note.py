"""What became of the last backup that nobody was there to see: a note beside the diary, told at the next start.

It is written before the backup is, and goes when that is there: killed in between, or waiting for a disk that hangs,
the note stays, and is true. It holds a day and a reason, and none of the diary's words.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from pathlib import Path
from typing import NamedTuple

from tpe_guide import side_file
from tpe_guide.diary import backup
from tpe_guide.diary.backup import Taken
from tpe_guide.diary.backup_file import Backup
from tpe_guide.errors import BackupDamaged, CannotWrite, TpeGuideError
from tpe_guide.files import make_private_folder, write_whole
from tpe_guide.i18n import _
from tpe_guide.vocabulary.days import day_words
from tpe_guide.wording import describe

FILE = "backup-note.json"
_LARGEST = 64 * 1024


class Note(NamedTuple):
    """A backup of that *day* is not there. *reason*: why; empty: it was begun, and not finished."""

    day: dt.date
    reason: str


def begin(where: Path, day: dt.date) -> None:
    """A backup of the diary in *where* is about to be written, and nobody will see what becomes of it."""
    _write(where, Note(day, ""))


def keep(taken: Taken, now: dt.datetime, where: Path) -> Backup:
    """``backup.keep``, into its usual folder, which may have to be made; the note tells what became of it."""
    try:
        make_private_folder(taken.folder)
        made = backup.keep(taken, now)
    except TpeGuideError as error:
        fail(where, now.date(), error)
        raise
    forget(where)
    return made


def fail(where: Path, day: dt.date, error: TpeGuideError) -> None:
    """The backup of *day* could not be made."""
    _write(where, Note(day, reason_of(error)))


def read(where: Path) -> Note | None:
    """What is to be told; None: nothing is."""
    try:
        data = side_file.parse_object(side_file.read_bytes(where / FILE, _LARGEST))
        return Note(dt.date.fromisoformat(data["day"]), str(data["reason"]))
    except (OSError, side_file.Fault, KeyError, TypeError, ValueError):
        return None


def forget(where: Path) -> None:
    """It was told, or all is well."""
    with contextlib.suppress(OSError):
        (where / FILE).unlink(missing_ok=True)


def reason_of(error: TpeGuideError) -> str:
    """Why it could not be written, in a few words."""
    return error.reason if isinstance(error, CannotWrite | BackupDamaged) else describe(error)


def words(note: Note, today: dt.date) -> str:
    """What a person is told of it."""
    day = day_words(note.day, today)
    if not note.reason:
        return _("The backup of {day} was not finished.").format(day=day)
    return _("The backup of {day} could not be written: {reason}.").format(day=day, reason=note.reason.rstrip("."))


def _write(where: Path, note: Note) -> None:
    data = json.dumps({"day": note.day.isoformat(), "reason": note.reason}).encode()
    with contextlib.suppress(TpeGuideError):
        write_whole(where / FILE, data, private=True)

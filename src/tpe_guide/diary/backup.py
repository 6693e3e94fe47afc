"""Backups of the diary, made by themselves: outside its folder, read back before they count, the last weeks of them.

What a window does: ``due`` (at once), ``take`` (milliseconds, in the thread that uses the diary), then ``keep`` in a
thread beside it, which waits for the disk; on closing, ``take`` always, as nothing is kept twice. Where the diary
cannot be opened, ``newest_good``, also beside the window.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tpe_guide import paths
from tpe_guide.diary import backup_file, by_sheet, keys
from tpe_guide.diary.backup_file import Backup, Parts
from tpe_guide.diary.folder import key_file
from tpe_guide.diary.keys import Unlocked
from tpe_guide.diary.rotation import Named, name_of, named, staying
from tpe_guide.diary.rows import Rows
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import BackupDamaged, CannotWrite, DiaryDamaged, FromNewerVersion, WrongPasscode
from tpe_guide.files import make_private_folder, passing_file, sweep, write_checked
from tpe_guide.i18n import _


class Taken(NamedTuple):
    """All of a diary at one moment, on no disk yet."""

    folder: Path
    """Where its backups are."""
    unlocked: Unlocked
    store: bytes
    rows: Rows
    """What the diary itself said that it holds, to compare."""


def due(store: DiaryStore, now: dt.datetime) -> bool:
    """Whether the open diary has no backup of this day yet. It only reads the names in one folder."""
    tag = keys.tag_of(store.unlocked.key)
    return all(one.day != now.date() for one in found(store.path.parent) if one.tag == tag)


def take(store: DiaryStore, where: Path | None = None) -> Taken:
    """What is committed in *store*, with what only its log has. Waits for no disk; the diary is not written.

    *where*: the folder of the backups, which is there, if not the usual one. Raises CannotWrite, DiaryDamaged.
    """
    folder = where or paths.backups_dir(store.path.parent)
    if where is None:
        make_private_folder(folder)
    try:
        with passing_file(folder / "backup") as place:
            rows = store.copy_to(place)
            return Taken(folder, store.unlocked, place.read_bytes(), rows)
    except CannotWrite as error:
        raise CannotWrite(folder, error.reason) from error
    except OSError as error:
        raise CannotWrite(folder, (error.strerror or str(error)).lower()) from error


def keep(taken: Taken, now: dt.datetime) -> Backup:
    """Make a backup of what was taken, unless the newest one holds just that; old ones make room.

    Tells of the backup that holds it, which was read back from the disk. Any thread may call it, one at a time for one
    diary; the diary itself need not be open. Raises CannotWrite; BackupDamaged where what was written is not what the
    disk gives back: then there is no new backup, and every old one is still there.
    """
    sweep(taken.folder)
    tag, every = keys.tag_of(taken.unlocked.key), [*_named(taken.folder)]
    ours = [one for one in every if one.tag == tag]
    for one in ours:
        _guard_as_now(one.path, taken)
    made = _unchanged(taken, ours)
    if made is None:
        number = max((one.number for one in every), default=0) + 1
        path = taken.folder / name_of(number, now.date(), tag)
        made = write(path, taken)
        _rotate([*ours, Named(number, now.date(), tag, path)])
    return made


def back_up(store: DiaryStore, now: dt.datetime) -> Backup:
    """``take`` and ``keep`` in one, for where nobody waits at a window."""
    return keep(take(store), now)


def write(path: Path, taken: Taken) -> Backup:
    """Write what was taken to *path*, where it is seen only once it was read back, opened and compared.

    Raises CannotWrite, BackupDamaged; then *path* is as it was.
    """

    def proven(place: Path) -> Backup:
        read = backup_file.read(place, taken.unlocked, scratch=place)
        if read.rows != taken.rows or read.parts.key_file != taken.unlocked.file:
            raise BackupDamaged(path, _("it does not hold what the diary holds"))
        return read

    data = backup_file.pack(Parts(taken.store, taken.unlocked.file))
    return write_checked(path, data, proven)._replace(path=path)


def found(data_dir: Path) -> list[Named]:
    """The backups of the diary in *data_dir* and of those that were there before it, newest first, by their names."""
    return sorted(_named(paths.backups_dir(data_dir)), key=lambda one: one.number, reverse=True)


def newest_good(data_dir: Path, passcode: str | None = None, known: Unlocked | None = None) -> Backup | None:
    """The newest backup of the diary in *data_dir* that opens, is whole and was counted just now; None: there is none.

    Those of another diary that was in this folder count where the key of this one cannot be had: its file may be
    missing, or that of another diary. Takes milliseconds
    for each that is no good, and a guess at the passcode longer. *known*: the key, where it is had already. Raises
    WrongPasscode where one needs a passcode.
    """
    known = by_sheet.only_if_it_fits(data_dir, known or present_key(data_dir, passcode))
    refused: WrongPasscode | None = None
    for one in found(data_dir):
        if known is not None and one.tag != keys.tag_of(known.key):
            continue
        try:
            return backup_file.read(one.path, known, passcode)
        except (BackupDamaged, FromNewerVersion):
            continue
        except WrongPasscode as error:
            if passcode is None:
                raise
            refused = error  # it may be of another diary, and an older one of this
    if refused is not None:
        raise refused
    return None


def present_key(data_dir: Path, passcode: str | None) -> Unlocked | None:
    """The key of the diary in *data_dir*; None where its file is missing or damaged. Raises WrongPasscode."""
    try:
        return keys.unlock_file(key_file(data_dir), passcode)
    except (DiaryDamaged, FromNewerVersion):
        return None


def _named(folder: Path) -> Iterator[Named]:
    try:
        names = os.listdir(folder)  # noqa: PTH208
    except OSError:
        return
    yield from (one for name in names if (one := named(folder / name)))


def _unchanged(taken: Taken, ours: list[Named]) -> Backup | None:
    """The newest of *ours*, where it is good and holds just what was taken."""
    newest = max(ours, default=None)
    if newest is None:
        return None
    try:
        read = backup_file.read(newest.path, taken.unlocked, scratch=newest.path)
    except (BackupDamaged, FromNewerVersion):
        return None
    return read if read.rows == taken.rows else None


def _rotate(ours: list[Named]) -> None:
    """Remove those whose time is over. What cannot be removed stays.

    What is damaged counts for nothing, and goes once it is older than all that stay.
    """
    if len(staying(ours)) == len(ours):
        return
    good = [one for one in ours if _is_good(one.path)]
    stay = staying(good)
    oldest = min(stay, default=None)
    for one in ours:
        if oldest is not None and one not in stay and (one in good or one < oldest):
            with contextlib.suppress(OSError):
                one.path.unlink()


def _is_good(path: Path) -> bool:
    """Whether it is as it was written: it was opened and counted then."""
    try:
        backup_file.unpack(path)
    except (BackupDamaged, FromNewerVersion):
        return False
    return True


def _guard_as_now(path: Path, taken: Taken) -> None:
    """Give a good backup the present key file, if it has another: a passcode may have come, or a new one."""
    if backup_file.may_hold(path, taken.unlocked.file):
        return
    with contextlib.suppress(BackupDamaged, CannotWrite, FromNewerVersion):
        old = backup_file.read(path, taken.unlocked, scratch=path)
        write(path, taken._replace(store=old.parts.store, rows=old.rows))

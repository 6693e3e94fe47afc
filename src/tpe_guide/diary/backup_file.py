"""One backup in one file: an ordinary ZIP with ``diary.db`` and ``diary.key`` in it, as they stand in a data folder.

So it is as guarded as the diary is, and can be opened without this program: unzip it, and give ``diary.db`` with its
key to any SQLCipher 4. Nothing in it is compressed, since what is encrypted cannot be. Its last 64 bytes are the
SHA-256 of all before them: a torn file or a changed byte is noticed without the key, wherever it is.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
import re
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tpe_guide import side_file
from tpe_guide.diary import database, keys, proving
from tpe_guide.diary.folder import KEY, STORE
from tpe_guide.diary.keys import Unlocked
from tpe_guide.diary.rows import Rows
from tpe_guide.errors import BackupDamaged, BadInput, CannotWrite, DiaryDamaged, FromNewerVersion
from tpe_guide.files import passing_file
from tpe_guide.i18n import _

LARGEST = 512 * 1024 * 1024
"""Bytes. A diary of 20,000 long entries has a fifth of that."""
VERSION = 1

_HEAD = b"PK\x03\x04"
_END = re.compile(rb"tpe-guide-backup (\d{1,4}) ([0-9a-f]{64})\Z")
_LAST = 96
"""Bytes at the end in which all that ``_END`` finds stands."""
_TAIL = 1024
"""Bytes: more than follow on the key file."""
_SOME_TIME = (1980, 1, 1, 0, 0, 0)
"""The time of a file in a ZIP has no zone: none is said."""


class Parts(NamedTuple):
    """What is in a backup: both as bytes, both encrypted or wrapped as in the data folder."""

    store: bytes
    key_file: bytes


class Backup(NamedTuple):
    """A backup that was read from the disk, opened and counted just now."""

    path: Path
    entries: int
    """So many were read from the file itself."""
    newest: dt.date | None
    """The day of the newest entry."""
    rows: Rows
    parts: Parts
    key: bytes


def pack(parts: Parts) -> bytes:
    """The bytes of a backup."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in ((STORE, parts.store), (KEY, parts.key_file)):
            archive.writestr(zipfile.ZipInfo(name, _SOME_TIME), data)
        archive.comment = b"tpe-guide-backup %d " % VERSION + bytes(64)
    whole = out.getvalue()[:-64]
    return whole + hashlib.sha256(whole).hexdigest().encode()


def unpack(path: Path) -> Parts:
    """What is in the backup at *path*, byte for byte as it was put there. Raises BackupDamaged, FromNewerVersion."""
    data = _read(path)
    end = _END.search(data, max(0, len(data) - _LAST))
    if end is None:
        whole = data.startswith(_HEAD + b"\x14") and STORE.encode() in data[:128]
        raise BackupDamaged(path, _("its end is missing") if whole else _("this program did not make it"))
    if hashlib.sha256(data[:-64]).hexdigest().encode() != end[2]:
        raise _changed(path)
    if int(end[1]) > VERSION:
        raise FromNewerVersion(str(path), int(end[1]), VERSION)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if any(one.compress_type != zipfile.ZIP_STORED for one in archive.infolist()):
                # So what comes out of it is no more than it is.
                raise BackupDamaged(path, _("this program did not make it"))
            return Parts(archive.read(STORE), archive.read(KEY))
    except (zipfile.BadZipFile, KeyError, ValueError, RuntimeError, EOFError) as error:
        raise _changed(path) from error


def may_hold(path: Path, key_file: bytes) -> bool:
    """Whether *key_file* stands at the end of the backup at *path*, of which no more is read; False: it does not."""
    try:
        with path.open("rb") as stream:
            stream.seek(-min(stream.seek(0, os.SEEK_END), len(key_file) + _TAIL), os.SEEK_END)
            return key_file in stream.read()
    except OSError:
        return False


def read(path: Path, known: Unlocked | None = None, passcode: str | None = None, scratch: Path | None = None) -> Backup:
    """Read, open and count the backup at *path*.

    With the key *known*, or else with the key in the file, which may take *passcode*. It is opened in a file beside
    *scratch*; without, where the system keeps what is passing. Raises BackupDamaged, FromNewerVersion, WrongPasscode,
    CannotWrite, CannotRunHere.
    """
    parts = unpack(path)
    with passing_file(scratch or Path(tempfile.gettempdir()) / path.name) as place, _told_of(path):
        _put(place, parts.store)
        key = _key(place, parts, path, known, passcode)
        content = proving.examine(place, key)
        if content.lacking:
            raise BackupDamaged(path, _("some entries are missing in it"))
        connection = database.open_copy(place, key)
        try:
            with database.reading(path):
                rows = Rows.of(connection)
        finally:
            connection.close()
        rows.course()
        return Backup(path, len(rows.entries), rows.newest_day(), rows, parts, key)


def check_sense(backup: Backup) -> None:
    """Read each row of *backup* as a diary does. Raises BackupDamaged."""
    with _told_of(backup.path):
        backup.rows.check()


def needs_passcode(path: Path) -> bool:
    """Whether the backup at *path* opens only with a passcode. Raises BackupDamaged, FromNewerVersion."""
    with _told_of(path):
        return keys.is_guarded(unpack(path).key_file, path)


def _key(place: Path, parts: Parts, path: Path, known: Unlocked | None, passcode: str | None) -> bytes:
    if known is not None and database.is_opened_by(place, known.key):
        return known.key
    key = keys.unlock_data(parts.key_file, path, passcode)
    if not database.is_opened_by(place, key):
        raise BackupDamaged(path, _("its key does not open it"))
    return key


def _put(place: Path, data: bytes) -> None:
    try:
        place.write_bytes(data)
    except OSError as error:
        raise CannotWrite(place.parent, database.reason(error)) from error


@contextmanager
def _told_of(path: Path) -> Iterator[None]:
    """What is wrong with a part of the backup at *path* is told of that."""
    try:
        yield
    except FromNewerVersion as error:
        raise FromNewerVersion(str(path), error.found, error.known) from error
    except DiaryDamaged as error:
        raise BackupDamaged(path, error.reason) from error
    except (BadInput, KeyError, ValueError, TypeError, RecursionError) as error:
        raise BackupDamaged(path, _("some of it does not make sense")) from error


def _read(path: Path) -> bytes:
    try:
        data = side_file.read_bytes(path, LARGEST)
    except (FileNotFoundError, NotADirectoryError):
        raise BackupDamaged(path, _("it is not there")) from None
    except OSError as error:
        reason = _("it cannot be read ({reason})").format(reason=database.reason(error))
        raise BackupDamaged(path, reason) from error
    except side_file.TooLarge:
        raise BackupDamaged(path, _("this program did not make it")) from None
    except (side_file.Fault, ValueError):
        raise BackupDamaged(path, _("it is not a file")) from None
    if not data:
        raise BackupDamaged(path, _("it is empty"))
    return data


def _changed(path: Path) -> BackupDamaged:
    return BackupDamaged(path, _("some of it was changed or lost on the disk"))

"""The encrypted file under the store: how it is made, opened, checked and brought up to date.

SQLCipher with a raw key. Plain SQLite takes ``PRAGMA key`` without a word and then writes plain text, so at
every open the cipher must name its version and the file must not begin as plain SQLite does.
"""

from __future__ import annotations

import ctypes
import datetime as dt
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from tpe_guide.diary import migrations
from tpe_guide.diary.mark import Mark, new_name
from tpe_guide.errors import (
    BadInput,
    CannotRunHere,
    CannotWrite,
    DiaryDamaged,
    DiaryInUse,
    TpeGuideError,
)
from tpe_guide.files import keep_from_others, sync_folder
from tpe_guide.i18n import _

Error = dbapi2.Error
Connection = Any
"""A sqlcipher3 connection; the package ships no types."""

_PLAIN_HEADER = b"SQLite format 3\0"
_LEAST_BYTES = 512
"""No SQLite file is smaller."""
_DAMAGED = {dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_NOTADB}
_UNWRITABLE = {dbapi2.SQLITE_CANTOPEN, dbapi2.SQLITE_READONLY, dbapi2.SQLITE_FULL}

MIGRATIONS = migrations.STEPS
VERSION = len(MIGRATIONS)
WITH_PAST = 3
"""The first version that keeps what was changed and removed."""
WITH_LEFT = 5
"""The first that keeps with it what its session was before."""
WITH_COURSES = 6
"""The first that keeps the courses before the present one."""
MARK = "mark"
"""The row of ``about`` that holds a ``Mark``."""
DRAFT = "draft"
"""The row of ``about`` that holds an entry not yet finished."""
SHEET = "sheet"
"""The row of ``about`` that tells of the recovery sheet; see ``recovery.Sheet``."""
FORMS = "forms"
"""The row of ``about`` that holds other forms that are half filled in."""
NOT_SAID = frozenset((MARK, DRAFT, FORMS))
"""The rows of ``about`` that are no part of what the diary says."""
KEEP_MARK = """
    INSERT INTO about (name, body) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body
"""
KEEP_ABOUT = f"{KEEP_MARK} WHERE body <> excluded.body"
"""The same for any row; what says nothing else is no change."""


def create(path: Path, key: bytes, fill: Callable[[Connection], None]) -> None:
    """Make an encrypted database at *path*, where there is none, filled by *fill*: whole or not at all.

    Raises CannotWrite.
    """
    made = unfinished = path.with_name(f".{path.name}.new")
    with writing(path):
        _remove(unfinished)
        try:
            _make(unfinished, key, fill)
            made = unfinished.replace(path)
            sync_folder(path.parent)
        except BaseException:
            _remove(made)
            raise


def open_for_writing(path: Path, key: bytes) -> Connection:
    """An up-to-date database, which ``proving.examine`` has found whole.

    Raises DiaryDamaged, CannotWrite, DiaryInUse.
    """
    connection = connected(path, key, "?mode=rw")
    try:
        with writing(path):
            set_pragmas(connection)
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version < VERSION:
                with transaction(connection):
                    _migrate(connection, version)
    except BaseException:
        connection.close()
        raise
    return connection


def open_for_reading(path: Path, key: bytes) -> Connection:
    """An open database that is never written to, for a folder that cannot be written. A log beside it is not seen.

    ``proving.examine`` has found it whole. Raises DiaryDamaged, CannotWrite where it is from an older version.
    """
    # To SQLite an immutable file has neither log nor lock: nothing at all is made or written.
    connection = connected(path, key, "?immutable=1")
    if connection.execute("PRAGMA user_version").fetchone()[0] < VERSION:
        connection.close()
        raise CannotWrite(path.parent, _("the diary is from an older version and must be brought up to date"))
    return connection


def abandon(connection: Connection) -> None:
    """Never close *connection*, for closing it would write: the system does, without a word, when the program ends."""
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(connection))


def copy(source: Connection, path: Path, key: bytes) -> None:
    """All that is committed in *source*, also what only its log has, in the empty file *path*, as one file.

    It is encrypted with *key* and a salt of its own, so no log of *source* fits it, and says that it was closed. The
    disk is not waited for. Raises CannotWrite, DiaryDamaged.
    """
    with writing(path):
        target = connect(path, key)
        try:
            _check_cipher(target, path)
            target.execute("PRAGMA synchronous = OFF")
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")  # with the pages came that the source has a log
            _close_mark(target)
        finally:
            target.close()


def open_copy(path: Path, key: bytes) -> Connection:
    """A database as ``copy`` makes them, of whatever version, which is never written to. Raises DiaryDamaged."""
    return connected(path, key, "?immutable=1")


def is_opened_by(path: Path, key: bytes) -> bool:
    """Whether *key* is that of the database at *path*. Raises DiaryDamaged where it cannot be read at all."""
    check_header(path)
    connection = connected(path, key, "?immutable=1")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except dbapi2.Error:
        return False
    finally:
        connection.close()
    return True


def check_header(path: Path) -> None:
    """Raise DiaryDamaged unless *path* may be an encrypted database: there, long enough, not plain SQLite."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for
            raise DiaryDamaged(path, _("it is not a file"))
        with path.open("rb") as stream:
            start = stream.read(_LEAST_BYTES)
    except FileNotFoundError:
        raise DiaryDamaged(path, _("it is not there")) from None
    except OSError as error:
        raise DiaryDamaged(path, _("it cannot be read ({reason})").format(reason=reason(error))) from error
    if start.startswith(_PLAIN_HEADER):
        raise DiaryDamaged(path, _("it is not encrypted, so this program did not write it"))
    if len(start) < _LEAST_BYTES:
        raise DiaryDamaged(path, _("it breaks off at its beginning"))


def newest_day(connection: Connection) -> dt.date | None:
    """The day of the newest entry."""
    ((day,),) = connection.execute("SELECT max(json_extract(body, '$.day')) FROM entries")
    return dt.date.fromisoformat(day) if day else None


def entry_ids(connection: Connection) -> Iterator[str]:
    """The ids of all entries."""
    return (entry_id for (entry_id,) in connection.execute("SELECT id FROM entries"))


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All the statements inside, or none of them."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # A full disk may have rolled back already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what the database says while reading into DiaryDamaged, DiaryInUse or CannotWrite."""
    try:
        yield
    except (dbapi2.Error, OSError) as error:
        raise _typed(path, error, damaged=_code(error) not in _UNWRITABLE) from error


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what the database or the disk says while writing into BadInput, CannotWrite or DiaryDamaged."""
    try:
        yield
    except dbapi2.IntegrityError as error:
        if "FOREIGN KEY" in str(error):
            raise BadInput(str(path), "session", _("a session of this diary")) from error
        raise BadInput(str(path), "id", _("an id of its own")) from error
    except (dbapi2.Error, OSError) as error:
        raise _typed(path, error, damaged=_code(error) in _DAMAGED) from error


def connect(path: Path, key: bytes, query: str = "") -> Connection:
    """A connection with its key, not yet checked; *query* as in SQLite's file URIs."""
    # Any thread may use it, one at a time: the passcode is checked in a thread beside the window.
    connection = dbapi2.connect(
        _uri(path) + query,
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=0,
    )
    # What is wrong with a file is said by us, in words; the library would print its own beside them.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    # There is one holder, so no shared-memory file is needed beside the store. Comes before the first read.
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    return connection


def _uri(path: Path) -> str:
    # Not as_uri: SQLite takes the server in it of a Windows network folder for a fault.
    name = path.absolute().as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file://{name}" if name.startswith("/") else f"file:///{name}"


def set_pragmas(connection: Connection) -> None:
    """What every writing connection runs with: a commit is on disk, power cut or not, before it returns."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")  # macOS: past the drive's own cache
    connection.execute("PRAGMA foreign_keys = ON")
    # When the log goes into the store is for ``ledger`` to say: never within somebody's save.
    connection.execute("PRAGMA wal_autocheckpoint = 0")


def connected(path: Path, key: bytes, query: str) -> Connection:
    """A connection that is known to be encrypted. Raises DiaryDamaged, CannotRunHere."""
    with reading(path):
        connection = connect(path, key, query)
    try:
        _check_cipher(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _close_mark(connection: Connection) -> None:
    """Say of a copy that it holds what it holds: its log would go on from nothing but this."""
    query = "SELECT count(*), coalesce(max(generation), 0) FROM entries"
    ((entries, newest),) = connection.execute(query)
    said = mark_of(connection)
    mark = Mark(max(newest, said.generation if said else 0), entries, new_name())
    connection.execute(KEEP_MARK, (MARK, mark.body()))


def mark_of(connection: Connection) -> Mark | None:
    """What the store says of itself; None: it is of the first version. Raises ValueError, TypeError."""
    row = connection.execute("SELECT body FROM about WHERE name = ?", (MARK,)).fetchone()
    return Mark.read(row[0]) if row else None


def _make(path: Path, key: bytes, fill: Callable[[Connection], None]) -> None:
    connection = connect(path, key)
    try:
        _check_cipher(connection, path)
        # A rollback journal for now, so that the finished file is one file that can be renamed.
        with transaction(connection):
            _migrate(connection, 0)
            fill(connection)
    finally:
        connection.close()
    keep_from_others(path)
    _flush(path)


def _migrate(connection: Connection, version: int) -> None:
    for script in MIGRATIONS[version:]:
        statement = ""
        for part in script.split(";"):
            statement += f"{part};"
            if dbapi2.complete_statement(statement):  # not within a trigger
                connection.execute(statement)
                statement = ""
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _check_cipher(connection: Connection, path: Path) -> None:
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise CannotRunHere(_("The diary at {path} stays closed: encryption is missing.").format(path=path))


def _typed(path: Path, error: Exception, *, damaged: bool) -> TpeGuideError:
    if _code(error) == dbapi2.SQLITE_BUSY:
        return DiaryInUse(path)
    return DiaryDamaged(path, reason(error)) if damaged else CannotWrite(path, reason(error))


def _code(error: Exception) -> int:
    """SQLite's primary result code; 0 for other errors."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def reason(error: Exception) -> str:
    """Why the disk or the database refused, in a few plain words."""
    words = {
        dbapi2.SQLITE_FULL: _("the disk is full"),
        dbapi2.SQLITE_READONLY: _("it may only be read"),
        dbapi2.SQLITE_CANTOPEN: _("its folder cannot be written"),
        dbapi2.SQLITE_IOERR: _("the disk reports an error"),
        dbapi2.SQLITE_NOTADB: _("it is damaged, or its key file belongs to another diary"),
        dbapi2.SQLITE_CORRUPT: _("some of it was changed or lost on the disk"),
    }
    if isinstance(error, OSError):
        return (error.strerror or str(error)).lower()
    return words.get(_code(error), str(error))


def _remove(path: Path) -> None:
    for suffix in ("", "-journal", "-wal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _flush(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())

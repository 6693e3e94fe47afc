"""Whether each page of a store is what was written, and what it holds: looked at, and never written to."""

from __future__ import annotations

from pathlib import Path

from tpe_guide.diary import database
from tpe_guide.diary.database import Connection, check_header, connected, mark_of, reading
from tpe_guide.diary.mark import Content, Mark
from tpe_guide.errors import DiaryDamaged, FromNewerVersion
from tpe_guide.i18n import _


def examine(path: Path, key: bytes, *, with_log: bool = False) -> Content:
    """Check every page of the database at *path* and tell what it holds.

    Without its log nothing is written. *with_log* is for a copy: SQLite writes the log back into the database.
    Raises DiaryDamaged, FromNewerVersion, CannotRunHere.
    """
    check_header(path)
    connection = connected(path, key, "?mode=rw" if with_log else "?immutable=1")
    try:
        with reading(path):
            # What the check has decrypted is not decrypted once more to be counted: in a long diary half of the time.
            connection.execute("PRAGMA cache_size = -32768")
            version = _version(connection, path)
            _check_whole(connection, path)
            return _content(connection, version)
    except (ValueError, TypeError) as error:
        raise DiaryDamaged(path, _("some of it does not make sense")) from error
    finally:
        connection.close()


def vouched_for(path: Path, key: bytes) -> Content:
    """What ``examine`` would tell of the database at *path*, which has found the very same bytes whole before.

    Raises DiaryDamaged, FromNewerVersion, CannotRunHere.
    """
    connection = connected(path, key, "?immutable=1")
    try:
        with reading(path):
            _version(connection, path)
            mark = mark_of(connection)
            assert mark is not None, "nobody vouches for a store that says nothing of itself"
            return Content(mark, mark.generation, mark.entries, 0)
    finally:
        connection.close()


def _version(connection: Connection, path: Path) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > database.VERSION:
        raise FromNewerVersion(str(path), version, database.VERSION)
    return version


def _content(connection: Connection, version: int) -> Content:
    said = mark_of(connection)
    mark = said or Mark()
    if version == 1:
        ((entries,),) = connection.execute("SELECT count(*) FROM entries")
        return Content(mark._replace(entries=entries), 0, entries, 0)
    query = "SELECT count(*), total(generation > ?), max(generation) FROM entries"
    ((entries, added, newest),) = connection.execute(query, (mark.generation,))
    if not said:
        mark, added = mark._replace(entries=entries), 0
    return Content(mark, max(mark.generation, newest or 0), entries, int(added))


def _check_whole(connection: Connection, path: Path) -> None:
    """Read every page, each with its own checksum: 1 ms for a usual diary, 50 ms for 20,000 entries."""
    verdict = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != ("ok",):
        raise DiaryDamaged(path, _("some of it was changed or lost on the disk"))

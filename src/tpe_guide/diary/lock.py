"""One holder at a time: a lock that the system takes back when its holder dies."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

_HELD = (errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)
_READ_ONLY = (errno.EACCES, errno.EPERM, errno.EROFS)


class TakenError(OSError):
    """Somebody else holds the lock."""


class FileLock:
    """An exclusive lock on a file of its own, held until ``release`` or the end of the process."""

    def __init__(self, path: Path) -> None:
        """Take the lock at once. Raises TakenError; other OSErrors where *path* cannot be opened or locked.

        Where the file cannot be written it is locked as it is, and FileNotFoundError means there is none;
        ``writable`` tells.
        """
        self._descriptor, self.writable = _open(path)
        try:
            _lock(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            if error.errno in _HELD:
                raise TakenError(*error.args) from error
            raise

    def release(self) -> None:
        """Let go. The file stays: removing it would let two holders lock two files of one name."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def _open(path: Path) -> tuple[int, bool]:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600), True
    except OSError as error:
        if error.errno not in _READ_ONLY:
            raise
    return os.open(path, os.O_RDONLY), False


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def is_held_by_sqlite(path: Path) -> bool:
        """Whether another program has the database *path* open: Windows lets nobody move such a file anyway."""
        return False

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        # flock and not lockf: it also holds against a second open within this process.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    _SQLITE_BYTES = 0x40000000, 512
    """Where SQLite locks a database: its format says so."""

    def is_held_by_sqlite(path: Path) -> bool:
        """Whether another program has the database *path* open, which this one has not."""
        start, length = _SQLITE_BYTES
        with path.open("rb+") as stream:
            try:
                fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB, length, start)
            except OSError as error:
                return error.errno in _HELD
        return False

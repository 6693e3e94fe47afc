"""Writing files so that they appear whole or not at all, and an existing one survives a failed write."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from pathlib import Path

from tpe_guide.errors import CannotWrite

_OURS = re.compile(r"\.tpe-guide-[0-9a-f]{16}\.part")


def write_whole(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write *data* to *path* in one step: temporary file beside it, flushed to disk, then renamed over it.

    *private* keeps the file readable by its owner only. Raises CannotWrite; *path* is then as it was. What a write
    that was killed has left in the folder is removed.
    """
    sweep(path.parent)
    try:
        temporary, handle = _begin(path.parent, 0o600 if private else 0o666)
    except OSError as error:
        raise CannotWrite(path, _reason(error)) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
            if not _RENAMED_ONCE_CLOSED:
                temporary.replace(path)  # while it is locked: else it could be taken for one that was left
        if _RENAMED_ONCE_CLOSED:
            temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise CannotWrite(path, _reason(error)) from error
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def sweep(folder: Path) -> None:
    """Remove what killed writes have left in *folder*: plain files of our names that nobody holds."""
    with contextlib.suppress(OSError), os.scandir(folder) as found:
        for each in found:
            if _OURS.fullmatch(each.name) and each.is_file(follow_symlinks=False):
                with contextlib.suppress(OSError):
                    _remove_unless_held(Path(each.path))


def make_private_folder(path: Path) -> None:
    """Make *path* (and parents), readable by its owner only. Raises CannotWrite."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(path, _reason(error)) from error


def sync_folder(folder: Path) -> None:
    """Wait until the names in *folder* are on disk: a rename is so only once its folder is. Raises OSError."""
    # Windows has no such call and needs none.
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _begin(folder: Path, mode: int) -> tuple[Path, int]:
    """A new file in *folder*, open, and locked where files can be. Raises OSError."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    while True:
        # What tempfile.mkstemp does, without its import: that would be a twentieth of a start.
        path = folder / f".tpe-guide-{os.urandom(8).hex()}.part"
        handle = os.open(path, flags, mode)
        _hold(handle)
        if path.exists():
            return path, handle
        os.close(handle)  # swept before it was locked


if sys.platform == "win32":
    import time

    _RENAMED_ONCE_CLOSED = True
    _SURELY_LEFT_SECONDS = 60

    def _hold(handle: int) -> None:
        """Nobody can remove a file that is open."""

    def _remove_unless_held(path: Path) -> None:
        # Between closed and renamed nothing holds it.
        if time.time() - path.stat().st_mtime > _SURELY_LEFT_SECONDS:
            path.unlink()

else:
    import fcntl

    _RENAMED_ONCE_CLOSED = False

    def _hold(handle: int) -> None:
        """Lock the file. Where nothing can be locked, nothing is swept either."""
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)

    def _remove_unless_held(path: Path) -> None:
        handle = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink()
        finally:
            os.close(handle)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()

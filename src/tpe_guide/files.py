"""Writing files so that they appear whole or not at all, and an existing one survives a failed write."""

from __future__ import annotations

import os
from pathlib import Path

from tpe_guide.errors import CannotWrite


def write_whole(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write *data* to *path* in one step: temporary file beside it, flushed to disk, then renamed over it.

    *private* keeps the file readable by its owner only. Raises CannotWrite; *path* is then as it was.
    """
    # What tempfile.mkstemp does, without its import: that would be a twentieth of a start.
    temporary = path.with_name(f".tpe-guide-{os.urandom(8).hex()}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(temporary, flags, 0o600 if private else 0o666)
    except OSError as error:
        raise CannotWrite(path, _reason(error)) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise CannotWrite(path, _reason(error)) from error
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


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


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()

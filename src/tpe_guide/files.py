"""Writing files so that they appear whole or not at all, and an existing one survives a failed write."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tpe_guide.errors import CannotWrite

if TYPE_CHECKING:
    from io import FileIO

_OURS = re.compile(r"\.tpe-guide-[0-9a-f]{16}\.part(-wal|-journal)?")
_NO_SUCH_CALL = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
"""What file systems say that cannot sync a folder, such as some of memory sticks and networks."""

T = TypeVar("T")


def write_whole(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write *data* to *path* in one step: temporary file beside it, flushed to disk, then renamed over it.

    *private* keeps the file readable by its owner only; else one that is replaced keeps its mode. Raises CannotWrite;
    *path* is then as it was. What a write that was killed has left in the folder is removed.
    """
    write_together({path: data}, private=private)


def write_together(files: Mapping[Path, bytes], *, new: Collection[Path] = (), private: bool = False) -> None:
    """As ``write_whole``, several *files*: all are on disk before the first gets its name.

    Those in *new* replace nothing, also not what another program writes at this moment: FileExistsError with the
    name of the file is raised, and nothing was written. Raises CannotWrite.
    """
    for folder in {path.parent for path in files}:
        sweep(folder)
    with contextlib.ExitStack() as parts:
        ready = {path: parts.enter_context(_part(path, data, private=private)) for path, data in files.items()}
        with _all_or_none() as named:
            # The new ones first: where one is refused, nothing was replaced yet.
            for path in sorted(files, key=lambda path: path not in new):
                try:
                    if path in new:
                        _give_new_name(ready[path], path)
                        named.append(path)
                    else:
                        ready[path].replace(path)
                    sync_folder(path.parent)
                except FileExistsError as error:
                    raise FileExistsError(error.errno, error.strerror, str(path)) from error
                except OSError as error:
                    raise CannotWrite(path, _reason(error)) from error


def write_checked(path: Path, data: bytes, check: Callable[[Path], T]) -> T:
    """As ``write_whole``, for its owner only; but it gets its name only after *check*, given the file on disk.

    Tells what *check* told; what that raises is raised, and *path* is as it was. Raises CannotWrite.
    """
    sweep(path.parent)
    with _part(path, data, private=True) as temporary:
        told = check(temporary)
        try:
            temporary.replace(path)
            sync_folder(path.parent)
        except OSError as error:
            raise CannotWrite(path, _reason(error)) from error
    return told


@contextlib.contextmanager
def passing_file(path: Path) -> Iterator[Path]:
    """An empty file for its owner only beside *path*, for which it is; gone in the end, or swept once killed.

    Raises CannotWrite.
    """
    sweep(path.parent)
    try:
        temporary, handle = _begin(path.parent, 0o600)
    except OSError as error:
        raise CannotWrite(path, _reason(error)) from error
    try:
        yield temporary
    finally:
        os.close(handle)
        for side in ("", "-wal", "-journal"):  # as a database has them
            temporary.with_name(temporary.name + side).unlink(missing_ok=True)


def write_out(path: Path, data: bytes, *, private: bool = False) -> None:
    """As ``write_whole``; but into a device or a pipe, which must not be replaced by a file. Raises CannotWrite."""
    if is_replaced(path):
        write_whole(path, data, private=private)
        return
    try:
        path.write_bytes(data)
    except OSError as error:
        raise CannotWrite(path, _reason(error)) from error


def is_replaced(path: Path) -> bool:
    """Whether a file takes the place of what is there, if anything is."""
    return path.is_file() or not path.exists()


def sweep(folder: Path) -> None:
    """Remove what killed writes have left in *folder*: plain files of our names, and this user's, that nobody holds."""
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


def keep_from_others(path: Path) -> None:
    """Let nobody but the owner read the file at *path*, where the disk knows owners: memory sticks often do not."""
    with contextlib.suppress(OSError):
        path.chmod(0o600)


def is_kept_from_others(path: Path) -> bool:
    """Whether nobody but the owner may read the file at *path*. Windows keeps a whole profile so, by other means."""
    try:
        return os.name == "nt" or not path.stat().st_mode & 0o077
    except OSError:
        return False


def sync_folder(folder: Path) -> None:
    """Wait until the names in *folder* are on disk: a rename is so only once its folder is. Raises OSError.

    Where the disk knows no such thing nothing is waited for: what was written is whole, and its name there.
    """
    # Windows has no such call and needs none.
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SUCH_CALL:
            raise
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _part(path: Path, data: bytes, *, private: bool) -> Iterator[Path]:
    """A temporary file with *data*, beside *path* and on disk; in the end it is gone. Raises CannotWrite."""
    try:
        temporary, handle = _begin(path.parent, 0o600 if private else 0o666)
    except OSError as error:
        raise CannotWrite(path, _reason(error)) from error
    try:
        # It stays open, and locked, till it has its name: else it could be taken for one that was left.
        with os.fdopen(handle, "wb", buffering=0) as stream:
            try:
                if not private:
                    _take_mode(temporary, path)
                _write_all(stream, data)
                os.fsync(stream.fileno())
            except OSError as error:
                raise CannotWrite(path, _reason(error)) from error
            if not _RENAMED_ONCE_CLOSED:
                yield temporary
        if _RENAMED_ONCE_CLOSED:
            yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _write_all(stream: FileIO, data: bytes) -> None:
    """Without a buffer: what a full disk did not take would be tried, and fail, once more when the file is closed."""
    left = memoryview(data)
    while left:
        left = left[stream.write(left) :]


@contextlib.contextmanager
def _all_or_none() -> Iterator[list[Path]]:
    """A list of files that are new: if the rest goes wrong, they are removed."""
    new: list[Path] = []
    try:
        yield new
    except BaseException:
        for path in new:
            path.unlink(missing_ok=True)
        raise


def _take_mode(temporary: Path, path: Path) -> None:
    """Give *temporary* the mode of the file that it will replace, if there is one. Windows has no such modes."""
    if os.name != "nt":
        with contextlib.suppress(OSError):
            temporary.chmod(path.stat().st_mode & 0o777)


def _give_new_name(temporary: Path, path: Path) -> None:
    """Give *temporary* the name *path*, which nobody has. Raises FileExistsError, OSError."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # no links on this disk: an empty file holds the name
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        try:
            temporary.replace(path)
        except OSError:
            path.unlink(missing_ok=True)
            raise


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
            if os.fstat(handle).st_uid == os.geteuid():  # in a shared folder others may be root's to remove
                path.unlink()
        finally:
            os.close(handle)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()

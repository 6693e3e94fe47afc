"""Copies of a diary's parts, made before anything is done that could change them; and the proof that nothing was.

A copy lies in a folder of its own beside the diary: ``diary-before-opening-N`` while a diary is opened that has a
log beside it, ``diary-kept-N`` where something was wrong with the parts, ``diary-before-restore-N``, with its key,
where a backup took its place. N grows; so many of each are kept.
"""

from __future__ import annotations

import filecmp
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tpe_guide.diary.folder import KEY, LOCK, PARTS, SEAL, STORE
from tpe_guide.errors import CannotWrite
from tpe_guide.files import keep_from_others, sync_folder
from tpe_guide.i18n import _

KEPT = 5
"""So many of each kind; of the next the oldest makes room."""
BEFORE_OPENING, FOR_GOOD, BEFORE_RESTORE = "diary-before-opening-", "diary-kept-", "diary-before-restore-"


Bytes = tuple[object, ...]
"""All of a file, see ``bytes_of``."""


class Copies:
    """The parts of the diary in *where* as they are now, on disk in a folder of their own. Raises CannotWrite."""

    def __init__(self, where: Path) -> None:
        self._where = where
        self.folder = _make_next(where, BEFORE_OPENING)
        _sweep(where, BEFORE_OPENING, KEPT)
        try:
            _copy_parts(where, self.folder)
            sync_folder(where)
        except OSError as error:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise CannotWrite(self.folder, (error.strerror or str(error)).lower()) from error

    def keep(self) -> Path:
        """Keep the copy for good, and tell where."""
        kept = _next(self._where, FOR_GOOD)
        try:
            self.folder.replace(kept)
            sync_folder(self._where)
        except OSError:
            return self.folder
        _sweep(self._where, FOR_GOOD, KEPT)
        return kept

    def discard(self) -> None:
        """Remove the copy, as long as each part is what it was."""
        if all(bytes_of(self.folder / name) == bytes_of(self._where / name) for name in PARTS):
            shutil.rmtree(self.folder, ignore_errors=True)

    def sweep(self) -> None:
        """Remove the copy, and those of openings that were cut off: the diary is open, and nothing is wrong."""
        _sweep(self._where, BEFORE_OPENING, 0)


@contextmanager
def scratch(where: Path, copy: Copies | None) -> Iterator[Path]:
    """A folder with a copy of what is in *where*, which may be written to and is gone afterwards. Raises CannotWrite.

    It lies within *copy*; without one, on a disk that is full, where the system keeps what is passing.
    """
    try:
        with tempfile.TemporaryDirectory(dir=None if copy is None else copy.folder) as name:
            _copy_parts(where, Path(name))
            yield Path(name)
    except OSError as error:
        raise CannotWrite(where, (error.strerror or str(error)).lower()) from error


def put_aside(where: Path) -> Path | None:
    """A folder with a copy of all parts of the diary in *where* and of its key, each compared; None: there are none.

    Raises CannotWrite; there is no such folder then.
    """
    parts = (*PARTS, KEY)
    if not any((where / name).is_file() for name in parts):
        return None
    folder = _make_next(where, BEFORE_RESTORE)
    try:
        _copy_parts(where, folder, parts)
        for name in parts:
            if bytes_of(folder / name) != bytes_of(where / name):
                raise CannotWrite(folder, _("the disk does not give back what was written"))
        sync_folder(where)
    except BaseException as error:
        shutil.rmtree(folder, ignore_errors=True)
        if isinstance(error, OSError):
            raise CannotWrite(folder, (error.strerror or str(error)).lower()) from error
        raise
    _sweep(where, BEFORE_RESTORE, KEPT)
    return folder


def kept_already(where: Path) -> Path | None:
    """The newest copy that was kept for good, where it has the seal (else the store) that lies in *where* now."""
    name = SEAL if (where / SEAL).exists() else STORE
    for folder in _numbered(where, FOR_GOOD)[-1:]:
        try:
            if filecmp.cmp(folder / name, where / name, shallow=False):
                return folder
        except OSError:
            return None
    return None


class Fingerprint(NamedTuple):
    """What must be equal if nothing was changed: the names in a folder, and each byte of the diary's files."""

    names: tuple[str, ...]
    store: Bytes
    others: tuple[Bytes, ...]


def fingerprint(where: Path) -> Fingerprint:
    """That of the folder *where*. The lock is left out: it has no content."""
    others = tuple(bytes_of(where / name) for name in (*PARTS, KEY) if name != STORE)
    return Fingerprint(_names(where), bytes_of(where / STORE), others)


def bytes_of(path: Path) -> Bytes:
    """The SHA-256 of a file, alone; or, of what cannot be read, something that is equal as long as that is so."""
    import hashlib

    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a pipe would be waited for
            return (status.st_mode, status.st_ino)
        with path.open("rb") as stream:
            return (hashlib.file_digest(stream, "sha256").digest(),)
    except OSError as error:
        return (error.errno,)


def _names(where: Path) -> tuple[str, ...]:
    try:
        return tuple(sorted(name for name in os.listdir(where) if name != LOCK))  # noqa: PTH208
    except OSError:
        return ()


def _copy_parts(source: Path, target: Path, parts: tuple[str, ...] = PARTS) -> None:
    for name in parts:
        if (source / name).is_file():
            shutil.copyfile(source / name, target / name)
            keep_from_others(target / name)
            with (target / name).open("rb+") as stream:
                os.fsync(stream.fileno())
    sync_folder(target)


def _make_next(where: Path, stem: str) -> Path:
    folder = _next(where, stem)
    try:
        folder.mkdir(mode=0o700)
    except OSError as error:
        raise CannotWrite(where, (error.strerror or str(error)).lower()) from error
    return folder


def _next(where: Path, stem: str) -> Path:
    taken = [_number(folder, stem) for folder in _numbered(where, stem)]
    return where / f"{stem}{max(taken, default=0) + 1}"


def _numbered(where: Path, stem: str) -> list[Path]:
    """The folders of that kind, oldest first."""
    found = [path for path in where.glob(f"{stem}*") if path.name.removeprefix(stem).isdecimal()]
    return sorted(found, key=lambda path: _number(path, stem))


def _number(path: Path, stem: str) -> int:
    return int(path.name.removeprefix(stem))


def _sweep(where: Path, stem: str, most: int) -> None:
    found = _numbered(where, stem)
    for folder in found[: max(0, len(found) - most)]:
        shutil.rmtree(folder, ignore_errors=True)

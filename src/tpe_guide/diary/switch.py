"""One diary put in the place of another, at one moment: killed before it, the old one is there; after it, the new one.

The new store and key are written, whole and on disk, into a folder of another name. That this folder gets the name
``diary-restoring`` is the moment. What follows, each file to its place, whoever opens the diary next does to the end.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from tpe_guide.diary import database
from tpe_guide.diary.folder import KEY, LOCK, PARTS, PENDING, STORE
from tpe_guide.diary.lock import FileLock, TakenError
from tpe_guide.errors import CannotWrite, DiaryInUse
from tpe_guide.files import sync_folder
from tpe_guide.i18n import _
from tpe_guide.paths import is_there

_UNDECIDED = f"{PENDING}.new"


def finish(where: Path) -> None:
    """Do to the end what was decided in the folder *where*; what was cut off before that goes.

    Raises DiaryInUse, CannotWrite.
    """
    if not is_there(where / PENDING) and not is_there(where / _UNDECIDED):
        return
    try:
        taken = FileLock(where / LOCK)
    except TakenError as error:
        raise DiaryInUse(where / STORE) from error
    except OSError as error:
        raise CannotWrite(where / LOCK, database.reason(error)) from error
    try:
        shutil.rmtree(where / _UNDECIDED, ignore_errors=True)  # it holds a key
        if is_there(where / PENDING):
            _put_in_place(where)
    finally:
        taken.release()


def switch(where: Path, files: dict[str, bytes]) -> None:
    """Let the diary in *where*, whose lock is held, be *files* (by name: the store, and the key if it is another).

    All parts of the old one go. Raises CannotWrite; the old one is then as it was, unless that ``is_decided``.
    """
    made = where / _UNDECIDED
    with _told_of(where):
        shutil.rmtree(made, ignore_errors=True)  # of one that was killed
        try:
            made.mkdir(mode=0o700)
            for name, data in files.items():
                _write(made / name, data)
            sync_folder(made)
            made.replace(where / PENDING)
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            raise
    _put_in_place(where)


def is_decided(where: Path) -> bool:
    """Whether there is something in the folder *where* that takes the place of the diary when that opens next."""
    return is_there(where / PENDING / STORE)


def _put_in_place(where: Path) -> None:
    """Each step may have been done already: it was killed, and begins anew.

    The store goes last. Where it is gone all was done, and the files beside the diary are its own: an empty folder
    comes back where the power went before the disk had noted that it was removed, and others put files into folders.
    """
    with _told_of(where):
        if is_decided(where):
            sync_folder(where)  # nothing goes before it is certain what comes
            for name in PARTS:
                if name != STORE:
                    (where / name).unlink(missing_ok=True)
            for name in (KEY, STORE):
                with contextlib.suppress(FileNotFoundError):
                    (where / PENDING / name).replace(where / name)
            sync_folder(where)
    shutil.rmtree(where / PENDING, ignore_errors=True)


def _write(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    if path.read_bytes() != data:
        raise CannotWrite(path.parent.parent, _("the disk does not give back what was written"))


@contextlib.contextmanager
def _told_of(where: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CannotWrite(where, database.reason(error)) from error

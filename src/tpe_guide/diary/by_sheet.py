"""A diary opened by its recovery sheet: the key is proven first, then its file is written anew, then it opens.

Killed at any moment, the diary opens with the old key file or with the new one; the sheet opens it in either case.
"""

from __future__ import annotations

import contextlib
import zlib
from pathlib import Path
from typing import NamedTuple

from tpe_guide import side_file
from tpe_guide.diary import database, keys, opening, pages, proving, recovery, switch
from tpe_guide.diary.backup_file import LARGEST
from tpe_guide.diary.folder import KEY, SEAL, STORE, key_file
from tpe_guide.diary.keys import Unlocked
from tpe_guide.diary.recovery import WORDS
from tpe_guide.diary.seal import SealFile
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import CannotWrite, DiaryDamaged, SheetMisread, SheetOfAnother
from tpe_guide.files import write_whole
from tpe_guide.paths import is_there

_LARGEST_KEY = 1024 * 1024


class Recovered(NamedTuple):
    """A diary that is open. *kept*: the key file from before; None: there was none."""

    store: DiaryStore
    kept: Path | None


def key_in(typed: str | None) -> Unlocked | None:
    """The key, where the words of a sheet were *typed* in place of a passcode; its file is not known."""
    if typed is None or recovery.understood(typed) != WORDS:
        return None
    with contextlib.suppress(SheetMisread):
        return Unlocked(recovery.key_of(typed), b"")
    return None


def prove(where: Path, key: bytes) -> None:
    """That *key* is that of the diary in *where*. Nothing of it is changed, but for a restore that was cut off.

    Raises SheetOfAnother; DiaryDamaged where nothing can be proven; DiaryInUse, CannotWrite.
    """
    switch.finish(where)
    if not is_key_of(where / STORE, key):
        raise SheetOfAnother(recovery.mark_of(key))


def is_key_of(path: Path, key: bytes) -> bool:
    """Whether *key* is that of the store at *path*, or of any part of it that can be read.

    Raises DiaryDamaged where nothing can be proven.
    """
    return database.is_opened_by(path, key) or _is_of_the_damaged(path, key)


def only_if_it_fits(where: Path, known: Unlocked | None) -> Unlocked | None:
    """*known*, unless it is proven to be the key of another diary than that in *where*: synced folders mix files."""
    path = key_file(where).with_name(STORE)
    if known is None or not is_there(path):
        return known
    try:
        return known if is_key_of(path, known.key) else None
    except DiaryDamaged:
        return known


def recover(where: Path, made: Unlocked) -> Recovered:
    """Open the diary in *where* with the key of *made*, whose file takes the place of the one that is there.

    Raises SheetOfAnother, DiaryInUse, FromNewerVersion: nothing was changed then. CannotWrite: the old key file is
    there. DiaryDamaged: the key file is the new one, and what can be read of the diary can be read with it.
    """
    prove(where, made.key)
    path = where / STORE
    taken = opening.take_lock(where)
    try:
        with contextlib.suppress(DiaryDamaged):  # that is told when it is opened, with the key in its place
            proving.examine(path, made.key)
        kept = _keep(where / KEY)
        keys.put(where / KEY, made)
        return Recovered(DiaryStore(path, opening.open_with(path, made, taken)), kept)
    except BaseException:
        opening.release(taken)
        raise


def _is_of_the_damaged(path: Path, key: bytes) -> bool:
    """Whether *key* reads the seal beside the store at *path*, or any page of it."""
    if SealFile(path.with_name(SEAL), key).read() is not None:
        return True
    try:
        read = pages.decrypt(side_file.read_bytes(path, LARGEST), key)
    except (OSError, side_file.Fault):
        return False
    return read.proven and bool(read.good)


def _keep(path: Path) -> Path | None:
    """A copy of the key file at *path* under a name of its own; of what cannot be one, the thing itself.

    Raises CannotWrite.
    """
    try:
        try:
            data = side_file.read_bytes(path, _LARGEST_KEY)
        except FileNotFoundError:
            return None
        except side_file.Fault:
            return path.replace(path.with_name("diary-no-key"))
        kept = path.with_name(f"diary-{zlib.crc32(data):08x}{path.suffix}")
        write_whole(kept, data, private=True)
        return kept
    except OSError as error:
        raise CannotWrite(path, database.reason(error)) from error

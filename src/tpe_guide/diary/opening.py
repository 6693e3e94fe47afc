"""How a diary is opened: what lies there is looked at first, and nothing is written before it is known to be right.

The store, its log and its seal may each be missing, damaged, or from another day: memory sticks and synced folders
mix them. What SQLite would do by itself is play any log into any store.

0. A restore that was decided and cut off is done to the end.
1. A store with a log beside it is copied, parts and all, and looked at twice: the copy with its log, and alone.
2. The log is used where it goes on from this store (see ``mark``), else put aside.
3. What the store holds is compared with the seal: what was acknowledged and is not there is told, in numbers.
4. Only then it is opened for writing. Where something was wrong, the copy stays; otherwise it goes.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tpe_guide.diary import copies, database, keys, lock, proving, switch
from tpe_guide.diary.copies import Bytes, Copies, Fingerprint
from tpe_guide.diary.folder import KEY, LOCK, LOGS, SEAL, STORE
from tpe_guide.diary.keys import Unlocked
from tpe_guide.diary.ledger import Ledger
from tpe_guide.diary.lock import FileLock, TakenError
from tpe_guide.diary.mark import Content
from tpe_guide.diary.seal import Note, Seal, SealFile, tag_of
from tpe_guide.errors import (
    CannotWrite,
    DiaryDamaged,
    DiaryInUse,
    DiaryLeftAsItWas,
    EntriesMissing,
    FromNewerVersion,
    LogPutAside,
    PartOfDiary,
    TpeGuideError,
)
from tpe_guide.files import sweep
from tpe_guide.i18n import _


class Opened(NamedTuple):
    """A diary that is open. *found*: what was not right about its parts, if anything."""

    connection: database.Connection
    ledger: Ledger
    lock: FileLock | None
    found: TpeGuideError | None
    unlocked: Unlocked


@dataclass(frozen=True, slots=True)
class _Parts:
    """What was looked at: the *content* of the store as it is to be opened, and whether its log is part of it."""

    content: Content
    log: bool
    """There is a log that holds something."""
    log_is_ours: bool
    seal: Seal | None


def open_diary(where: Path, passcode: str | None, known: Unlocked | None = None) -> Opened:
    """Open the diary in the folder *where*; read only where the folder cannot be written.

    *known*: what *passcode* gave a moment ago, beside a window; it counts where the key file is still the same.
    Raises WrongPasscode, DiaryInUse, DiaryLeftAsItWas, FromNewerVersion, CannotWrite; DiaryDamaged where a part of
    it was changed on the way, which nothing here should do.
    """
    switch.finish(where)
    with _left_as_it_was(where) as before:
        database.check_header(where / STORE)
        taken = take_lock(where)
        try:
            sweep(where)  # a change of passcode that was killed leaves the key
            return open_with(where / STORE, _unlocked(where / KEY, passcode, known), taken, before.store)
        except BaseException:
            release(taken)
            raise


def _unlocked(path: Path, passcode: str | None, known: Unlocked | None) -> Unlocked:
    if known is not None and keys.is_in(path, known.file):
        return known
    return keys.unlock_file(path, passcode)


def open_with(path: Path, unlocked: Unlocked, taken: FileLock | None, there: Bytes = ()) -> Opened:
    """Open the store at *path*, whose lock is *taken*. Raises what ``open_diary`` does.

    *there*: its bytes, where they were looked at.
    """
    seal = SealFile(path.with_name(SEAL), unlocked.key)
    if taken is None or not taken.writable:
        return _for_reading(path, unlocked, seal, taken)
    try:
        return _for_writing(path, unlocked, seal, taken, there)
    except CannotWrite as refusal:
        # A full disk or a closed folder: the words in it can still be shown and printed.
        try:
            return _for_reading(path, unlocked, seal, taken)
        except TpeGuideError:
            raise refusal from None


def take_lock(where: Path) -> FileLock | None:
    """The lock of the diary in *where*; None where none can be made, since nothing can be written there."""
    try:
        return FileLock(where / LOCK)
    except TakenError as error:
        raise DiaryInUse(where / STORE) from error
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CannotWrite(where / LOCK, database.reason(error)) from error


def release(taken: FileLock | None) -> None:
    """Let others have the diary."""
    if taken is not None:
        taken.release()


@contextlib.contextmanager
def _left_as_it_was(where: Path) -> Iterator[Fingerprint]:
    """“Nothing was changed” is said only where the bytes prove it."""
    before = copies.fingerprint(where)
    try:
        yield before
    except DiaryDamaged as error:
        if copies.fingerprint(where) == before:
            raise DiaryLeftAsItWas(error.path, error.reason) from error
        raise
    except FromNewerVersion as error:
        if copies.fingerprint(where) != before:
            raise DiaryDamaged(where / STORE, _("it is from a newer version")) from error
        raise


def _for_reading(path: Path, unlocked: Unlocked, seal: SealFile, taken: FileLock | None) -> Opened:
    if _has_log(path):
        raise CannotWrite(path.parent, _("the diary was not closed properly and cannot be put right there"))
    content = proving.examine(path, unlocked.key)
    parts = _Parts(content, log=False, log_is_ours=False, seal=seal.read())
    connection = database.open_for_reading(path, unlocked.key)
    ledger = Ledger(path, connection, seal, parts.content, 0, read_only=True)
    return Opened(connection, ledger, taken, _found(path, connection, parts, None), unlocked)


def _for_writing(path: Path, unlocked: Unlocked, seal: SealFile, taken: FileLock | None, there: Bytes) -> Opened:
    parts, copy = _look(path, unlocked.key, seal, there)
    try:
        if copy is None and _shortfall(parts) != (0, 0) and copies.kept_already(path.parent) is None:
            copy = Copies(path.parent)
        if parts.log and not parts.log_is_ours:
            _remove_logs(path)
        connection = database.open_for_writing(path, unlocked.key)
    except BaseException:
        if copy is not None:
            copy.discard()
        raise
    known = parts.seal.generation if parts.seal else 0
    ledger = Ledger(path, connection, seal, parts.content, known, read_only=False)
    ledger.empty_log()
    return Opened(connection, ledger, taken, _found(path, connection, parts, copy), unlocked)


def _look(path: Path, key: bytes, seal: SealFile, there: Bytes) -> tuple[_Parts, Copies | None]:
    """Look at everything and write nothing but a copy, which is gone again where this raises."""
    if not _has_log(path):
        said = seal.read()
        content = proving.vouched_for(path, key) if said and (said.whole,) == there else proving.examine(path, key)
        return _Parts(content, log=False, log_is_ours=False, seal=said), None
    if lock.is_held_by_sqlite(path):
        raise DiaryInUse(path)
    copy, refusal = _copied(path.parent)
    try:
        content, ours = _chosen(_with_log(path, key, copy), _alone(path, key))
        parts = _Parts(content, log=True, log_is_ours=ours, seal=seal.read())
        if refusal is not None and _is_wrong(parts):
            raise refusal
    except BaseException:
        if copy is not None:
            copy.discard()
        raise
    return parts, copy


def _copied(where: Path) -> tuple[Copies | None, CannotWrite | None]:
    """A copy, or why there can be none: on a full disk a diary with nothing wrong about it is opened all the same."""
    try:
        return Copies(where), None
    except CannotWrite as refusal:
        return None, refusal


def _with_log(path: Path, key: bytes, copy: Copies | None) -> Content | DiaryDamaged:
    with copies.scratch(path.parent, copy) as folder:
        try:
            return proving.examine(folder / path.name, key, with_log=True)
        except DiaryDamaged as error:
            return DiaryDamaged(path, error.reason)


def _alone(path: Path, key: bytes) -> Content | DiaryDamaged:
    try:
        return proving.examine(path, key)
    except DiaryDamaged as error:
        return error


def _chosen(with_log: Content | DiaryDamaged, alone: Content | DiaryDamaged) -> tuple[Content, bool]:
    """What is to be opened, and whether the log is part of it. Raises DiaryDamaged where neither can be."""
    if isinstance(alone, DiaryDamaged):
        # The log may have been on its way into the store when the power went: then it holds what is not there.
        if isinstance(with_log, DiaryDamaged):
            raise alone
        return with_log, True
    if isinstance(with_log, DiaryDamaged) or not with_log.goes_on_from(alone):
        return alone, False
    return with_log, True


def _is_wrong(parts: _Parts) -> bool:
    return (parts.log and not parts.log_is_ours) or _shortfall(parts) != (0, 0) or _is_part(parts)


def _is_part(parts: _Parts) -> bool:
    """It was copied while it was open, and the seal did not come along: nobody knows what it should hold."""
    return parts.seal is None and parts.content.mark.is_open


def _shortfall(parts: _Parts) -> tuple[int, int]:
    """How many entries, and how many other changes, were acknowledged and are not there."""
    content, seal = parts.content, parts.seal
    if seal is None or seal.generation < content.generation:
        return content.lacking, 0
    if seal.generation == content.generation:
        same = seal.log in (content.mark.log, content.mark.over)
        return max(content.lacking, seal.entries - content.entries if same else 0), 0
    missing = max(content.lacking, seal.entries - content.entries)
    return missing, max(0, seal.generation - content.generation - missing)


def _found(path: Path, connection: database.Connection, parts: _Parts, copy: Copies | None) -> TpeGuideError | None:
    """What is to be told of the parts; the copy is kept where there is something, and else removed."""
    if not _is_wrong(parts):
        if copy is not None:
            copy.sweep()
        return None
    kept = copies.kept_already(path.parent) if copy is None else copy.keep()
    entries = parts.content.entries
    if _shortfall(parts) != (0, 0):
        return _missing(path, connection, parts, kept)
    if parts.log and not parts.log_is_ours and kept is not None:
        return LogPutAside(path, entries, kept)
    return PartOfDiary(path, entries, database.newest_day(connection))


def _missing(path: Path, connection: database.Connection, parts: _Parts, kept: Path | None) -> EntriesMissing:
    """What was acknowledged and is not there: entries, and what was removed and is there again."""
    missing, changes = _shortfall(parts)
    lost = [note for note in parts.seal.notes if note.generation > parts.content.generation] if parts.seal else []
    there = set(map(tag_of, database.entry_ids(connection))) if any(note.removed for note in lost) else set[int]()
    latest = {note.tag: note for note in lost}
    back = [note for note in latest.values() if note.removed and note.tag in there]
    if back and parts.seal is not None:
        # The numbers of entries before and after tell only of both together.
        acknowledged = parts.seal.entries - parts.content.entries + len(back)
        changes = max(0, changes + missing - acknowledged - len(back))
        missing = acknowledged
    gone = [note for note in lost if not note.removed and (not note.tag or latest[note.tag] is note)]
    days = _days(note for note in gone if note.tag not in there)
    known = days if sum(count for _day, count in days) <= missing else ()
    return EntriesMissing(path, missing, known, changes, parts.content.entries, kept, len(back), _days(back))


def _days(notes: Iterable[Note]) -> tuple[tuple[dt.date, int], ...]:
    """How many of *notes* are of which day, as far as they say."""
    return tuple(sorted(Counter(note.day for note in notes if note.day).items()))


def _has_log(path: Path) -> bool:
    return any(log.exists() and log.stat().st_size for log in map(path.with_name, LOGS))


def _remove_logs(path: Path) -> None:
    """Take the log away, of which there is a copy. Raises CannotWrite."""
    for log in map(path.with_name, LOGS):
        try:
            log.unlink(missing_ok=True)
        except OSError as error:
            raise CannotWrite(log, database.reason(error)) from error

"""A backup put in the place of the diary: first what would differ, in numbers; then all at one moment, or not at all.

``preview`` reads and writes nothing of the diary's own beyond what opening it does. ``Restore.now`` puts all parts of
the present diary aside, switches, and opens what is there then: only what it counts there is said to be restored.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from tpe_guide.diary import backup_file, copies, folder, keys, opening
from tpe_guide.diary.backup import present_key
from tpe_guide.diary.backup_file import Backup
from tpe_guide.diary.by_sheet import only_if_it_fits
from tpe_guide.diary.folder import KEY, STORE
from tpe_guide.diary.keys import Unlocked
from tpe_guide.diary.lock import FileLock
from tpe_guide.diary.rows import Differ, Rows
from tpe_guide.diary.store import DiaryStore
from tpe_guide.diary.switch import is_decided, switch
from tpe_guide.errors import CannotWrite, DiaryDamaged, FromNewerVersion, TpeGuideError
from tpe_guide.files import make_private_folder
from tpe_guide.i18n import _


class Restored(NamedTuple):
    """What was done, and proven."""

    entries: int
    """So many were read from the diary that is there now."""
    kept: Path | None
    """All parts of the diary that was there before are in this folder; None: there were none."""
    guarded: bool
    """It opens with a passcode."""


@dataclass(frozen=True)
class Restore:
    """What it would do to put *backup* in the place of the diary in *where*."""

    where: Path
    backup: Backup
    here: Rows | None
    """What the present diary holds; None: there is none, or *problem* says why it cannot be read."""
    problem: TpeGuideError | None
    """Why it cannot be read; or what was not right about its files, which is told once."""
    sessions: Differ
    entries: Differ
    questions: Differ
    known: Unlocked | None

    @property
    def other_course(self) -> tuple[str, str] | None:
        """The ids of the courses of the backup and of the diary here, where these have none in common."""
        if self.here is None:
            return None
        there, here = self.backup.rows, self.here
        return None if there.course_ids & here.course_ids else (there.course().id, here.course().id)

    @property
    def moves_course(self) -> Literal["back", "on"] | None:
        """The present course is another one in the backup: one before it, or one after it."""
        if self.here is None or self.other_course is not None:
            return None
        there, here = self.backup.rows.course().id, self.here.course().id
        return None if there == here else "back" if there in self.here.courses else "on"

    @property
    def is_other(self) -> bool:
        """The backup is of another course; or, where the diary here cannot be read, of a diary with another key."""
        if self.here is None:
            return self.known is not None and self.known.key != self.backup.key
        return self.other_course is not None

    @property
    def takes_passcode_away(self) -> bool:
        """The diary here opens with a passcode, and what comes in its place would not."""
        key_file = self._files().get(KEY)
        if self.known is None or key_file is None:
            return False
        there = self.backup.path
        return keys.is_guarded(self.known.file, self.where / KEY) and not keys.is_guarded(key_file, there)

    @property
    def changes_nothing(self) -> bool:
        """The diary holds just what the backup does."""
        return self.here is not None and self.here.without_sheet() == self.backup.rows.without_sheet()

    def now(self) -> Restored:
        """Do it. The present diary must not be open.

        Raises DiaryInUse, CannotWrite: the diary is then as it was, unless the reason says otherwise. DiaryDamaged
        where what is there then is not what the backup holds: the old parts are kept aside all the same.
        """
        make_private_folder(self.where)
        taken = opening.take_lock(self.where)
        try:
            kept = copies.put_aside(self.where)
            with _told_what_came_of_it(self.where, kept):
                switch(self.where, self._files())
                return Restored(self._proven(taken), kept, folder.needs_passcode(self.where))
        finally:
            opening.release(taken)

    def _proven(self, taken: FileLock | None) -> int:
        """So many entries has the diary that is there now, whose lock is *taken*. Raises DiaryDamaged."""
        path = self.where / STORE
        try:
            opened = opening.open_with(path, self._unlocked(), taken)
        except CannotWrite as error:
            reason = _("the backup is in its place, but was not counted ({reason})").format(reason=error.reason)
            raise DiaryDamaged(path, reason) from error
        with DiaryStore(path, opened) as store:
            if store.rows() != self.backup.rows:
                raise DiaryDamaged(path, _("it does not hold what the backup holds"))
            self._keep_sheet(store)
            return sum(len(one.entries) for one in store.diaries())

    def _keep_sheet(self, store: DiaryStore) -> None:
        """The backup may be from before the recovery sheet was made, which opens it all the same: the key is the same.

        The diary is back in its place, whatever becomes of this.
        """
        here = self.here.sheet() if self.here is not None else None
        if here and any(here) and self.known is not None and self.known.key == self.backup.key:
            with contextlib.suppress(TpeGuideError):
                store.keep_sheet(store.glance().sheet().newer(here))

    def _unlocked(self) -> Unlocked:
        """The key of the diary that is there now, which was proven when the backup was read."""
        if self.known is not None and KEY not in self._files():
            return self.known
        return Unlocked(self.backup.key, self.backup.parts.key_file)

    def _files(self) -> dict[str, bytes]:
        """The store; and the key where the present one is another, else its newer passcode would go."""
        parts = self.backup.parts
        if self.known is not None and self.known.key == self.backup.key:
            return {STORE: parts.store}
        return {STORE: parts.store, KEY: parts.key_file}


@contextlib.contextmanager
def _told_what_came_of_it(where: Path, kept: Path | None) -> Iterator[None]:
    """Where the diary in *where* is no longer what it was, the error says so, and where that is *kept*."""
    try:
        yield
    except DiaryDamaged as error:
        raise DiaryDamaged(error.path, _and_kept(error.reason, kept)) from error
    except CannotWrite as error:
        if not is_decided(where):
            raise
        reason = _("{reason}; the backup takes its place when the diary opens next").format(reason=error.reason)
        raise CannotWrite(error.path, _and_kept(reason, kept)) from error


def _and_kept(reason: str, kept: Path | None) -> str:
    if kept is None:
        return reason
    return _("{reason}; the old one is in {kept}").format(reason=reason, kept=kept)


@contextlib.contextmanager
def preview(where: Path, path: Path, passcode: str | None) -> Iterator[Restore]:
    """What it would do to put the backup at *path* in the place of the diary in the folder *where*.

    While it is looked at the present diary is held open, so that nothing changes; ``Restore.now`` comes after that.
    *passcode* is that of the present diary, or of the backup where no other opens it. Raises WrongPasscode, DiaryInUse,
    BackupDamaged, FromNewerVersion, CannotWrite.
    """
    known = only_if_it_fits(where, present_key(where, passcode))
    backup = read_backup(path, known, passcode)
    with contextlib.ExitStack() as held:
        here: Rows | None = None
        problem: TpeGuideError | None = None
        if folder.exists(where):
            try:
                store = held.enter_context(DiaryStore.open(where, passcode))
                list(store.diaries())  # each row makes sense
                here, problem = store.rows(), store.found
            except (DiaryDamaged, FromNewerVersion) as error:
                problem = error
        yield _compared(where, backup, here, problem, known)


def read_backup(path: Path, known: Unlocked | None, passcode: str | None = None) -> Backup:
    """The backup at *path*, each row of which makes sense. It may take as long as the disk does; any thread may ask.

    Raises WrongPasscode, BackupDamaged, FromNewerVersion, CannotWrite.
    """
    backup = backup_file.read(path, known, passcode)
    backup_file.check_sense(backup)
    return backup


def preview_in(store: DiaryStore, backup: Backup) -> Restore:
    """As ``preview``, where the present diary is open here.

    Close *store* before ``Restore.now``. Raises DiaryDamaged.
    """
    return _compared(store.path.parent, backup, store.rows(), store.found, store.unlocked)


def preview_blocked(where: Path, backup: Backup, problem: TpeGuideError | None, known: Unlocked | None) -> Restore:
    """As ``preview``, where *problem* says why nothing can be read of the present diary; None: there is none."""
    return _compared(where, backup, None, problem, known)


def _compared(
    where: Path,
    backup: Backup,
    here: Rows | None,
    problem: TpeGuideError | None,
    known: Unlocked | None,
) -> Restore:
    nothing = Rows({}, {}, {}, ())
    return Restore(where, backup, here, problem, *(here or nothing).differ(backup.rows), known)

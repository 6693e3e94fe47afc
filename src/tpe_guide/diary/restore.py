"""A backup put in the place of the diary: first what would differ, in numbers; then all at one moment, or not at all.

``preview`` reads and writes nothing of the diary's own beyond what opening it does. ``Restore.now`` puts all parts of
the present diary aside, switches, and opens what is there then: only what it counts there is said to be restored.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tpe_guide.diary import backup_file, copies, folder, opening
from tpe_guide.diary.backup import present_key
from tpe_guide.diary.backup_file import Backup
from tpe_guide.diary.folder import KEY, STORE
from tpe_guide.diary.keys import Unlocked
from tpe_guide.diary.rows import Differ, Rows
from tpe_guide.diary.store import DiaryStore
from tpe_guide.diary.switch import switch
from tpe_guide.errors import DiaryDamaged, FromNewerVersion, TpeGuideError
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
    passcode: str | None

    @property
    def other_course(self) -> tuple[str, str] | None:
        """The ids of the courses of the backup and of the diary here, where these are two."""
        if self.here is None:
            return None
        there, here = self.backup.rows.course().id, self.here.course().id
        return None if there == here else (there, here)

    @property
    def is_other(self) -> bool:
        """The backup is of another course; or, where the diary here cannot be read, of a diary with another key."""
        if self.here is None:
            return self.known is not None and self.known.key != self.backup.key
        return self.other_course is not None

    @property
    def changes_nothing(self) -> bool:
        """The diary holds just what the backup does."""
        return self.here == self.backup.rows

    def now(self) -> Restored:
        """Do it. The present diary must not be open.

        Raises DiaryInUse, CannotWrite: the diary is then as it was. DiaryDamaged where what is there then is not what
        the backup holds: the old parts are kept aside all the same.
        """
        make_private_folder(self.where)
        taken = opening.take_lock(self.where)
        try:
            kept = copies.put_aside(self.where)
            switch(self.where, self._files())
        finally:
            opening.release(taken)
        with DiaryStore.open(self.where, self.passcode) as store:
            if store.rows() != self.backup.rows:
                reason = _("it does not hold what the backup holds; the old one is in {kept}")
                raise DiaryDamaged(self.where / STORE, reason.format(kept=kept))
            return Restored(len(store.entries()), kept, folder.needs_passcode(self.where))

    def _files(self) -> dict[str, bytes]:
        """The store; and the key where the present one is another, else its newer passcode would go."""
        parts = self.backup.parts
        if self.known is not None and self.known.key == self.backup.key:
            return {STORE: parts.store}
        return {STORE: parts.store, KEY: parts.key_file}


@contextlib.contextmanager
def preview(where: Path, path: Path, passcode: str | None) -> Iterator[Restore]:
    """What it would do to put the backup at *path* in the place of the diary in the folder *where*.

    While it is looked at the present diary is held open, so that nothing changes; ``Restore.now`` comes after that.
    *passcode* is that of the present diary, or of the backup where no other opens it. Raises WrongPasscode, DiaryInUse,
    BackupDamaged, FromNewerVersion, CannotWrite.
    """
    known = present_key(where, passcode)
    backup = backup_file.read(path, known, passcode)
    backup_file.check_sense(backup)
    with contextlib.ExitStack() as held:
        here: Rows | None = None
        problem: TpeGuideError | None = None
        if folder.exists(where):
            try:
                store = held.enter_context(DiaryStore.open(where, passcode))
                store.diary()  # each row makes sense
                here, problem = store.rows(), store.found
            except (DiaryDamaged, FromNewerVersion) as error:
                problem = error
        nothing = Rows({}, {}, {}, ())
        yield Restore(where, backup, here, problem, *(here or nothing).differ(backup.rows), known, passcode)

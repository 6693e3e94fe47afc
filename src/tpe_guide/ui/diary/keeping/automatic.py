"""Backups that nobody has to think of: once a day while the diary is open, and when it is closed."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from tpe_guide import paths
from tpe_guide.errors import TpeGuideError
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.kit.beside import LONGEST_SECONDS, Beside

if TYPE_CHECKING:
    from tpe_guide.diary.backup import Taken
    from tpe_guide.diary.backup_file import Backup

LOOK_MINUTES = 30
"""So often it is looked whether a new day has begun."""
SETTLED_MS = 3_000
"""After it was opened, the diary is used before it is copied."""


class AutomaticBackup(QObject):
    """Only the copy of the diary, which takes milliseconds, is made in the window's thread."""

    failed = Signal(str)
    """A sentence: a backup could not be made, now or when the program was closed."""

    made = Signal(object)
    """The newest ``Backup``, read back and counted just now."""

    def __init__(
        self, diary_session: DiarySession, now: Callable[[], dt.datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._diary_session = diary_session
        self._now = now
        self._where = diary_session.folder
        self._done_on: dt.date | None = None
        """The day of the last one, or of the last try."""
        self._leaves = False
        self._wanted = False
        """One is to be made when what is being done is over."""
        self._beside = Beside(self)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MINUTES * 60_000)
        self._look.timeout.connect(self.look)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(self.look)
        diary_session.held.connect(self._on_held)
        diary_session.closing.connect(self._on_closing)

    def look(self) -> None:
        """Make one if there is none of this day."""
        from tpe_guide.diary import backup

        today = self._now().date()
        if self._beside.busy or not self._diary_session.is_open or self._done_on == today:
            return
        store = self._diary_session.store
        self._beside.run(lambda: backup.due(store, self._now()), self._on_due, self._on_failed)

    def make_now(self) -> None:
        """Make one, whatever day it is: at once, or when what is being done is over. ``made`` or ``failed`` tells."""
        self._wanted = self._beside.busy
        if self._wanted or not self._diary_session.is_open:
            return
        try:
            self._keep(self._take())
        except TpeGuideError as error:
            self._on_failed(error)

    def leave(self) -> None:
        """The window closes: what becomes of the last one is told at the next start."""
        self._leaves = True

    def finish(self, seconds: float = LONGEST_SECONDS) -> bool:
        """Wait for what is being written, at most so long; whether nothing is any more. Call when no window is left."""
        return self._beside.wait(seconds)

    def _on_held(self) -> None:
        from tpe_guide.diary import backup_note

        # Where the diary was only put away for a moment, its backup is just being written: nothing is known yet.
        note = None if self._beside.busy else backup_note.read(self._where)
        if note is not None:
            self.failed.emit(backup_note.words(note, self._now().date()))
            backup_note.forget(self._where)
        self._look.start()
        self._settled.start()

    def _on_due(self, is_due: bool) -> None:
        self._done_on = self._now().date()
        if is_due or self._wanted:
            self.make_now()

    def _on_closing(self) -> None:
        from tpe_guide.diary import backup_note

        self._look.stop()
        self._settled.stop()
        today = self._now().date()
        if not self._beside.wait(0):
            backup_note.begin(self._where, today)
            if not self._beside.wait(0):
                return  # it hangs, or is just being written; then the note goes with it
        backup_note.begin(self._where, today)
        try:
            self._keep(self._take())
        except TpeGuideError as error:
            backup_note.fail(self._where, today, error)
            self._on_failed(error)

    def _take(self) -> Taken:
        """The copy, in a place that answers at once: where the backups are, a share may hang. Raises CannotWrite."""
        from tpe_guide.diary import backup

        store = self._diary_session.store
        scratch = Path(tempfile.gettempdir()) if store.read_only else self._where
        return backup.take(store, scratch)._replace(folder=paths.backups_dir(self._where))

    def _keep(self, taken: Taken) -> None:
        from tpe_guide.diary import backup_note

        now = self._now()
        self._beside.run(lambda: backup_note.keep(taken, now, self._where), self._on_made, self._on_failed)

    def _on_made(self, made: Backup) -> None:
        self._done_on = self._now().date()
        if self._wanted and self._diary_session.is_open:
            self.make_now()
        else:
            self.made.emit(made)

    def _on_failed(self, error: TpeGuideError) -> None:
        """Where somebody is there to be told, the note has done its work."""
        from tpe_guide.diary import backup_note

        today = self._now().date()
        self._done_on, self._wanted = today, False
        self.failed.emit(backup_note.words(backup_note.Note(today, backup_note.reason_of(error)), today))
        if not self._leaves:
            backup_note.forget(self._where)

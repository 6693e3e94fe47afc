"""The diary as the windows hold it: not begun, locked, open, or out of reach with a plain reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from tpe_guide.diary.draft import Draft
from tpe_guide.errors import TpeGuideError

if TYPE_CHECKING:
    from tpe_guide.diary.store import DiaryStore

State = Literal["none", "locked", "open", "blocked"]


class DiaryDesk(QObject):
    """Opens the diary in *folder* when it is first wanted, and keeps it open until the window closes.

    *now* gives the instant with its offset. The store is imported on use: reading the guide never waits for it.
    """

    changed = Signal()

    def __init__(self, folder: Path, now: Callable[[], dt.datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.now = now
        self.draft = Draft()
        self.problem: TpeGuideError | None = None
        self._store: DiaryStore | None = None

    @property
    def state(self) -> State:
        """Where the diary stands; a diary without a passcode is opened by asking."""
        from tpe_guide.diary.store import DiaryStore

        if self._store is not None:
            return "open"
        try:
            if not DiaryStore.exists(self.folder):
                return "none"
            if DiaryStore.needs_passcode(self.folder):
                return "locked"
            self._store = DiaryStore.open(self.folder, None)
        except TpeGuideError as error:
            self.problem = error
            return "blocked"
        return "open"

    @property
    def store(self) -> DiaryStore:
        """The open store. Ask ``state`` first."""
        if self._store is None:
            raise RuntimeError("the diary is not open")
        return self._store

    def create(self, passcode: str | None) -> None:
        """Begin a diary. Raises CannotWrite, DiaryInUse."""
        from tpe_guide.diary.store import DiaryStore

        self._store = DiaryStore.create(self.folder, passcode)
        self.changed.emit()

    def unlock(self, passcode: str) -> None:
        """Open the diary. Raises WrongPasscode, DiaryDamaged, DiaryInUse, FromNewerVersion."""
        from tpe_guide.diary.store import DiaryStore

        self._store = DiaryStore.open(self.folder, passcode)
        self.changed.emit()

    def forget_draft(self) -> None:
        """Begin the next entry from nothing."""
        self.draft = Draft()

    def try_again(self) -> None:
        """Look at the folder afresh."""
        self.problem = None
        self.changed.emit()

    def close(self) -> None:
        """Close the diary and forget what was being written."""
        if self._store is not None:
            self._store.close()
            self._store = None
        self.draft = Draft()

"""The diary as the windows hold it: not begun, locked, open, or out of reach with a plain reason.

Screens are made anew when the look changes; what must outlive that lies here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from tpe_guide.diary.draft import Draft
from tpe_guide.diary.model import Entry, ExchangeSession
from tpe_guide.errors import TpeGuideError
from tpe_guide.vocabulary.terms import Access

if TYPE_CHECKING:
    from tpe_guide.diary.store import DiaryStore

State = Literal["none", "locked", "open", "blocked"]


@dataclass(slots=True)
class Typed:
    """What has been typed of a passcode. It outlives a change of look, and is forgotten on leaving."""

    passcode: str = ""
    again: str = ""
    wrote_down: bool = False


class DiarySession(QObject):
    """Opens the diary in *folder* when it is first wanted, and keeps it open until the window closes.

    *now* gives the instant with its offset. The store is imported on use: reading the guide never waits for it.
    """

    changed = Signal()
    """The diary was begun or opened, or should be looked at afresh."""

    def __init__(self, folder: Path, now: Callable[[], dt.datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.now = now
        self.draft = Draft()
        self.access: Access = "unknown"
        """How blood goes out and in, as far as the person has said: of a session that does not know better."""
        self.typed = Typed()
        self.saved: list[Entry] = []
        """What was saved since the program started, oldest first; also what was removed again."""
        self.removed: set[str] = set()
        """The ids of those of *saved* that are not in the diary now."""
        self.problem: TpeGuideError | None = None
        self.guarded = False
        """The open diary has a passcode."""
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
    def is_open(self) -> bool:
        """The diary has been opened. Asking does not open it."""
        return self._store is not None

    @property
    def store(self) -> DiaryStore:
        """The open store. Ask ``state`` first."""
        if self._store is None:
            raise RuntimeError("the diary is not open")
        return self._store

    def create(self, passcode: str | None) -> None:
        """Begin a diary. Raises BadInput for an unfit passcode, CannotWrite, DiaryInUse."""
        from tpe_guide.diary.store import DiaryStore

        self._opened(DiaryStore.create(self.folder, passcode), guarded=passcode is not None)

    def unlock(self, passcode: str) -> None:
        """Open the diary. Raises WrongPasscode, DiaryDamaged, DiaryInUse, FromNewerVersion."""
        from tpe_guide.diary.store import DiaryStore

        self._opened(DiaryStore.open(self.folder, passcode), guarded=True)

    def save(self) -> Entry:
        """Put the draft and its session on disk, both or neither, and begin the next draft.

        Raises BadInput, CannotWrite; the draft is then as it was.
        """
        entry = self.draft.entry(self.now())
        self.store.save_entry(entry, self.draft.session)
        self.saved.append(entry)
        self.draft = Draft()
        return entry

    def save_nothing_new(self, session: ExchangeSession) -> Entry:
        """Put on disk that nothing new was noticed after *session*; what is being tapped stays. Raises CannotWrite."""
        entry = Draft(session=session, none_noticed=True).entry(self.now())
        self.store.save_entry(entry)
        self.saved.append(entry)
        return entry

    def remove(self, entry: Entry) -> None:
        """Take a saved entry out of the diary; ``put_back`` undoes it. Raises CannotWrite."""
        self.store.delete_entry(entry.id)
        self.removed.add(entry.id)

    def put_back(self, entry: Entry) -> None:
        """Save a removed entry again, word for word. Raises CannotWrite."""
        self.store.save_entry(entry)
        self.removed.discard(entry.id)

    def forget_draft(self) -> None:
        """Begin the next entry from nothing."""
        self.draft = Draft()

    def forget_typed(self) -> None:
        """Forget what was typed of a passcode."""
        self.typed = Typed()

    def try_again(self) -> None:
        """Look at the folder afresh."""
        self.problem = None
        self.changed.emit()

    def close(self) -> None:
        """Close the diary and forget what was written and saved with it."""
        if self._store is not None:
            self._store.close()
            self._store = None
        self.forget_draft()
        self.forget_typed()
        self.saved.clear()
        self.removed.clear()

    def _opened(self, store: DiaryStore, *, guarded: bool) -> None:
        self._store = store
        self.guarded = guarded
        self.forget_typed()
        self.changed.emit()

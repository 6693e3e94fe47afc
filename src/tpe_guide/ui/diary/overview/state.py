"""What a visit to the overview keeps, and what is done there. It outlives the screens."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import NamedTuple

from PySide6.QtCore import QObject

from tpe_guide.diary.calendar import meant_day
from tpe_guide.diary.model import Course, Entry, ExchangeSession
from tpe_guide.diary.past import BIN_DAYS, Binned
from tpe_guide.errors import WrongUsage
from tpe_guide.i18n import _
from tpe_guide.ui.diary.diary_session import DiarySession

FIRST_ENTRIES, MORE_ENTRIES = 6, 20


class Removed(NamedTuple):
    """What can be undone: an entry by its id, and what it is called."""

    entry: str
    words: str


@dataclass(slots=True)
class Visit:
    """How far one has looked in a course."""

    entries_shown: int = FIRST_ENTRIES
    grid_end: int | None = None
    """Up to which session (excluded) the grid goes; None: the newest."""
    strip_back: int = 0
    """How many rooms of days the strip was turned back."""


class OverviewState(QObject):
    """Every act is on disk when its method returns; it raises CannotWrite where it cannot be, and all is as it was."""

    def __init__(self, diary_session: DiarySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.diary_session = diary_session
        self._removed: tuple[Removed, int] | None = None
        diary_session.closing.connect(self.forget_undo)  # the next one that is open counts its changes from none
        self.forming: dict[str, ExchangeSession] = {}
        """Sessions that were changed and not saved, by the place where they are: nothing typed is lost by leaving."""
        self.forget()

    def forget(self) -> None:
        """Begin a visit anew: the newest of everything."""
        self._visits: dict[str | None, Visit] = {}

    def visit(self, course: str | None = None) -> Visit:
        """How far one has looked in the present course, or in an earlier one (its id)."""
        return self._visits.setdefault(course, Visit())

    @property
    def today(self) -> dt.date:
        """The day that a person means by it."""
        return meant_day(self.diary_session.now())

    @property
    def undoable(self) -> Removed | None:
        """What was removed last: until the next change, or until the diary is closed."""
        if self._removed is None or self._removed[1] != self.diary_session.changes:
            return None
        return self._removed[0]

    def remove(self, entry: Entry, words: str) -> None:
        """Put *entry*, called *words*, into the bin; ``undo`` brings it back."""
        self.diary_session.remove(entry)
        self._removed = (Removed(entry.id, words), self.diary_session.changes)

    def undo(self) -> None:
        """Bring back what was removed last."""
        removed = self.undoable
        if removed is not None:
            self.put_back(removed.entry)

    def forget_undo(self) -> None:
        """The person has seen it; what was removed waits in the bin."""
        self._removed = None

    def put_back(self, entry_id: str) -> None:
        """Bring an entry back out of the bin."""
        self.diary_session.store.take_back(entry_id)
        self._removed = None

    def kept_until(self, one: Binned) -> dt.date:
        """The last day on which *one* can be put back."""
        return (one.at + dt.timedelta(days=BIN_DAYS)).date()

    def finish(self) -> None:
        """The person says that the course is done."""
        self._set_course(finished=self.today)

    def go_on(self) -> None:
        """It is not done after all."""
        self._set_course(finished=None)

    def begin_course(self) -> None:
        """The person begins a new course. Raises WrongUsage where something of this one is not saved yet."""
        if self.forming:
            raise WrongUsage(_("A session is half filled in. Save it first, or press “Do not save it” there."))
        self.diary_session.begin_course()
        self.forget()

    def take_back_course(self) -> None:
        """It was a slip: the course before is the present one again."""
        if self.forming:
            raise WrongUsage(_("A session is half filled in. Save it first, or press “Do not save it” there."))
        self.diary_session.take_back_course()
        self.forget()

    def keep(self, session: ExchangeSession, place: str) -> None:
        """Add a session, or replace the one of its id, that was formed at *place*."""
        self.diary_session.store.keep_session(session)
        self.diary_session.drafts.heed(session.id, session)
        self.forming.pop(place, None)

    def remove_session(self, session_id: str) -> None:
        """Take a session out that no entry is about; BadInput where one is."""
        self.diary_session.store.remove_session(session_id)
        self.diary_session.drafts.heed(session_id, None)
        self.forming.pop(session_id, None)

    def _set_course(self, finished: dt.date | None) -> None:
        store = self.diary_session.store
        course: Course = store.course()
        store.set_course(replace(course, finished=finished))

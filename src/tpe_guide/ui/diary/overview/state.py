"""What a visit to the overview keeps, and what is done there. It outlives the screens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from PySide6.QtCore import QObject

from tpe_guide.diary.calendar import meant_day
from tpe_guide.diary.model import Course, Entry, ExchangeSession
from tpe_guide.diary.past import BIN_DAYS, Binned
from tpe_guide.diary.planning import Rhythm
from tpe_guide.errors import WrongUsage
from tpe_guide.i18n import _, _n
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.diary.form_keeper import FormKeeper
from tpe_guide.ui.diary.labels import session_words
from tpe_guide.vocabulary.days import day_words

FIRST_ENTRIES, MORE_ENTRIES = 6, 20


class Undoable(NamedTuple):
    """What was done, in *words*, and how to undo it; *undone* says that it is."""

    words: str
    undo: Callable[[], None]
    undone: str


@dataclass(slots=True)
class Planning:
    """Sessions that are being planned, as far as the person has said. None: what is offered holds."""

    rhythm: Rhythm = "other-day"
    in_all: int | None = None
    """How many the course has, with those that are there."""
    first: dt.date | None = None
    chosen: set[dt.date] = field(default_factory=set)

    def drop_what_is_over(self, today: dt.date) -> None:
        """Days that went by while the plan was left: no session is still to come on them."""
        self.chosen = {day for day in self.chosen if day >= today}
        if self.first is not None and self.first < today:
            self.first = None


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
        self._done: tuple[Undoable, int] | None = None
        self.planning = Planning()
        diary_session.closing.connect(self.forget_undo)  # the next one that is open counts its changes from none
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
    def forms(self) -> FormKeeper:
        """Sessions that were changed and not saved: nothing typed is lost by leaving, nor by closing the window."""
        return self.diary_session.forms

    @property
    def undoable(self) -> Undoable | None:
        """What was done last: until the next change, or until the diary is closed."""
        if self._done is None or self._done[1] != self.diary_session.changes:
            return None
        return self._done[0]

    def remove(self, entry: Entry, words: str) -> None:
        """Put *entry*, called *words*, into the bin; ``undo`` brings it back."""
        self.diary_session.remove(entry)
        self._may_undo(words, lambda: self.put_back(entry.id), _("The entry is back in your diary."))

    def undo(self) -> None:
        """Undo what was done last."""
        done = self.undoable
        if done is not None:
            done.undo()
            self._done = None

    def forget_undo(self) -> None:
        """The person has seen it; what was removed waits in the bin."""
        self._done = None

    def put_back(self, entry_id: str) -> None:
        """Bring an entry back out of the bin."""
        self.diary_session.store.take_back(entry_id)
        self._done = None

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
        """The person begins a new course; the one before stays. Raises WrongUsage where something is not saved yet."""
        self._change_course(self.diary_session.store.begin_course)

    def take_back_course(self) -> None:
        """It was a slip: the course before is the present one again. Raises WrongUsage, BadInput."""
        self._change_course(self.diary_session.store.take_back_course)

    def _change_course(self, change: Callable[[], None]) -> None:
        """What is half filled in is of the course in which it was begun."""
        if self.diary_session.drafts.has_begun:
            say = _(
                "You have begun an entry. Save it first. Or press “Leave” there, come back, and press “Begin anew”."
            )
            raise WrongUsage(say)
        if self.forms.sessions:
            raise WrongUsage(_("A session is half filled in. Save it first, or press “Do not save it” there."))
        change()
        self.diary_session.forget_course()
        self.planning = Planning()
        self.forget()

    def keep(self, session: ExchangeSession, place: str, along: Sequence[ExchangeSession] = ()) -> None:
        """Add a session, or replace the one of its id, that was formed at *place*; with it those that move *along*."""
        self.diary_session.store.keep_sessions((session, *along))
        for one in (session, *along):
            self.diary_session.drafts.heed(one.id, one)
        self.forms.forget(place)

    def plan(self, sessions: Sequence[ExchangeSession], in_all: int) -> None:
        """Add *sessions*, all still to come, of so many in all; ``undo`` takes all of it back."""
        store = self.diary_session.store
        before = store.course()
        store.keep_sessions(sessions, replace(before, planned_sessions=in_all))
        self.planning = Planning()
        ids = [session.id for session in sessions]
        count = len(sessions)
        words = _n("{count} session is planned.", "{count} sessions are planned.", count).format(count=count)
        if not sessions:
            words = _n("{count} session is planned in all.", "{count} sessions are planned in all.", in_all)
            words = words.format(count=in_all)
        self._may_undo(words, lambda: store.remove_sessions(ids, before), _("Your plan is as it was before."))

    def forget_plan(self) -> None:
        """What was picked for a plan is not wanted."""
        self.planning = Planning()

    def _may_undo(self, words: str, undo: Callable[[], None], undone: str) -> None:
        for half in (self.diary_session.drafts, self.forms):
            half.keep()  # at the end of a pause it would be a change, and the last that can be undone
        self._done = (Undoable(words, undo, undone), self.diary_session.changes)

    def remove_session(self, session_id: str) -> None:
        """Take a session out that no entry is about, BadInput where one is; ``undo`` brings it back with its form."""
        store = self.diary_session.store
        session = next(one for one in store.sessions() if one.id == session_id)
        half = self.forms.half(session_id, session)
        store.remove_session(session_id)
        self.diary_session.drafts.heed(session_id, None)
        self.forms.forget(session_id)

        def undo() -> None:
            store.keep_session(session)
            if half is not None:
                self.forms.form(session_id, half, session)

        words = _("{session}, {day}, was removed from your diary.")
        said = words.format(session=session_words(session), day=day_words(session.day, self.today))
        self._may_undo(said, undo, _("The session is back in your diary."))

    def _set_course(self, finished: dt.date | None) -> None:
        store = self.diary_session.store
        course: Course = store.course()
        store.set_course(replace(course, finished=finished))

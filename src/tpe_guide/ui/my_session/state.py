"""The next session and what is ready for it, as the windows hold it: in the diary, in the settings, or for now only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, Signal

from tpe_guide.guide.my_session import Row, all_rows, first_left
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.shell.session import Session

Kept = Literal["diary", "settings", "visit"]
"""Where it is kept; ``visit``: nowhere, it is gone when the window closes."""
STEP_LENGTH = 120
"""Letters of a row in the person's own words."""


class Plan(NamedTuple):
    """What is known of the next session."""

    day: dt.date | None = None
    number: int | None = None
    """None where no diary counts the sessions."""
    done: tuple[str, ...] = ()
    """The ids of the rows that are ticked."""
    own: tuple[str, ...] = ()
    """Rows in the person's own words, which are their ids as well."""


class MySessionState(QObject):
    """Where there is a diary, all of it is in the diary and nothing outside; while that is closed, in memory alone.

    With an open diary every act is on disk when its method returns; where it cannot be, it raises CannotWrite and
    all is as it was.
    """

    unkept = Signal()
    """What was thought to be kept is not."""

    def __init__(
        self,
        session: Session,
        diary_session: DiarySession,
        rows: Sequence[Row],
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        session.could_not_save.connect(self.unkept)
        self._diary_session = diary_session
        self._rows = tuple(rows)
        self._now = now
        self._loose = Plan()
        """What was said where nothing can keep it."""
        self._before: Plan | None = None
        self.days_ahead: int | None = None
        """The first day to pick from, counted from today; None: no day is being picked."""
        self.is_adding = bool(diary_session.forms.step)
        """The field for a row in the person's own words is open."""
        diary_session.held.connect(self._on_held)

    @property
    def half_typed(self) -> str:
        """What stands in that field."""
        return self._diary_session.forms.step

    @half_typed.setter
    def half_typed(self, text: str) -> None:
        self._diary_session.forms.step = text
        self._diary_session.forms.touch()

    def _on_held(self) -> None:
        self.is_adding = self.is_adding or bool(self.half_typed)

    @property
    def today(self) -> dt.date:
        """The day that a person means by it."""
        from tpe_guide.diary.calendar import meant_day

        return meant_day(self._now())

    @property
    def kept(self) -> Kept:
        """Where what is said now is kept."""
        match self._diary_session.state:
            case "open":
                return "diary"
            case "none" if self._session.policy.remembers:
                return "settings"
        return "visit"

    @property
    def is_kept(self) -> bool:
        """What is said is not lost when the window closes."""
        return self.kept == "diary" or (self.kept == "settings" and self._session.is_kept)

    @property
    def is_locked(self) -> bool:
        """There is a diary, and it waits for its passcode."""
        return self._diary_session.state == "locked"

    @property
    def plan(self) -> Plan:
        """All that is known. Raises DiaryDamaged."""
        match self.kept:
            case "diary":
                return self._in_diary()
            case "settings":
                return self._in_settings()
        return self._loose

    @property
    def rows(self) -> tuple[Row, ...]:
        """The guide's rows and the person's own. Raises DiaryDamaged."""
        return all_rows(self._rows, self.plan.own)

    @property
    def can_undo(self) -> bool:
        """Ticks or a row were taken away, and nothing was done since."""
        return self._before is not None

    def first_left(self) -> str | None:
        """One thing that is not ticked; None: nothing is left. Raises DiaryDamaged."""
        return first_left(self.rows, self.plan.done)

    def set_day(self, day: dt.date | None) -> None:
        """The next session is on *day*; None, where no diary has one: the person does not know yet."""
        from tpe_guide.diary.calendar import session_planned

        if self.kept != "diary":
            self._keep(self.plan._replace(day=day))
        elif day is not None:
            store = self._diary_session.store
            store.keep_session(session_planned(store.sessions(), day))

    def tick(self, row: str, *, done: bool) -> None:
        """The row of that id is done, or not after all."""
        others = tuple(other for other in self.plan.done if other != row)
        self._change(done=(*others, row) if done else others)

    def add(self, words: str) -> None:
        """A row in the person's own words, unless it is there."""
        words = " ".join(words.split())[:STEP_LENGTH]
        if words and words not in self.plan.own:
            self._change(own=(*self.plan.own, words))

    def remove(self, words: str) -> None:
        """Take a row of the person's own away; ``undo`` brings it back."""
        before = self.plan
        self._change(
            own=tuple(other for other in before.own if other != words),
            done=tuple(other for other in before.done if other != words),
        )
        self._before = before

    def clear(self) -> None:
        """Take all ticks away, for the next session; ``undo`` brings them back."""
        before = self.plan
        self._change(done=())
        self._before = before

    def undo(self) -> None:
        """Bring back what was taken away last."""
        if self._before is not None:
            self._change(done=self._before.done, own=self._before.own)

    def take_in(self) -> None:
        """Move into the open diary what was said before it was open, so that nothing of it stands outside."""
        outside = _together(self._in_settings(), self._loose)
        if not self._diary_session.is_open or outside == Plan():
            return
        kept = self.plan
        if outside.day is not None and outside.day >= self.today and kept.day is None:
            self.set_day(outside.day)
        both = _together(kept, outside)
        self._change(done=both.done, own=both.own)
        self._loose = Plan()
        self._keep_in_settings(Plan())

    # --- where it is kept -----------------------------------------------------------------------------------

    def _change(self, *, done: tuple[str, ...] | None = None, own: tuple[str, ...] | None = None) -> None:
        plan = self.plan
        plan = plan._replace(done=plan.done if done is None else done, own=plan.own if own is None else own)
        self._keep(plan)
        self._before = None

    def _keep(self, plan: Plan) -> None:
        match self.kept:
            case "diary":
                self._keep_in_diary(plan)
            case "settings":
                self._keep_in_settings(plan)
            case _:
                self._loose = plan

    def _in_diary(self) -> Plan:
        from tpe_guide.diary.calendar import next_session

        store = self._diary_session.store
        course, planned = store.course(), next_session(store.sessions(), self.today)
        day, number = (planned.day, planned.number) if planned else (None, None)
        return Plan(day, number, course.prepared, course.own_steps)

    def _keep_in_diary(self, plan: Plan) -> None:
        from dataclasses import replace

        store = self._diary_session.store
        store.set_course(replace(store.course(), prepared=plan.done, own_steps=plan.own))

    def _in_settings(self) -> Plan:
        settings = self._session.settings
        day = dt.date.fromisoformat(settings.next_session) if settings.next_session else None
        return Plan(day if day and day >= self.today else None, None, settings.prepared, settings.own_steps)

    def _keep_in_settings(self, plan: Plan) -> None:
        day = plan.day.isoformat() if plan.day else ""
        settings = self._session.settings
        self._session.keep(settings._replace(next_session=day, prepared=plan.done, own_steps=plan.own))


def _together(first: Plan, second: Plan) -> Plan:
    """What either knows; *first* where they differ."""
    return Plan(
        first.day or second.day,
        first.number,
        tuple(dict.fromkeys((*first.done, *second.done))),
        tuple(dict.fromkeys((*first.own, *second.own))),
    )

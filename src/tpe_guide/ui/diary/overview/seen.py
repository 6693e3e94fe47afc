"""What the overview shows, read at once: a diary that cannot be read is known before anything is shown."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from tpe_guide.diary.courses import Earlier
from tpe_guide.diary.model import Course, Entry, ExchangeSession
from tpe_guide.diary.overview import Grid, Strip, grid, out_of_order, side_by_side, strip
from tpe_guide.diary.past import Binned
from tpe_guide.ui.diary.overview.state import OverviewState

LONG_AGO = 28
"""Days without a session, after which it is asked whether another course comes."""


class Seen(NamedTuple):
    """Of the open diary."""

    course: Course
    sessions: tuple[ExchangeSession, ...]
    strip: Strip
    swapped: tuple[ExchangeSession, ExchangeSession] | None
    written: int
    """How many entries there are."""
    entries: tuple[Entry, ...]
    """The newest."""
    grid: Grid
    begin: int
    """Which of all sessions, by their days, is the first in the grid."""
    had: int
    """Up to which session of the grid it is shown where not all have room."""
    loose: bool
    """Some entry is about no session."""
    binned: tuple[Binned, ...]
    earlier: tuple[Earlier, ...]
    """The courses before the present one."""
    slip: bool
    """A new course was begun, and can be taken back."""
    held: int
    """How many entries there are in all courses."""

    @property
    def by_id(self) -> dict[str, ExchangeSession]:
        """The sessions by their ids."""
        return {session.id: session for session in self.sessions}

    def long_ago(self, today: dt.date) -> dt.date | None:
        """The day of the last session, where that was so long ago that another course may come; None: it was not."""
        last = max((session.day for session in self.sessions), default=today)
        return last if (today - last).days >= LONG_AGO and self.course.finished is None else None


def look(state: OverviewState, course: str | None = None) -> Seen:
    """What there is to see of the present course of the open diary, or of an earlier one (its id).

    Raises DiaryDamaged, KeyError.
    """
    store, visit = state.diary_session.store, state.visit(course)
    sessions, glance, earlier = store.sessions(course), store.glance(course), store.earlier()
    before = {one.course.id: one.entries for one in earlier}
    by_day = sorted(sessions, key=lambda one: (one.day, one.number))
    begin, end = side_by_side(by_day, visit.grid_end)
    shown = by_day[begin:end]
    had = max((at + 1 for at, session in enumerate(shown) if session.state != "planned"), default=0)
    return Seen(
        store.course(course),
        sessions,
        strip(sessions, state.today, visit.strip_back),
        out_of_order(sessions),
        store.entry_count - sum(before.values()) if course is None else before[course],
        glance.newest(visit.entries_shown),
        grid(shown, glance.digest(one.id for one in shown)),
        begin,
        had if visit.grid_end is None else min(visit.grid_end - begin, len(shown)),
        glance.has_loose(),
        store.binned(course),
        earlier,
        bool(earlier) and store.may_take_back_course,
        store.entry_count,
    )

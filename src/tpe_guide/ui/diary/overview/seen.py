"""What the overview shows, read at once: a diary that cannot be read is known before anything is shown."""

from __future__ import annotations

from typing import NamedTuple

from tpe_guide.diary.model import Course, Entry, ExchangeSession
from tpe_guide.diary.overview import Grid, Strip, grid, out_of_order, side_by_side, strip
from tpe_guide.diary.past import Binned
from tpe_guide.ui.diary.overview.state import OverviewState


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

    @property
    def by_id(self) -> dict[str, ExchangeSession]:
        """The sessions by their ids."""
        return {session.id: session for session in self.sessions}


def look(state: OverviewState) -> Seen:
    """What there is to see in the open diary. Raises DiaryDamaged."""
    store = state.diary_session.store
    sessions, glance = store.sessions(), store.glance()
    by_day = sorted(sessions, key=lambda one: (one.day, one.number))
    begin, end = side_by_side(by_day, state.grid_end)
    shown = by_day[begin:end]
    had = max((at + 1 for at, session in enumerate(shown) if session.state != "planned"), default=0)
    return Seen(
        store.course(),
        sessions,
        strip(sessions, state.today, state.strip_back),
        out_of_order(sessions),
        store.entry_count,
        glance.newest(state.entries_shown),
        grid(shown, glance.digest(one.id for one in shown)),
        begin,
        had if state.grid_end is None else min(state.grid_end - begin, len(shown)),
        glance.has_loose(),
        store.binned(),
    )

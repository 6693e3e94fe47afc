"""Sessions planned in one go: the days that a person means, and sessions for them. Nothing is decided for them here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import count
from typing import Literal

from tpe_guide.diary.model import SESSION_LIMIT, ExchangeSession, new_id
from tpe_guide.vocabulary.terms import Access

Rhythm = Literal["other-day", "daily", "chosen"]
"""Every other day, every day, or each day picked by itself."""
MOST = 15
"""So many at once."""
_STEPS = {"other-day": 2, "daily": 1}


def room_for(sessions: Collection[ExchangeSession]) -> int:
    """How many can be planned at once beside *sessions*."""
    return max(0, min(MOST, SESSION_LIMIT - len(sessions)))


def first_day(sessions: Iterable[ExchangeSession], today: dt.date) -> dt.date:
    """The first day that is offered: two days after the last session, and not before tomorrow."""
    last = max((session.day for session in sessions), default=dt.date.min)
    tomorrow = today + dt.timedelta(days=1)
    return max(tomorrow, last + dt.timedelta(days=_STEPS["other-day"])) if last > dt.date.min else tomorrow


def days(
    rhythm: Rhythm, first: dt.date, wanted: int, chosen: Collection[dt.date], taken: Collection[dt.date]
) -> tuple[dt.date, ...]:
    """So many days as are *wanted* from *first* on, or those *chosen*; a day that is *taken* has its session."""
    if rhythm == "chosen":
        return tuple(sorted(day for day in chosen if day not in taken))
    found: list[dt.date] = []
    for number in count():
        if len(found) >= wanted:
            break
        day = first + dt.timedelta(days=number * _STEPS[rhythm])
        if day not in taken:
            found.append(day)
    return tuple(found)


def planned(sessions: Iterable[ExchangeSession], on: Iterable[dt.date], access: Access) -> tuple[ExchangeSession, ...]:
    """A session to come for each day in *on*, numbered on from *sessions*."""
    last = max((session.number for session in sessions), default=0)
    return tuple(
        ExchangeSession(new_id(), number, day, "planned", access=access)
        for number, day in enumerate(sorted(on), last + 1)
    )


def after(sessions: Iterable[ExchangeSession], moved: ExchangeSession) -> tuple[ExchangeSession, ...]:
    """Those still to come after *moved*, as it was before it was moved."""
    return tuple(
        session
        for session in sessions
        if session.state == "planned" and session.id != moved.id and session.day > moved.day
    )


def moved_by(sessions: Iterable[ExchangeSession], by: dt.timedelta) -> tuple[ExchangeSession, ...]:
    """*sessions*, each so much later or earlier."""
    return tuple(replace(session, day=session.day + by) for session in sessions)

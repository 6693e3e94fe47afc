"""When there is something to log: in the evening of a session day, and the next morning. By the clock on the wall.

One notice for each, and none where the person has written for that day. Nothing is counted, and nobody is praised.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from tpe_guide.diary.model import ExchangeSession

EVENING = dt.time(19)
MORNING = dt.time(9)
NOON = dt.time(12)


class Reminder(NamedTuple):
    """One notice: about *session*, and which of the two it is."""

    session: ExchangeSession
    part: Literal["evening", "morning"]


def due(sessions: Iterable[ExchangeSession], newest: Callable[[], dt.date | None], now: dt.datetime) -> Reminder | None:
    """What to be reminded of at *now*, local wall time; None: of nothing.

    *newest*: the newest day that an entry is for; only asked where there was a session.
    """
    today, time = now.date(), now.time()
    parts: tuple[tuple[dt.date, Literal["evening", "morning"], bool], ...] = (
        (today, "evening", time >= EVENING),
        (today - dt.timedelta(days=1), "morning", MORNING <= time < NOON),
    )
    had = [session for session in sessions if session.state != "missed"]
    for day, part, is_time in parts:
        session = next((one for one in had if one.day == day), None) if is_time else None
        if session is not None and (newest() or dt.date.min) < today:
            return Reminder(session, part)
    return None

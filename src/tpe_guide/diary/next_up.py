"""What the diary says is next: a session to come, the night after one, or the end of the course."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from tpe_guide.diary.calendar import meant_day
from tpe_guide.diary.model import Entry, ExchangeSession

When = Literal["ahead", "tomorrow", "today", "after", "finished"]
"""``after``: it was yesterday, or was planned for it. ``finished``: it was the last one planned."""


class NextUp(NamedTuple):
    """One *session*, and when it is or was."""

    when: When
    session: ExchangeSession


def next_up(
    sessions: Iterable[ExchangeSession],
    newest: Callable[[], Iterable[Entry]],
    planned: int | None,
    now: dt.datetime,
) -> NextUp | None:
    """What is next at *now*, local wall time, in a course of *planned* sessions (None: not said); None: nothing is.

    The night after a session comes before the next one, for as long as nothing is logged for a day since. *newest*
    gives the entries of the newest day, or the newest alone; it is only asked where that counts.
    """
    known = sorted(sessions, key=lambda session: (session.day, session.number))
    yesterday = meant_day(now) - dt.timedelta(days=1)
    had = [session for session in known if session.day == yesterday and session.state != "missed"]
    if had and not any(entry.day > yesterday for entry in newest()):
        return NextUp("after", had[-1])
    to_come = [session for session in known if session.state == "planned" and session.day >= now.date()]
    if to_come:
        return NextUp(when_is(to_come[0].day, now.date()), to_come[0])
    done = [session for session in known if session.state == "done"]
    if planned and done and max(session.number for session in done) >= planned:
        return NextUp("finished", max(done, key=lambda session: session.number))
    return None


def when_is(day: dt.date, today: dt.date) -> Literal["ahead", "tomorrow", "today"]:
    """How far away *day* is, which is not over."""
    match (day - today).days:
        case 0:
            return "today"
        case 1:
            return "tomorrow"
    return "ahead"

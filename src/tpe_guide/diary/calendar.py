"""Days as people mean them: which day "last night" was, and which session an entry belongs to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from tpe_guide.diary.model import ExchangeSession, new_id
from tpe_guide.vocabulary.terms import Access, Moment

NIGHT_ENDS = 4
"""Hour. Who is awake at half past one still means yesterday."""
NIGHT_ASKED_UNTIL = 5
"""Hour. Until then, an entry after the day of a session may be for that night or for the new day: it is asked."""
EVENING_BEGINS = 17
"""Hour. Before it, an entry on the day of a session is offered as "during"; the person may say otherwise."""


def meant_day(now: dt.datetime) -> dt.date:
    """The day that a person means by "today" at *now*, their local wall time."""
    today = now.date()
    return today - dt.timedelta(days=1) if now.hour < NIGHT_ENDS else today


def current_session(sessions: Iterable[ExchangeSession], today: dt.date) -> ExchangeSession | None:
    """The session that a new entry belongs to unless the person says otherwise.

    The newest one done today or yesterday, *today* being a day as ``meant_day`` gives it; None without one.
    """
    recent = (today, today - dt.timedelta(days=1))
    done = (session for session in sessions if session.state == "done" and session.day in recent)
    return max(done, key=lambda session: (session.day, session.number), default=None)


def later_before(sessions: Iterable[ExchangeSession], session: ExchangeSession) -> ExchangeSession | None:
    """One had before *session* by its number, and after it by its day: then a day is wrong, or a clock is."""
    had = (each for each in sessions if each.state == "done" and each.number < session.number)
    return max((each for each in had if each.day > session.day), key=lambda each: each.day, default=None)


def next_number(sessions: Iterable[ExchangeSession]) -> int:
    """The number of the next session to be had: one more than the highest that is done or missed."""
    return max((session.number for session in sessions if session.state != "planned"), default=0) + 1


def next_session(sessions: Iterable[ExchangeSession], today: dt.date) -> ExchangeSession | None:
    """The next session that is planned: none of a day before *today*; None where there is none."""
    planned = (session for session in sessions if session.state == "planned" and session.day >= today)
    return min(planned, key=lambda session: (session.day, session.number), default=None)


def session_planned(sessions: Iterable[ExchangeSession], day: dt.date) -> ExchangeSession:
    """The next session to be had, planned for *day*: the one planned before, on another day now, or a new one."""
    known = tuple(sessions)
    number = next_number(known)
    planned = [session for session in known if session.state == "planned" and session.number >= number]
    if planned:
        return replace(min(planned, key=lambda session: session.number), day=day)
    return ExchangeSession(id=new_id(), number=number, day=day, state="planned")


def session_done(sessions: Iterable[ExchangeSession], day: dt.date, access: Access = "unknown") -> ExchangeSession:
    """The session that a person has had on *day*: the next planned one, now done, or a new one.

    *access*: how their blood goes out and in, as far as they have said, unless the session knows.
    """
    known = tuple(sessions)
    number = next_number(known)
    planned = [session for session in known if session.state == "planned" and session.number >= number]
    if planned:
        next_one = min(planned, key=lambda session: session.number)
        known_access = access if next_one.access == "unknown" else next_one.access
        return replace(next_one, day=day, state="done", access=known_access)
    return ExchangeSession(id=new_id(), number=number, day=day, access=access)


def moment_on(session_day: dt.date, day: dt.date, now: dt.datetime) -> Moment:
    """When an entry that is for *day*, and made at *now*, stands to a session on *session_day*."""
    match (day - session_day).days:
        case 0:
            daytime = now.date() == day and NIGHT_ENDS <= now.hour < EVENING_BEGINS
            return "during" if daytime else "evening"
        case 1:
            return "next-day"
    return "later"


def last_night(sessions: Iterable[ExchangeSession], now: dt.datetime) -> ExchangeSession | None:
    """The session of the day before *now*, while it may still be the night after it; None: there is no such doubt."""
    if now.hour >= NIGHT_ASKED_UNTIL:
        return None
    yesterday = now.date() - dt.timedelta(days=1)
    had = (session for session in sessions if session.state == "done" and session.day == yesterday)
    return max(had, key=lambda session: session.number, default=None)

"""Which session an entry may be about: what is offered to pick from, by finger or by ear."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from tpe_guide.diary.calendar import session_done
from tpe_guide.diary.draft import Draft
from tpe_guide.diary.model import SESSION_LIMIT, ExchangeSession
from tpe_guide.vocabulary.terms import Access

RECENT = 4
NEW, NEW_TODAY, NEW_YESTERDAY, NONE = "new", "new-today", "new-yesterday", "none"


def choices(
    draft: Draft, known: Sequence[ExchangeSession], today: dt.date, access: Access
) -> dict[str, ExchangeSession | None]:
    """By name: the newest sessions had, a new one of the day that is meant, the one chosen now, and none."""
    day = draft.day or today
    done = sorted(
        (one for one in known if one.state == "done" and one.day <= day), key=lambda one: (one.day, one.number)
    )
    choices: dict[str, ExchangeSession | None] = {one.id: one for one in done[-RECENT:]}
    days = {NEW_YESTERDAY: today - dt.timedelta(days=1), NEW_TODAY: today} if day == today else {NEW: day}
    if draft.session is not None:
        is_new = draft.session.id not in {one.id for one in known if one.state == "done"}
        names = (name for name, each in days.items() if is_new and each == draft.session.day)
        choices[next(names, draft.session.id)] = draft.session
    for name, each in days.items():
        new = session_done(known, each, access)
        has_room = len(known) < SESSION_LIMIT or any(one.id == new.id for one in known)
        if has_room and all(one.day != each for one in known if one.state == "done"):
            choices.setdefault(name, new)
    return {**choices, NONE: None}

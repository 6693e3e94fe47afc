"""Which day and which session a filled sheet means. No session is made up: what is not clear is asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from tpe_guide.diary.calendar import later_before
from tpe_guide.diary.model import SESSION_LIMIT, ExchangeSession, new_id
from tpe_guide.i18n import _
from tpe_guide.vocabulary.days import day_words
from tpe_guide.vocabulary.terms import Access

ASKED_AFTER = dt.timedelta(days=60)
"""Who types a sheet back so late is asked whether it is the right year."""
CHANGE: Literal["change"] = "change"
"""What was typed is to be changed."""
_YEARS = 8
"""29 February comes again at the latest after so many."""


class Choice(NamedTuple):
    """One answer; *means*: the session, None for none, or ``CHANGE``."""

    words: str
    means: ExchangeSession | Literal["change"] | None


class Match(NamedTuple):
    """The session that is meant or, with a *question*, those that may be."""

    session: ExchangeSession | None = None
    question: str = ""
    choices: tuple[Choice, ...] = ()


def newest_day(digits: str, today: dt.date) -> dt.date | None:
    """The newest day of day and month *digits* that is not after *today*; None: there is none."""
    for year in range(today.year, today.year - _YEARS - 1, -1):
        try:
            day = dt.date(year, int(digits[2:]), int(digits[:2]))
        except ValueError:
            continue
        if day <= today:
            return day
    return None


def is_long_ago(day: dt.date, today: dt.date) -> bool:
    """The year may be another."""
    return today - day > ASKED_AFTER


def match(number: int | None, day: dt.date, known: Sequence[ExchangeSession], access: Access, today: dt.date) -> Match:
    """What session *number* on *day* is among those *known*. *access*: of one that is added."""
    on_day = [session for session in known if session.day == day]
    if number is None:
        return _without_number(on_day, day, today)
    same = [session for session in known if session.number == number]
    exact = next((session for session in same if session.day == day), None)
    if exact is not None:
        return _had(exact, today)
    if same:
        return _on_another_day(min(same, key=lambda session: abs(session.day - day)), day, today)
    if on_day:
        question = _("On {day}, your diary has session {known}, not session {number}.")
        question = question.format(day=day_words(day, today), known=on_day[0].number, number=number)
        return Match(question=question, choices=(*map(_about, on_day), _change()))
    return _not_there(number, day, known, access, today)


def _without_number(on_day: Sequence[ExchangeSession], day: dt.date, today: dt.date) -> Match:
    if not on_day:
        return Match()
    question = _("The sheet has no number. On {day}, your diary has session {number}.")
    question = question.format(day=day_words(day, today), number=on_day[0].number)
    return Match(question=question, choices=(*map(_about, on_day), _about_none()))


def _had(session: ExchangeSession, today: dt.date) -> Match:
    if session.state != "missed":
        return Match(_done(session))
    question = _("Your diary says that session {number} on {day} was missed. Did it take place?")
    question = question.format(number=session.number, day=day_words(session.day, today))
    return Match(question=question, choices=(Choice(_("Yes, it took place"), _done(session)), _change()))


def _on_another_day(session: ExchangeSession, day: dt.date, today: dt.date) -> Match:
    number, its_day = session.number, day_words(session.day, today)
    if session.state == "planned":
        question = _("Session {number} was planned for {day}. Did it take place on {other}?")
        question = question.format(number=number, day=its_day, other=day_words(day, today))
        moved = replace(_done(session), day=day)
        return Match(question=question, choices=(Choice(_("Yes, it took place then"), moved), _change()))
    question = _("In your diary, session {number} was on {day}, not on {other}.")
    question = question.format(number=number, day=its_day, other=day_words(day, today))
    return Match(question=question, choices=(_about(session), _change()))


def _not_there(number: int, day: dt.date, known: Sequence[ExchangeSession], access: Access, today: dt.date) -> Match:
    new = ExchangeSession(new_id(), number, day, access=access)
    question = _("Session {number} on {day} is not in your diary. Add it?")
    question = question.format(number=number, day=day_words(day, today))
    later = later_before(known, new)
    if later is not None:
        odd = _("Session {number} was on {day}, which is later.")
        question = f"{question} {odd.format(number=later.number, day=day_words(later.day, today))}"
    add: tuple[Choice, ...] = (Choice(_("Add it"), new),)
    if len(known) >= SESSION_LIMIT:
        add, question = (), _("Session {number} on {day} is not in your diary, and it is full.")
        question = question.format(number=number, day=day_words(day, today))
    return Match(question=question, choices=(*add, _about_none(), _change()))


def _done(session: ExchangeSession) -> ExchangeSession:
    """Who felt something since has had it."""
    return replace(session, state="done")


def _about(session: ExchangeSession) -> Choice:
    return Choice(_("It is about session {number}").format(number=session.number), _done(session))


def _about_none() -> Choice:
    return Choice(_("It is about no session"), None)


def _change() -> Choice:
    return Choice(_("Change what I typed"), CHANGE)

"""What is known about the next session, in words: only what is true of what is known, and where that comes from."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tpe_guide.i18n import _
from tpe_guide.ui.today.known import Known
from tpe_guide.vocabulary.days import day_words

Does = Literal["get-ready", "rehearse", "diary", "log", "nothing-new", "my-session"]
"""What a button of the card does."""


class Act(NamedTuple):
    """A button: what it *does*, its words, its icon."""

    does: Does
    words: str
    icon: str = ""


class CardWords(NamedTuple):
    """What the card says. *first* is its main button; *asks_urgent*: with the way to Urgent help."""

    above: str
    title: str
    line: str
    first: Act
    second: Act | None = None
    asks_urgent: bool = False


def card_words(known: Known) -> CardWords:
    """The words of the card for what is *known*."""
    match known.when:
        case "locked":
            open_it = Act("diary", _("Open my diary"), "key-round")
            line = _("Open it, and this page shows what is next.")
            return CardWords("", _("Your diary is locked"), line, open_it)
        case "finished":
            line = _("Session {number} was the last one planned.").format(number=known.number)
            return CardWords(_("From your diary"), _("Your course is done"), line, Act("diary", _("Open my diary")))
        case "after":
            return _after(known)
    return _to_come(known)


def session_line(known: Known) -> str:
    """Where the day of the next session comes from: “Session 3. From your diary.”"""
    if not known.from_diary:
        return _("You said so here.")
    return _("Session {number}. From your diary.").format(number=known.number)


def _to_come(known: Known) -> CardWords:
    name = _("session {number}").format(number=known.number) if known.number else _("your session")
    ready = Act("get-ready", _("Get ready"))
    title, line, first = (
        _("Your next session is on {day}").format(day=day_words(known.day, known.day)),
        _("A few short steps, in any order."),
        ready,
    )
    if known.when == "today":
        title, line = _("Today: {session}").format(session=name), _("See what happens, one moment after another.")
        first = Act("rehearse", _("Rehearse it"))
    elif known.when == "tomorrow":
        title = _("Tomorrow: {session}").format(session=name)
    if known.from_diary:
        return CardWords(_above(known), title, line, first)
    change = Act("my-session", _("Change the day"))
    return CardWords(day_words(known.day, known.day), title, _("You said so here."), first, change)


def _after(known: Known) -> CardWords:
    nothing = _("You have logged nothing for today yet.")
    if not known.done:
        title = _("Session {number} was planned for yesterday. How did it go?").format(number=known.number)
        return CardWords(_above(known), title, nothing, Act("log", _("Log how I feel"), "plus"), None, asks_urgent=True)
    line = _("Session {number}, {day}. {nothing}").format(
        number=known.number, day=day_words(known.day, known.day), nothing=nothing
    )
    return CardWords(
        _("From your diary"),
        _("Your session was yesterday. How did the night go?"),
        line,
        Act("log", _("Log the night"), "plus"),
        Act("nothing-new", _("Nothing new"), "smile"),
        asks_urgent=True,
    )


def _above(known: Known) -> str:
    return _("From your diary · {day}").format(day=day_words(known.day, known.day))

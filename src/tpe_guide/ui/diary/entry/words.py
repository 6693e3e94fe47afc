"""What was written in an entry, in words; what was asked and not there, and what was not asked."""

from __future__ import annotations

import datetime as dt

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.model import EffectReport, Entry, ExchangeSession
from tpe_guide.i18n import _
from tpe_guide.ui.diary.felt_row import began_words, told_words
from tpe_guide.ui.diary.labels import session_words
from tpe_guide.vocabulary.days import day_words, short_day
from tpe_guide.vocabulary.terms import EFFECTS, OTHER, WARNING_SIGNS
from tpe_guide.vocabulary.words import functions, severities


def felt(entry: Entry) -> list[EffectReport]:
    """What was there: warning signs first, then the worst first."""
    there = [report for report in entry.effects if report.severity]
    return sorted(there, key=lambda one: (one.effect not in WARNING_SIGNS, -one.severity))


def title_of(entry: Entry, session: ExchangeSession | None, today: dt.date) -> str:
    """“Session 3”, or the day."""
    return session_words(session) if session else day_words(entry.day, today)


def when_words(entry: Entry, session: ExchangeSession | None, today: dt.date) -> str:
    """“Session Fri 8 May, written Sat 9 May at 00:40”."""
    at = entry.recorded_at
    written = _("{day} at {time}").format(day=short_day(at.date(), today), time=f"{at:%H:%M}")
    if session is None:
        return _("About no session, written {when}").format(when=written)
    return _("Session {day}, written {when}").format(day=short_day(session.day, today), when=written)


def about_words(entry: Entry, session: ExchangeSession | None, today: dt.date) -> list[str]:
    """What else is known: when it is about, for which day, who typed."""
    words = []
    if session is not None:
        words.append(
            {
                "during": _("It is about the time in the session."),
                "evening": _("It is about that evening."),
                "next-day": _("It is about the next morning."),
                "later": _("It is about later on."),
            }[entry.moment]
        )
    if entry.day != (session.day if session else entry.day):
        words.append(_("You wrote it for {day}.").format(day=day_words(entry.day, today)))
    if entry.reporter == "helper":
        words.append(_("Someone typed it for you."))
    return words


def none_words(entry: Entry, catalogue: Catalogue) -> str:
    """“None: feeling cold, feeling sick.” Empty where nothing was asked and not there."""
    names = [_name(report, catalogue) for report in entry.effects if not report.severity]
    return _("None: {effects}.").format(effects=", ".join(names)) if names else ""


def not_asked_words(entry: Entry, catalogue: Catalogue) -> list[str]:
    """Which effects were not asked, and that the warning signs were not, but for those that are named."""
    asked = {report.effect for report in entry.effects}
    names = [_lower(catalogue.name(effect)) for effect in EFFECTS if effect not in asked]
    lines = [_("Not asked: {effects}.").format(effects=", ".join(names))] if names else []
    if asked & set(WARNING_SIGNS):
        lines.append(_("Warning signs that are not named here were not asked."))
    else:
        lines.append(_("Warning signs were not asked."))
    return lines


def rated(entry: Entry) -> list[tuple[str, int]]:
    """What the person can do, by the names of the form, as far as it was said."""
    names = functions()
    return [(names[name].own, value) for name, value in entry.function.items() if value is not None and name in names]


def all_words(entry: Entry, catalogue: Catalogue) -> list[str]:
    """All of an entry, line by line: as it was before it was changed."""
    lines = []
    for report in felt(entry):
        name = report.words if report.effect == OTHER and report.words else catalogue.name(report.effect)
        parts = (severities()[report.severity], began_words(report, entry.temperature_c), told_words(report))
        lines.append(_("{effect}: {words}").format(effect=name, words=". ".join(filter(None, parts))))
    if entry.none_noticed:
        lines.append(_("Nothing new."))
    lines.append(none_words(entry, catalogue))
    lines += [_("{name}: {value} of 10").format(name=name, value=value) for name, value in rated(entry)]
    if entry.temperature_c is not None:
        lines.append(_("Temperature: {degrees} °C").format(degrees=f"{entry.temperature_c:.1f}"))
    if entry.note:
        lines.append(_("“{words}”").format(words=entry.note))
    return [line for line in lines if line]


def _name(report: EffectReport, catalogue: Catalogue) -> str:
    return report.words if report.effect == OTHER and report.words else _lower(catalogue.name(report.effect))


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]

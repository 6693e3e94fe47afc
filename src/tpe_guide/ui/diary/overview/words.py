"""What the overview says in words: its title, an entry in a line, a session."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.model import EffectReport, Entry, ExchangeSession
from tpe_guide.diary.overview import FunctionRow, Grid, GridRow, Tally
from tpe_guide.i18n import _, _n
from tpe_guide.ui.diary.labels import session_words
from tpe_guide.ui.kit.session_drop import Filled
from tpe_guide.vocabulary.days import day_words, short_day
from tpe_guide.vocabulary.terms import OTHER, WARNING_SIGNS
from tpe_guide.vocabulary.words import functions, severities


def title_words(count: Tally, entries: int, *, finished: bool, first: bool = True) -> str:
    """What there is, as a fact; *first*: no other course was before."""
    if not entries and not count.done and not count.missed:
        return _("Your diary is ready") if first else _("Your new course is ready")
    if first and entries == 1 and count.done <= 1:
        return _("Your first entry is in")
    done = _n("{count} session done", "{count} sessions done", count.done).format(count=count.done)
    if count.missed and (finished or count.done + count.missed >= count.planned):
        return _("{done}, {count} missed").format(done=done, count=count.missed)
    if finished or count.planned <= count.done:
        return done
    words = _("Your course: {done} of {planned} sessions done")
    return words.format(done=count.done, planned=count.planned)


def state_words(session: ExchangeSession) -> str:
    """“done”, “stopped early”, “planned”, “missed”."""
    if session.state == "done":
        return _("stopped early") if session.stopped_early else _("done")
    return _("planned") if session.state == "planned" else _("missed")


def filled(session: ExchangeSession) -> Filled:
    """How its drop looks."""
    return "stopped" if session.state == "done" and session.stopped_early else session.state


def session_on(session: ExchangeSession, today: dt.date) -> str:
    """“Session 3, Friday 8 May”."""
    return _("{session}, {day}").format(session=session_words(session), day=day_words(session.day, today))


def effect_name(catalogue: Catalogue, effect: str, words: str) -> str:
    """What the guide calls it, or what the person does."""
    return words if effect == OTHER and words else catalogue.name(effect)


def entry_lines(entry: Entry, catalogue: Catalogue) -> list[str]:
    """An entry in a few words: the worst first, its note as it was written."""
    lines = [_reported(entry, catalogue)] if any(one.severity for one in entry.effects) else []
    if entry.none_noticed:
        lines.append(_("Nothing new."))
    elif not lines and entry.effects:
        names = _joined([effect_name(catalogue, one.effect, one.words) for one in entry.effects])
        lines.append(_("{effects}: {level}").format(effects=names, level=severities()[0].lower()))
    if not lines:
        lines = [_rated(entry)] if any(value is not None for value in entry.function.values()) else []
    if entry.note:
        lines.append(_("“{words}”").format(words=entry.note))
    return lines or [_("Nothing was filled in.")]


def _reported(entry: Entry, catalogue: Catalogue) -> str:
    """“Tired: severe. Fever or shaking: moderate”."""
    by_level: dict[int, list[EffectReport]] = {}
    for report in entry.effects:
        if report.severity:
            by_level.setdefault(report.severity, []).append(report)
    parts = []
    for level in sorted(by_level, reverse=True):
        reports = sorted(by_level[level], key=lambda one: one.effect not in WARNING_SIGNS)
        names = _joined([effect_name(catalogue, one.effect, one.words) for one in reports])
        parts.append(_("{effects}: {level}").format(effects=names, level=severities()[level].lower()))
    return ". ".join(parts)


def _joined(names: list[str]) -> str:
    """The first with its capital, as a sentence begins."""
    return ", ".join([names[0], *(name[:1].lower() + name[1:] for name in names[1:])])


def _rated(entry: Entry) -> str:
    said = functions()
    parts = (
        _("{name}: {value} of 10").format(name=said[name].own, value=value)
        for name, value in entry.function.items()
        if value is not None and name in said
    )
    return ". ".join(parts)


def function_words(row: FunctionRow) -> str:
    """“last 6, first 3”: two facts, and no verdict."""
    said = row.said
    if len(said) == 1:
        return _("one answer: {value}").format(value=said[0])
    return _("last {last}, first {first}").format(last=said[-1], first=said[0])


def function_spoken(row: FunctionRow, grid: Grid) -> str:
    """The line of a function as a screen reader says it."""
    values = (
        _("{session}: {value}").format(session=session_words(session), value=_("not said") if value is None else value)
        for session, value in zip(grid.sessions, row.values, strict=True)
    )
    words = _("{function}, 0 worst to 10 best. {values}.")
    return words.format(function=functions()[row.name].own, values="; ".join(values))


def row_name(row: GridRow, catalogue: Catalogue) -> str:
    """The name of a row of the grid."""
    return effect_name(catalogue, row.effect, row.words)


def about_words(entry: Entry, sessions: Mapping[str, ExchangeSession], today: dt.date) -> str:
    """“Session 3, Fri 8 May”, as the page of an entry is called; without a session its day."""
    session = sessions.get(entry.session or "")
    day = short_day(entry.day, today)
    return _("{session}, {day}").format(session=session_words(session), day=day) if session else day

"""Effects by session, and what the patient could do by session, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tpe_guide.diary.model import EffectReport, Entry
from tpe_guide.i18n import _
from tpe_guide.summary import phrases
from tpe_guide.summary.names import Catalogue
from tpe_guide.summary.report import Functions, Grid, GridPart, GridRow, Series
from tpe_guide.summary.visits import Visit, began_during, newest_first
from tpe_guide.vocabulary import words
from tpe_guide.vocabulary.terms import EFFECTS, FUNCTIONS, OTHER, WARNING_SIGNS

OWN_ROWS = 6
"""The most effects of the patient's own that have a row each; the others share one."""
SESSIONS_NAMED = 3
"""More than these are counted."""
OWN_LENGTH = 40
"""Longer words than these are no name for a row: they are quoted."""


class Felt(NamedTuple):
    """An effect as it has a row: by its id, and by the patient’s words where it is one of their own."""

    effect: str
    words: str = ""


class Levels(NamedTuple):
    """The worst level of each effect in one session, during it and after it. What is missing was not asked."""

    during: dict[Felt, int]
    after: dict[Felt, int]


def effect_grid(visits: Sequence[Visit], catalogue: Catalogue) -> Grid | None:
    """The worst level of each effect that was reported at least once, newest session first; None when none was.

    Warning signs have a table of their own.
    """
    visits = newest_first(visits)
    own = _own(visits)
    levels = [_levels(visit, own) for visit in visits]
    felt = [*(Felt(effect) for effect in EFFECTS), *(Felt(OTHER, words) for words in own), Felt(OTHER)]
    during = _rows(felt, [each.during for each in levels], catalogue)
    after = _rows(felt, [each.after for each in levels], catalogue)
    if not during and not after:
        return None
    unsaid = any(
        report.began == "unknown" and not began_during(entry, report)
        for visit in visits
        for entry, report in _ordinary(visit)
    )
    late = _("After the session, or not said when") if unsaid else _("After the session")
    nothing = _("No effect was logged for this time.")
    parts = (GridPart(_("During the session"), during, nothing), GridPart(late, after, nothing))
    never = [f for f in felt if _asked(f, levels) and not _reported(f, levels)]
    return Grid(
        _("Effects by session, worst level, newest first"),
        _("Effect"),
        tuple(visit.short_name for visit in visits),
        tuple(visit.name for visit in visits),
        parts,
        (*words.severities(), _("Not asked")),
        _("Effects, earlier sessions"),
        (*_nothing_new(visits), *_always_none(never, visits, levels, catalogue), *_unlike_usual(visits, catalogue)),
    )


def _own(visits: Sequence[Visit]) -> list[str]:
    """The words of effects that the patient named, those of the newest session first, as far as rows can hold them."""
    named = [_named(report) for visit in visits for entry in reversed(visit.entries) for report in entry.effects]
    return list(dict.fromkeys(filter(None, named)))[:OWN_ROWS]


def _named(report: EffectReport) -> str:
    said = phrases.visible(report.words) if report.effect == OTHER else ""
    return said if len(said) <= OWN_LENGTH and "\n" not in said else ""


def _ordinary(visit: Visit) -> Iterator[tuple[Entry, EffectReport]]:
    """What was noticed of effects that are no warning signs."""
    return (each for each in visit.noticed() if each[1].effect not in WARNING_SIGNS)


def _levels(visit: Visit, own: Sequence[str]) -> Levels:
    """A level above none counts where it began; none counts for both, or only for the session if written in it."""
    levels = Levels({}, {})
    for entry in visit.entries:
        for report in entry.effects:
            named = _named(report)
            felt = Felt(report.effect, named if named in own else "")
            if report.severity:
                sides = [levels.during if began_during(entry, report) else levels.after]
            else:
                sides = [levels.during] if entry.moment == "during" else list(levels)
            for side in sides:
                side[felt] = max(report.severity, side.get(felt, 0))
    return levels


def _rows(felt: Sequence[Felt], levels: Sequence[dict[Felt, int]], catalogue: Catalogue) -> tuple[GridRow, ...]:
    """Those that were reported at least once."""
    return tuple(
        GridRow(_name(each, catalogue), tuple(side.get(each) for side in levels))
        for each in felt
        if any(side.get(each) for side in levels)
    )


def _name(felt: Felt, catalogue: Catalogue) -> str:
    return _("“{words}”").format(words=felt.words) if felt.words else catalogue.name(felt.effect)


def _asked(felt: Felt, levels: Sequence[Levels]) -> bool:
    return any(felt in side for each in levels for side in each)


def _reported(felt: Felt, levels: Sequence[Levels]) -> bool:
    return any(side.get(felt) for each in levels for side in each)


def functions(visits: Sequence[Visit]) -> Functions | None:
    """Each function that was rated at least once; None when none was."""
    series = [s for function in FUNCTIONS if (s := _series(function, visits))]
    if not series:
        return None
    repeated = any(len(_answers(function, visit)) > 1 for function in FUNCTIONS for visit in visits)
    notes = [_("Oldest on the left.")]
    if repeated:
        notes.append(_("Asked more than once: the last answer is shown."))
    return Functions(
        _("Function, 0 worst to 10 best"),
        _("Function"),
        _("First to last"),
        tuple(visit.short_name for visit in visits),
        tuple(series),
        visits[-1].session is None,
        _("Function, continued"),
        tuple(notes),
    )


def _always_none(
    never: Sequence[Felt], visits: Sequence[Visit], levels: Sequence[Levels], catalogue: Catalogue
) -> Iterator[str]:
    """What was answered with none whenever it was asked: once is not always, so it is said of which sessions."""
    names: dict[tuple[int, ...], list[str]] = {}
    for felt in never:
        asked = tuple(at for at, each in enumerate(levels) if felt in each.during or felt in each.after)
        names.setdefault(asked, []).append(phrases.lower_first(catalogue.name(felt.effect)))
    for asked, effects in sorted(names.items(), key=lambda each: -len(each[0])):
        said = _("Asked, always none: {effects}.")
        if len(asked) < len(visits):
            said = _("Asked only about {sessions}, none: {effects}.")
        yield said.format(effects=", ".join(effects), sessions=_of([visits[at] for at in asked], visits))


def _of(some: Sequence[Visit], visits: Sequence[Visit]) -> str:
    """Their names, or how many of all they are."""
    if len(some) <= SESSIONS_NAMED:
        return phrases.join([phrases.lower_first(visit.name) for visit in some])
    return _("{count} of {all} sessions").format(count=len(some), all=len(visits))


def _nothing_new(visits: Sequence[Visit]) -> tuple[str, ...]:
    """It is no nought for any effect, and no silence either."""
    said = [phrases.lower_first(visit.name) for visit in visits if any(entry.none_noticed for entry in visit.entries)]
    return (_("“Nothing new” was said of: {sessions}.").format(sessions=phrases.join(said)),) if said else ()


def _unlike_usual(visits: Sequence[Visit], catalogue: Catalogue) -> tuple[str, ...]:
    """An effect that the patient knows otherwise from their MS, and in which sessions."""
    where: dict[str, list[str]] = {}
    for visit in visits:
        for effect in dict.fromkeys(report.effect for __, report in _ordinary(visit) if report.unlike_usual):
            where.setdefault(effect, []).append(phrases.lower_first(visit.name))
    return tuple(
        _("{effect}, unlike the patient’s usual MS: {sessions}.").format(
            effect=catalogue.name(effect), sessions=phrases.join(names)
        )
        for effect, names in where.items()
    )


def _answers(function: str, visit: Visit) -> list[int]:
    """What was answered, oldest first."""
    return [value for entry in visit.entries if (value := entry.function.get(function)) is not None]


def _series(function: str, visits: Sequence[Visit]) -> Series | None:
    values = tuple(answers[-1] if (answers := _answers(function, visit)) else None for visit in visits)
    if all(value is None for value in values):
        return None
    # What belongs to no session has no place in time among them: it takes no part in "from … to …".
    dated = [value for visit, value in zip(visits, values, strict=True) if visit.session and value is not None]
    name = words.functions()[function].noted
    said = [
        _("{session}: {value}").format(session=visit.name, value=_("not asked") if value is None else value)
        for visit, value in zip(visits, values, strict=True)
    ]
    spoken = _("{function}, 0 worst to 10 best. {values}.").format(function=name, values="; ".join(said))
    return Series(name, _change(dated), values, spoken)


def _change(values: Sequence[int]) -> str:
    if len(values) < 2:
        return _("one answer")
    return _("from {first} to {last}").format(first=values[0], last=values[-1])

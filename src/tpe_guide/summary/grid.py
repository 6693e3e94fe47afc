"""Effects by session, and what the patient could do by session, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from tpe_guide.i18n import _
from tpe_guide.summary import phrases
from tpe_guide.summary.names import Catalogue
from tpe_guide.summary.report import Functions, Grid, GridRow, Series
from tpe_guide.summary.visits import Visit, newest_first
from tpe_guide.vocabulary import words
from tpe_guide.vocabulary.terms import ALL_EFFECTS, FUNCTIONS, WARNING_SIGNS


def effect_grid(visits: Sequence[Visit], catalogue: Catalogue) -> Grid | None:
    """The worst level of each effect that was reported at least once, newest session first; None when none was.

    Warning signs have a table of their own.
    """
    visits = newest_first(visits)
    ordinary = [effect for effect in ALL_EFFECTS if effect not in WARNING_SIGNS]
    asked = [effect for effect in ordinary if any(effect in visit.worst for visit in visits)]
    reported = [effect for effect in asked if any(visit.worst.get(effect) for visit in visits)]
    if not reported:
        return None
    never = [effect for effect in asked if effect not in reported]
    return Grid(
        _("Effects by session, worst level, newest first"),
        _("Effect"),
        tuple(visit.short_name for visit in visits),
        tuple(visit.name for visit in visits),
        tuple(_row(effect, visits, catalogue) for effect in reported),
        (*words.severities(), _("Not asked")),
        _("Effects by session, continued"),
        _always_none(never, catalogue),
    )


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
        tuple(visit.short_name for visit in visits),
        tuple(series),
        visits[-1].session is None,
        _("Function, continued"),
        tuple(notes),
    )


def _row(effect: str, visits: Sequence[Visit], catalogue: Catalogue) -> GridRow:
    return GridRow(catalogue.name(effect), tuple(visit.worst.get(effect) for visit in visits))


def _always_none(effects: Sequence[str], catalogue: Catalogue) -> tuple[str, ...]:
    if not effects:
        return ()
    names = ", ".join(phrases.lower_first(catalogue.name(effect)) for effect in effects)
    return (_("Asked, always none: {effects}.").format(effects=names),)


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

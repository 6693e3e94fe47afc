"""The part a nurse must see first: the warning signs that were reported, and those that were not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tpe_guide.diary.model import EffectReport, Entry, ExchangeSession
from tpe_guide.i18n import _, _n
from tpe_guide.summary import phrases
from tpe_guide.summary.names import Catalogue, told_words
from tpe_guide.summary.report import WarningReport, WarningSigns
from tpe_guide.summary.visits import Visit, when
from tpe_guide.vocabulary import words
from tpe_guide.vocabulary.terms import WARNING_SIGNS

SHOWN_ONE_BY_ONE = 6
"""More reports than these are drawn together by sign, so that they all stay on the first page."""
LISTED = 200
"""The most reports listed one by one on later pages."""


class Reported(NamedTuple):
    """One report of a warning sign and where it stands in the diary."""

    session: ExchangeSession | None
    entry: Entry
    effect: EffectReport


def warning_signs(visits: Sequence[Visit], catalogue: Catalogue) -> WarningSigns:
    """The warning signs of the whole course, newest first."""
    if not any(visit.entries for visit in visits):
        return _nothing_logged()
    reported = _reported(visits)
    title = (
        _("Warning signs reported: {count}").format(count=len(reported))
        if reported
        else _("No warning sign was logged")
    )
    one_by_one = tuple(_one(item, catalogue) for item in reported[:LISTED])
    silence = _silence(visits, catalogue)
    if len(reported) <= SHOWN_ONE_BY_ONE:
        return WarningSigns(title, one_by_one, silence)
    together = tuple(_together(sign, reported, catalogue) for sign in _by_last_report(reported))
    return WarningSigns(title, together, silence, _listed_title(len(reported)), one_by_one)


def _nothing_logged() -> WarningSigns:
    return WarningSigns(
        _("Nothing was logged yet"),
        (),
        (_("There is no diary entry, so this page says nothing about warning signs or effects."),),
    )


def _reported(visits: Sequence[Visit]) -> list[Reported]:
    """Each report of a warning sign, newest first; those of one entry in clinical order."""
    reported = [
        Reported(visit.session, entry, report)
        for visit in visits
        for entry, report in visit.noticed()
        if report.effect in WARNING_SIGNS
    ]
    reported.sort(key=lambda item: WARNING_SIGNS.index(item.effect.effect))
    reported.sort(key=lambda item: (item.entry.day, item.entry.recorded_at.timestamp()), reverse=True)
    return reported


def _one(item: Reported, catalogue: Catalogue) -> WarningReport:
    session, entry, effect = item
    says = [
        _("{sign}.").format(sign=phrases.lower_first(catalogue.name(effect.effect))),
        _("{severity} ({level} of 3).").format(severity=words.severities()[effect.severity], level=effect.severity),
        words.onsets()[effect.began].noted,
    ]
    if entry.temperature_c is not None:
        says.append(_("Temperature {temperature}.").format(temperature=phrases.temperature(entry.temperature_c)))
    if entry.reporter == "helper":
        says.append(_("Typed by a helper."))
    return WarningReport(
        _("{when}:").format(when=when(entry, session, weekday=True)),
        " ".join(says),
        _("Patient says staff were told:"),
        _("{told}.").format(told=told_words(effect.told_staff)),
    )


def _together(sign: str, reported: Sequence[Reported], catalogue: Catalogue) -> WarningReport:
    """All reports of one *sign*. *reported* is newest first."""
    mine = [item for item in reported if item.effect.effect == sign]
    worst = max(item.effect.severity for item in mine)
    told = Counter(told_words(item.effect.told_staff) for item in mine)
    newest = when(mine[0].entry, mine[0].session, weekday=True)
    says = [
        _n("Reported once.", "Reported {count} times.", len(mine)).format(count=len(mine)),
        _("Worst: {severity} ({level} of 3).").format(
            severity=phrases.lower_first(words.severities()[worst]), level=worst
        ),
        _("Last: {when}.").format(when=phrases.lower_first(newest) if mine[0].session else newest),
    ]
    return WarningReport(
        _("{sign}:").format(sign=catalogue.name(sign)),
        " ".join(says),
        _("Patient says staff were told:"),
        _("{told}.").format(told=", ".join(f"{answer} {count}" for answer, count in told.items())),
    )


def _by_last_report(reported: Sequence[Reported]) -> list[str]:
    return list(dict.fromkeys(item.effect.effect for item in reported))


def _listed_title(count: int) -> str:
    if count <= LISTED:
        return _("Each warning sign, newest first")
    return _("Each warning sign, the newest {shown} of {count}").format(shown=LISTED, count=count)


def _silence(visits: Sequence[Visit], catalogue: Catalogue) -> tuple[str, ...]:
    """What was answered "none", and what was never logged: two different things."""
    answered = {sign: max(levels) for sign in WARNING_SIGNS if (levels := _levels(sign, visits))}
    denied = [sign for sign, worst in answered.items() if not worst]
    unsaid = [sign for sign in WARNING_SIGNS if sign not in answered]
    lines = []
    if denied:
        lines.append(_("Asked, and answered “none”: {signs}.").format(signs=_list(denied, catalogue)))
    if unsaid:
        lines.append(_("Not logged: {signs}.").format(signs=_list(unsaid, catalogue)))
    return tuple(lines)


def _levels(sign: str, visits: Sequence[Visit]) -> list[int]:
    return [visit.worst[sign] for visit in visits if sign in visit.worst]


def _list(signs: Sequence[str], catalogue: Catalogue) -> str:
    return ", ".join(phrases.lower_first(catalogue.name(sign)) for sign in signs)

"""The part a nurse must see first: warning signs that were pressed, temperatures, and what was never asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tpe_guide.diary.model import EffectReport, Entry
from tpe_guide.i18n import _, _n
from tpe_guide.summary import phrases
from tpe_guide.summary.names import Catalogue, told_words
from tpe_guide.summary.report import Fact, WarningReport, WarningSigns
from tpe_guide.summary.sign_table import sign_table
from tpe_guide.summary.visits import Visit, when
from tpe_guide.vocabulary import words
from tpe_guide.vocabulary.terms import WARNING_SIGNS

SHOWN_ONE_BY_ONE = 6
"""More reports than these are drawn together by sign, so that they all stay on the first page."""
WARM = 38.0
"""°C. From here on the guide says to call the unit (``line-fever`` in effects.yaml): the page repeats it as a fact."""
TEMPERATURES = 6
LISTED = 200
"""The most reports listed one by one on later pages."""


class Reported(NamedTuple):
    """One report of a warning sign and where it stands in the diary."""

    label: str
    """What its session is called; empty for none."""
    entry: Entry
    effect: EffectReport


def warning_signs(visits: Sequence[Visit], catalogue: Catalogue, *, pointer: str = "") -> WarningSigns:
    """The warning signs of the whole course, in clinical order. *pointer*: where the patient’s words say more."""
    if not any(visit.entries for visit in visits):
        return _nothing_logged()
    reported = _reported(visits)
    one_by_one = tuple(_one(item, catalogue) for item in reported[:LISTED])
    signs = WarningSigns(
        _("Warning signs pressed: {count}").format(count=len(reported))
        if reported
        else _("No warning sign was pressed"),
        one_by_one,
        _silence(visits, catalogue),
        measured(visits),
        pointer,
        sign_table(visits, catalogue),
    )
    if len(reported) <= SHOWN_ONE_BY_ONE:
        return signs
    together = tuple(_together(sign, reported, catalogue) for sign in _signs(reported))
    return signs._replace(reports=together, listed_title=_listed_title(len(reported)), listed=one_by_one)


def measured(visits: Sequence[Visit]) -> Fact | None:
    """Each temperature of ``WARM`` and above, newest first: a fact, whatever was pressed. None without one."""
    readings = [(entry, visit.label) for visit in visits for entry in visit.entries]
    warm = [(entry, label) for entry, label in readings if (entry.temperature_c or 0) >= WARM]
    warm.sort(key=lambda item: (item[0].day, item[0].recorded_at.timestamp()), reverse=True)
    if not warm:
        return None
    says = [_reading(entry, label) for entry, label in warm[:TEMPERATURES]]
    if len(warm) > TEMPERATURES:
        says.append(_("{count} more").format(count=len(warm) - TEMPERATURES))
    return Fact(_("Measured 38 °C (100.4 °F) or more:"), _("{list}.").format(list="; ".join(says)))


def _reading(entry: Entry, label: str) -> str:
    assert entry.temperature_c is not None
    at = when(entry, label)
    if entry.recorded_at.date() == entry.day:
        at = _("{when}, written down at {time}").format(when=at, time=f"{entry.recorded_at:%H:%M}")
    return _("{temperature} {when}").format(
        temperature=phrases.temperature(entry.temperature_c), when=phrases.lower_first(at) if label else at
    )


def _nothing_logged() -> WarningSigns:
    return WarningSigns(
        _("Nothing was logged yet"),
        (),
        (_("There is no diary entry, so this page says nothing about warning signs or effects."),),
    )


def _reported(visits: Sequence[Visit]) -> list[Reported]:
    """Each report of a warning sign, in clinical order; those of one sign newest first."""
    reported = [
        Reported(visit.label, entry, report)
        for visit in visits
        for entry, report in visit.noticed()
        if report.effect in WARNING_SIGNS
    ]
    reported.sort(key=lambda item: (item.entry.day, item.entry.recorded_at.timestamp()), reverse=True)
    reported.sort(key=lambda item: WARNING_SIGNS.index(item.effect.effect))
    return reported


def _one(item: Reported, catalogue: Catalogue) -> WarningReport:
    label, entry, effect = item
    at = when(entry, label)
    says = [
        _("{severity} ({level} of 3).").format(severity=words.severities()[effect.severity], level=effect.severity),
        words.onsets()[effect.began].noted,
    ]
    if entry.temperature_c is not None and entry.temperature_c < WARM:
        says.append(_("Temperature {temperature}.").format(temperature=phrases.temperature(entry.temperature_c)))
    if entry.reporter == "helper":
        says.append(_("Typed by a helper."))
    return WarningReport(
        _("{sign}, {when}:").format(sign=catalogue.name(effect.effect), when=phrases.lower_first(at) if label else at),
        " ".join(says),
        _("Staff told:"),
        _("{told}.").format(told=told_words(effect.told_staff)),
    )


def _together(sign: str, reported: Sequence[Reported], catalogue: Catalogue) -> WarningReport:
    """All reports of one *sign*. *reported* is newest first."""
    mine = [item for item in reported if item.effect.effect == sign]
    worst = max(item.effect.severity for item in mine)
    told = Counter(told_words(item.effect.told_staff) for item in mine)
    newest = when(mine[0].entry, mine[0].label)
    says = [
        _n("Reported once.", "Reported {count} times.", len(mine)).format(count=len(mine)),
        _("Worst: {severity} ({level} of 3).").format(
            severity=phrases.lower_first(words.severities()[worst]), level=worst
        ),
        _("Last: {when}.").format(when=phrases.lower_first(newest) if mine[0].label else newest),
    ]
    return WarningReport(
        _("{sign}:").format(sign=catalogue.name(sign)),
        " ".join(says),
        _("Staff told:"),
        _("{told}.").format(told=", ".join(f"{answer} {count}" for answer, count in told.items())),
    )


def _signs(reported: Sequence[Reported]) -> list[str]:
    return list(dict.fromkeys(item.effect.effect for item in reported))


def _listed_title(count: int) -> str:
    if count <= LISTED:
        return _("Each warning sign, one by one")
    return _("Each warning sign, the first {shown} of {count}").format(shown=LISTED, count=count)


def _silence(visits: Sequence[Visit], catalogue: Catalogue) -> tuple[str, ...]:
    """What was asked in no session: that is no "no"."""
    unsaid = [sign for sign in WARNING_SIGNS if not any(sign in visit.worst for visit in visits)]
    if not unsaid:
        return ()
    names = ", ".join(phrases.lower_first(catalogue.name(sign)) for sign in unsaid)
    return (_("Not asked in any session: {signs}.").format(signs=names),)

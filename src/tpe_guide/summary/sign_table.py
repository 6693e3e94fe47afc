"""Warning signs by session: each answer stands with its session and day, and what was not asked is no "no"."""

from __future__ import annotations

from collections.abc import Sequence

from tpe_guide.diary.model import EffectReport, Entry
from tpe_guide.i18n import _
from tpe_guide.summary import phrases
from tpe_guide.summary.names import Catalogue
from tpe_guide.summary.report import Answer, SignRow, SignTable
from tpe_guide.summary.visits import Visit, newest_first
from tpe_guide.vocabulary.terms import WARNING_SIGNS

NOT_ASKED = "–"
"""As in the grid of effects; small, so that a YES is seen from afar."""


def sign_table(visits: Sequence[Visit], catalogue: Catalogue) -> SignTable | None:
    """The signs that were answered at least once, in clinical order; None when none was."""
    columns = newest_first(visits)
    answered = [sign for sign in WARNING_SIGNS if any(sign in visit.worst for visit in columns)]
    if not answered:
        return None
    return SignTable(
        _("Warning sign"),
        tuple((visit.short_name, _day(visit)) for visit in columns),
        tuple(SignRow(catalogue.name(sign), tuple(_answer(sign, visit) for visit in columns)) for sign in answered),
        _("No: asked, and answered none. {mark} not asked, which does not mean no.").format(mark=NOT_ASKED),
        _("not asked"),
        _("Warning signs, older sessions"),
    )


def _day(visit: Visit) -> str:
    if visit.session:
        return phrases.day(visit.session.day)
    days = sorted({entry.day for entry in visit.entries})
    return phrases.day(days[0]) if len(days) == 1 else _("{count} days").format(count=len(days))


def _answer(sign: str, visit: Visit) -> Answer:
    """The worst that was said of *sign*; of several answers that say the same, the latest."""
    said = [(entry, report) for entry in visit.entries for report in entry.effects if report.effect == sign]
    if not said:
        return Answer(None, NOT_ASKED)
    entry, report = max(said, key=_worst_then_latest)
    day = "" if visit.session and entry.day == visit.session.day else phrases.day(entry.day)
    return Answer(report.severity, _("YES") if report.severity else _("No"), day)


def _worst_then_latest(said: tuple[Entry, EffectReport]) -> tuple[int, float]:
    entry, report = said
    return report.severity, entry.recorded_at.timestamp()

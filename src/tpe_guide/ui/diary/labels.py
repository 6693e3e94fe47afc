"""Sessions and reports, as the screens say them."""

from __future__ import annotations

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.model import EffectReport, ExchangeSession
from tpe_guide.diary.pick import Pick
from tpe_guide.i18n import _
from tpe_guide.vocabulary.terms import Moment
from tpe_guide.vocabulary.words import onsets, severities


def report_words(report: EffectReport, name: str) -> str:
    """“Fever or shaking: Moderate · At home, later · told the staff”. *name* is the effect's plain name."""
    parts = [_("{effect}: {severity}").format(effect=name, severity=severities()[report.severity])]
    if report.severity and report.began != "unknown":
        parts.append(onsets()[report.began].own)
    if report.told_staff is not None:
        parts.append(_("told the staff") if report.told_staff else _("did not tell the staff"))
    if report.unlike_usual is not None:
        parts.append(_("not like my usual") if report.unlike_usual else _("like my usual"))
    return " · ".join(parts)


def pick_name(pick: Pick, catalogue: Catalogue) -> str:
    """“Tingling”; of one that the person has named, their own words."""
    return pick.words.strip() or catalogue.name(pick.effect)


def session_words(session: ExchangeSession) -> str:
    """“Session 3”."""
    return _("Session {number}").format(number=session.number)


def duration_words(minutes: int) -> str:
    """“2 h 40 min”."""
    hours, rest = divmod(minutes, 60)
    if not rest:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def moments() -> dict[Moment, str]:
    """When an entry was made, as it stands to its session."""
    return {
        "during": _("in the session"),
        "evening": _("that evening"),
        "next-day": _("the next morning"),
        "later": _("later"),
    }

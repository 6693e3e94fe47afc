"""Sessions and reports, as the screens say them."""

from __future__ import annotations

from tpe_guide.diary.model import EffectReport, ExchangeSession
from tpe_guide.i18n import _
from tpe_guide.vocabulary.words import onsets, severities


def report_words(report: EffectReport, name: str) -> str:
    """“Fever or shaking: Moderate · At home, later · told the staff”. *name* is the effect's plain name."""
    parts = [_("{effect}: {severity}").format(effect=name, severity=severities()[report.severity])]
    if report.severity and report.began != "unknown":
        parts.append(onsets()[report.began].own)
    if report.told_staff:
        parts.append(_("told the staff"))
    return " · ".join(parts)


def session_words(session: ExchangeSession) -> str:
    """“Session 3”."""
    return _("Session {number}").format(number=session.number)


def duration_words(minutes: int) -> str:
    """“2 h 40 min”."""
    hours, rest = divmod(minutes, 60)
    if not rest:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)

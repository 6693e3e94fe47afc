"""Days, sessions and reports, as the screens say them."""

from __future__ import annotations

import datetime as dt

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


def day_words(day: dt.date) -> str:
    """“Friday 8 May”, in the language of the guide."""
    return _("{weekday} {day} {month}").format(
        weekday=_weekdays()[day.weekday()], day=day.day, month=_months()[day.month - 1]
    )


def session_words(session: ExchangeSession) -> str:
    """“Session 3”."""
    return _("Session {number}").format(number=session.number)


def duration_words(minutes: int) -> str:
    """“2 h 40 min”."""
    hours, rest = divmod(minutes, 60)
    if not rest:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def _weekdays() -> tuple[str, ...]:
    return (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))


def _months() -> tuple[str, ...]:
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )

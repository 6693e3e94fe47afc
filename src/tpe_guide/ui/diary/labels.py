"""Words for the values of the diary, as the screens say them."""

from __future__ import annotations

import datetime as dt

from tpe_guide.diary.model import EffectReport, ExchangeSession
from tpe_guide.i18n import _


def severity_words() -> tuple[str, ...]:
    """None, Mild, Moderate, Severe: by severity 0 to 3."""
    return (_("None"), _("Mild"), _("Moderate"), _("Severe"))


def severity_anchors() -> tuple[str, ...]:
    """What each severity means, in the diary's own words."""
    return (_("Not there"), _("Noticed it, carried on"), _("Slowed me down"), _("Had to stop"))


def began_words() -> dict[str, str]:
    """When an effect began."""
    return {
        "during": _("During the session"),
        "way-home": _("On the way home"),
        "at-home": _("At home, later"),
        "next-day": _("The next day"),
        "unknown": _("I don’t know"),
    }


def access_words() -> dict[str, str]:
    """How blood leaves and comes back."""
    return {
        "arm-veins": _("Needles in my arms"),
        "neck-line": _("A line in my neck"),
        "chest-line": _("A line in my chest"),
        "groin-line": _("A line in my groin"),
        "other": _("Something else"),
        "unknown": _("I don’t know"),
    }


def function_words() -> dict[str, str]:
    """How the person functions, 0 worst to 10 best."""
    return {
        "vision": _("Seeing"),
        "walking": _("Walking"),
        "hands": _("Using my hands"),
        "energy": _("Energy"),
        "thinking": _("Thinking"),
    }


def report_words(report: EffectReport, name: str) -> str:
    """“Fever or shaking: Moderate · At home, later · told the staff”. *name* is the effect's plain name."""
    parts = [_("{effect}: {severity}").format(effect=name, severity=severity_words()[report.severity])]
    if report.severity and report.began != "unknown":
        parts.append(began_words()[report.began])
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

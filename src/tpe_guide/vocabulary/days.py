"""Days in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tpe_guide.i18n import _

if TYPE_CHECKING:
    import datetime as dt


def day_words(day: dt.date, today: dt.date | None = None) -> str:
    """“Friday 8 May 2026”; without the year where it is that of *today*."""
    words = _("{weekday} {day} {month}").format(
        weekday=weekdays()[day.weekday()], day=day.day, month=month_name(day.month)
    )
    if today is not None and day.year == today.year:
        return words
    return _("{day} {year}").format(day=words, year=day.year)


def weekdays() -> tuple[str, ...]:
    """“Monday” to “Sunday”."""
    return (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))


def short_weekday(day: dt.date) -> str:
    """“Fri”."""
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))[day.weekday()]


def month_name(month: int) -> str:
    """“May”, for 5."""
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
    )[month - 1]


def short_day(day: dt.date, today: dt.date) -> str:
    """“Fri 8 May”; with the year where it is not that of *today*."""
    words = _("{weekday} {day} {month}").format(weekday=short_weekday(day), day=day.day, month=month_name(day.month))
    return words if day.year == today.year else _("{day} {year}").format(day=words, year=day.year)


def span_words(first: dt.date, last: dt.date) -> str:
    """“4 to 18 May 2026”: each month and year is said once."""
    if first == last:
        return _day_of_year(last)
    if (first.year, first.month) == (last.year, last.month):
        return _("{first} to {last}").format(first=first.day, last=_day_of_year(last))
    begins = _("{day} {month}").format(day=first.day, month=month_name(first.month))
    return _("{first} to {last}").format(
        first=begins if first.year == last.year else _day_of_year(first), last=_day_of_year(last)
    )


def _day_of_year(day: dt.date) -> str:
    return _("{day} {month} {year}").format(day=day.day, month=month_name(day.month), year=day.year)


def short_month(month: int) -> str:
    """“Jan”, for 1."""
    return (
        _("Jan"),
        _("Feb"),
        _("Mar"),
        _("Apr"),
        _("May"),
        _("Jun"),
        _("Jul"),
        _("Aug"),
        _("Sep"),
        _("Oct"),
        _("Nov"),
        _("Dec"),
    )[month - 1]

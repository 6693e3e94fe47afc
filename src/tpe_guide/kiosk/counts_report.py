"""What is told of the counts: nothing about fewer than five visits, also not to somebody who subtracts.

Only months that are over are told, so that two reports cannot be compared to find a day between them. A cell below
five is hidden, be it 4 or 0. What would give a hidden cell away is left out as well: a total, if the hidden cells
could not each be anything from 0 to 4 beside it; a page or the prints of a month, if they say that there were more
visits than the languages show.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tpe_guide.i18n import _
from tpe_guide.kiosk.counts import Days
from tpe_guide.vocabulary.days import month_name

LEAST = 5
"""A smaller number of visits is not told."""


class Month(NamedTuple):
    """What is told of one month. What is in no list here is hidden, or was never."""

    year: int
    month: int
    languages: Mapping[str, int]
    visits: int | None
    pages: Mapping[str, int]
    prints: Mapping[str, int]
    """Visits that printed, by day."""
    printed: int | None


def months(days: Days, today: dt.date, languages: Iterable[str]) -> tuple[Month, ...]:
    """Each month of *days* that is over, the latest first. The guide exists in *languages*."""
    known = {day: each for day, each in days.items() if (day.year, day.month) < (today.year, today.month)}
    names = sorted({(day.year, day.month) for day in known}, reverse=True)
    return tuple(_month(year, month, known, tuple(languages)) for year, month in names)


def _month(year: int, month: int, days: Days, languages: tuple[str, ...]) -> Month:
    of_month = {day: each for day, each in days.items() if (day.year, day.month) == (year, month)}
    spoken: Counter[str] = Counter(dict.fromkeys(languages, 0))
    pages: Counter[str] = Counter()
    for each in of_month.values():
        spoken.update(each.languages)
        pages.update(each.pages)
    dates = [dt.date(year, month, day) for day in range(1, calendar.monthrange(year, month)[1] + 1)]
    printed = {day.isoformat(): of_month[day].prints if day in of_month else 0 for day in dates}
    shown = _shown(spoken)
    floor = sum(shown.values())
    # Each visit has one language: what counts more visits than are shown there tells of those that are not.
    prints, all_printed = _shown(printed), _total(printed)
    return Month(
        year,
        month,
        shown,
        _total(spoken),
        {page: count for page, count in sorted(_shown(pages).items()) if count <= floor},
        prints if sum(prints.values()) <= floor else {},
        all_printed if all_printed is not None and all_printed <= floor else None,
    )


def _shown(cells: Mapping[str, int]) -> dict[str, int]:
    return {name: count for name, count in cells.items() if count >= LEAST}


def _total(cells: Mapping[str, int]) -> int | None:
    """The sum of all *cells*; None where it would tell something of a hidden one."""
    shown = _shown(cells)
    hidden, rest = len(cells) - len(shown), sum(cells.values()) - sum(shown.values())
    most = LEAST - 1
    # Whatever one hidden cell is, from 0 to 4, the others can make up the rest.
    may_be_told = not hidden or LEAST <= rest <= most * (hidden - 1)
    return sum(cells.values()) if may_be_told else None


def as_json(told: Iterable[Month]) -> list[dict[str, object]]:
    """For a script. What is hidden is missing, and a total that is not told is null."""
    return [
        {"month": f"{each.year:04}-{each.month:02}", "counted": "visits", "hidden below": LEAST}
        | {"languages": dict(each.languages), "visits": each.visits}
        | {"pages": dict(each.pages), "prints by day": dict(each.prints), "prints": each.printed}
        for each in told
    ]


def lines(told: Iterable[Month]) -> Iterator[str]:
    """For people."""
    empty = True
    for each in told:
        empty = False
        yield _("{month} {year}").format(month=month_name(each.month), year=each.year)
        yield from _part(_("Visits by language"), each.languages, each.visits)
        yield from _part(_("Visits that opened a page, by page"), each.pages, None, totals=False)
        yield from _part(_("Visits that printed, by day"), each.prints, each.printed)
        yield ""
    if empty:
        yield _("There is no whole month to tell of yet.")
        return
    yield _("Fewer than {least} visits are not told, nor what would give them away.").format(least=LEAST)


def _part(title: str, cells: Mapping[str, int], total: int | None, *, totals: bool = True) -> Iterator[str]:
    yield f"  {title}"
    for name, count in cells.items():
        yield f"    {name}: {count}"
    if not cells:
        yield "    " + _("nothing that can be told")
    elif totals:
        yield "    " + (_("in all: not told") if total is None else _("in all: {count}").format(count=total))

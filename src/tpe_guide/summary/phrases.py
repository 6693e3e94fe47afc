"""Small phrases that the page is put together from: dates, ranges of sessions, lists, how long."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from tpe_guide.i18n import _
from tpe_guide.vocabulary.days import month_name

# Control characters could drive a terminal, and direction overrides could show one thing and mean another.
_INVISIBLE = (*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_LINE_ENDS = (0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029)
_SEEN = dict.fromkeys(_INVISIBLE, "") | dict.fromkeys(_LINE_ENDS, "\n")


def visible(text: str) -> str:
    """*text* as it was written, without what cannot be seen; lines end in ``\\n``."""
    return text.replace("\r\n", "\n").translate(_SEEN).strip()


def lower_first(name: str) -> str:
    """*name* as it stands inside a sentence; an abbreviation such as ``MS`` stays as it is."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def upper_first(words: str) -> str:
    """*words* as they begin a sentence."""
    return words[:1].upper() + words[1:]


def join(items: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(items) < 2:
        return "".join(items)
    return _("{items} and {last}").format(items=", ".join(items[:-1]), last=items[-1])


def numbers(values: Iterable[int]) -> str:
    """Session numbers, ascending, drawn together: ``1 to 5``, ``1, 2 and 4``, ``1 to 3 and 5``."""
    return join([_run(first, last) for first, last in _runs(sorted(set(values)))])


def zone(at: dt.datetime) -> str:
    """The time zone of *at* by its distance: ``UTC+2``, ``UTC−5:30``."""
    offset = at.utcoffset() or dt.timedelta()
    if not offset:
        return "UTC"
    hours, minutes = divmod(abs(offset) // dt.timedelta(minutes=1), 60)
    sign = "+" if offset > dt.timedelta() else "−"
    return f"UTC{sign}{hours}:{minutes:02}" if minutes else f"UTC{sign}{hours}"


def duration(minutes: int) -> str:
    """``40 min``, ``2 h``, ``2 h 40 min``."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{minutes} min").format(minutes=rest)
    if not rest:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def temperature(celsius: float) -> str:
    """``38.4 °C``, as it was typed: never rounded into something else."""
    return _("{celsius} °C").format(celsius=str(celsius).removesuffix(".0"))


def day(date: dt.date) -> str:
    """``8 May``."""
    return _("{day} {month}").format(day=date.day, month=month_name(date.month))


def full_day(date: dt.date) -> str:
    """``8 May 2026``."""
    return _("{day} {month} {year}").format(day=date.day, month=month_name(date.month), year=date.year)


def week_day(date: dt.date) -> str:
    """``Fri 8 May``."""
    return _("{weekday} {date}").format(weekday=_weekday(date), date=day(date))


def span(first: dt.date, last: dt.date) -> str:
    """``4 to 18 May 2026``, ``28 April to 2 May 2026``, ``28 December 2026 to 4 January 2027``."""
    if first == last:
        return full_day(first)
    if first.year != last.year:
        start = full_day(first)
    elif first.month != last.month:
        start = day(first)
    else:
        start = str(first.day)
    return _("{start} to {end}").format(start=start, end=full_day(last))


def week_days(dates: Sequence[dt.date]) -> str:
    """``Fri 15 and Mon 18 May``: the month is said once where they share it."""
    if len(dates) == 2 and (dates[0].year, dates[0].month) == (dates[1].year, dates[1].month):
        first = _("{weekday} {day}").format(weekday=_weekday(dates[0]), day=dates[0].day)
        return join([first, week_day(dates[1])])
    return join([week_day(date) for date in dates])


def _runs(ascending: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for value in ascending:
        if runs and value == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], value)
        else:
            runs.append((value, value))
    # Two in a row read better as two: "1 and 2", not "1 to 2".
    return [part for run in runs for part in _loosened(run)]


def _loosened(run: tuple[int, int]) -> list[tuple[int, int]]:
    first, last = run
    return [(first, first), (last, last)] if last == first + 1 else [run]


def _run(first: int, last: int) -> str:
    return str(first) if first == last else _("{first} to {last}").format(first=first, last=last)


def _weekday(date: dt.date) -> str:
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))[date.weekday()]

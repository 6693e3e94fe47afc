"""How much a kiosk is used, by day and on this machine alone: numbers, and nobody behind them.

A visit counts once for its language, once for each page it opened however often, and once if it printed: so a number
is a number of visits, and fewer than five of them are nowhere told (``counts_report``). Kept are whole days, in the
order of the alphabet: no hour, no sequence, no visit. The file's own time is set to its day as well.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from tpe_guide import side_file
from tpe_guide.errors import SetAside, TpeGuideError
from tpe_guide.files import make_private_folder, write_whole

FILE = "kiosk-counts.json"
KEPT_DAYS = 400
"""A year and the month beside it; of more days the oldest month goes, all of it: a report of some of its days, beside
one of a day more, would tell that day."""
_LIMIT = 8_000_000
_MOST = 1_000_000
"""More visits than that no day has: the file is spoilt."""


class Visit:
    """What one visit adds, held in memory until it is over."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.pages: set[str] = set()
        self.printed = False


class Day(NamedTuple):
    """The visits of one day: by language, by page opened, and how many printed."""

    languages: Mapping[str, int] = {}
    pages: Mapping[str, int] = {}
    prints: int = 0

    def with_visit(self, visit: Visit) -> Day:
        """The same day, one visit later."""
        return Day(
            Counter(self.languages) + Counter((visit.language,)),
            Counter(self.pages) + Counter(visit.pages),
            self.prints + visit.printed,
        )


Days = Mapping[dt.date, Day]


def load(path: Path, tell: side_file.Tell) -> Days:
    """What is kept in the file *path*; nothing where it is not there. *tell*: see ``side_file.load``."""
    return side_file.load(path, _LIMIT, _read, {}, tell)


def add(path: Path, today: dt.date, visits: Iterable[Visit]) -> TpeGuideError | None:
    """Count *visits* of *today* in the file *path*. Gives what kept it from that, if anything: no visitor minds."""
    faults: list[TpeGuideError] = []
    before = load(path, faults.append)
    if any(not isinstance(fault, SetAside) for fault in faults):
        return faults[0]  # it is there, and must not be written over
    day = before.get(today, Day())
    for visit in visits:
        day = day.with_visit(visit)
    try:
        make_private_folder(path.parent)
        write_whole(path, side_file.encoded(_written({**before, today: day})), private=True)
    except TpeGuideError as error:
        return error
    midnight = dt.datetime.combine(today, dt.time()).timestamp()
    with contextlib.suppress(OSError):
        os.utime(path, (midnight, midnight))
    return faults[0] if faults else None


def _written(days: Days) -> side_file.Json:
    kept = sorted(days)
    while len(kept) > KEPT_DAYS:
        kept = [day for day in kept if (day.year, day.month) != (kept[0].year, kept[0].month)]
    return {
        "version": 1,
        "days": {
            day.isoformat(): {
                "languages": dict(sorted(days[day].languages.items())),
                "pages": dict(sorted(days[day].pages.items())),
                "prints": days[day].prints,
            }
            for day in kept
        },
    }


def _read(data: side_file.Json) -> Days:
    if data["version"] != 1:
        raise side_file.Fault
    return {
        dt.date.fromisoformat(day): Day(_numbers(each["languages"]), _numbers(each["pages"]), _number(each["prints"]))
        for day, each in data["days"].items()
    }


def _numbers(data: Mapping[str, object]) -> dict[str, int]:
    return {name: _number(value) for name, value in data.items()}


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _MOST:
        raise side_file.Fault
    return value

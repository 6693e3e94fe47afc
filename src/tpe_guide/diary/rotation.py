"""Which backups stay: of the last days and weeks one each, and the newest whatever its day.

Older and newer go by the number in the name, never by the clock, which people and dead batteries set back and forward:
a day of the year 2099 is one day like any other, and takes the room of one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Hashable, Iterable
from pathlib import Path
from typing import NamedTuple

from tpe_guide.i18n import _

SUFFIX = ".tpebackup"
DAYS, WEEKS = 7, 8
NEWEST = 3
"""So many stay whatever their day: where the clock begins anew at each start, all are of one day."""

_NAME = re.compile(r"diary-(\d{4}-\d\d-\d\d)-(\d{6,12})-([0-9a-f]{8})" + re.escape(SUFFIX))


class Named(NamedTuple):
    """A backup as its name tells of it. Nothing of it was read yet."""

    number: int
    """Later ones have higher numbers."""
    day: dt.date
    """The day on which it was made, by the clock of that time."""
    tag: str
    """Backups of one diary have the same."""
    path: Path


def name_of(number: int, day: dt.date, tag: str) -> str:
    """The name of a backup."""
    return f"diary-{day.isoformat()}-{number:06}-{tag}{SUFFIX}"


def named(path: Path) -> Named | None:
    """What the name of *path* tells; None where it is not the name of a backup."""
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    try:
        return Named(int(found[2]), dt.date.fromisoformat(found[1]), found[3], path)
    except ValueError:  # the 31st of February
        return None


def staying(backups: Collection[Named]) -> set[Named]:
    """Those of *backups*, good ones of one diary, that stay. The newest is always among them."""
    newest_first = sorted(backups, key=lambda one: one.number, reverse=True)
    return {
        *newest_first[:NEWEST],
        *_newest_of_each(newest_first, lambda one: one.day, DAYS),
        *_newest_of_each(newest_first, lambda one: one.day.isocalendar()[:2], WEEKS),
    }


def policy() -> str:
    """The same in words."""
    return _("One of each of the last {days} days and {weeks} weeks with changes is kept.").format(
        days=DAYS, weeks=WEEKS
    )


def _newest_of_each(newest_first: Iterable[Named], time: Callable[[Named], Hashable], most: int) -> list[Named]:
    newest: dict[Hashable, Named] = {}
    for one in newest_first:
        newest.setdefault(time(one), one)
    return [*newest.values()][:most]

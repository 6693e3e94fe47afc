"""The course at a glance: its days, the worst level of each effect by session, what the person could do.

It repeats what was written, side by side. It works nothing out: no score, no trend, no judgement.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from tpe_guide.diary.digest import Digest
from tpe_guide.diary.model import ExchangeSession
from tpe_guide.vocabulary.terms import ALL_EFFECTS, FUNCTIONS, OTHER, WARNING_SIGNS

STRIP_DAYS = 15
"""As many days stand in one row."""
COLUMNS = 7
"""As many sessions stand side by side."""


class StripDay(NamedTuple):
    """A day of the course, and the sessions on it: usually one or none."""

    day: dt.date
    sessions: tuple[ExchangeSession, ...]
    is_today: bool


class Strip(NamedTuple):
    """Some days of the course, and how many sessions are before and after them."""

    days: tuple[StripDay, ...]
    earlier: int = 0
    later: int = 0


Mark = Literal["level", "not-asked", "empty"]
"""``empty``: no entry is about that session, or none yet."""


class Cell(NamedTuple):
    """How bad an effect was at the worst after one session; *warns*: it is a warning sign, and was there."""

    mark: Mark
    level: int = 0
    warns: bool = False


class GridRow(NamedTuple):
    """An effect; *words*: what the person calls it, where it is one of their own."""

    effect: str
    words: str
    cells: tuple[Cell, ...]


class FunctionRow(NamedTuple):
    """What the person could do, 0 worst to 10 best, by session; None: not said."""

    name: str
    values: tuple[int | None, ...]

    @property
    def said(self) -> tuple[int, ...]:
        """What was answered, oldest first."""
        return tuple(value for value in self.values if value is not None)


class Grid(NamedTuple):
    """Sessions side by side, with what was noted of each."""

    sessions: tuple[ExchangeSession, ...]
    rows: tuple[GridRow, ...]
    functions: tuple[FunctionRow, ...]
    nothing_new: frozenset[str]
    """The ids of sessions with an entry that says so."""


class Tally(NamedTuple):
    """How many sessions there are."""

    done: int
    missed: int
    planned: int
    """In all, as far as that is known: what the unit planned, or what is in the diary."""


def tally(sessions: Iterable[ExchangeSession], planned: int | None) -> Tally:
    """Count *sessions*; *planned*: as many as were planned, if that was said."""
    states = [session.state for session in sessions]
    return Tally(states.count("done"), states.count("missed"), max(planned or 0, len(states)))


def strip(sessions: Iterable[ExchangeSession], today: dt.date, back: int = 0, most: int = STRIP_DAYS) -> Strip:
    """The days of the course: each of them while they are at most *most*, else those with a session, and *today*.

    Of more than that, as many as there is room for, up to half of them ahead; *back*: so many rooms before these.
    """
    by_day: dict[dt.date, list[ExchangeSession]] = {}
    for session in sorted(sessions, key=lambda one: (one.day, one.number, one.id)):
        by_day.setdefault(session.day, []).append(session)
    if not by_day:
        return Strip(())
    days = _days(by_day, today, most)
    ahead = sum(day > today for day in days)
    end = len(days) - max(0, ahead - most // 2) if len(days) > most else len(days)
    end = max(min(len(days), most), min(len(days), end - back * most))
    shown = days[max(0, end - most) : end]
    return Strip(
        tuple(StripDay(day, tuple(by_day.get(day, ())), day == today) for day in shown),
        sum(len(there) for day, there in by_day.items() if day < shown[0]),
        sum(len(there) for day, there in by_day.items() if day > shown[-1]),
    )


def side_by_side(sessions: Sequence[ExchangeSession], end: int | None, most: int = COLUMNS) -> tuple[int, int]:
    """From which to which (excluded) of *sessions*, in order, stand side by side: the newest, or those up to *end*.

    While there are few, those that are planned stand there, too.
    """
    if end is None:
        had = max((at + 1 for at, session in enumerate(sessions) if session.state != "planned"), default=0)
        end = len(sessions) if len(sessions) <= most else max(most, had)
    end = max(min(most, len(sessions)), min(end, len(sessions)))
    return max(0, end - most), end


def grid(sessions: Sequence[ExchangeSession], digest: Digest) -> Grid:
    """What *digest* says of *sessions*: each effect that was asked about at least once, each function answered."""
    worst = {(one.session, one.effect, one.words): one.severity for one in digest.noticed}
    kinds = sorted({(effect, words) for _session, effect, words in worst}, key=_place)
    rated = {(one.session, one.function): one.value for one in digest.rated}
    functions = (
        FunctionRow(name, tuple(rated.get((session.id, name)) for session in sessions))
        for name in FUNCTIONS
        if any((session.id, name) in rated for session in sessions)
    )
    return Grid(
        tuple(sessions),
        tuple(_row(effect, words, sessions, worst, digest.written) for effect, words in kinds),
        tuple(functions),
        digest.nothing_new,
    )


def out_of_order(sessions: Iterable[ExchangeSession]) -> tuple[ExchangeSession, ExchangeSession] | None:
    """Two that were had, the first before the second by number and after it by day: a day or a clock is wrong."""
    had = sorted((one for one in sessions if one.state == "done"), key=lambda one: (one.number, one.day))
    for before, after in pairwise(had):
        if before.number < after.number and before.day > after.day:
            return before, after
    return None


def _days(by_day: Mapping[dt.date, object], today: dt.date, most: int) -> list[dt.date]:
    first, last = min(by_day), max(by_day)
    for begin, end in ((min(first, today), max(last, today)), (first, last)):
        span = (end - begin).days + 1
        if span <= most:
            return [begin + dt.timedelta(days=at) for at in range(span)]
    return sorted({*by_day, today})


def _place(kind: tuple[str, str]) -> tuple[int, str]:
    """Where an effect stands among the others: in the order of the contract, the person's own by their words."""
    effect, words = kind
    return (len(ALL_EFFECTS) if effect == OTHER and words else ALL_EFFECTS.index(effect), words.casefold())


def _row(
    effect: str,
    words: str,
    sessions: Sequence[ExchangeSession],
    worst: Mapping[tuple[str, str, str], int],
    written: frozenset[str],
) -> GridRow:
    cells = []
    for session in sessions:
        level = worst.get((session.id, effect, words))
        if level is not None:
            cells.append(Cell("level", level, warns=level > 0 and effect in WARNING_SIGNS))
        else:
            cells.append(Cell("not-asked" if session.id in written else "empty"))
    return GridRow(effect, words, tuple(cells))

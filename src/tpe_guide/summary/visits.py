"""The diary gathered by session: what was said of each, and the worst of it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from string import ascii_lowercase
from typing import NamedTuple

from tpe_guide.diary.model import Diary, EffectReport, Entry, ExchangeSession
from tpe_guide.i18n import _
from tpe_guide.summary import phrases

_NIGHT_ENDS = 5
"""Up to this hour a person may still write of the day before."""


class Visit(NamedTuple):
    """One session and its entries, oldest first; *session* is None for entries that belong to none."""

    session: ExchangeSession | None
    label: str
    """The number of the session as the page has it; empty for none."""
    entries: tuple[Entry, ...]
    worst: dict[str, int]
    """Effect id → worst level said, 0 to 3. An effect that is missing was not asked."""

    @property
    def short_name(self) -> str:
        """What heads its column."""
        return self.label or _("Other")

    @property
    def name(self) -> str:
        """Its name in full."""
        return _("Session {number}").format(number=self.label) if self.label else _("Other days")

    def noticed(self) -> Iterator[tuple[Entry, EffectReport]]:
        """Each effect that was reported with a level above none."""
        for entry in self.entries:
            for report in entry.effects:
                if report.severity:
                    yield entry, report


def gather(diary: Diary, names: Mapping[str, str]) -> tuple[Visit, ...]:
    """The sessions that were done or written about, oldest first, then the entries that belong to no session.

    *names*: what each session is called, by its id.
    """
    known = {session.id for session in diary.sessions}
    entries_of: dict[str | None, list[Entry]] = {}
    for entry in sorted(diary.entries, key=lambda entry: (entry.day, entry.recorded_at.timestamp())):
        entries_of.setdefault(entry.session if entry.session in known else None, []).append(entry)
    visits = [
        _visit(session, names[session.id], entries_of.get(session.id, []))
        for session in sorted(diary.sessions, key=in_time)
        if session.state == "done" or session.id in entries_of
    ]
    if None in entries_of:
        visits.append(_visit(None, "", entries_of[None]))
    return tuple(visits)


def in_time(session: ExchangeSession) -> tuple[dt.date, int]:
    """Sorts sessions as they came."""
    return session.day, session.number


def labels(sessions: Sequence[ExchangeSession]) -> Mapping[str, str]:
    """What each session is called, by its id: its number, and a letter where several have that number."""
    count = Counter(session.number for session in sessions)
    seen: Counter[int] = Counter()
    names = {}
    for session in sorted(sessions, key=in_time):
        several = count[session.number] > 1
        names[session.id] = f"{session.number}{_letters(seen[session.number])}" if several else str(session.number)
        seen[session.number] += 1
    return names


def _letters(index: int) -> str:
    """a, b … z, aa, ab …"""
    rest, last = divmod(index, len(ascii_lowercase))
    return (_letters(rest - 1) if rest else "") + ascii_lowercase[last]


def newest_first(visits: Sequence[Visit]) -> tuple[Visit, ...]:
    """*visits* as a table has them: the newest session first, and last what belongs to none."""
    sessions = [visit for visit in visits if visit.session]
    return (*reversed(sessions), *(visit for visit in visits if visit.session is None))


def when(entry: Entry, label: str) -> str:
    """``After session 3, Fri 8 May``; only the day where there is no session; and when it was written, if late."""
    day = phrases.week_day(entry.day)
    if is_late(entry):
        day = _("{day}, written {date}").format(day=day, date=phrases.full_day(entry.recorded_at.date()))
    if not label:
        return day
    if entry.moment == "during":
        return _("During session {number}, {day}").format(number=label, day=day)
    return _("After session {number}, {day}").format(number=label, day=day)


def began_during(entry: Entry, report: EffectReport) -> bool:
    """Whether it was noticed during the session: said so, or written in it and not said otherwise."""
    return report.began == "during" or (report.began == "unknown" and entry.moment == "during")


def is_late(entry: Entry) -> bool:
    """Whether it was written on a later day than the one it is about, the night after that left out."""
    written = entry.recorded_at
    days = (written.date() - entry.day).days
    return days > 1 or (days == 1 and written.hour >= _NIGHT_ENDS)


def _visit(session: ExchangeSession | None, label: str, entries: list[Entry]) -> Visit:
    worst: dict[str, int] = {}
    for entry in entries:
        for report in entry.effects:
            worst[report.effect] = max(report.severity, worst.get(report.effect, 0))
    return Visit(session, label, tuple(entries), worst)

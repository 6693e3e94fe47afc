"""The diary gathered by session: what was said of each, and the worst of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tpe_guide.diary.model import Diary, EffectReport, Entry, ExchangeSession
from tpe_guide.i18n import _
from tpe_guide.summary import phrases


class Visit(NamedTuple):
    """One session and its entries, oldest first; *session* is None for entries that belong to none."""

    session: ExchangeSession | None
    entries: tuple[Entry, ...]
    worst: dict[str, int]
    """Effect id → worst level said, 0 to 3. An effect that is missing was not asked."""

    @property
    def short_name(self) -> str:
        """What heads its column."""
        return str(self.session.number) if self.session else _("Other")

    @property
    def name(self) -> str:
        """Its name in full."""
        if self.session is None:
            return _("Other days")
        return _("Session {number}").format(number=self.session.number)

    def noticed(self) -> Iterator[tuple[Entry, EffectReport]]:
        """Each effect that was reported with a level above none."""
        for entry in self.entries:
            for report in entry.effects:
                if report.severity:
                    yield entry, report


def gather(diary: Diary) -> tuple[Visit, ...]:
    """The sessions that were done or written about, by number, then the entries that belong to no session."""
    known = {session.id for session in diary.sessions}
    entries_of: dict[str | None, list[Entry]] = {}
    for entry in sorted(diary.entries, key=lambda entry: (entry.day, entry.recorded_at.timestamp())):
        entries_of.setdefault(entry.session if entry.session in known else None, []).append(entry)
    visits = [
        _visit(session, entries_of.get(session.id, []))
        for session in sorted(diary.sessions, key=lambda session: (session.number, session.day))
        if session.state == "done" or session.id in entries_of
    ]
    if None in entries_of:
        visits.append(_visit(None, entries_of[None]))
    return tuple(visits)


def newest_first(visits: Sequence[Visit]) -> tuple[Visit, ...]:
    """*visits* as a table has them: the newest session first, and last what belongs to none."""
    sessions = [visit for visit in visits if visit.session]
    return (*reversed(sessions), *(visit for visit in visits if visit.session is None))


def when(entry: Entry, session: ExchangeSession | None, *, weekday: bool = False) -> str:
    """``After session 3, 8 May``; only the day where there is no session."""
    day = phrases.week_day(entry.day) if weekday else phrases.day(entry.day)
    if session is None:
        return day
    if entry.moment == "during":
        return _("During session {number}, {day}").format(number=session.number, day=day)
    return _("After session {number}, {day}").format(number=session.number, day=day)


def _visit(session: ExchangeSession | None, entries: list[Entry]) -> Visit:
    worst: dict[str, int] = {}
    for entry in entries:
        for report in entry.effects:
            worst[report.effect] = max(report.severity, worst.get(report.effect, 0))
    return Visit(session, tuple(entries), worst)

"""Parts of a diary, read without reading all of it: a screen costs no more in a long diary than in a short one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from tpe_guide.diary.database import SHEET
from tpe_guide.diary.digest import Digest, Sum, digest
from tpe_guide.diary.listing import OF_SESSION, Rows, unlisted
from tpe_guide.diary.model import Entry
from tpe_guide.diary.recovery import Sheet

_INSTANT = "julianday(json_extract(body, '$.recorded_at'))"
_NEWEST = f"""
    SELECT body FROM entries WHERE day IS NOT NULL AND course IS ?
    ORDER BY day DESC, {_INSTANT} DESC, id DESC LIMIT ?
"""
_BEFORE = f"""
    SELECT body FROM entries WHERE course IS ?4 AND day <= ?1 AND (day, {_INSTANT}, id) < (?1, julianday(?2), ?3)
    ORDER BY day DESC, {_INSTANT} DESC, id DESC LIMIT 1
"""
_AFTER = f"""
    SELECT body FROM entries WHERE course IS ?4 AND day >= ?1 AND (day, {_INSTANT}, id) > (?1, julianday(?2), ?3)
    ORDER BY day, {_INSTANT}, id LIMIT 1
"""
_SUMS = "SELECT session, body FROM sums WHERE session IN (SELECT value FROM json_each(?))"
_ABOUT = "SELECT count(*) FROM entries WHERE day IS NOT NULL AND session = ?"
_LOOSE = "SELECT 1 FROM entries INDEXED BY listed_of WHERE day IS NOT NULL AND session IS NULL AND course IS ? LIMIT 1"


def _place(entry: Entry) -> tuple[Any, ...]:
    return entry.day, entry.recorded_at, entry.id


class Glance:
    """Reads from a store by its *rows*; *unpack* makes an entry of a row. Both raise DiaryDamaged.

    *course*: of which earlier course; None: of the present one.
    """

    def __init__(self, rows: Rows, unpack: Callable[[type[Entry], str], Entry], course: str | None = None) -> None:
        self._rows = rows
        self._unpack = unpack
        self._course = course

    def sheet(self) -> Sheet:
        """What is known of the recovery sheet."""
        rows = self._rows("SELECT body FROM about WHERE name = ?", SHEET)
        return Sheet.read(rows[0][0]) if rows else Sheet()

    def newest(self, most: int) -> tuple[Entry, ...]:
        """The newest entries, by day and by the instant they were recorded, at *most* so many."""
        found = [*self._entries(self._rows(_NEWEST, self._course, most)), *self._unlisted()]
        return tuple(sorted(found, key=_place, reverse=True)[:most])

    def entry(self, entry_id: str) -> Entry | None:
        """The entry of that id, of whatever course; None: there is none."""
        return next(iter(self._entries(self._rows("SELECT body FROM entries WHERE id = ?", entry_id))), None)

    def beside(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """The entries before and after *entry*."""
        at = (entry.day.isoformat(), entry.recorded_at.isoformat(), entry.id, self._course)
        here, new = _place(entry), self._unlisted()
        before = [*self._entries(self._rows(_BEFORE, *at)), *(one for one in new if _place(one) < here)]
        after = [*self._entries(self._rows(_AFTER, *at)), *(one for one in new if _place(one) > here)]
        return max(before, key=_place, default=None), min(after, key=_place, default=None)

    def course_of(self, entry_id: str) -> str | None:
        """The earlier course that an entry is of; None: it is of the present one, or there is none of that id."""
        return next((course for (course,) in self._rows("SELECT course FROM entries WHERE id = ?", entry_id)), None)

    def about(self, session_id: str) -> int:
        """How many entries are about a session."""
        listed = int(self._rows(_ABOUT, session_id)[0][0])
        return listed + sum(session == session_id for session, _body, _course in unlisted(self._rows))

    def has_loose(self) -> bool:
        """Some entry is about no session."""
        new = any(session is None and course == self._course for session, _body, course in unlisted(self._rows))
        return new or bool(self._rows(_LOOSE, self._course))

    def digest(self, sessions: Iterable[str]) -> Digest:
        """What the entries about *sessions* (ids) say."""
        wanted = tuple(sessions)
        kept = {session: Sum(body) for session, body in self._rows(_SUMS, json.dumps(wanted))}
        for session in wanted:
            if session not in kept:
                kept[session] = Sum()
                self._add(kept[session], (body for (body,) in self._rows(OF_SESSION, session)))
        for about, body, _course in unlisted(self._rows):
            if about in kept:
                self._add(kept[about], (body,))
        return digest(kept)

    def _add(self, to: Sum, bodies: Iterable[str]) -> None:
        for body in bodies:
            try:
                to.add(body)
            except (KeyError, TypeError, ValueError):
                self._unpack(Entry, body)  # says that it is damaged

    def _unlisted(self) -> list[Entry]:
        return self._entries((body,) for _session, body, course in unlisted(self._rows) if course == self._course)

    def _entries(self, rows: Iterable[tuple[Any, ...]]) -> list[Entry]:
        return [self._unpack(Entry, body) for (body,) in rows]

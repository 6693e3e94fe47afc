"""Parts of a diary, read without reading all of it: a screen costs no more in a long diary than in a short one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from tpe_guide.diary.model import Entry

Rows = Callable[..., list[tuple[Any, ...]]]

_DAY = "json_extract(body, '$.day')"
_INSTANT = "julianday(json_extract(body, '$.recorded_at'))"
_NEWEST = f"SELECT body FROM entries ORDER BY {_DAY} DESC, {_INSTANT} DESC, id DESC LIMIT ?"
_THIS = f"SELECT {_DAY}, {_INSTANT} FROM entries WHERE id = ?"
_BEFORE = f"""
    SELECT body FROM entries WHERE {_DAY} <= ?1 AND ({_DAY}, {_INSTANT}, id) < (?1, ?2, ?3)
    ORDER BY {_DAY} DESC, {_INSTANT} DESC, id DESC LIMIT 1
"""
_AFTER = f"""
    SELECT body FROM entries WHERE {_DAY} >= ?1 AND ({_DAY}, {_INSTANT}, id) > (?1, ?2, ?3)
    ORDER BY {_DAY}, {_INSTANT}, id LIMIT 1
"""
_OF_SESSIONS = "FROM entries WHERE session IN (SELECT value FROM json_each(?))"
_WRITTEN = f"SELECT session, max(json_extract(body, '$.none_noticed')) {_OF_SESSIONS} GROUP BY session"
_WORST = """
    SELECT session, json_extract(report.value, '$.effect') AS effect,
        CASE json_extract(report.value, '$.effect') WHEN 'other' THEN json_extract(report.value, '$.words') ELSE '' END,
        max(json_extract(report.value, '$.severity'))
    FROM entries, json_each(entries.body, '$.effects') AS report
    WHERE session IN (SELECT value FROM json_each(?)) GROUP BY 1, 2, 3
"""
_RATED = f"""
    SELECT session, rated.key, rated.value, max({_DAY} || {_INSTANT})
    FROM entries, json_each(entries.body, '$.function') AS rated
    WHERE session IN (SELECT value FROM json_each(?)) AND rated.value IS NOT NULL GROUP BY 1, 2
"""


class Noticed(NamedTuple):
    """The worst level of an effect in all entries about a session; *words*: the person's own name for it."""

    session: str
    effect: str
    words: str
    severity: int


class Rated(NamedTuple):
    """The last answer about a function in the entries about a session."""

    session: str
    function: str
    value: int


class Digest(NamedTuple):
    """What the entries about some sessions say."""

    written: frozenset[str]
    """The sessions that an entry is about."""
    nothing_new: frozenset[str]
    """Those with an entry that says that nothing new was noticed."""
    noticed: tuple[Noticed, ...]
    rated: tuple[Rated, ...]


class Glance:
    """Reads from a store by its *rows*; *unpack* makes an entry of a row. Both raise DiaryDamaged."""

    def __init__(self, rows: Rows, unpack: Callable[[type[Entry], str], Entry]) -> None:
        self._rows = rows
        self._unpack = unpack

    def newest(self, most: int) -> tuple[Entry, ...]:
        """The newest entries, by day and by the instant they were recorded, at *most* so many."""
        return self._entries(self._rows(_NEWEST, most))

    def entry(self, entry_id: str) -> Entry | None:
        """The entry of that id; None: there is none."""
        return next(iter(self._entries(self._rows("SELECT body FROM entries WHERE id = ?", entry_id))), None)

    def beside(self, entry_id: str) -> tuple[Entry | None, Entry | None]:
        """The entries before and after the one of that id."""
        place = self._rows(_THIS, entry_id)
        if not place:
            return None, None
        at = (*place[0], entry_id)
        before, after = (self._entries(self._rows(query, *at)) for query in (_BEFORE, _AFTER))
        return next(iter(before), None), next(iter(after), None)

    def about(self, session_id: str) -> int:
        """How many entries are about a session."""
        return int(self._rows("SELECT count(*) FROM entries WHERE session = ?", session_id)[0][0])

    def has_loose(self) -> bool:
        """Some entry is about no session."""
        return bool(self._rows("SELECT 1 FROM entries WHERE session IS NULL LIMIT 1"))

    def digest(self, sessions: Iterable[str]) -> Digest:
        """What the entries about *sessions* (ids) say."""
        ids = json.dumps(tuple(sessions))
        written, worst, rated = (self._rows(query, ids) for query in (_WRITTEN, _WORST, _RATED))
        return Digest(
            frozenset(session for session, _nothing in written),
            frozenset(session for session, nothing in written if nothing),
            tuple(Noticed(session, effect, words or "", level) for session, effect, words, level in worst),
            tuple(Rated(session, name, value) for session, name, value, _when in rated),
        )

    def _entries(self, rows: Iterable[tuple[Any, ...]]) -> tuple[Entry, ...]:
        return tuple(self._unpack(Entry, body) for (body,) in rows)

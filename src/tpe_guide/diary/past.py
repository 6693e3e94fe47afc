"""What an entry said before it was changed, and what was removed: kept in the store, beside what holds now.

Each function runs its statements inside a change of the ledger, which makes them all or none; see ``store``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from tpe_guide.diary.database import Connection
from tpe_guide.diary.ledger import ADD_TO, Change
from tpe_guide.diary.model import Entry, ExchangeSession

BIN_DAYS = 30
"""So long what was removed can be put back."""

_KEEP_FORMER = "INSERT INTO formers (entry, until, body) SELECT id, ?2, body FROM entries WHERE id = ?1"
_CHANGE = "UPDATE entries SET session = ?2, body = ?3 WHERE id = ?1"
_IS_OTHER = "SELECT session IS NOT ?2 OR body <> ?3 FROM entries WHERE id = ?1"
_TO_BIN = """
    INSERT OR REPLACE INTO bin (id, at, session, body, course)
    SELECT id, ?2, session, body, course FROM entries WHERE id = ?1 RETURNING json_extract(body, '$.day')
"""
_UNUSED = "SELECT body FROM sessions WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM entries WHERE session = ?1)"
_DELETE_UNUSED = "DELETE FROM sessions WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM entries WHERE session = ?1)"
_LOST_SESSION = """
    INSERT OR IGNORE INTO sessions (id, body, course)
    SELECT theirs.session, kept.session_body, theirs.course
    FROM bin AS theirs JOIN bin AS kept ON kept.session = theirs.session
    WHERE theirs.id = ? AND kept.session_body IS NOT NULL
"""
_USED_SESSION = """
    SELECT kept.session_body, here.id FROM bin AS theirs JOIN bin AS kept ON kept.session = theirs.session
    JOIN sessions AS here ON here.id = theirs.session AND here.body = kept.session_left
    WHERE theirs.id = ?1 ORDER BY kept.id = ?1 DESC LIMIT 1
"""
_KEEP_SESSION = "UPDATE sessions SET body = ? WHERE id = ?"
_DELETE_FORMERS = "DELETE FROM formers WHERE entry NOT IN (SELECT id FROM entries UNION ALL SELECT id FROM bin)"


class Former(NamedTuple):
    """What an entry said, *until* it was changed."""

    entry: Entry
    until: dt.datetime


class Binned(NamedTuple):
    """An entry that was removed *at* an instant, and its session as it was with it, if that changed with it."""

    entry: Entry
    session: ExchangeSession | None
    at: dt.datetime


class Used(NamedTuple):
    """A session that came with an entry: what it was *before*, None: it was not there; and what it was with it."""

    before: ExchangeSession | None
    after: ExchangeSession


def change(connection: Connection, entry: Entry, body: str, at: dt.datetime) -> None:
    """Let the entry of that id be *entry*, which is *body* in a row, and keep what it said. Raises KeyError."""
    row = (entry.id, entry.session, body)
    found = connection.execute(_IS_OTHER, row).fetchone()
    if found is None:
        raise KeyError(entry.id)
    if found[0]:
        connection.execute(_KEEP_FORMER, (entry.id, at.isoformat()))
        connection.execute(_CHANGE, row)


def remove(connection: Connection, entry_id: str, at: dt.datetime, change: Change) -> bool:
    """Put an entry into the bin: was it there? What is not is no fault."""
    for (day,) in connection.execute(_TO_BIN, (entry_id, at.isoformat())).fetchall():
        connection.execute("DELETE FROM entries WHERE id = ?", (entry_id,))
        change.entries, change.entry, change.day = -1, entry_id, dt.date.fromisoformat(day)
    return change.entries != 0


def give_back(connection: Connection, entry_id: str, session_id: str, before: str | None, after: str) -> bool:
    """Let a session be what it was *before* the entry that is in the bin now, None: take it out; is it that?

    Not where another entry is about it, nor where it is not what it was with that (*after*): a person put it right.
    """
    found = connection.execute(_UNUSED, (session_id,)).fetchone()
    if found is None or found[0] != after:
        return False
    connection.execute("UPDATE bin SET session_body = ?, session_left = ? WHERE id = ?", (*found, before, entry_id))
    if before is None:
        connection.execute(_DELETE_UNUSED, (session_id,))
    else:
        connection.execute(_KEEP_SESSION, (before, session_id))
    return True


def take_back(connection: Connection, entry_id: str, change: Change) -> None:
    """Put an entry back out of the bin, word for word, and its session as it was with it. Raises KeyError.

    A session that is not what it was left as was put right since, and stays so.
    """
    query = "SELECT session, body, course, json_extract(body, '$.day') FROM bin WHERE id = ?"
    found = connection.execute(query, (entry_id,)).fetchone()
    if found is None:
        raise KeyError(entry_id)
    session, body, course, day = found
    connection.execute(_LOST_SESSION, (entry_id,))
    connection.executemany(_KEEP_SESSION, connection.execute(_USED_SESSION, (entry_id,)).fetchall())
    # An import may have brought it back already.
    change.entries = connection.execute(ADD_TO, (entry_id, session, body, change.generation, course)).rowcount
    connection.execute("DELETE FROM bin WHERE id = ?", (entry_id,))
    if change.entries:
        change.entry, change.day = entry_id, dt.date.fromisoformat(day)


def over(binned: Iterable[Binned], newest: Iterable[Entry], now: dt.datetime) -> dt.datetime | None:
    """Before which instant what is in the bin has had its time at *now*; None: nothing has.

    A clock that is further ahead of all that is known (*newest*: the newest entries) than that is not believed: set
    wrong once, it would take what can still be put back.
    """
    removed = [one.at for one in binned]
    known = [*removed, *(entry.recorded_at for entry in newest)]
    time = dt.timedelta(days=BIN_DAYS)
    if not removed or now - max(known) > time or now - min(removed) <= time:
        return None
    return now - time


def empty(connection: Connection, before: dt.datetime) -> int:
    """Forget what was removed *before* an instant: how many entries?"""
    old = [
        entry_id
        for entry_id, at in connection.execute("SELECT id, at FROM bin").fetchall()
        if dt.datetime.fromisoformat(at) < before
    ]
    connection.executemany("DELETE FROM bin WHERE id = ?", [(entry_id,) for entry_id in old])
    if old:
        connection.execute(_DELETE_FORMERS)
    return len(old)


def delete_session(connection: Connection, session_id: str) -> bool:
    """Delete a session that no entry is about, here or in the bin: is it gone? Raises KeyError."""
    if connection.execute("SELECT 1 FROM sessions WHERE id = ?", (session_id,)).fetchone() is None:
        raise KeyError(session_id)
    if connection.execute("SELECT 1 FROM bin WHERE session = ?", (session_id,)).fetchone() is not None:
        return False
    return bool(connection.execute(_DELETE_UNUSED, (session_id,)).rowcount)

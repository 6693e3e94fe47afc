"""Which entries are found without reading all: those that were put on the list while nobody waited.

An index of all entries would be another page to encrypt and write at each save. So the last ones to come are on no
list: they are few, stand at the end, and are read one by one. Once they are more than a few, and nothing else is to be
done, they join the list: they get their day in a column, and their sessions a sum (see ``digest``). Triggers keep both
true when an entry is changed or removed.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile
from typing import Any

from tpe_guide.diary.database import Connection
from tpe_guide.diary.digest import Sum

FEW = 64
"""Entries that are on no list are no more than these for long."""
Rows = Callable[..., list[tuple[Any, ...]]]

_LAST = "SELECT session, body, course, day IS NULL FROM entries ORDER BY rowid DESC LIMIT ?"
_UNLISTED = "SELECT DISTINCT session FROM entries WHERE day IS NULL AND session IS NOT NULL"
_LIST = "UPDATE entries SET day = json_extract(body, '$.day') WHERE day IS NULL"
_KEEP_SUM = "INSERT OR REPLACE INTO sums (session, body) VALUES (?, ?)"
OF_SESSION = "SELECT body FROM entries WHERE day IS NOT NULL AND session = ?"


def unlisted(rows: Rows) -> list[tuple[str | None, str, str | None]]:
    """The session, body and earlier course of each entry that is on no list, the last to come first."""
    most = FEW
    while True:
        last = rows(_LAST, most)
        new = list(takewhile(lambda row: row[3], last))
        if len(new) < most:
            return [row[:3] for row in new]
        most *= 8


def put_on_list(connection: Connection) -> None:
    """Put all entries on the list. Inside a change of the ledger."""
    sessions = [session for (session,) in connection.execute(_UNLISTED).fetchall()]
    connection.execute(_LIST)
    for session in sessions:
        whole = Sum()
        for (body,) in connection.execute(OF_SESSION, (session,)):
            whole.add(body)
        connection.execute(_KEEP_SUM, (session, whole.body()))

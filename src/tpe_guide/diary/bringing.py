"""What a file brings is written: to the present course, or to an earlier one that it is of."""

from __future__ import annotations

from tpe_guide.diary import beginning, courses, exchange
from tpe_guide.diary.database import KEEP_ABOUT, Connection
from tpe_guide.diary.incoming import Incoming
from tpe_guide.diary.ledger import ADD_TO, Change
from tpe_guide.diary.model import Matters


def add(connection: Connection, brought: Incoming, change: Change, source: str) -> None:
    """Write what is *brought*, inside *change*, under the name *source*. Raises BadInput, the database's errors."""
    run, now, home = connection.executemany, brought.now, brought.home
    if home is None:
        run("UPDATE about SET body = ?1 WHERE name = ?2 AND body <> ?1", beginning.about_rows(now))
    else:
        connection.execute(courses.KEEP, (home, exchange.pack(now.course, source)))
    run(
        "INSERT INTO sessions (id, body, course) VALUES (?, ?, ?)",
        ((one.id, exchange.pack(one, source), home) for one in brought.sessions),
    )
    rows = ((one.id, one.session, exchange.pack(one, source), change.generation, home) for one in brought.entries)
    run(ADD_TO, rows)
    run("INSERT INTO questions (body) VALUES (?)", ((exchange.pack(one, source),) for one in brought.questions))
    if now.matters != Matters():
        connection.execute(KEEP_ABOUT, ("matters", exchange.pack(now.matters, source)))
    change.entries = len(brought.entries)

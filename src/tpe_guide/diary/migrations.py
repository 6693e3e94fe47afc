"""The tables of a store, version by version."""

from __future__ import annotations

# A row is one thing to read and write whole: its JSON, as in the exchange file. The columns beside it are
# those that the database itself keeps true. Entries have rowids, unlike the rest: new ones then go to the
# end, which was measured a quarter faster than keeping rows of their size in the order of their ids.
STEPS: tuple[str, ...] = (
    """
    CREATE TABLE about (name TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE sessions (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE entries (id TEXT PRIMARY KEY, session TEXT REFERENCES sessions (id), body TEXT NOT NULL);
    CREATE TABLE questions (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
    """,
    # With which change an entry came: see ``mark``. It stands in the row itself: a row of another table would be
    # another page to encrypt and to write at each save.
    "ALTER TABLE entries ADD COLUMN generation INTEGER NOT NULL DEFAULT 0",
    # See ``past``. What was removed names its session, which need not be there any more.
    """
    CREATE TABLE formers (entry TEXT NOT NULL, until TEXT NOT NULL, body TEXT NOT NULL);
    CREATE INDEX formers_of ON formers (entry);
    CREATE TABLE bin (id TEXT PRIMARY KEY, at TEXT NOT NULL, session TEXT, body TEXT NOT NULL, session_body TEXT);
    """,
    # See ``listing``. NULL: not on the list, and in no index.
    """
    ALTER TABLE entries ADD COLUMN day TEXT;
    CREATE INDEX listed_by_day ON entries (day, julianday(json_extract(body, '$.recorded_at')), id)
        WHERE day IS NOT NULL;
    CREATE INDEX listed_of ON entries (session) WHERE day IS NOT NULL;
    CREATE TABLE sums (session TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
    CREATE TRIGGER day_changed AFTER UPDATE OF body ON entries
        WHEN NEW.day IS NOT NULL AND NEW.day <> json_extract(NEW.body, '$.day')
        BEGIN UPDATE entries SET day = json_extract(NEW.body, '$.day') WHERE rowid = NEW.rowid; END;
    CREATE TRIGGER sum_changed AFTER UPDATE ON entries WHEN OLD.day IS NOT NULL
        BEGIN DELETE FROM sums WHERE session IN (OLD.session, NEW.session); END;
    CREATE TRIGGER sum_less AFTER DELETE ON entries WHEN OLD.day IS NOT NULL
        BEGIN DELETE FROM sums WHERE session = OLD.session; END;
    """,
    # What the session is in the diary while the entry that used it up is in the bin.
    "ALTER TABLE bin ADD COLUMN session_left TEXT",
    # See ``courses``. NULL: of the present course. A sum is of one session, whatever course that is of.
    """
    CREATE TABLE courses (id TEXT PRIMARY KEY, body TEXT NOT NULL);
    ALTER TABLE sessions ADD COLUMN course TEXT REFERENCES courses (id);
    ALTER TABLE entries ADD COLUMN course TEXT REFERENCES courses (id);
    ALTER TABLE bin ADD COLUMN course TEXT REFERENCES courses (id);
    DROP INDEX listed_by_day;
    CREATE INDEX listed_by_day ON entries (course, day, julianday(json_extract(body, '$.recorded_at')), id)
        WHERE day IS NOT NULL;
    DROP INDEX listed_of;
    CREATE INDEX listed_of ON entries (session, course) WHERE day IS NOT NULL;
    CREATE INDEX entries_before ON entries (course) WHERE course IS NOT NULL;
    DROP TRIGGER sum_changed;
    CREATE TRIGGER sum_changed AFTER UPDATE OF session, body ON entries WHEN OLD.day IS NOT NULL
        BEGIN DELETE FROM sums WHERE session IN (OLD.session, NEW.session); END;
    """,
)
"""Entry n brings a store of version n to n + 1. Released ones never change."""

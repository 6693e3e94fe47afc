"""The diary on disk: encrypted, one holder at a time, and nothing said to be saved before it is.

Four files in one folder: ``diary.db`` (the words, encrypted), ``diary.key`` (see ``keys``), ``diary.seal`` (what was
acknowledged: see ``seal``), ``diary.lock``. While the diary is open its log ``diary.db-wal``, encrypted too, lies
beside them.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tpe_guide.diary import beginning, database, exchange, folder, keys, listing, model, opening, past, writing
from tpe_guide.diary.folder import KEY, STORE
from tpe_guide.diary.glance import Glance
from tpe_guide.diary.incoming import Imported, Incoming, check_room
from tpe_guide.diary.ledger import ADD_ENTRY
from tpe_guide.diary.model import Course, Diary, Entry, ExchangeSession, Matters, Question
from tpe_guide.diary.past import Binned, Former, Used
from tpe_guide.diary.recovery import Sheet
from tpe_guide.diary.rows import Rows
from tpe_guide.errors import BadInput, DiaryDamaged, DiaryFull
from tpe_guide.i18n import _

_KEEP_SESSION = """
    INSERT INTO sessions (id, body) VALUES (?, ?)
    ON CONFLICT (id) DO UPDATE SET body = excluded.body WHERE body <> excluded.body
"""
_KEEP_ABOUT = """
    INSERT INTO about (name, body) VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET body = excluded.body WHERE body <> excluded.body
"""
_QUESTIONS = "SELECT body FROM questions ORDER BY id"
_CHANGE_ENTRY = "UPDATE entries SET session = ?2, body = ?3 WHERE id = ?1 AND (session IS NOT ?2 OR body <> ?3)"


class DiaryStore:
    """An open diary. Close it, or use it as a context manager. Any thread may use it, one at a time.

    Every write is on disk when its method returns. A write that fails raises CannotWrite, a value that the
    diary does not take BadInput; everything is then as it was before, and the store can be used on.
    """

    def __init__(self, path: Path, opened: opening.Opened) -> None:
        self.path = path
        self.found = opened.found
        """What was not right about the files of the diary when it was opened, to be told to the person."""
        self._connection = opened.connection
        self._ledger = opened.ledger
        self._lock = opened.lock
        self.unlocked = opened.unlocked
        """The key of the diary, and its file as it opened it."""

    @property
    def read_only(self) -> bool:
        """The folder cannot be written: the diary can be read, and every write raises CannotWrite."""
        return self._ledger.read_only

    def on_change(self, told: Callable[[], object]) -> None:
        """Let *told* be called after each change."""
        self._ledger.on_change = told

    def get_ready(self) -> None:
        """Do ahead of the first change what it takes, which is a few waits for the disk. Raises CannotWrite."""
        self._ledger.begin()

    @property
    def wants_rest(self) -> bool:
        """There is more to do while nothing is being written than to put the log away. Raises DiaryDamaged."""
        return len(listing.unlisted(self._rows)) >= listing.FEW

    def rest(self) -> None:
        """Nothing is being written: put new entries on the list, and the log into the store. Raises CannotWrite."""
        self._ledger.check_alone()  # what another has written cannot be read here
        if self.wants_rest:
            with self._ledger.change():
                listing.put_on_list(self._connection)
        self._ledger.rest()

    @staticmethod
    def exists(where: Path) -> bool:
        """Whether there is a diary in the folder *where*."""
        return folder.exists(where)

    @staticmethod
    def needs_passcode(where: Path) -> bool:
        """Whether the diary in the folder *where* opens only with a passcode. Raises DiaryDamaged."""
        return folder.needs_passcode(where)

    @classmethod
    def create(
        cls, where: Path, passcode: str | None, *, language: str = "en", made: keys.Unlocked | None = None
    ) -> Self:
        """Start an empty diary in the folder *where* and open it; without *passcode* this device opens it.

        *made*: a new key that was wrapped already, in place of *passcode*.
        Raises BadInput for an unfit passcode, CannotWrite (also where there is a diary already), DiaryInUse.
        """
        return cls(where / STORE, beginning.create(where, passcode, language, made))

    @classmethod
    def open(cls, where: Path, passcode: str | None, known: keys.Unlocked | None = None) -> Self:
        """Open the diary in the folder *where*; read only where the folder cannot be written.

        *known*: what *passcode* gave a moment ago, beside a window. It is asked anew where the key file is another.
        Raises WrongPasscode, DiaryInUse, DiaryDamaged, FromNewerVersion, CannotWrite.
        """
        return cls(where / STORE, opening.open_diary(where, passcode, known))

    def close(self) -> None:
        """Put the log back into the store and let others have the diary. May be called twice."""
        # Without room for that the log stays beside the store, and the next open reads both.
        with contextlib.suppress(database.Error):
            if self._ledger.end():
                self._connection.close()
            else:
                database.abandon(self._connection)
        opening.release(self._lock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def wrap_anew(self, made: keys.Unlocked) -> None:
        """Open from now on as *made* does, which holds the same key. Raises CannotWrite."""
        if made.key != self.unlocked.key:
            raise ValueError("the key of another diary")
        self.unlocked = keys.put(self.path.with_name(KEY), made)

    def copy_to(self, path: Path) -> Rows:
        """Put all of the diary into the empty file *path*, encrypted (see ``database.copy``), and tell what it holds.

        Raises CannotWrite, DiaryDamaged.
        """
        rows = self.rows()
        try:
            database.copy(self._connection, path, self.unlocked.key)
        except DiaryDamaged as error:
            raise DiaryDamaged(self.path, error.reason) from error
        return rows

    def rows(self) -> Rows:
        """All that the diary holds, as it stands there. Raises DiaryDamaged."""
        with database.reading(self.path):
            return Rows.of(self._connection)

    def diary(self) -> Diary:
        """Everything, in a fixed order. Raises DiaryDamaged."""
        return Diary(
            course=self.course(),
            sessions=self.sessions(),
            entries=self.entries(),
            questions=self.questions(),
            matters=self.matters(),
            language=json.loads(self._about("language")),
            extra=json.loads(self._about("extra")),
        )

    def course(self) -> Course:
        """The course of exchanges. Raises DiaryDamaged."""
        return self._unpack(Course, self._about("course"))

    def set_course(self, course: Course) -> None:
        """Replace what is said about the course. Raises BadInput, CannotWrite."""
        self._write(_KEEP_ABOUT, "course", exchange.pack(course, self._name))

    def sessions(self) -> tuple[ExchangeSession, ...]:
        """All sessions by number and day. Raises DiaryDamaged."""
        rows = self._rows("SELECT body FROM sessions")
        found = (self._unpack(ExchangeSession, body) for (body,) in rows)
        return tuple(sorted(found, key=lambda session: (session.number, session.day, session.id)))

    def add_session(self, session: ExchangeSession) -> None:
        """Add *session*, whose id is new. Raises BadInput, CannotWrite."""
        body = exchange.pack(session, self._name)
        self._check_room("sessions", session.id, model.SESSION_LIMIT)
        self._write("INSERT INTO sessions (id, body) VALUES (?, ?)", session.id, body)

    def keep_session(self, session: ExchangeSession) -> None:
        """Add *session*, or replace the one of the same id. Raises BadInput, CannotWrite."""
        body = exchange.pack(session, self._name)
        self._check_room("sessions", session.id, model.SESSION_LIMIT)
        self._write(_KEEP_SESSION, session.id, body)

    def entries(self) -> tuple[Entry, ...]:
        """All entries by day and the instant they were recorded. Raises DiaryDamaged."""
        found = (self._unpack(Entry, body) for (body,) in self._rows("SELECT body FROM entries"))
        return tuple(sorted(found, key=lambda entry: (entry.day, entry.recorded_at, entry.id)))

    def glance(self) -> Glance:
        """Parts of it, read without reading all."""
        return Glance(self._rows, self._unpack)

    def save_entry(self, entry: Entry, session: ExchangeSession | None = None) -> None:
        """Add *entry*, or replace the one of the same id; with *session*, keep that too, both or neither.

        The entry's own session is in the diary, or it is *session*, or None. Raises BadInput, CannotWrite.
        """
        body = exchange.pack(entry, self._name)
        self._check_room("entries", entry.id, model.ENTRY_LIMIT)
        kept = session and exchange.pack(session, self._name)
        if session is not None:
            self._check_room("sessions", session.id, model.SESSION_LIMIT)
        if session is None and self._ledger.add_entry(entry.id, entry.session, body, entry.day):
            return
        with self._ledger.change() as change:
            run = self._connection.execute
            if session is not None:
                run(_KEEP_SESSION, (session.id, kept))
            row = (entry.id, entry.session, body)
            if not run(_CHANGE_ENTRY, row).rowcount and run(ADD_ENTRY, (*row, change.generation)).rowcount:
                change.entries, change.entry, change.day = 1, entry.id, entry.day

    @property
    def entry_count(self) -> int:
        """How many entries there are; none is read."""
        return self._ledger.entries

    def change_entry(self, entry: Entry, at: dt.datetime, session: ExchangeSession | None = None) -> None:
        """Replace the entry of the same id, and keep what it said; with *session*, keep that too, both or neither.

        Raises KeyError, BadInput, CannotWrite.
        """
        body = exchange.pack(entry, self._name)
        kept = session and exchange.pack(session, self._name)
        if session is not None:
            self._check_room("sessions", session.id, model.SESSION_LIMIT)
        with self._ledger.change():
            if session is not None:
                self._connection.execute(_KEEP_SESSION, (session.id, kept))
            past.change(self._connection, entry, body, at)

    def formers(self, entry_id: str) -> tuple[Former, ...]:
        """What an entry said before it was changed, newest first. Raises DiaryDamaged."""
        rows = self._rows("SELECT body, until FROM formers WHERE entry = ? ORDER BY rowid DESC", entry_id)
        return tuple(Former(self._unpack(Entry, body), dt.datetime.fromisoformat(until)) for body, until in rows)

    def bin_entry(self, entry_id: str, at: dt.datetime, used: Used | None = None) -> bool:
        """Put an entry into the bin, and let the session that it *used* be what it was before.

        Tells whether it is; see ``past.give_back``. What is not there is no fault. Raises CannotWrite.
        """
        before = self._pack(used.before) if used is not None and used.before is not None else None
        after = self._pack(used.after) if used is not None else ""
        with self._ledger.change() as change:
            was_there = past.remove(self._connection, entry_id, at, change)
            if used is None or not was_there:
                return False
            return past.give_back(self._connection, entry_id, used.after.id, before, after)

    def binned(self) -> tuple[Binned, ...]:
        """What is in the bin, newest first. Raises DiaryDamaged."""
        rows = self._rows("SELECT body, session_body, at FROM bin")
        unpack = self._unpack
        found = (
            Binned(unpack(Entry, body), session and unpack(ExchangeSession, session), dt.datetime.fromisoformat(at))
            for body, session, at in rows
        )
        return tuple(sorted(found, key=lambda one: (one.at, one.entry.id), reverse=True))

    def take_back(self, entry_id: str) -> None:
        """Put an entry back out of the bin, word for word, with its session. Raises KeyError, CannotWrite."""
        with self._ledger.change() as change:
            past.take_back(self._connection, entry_id, change)

    def bin_is_over(self, now: dt.datetime) -> dt.datetime | None:
        """Before which instant what was removed has had its time; None: nothing has. Raises DiaryDamaged."""
        binned = self.binned()
        return past.over(binned, self.glance().newest(1), now) if binned else None

    def empty_bin(self, before: dt.datetime) -> int:
        """Forget what was removed *before* that instant; tells how many entries. Raises CannotWrite."""
        with self._ledger.change():
            return past.empty(self._connection, before)

    def remove_session(self, session_id: str) -> None:
        """Delete a session. Raises KeyError, CannotWrite; BadInput while an entry is about it, also one in the bin."""
        with self._ledger.change():
            if not past.delete_session(self._connection, session_id):
                raise BadInput(self._name, "session", _("a session that no entry is about"))

    def draft(self) -> str | None:
        """The entry that is not finished, as ``keep_draft`` was given it. Raises DiaryDamaged."""
        rows = self._rows("SELECT body FROM about WHERE name = ?", database.DRAFT)
        return rows[0][0] if rows else None

    def keep_draft(self, body: str | None) -> None:
        """Keep an entry that is not finished; None: there is none any more. Raises CannotWrite."""
        if body is None:
            self._write("DELETE FROM about WHERE name = ?", database.DRAFT)
        else:
            self._write(_KEEP_ABOUT, database.DRAFT, body)

    def keep_sheet(self, sheet: Sheet) -> None:
        """Keep what is known of the recovery sheet now. Raises CannotWrite."""
        self._write(_KEEP_ABOUT, database.SHEET, sheet.body())

    def questions(self) -> tuple[Question, ...]:
        """All questions for the team in the person's order. Raises DiaryDamaged."""
        return tuple(self._unpack(Question, body) for (body,) in self._rows(_QUESTIONS))

    def set_questions(self, questions: Sequence[Question]) -> None:
        """Put *questions* in the place of all that are there, in their order: all of it or nothing.

        Raises BadInput, CannotWrite.
        """
        bodies = [(exchange.pack(question, self._name),) for question in questions]
        if bodies == self._rows(_QUESTIONS):
            return
        with self._ledger.change():
            self._connection.execute("DELETE FROM questions")
            self._connection.executemany("INSERT INTO questions (body) VALUES (?)", bodies)

    def matters(self) -> Matters:
        """What matters to the person, and how ready they feel to decide. Raises DiaryDamaged."""
        rows = self._rows("SELECT body FROM about WHERE name = 'matters'")
        return self._unpack(Matters, rows[0][0]) if rows else Matters()

    def set_matters(self, matters: Matters) -> None:
        """Replace what is said about that. Raises BadInput, CannotWrite."""
        self._write(_KEEP_ABOUT, "matters", exchange.pack(matters, self._name))

    def import_diary(self, diary: Diary, source: str = "") -> Imported:
        """Add what *diary* has and this one has not, by id (questions by their text): all of it or nothing.

        Nothing here is overwritten. A diary that is still empty takes over what *diary* says of the course and it
        does not. *source* is what the person calls the file. Raises CannotWrite, BadInput (also where an id stands
        for something else in another course).
        """
        exchange.check(diary, source)
        brought = Incoming(self.diary(), diary)
        brought.check_ids(source)
        with self._ledger.change() as change:
            self._add(brought, change.generation)
            change.entries = len(brought.entries)
            self._check_limits(source)
            if change.entries >= listing.FEW:
                listing.put_on_list(self._connection)
        return brought.done()

    @property
    def _name(self) -> str:
        return str(self.path)

    def _about(self, name: str) -> str:
        rows = self._rows("SELECT body FROM about WHERE name = ?", name)
        if not rows:
            raise DiaryDamaged(self.path, _("some of it is missing"))
        return str(rows[0][0])

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with database.reading(self.path):
            rows: list[tuple[Any, ...]] = self._connection.execute(query, values).fetchall()
        return rows

    def _unpack(self, kind: type[exchange.ItemT], body: str) -> exchange.ItemT:
        try:
            return exchange.unpack(kind, body)
        except (BadInput, ValueError) as error:
            raise DiaryDamaged(self.path, _("some of it does not make sense")) from error

    def _write(self, statement: str, *values: object) -> None:
        """Run one statement, a change of its own."""
        with self._ledger.change():
            self._connection.execute(statement, values)

    def _check_room(self, table: str, item_id: str, limit: int) -> None:
        """Raise DiaryFull where *item_id* would be one too many."""
        # Counting 20,000 entries at each save would cost more than the save.
        count = self._ledger.entries if table == "entries" else self._rows(f"SELECT count(*) FROM {table}")[0][0]
        if count >= limit and not self._rows(f"SELECT 1 FROM {table} WHERE id = ?", item_id):
            raise DiaryFull(self._name, table, _("at most {limit} of them").format(limit=f"{limit:,}"), limit)

    def _check_limits(self, source: str) -> None:
        for table, limit in (("sessions", model.SESSION_LIMIT), ("entries", model.ENTRY_LIMIT)):
            ((count,),) = self._connection.execute(f"SELECT count(*) FROM {table}")
            check_room(table, count, limit, source)

    def _add(self, brought: Incoming, generation: int) -> None:
        pack, run = self._pack, self._connection.executemany
        run("UPDATE about SET body = ?1 WHERE name = ?2 AND body <> ?1", beginning.about_rows(brought.now))
        run("INSERT INTO sessions (id, body) VALUES (?, ?)", ((one.id, pack(one)) for one in brought.sessions))
        run(ADD_ENTRY, ((one.id, one.session, pack(one), generation) for one in brought.entries))
        run("INSERT INTO questions (body) VALUES (?)", ((pack(one),) for one in brought.questions))
        if brought.now.matters != Matters():
            self._connection.execute(_KEEP_ABOUT, ("matters", pack(brought.now.matters)))

    def _pack(self, item: writing.Item) -> str:
        return exchange.pack(item, self._name)

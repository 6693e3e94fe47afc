"""The diary on disk: encrypted, one holder at a time, and nothing said to be saved before it is.

Four files in one folder: ``diary.db`` (the words, encrypted), ``diary.key`` (see ``keys``), ``diary.seal`` (what was
acknowledged: see ``seal``), ``diary.lock``. While the diary is open its log ``diary.db-wal``, encrypted too, lies
beside them.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from tpe_guide.diary import (
    beginning,
    bringing,
    courses,
    database,
    exchange,
    folder,
    keys,
    listing,
    model,
    opening,
    past,
    writing,
)
from tpe_guide.diary.database import KEEP_ABOUT
from tpe_guide.diary.folder import KEY, STORE
from tpe_guide.diary.held import QUESTIONS, Held
from tpe_guide.diary.incoming import Imported, Incoming
from tpe_guide.diary.ledger import ADD_ENTRY
from tpe_guide.diary.model import Course, Diary, Entry, ExchangeSession, Matters, Question
from tpe_guide.diary.past import Used
from tpe_guide.diary.recovery import Sheet
from tpe_guide.diary.rows import Rows
from tpe_guide.errors import BadInput, DiaryDamaged, DiaryFull
from tpe_guide.i18n import _

_KEEP_SESSION = """
    INSERT INTO sessions (id, body) VALUES (?, ?)
    ON CONFLICT (id) DO UPDATE SET body = excluded.body WHERE body <> excluded.body
"""
_SESSIONS = "SELECT id FROM sessions WHERE course IS NULL"
_SESSIONS_OVER = "SELECT id FROM sessions WHERE course IS NOT NULL"
_CHANGE_ENTRY = "UPDATE entries SET session = ?2, body = ?3 WHERE id = ?1 AND (session IS NOT ?2 OR body <> ?3)"


class DiaryStore(Held):
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
        self._over: frozenset[str] | None = None
        """The ids of the sessions of earlier courses; None: they are not read yet."""
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
        self._ledger.let_go(self.unlocked.key)
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

        Raises CannotWrite, DiaryDamaged, DiaryInUse.
        """
        rows = self.rows()
        try:
            database.copy(self._connection, path, self.unlocked.key)
        except DiaryDamaged as error:
            self._ledger.check_alone()
            raise DiaryDamaged(self.path, error.reason) from error
        return rows

    def begin_course(self) -> None:
        """Begin a new course; what is there stays, word for word, as an earlier one.

        Raises BadInput where there is nothing yet, CannotWrite.
        """
        with self._ledger.change():
            courses.begin(self._connection, self._name)
        self._over = None

    def take_back_course(self) -> None:
        """Let the course before be the present one again. Raises BadInput where something is in it, CannotWrite."""
        with self._ledger.change():
            courses.take_back(self._connection, self._name)
        self._over = None

    def set_course(self, course: Course) -> None:
        """Replace what is said about the course. Raises BadInput, CannotWrite."""
        self._write(KEEP_ABOUT, "course", exchange.pack(course, self._name))

    def add_session(self, session: ExchangeSession) -> None:
        """Add *session*, whose id is new. Raises BadInput, CannotWrite."""
        body = exchange.pack(session, self._name)
        self._check_session(session)
        self._write("INSERT INTO sessions (id, body) VALUES (?, ?)", session.id, body)

    def keep_session(self, session: ExchangeSession) -> None:
        """Add *session*, or replace the one of the same id. Raises BadInput, CannotWrite."""
        body = exchange.pack(session, self._name)
        self._check_session(session)
        self._write(_KEEP_SESSION, session.id, body)

    def keep_sessions(self, sessions: Sequence[ExchangeSession], course: Course | None = None) -> None:
        """Add each of *sessions*, or replace the one of its id, and with *course* what is said of that: all or none.

        Raises BadInput, CannotWrite.
        """
        rows = [(session.id, exchange.pack(session, self._name)) for session in sessions]
        said = course and exchange.pack(course, self._name)
        there = {found for (found,) in self._rows(_SESSIONS)}
        for session in sessions:
            self._check_session(session)
            there.add(session.id)
        self._check_limit("sessions", len(there), model.SESSION_LIMIT)
        with self._ledger.change():
            self._connection.executemany(_KEEP_SESSION, rows)
            if said is not None:
                self._connection.execute(KEEP_ABOUT, ("course", said))

    def save_entry(self, entry: Entry, session: ExchangeSession | None = None) -> None:
        """Add *entry*, or replace the one of the same id; with *session*, keep that too, both or neither.

        The entry's own session is in the diary, or it is *session*, or None. Raises BadInput, CannotWrite.
        """
        body = exchange.pack(entry, self._name)
        self._check_room("entries", entry.id, model.ENTRY_LIMIT)
        kept = session and exchange.pack(session, self._name)
        self._check_session(session, entry.session)
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
        """How many entries there are in all courses; none is read."""
        return self._ledger.entries

    def change_entry(
        self, entry: Entry, at: dt.datetime, session: ExchangeSession | None = None, used: Used | None = None
    ) -> None:
        """Replace the entry of the same id, and keep what it said; with *session*, keep that too, both or neither.

        *used*: a session that it is no longer about, which is then what it was before. Raises KeyError, BadInput,
        CannotWrite.
        """
        body = exchange.pack(entry, self._name)
        kept = session and exchange.pack(session, self._name)
        self._check_session(session, entry.session)
        with self._ledger.change():
            if session is not None:
                self._connection.execute(_KEEP_SESSION, (session.id, kept))
            past.change(self._connection, entry, body, at)
            self._give_back(entry.id, used)

    def bin_entry(self, entry_id: str, at: dt.datetime, used: Used | None = None) -> bool:
        """Put an entry into the bin, and let the session that it *used* be what it was before.

        Tells whether it is; see ``past.give_back``. What is not there is no fault. Raises CannotWrite.
        """
        with self._ledger.change() as change:
            return past.remove(self._connection, entry_id, at, change) and self._give_back(entry_id, used)

    def _give_back(self, entry_id: str, used: Used | None) -> bool:
        """Inside a change: let the session that an entry *used* be what it was before it. Is it?"""
        if used is None:
            return False
        before = self._pack(used.before) if used.before is not None else None
        return past.give_back(self._connection, entry_id, used.after.id, before, self._pack(used.after))

    def take_back(self, entry_id: str) -> None:
        """Put an entry back out of the bin, word for word, with its session. Raises KeyError, CannotWrite."""
        with self._ledger.change() as change:
            past.take_back(self._connection, entry_id, change)

    def empty_bin(self, before: dt.datetime) -> int:
        """Forget what was removed *before* that instant; tells how many entries. Raises CannotWrite."""
        with self._ledger.change():
            return past.empty(self._connection, before)

    def remove_session(self, session_id: str) -> None:
        """Delete a session. Raises KeyError, CannotWrite; BadInput while an entry is about it, also one in the bin."""
        self.remove_sessions([session_id])

    def remove_sessions(self, ids: Sequence[str], course: Course | None = None) -> None:
        """Delete the sessions *ids*, and let *course* be what is said of it: all or none. Raises what one does."""
        said = course and exchange.pack(course, self._name)
        with self._ledger.change():
            if not all(past.delete_session(self._connection, one) for one in ids):
                raise BadInput(self._name, "session", _("a session that no entry is about"))
            if said is not None:
                self._connection.execute(KEEP_ABOUT, ("course", said))

    def keep_draft(self, body: str | None) -> None:
        """Keep an entry that is not finished; None: there is none any more. Raises CannotWrite."""
        self._keep_about(database.DRAFT, body)

    def keep_forms(self, body: str | None) -> None:
        """Keep other forms that are half filled in; None: there are none any more. Raises CannotWrite."""
        self._keep_about(database.FORMS, body)

    def keep_sheet(self, sheet: Sheet) -> None:
        """Keep what is known of the recovery sheet now. Raises CannotWrite."""
        self._write(KEEP_ABOUT, database.SHEET, sheet.body())

    def set_questions(self, questions: Sequence[Question]) -> None:
        """Put *questions* in the place of all that are there, in their order: all of it or nothing.

        Raises BadInput, CannotWrite.
        """
        bodies = [(exchange.pack(question, self._name),) for question in questions]
        if bodies == self._rows(QUESTIONS):
            return
        with self._ledger.change():
            self._connection.execute("DELETE FROM questions")
            self._connection.executemany("INSERT INTO questions (body) VALUES (?)", bodies)

    def set_matters(self, matters: Matters) -> None:
        """Replace what is said about that. Raises BadInput, CannotWrite."""
        self._write(KEEP_ABOUT, "matters", exchange.pack(matters, self._name))

    def import_diary(self, diary: Diary, source: str = "") -> Imported:
        """Add what *diary* has and this one has not, by id (questions by their text): all of it or nothing.

        Nothing here is overwritten. What is of an earlier course goes to that. A course that is still empty takes over
        what *diary* says of it and it does not. *source* is what the person calls the file. Raises CannotWrite,
        BadInput (also where an id stands for something else in another course).
        """
        brought = self._incoming(diary, source)
        with self._ledger.change() as change:
            bringing.add(self._connection, brought, change, self._name)
            if change.entries >= listing.FEW:
                listing.put_on_list(self._connection)
        self._over = None
        return brought.done()

    def preview_import(self, diary: Diary, source: str) -> Imported:
        """What ``import_diary`` would do. Nothing is written. Raises what that does."""
        return self._incoming(diary, source).done()

    def _incoming(self, diary: Diary, source: str) -> Incoming:
        exchange.check(diary, source)
        home = courses.home_of(self._rows, self.course().id, diary)
        courses.check_ids(self._rows, diary, home, source)
        mine = self.diary()
        if home is not None:
            known = bool(self._rows("SELECT 1 FROM courses WHERE id = ?", home))
            course = self.course(home) if known else Course(home)
            mine = replace(mine, course=course, sessions=self.sessions(home), entries=self.entries(home))
        brought = Incoming(mine, diary, home)
        brought.check_ids(source)
        brought.check_room(source, self.entry_count - len(mine.entries))
        return brought

    def _keep_about(self, name: str, body: str | None) -> None:
        if body is None:
            self._write("DELETE FROM about WHERE name = ?", name)
        else:
            self._write(KEEP_ABOUT, name, body)

    def _write(self, statement: str, *values: object) -> None:
        """Run one statement, a change of its own."""
        with self._ledger.change():
            self._connection.execute(statement, values)

    def _check_session(self, session: ExchangeSession | None, about: str | None = None) -> None:
        """What is written is of the present course: raise BadInput where *session*, or that of id *about*, is not.

        DiaryFull where *session* would be one too many.
        """
        if self._over is None:
            self._over = frozenset(found for (found,) in self._rows(_SESSIONS_OVER))
        if about in self._over or (session is not None and session.id in self._over):
            raise BadInput(self._name, "session", _("a session of this course"))
        if session is not None:
            self._check_room("sessions", session.id, model.SESSION_LIMIT)

    def _check_room(self, table: str, item_id: str, limit: int) -> None:
        """Raise DiaryFull where *item_id* would be one too many."""
        # Counting 20,000 entries at each save would cost more than the save.
        count = self._ledger.entries if table == "entries" else len(self._rows(_SESSIONS))
        if count >= limit and not self._rows(f"SELECT 1 FROM {table} WHERE id = ?", item_id):
            self._check_limit(table, count + 1, limit)

    def _check_limit(self, table: str, count: int, limit: int) -> None:
        if count > limit:
            raise DiaryFull(self._name, table, _("at most {limit} of them").format(limit=f"{limit:,}"), limit)

    def _pack(self, item: writing.Item) -> str:
        return exchange.pack(item, self._name)

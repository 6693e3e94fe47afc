"""What can still be read of a diary that no longer opens: row by row, none of them altered, and told in numbers.

Nothing of the diary is written by ``read``. A row counts where all of it stands on pages that are as they were written
(see ``pages``) and it makes sense as a diary's. Where the order of a table is lost, its rows are found by their shape.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from tpe_guide import side_file
from tpe_guide.diary import beginning, copies, database, exchange, opening, pages
from tpe_guide.diary.backup_file import LARGEST
from tpe_guide.diary.folder import LOGS, SEAL, STORE
from tpe_guide.diary.keys import Unlocked
from tpe_guide.diary.model import Course, Diary, Entry, ExchangeSession, Matters, Question, new_id
from tpe_guide.diary.pages import LostError, Pages, Row
from tpe_guide.diary.seal import SealFile
from tpe_guide.diary.switch import switch
from tpe_guide.errors import BadInput, CannotWrite, DiaryDamaged
from tpe_guide.i18n import _

_ABOUT = ("course", "language", "extra", "matters", database.SHEET, *database.NOT_SAID)
_NO_SENSE = (BadInput, ValueError, TypeError, KeyError, RecursionError)

_FORMER, _REMOVED = 3, 7
"""Columns of what an entry said before, and of what was removed; of a row from an older version the last is missing."""


class Rescued(NamedTuple):
    """What was read, and what not."""

    diary: Diary
    earlier: tuple[Diary, ...]
    """The courses before the present one."""
    past: tuple[tuple[str | None, ...], ...]
    """What entries said before, and what was removed: each row as it is stored."""
    known_entries: int | None
    """So many were saved, as the seal beside the diary knows; None: it cannot be read."""
    lost_pages: int
    pages: int
    torn: int
    """Rows of which a part is lost, or makes no sense."""
    unlinked: int
    """Entries whose session could not be read: they no longer say which one they are about."""
    may_be_old: bool
    """Some of it was found where it is not certain that it was not removed or changed since."""
    proven: bool
    """Each word is proven to be as it was written. False: the beginning of the file is lost, which proves it."""
    sheet: str | None = None
    """What is known of the recovery sheet, which goes on opening it: the key stays the same."""

    @property
    def entries(self) -> int:
        """So many entries were read."""
        return sum(len(one.entries) for one in self.diaries)

    @property
    def diaries(self) -> tuple[Diary, ...]:
        """All of it, course by course, the present one first."""
        return self.diary, *self.earlier

    @property
    def is_empty(self) -> bool:
        """Nothing was read."""
        return not (self.entries or self.diary.questions or any(one.sessions for one in self.diaries))


@dataclass(slots=True)
class _Found:
    """Rows as they were found, by their ids."""

    about: dict[str, str] = field(default_factory=dict)
    sessions: dict[str, ExchangeSession] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    questions: dict[int, Question] = field(default_factory=dict)
    courses: dict[str, Course] = field(default_factory=dict)
    course_of: dict[str, str] = field(default_factory=dict)
    """The earlier course that a session or an entry is of, by their ids."""
    past: dict[tuple[str | None, ...], None] = field(default_factory=dict)
    torn: int = 0

    def add(self, rows: Iterable[Row | LostError]) -> bool:
        """Take each that is not there yet; whether there was one."""
        before = self._count()
        for row in rows:
            if isinstance(row, LostError) or not self._take(*row):
                self.torn += 1
        return self._count() > before

    def _count(self) -> int:
        rows = len(self.about) + len(self.sessions) + len(self.entries) + len(self.questions)
        return rows + len(self.courses) + len(self.past)

    def _take(self, number: int | None, columns: tuple[pages.Value, ...]) -> bool:
        """Whether it was a row of a diary, by its shape, or one that says nothing of its own."""
        try:
            if number is None:
                self._take_named(columns)
            else:
                self._take_numbered(number, columns)
        except _NO_SENSE:
            return False
        return True

    def _take_named(self, columns: tuple[pages.Value, ...]) -> None:
        match columns:
            case (str(name), str(body)) if name in _ABOUT:
                json.loads(body)
                self.about.setdefault(name, body)
            case (str(), str(body)) if body.startswith("["):
                pass  # a sum of entries, which stand for themselves; see ``digest``
            case (str(name), str(body), *course) if len(course) <= 1:
                session = exchange.unpack(ExchangeSession, body)
                if session.id == name and name not in self.sessions:
                    self.sessions[name] = session
                    self._take_course(name, course)

    def _take_numbered(self, number: int, columns: tuple[pages.Value, ...]) -> None:
        match columns:
            case (str(name), str(body)):
                course = exchange.unpack(Course, body)
                if course.id == name:
                    self.courses.setdefault(name, course)
            case (None, str(body)):
                self.questions.setdefault(number, exchange.unpack(Question, body))
            case (str(name), (str() | None) as said, str(body), *more) if not more or isinstance(more[0], int):
                self._take_entry(name, said, body, more)
            case (str(), str(at), (str() | None), str(body), (str() | None), *left) if len(left) <= _REMOVED - 5:
                exchange.unpack(Entry, body)
                dt.datetime.fromisoformat(at)
                self.past.setdefault(tuple(map(_text, columns)))

    def _take_entry(self, name: str, said: str | None, body: str, more: Sequence[pages.Value]) -> None:
        """An entry with its session, its generation, its day and its course; or what one said until an instant."""
        entry = exchange.unpack(Entry, body)
        if entry.id != name:
            return
        if not more and entry.session != said:
            self._take_former(name, said, body)
        elif name not in self.entries:
            self.entries[name] = entry
            self._take_course(name, more[2:])

    def _take_course(self, name: str, course: Sequence[pages.Value]) -> None:
        if course and isinstance(course[0], str):
            self.course_of[name] = course[0]

    def _take_former(self, name: str, until: str | None, body: str) -> None:
        dt.datetime.fromisoformat(until or "")
        self.past.setdefault((name, until, body))


def _text(value: pages.Value) -> str | None:
    return None if value is None else str(value)


def read(where: Path, unlocked: Unlocked) -> Rescued:
    """What can be read of the diary in the folder *where*. Raises DiaryDamaged where there is no file to read."""
    path = where / STORE
    try:
        store = side_file.read_bytes(path, LARGEST)
    except OSError as error:
        raise DiaryDamaged(path, _("it cannot be read ({reason})").format(reason=database.reason(error))) from error
    except side_file.Fault as error:
        raise DiaryDamaged(path, _("it is not a file of a diary")) from error
    log = b""
    with contextlib.suppress(OSError, side_file.Fault):
        log = side_file.read_bytes(where / LOGS[0], LARGEST)
    found, may_be_old = _Found(), False
    alone = pages.decrypt(store, unlocked.key)
    with_log = pages.decrypt(store, unlocked.key, log) if log else alone
    if with_log.good != alone.good:
        may_be_old = _collect(found, with_log)
        # Words that only the file itself has: the log may be of another day.
        may_be_old |= _collect(replace(found), alone, only_new=True)
    else:
        may_be_old = _collect(found, alone)
    diary, earlier, unlinked = _diaries(found)
    seal = SealFile(where / SEAL, unlocked.key).read()
    bad = with_log.bad
    return Rescued(
        diary,
        earlier,
        tuple(found.past),
        seal.entries if seal else None,
        len(bad),
        len(bad) + len(with_log.good),
        found.torn,
        unlinked,
        may_be_old,
        with_log.proven,
        found.about.get(database.SHEET),
    )


def begin_anew(where: Path, unlocked: Unlocked, rescued: Rescued) -> Path | None:
    """Let the diary in *where* hold what was *rescued*, with the same key; all parts of the old one are kept aside.

    Tells where these are. The diary must not be open. Raises DiaryInUse, CannotWrite, DiaryDamaged.
    """
    taken = opening.take_lock(where)
    try:
        kept = copies.put_aside(where)
        with tempfile.TemporaryDirectory() as scratch, _told(where):
            made = Path(scratch) / STORE
            database.create(made, unlocked.key, lambda connection: _fill(connection, rescued))
            switch(where, {STORE: made.read_bytes()})
        return kept
    finally:
        opening.release(taken)


def _fill(connection: database.Connection, rescued: Rescued) -> None:
    beginning.fill(connection, rescued.diary, rescued.earlier)
    if rescued.sheet is not None:
        connection.execute("INSERT INTO about (name, body) VALUES (?, ?)", (database.SHEET, rescued.sheet))
    formers = [row for row in rescued.past if len(row) == _FORMER]
    removed = [(*row, None, None)[:_REMOVED] for row in rescued.past if len(row) != _FORMER]
    connection.executemany("INSERT INTO formers (entry, until, body) VALUES (?, ?, ?)", formers)
    connection.executemany(
        "INSERT OR IGNORE INTO bin (id, at, session, body, session_body, session_left, course)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        removed,
    )


@contextlib.contextmanager
def _told(where: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CannotWrite(where, database.reason(error)) from error


def _collect(found: _Found, read: Pages, *, only_new: bool = False) -> bool:
    """Add all rows of *read* to what was *found*; whether one of them may have been removed or changed since."""
    known = pages.tables(read)
    trees = [pages.walk(read, root) for root in (known or {}).values()]
    reached = {number for tree in trees for number in tree.leaves}
    added = found.add(row for number in sorted(reached) for row in pages.rows_of(read, number))
    if known is not None and all(tree.whole for tree in trees):
        return added and only_new
    free = pages.free(read)
    rest = sorted(number for number in read.good if number not in reached and number not in (free or ()))
    strays = replace(found)  # the same rows, but what is torn there may be no row at all
    more = strays.add(row for number in rest if pages.is_of_rows(read, number) for row in pages.rows_of(read, number))
    return (added and only_new) or (more and free is None)


def _diaries(found: _Found) -> tuple[Diary, tuple[Diary, ...], int]:
    """All of it as a diary, with its earlier courses, and of how many entries the session is lost."""
    course, matters = Course(new_id()), Matters()
    with contextlib.suppress(*_NO_SENSE):
        course = exchange.unpack(Course, found.about["course"])
    with contextlib.suppress(*_NO_SENSE):
        matters = exchange.unpack(Matters, found.about["matters"])
    language, extra = (json.loads(found.about.get(name, "null")) for name in ("language", "extra"))
    spoken = language if isinstance(language, str) and language else "en"
    present, unlinked = _of_course(found, course, None, spoken)
    earlier = []
    for name in dict.fromkeys((*found.courses, *found.course_of.values(), *_binned_courses(found))):
        # What was said of it may be lost, and what is of it not: it stays a course before the present one.
        said = found.courses.get(name, Course(name, followed_by=course.id))
        one, more = _of_course(found, said, name, spoken)
        unlinked += more
        earlier.append(one)
    asked = tuple(question for _number, question in sorted(found.questions.items()))
    kept = extra if isinstance(extra, dict) else {}
    return replace(present, questions=asked, matters=matters, extra=kept), tuple(earlier), unlinked


def _of_course(found: _Found, course: Course, name: str | None, language: str) -> tuple[Diary, int]:
    """What is of one course, and of how many of its entries the session is lost."""
    sessions = {one.id: one for one in found.sessions.values() if found.course_of.get(one.id) == name}
    entries = [one for one in found.entries.values() if found.course_of.get(one.id) == name]
    lost = {entry.id for entry in entries if entry.session is not None and entry.session not in sessions}
    linked = [replace(entry, session=None) if entry.id in lost else entry for entry in entries]
    diary = Diary(
        course,
        tuple(sorted(sessions.values(), key=lambda session: (session.number, session.day, session.id))),
        tuple(sorted(linked, key=lambda entry: (entry.day, entry.recorded_at, entry.id))),
        language=language,
    )
    return diary, len(lost)


def _binned_courses(found: _Found) -> Iterator[str]:
    """The earlier courses of what was removed."""
    return (row[-1] for row in found.past if len(row) == _REMOVED and row[-1] is not None)

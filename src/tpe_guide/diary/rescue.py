"""What can still be read of a diary that no longer opens: row by row, none of them altered, and told in numbers.

Nothing of the diary is written by ``read``. A row counts where all of it stands on pages that are as they were written
(see ``pages``) and it makes sense as a diary's. Where the order of a table is lost, its rows are found by their shape.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import tempfile
from collections.abc import Iterable, Iterator
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

_FORMER, _REMOVED = 3, 6
"""Columns of what an entry said before, and of what was removed; of a row from an older version the last is missing."""


class Rescued(NamedTuple):
    """What was read, and what not."""

    diary: Diary
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
        return len(self.diary.entries)

    @property
    def is_empty(self) -> bool:
        """Nothing was read."""
        return not (self.diary.entries or self.diary.sessions or self.diary.questions)


@dataclass(slots=True)
class _Found:
    """Rows as they were found, by their ids."""

    about: dict[str, str] = field(default_factory=dict)
    sessions: dict[str, ExchangeSession] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    questions: dict[int, Question] = field(default_factory=dict)
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
        return len(self.about) + len(self.sessions) + len(self.entries) + len(self.questions) + len(self.past)

    def _take(self, number: int | None, columns: tuple[pages.Value, ...]) -> bool:
        """Whether it was a row of a diary, by its shape, or one that says nothing of its own."""
        try:
            match number, columns:
                case None, (str(name), str(body)) if name in _ABOUT:
                    json.loads(body)
                    self.about.setdefault(name, body)
                case None, (str(), str(body)) if body.startswith("["):
                    pass  # a sum of entries, which stand for themselves; see ``digest``
                case None, (str(name), str(body)):
                    session = exchange.unpack(ExchangeSession, body)
                    if session.id == name:
                        self.sessions.setdefault(name, session)
                case int(), (None, str(body)):
                    self.questions.setdefault(number, exchange.unpack(Question, body))
                case int(), (str(name), (str() | None) as said, str(body), *more) if not more or isinstance(
                    more[0], int
                ):
                    entry = exchange.unpack(Entry, body)
                    if entry.id == name and (more or entry.session == said):
                        self.entries.setdefault(name, entry)
                    elif entry.id == name:
                        self._take_former(name, said, body)
                case int(), (str(), str(at), (str() | None), str(body), (str() | None), *left) if len(left) < 2:
                    exchange.unpack(Entry, body)
                    dt.datetime.fromisoformat(at)
                    self.past.setdefault(tuple(map(_text, columns)))
        except _NO_SENSE:
            return False
        return True

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
    diary, unlinked = _diary(found)
    seal = SealFile(where / SEAL, unlocked.key).read()
    bad = with_log.bad
    return Rescued(
        diary,
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
    beginning.fill(connection, rescued.diary)
    if rescued.sheet is not None:
        connection.execute("INSERT INTO about (name, body) VALUES (?, ?)", (database.SHEET, rescued.sheet))
    formers = [row for row in rescued.past if len(row) == _FORMER]
    removed = [(*row, None)[:_REMOVED] for row in rescued.past if len(row) != _FORMER]
    connection.executemany("INSERT INTO formers (entry, until, body) VALUES (?, ?, ?)", formers)
    connection.executemany(
        "INSERT OR IGNORE INTO bin (id, at, session, body, session_body, session_left) VALUES (?, ?, ?, ?, ?, ?)",
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


def _diary(found: _Found) -> tuple[Diary, int]:
    """All of it as a diary, and of how many entries the session is lost."""
    entries = list(found.entries.values())
    lost = {entry.id for entry in entries if entry.session is not None and entry.session not in found.sessions}
    linked = [replace(entry, session=None) if entry.id in lost else entry for entry in entries]
    course, matters = Course(new_id()), Matters()
    with contextlib.suppress(*_NO_SENSE):
        course = exchange.unpack(Course, found.about["course"])
    with contextlib.suppress(*_NO_SENSE):
        matters = exchange.unpack(Matters, found.about["matters"])
    language, extra = (json.loads(found.about.get(name, "null")) for name in ("language", "extra"))
    return (
        Diary(
            course,
            tuple(sorted(found.sessions.values(), key=lambda session: (session.number, session.day, session.id))),
            tuple(sorted(linked, key=lambda entry: (entry.day, entry.recorded_at, entry.id))),
            tuple(question for _number, question in sorted(found.questions.items())),
            matters,
            language if isinstance(language, str) and language else "en",
            extra if isinstance(extra, dict) else {},
        ),
        len(lost),
    )

"""What an open diary holds, read: all of it, course by course, or parts without reading all."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from tpe_guide.diary import courses, database, exchange, past
from tpe_guide.diary.courses import Earlier
from tpe_guide.diary.glance import Glance
from tpe_guide.diary.ledger import Ledger
from tpe_guide.diary.model import Course, Diary, Entry, ExchangeSession, Matters, Question
from tpe_guide.diary.past import Binned, Former
from tpe_guide.diary.rows import Rows
from tpe_guide.errors import BadInput, DiaryDamaged
from tpe_guide.i18n import _

QUESTIONS = "SELECT body FROM questions ORDER BY id"


class Held:
    """The half of a store that writes nothing; see ``store``. As a *course* None is the present one."""

    path: Path
    _connection: database.Connection
    _ledger: Ledger

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        """What does not read well since somebody else wrote it is not damaged. Raises DiaryDamaged, DiaryInUse."""
        try:
            with database.reading(self.path):
                yield
        except DiaryDamaged:
            self._ledger.check_alone()
            raise

    def rows(self) -> Rows:
        """All that the diary holds, as it stands there. Raises DiaryDamaged."""
        with self._reading():
            return Rows.of(self._connection)

    def diary(self, course: str | None = None) -> Diary:
        """Everything, in a fixed order; of an earlier course (its id) what is of that alone. Raises DiaryDamaged."""
        found = Diary(
            course=self.course(course),
            sessions=self.sessions(course),
            entries=self.entries(course),
            language=json.loads(self._about("language")),
        )
        if course is not None:
            return found
        return replace(
            found, questions=self.questions(), matters=self.matters(), extra=json.loads(self._about("extra"))
        )

    def diaries(self) -> Iterator[Diary]:
        """All of it, course by course: the present one, then those before it, the latest first. Raises DiaryDamaged."""
        yield self.diary()
        for one in self.earlier():
            yield self.diary(one.course.id)

    def course(self, course: str | None = None) -> Course:
        """The present course of exchanges, or an earlier one by its id. Raises DiaryDamaged, KeyError."""
        if course is None:
            return self._unpack(Course, self._about("course"))
        rows = self._rows("SELECT body FROM courses WHERE id = ?", course)
        if not rows:
            raise KeyError(course)
        return self._unpack(Course, rows[0][0])

    def earlier(self) -> tuple[Earlier, ...]:
        """The courses before the present one, the latest first. Raises DiaryDamaged."""
        return courses.earlier(self._rows, self._unpack)

    @property
    def may_take_back_course(self) -> bool:
        """A new course was begun, and nothing is in it yet. Raises DiaryDamaged."""
        with self._reading():
            return courses.before_begun(self._connection) is not None

    def sessions(self, course: str | None = None) -> tuple[ExchangeSession, ...]:
        """The sessions of the present course, or an earlier one, by number and day. Raises DiaryDamaged."""
        rows = self._rows("SELECT body FROM sessions WHERE course IS ?", course)
        found = (self._unpack(ExchangeSession, body) for (body,) in rows)
        return tuple(sorted(found, key=lambda session: (session.number, session.day, session.id)))

    def entries(self, course: str | None = None) -> tuple[Entry, ...]:
        """The entries of the present course, or an earlier one, by day and instant. Raises DiaryDamaged."""
        rows = self._rows("SELECT body FROM entries WHERE course IS ?", course)
        found = (self._unpack(Entry, body) for (body,) in rows)
        return tuple(sorted(found, key=lambda entry: (entry.day, entry.recorded_at, entry.id)))

    def glance(self, course: str | None = None) -> Glance:
        """Parts of it, of the present course or of an earlier one, read without reading all."""
        return Glance(self._rows, self._unpack, course)

    def formers(self, entry_id: str) -> tuple[Former, ...]:
        """What an entry said before it was changed, newest first. Raises DiaryDamaged."""
        rows = self._rows("SELECT body, until FROM formers WHERE entry = ? ORDER BY rowid DESC", entry_id)
        return tuple(Former(self._unpack(Entry, body), dt.datetime.fromisoformat(until)) for body, until in rows)

    def binned(self, course: str | None = None) -> tuple[Binned, ...]:
        """What was removed from the present course, or an earlier one, newest first. Raises DiaryDamaged."""
        rows = self._rows("SELECT body, session_body, at FROM bin WHERE course IS ?", course)
        return tuple(sorted((self._unbin(*row) for row in rows), key=lambda one: (one.at, one.entry.id), reverse=True))

    def bin_is_over(self, now: dt.datetime) -> dt.datetime | None:
        """Before which instant what was removed has had its time; None: nothing has. Raises DiaryDamaged."""
        binned = [self._unbin(*row) for row in self._rows("SELECT body, session_body, at FROM bin")]
        return past.over(binned, self.glance().newest(1), now) if binned else None

    def draft(self) -> str | None:
        """The entry that is not finished, as ``keep_draft`` was given it. Raises DiaryDamaged."""
        return self._said(database.DRAFT)

    def forms(self) -> str | None:
        """Other forms that are half filled in, as ``keep_forms`` was given them. Raises DiaryDamaged."""
        return self._said(database.FORMS)

    def questions(self) -> tuple[Question, ...]:
        """All questions for the team in the person's order. Raises DiaryDamaged."""
        return tuple(self._unpack(Question, body) for (body,) in self._rows(QUESTIONS))

    def matters(self) -> Matters:
        """What matters to the person, and how ready they feel to decide. Raises DiaryDamaged."""
        said = self._said("matters")
        return self._unpack(Matters, said) if said is not None else Matters()

    def _unbin(self, body: str, session: str | None, at: str) -> Binned:
        with_it = self._unpack(ExchangeSession, session) if session else None
        return Binned(self._unpack(Entry, body), with_it, dt.datetime.fromisoformat(at))

    @property
    def _name(self) -> str:
        return str(self.path)

    def _about(self, name: str) -> str:
        said = self._said(name)
        if said is None:
            raise DiaryDamaged(self.path, _("some of it is missing"))
        return said

    def _said(self, name: str) -> str | None:
        rows = self._rows("SELECT body FROM about WHERE name = ?", name)
        return str(rows[0][0]) if rows else None

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with self._reading():
            rows: list[tuple[Any, ...]] = self._connection.execute(query, values).fetchall()
        return rows

    def _unpack(self, kind: type[exchange.ItemT], body: str) -> exchange.ItemT:
        try:
            return exchange.unpack(kind, body)
        except (BadInput, ValueError) as error:
            raise DiaryDamaged(self.path, _("some of it does not make sense")) from error

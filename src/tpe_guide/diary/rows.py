"""All that a store holds, word for word: to prove two stores the same, and to tell how they differ."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from tpe_guide.diary import database, exchange
from tpe_guide.diary.model import Course, Entry, ExchangeSession, Matters, Question
from tpe_guide.diary.recovery import Sheet

_EARLIER = """
    SELECT id, course FROM sessions WHERE course IS NOT NULL
    UNION ALL SELECT id, course FROM entries WHERE course IS NOT NULL
"""
_FORMERS = "SELECT entry, until, body FROM formers ORDER BY rowid"
_BIN = "SELECT id, at, body, session_body, {left}, {course} FROM bin ORDER BY id"
_WITH_IT = slice(3, 5)
"""Columns of what was removed that are its session, before and after."""


class Differ(NamedTuple):
    """How many there are only in the other, only here, and in both with other words."""

    come: int = 0
    go: int = 0
    change: int = 0


class Rows(NamedTuple):
    """The JSON of each row by its id; questions in their order."""

    about: Mapping[str, str]
    sessions: Mapping[str, str]
    entries: Mapping[str, tuple[str | None, str]]
    """With the session that each is of."""
    questions: tuple[str, ...]
    past: tuple[tuple[str | None, ...], ...] = ()
    """What entries said before, and what is in the bin; see ``past``."""
    courses: Mapping[str, str] = MappingProxyType({})
    """The courses before the present one; see ``courses``."""
    earlier: frozenset[tuple[str, str]] = frozenset()
    """Which of the sessions and entries are of which of those, as (id, course)."""

    @classmethod
    def of(cls, connection: database.Connection) -> Rows:
        """What *connection* reads, of whatever version. Raises the database's errors."""
        run = connection.execute
        version = run("PRAGMA user_version").fetchone()[0]
        removed = _BIN.format(
            left="session_left" if version >= database.WITH_LEFT else "NULL",
            course="course" if version >= database.WITH_COURSES else "NULL",
        )
        return cls(
            {name: body for name, body in run("SELECT name, body FROM about") if name not in database.NOT_SAID},
            dict(run("SELECT id, body FROM sessions")),
            {entry: (session, body) for entry, session, body in run("SELECT id, session, body FROM entries")},
            tuple(body for (body,) in run("SELECT body FROM questions ORDER BY id")),
            (*run(_FORMERS), *run(removed)) if version >= database.WITH_PAST else (),
            dict(run("SELECT id, body FROM courses")) if version >= database.WITH_COURSES else {},
            frozenset(map(tuple, run(_EARLIER))) if version >= database.WITH_COURSES else frozenset(),
        )

    def course(self) -> Course:
        """The course of exchanges. Raises KeyError, ValueError, BadInput."""
        return exchange.unpack(Course, self.about["course"])

    @property
    def course_ids(self) -> set[str]:
        """Those of the present course and of the earlier ones. Raises KeyError, ValueError, BadInput."""
        return {self.course().id, *self.courses}

    def sheet(self) -> Sheet:
        """What is known of the recovery sheet."""
        return Sheet.read(self.about.get(database.SHEET, ""))

    def without_sheet(self) -> Rows:
        """All but that: what a person wrote."""
        return self._replace(about={name: body for name, body in self.about.items() if name != database.SHEET})

    def newest_day(self) -> dt.date | None:
        """The day of the newest entry. Raises KeyError, ValueError, TypeError."""
        days = (json.loads(body)["day"] for _session, body in self.entries.values())
        return max(map(dt.date.fromisoformat, days), default=None)

    def check(self) -> None:
        """Read each row as the diary does. Raises KeyError, ValueError, BadInput for what makes no sense."""
        self.course()
        for name in ("language", "extra"):
            json.loads(self.about[name])
        if "matters" in self.about:
            exchange.unpack(Matters, self.about["matters"])
        for body in self.sessions.values():
            exchange.unpack(ExchangeSession, body)
        for _session, body in self.entries.values():
            exchange.unpack(Entry, body)
        for body in self.questions:
            exchange.unpack(Question, body)
        for body in self.courses.values():
            exchange.unpack(Course, body)
        for row in self.past:
            _id, at, was, *_rest = row
            dt.datetime.fromisoformat(at or "")
            exchange.unpack(Entry, was or "")
            for session in filter(None, row[_WITH_IT]):
                exchange.unpack(ExchangeSession, session)

    def differ(self, other: Rows) -> tuple[Differ, Differ, Differ]:
        """How the sessions, entries and questions of *other* differ from these. Raises ValueError, KeyError."""
        return (
            _differ(self.sessions, other.sessions),
            _differ(self.entries, other.entries),
            _differ(self._by_text(), other._by_text()),
        )

    def _by_text(self) -> dict[str, str]:
        """A question has no id: one that was ticked is the same question."""
        return {json.loads(body)["text"]: body for body in self.questions}


def _differ(here: Mapping[str, object], there: Mapping[str, object]) -> Differ:
    both = here.keys() & there.keys()
    return Differ(
        come=len(there.keys() - both),
        go=len(here.keys() - both),
        change=sum(here[one] != there[one] for one in both),
    )

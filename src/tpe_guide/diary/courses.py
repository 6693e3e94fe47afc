"""Courses that came before the present one: kept where they are, row by row, and named as theirs.

To begin a new course moves no word and removes none: each session, entry and removed entry gets the name of its course
in a column, where that of the present one is empty. So what holds for a diary holds for all of its courses: how many
entries were acknowledged, what a backup proves, what can be read of a damaged page. What was said about a course
stands in ``courses`` as it stood in ``about``, with the name of the course after it.

Each function that writes runs inside a change of the ledger, which makes it all or nothing; see ``store``.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from tpe_guide.diary import exchange
from tpe_guide.diary.database import Connection
from tpe_guide.diary.model import Course, Diary, new_id
from tpe_guide.errors import BadInput, OtherDiary
from tpe_guide.i18n import _

OF_COURSE = ("sessions", "entries", "bin")
"""The tables whose rows are each of one course."""
KEEP = """
    INSERT INTO courses (id, body) VALUES (?, ?)
    ON CONFLICT (id) DO UPDATE SET body = excluded.body WHERE body <> excluded.body
"""
"""Adds an earlier course, or says what it is now."""

_PRESENT = "SELECT body FROM about WHERE name = 'course'"
_SET_PRESENT = "UPDATE about SET body = ? WHERE name = 'course'"
_SESSIONS = """
    SELECT course, count(*), min(json_extract(body, '$.day')), max(json_extract(body, '$.day')) FROM sessions
    WHERE course IS NOT NULL AND json_extract(body, '$.state') = 'done' GROUP BY course
"""
_ENTRIES = "SELECT course, count(*) FROM entries WHERE course IS NOT NULL GROUP BY course"
_DAYS = "SELECT min(json_extract(body, '$.day')), max(json_extract(body, '$.day')) FROM entries WHERE course = ?"
_WHERE_IS = """
    SELECT 'sessions', id, course FROM sessions WHERE id IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT 'entries', id, course FROM entries WHERE id IN (SELECT value FROM json_each(?2))
"""

Query = Callable[..., list[tuple[Any, ...]]]
"""Runs a statement with its values and gives its rows."""


class Earlier(NamedTuple):
    """A course before the present one, in numbers. *first*, *last*: its days; None: it has none."""

    course: Course
    sessions: int
    """So many were done."""
    entries: int
    first: dt.date | None
    last: dt.date | None


def earlier(query: Query, unpack: Callable[[type[Course], str], Course]) -> tuple[Earlier, ...]:
    """The courses before the present one, the latest first."""
    courses = [unpack(Course, body) for (body,) in query("SELECT body FROM courses ORDER BY rowid")]
    if not courses:
        return ()
    done = {course: rest for course, *rest in query(_SESSIONS)}
    written: dict[str, int] = dict(query(_ENTRIES))
    found = []
    for course in courses:
        sessions, *days = done.get(course.id, (0, None, None))
        first, last = days if sessions else query(_DAYS, course.id)[0]
        found.append(Earlier(course, sessions, written.get(course.id, 0), _day(first), _day(last)))
    return tuple(sorted(found, key=lambda one: one.last or dt.date.min, reverse=True))


def begin(connection: Connection, source: str) -> Course:
    """What is there is of an earlier course from now on; the new one is told. Raises BadInput where nothing is there.

    What is the person's own, and not of one course, goes on: the effects and the steps that they named.
    """
    run = connection.execute
    if not _has_rows(connection):
        raise BadInput(source, "course", _("a course with something in it, before a new one begins"))
    old = _present(connection)
    new = Course(new_id(), own_steps=old.own_steps, own_effects=old.own_effects)
    run("INSERT INTO courses (id, body) VALUES (?, ?)", (old.id, exchange.pack(_before(old, new), source)))
    for table in OF_COURSE:
        run(f"UPDATE {table} SET course = ? WHERE course IS NULL", (old.id,))
    run(_SET_PRESENT, (exchange.pack(new, source),))
    return new


def before_begun(connection: Connection) -> Course | None:
    """The course that would be the present one again if the new one were taken back; None: something is in that."""
    present = _present(connection)
    blank = Course(present.id, own_steps=present.own_steps, own_effects=present.own_effects)
    if present != blank or _has_rows(connection):
        return None
    query = "SELECT body FROM courses WHERE json_extract(body, '$.followed_by') = ?"
    found = connection.execute(query, (present.id,)).fetchall()
    return exchange.unpack(Course, found[0][0]) if len(found) == 1 else None


def take_back(connection: Connection, source: str) -> None:
    """The course before is the present one again, as it was. Raises BadInput where something is in the new one."""
    run = connection.execute
    old = before_begun(connection)
    if old is None:
        raise BadInput(source, "course", _("a course with nothing in it yet"))
    present = _present(connection)
    back = replace(old, followed_by=None, own_steps=present.own_steps, own_effects=present.own_effects)
    run(_SET_PRESENT, (exchange.pack(back, source),))
    for table in OF_COURSE:
        run(f"UPDATE {table} SET course = NULL WHERE course = ?", (old.id,))
    run("DELETE FROM courses WHERE id = ?", (old.id,))


def home_of(query: Query, present: str, theirs: Diary) -> str | None:
    """To which earlier course (its id) *theirs* belongs; None: to the present one, whose id is *present*.

    By its name; else by what it holds, since two machines may call one course otherwise; else by whether it says that
    another came after it.
    """
    course = theirs.course
    if course.id == present:
        return None
    if query("SELECT 1 FROM courses WHERE id = ?", course.id):
        return course.id
    held = {home for _table, _id, home in _where_is(query, theirs)}
    if held:
        return next(iter(held)) if len(held) == 1 else None
    return course.id if course.followed_by is not None else None


def check_ids(query: Query, theirs: Diary, home: str | None, source: str) -> None:
    """An id names one thing in all courses. Raises OtherDiary where *theirs* has one of another course than *home*."""
    for table, found, course in _where_is(query, theirs):
        if course != home:
            ids = [item.id for item in (theirs.sessions if table == "sessions" else theirs.entries)]
            expected = _("an id that does not stand for something else in your diary")
            raise OtherDiary(source, f"{table}[{ids.index(found)}].id", expected)


def _where_is(query: Query, theirs: Diary) -> list[tuple[str, str, str | None]]:
    ids = [json.dumps([item.id for item in items]) for items in (theirs.sessions, theirs.entries)]
    return [(table, found, course) for table, found, course in query(_WHERE_IS, *ids)]


def _has_rows(connection: Connection) -> bool:
    return any(
        connection.execute(f"SELECT 1 FROM {table} WHERE course IS NULL LIMIT 1").fetchone() for table in OF_COURSE
    )


def _present(connection: Connection) -> Course:
    return exchange.unpack(Course, connection.execute(_PRESENT).fetchone()[0])


def _before(old: Course, new: Course) -> Course:
    return replace(old, followed_by=new.id)


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None

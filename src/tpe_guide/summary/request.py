"""What is asked of the nurse's page: which days, which parts; and what that leaves out, in words.

The last session and the warning signs are on every page, of the whole course: nobody can ask for a page without them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Literal, NamedTuple, get_args

from tpe_guide.diary.model import Course, Diary
from tpe_guide.errors import WrongUsage
from tpe_guide.i18n import _, _n
from tpe_guide.summary import phrases

Part = Literal["effects", "words", "sessions", "questions", "matters"]
PARTS: tuple[Part, ...] = get_args(Part)
"""The parts that can be left out, in the order in which they stand."""


LAST_VISIT = "last"
"""The word for the day of the last session, on the command line."""


class Request(NamedTuple):
    """*first* and *last*: days, both within; None where there is no end to that side."""

    first: dt.date | None = None
    last: dt.date | None = None
    parts: frozenset[Part] = frozenset(PARTS)
    since_last_visit: bool = False
    """In place of *first*: from the day of the last session on, which depends on the diary."""

    def settled(self, diary: Diary, today: dt.date) -> Request:
        """The same for *diary*, as things stand *today*, with its first day known."""
        if not self.since_last_visit:
            return self
        return self._replace(first=last_visit(diary, today), since_last_visit=False)

    def takes(self, day: dt.date) -> bool:
        """Whether *day* is within."""
        return not self.is_before(day) and not self.is_after(day)

    def is_before(self, day: dt.date) -> bool:
        """Whether *day* is too early."""
        return self.first is not None and day < self.first

    def is_after(self, day: dt.date) -> bool:
        """Whether *day* is too late."""
        return self.last is not None and day > self.last


WHOLE = Request()


def asked_for(first: dt.date | str | None, last: dt.date | None, parts: Iterable[Part] | None) -> Request:
    """What the command line asks for: *first* may be ``LAST_VISIT``. Raises WrongUsage where it lies after *last*."""
    since_last_visit = first == LAST_VISIT
    begins = first if isinstance(first, dt.date) else None
    if begins and last and begins > last:
        raise WrongUsage(_("tpe-guide summary: --from {first} is after --until {last}").format(first=begins, last=last))
    return Request(begins, last, frozenset(PARTS if parts is None else parts), since_last_visit=since_last_visit)


def part_names() -> dict[Part, str]:
    """The parts as a person knows them."""
    return {
        "effects": _("Effects, seeing, walking, energy"),
        "words": _("The patient’s own words"),
        "sessions": _("List of sessions"),
        "questions": _("Questions for the team"),
        "matters": _("What matters to the patient"),
    }


def last_visit(diary: Diary, today: dt.date) -> dt.date | None:
    """The day of the last session that is done, as things stood on *today*; None before the first."""
    return max((one.day for one in diary.sessions if one.state == "done" and one.day <= today), default=None)


def within(diary: Diary, request: Request) -> Diary:
    """*diary* with the sessions of the days asked for or written about then, and all that was said of them."""
    if request.first is None and request.last is None:
        return diary
    written_about = {entry.session for entry in diary.entries if request.takes(entry.day)}
    sessions = tuple(one for one in diary.sessions if request.takes(one.day) or one.id in written_about)
    kept = {one.id for one in sessions}
    # Never a part of what was said of a session: its column would show a gap that the diary does not have.
    entries = tuple(entry for entry in diary.entries if request.takes(entry.day) or entry.session in kept)
    return replace(
        diary, course=_without(diary.course, len(diary.sessions) - len(sessions)), entries=entries, sessions=sessions
    )


def _without(course: Course, left_out: int) -> Course:
    """*course* with as many sessions less that are planned: those that have no day yet stay as many."""
    planned = course.planned_sessions
    return course if planned is None else replace(course, planned_sessions=max(0, planned - left_out))


def shown(diary: Diary, request: Request) -> tuple[str, ...]:
    """Which days and parts are shown, and what of *diary* is not; nothing where all of it is."""
    return (*_days(diary, request), *_parts(request))


def _days(diary: Diary, request: Request) -> tuple[str, ...]:
    if request.first is None and request.last is None:
        return ()
    kept = within(diary, request)
    sessions, entries = {one.id for one in kept.sessions}, {entry.id for entry in kept.entries}
    about = [one.day for one in diary.sessions if one.id not in sessions]
    written = [entry.day for entry in diary.entries if entry.id not in entries]
    says = [_("Shown: {days}.").format(days=_period(request))]
    if before := _counted(sum(map(request.is_before, written)), sum(map(request.is_before, about))):
        says.append(_("Not shown: {what} before that.").format(what=before))
    if after := _counted(sum(map(request.is_after, written)), sum(map(request.is_after, about))):
        says.append(_("Not shown: {what} after that.").format(what=after))
    says.append(_("The last session and the warning signs are of the whole course."))
    return (" ".join(says),)


def _period(request: Request) -> str:
    match request:
        case Request(first=dt.date() as first, last=dt.date() as last):
            return phrases.span(first, last)
        case Request(first=dt.date() as first):
            return _("from {day} on").format(day=phrases.full_day(first))
        case Request(last=dt.date() as last):
            return _("up to {day}").format(day=phrases.full_day(last))
    return ""


def _counted(entries: int, sessions: int) -> str:
    parts = []
    if entries:
        parts.append(_n("{count} entry", "{count} entries", entries).format(count=entries))
    if sessions:
        parts.append(_n("{count} session", "{count} sessions", sessions).format(count=sessions))
    return phrases.join(parts)


def _parts(request: Request) -> tuple[str, ...]:
    names = part_names()
    left_out = [phrases.lower_first(names[part]) for part in PARTS if part not in request.parts]
    if not left_out:
        return ()
    return (_("Left out: {parts}.").format(parts="; ".join(left_out)),)

"""What a diary file brings to a diary that is there: what is added, what is here already, what stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from tpe_guide.diary import exchange, model
from tpe_guide.diary.model import Course, Diary, Entry, ExchangeSession, Matters
from tpe_guide.diary.record import record_of
from tpe_guide.errors import BadInput, OtherDiary
from tpe_guide.i18n import _

Held = TypeVar("Held", ExchangeSession, Entry)

_NOTHING_SAID = Course("")


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, in numbers of sessions, entries and questions; and what of the file it left out."""

    sessions: int = 0
    entries: int = 0
    questions: int = 0
    already_here: int = 0
    """Left out because the diary has them word for word."""
    kept_yours: int = 0
    """Sessions and entries left out because the diary has others of that id; nothing is ever overwritten."""
    other_ticks: int = 0
    """Questions that the diary has, ticked there and not in the file, or the other way round."""
    other_course: bool = False
    """The diary is of another course than the file, and stays so."""
    course: tuple[str, ...] = ()
    """The fields of the course of which the file says something else."""
    matters: bool = False
    """The file says something else of what matters to the person."""
    not_understood: tuple[str, ...] = ()
    """The places of the keys that this version does not know, and that did not come along."""
    kept_unknown: tuple[str, ...] = ()
    """The places of those that did."""
    earlier: bool = False
    """It went to a course before the present one."""


class Incoming:
    """What *theirs* has for *mine*, by id (questions by their text).

    *home*: the id of the earlier course that it is for, whose sessions and entries *mine* has; None: the present one.
    """

    def __init__(self, mine: Diary, theirs: Diary, home: str | None = None) -> None:
        self.home = home
        self._mine = mine
        self._theirs = theirs
        self.sessions = _missing(mine.sessions, theirs.sessions)
        self.entries = _missing(mine.entries, theirs.entries)
        self._ticks = {question.text: question.asked for question in mine.questions}
        self.questions = [question for question in theirs.questions if question.text not in self._ticks]
        self.now = self._about_the_whole()
        """*mine*, with all that holds for a whole diary as it is from now on."""

    def check_ids(self, source: str) -> None:
        """Ids of another course may mean other things: two people may both have called a session "s1".

        Raises OtherDiary under the name *source*.
        """
        if self._mine.course.id != self._theirs.course.id:
            _check_no_clash("sessions", self._mine.sessions, self._theirs.sessions, source)
            _check_no_clash("entries", self._mine.entries, self._theirs.entries, source)

    def check_room(self, source: str, elsewhere: int = 0) -> None:
        """Raise BadInput where there would be too many; *elsewhere*: entries of other courses in the same diary."""
        for name, limit, count in (
            ("sessions", model.SESSION_LIMIT, len(self._mine.sessions) + len(self.sessions)),
            ("entries", model.ENTRY_LIMIT, elsewhere + len(self._mine.entries) + len(self.entries)),
        ):
            if count > limit:
                expected = _("at most {limit} in one diary; with yours there would be {count}")
                raise BadInput(source, name, expected.format(limit=f"{limit:,}", count=f"{count:,}"))

    def done(self) -> Imported:
        """What is to be told of it."""
        mine, theirs, now = self._mine, self._theirs, self.now
        ticks = [(question.asked, self._ticks.get(question.text)) for question in theirs.questions]
        other_ticks = sum(here is not None and asked != here for asked, here in ticks)
        kept_yours = len(_others(mine.sessions, theirs.sessions)) + len(_others(mine.entries, theirs.entries))
        added = len(self.sessions) + len(self.entries) + len(self.questions)
        total = len(theirs.sessions) + len(theirs.entries) + len(theirs.questions)
        left = tuple(self._unknown_left_out())
        return Imported(
            len(self.sessions),
            len(self.entries),
            len(self.questions),
            already_here=total - added - kept_yours - other_ticks,
            kept_yours=kept_yours,
            other_ticks=other_ticks,
            other_course=now.course.id != theirs.course.id,
            course=tuple(
                name
                for name, value in _said(theirs.course).items()
                if name != "id" and getattr(now.course, name) != value
            ),
            matters=theirs.matters not in (now.matters, Matters()),
            not_understood=left,
            kept_unknown=tuple(place for place in record_of(Diary).unknown_keys(theirs) if place not in left),
            earlier=self.home is not None,
        )

    def _about_the_whole(self) -> Diary:
        mine, theirs = self._mine, self._theirs
        now = replace(mine, matters=theirs.matters) if mine.matters == Matters() else mine
        if mine.sessions or mine.entries:
            return now
        said = {name: value for name, value in _said(mine.course).items() if name != "id"}
        course = replace(theirs.course, **said, extra=theirs.course.extra | mine.course.extra)
        if self.home is not None:
            return replace(now, course=replace(course, id=self.home))
        return replace(now, course=course, language=theirs.language, extra=theirs.extra | mine.extra)

    def _unknown_left_out(self) -> Iterator[str]:
        now, theirs = self.now, self._theirs
        for place, mine, extra in (("", now.extra, theirs.extra), ("course.", now.course.extra, theirs.course.extra)):
            yield from (place + key for key, value in extra.items() if key not in mine or mine[key] != value)
        yield from _unknown_in("sessions", theirs.sessions, _others(now.sessions, theirs.sessions))
        yield from _unknown_in("entries", theirs.entries, _others(now.entries, theirs.entries))
        here = {question.text: question.extra for question in now.questions}
        others = [
            question for question in theirs.questions if here.get(question.text, question.extra) != question.extra
        ]
        yield from _unknown_in("questions", theirs.questions, others)
        if now.matters != theirs.matters:
            yield from record_of(Matters).unknown_keys(theirs.matters, "matters")


def preview(mine: Diary, theirs: Diary, source: str) -> Imported:
    """What an import of *theirs* into *mine* would do. Nothing is written. Raises BadInput where it would."""
    exchange.check(theirs, source)
    brought = Incoming(mine, theirs)
    brought.check_ids(source)
    brought.check_room(source)
    return brought.done()


def _said(course: Course) -> dict[str, Any]:
    """What *course* says, by field; extra keys apart."""
    values = {field.name: getattr(course, field.name) for field in fields(course) if field.name != "extra"}
    return {name: value for name, value in values.items() if value != getattr(_NOTHING_SAID, name)}


def _missing(mine: Iterable[Held], theirs: Iterable[Held]) -> list[Held]:
    """What is in *theirs* and not in *mine*, by id."""
    held = {item.id for item in mine}
    return [item for item in theirs if item.id not in held]


def _others(mine: Iterable[Held], theirs: Iterable[Held]) -> list[Held]:
    """Those of *theirs* that are otherwise in *mine*."""
    held = {item.id: item for item in mine}
    return [item for item in theirs if held.get(item.id, item) != item]


def _unknown_in(name: str, items: Sequence[object], some: Sequence[object]) -> Iterator[str]:
    """The places of unknown keys in *some* of *items*, which the file calls *name*."""
    wanted = set(map(id, some))
    for index, item in enumerate(items):
        if id(item) in wanted:
            yield from record_of(type(item)).unknown_keys(item, f"{name}[{index}]")


def _check_no_clash(name: str, mine: Iterable[Held], theirs: Sequence[Held], source: str) -> None:
    for item in _others(mine, theirs):
        expected = _("an id that does not stand for something else in your diary")
        raise OtherDiary(source, f"{name}[{theirs.index(item)}].id", expected)

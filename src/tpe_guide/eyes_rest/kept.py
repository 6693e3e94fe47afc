"""What is in the diary, to be heard: the entries, the questions, what matters, and the next session."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tpe_guide.diary.calendar import meant_day
from tpe_guide.diary.model import Entry, ExchangeSession
from tpe_guide.errors import TpeGuideError
from tpe_guide.eyes_rest.machine import EyesRest, Row, Stop
from tpe_guide.eyes_rest.saved import session_of
from tpe_guide.eyes_rest.world import World
from tpe_guide.i18n import _
from tpe_guide.vocabulary.days import day_words
from tpe_guide.wording import describe

MOST = 50
"""Entries that are told, the newest first: a list to be heard, not a search."""


class EntriesStop(Stop):
    """The entries by their days."""

    is_private = True

    def __init__(self, rest: EyesRest, world: World) -> None:
        super().__init__(rest, _("What I logged"), _("What you logged, the newest first."))
        self._world = world
        self._today = meant_day(world.diary.now())
        sessions = {session.id: session for session in world.diary.store.sessions()}
        entries = world.diary.store.glance().newest(MOST)
        self._heads = [(entry, self._head(entry, sessions.get(entry.session or ""))) for entry in entries]

    def rows(self) -> Sequence[Row]:
        """A day each, with what was felt in a word."""
        if not self._heads:
            return (Row(_("Your diary has no entry yet.")),)
        return [Row(head, partial(self._open, entry, head)) for entry, head in self._heads]

    def _head(self, entry: Entry, session: ExchangeSession | None) -> str:
        day, time = day_words(entry.day, self._today), f"{entry.recorded_at:%H:%M}"
        if session is None:
            return _("{day}, written at {time}.").format(day=day, time=time)
        words = _("{day}, session {number}, written at {time}.")
        return words.format(day=day, number=session.number, time=time)

    def _open(self, entry: Entry, head: str) -> None:
        self.rest.enter(EntryStop(self.rest, self._world, entry, head))


class EntryStop(Stop):
    """One entry, line by line."""

    is_private = True

    def __init__(self, rest: EyesRest, world: World, entry: Entry, head: str) -> None:
        super().__init__(rest, head.removesuffix("."))
        self._rows = [Row(words) for words in world.entry_words(entry, session_of(world, entry))]

    def rows(self) -> Sequence[Row]:
        """As it is written."""
        return self._rows or (Row(_("There is nothing in it.")),)


class QuestionsStop(Stop):
    """The questions for the team; each can be ticked."""

    is_private = True

    def __init__(self, rest: EyesRest, world: World) -> None:
        super().__init__(rest, _("My questions"), _("Your questions for the team."))
        self._world = world

    def rows(self) -> Sequence[Row]:
        """In the person’s order."""
        rows = []
        for at, question in enumerate(self._world.questions()):
            words = (
                _("{question} You have asked this.") if question.asked else _("{question} Choose it once you asked.")
            )
            text = question.text if question.text[-1:] in "?!." else f"{question.text}."
            rows.append(Row(words.format(question=text), partial(self._tick, at, asked=not question.asked)))
        return (*rows, Row(_("To write a question you need the screen and a keyboard.")))

    def _tick(self, at: int, *, asked: bool) -> None:
        try:
            self._world.set_asked(at, asked)
        except TpeGuideError as error:
            self.rest.tell(describe(error))
            return
        self.rest.tell(_("Ticked.") if asked else _("Not ticked any more."))


class MattersStop(Stop):
    """What the person said that matters to them."""

    is_private = True

    def __init__(self, rest: EyesRest, world: World) -> None:
        super().__init__(rest, _("What matters to me"), _("What matters to you, the most important first."))
        self._rows = [Row(words) for words in world.matters()]

    def rows(self) -> Sequence[Row]:
        """In the person’s order."""
        return (*self._rows, Row(_("To pick what matters you need the screen. Leave eyes-rest for it.")))


class PlanStop(Stop):
    """The next session, and what to have ready for it."""

    is_private = True

    def __init__(self, rest: EyesRest, world: World) -> None:
        super().__init__(rest, _("My next session"), "")
        self._world = world

    def rows(self) -> Sequence[Row]:
        """The day, then the list."""
        plan = self._world.plan()
        rows = [Row(self._day_words())]
        for row, words, is_done in plan.rows:
            said = _("{words} This is ready.") if is_done else _("{words} Choose it once it is ready.")
            text = words if words[-1:] in "?!." else f"{words}."
            rows.append(Row(said.format(words=text), partial(self._tick, row, done=not is_done)))
        return rows

    def _day_words(self) -> str:
        plan, today = self._world.plan(), meant_day(self._world.diary.now())
        if plan.day is None:
            return _("The day of your next session is not known here. To set it, leave eyes-rest.")
        day = day_words(plan.day, today)
        if plan.number:
            return _("Session {number} is on {day}.").format(number=plan.number, day=day)
        return _("Your next session is on {day}.").format(day=day)

    def _tick(self, row: str, *, done: bool) -> None:
        try:
            self._world.tick(row, done)
        except TpeGuideError as error:
            self.rest.tell(describe(error))
            return
        self.rest.tell(_("Ready.") if done else _("Not ready any more."))

"""What is in the diary, to be heard: the entries, the questions, what matters, and the next session."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tpe_guide.diary.calendar import meant_day
from tpe_guide.diary.model import Entry, ExchangeSession
from tpe_guide.errors import TpeGuideError
from tpe_guide.eyes_rest.log import log
from tpe_guide.eyes_rest.machine import EyesRest, Row, Stop
from tpe_guide.eyes_rest.saved import session_of
from tpe_guide.eyes_rest.taken_out import take_out
from tpe_guide.eyes_rest.world import World
from tpe_guide.guide import deciding
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
        self._count = -1
        self._heads: list[tuple[Entry, str]] = []

    def rows(self) -> Sequence[Row]:
        """A day each, with what was felt in a word."""
        self._read()
        if not self._heads:
            return (Row(_("Your diary has no entry yet.")),)
        return [Row(head, partial(self._open, entry, head)) for entry, head in self._heads]

    def _read(self) -> None:
        """Anew, where one was opened or put back: it may have been changed, or taken out."""
        store = self._world.diary.store
        if store.entry_count != self._count:
            self._count = store.entry_count
            sessions = {session.id: session for session in store.sessions()}
            entries = store.glance().newest(MOST)
            self._heads = [(entry, self._head(entry, sessions.get(entry.session or ""))) for entry in entries]

    def _head(self, entry: Entry, session: ExchangeSession | None) -> str:
        day, time = day_words(entry.day, self._today), f"{entry.recorded_at:%H:%M}"
        if session is None:
            return _("{day}, written at {time}.").format(day=day, time=time)
        words = _("{day}, session {number}, written at {time}.")
        return words.format(day=day, number=session.number, time=time)

    def _open(self, entry: Entry, head: str) -> None:
        self._count = -1
        self.rest.enter(EntryStop(self.rest, self._world, entry, head))


class EntryStop(Stop):
    """One entry, line by line."""

    is_private = True

    def __init__(self, rest: EyesRest, world: World, entry: Entry, head: str) -> None:
        super().__init__(rest, head.removesuffix("."))
        self._world, self._entry = world, entry
        self._rows = [Row(words) for words in world.entry_words(entry, session_of(world, entry))]

    def rows(self) -> Sequence[Row]:
        """As it is written; then what can be done with it."""
        return (
            *self._rows,
            Row(_("Change this entry."), self._change),
            Row(_("Take this entry out of the diary."), partial(take_out, self.rest, self._world, self._entry)),
        )

    def _change(self) -> None:
        """In the log, which has all that it says."""
        try:
            self._world.diary.change(self._entry)
        except TpeGuideError as error:
            self.rest.tell(describe(error))
            return
        self.rest.replace(log(self.rest, self._world))


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
        return (
            *rows,
            Row(_("Pages have questions to add: they stand in the help of each page.")),
            Row(_("To write a question you need the screen and a keyboard.")),
        )

    def _tick(self, at: int, *, asked: bool) -> None:
        try:
            self._world.set_asked(at, asked)
        except TpeGuideError as error:
            self.rest.tell(describe(error))
            return
        self.rest.tell(_("Ticked.") if asked else _("Not ticked any more."))


class MattersStop(Stop):
    """What the person said that matters to them, then what else the guide has to pick from."""

    is_private = True

    def __init__(self, rest: EyesRest, world: World) -> None:
        super().__init__(rest, _("What matters to me"), _("What matters to you, the most important first."))
        self._world = world
        self._offered = deciding.load(world.reading.library.language).values

    def rows(self) -> Sequence[Row]:
        """In the person’s order; each can be picked, or taken out."""
        picked = self._world.matters()
        rows = [
            Row(self._words(_("{words} You picked this."), each), partial(self._set, each, False)) for each in picked
        ]
        rows += [
            Row(self._words(_("{words} Choose it if it matters to you."), each), partial(self._set, each, True))
            for each in self._offered
            if each not in picked
        ]
        return (*rows, Row(_("Words of your own, and another order, need the screen. Leave eyes-rest for them.")))

    def _words(self, words: str, matter: str) -> str:
        return words.format(words=f"{matter.removesuffix('.')}.")

    def _set(self, matter: str, picked: bool) -> None:
        try:
            self._world.set_matter(matter, picked)
        except TpeGuideError as error:
            self.rest.tell(describe(error))
            return
        self.rest.tell(_("It matters to you.") if picked else _("Taken out."))


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

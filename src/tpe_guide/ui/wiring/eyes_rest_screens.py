"""Eyes-rest, and what it stands on: the same diary, guide, voice and choices as every other screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tpe_guide.guide.library import Library
from tpe_guide.ui.guide.reading_state import ReadingState
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.kit.speaker import Speaker
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.session import Session
from tpe_guide.ui.unit.unit_state import UnitState
from tpe_guide.ui.wiring.diary_screens import DiaryScreens

if TYPE_CHECKING:
    from tpe_guide.diary.model import Entry, ExchangeSession, Question
    from tpe_guide.eyes_rest.world import Plan, World
    from tpe_guide.guide.unit_session import UnitSession
    from tpe_guide.ui.diary.diary_session import DiarySession
    from tpe_guide.ui.eyes_rest.mouth import Mouth
    from tpe_guide.ui.eyes_rest.state import EyesRestState


class EyesRestScreens(QObject):
    """Makes the screen as the window asks for it."""

    def __init__(
        self,
        library: Library,
        session: Session,
        messages: Messages,
        diary: DiaryScreens,
        reading: ReadingState,
        unit: UnitState,
        speaker: Callable[[], Speaker],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._session = session
        self._messages = messages
        self._diary = diary
        self._reading = reading
        self._unit = unit
        self._speaker = speaker

    @cached_property
    def state(self) -> EyesRestState:
        """What is said, and where one is."""
        from tpe_guide.ui.eyes_rest.mouth import Mouth
        from tpe_guide.ui.eyes_rest.state import EyesRestState

        mouth = Mouth(self._session, self._speaker)
        world = partial(self._world, mouth)
        return EyesRestState(self._session, self._messages, mouth, world, self._find_diary, self)

    def make(self, theme: Theme) -> QWidget:
        """The screen."""
        from tpe_guide.ui.eyes_rest.page import EyesRestPage

        return EyesRestPage(theme, self.state, self._session)

    def _find_diary(self) -> DiarySession:
        return self._diary.diary_session

    def _world(self, mouth: Mouth, find_diary: Callable[[], DiarySession]) -> World:
        from tpe_guide.eyes_rest.world import World
        from tpe_guide.ui.eyes_rest.world import HeardChoices, HeardGuide
        from tpe_guide.ui.pictures.figures import page_figure
        from tpe_guide.ui.pictures.own_access import own_access

        diary = self._diary
        figure = partial(page_figure, access=partial(own_access, self._session, self._unit))
        return World(
            find_diary=find_diary,
            reading=HeardGuide(self._library, self._session, self._reading.mark_read, figure),
            choices=HeardChoices(self._session, self._speaker, mouth),
            catalogue=lambda: diary.catalogue,
            unit=self._unit.words,
            access=partial(own_access, self._session, self._unit),
            unit_session=self._unit_session,
            advise=diary.advise,
            entry_words=self._entry_words,
            plan=self._plan,
            tick=lambda row, done: diary.my_session.tick(row, done=done),
            questions=self._questions,
            set_asked=lambda at, asked: diary.questions.set_asked(at, asked=asked),
            add_question=diary.add_question,
            matters=self._matters,
            set_matter=self._set_matter,
        )

    def _entry_words(self, entry: Entry, session: ExchangeSession | None) -> Sequence[str]:
        from tpe_guide.diary.calendar import meant_day
        from tpe_guide.ui.diary.entry.words import about_words, all_words

        today = meant_day(self._diary.diary_session.now())
        return [*all_words(entry, self._diary.catalogue), *about_words(entry, session, today)]

    def _unit_session(self) -> UnitSession:
        return self._unit.clinic.session

    def _matters(self) -> list[str]:
        return [value.text for value in self._diary.matters.matters.values]

    def _set_matter(self, words: str, picked: bool) -> None:
        if picked:
            self._diary.matters.pick(words)
        else:
            self._diary.matters.drop(self._matters().index(words))

    def _questions(self) -> Sequence[Question]:
        return self._diary.questions.all()

    def _plan(self) -> Plan:
        from tpe_guide.eyes_rest.world import Plan

        state = self._diary.my_session
        plan = state.plan
        return Plan(plan.day, plan.number, [(row.id, row.text, row.id in plan.done) for row in state.rows])

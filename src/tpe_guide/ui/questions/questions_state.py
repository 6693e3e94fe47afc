"""The questions for the team, as the windows hold them: in the diary, or waiting for it to be opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from tpe_guide.ui.diary.diary_session import DiarySession

if TYPE_CHECKING:
    from tpe_guide.diary.model import Question

QuestionStatus = Literal["", "add", "waiting", "added"]
"""Of a question on a page: it can be added, it waits for the diary, or it is in it; empty where there is no diary."""


class QuestionsState(QObject):
    """Every act is on disk when its method returns; where it cannot be, it raises and all is as it was."""

    changed = Signal()

    def __init__(self, diary_session: DiarySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._diary_session = diary_session
        self.waiting: list[str] = []
        """Wanted before the diary was open; gone when the program is closed, and the screen says so."""
        self.removed: tuple[int, Question] | None = None
        """The one removed last, and where it stood: it can be put back until another one is."""
        self.forms = diary_session.forms
        """What stands in the field, and other words that are being written for a question."""

    def status(self, text: str) -> QuestionStatus:
        """Where the question *text* of a page stands. Opens no diary: that is for the person to do."""
        if text in self.waiting:
            return "waiting"
        if self._diary_session.is_open and any(question.text == text for question in self.all()):
            return "added"
        return "add"

    def all(self) -> tuple[Question, ...]:
        """All questions in the person's order; the diary is open. Raises DiaryDamaged."""
        return self._diary_session.store.questions()

    def add(self, text: str) -> None:
        """Add *text* at the end, unless it is there; where the diary is not open it waits. Raises CannotWrite."""
        if self._diary_session.state == "open":
            self._add_all([text])
        elif text not in self.waiting:
            self.waiting.append(text)
        self.changed.emit()

    def take_in(self) -> None:
        """Put into the open diary what waited for it. Raises CannotWrite."""
        if self.waiting and self._diary_session.is_open:
            self._add_all(self.waiting)
            self.waiting.clear()
            self.changed.emit()

    def move(self, index: int, step: int) -> None:
        """Move a question up (-1) or down (1). Raises CannotWrite."""
        questions = list(self.all())
        questions.insert(index + step, questions.pop(index))
        self._set(questions)

    def set_asked(self, index: int, *, asked: bool) -> None:
        """Tick a question, or take the tick away. Raises CannotWrite."""
        from dataclasses import replace

        questions = list(self.all())
        questions[index] = replace(questions[index], asked=asked)
        self._set(questions)

    def edit(self, index: int, text: str) -> None:
        """Say a question in other words. Raises BadInput, CannotWrite."""
        from dataclasses import replace

        questions = list(self.all())
        before = questions[index].text
        questions[index] = replace(questions[index], text=text)
        self._set(questions)
        self.forms.reword(before, None)

    def remove(self, index: int) -> None:
        """Take a question out; ``put_back`` undoes it. Raises CannotWrite."""
        questions = list(self.all())
        removed = index, questions.pop(index)
        self._set(questions)
        self.removed = removed

    def put_back(self) -> None:
        """Put the question removed last where it stood. Raises CannotWrite."""
        if self.removed is not None:
            index, question = self.removed
            questions = list(self.all())
            questions.insert(index, question)
            self._set(questions)
            self.removed = None

    def _add_all(self, texts: Sequence[str]) -> None:
        from tpe_guide.diary.model import Question

        questions = list(self.all())
        there = {question.text for question in questions}
        added = [Question(text) for text in dict.fromkeys(texts) if text not in there]
        if added:
            self._set([*questions, *added])

    def _set(self, questions: Sequence[Question]) -> None:
        self._diary_session.store.set_questions(questions)
        self.removed = None
        self.changed.emit()

"""What matters to the person, as the windows hold it: in the open diary, or in memory until there is one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from tpe_guide.diary.model import Matters, Readiness, Value
from tpe_guide.ui.diary.diary_session import DiarySession


class MattersState(QObject):
    """With an open diary every act is on disk when its method returns; it raises CannotWrite where it cannot be."""

    changed = Signal()

    def __init__(self, diary_session: DiarySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._diary_session = diary_session
        self._loose = Matters()
        """What was said while no diary was open: gone when the program is closed, and the screen says so."""
        self.forms = diary_session.forms
        """What stands in the field."""

    @property
    def is_kept(self) -> bool:
        """The diary is open, so that what is said is on disk."""
        return self._diary_session.is_open

    @property
    def matters(self) -> Matters:
        """All that was said. Raises DiaryDamaged."""
        return self._diary_session.store.matters() if self._diary_session.is_open else self._loose

    def take_in(self) -> None:
        """Put into the diary that was opened what was said before; what stands there already comes first."""
        if self._diary_session.is_open and self._loose != Matters():
            kept, loose = self._diary_session.store.matters(), self._loose
            there = {value.text for value in kept.values}
            values = (*kept.values, *(value for value in loose.values if value.text not in there))
            answers = {one.question: one for one in (*kept.ready, *loose.ready)}
            self._diary_session.store.set_matters(Matters(values, tuple(answers.values()), kept.extra))
            self._loose = Matters()

    def pick(self, text: str) -> None:
        """Let *text* matter, least of all so far."""
        if all(value.text != text for value in self.matters.values):
            self._set_values([*self.matters.values, Value(text)])

    def drop(self, index: int) -> None:
        """Let it matter no more."""
        values = list(self.matters.values)
        del values[index]
        self._set_values(values)

    def move(self, index: int, step: int) -> None:
        """Let it matter more (-1) or less (1)."""
        values = list(self.matters.values)
        values.insert(index + step, values.pop(index))
        self._set_values(values)

    def answer(self, question: str, yes: bool | None) -> None:
        """Answer a question about being ready; None takes the answer back."""
        others = [one for one in self.matters.ready if one.question != question]
        ready = others if yes is None else [*others, Readiness(question, yes)]
        self._set(Matters(self.matters.values, tuple(ready), self.matters.extra))

    def answer_to(self, question: str) -> bool | None:
        """The answer; None if there is none."""
        return next((one.yes for one in self.matters.ready if one.question == question), None)

    def _set_values(self, values: Sequence[Value]) -> None:
        self._set(Matters(tuple(values), self.matters.ready, self.matters.extra))

    def _set(self, matters: Matters) -> None:
        if self._diary_session.is_open:
            self._diary_session.store.set_matters(matters)
        else:
            self._loose = matters
        self.changed.emit()

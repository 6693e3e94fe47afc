"""A question with a few answers, one of which is chosen: then it is over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from tpe_guide.eyes_rest.machine import EyesRest, Row, Stop, Words

Value = TypeVar("Value")


class AnswersStop(Stop, Generic[Value]):
    """Asks *question*. *take* is given the value of the answer; what it returns is said, and the list closes.

    *onward*: then one is at the row after the one that has led here.
    """

    is_private = True

    def __init__(
        self,
        rest: EyesRest,
        question: str,
        answers: Sequence[tuple[str, Value]],
        take: Callable[[Value], Words | None],
        *,
        now: Value | None = None,
        onward: bool = True,
        unsaid: str = "",
    ) -> None:
        super().__init__(rest, question, question)
        self._answers, self._take, self._onward, self._unsaid = answers, take, onward, unsaid
        self.at = next((at for at, (__, value) in enumerate(answers) if value == now and now is not None), 0)

    def rows(self) -> Sequence[Row]:
        """An answer each."""
        return [Row(f"{words.removesuffix('.')}.", partial(self._choose, value)) for words, value in self._answers]

    def left(self) -> str:
        """What it means that nothing was chosen."""
        return self._unsaid

    def _choose(self, value: Value) -> None:
        said = self._take(value)
        if said is not None and self.rest.stop is self:
            self.rest.close(said, onward=self._onward)

"""What may be said besides, by who wants to: whether the staff was told, and how well it went."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from tpe_guide.eyes_rest.answers import AnswersStop
from tpe_guide.eyes_rest.feelings import name_of, told_question
from tpe_guide.eyes_rest.machine import EyesRest, Row, Stop, Words
from tpe_guide.eyes_rest.world import World
from tpe_guide.i18n import _
from tpe_guide.vocabulary.terms import FUNCTION_RANGE
from tpe_guide.vocabulary.words import functions


class ToldStop(Stop):
    """Whether the staff was told, of each."""

    is_private = True

    def __init__(self, rest: EyesRest, world: World) -> None:
        question = _("Did you tell the staff?")
        super().__init__(rest, question, question)
        self._world = world

    def rows(self) -> Sequence[Row]:
        """One for each that was there."""
        said = {True: _("Yes"), False: _("No"), None: _("Not said")}
        rows = []
        for pick in self._world.diary.drafts.draft.picks:
            if pick.level != 0:
                words = _("{effect}: {words}").format(
                    effect=name_of(pick, self._world.catalogue()), words=said[pick.told_staff]
                )
                rows.append(Row(f"{words}.", partial(self._ask, pick.key)))
        return (*rows, Row(_("That is all."), partial(self.rest.close, onward=True)))

    def _ask(self, key: str) -> None:
        self.rest.enter(told_question(self.rest, self._world, key))


class FunctionsStop(Stop):
    """How well it went: 0 is worst, 10 is best."""

    is_private = True

    def __init__(self, rest: EyesRest, world: World) -> None:
        super().__init__(rest, _("How well did it go?"), _("How well did it go? 0 is worst, 10 is best."))
        self._world = world

    def rows(self) -> Sequence[Row]:
        """What the form asks."""
        said = self._world.diary.drafts.draft.function
        rows = []
        for name, words in functions().items():
            value = said.get(name)
            shown = _("not said") if value is None else _("{value} of 10").format(value=value)
            row = _("{name}: {value}").format(name=words.own, value=shown)
            rows.append(Row(f"{row}.", partial(self._ask, name, words.own)))
        return (*rows, Row(_("That is all."), partial(self.rest.close, onward=True)))

    def _ask(self, name: str, words: str) -> None:
        drafts = self._world.diary.drafts
        answers: list[tuple[str, int | None]] = [(_("{value} of 10").format(value=at), at) for at in FUNCTION_RANGE]
        answers.append((_("Leave it out"), None))

        def take(value: int | None) -> Words:
            drafts.draft.set_function(name, value)
            drafts.touch()
            return "" if value is None else _("{name}: {value} of 10").format(name=words, value=value)

        now = drafts.draft.function.get(name)
        self.rest.enter(AnswersStop(self.rest, words, answers, take, now=now))

"""The first list: all that the guide can do for whoever listens. Urgent help is its first row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from tpe_guide.eyes_rest.door import Wanted, go_in
from tpe_guide.eyes_rest.guide import GuideStop
from tpe_guide.eyes_rest.kept import EntriesStop, MattersStop, PlanStop, QuestionsStop
from tpe_guide.eyes_rest.log import log
from tpe_guide.eyes_rest.machine import EyesRest, Row, Said, Stop
from tpe_guide.eyes_rest.pictures.shown import PicturesStop, hear_picture
from tpe_guide.eyes_rest.sound import SoundStop, WhoSpeaksStop
from tpe_guide.eyes_rest.urgent import HelpStop, UrgentStop
from tpe_guide.eyes_rest.world import World
from tpe_guide.i18n import _
from tpe_guide.pictures.registry import PICTURES


class TopStop(Stop):
    """Where it begins."""

    def __init__(self, rest: EyesRest, world: World) -> None:
        super().__init__(rest, _("Eyes-rest"))
        self._world = world

    def rows(self) -> Sequence[Row]:
        """Urgent help first; leave last."""
        rest, world = self.rest, self._world
        return (
            Row(_("Urgent help."), partial(rest.order, "urgent")),
            Row(_("Log how I feel."), self._into(lambda: log(rest, world), _("Log how I feel"))),
            Row(_("Read the guide."), lambda: rest.enter(GuideStop(rest, world, self._ways()))),
            Row(_("What I logged."), self._into(lambda: EntriesStop(rest, world), _("What I logged"))),
            Row(_("My next session."), self._plan),
            Row(_("My questions."), self._questions()),
            Row(_("What matters to me."), self._matters()),
            Row(_("Text and voice."), lambda: rest.enter(SoundStop(rest, world))),
            Row(_("Leave eyes-rest."), rest.leave),
        )

    def _ways(self) -> dict[str, Callable[[], None]]:
        """To what a path may lead to, and is no page."""
        rest, world = self.rest, self._world
        pictures: dict[str, Callable[[], None]] = {name: partial(hear_picture, rest, world, name) for name in PICTURES}
        return {
            **pictures,
            "pictures": lambda: rest.enter(PicturesStop(rest, world)),
            "questions": self._questions(),
            "matters": self._matters(),
        }

    def _questions(self) -> Callable[[], None]:
        return self._into(lambda: QuestionsStop(self.rest, self._world), _("My questions"))

    def _matters(self) -> Callable[[], None]:
        return self._into(lambda: MattersStop(self.rest, self._world), _("What matters to me"))

    def _into(self, wanted: Wanted, title: str) -> Callable[[], None]:
        return partial(go_in, self.rest, self._world, wanted, title)

    def _plan(self) -> None:
        """Without a diary it is kept in the settings."""
        rest, world = self.rest, self._world
        if world.diary.state == "none":
            rest.enter(PlanStop(rest, world))
        else:
            go_in(rest, world, lambda: PlanStop(rest, world), _("My next session"))


def eyes_rest(world: World, say: Callable[[Said], None], leave: Callable[[], None]) -> EyesRest:
    """All of it, at its beginning."""

    def ask_first(rest: EyesRest) -> Stop | None:
        return WhoSpeaksStop(rest, world) if world.choices.asks_who_speaks else None

    return EyesRest(
        lambda rest: TopStop(rest, world), HelpStop, lambda rest: UrgentStop(rest, world), say, leave, ask_first
    )

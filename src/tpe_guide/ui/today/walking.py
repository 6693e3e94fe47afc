"""How far a person is on each path. Kept among their choices; at a kiosk it goes with the visit."""

from __future__ import annotations

from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Step, Walk
from tpe_guide.guide.pace import minutes
from tpe_guide.ui.shell.session import Session
from tpe_guide.ui.shell.steps import Steps, open_walk, steps_at


class Walking:
    """Notes each step as it is come to. One counts as done when the person goes on from it to the next."""

    def __init__(self, library: Library, session: Session) -> None:
        self._library = library
        self._session = session
        self._before: Steps | None = None

    def walk(self, name: str) -> Walk | None:
        """The path *name*, as far as it can be walked here."""
        return open_walk(self._library, self._session.policy, name)

    def arrive(self) -> None:
        """The person is somewhere else now."""
        session, steps = self._session, steps_at(self._library, self._session)
        before, self._before = self._before, steps
        if before is not None and session.locator == before.after.locator:
            self._keep_done(_name(before.walk, before.here))
        if steps is not None:
            stop = _name(steps.walk, steps.here)
            others = (each for each in session.settings.stops if not _is_on(each, steps.walk))
            session.keep(session.settings._replace(stops=(*others, stop), last_path=steps.walk.id))
        elif session.locator.place == "page":
            session.keep(session.settings._replace(last_path=""))

    def done(self, walk: Walk) -> frozenset[str]:
        """The ids of the steps of *walk* that are done."""
        walked = self._session.settings.walked
        return frozenset(step.id for step in walk.steps if _name(walk, step) in walked)

    def is_done(self, walk: Walk) -> bool:
        """All of *walk* is."""
        return len(self.done(walk)) == len(walk.steps)

    def is_begun(self, walk: Walk) -> bool:
        """The person has been on *walk*, and has not asked to start again."""
        return any(_is_on(stop, walk) for stop in self._session.settings.stops)

    def here(self, walk: Walk) -> Step:
        """Where to carry on: the step where the person stopped; if that is done, the next one that is not."""
        done, stops = self.done(walk), self._session.settings.stops
        at = next((index for index, step in enumerate(walk.steps) if _name(walk, step) in stops), 0)
        in_order = (*walk.steps[at:], *walk.steps[:at])
        return next((step for step in in_order if step.id not in done), walk.steps[0])

    def minutes(self, step: Step) -> int:
        """About how many *step* takes this reader; 0: that cannot be told."""
        choices = self._session.settings
        if step.place != "page":
            return minutes(step.words, choices.paces)
        return minutes(self._library.words(step.page, choices.depth), choices.paces)  # type: ignore[arg-type]

    def start_again(self, walk: Walk) -> None:
        """As if *walk* had never been begun."""
        choices = self._session.settings
        walked, stops = (
            tuple(each for each in kept if not _is_on(each, walk)) for kept in (choices.walked, choices.stops)
        )
        last = "" if choices.last_path == walk.id else choices.last_path
        self._session.keep(choices._replace(walked=walked, stops=stops, last_path=last))

    def _keep_done(self, name: str) -> None:
        choices = self._session.settings
        if name not in choices.walked:
            self._session.keep(choices._replace(walked=(*choices.walked, name)))


def _name(walk: Walk, step: Step) -> str:
    return f"{walk.id}/{step.id}"


def _is_on(name: str, walk: Walk) -> bool:
    return name.startswith(f"{walk.id}/")

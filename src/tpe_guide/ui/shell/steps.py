"""The step of a path that is shown, and where the one before and the one after it are.

What turns a page asks here first: on a path, Previous and Next lead along the path.
"""

from __future__ import annotations

from typing import NamedTuple

from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Step, Walk
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator, ScreenId
from tpe_guide.policy import Policy
from tpe_guide.ui.shell.session import Session

GONE_ON = "gone-on"
"""Spot of the screen of a path for whoever comes to it from its last step, and not to look where they are."""
_OF_THE_DIARY = ("questions", "matters")


class Way(NamedTuple):
    """Where a button leads. *words* name it; the *hint* above them says which way that is, alone if narrow."""

    locator: Locator
    words: str
    hint: str


class Steps(NamedTuple):
    """The steps of *walk*, of which the one at index *at* is shown."""

    walk: Walk
    at: int

    @property
    def here(self) -> Step:
        """The step that is shown."""
        return self.walk.steps[self.at]

    @property
    def place(self) -> str:
        """“Step 3 of 5”."""
        return _("Step {number} of {count}").format(number=self.at + 1, count=len(self.walk.steps))

    @property
    def before(self) -> Way:
        """The step before; from the first, the screen that lists them all."""
        if self.at == 0:
            return Way(path_screen(self.walk), self.walk.title, _("All steps"))
        return self._way(self.at - 1, _("Previous step"))

    @property
    def after(self) -> Way:
        """The next step; from the last, the screen that says what is left."""
        if self.at + 1 == len(self.walk.steps):
            return Way(path_screen(self.walk)._replace(spot=GONE_ON), self.walk.title, _("All steps"))
        return self._way(self.at + 1, _("Next step"))

    def _way(self, index: int, hint: str) -> Way:
        step = self.walk.steps[index]
        return Way(step_screen(self.walk, step), step.title, hint)


def path_screen(walk: Walk) -> Locator:
    """The screen that lists the steps of *walk*."""
    return Locator("path", walk.id)


def step_screen(walk: Walk, step: Step) -> Locator:
    """The screen of *step*, with the path about it."""
    place: ScreenId = step.place  # type: ignore[assignment]
    return Locator(place, step.page, path=walk.id)


def open_walk(library: Library, policy: Policy, name: str) -> Walk | None:
    """The path *name* with the steps that can be taken here; None where there is no such path.

    Without a diary there are no questions of one's own.
    """
    walk = library.walks.get(name)
    if walk is None or policy.diary:
        return walk
    return walk._replace(steps=tuple(step for step in walk.steps if step.place not in _OF_THE_DIARY))


def steps_at(library: Library, session: Session) -> Steps | None:
    """Where on a path the person is; None: on none."""
    at = session.locator
    walk = open_walk(library, session.policy, at.path) if at.path else None
    for index, step in enumerate(walk.steps if walk else ()):
        if walk and step.place == at.place and (step.page == at.page or step.place != "page"):
            return Steps(walk, index)
    return None

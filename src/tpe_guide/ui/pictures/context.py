"""What the windows give to every picture."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtWidgets import QWidget

from tpe_guide.guide.library import Library
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.state import PictureState
from tpe_guide.ui.shell.session import Session
from tpe_guide.ui.unit.unit_state import UnitState

if TYPE_CHECKING:
    from tpe_guide.ui.kit.speaker import Speaker
    from tpe_guide.ui.shell.takes_questions import TakesQuestions


class PictureContext(NamedTuple):
    """A picture takes of it what it needs."""

    library: Library
    session: Session
    messages: Messages
    unit: UnitState
    speaker: Callable[[], Speaker]
    """The voice of this window."""
    now: Callable[[], dt.datetime]
    what_matters: Callable[[], Sequence[str]] = tuple
    """What the open diary says matters to the person."""
    questions: TakesQuestions | None = None
    """Where questions for the team can be put; nowhere where there is no diary."""


class PictureMaker(Protocol):
    """A module ``ui.pictures.<id>.screen``: makes the one picture of that id."""

    def state(self, context: PictureContext) -> PictureState:
        """What outlives its screens; made when the picture is first opened."""

    def screen(self, theme: Theme, context: PictureContext, state: PictureState) -> QWidget:
        """A screen on *state*, which ``state`` has made."""

"""The circuit as the windows hold it: what stays when its screen is made anew, and its sheet of paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tpe_guide.i18n import _
from tpe_guide.pictures.circuit.scene import STEPS
from tpe_guide.pictures.circuit.variant import OPTIONS, Variant
from tpe_guide.pictures.circuit.words import CircuitWords
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.pictures.state import PictureState
from tpe_guide.vocabulary.terms import shown_as

if TYPE_CHECKING:
    from tpe_guide.summary.sheet import Sheet


class CircuitState(PictureState):
    """Which circuit, which of its six steps, how long it has flowed, and whether it stands still."""

    def __init__(
        self,
        words: CircuitWords,
        language: str,
        messages: Messages,
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, _("plasma-exchange-machine.pdf"), messages, now, parent)
        self.words = words
        self.variant = Variant()
        self.step = 1
        self.seconds = 0.0
        self.paused = False
        """Somebody pressed Pause: it does not begin to flow by itself again."""

    def take_access(self, said: str) -> None:
        """Draw the access that the person has *said* they have."""
        self._take(shown_as(said) or Variant().access)

    def show_asked(self, name: str) -> None:
        """An option, such as ``line`` or ``filter``, or a step, such as ``away``."""
        if any(name in options for options in OPTIONS.values()):
            self._take(name)
        elif name in STEPS:
            self.step = STEPS.index(name) + 1

    def _take(self, option: str) -> None:
        """Draw *option*; what cannot be had together with it goes back to what is usual."""
        asked = self.variant.with_option(option)
        self.variant = asked if asked.exists else Variant().with_option(option)

    def make_sheet(self) -> Sheet:
        """The six steps."""
        from tpe_guide.summary.circuit_sheet import circuit_sheet

        return circuit_sheet(self.words, self.variant, self.language)

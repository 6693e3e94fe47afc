"""The circuit as the windows hold it: what stays when its screen is made anew, and its sheet of paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tpe_guide.circuit.variant import OPTIONS, Variant, access_of
from tpe_guide.circuit.words import CircuitWords
from tpe_guide.guide.locator import Locator
from tpe_guide.i18n import _
from tpe_guide.ui.messages import Messages
from tpe_guide.ui.sheet_desk import SheetDesk

if TYPE_CHECKING:
    from tpe_guide.summary.sheet import Sheet


class CircuitDesk(QObject):
    """Which circuit, which of its six steps, how long it has flowed, and whether it stands still."""

    def __init__(
        self,
        words: CircuitWords,
        language: str,
        messages: Messages,
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = words
        self.variant = Variant()
        self.step = 1
        self.seconds = 0.0
        self.paused = False
        """Somebody pressed Pause: it does not begin to flow by itself again."""
        self._language = language
        self.sheet = SheetDesk(self._sheet, _("plasma-exchange-machine.pdf"), messages, now, self)
        """The six steps on paper."""
        self._come_by: Locator | None = None

    def take_access(self, said: str) -> None:
        """Draw the access that the person has *said* they have."""
        asked = self.variant.with_option(access_of(said))
        self.variant = asked if asked.exists else Variant().with_option(access_of(said))

    def come_by(self, link: Locator) -> None:
        """Show what *link* asks for, once: what was picked since then stays."""
        known = any(link.page in options for options in OPTIONS.values())
        if link != self._come_by and known:
            asked = self.variant.with_option(link.page)
            self.variant = asked if asked.exists else Variant().with_option(link.page)
        self._come_by = link

    def _sheet(self) -> Sheet:
        from tpe_guide.summary.circuit_sheet import circuit_sheet

        return circuit_sheet(self.words, self.variant, self._language)

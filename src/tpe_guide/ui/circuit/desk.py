"""The circuit as the windows hold it: what stays when its screen is made anew, and its sheet of paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QObject

from tpe_guide.circuit.variant import OPTIONS, Variant
from tpe_guide.circuit.words import CircuitWords
from tpe_guide.errors import TpeGuideError
from tpe_guide.files import write_whole
from tpe_guide.guide.locator import Locator
from tpe_guide.i18n import _
from tpe_guide.ui.messages import Messages
from tpe_guide.ui.summary_desk import usual_paper


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
        self._messages = messages
        self._now = now
        self._come_by: Locator | None = None

    def come_by(self, link: Locator) -> None:
        """Show what *link* asks for, once: what was picked since then stays."""
        known = any(link.page in options for options in OPTIONS.values())
        if link != self._come_by and known:
            asked = self.variant.with_option(link.page)
            self.variant = asked if asked.exists else Variant().with_option(link.page)
        self._come_by = link

    def suggested_name(self) -> str:
        """A file name for the sheet. It names no person."""
        return _("plasma-exchange-machine.pdf")

    def save_pdf(self, path: str) -> None:
        """Write the six steps to *path* as one sheet, whole or not at all, and say where it is."""
        from tpe_guide.summary import circuit_sheet

        target = Path(path) if path.lower().endswith(".pdf") else Path(path + ".pdf")
        paper = usual_paper(QLocale.system())
        try:
            pdf = circuit_sheet.to_pdf(self.words, self.variant, self._language, self._now(), paper)
            write_whole(target, pdf)
        except TpeGuideError as error:
            self._messages.warn(error)
            return
        self._messages.inform(_("Saved as {path}.").format(path=target))

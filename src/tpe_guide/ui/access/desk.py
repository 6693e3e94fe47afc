"""The view of the body as the windows hold it: what stays when its screen is made anew, and its sheet of paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tpe_guide.access.words import AccessWords
from tpe_guide.guide.library import Library
from tpe_guide.guide.locator import Locator
from tpe_guide.i18n import _
from tpe_guide.settings import ACCESSES
from tpe_guide.ui.messages import Messages
from tpe_guide.ui.sheet_desk import SheetDesk
from tpe_guide.ui.unit_desk import PHONE

if TYPE_CHECKING:
    from tpe_guide.summary.sheet import Sheet


class AccessDesk(QObject):
    """Which way in is looked at. What the person said is no business of the desk: the session keeps it."""

    def __init__(
        self,
        words: AccessWords,
        library: Library,
        messages: Messages,
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = words
        self.shown = ""
        """One of ``ACCESSES``; empty: none was picked."""
        self._library = library
        self._come_by: Locator | None = None
        self.sheet = SheetDesk(self._sheet, _("needles-or-line.pdf"), messages, now, self)
        """What is shown, on paper."""

    def come_by(self, link: Locator, mine: str) -> None:
        """Show what *link* asks for, or else *mine*; once, so that what was looked at since then stays."""
        if link != self._come_by:
            self.shown = link.page if link.page in ACCESSES else mine
        self._come_by = link

    @property
    def unit_phone(self) -> str:
        """The number of the person's unit; empty if it is not written in."""
        return self._library.own_words(PHONE)

    def _sheet(self) -> Sheet:
        from tpe_guide.summary.access_sheet import access_sheet

        return access_sheet(self.words, self.shown, self.unit_phone, self._library.language)

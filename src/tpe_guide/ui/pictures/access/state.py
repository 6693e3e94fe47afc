"""The view of the body as the windows hold it: what stays when its screen is made anew, and its sheet of paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tpe_guide.guide.library import Library
from tpe_guide.i18n import _
from tpe_guide.pictures.access.words import AccessWords
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.pictures.state import PictureState
from tpe_guide.ui.shell.session import Session
from tpe_guide.ui.unit.unit_state import PHONE
from tpe_guide.vocabulary.terms import ACCESSES_SAID

if TYPE_CHECKING:
    from tpe_guide.summary.sheet import Sheet


class AccessState(PictureState):
    """Which way in is looked at. What the person said is no business of the state: the session keeps it."""

    def __init__(
        self,
        words: AccessWords,
        library: Library,
        session: Session,
        messages: Messages,
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(library.language, _("needles-or-line.pdf"), messages, now, parent)
        self.words = words
        self.shown = ""
        """One of ``ACCESSES_SAID``; empty: none was picked."""
        self._library = library
        self._session = session

    def show_asked(self, name: str) -> None:
        """One of ``ACCESSES_SAID``, or else the person's own."""
        self.shown = name if name in ACCESSES_SAID else self._session.settings.access

    @property
    def unit_phone(self) -> str:
        """The number of the person's unit; empty if it is not written in."""
        return self._library.own_words(PHONE)

    def make_sheet(self) -> Sheet:
        """The body, and what it means for a day."""
        from tpe_guide.summary.access_sheet import access_sheet

        return access_sheet(self.words, self.shown, self.unit_phone, self.language)

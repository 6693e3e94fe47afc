"""A picture as the windows hold it: what stays when its screen is made anew, and its sheet of paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tpe_guide.navigation import Locator
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.printing.sheet_service import SheetService

if TYPE_CHECKING:
    from tpe_guide.summary.sheet import Sheet


class PictureState(QObject):
    """Each picture has one of its own, which says what it shows and what stands on its sheet."""

    def __init__(
        self,
        language: str,
        file_name: str,
        messages: Messages,
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.language = language
        self.sheet = SheetService(self.make_sheet, file_name, messages, now, self)
        """What is shown, on paper."""
        self._come_by: Locator | None = None

    def come_by(self, link: Locator) -> None:
        """Show what *link* asks for, once: what was picked since then stays."""
        if link != self._come_by:
            self.show_asked(link.page)
        self._come_by = link

    def show_asked(self, name: str) -> None:
        """Show the part of the picture that is called *name*; empty, or not known: the picture as it is."""
        raise NotImplementedError

    def make_sheet(self) -> Sheet:
        """What is shown now, for paper."""
        raise NotImplementedError

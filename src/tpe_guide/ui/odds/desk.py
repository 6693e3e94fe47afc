"""How often, as the windows hold it: which picture is shown, and its sheet of paper. Outlives its screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tpe_guide.guide.locator import Locator
from tpe_guide.i18n import _
from tpe_guide.odds.words import OddsWords, Picture
from tpe_guide.ui.messages import Messages
from tpe_guide.ui.sheet_desk import SheetDesk

if TYPE_CHECKING:
    from tpe_guide.summary.sheet import Sheet


class OddsDesk(QObject):
    """*words* of all pictures, and the one that is shown."""

    def __init__(
        self,
        words: OddsWords,
        language: str,
        messages: Messages,
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = words
        self.picture: Picture = words.pictures[0]
        self._language = language
        self.sheet = SheetDesk(self._sheet, _("how-often.pdf"), messages, now, self)
        """The picture on paper."""
        self._come_by: Locator | None = None

    def come_by(self, link: Locator) -> None:
        """Show what *link* asks for, once: what was picked since then stays."""
        asked = self.words.picture(link.page)
        if link != self._come_by and asked is not None:
            self.picture = asked
        self._come_by = link

    def _sheet(self) -> Sheet:
        from tpe_guide.summary.odds_sheet import odds_sheet

        return odds_sheet(self.words, self.picture, self._language)

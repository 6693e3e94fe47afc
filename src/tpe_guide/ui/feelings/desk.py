"""The cards as the windows hold them: where the person is among them, and their sheet of paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tpe_guide.feelings.cards import Cards
from tpe_guide.guide.locator import Locator
from tpe_guide.i18n import _
from tpe_guide.ui.messages import Messages
from tpe_guide.ui.sheet_desk import SheetDesk

if TYPE_CHECKING:
    from tpe_guide.summary.sheet import Sheet


class FeelingsDesk(QObject):
    """Which card somebody asked for, or read more about."""

    def __init__(
        self,
        cards: Cards,
        language: str,
        messages: Messages,
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.cards = cards
        self.at = ""
        """The id of that card; empty: the first."""
        self._language = language
        self.sheet = SheetDesk(self._sheet, _("what-you-may-feel.pdf"), messages, now, self)
        """All cards on paper."""
        self._come_by: Locator | None = None

    def come_by(self, link: Locator) -> None:
        """Show what *link* asks for, once: where somebody went since then stays."""
        if link != self._come_by and any(link.page == card.id for card in self.cards.cards):
            self.at = link.page
        self._come_by = link

    def _sheet(self) -> Sheet:
        from tpe_guide.summary.feelings_sheet import feelings_sheet

        return feelings_sheet(self.cards, self._language)

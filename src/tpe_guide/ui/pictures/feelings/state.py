"""The cards as the windows hold them: where the person is among them, and their sheet of paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tpe_guide.i18n import _
from tpe_guide.pictures.drawing.words import DrawingWords
from tpe_guide.pictures.feelings.cards import Cards
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.pictures.state import PictureState

if TYPE_CHECKING:
    from tpe_guide.summary.sheet import Sheet


class FeelingsState(PictureState):
    """Which card somebody asked for, or read more about."""

    def __init__(
        self,
        cards: Cards,
        drawings: DrawingWords,
        language: str,
        messages: Messages,
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, _("what-you-may-feel.pdf"), messages, now, parent)
        self.cards = cards
        self.drawings = drawings
        self.at = ""
        """The id of that card; empty: the first."""

    def show_asked(self, name: str) -> None:
        """A card."""
        if any(name == card.id for card in self.cards.cards):
            self.at = name

    def make_sheet(self) -> Sheet:
        """All cards."""
        from tpe_guide.summary.feelings_sheet import feelings_sheet

        return feelings_sheet(self.cards, self.language)

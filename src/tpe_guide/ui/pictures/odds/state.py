"""How often, as the windows hold it: which picture is shown, and its sheet of paper. Outlives its screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tpe_guide.i18n import _
from tpe_guide.pictures.odds.words import OddsWords, Picture
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.pictures.state import PictureState

if TYPE_CHECKING:
    from tpe_guide.summary.sheet import Sheet


class OddsState(PictureState):
    """*words* of all pictures, and the one that is shown."""

    def __init__(
        self,
        words: OddsWords,
        language: str,
        messages: Messages,
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(language, _("how-often.pdf"), messages, now, parent)
        self.words = words
        self.opened = ""
        """What is open beside it: who was counted, or where it comes from."""
        self._last: dict[str, Picture] = {}
        self.show(words.pictures[0])

    def show(self, picture: Picture) -> None:
        """Show *picture* from now on."""
        self.picture = self._last[picture.part] = picture

    def of_part(self, part: str) -> Picture:
        """What was seen last in that view, or what is seen first there."""
        return self._last.get(part) or self.words.in_part(part)[0]

    def show_asked(self, name: str) -> None:
        """One of the pictures."""
        self.show(self.words.picture(name) or self.picture)

    def make_sheet(self) -> Sheet:
        """The picture that is shown."""
        from tpe_guide.summary.odds_sheet import odds_sheet

        return odds_sheet(self.words, self.picture, self.language)

"""The needles or the line on somebody who sits in a chair."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tpe_guide.pictures.access.scene import NUMBERS, scene
from tpe_guide.pictures.access.words import AccessWords
from tpe_guide.ui.kit.art import ours
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.numbered import NumberedDrawing


class AccessView(NumberedDrawing):
    """Shows where the needles or the line of *access* are."""

    def __init__(self, theme: Theme, words: AccessWords, access: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._words = words
        self.setObjectName("access-view")
        self.show_access(access)

    def show_access(self, access: str) -> None:
        """Show *access*; all places if it is empty or ``unknown``."""
        shown = scene(access)
        self.show_drawing(ours(shown.drawing, NUMBERS), shown.box, shown.marks, self._words.picture(access))

"""The heading of a screen that is read from there on."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.theme import Theme


class Heading(Label):
    """The keyboard starts there; *lead* is said with it."""

    def __init__(self, theme: Theme, text: str, lead: str) -> None:
        super().__init__(theme, text, "h1")
        self.setAccessibleName(f"{text}. {lead}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

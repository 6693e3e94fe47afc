"""What the numbers in the drawing stand for, as words below it: at any size they can be read, and be heard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.circuit.legend import Entry, Number


class Parts(QWidget):
    """A number, its word; side by side where there is room."""

    def __init__(self, theme: Theme, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        entries = [Entry(theme, Number(theme, number), word) for number, word in enumerate(words, start=1)]
        column = tight(QVBoxLayout(self))
        column.addWidget(Flow(theme, entries, least=165, most=3, gap=8))

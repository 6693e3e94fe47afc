"""All feelings on one body: numbers where each may be felt, and what they stand for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.pictures.feelings.body import DRAWING, NUMBERS, marks
from tpe_guide.pictures.feelings.cards import Card as Feeling
from tpe_guide.ui.kit.art import art_size, ours
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.numbered import NumberedDrawing
from tpe_guide.ui.pictures.parts import Parts

_EDGE, _MOST_HEIGHT = 20, 380


class BodyCard(Card):
    """Shows *feelings*, under *heading*; *words* say what the drawing shows."""

    def __init__(
        self, theme: Theme, heading: str, feelings: Sequence[Feeling], words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self.setObjectName("feelings-body")
        places = dict.fromkeys(place for feeling in feelings for place in feeling.where)
        art = ours(DRAWING, NUMBERS, *places)
        size = art_size(art, theme.name)
        view = NumberedDrawing(theme)
        view.setObjectName("body-view")
        view.show_drawing(art, (0, 0, size.width(), size.height()), marks(feelings), words)
        view.set_most_height(theme.px(_MOST_HEIGHT))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        edge = theme.of_bars.px(_EDGE)
        self._row.setContentsMargins(edge, edge, edge, edge)
        self._row.setSpacing(edge)
        self._row.addWidget(view, 1)
        beside = QVBoxLayout()
        beside.setSpacing(theme.px(10))
        beside.addWidget(Label(theme, heading, "h3"))
        beside.addWidget(Parts(theme, [feeling.name for feeling in feelings]))
        beside.addStretch(1)
        self._row.addLayout(beside, 1)

    def set_beside(self, beside: bool) -> None:
        """The words stand beside the body, or below it."""
        self._row.setDirection(beside_if(beside))

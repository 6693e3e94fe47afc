"""Some lines of the guide as they look now: what was chosen is seen before anything is read."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import TYPE, Theme, make_font

WIDTH = 412
"""px at 100 %, beside the choices."""


class Sample(QWidget):
    """A heading and a sentence in the letters of a page."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = tight(QVBoxLayout(self), theme.px(8))
        column.addWidget(Label(theme, _("How it looks now"), "small-strong", color="straw800"))
        card = Card(theme, edge="line2", edge_width=1.5)
        words = QVBoxLayout(card)
        words.setContentsMargins(*(theme.of_bars.px(side) for side in (12, 16, 12, 18)))
        words.setSpacing(theme.px(6))
        words.addWidget(Label(theme, _("What is plasma?"), "h2"))
        text = Label(theme, _("Plasma is the yellow, liquid part of your blood."))
        text.setFont(make_font(theme.text_px(TYPE["body"].px)))
        words.addWidget(text)
        column.addWidget(card)

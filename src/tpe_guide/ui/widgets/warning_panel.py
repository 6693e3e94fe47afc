"""The fixed words for a warning sign, and the number, at once. It stands in the page and never blocks Save."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import WarningSign
from tpe_guide.i18n import _
from tpe_guide.ui.theme import Theme
from tpe_guide.ui.widgets.card import Card
from tpe_guide.ui.widgets.drawing import Icon
from tpe_guide.ui.widgets.label import Label


class WarningPanel(Card):
    """Says *sign*'s own words. *number* is the emergency number or the unit's, as the sign's tier asks for."""

    def __init__(self, theme: Theme, sign: WarningSign, number: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, fill="red-tint", edge="red", edge_width=2, parent=parent)
        self.setObjectName("warning-panel")
        self.setAccessibleName(f"{sign.heading}: {number}. {sign.words}")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(18), theme.px(14), theme.px(18), theme.px(14))
        row.setSpacing(theme.px(18))
        row.addWidget(
            Icon(theme, "phone-call", 28, color="on-red", tile="red", tile_size=52, round_tile=True)
        )
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(Label(theme, sign.heading, "h3", color="red"))
        words.addWidget(Label(theme, _("Call: {number}").format(number=number), "strong"))
        words.addWidget(Label(theme, sign.words, "small"))
        row.addLayout(words, 1)

    def announce(self) -> None:
        """Tell the screen reader as an alert, once the panel is on screen."""
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

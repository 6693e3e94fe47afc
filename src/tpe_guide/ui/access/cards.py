"""What one way in means for a day, topic by topic, and the signs that need a call."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.access.words import Tier, Topic
from tpe_guide.i18n import _
from tpe_guide.ui.circuit.step_button import finger
from tpe_guide.ui.theme import TYPE, Theme, make_font
from tpe_guide.ui.widgets.button import Button
from tpe_guide.ui.widgets.card import Card
from tpe_guide.ui.widgets.drawing import Icon
from tpe_guide.ui.widgets.flow import Flow
from tpe_guide.ui.widgets.label import Label

_ICONS = {"looks": "eye", "washing": "droplets", "sleep": "moon", "moving": "footprints"}
_TIER_ICONS = {"emergency": "siren", "now": "phone-call", "today": "clock"}
_SIDE = 16
_LONGEST_WORD = 7.5
"""How wide, in heights of its type."""


def running_font(theme: Theme, width: int) -> QFont:
    """Body type as large as was asked for, where the longest word still fits into *width* px."""
    size = TYPE["body"].px
    return make_font(max(theme.px(size), min(theme.text_px(size), int(width / _LONGEST_WORD))))


class TopicCard(Card):
    """A title with its icon, and a sentence or two."""

    def __init__(self, theme: Theme, topic: Topic, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setAccessibleName(topic.title)
        column = QVBoxLayout(self)
        side = theme.px(_SIDE)
        column.setContentsMargins(side, theme.px(12), side, theme.px(14))
        column.setSpacing(theme.px(6))
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        head.addWidget(Icon(theme, _ICONS[topic.id], 24, tile="straw100", tile_size=40))
        head.addWidget(Label(theme, topic.title, "h3"), 1)
        column.addLayout(head)
        self._says = [Label(theme, sentence) for sentence in topic.says]
        for label in self._says:
            column.addWidget(label)
        column.addStretch(1)

    def set_width(self, width: int) -> None:
        """Set the words for a card *width* px wide."""
        font = running_font(self._theme, width - 2 * self._theme.px(_SIDE))
        for label in self._says:
            label.setFont(font)


class WarningsCard(Card):
    """Three tiers of signs, the most pressing first, and the way to Urgent help.

    *dials*: numbers are shown; at a kiosk there is staff instead. *phone* is the unit's number, or empty.
    """

    urgent_pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        tiers: Sequence[Tier],
        *,
        dials: bool,
        phone: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, fill="red-tint", edge="red", edge_width=2, parent=parent)
        self.setObjectName("access-warnings")
        self.setAccessibleName(title)
        self._signs: list[Label] = []
        column = QVBoxLayout(self)
        side = theme.px(_SIDE)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(theme.px(14))
        column.addWidget(Label(theme, title, "h2", color="red"))
        if not dials:
            column.addWidget(Label(theme, _("Do you have one of these now? Tell the staff now."), "strong"))
        self._tiers = [self._tier(tier, (tier.number or phone) if dials else "") for tier in tiers]
        column.addWidget(Flow(theme, self._tiers, least=300, most=len(tiers), gap=20, even=True))
        urgent = Button(
            theme, _("Urgent help"), "urgent-outline", icon="phone-call", role="small-strong", height=finger(theme)
        )
        urgent.setObjectName("access-urgent")
        urgent.clicked.connect(self.urgent_pressed)
        column.addWidget(urgent, 0, Qt.AlignmentFlag.AlignLeft)

    def set_width(self, width: int) -> None:
        """Set the words for a card *width* px wide."""
        font = running_font(self._theme, width - 2 * self._theme.px(_SIDE))
        for label in self._signs:
            label.setFont(font)

    def _tier(self, tier: Tier, number: str) -> QWidget:
        theme = self._theme
        box = QWidget()
        box.setAccessibleName(tier.heading)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        pressing = tier.id != "today"
        color, tile = ("on-red", "red") if pressing else ("ink", "straw100")
        symbol = Icon(theme, _TIER_ICONS[tier.id], 24, color=color, tile=tile, tile_size=44, round_tile=True)
        head.addWidget(symbol, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Label(theme, tier.heading, "title", color="red" if pressing else "ink"))
        if number:
            words.addWidget(Label(theme, number, "strong"))
        words.addStretch(1)
        head.addLayout(words, 1)
        column.addLayout(head)
        for sign in tier.signs:
            column.addLayout(self._bullet(sign))
        column.addStretch(1)
        return box

    def _bullet(self, words: str) -> QBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(10))
        row.addWidget(Label(self._theme, "•", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        sign = Label(self._theme, words)
        self._signs.append(sign)
        row.addWidget(sign, 1)
        return row

"""What one way in means for a day, topic by topic, and the signs that need a call."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.pictures.access.words import Tier, Topic
from tpe_guide.policy import Policy
from tpe_guide.ui.kit.bullet import DOT, bullet, make_list
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import Holder, tight
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.theme import Theme

_ICONS = {"looks": "eye", "washing": "droplets", "sleep": "moon", "moving": "footprints"}
_TIER_ICONS = {"emergency": "siren", "now": "phone-call", "today": "clock"}
_SIDE = 16


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
        self._icon = Icon(theme, _ICONS[topic.id], 24, tile="straw100", tile_size=40)
        head.addWidget(self._icon)
        head.addWidget(Label(theme, topic.title, "h3"), 1)
        column.addLayout(head)
        for sentence in topic.says:
            column.addWidget(Paragraph(theme, sentence, running=True))
        column.addStretch(1)

    def sizeHint(self) -> QSize:
        """The least, as ``Holder`` does."""
        return self.minimumSizeHint()

    def set_bare(self, bare: bool) -> None:
        """Leave the icon out: the words need all the room."""
        self._icon.setHidden(bare)


class WarningsCard(Card):
    """Three tiers of signs, the most pressing first, and the way to Urgent help.

    Whom to tell is for *policy* to say. *phone* is the unit's number, or empty.
    """

    urgent_pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        tiers: Sequence[Tier],
        *,
        policy: Policy,
        phone: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, fill="red-tint", edge="red", edge_width=2, parent=parent)
        self.setObjectName("access-warnings")
        self.setAccessibleName(title)
        self._icons: list[Icon] = []
        column = QVBoxLayout(self)
        side = theme.px(_SIDE)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(theme.px(14))
        column.addWidget(Label(theme, title, "h2", color="red"))
        self._policy = policy
        if not policy.dials:
            column.addWidget(Label(theme, _("Do you have one of these now? Tell the staff now."), "strong"))
        self._tiers = [self._tier(tier, (tier.number or phone) if policy.dials else "") for tier in tiers]
        column.addWidget(Flow(theme, self._tiers, least=300, most=len(tiers), gap=20, even=True))
        self._urgent = urgent = Button(theme, _("Urgent help"), "urgent-outline", icon="phone-call", size="link")
        urgent.setObjectName("access-urgent")
        urgent.clicked.connect(self.urgent_pressed)
        column.addWidget(urgent, 0, Qt.AlignmentFlag.AlignLeft)

    def sizeHint(self) -> QSize:
        """The least, as ``Holder`` does."""
        return self.minimumSizeHint()

    def set_bare(self, bare: bool) -> None:
        """Leave the icons out: the words need all the room."""
        for icon in self._icons:
            icon.setHidden(bare)
        self._urgent.set_bare(bare)

    def _tier(self, tier: Tier, number: str) -> QWidget:
        theme = self._theme
        box = Holder()
        heading = self._policy.whom_to_tell(tier.heading)
        box.setAccessibleName(heading)
        column = tight(QVBoxLayout(box), theme.px(6))
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        pressing = tier.id != "today"
        color, tile = ("on-red", "red") if pressing else ("ink", "straw100")
        name = _TIER_ICONS[tier.id] if self._policy.dials else "triangle-alert"
        symbol = Icon(theme, name, 24, color=color, tile=tile, tile_size=44, round_tile=True)
        self._icons.append(symbol)
        head.addWidget(symbol, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Label(theme, heading, "title", color="red" if pressing else "ink"))
        if number:
            words.addWidget(Label(theme, number, "strong"))
        words.addStretch(1)
        head.addLayout(words, 1)
        column.addLayout(head)
        signs = tight(QVBoxLayout(listed := make_list(Holder())), column.spacing())
        for sign in tier.signs:
            dot, line = Paragraph(theme, DOT, running=True), Paragraph(theme, sign, running=True)
            signs.addWidget(bullet(dot, line, theme.px(10)))
        column.addWidget(listed)
        column.addStretch(1)
        return box

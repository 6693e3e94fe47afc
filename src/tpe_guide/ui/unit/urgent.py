"""Urgent help: the guide's own fixed words, the numbers to call, always one key away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from tpe_guide.diary.catalogue import Catalogue, First, UrgentTier
from tpe_guide.i18n import _
from tpe_guide.policy import Policy
from tpe_guide.ui.kit.accessible_role import make_stop
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.centred import sides_of_text
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.heading import Heading
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.scrolling import KeptInSight, bar_width
from tpe_guide.ui.kit.tab_order import stop_below
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.unit.call import Call, UnitCall
from tpe_guide.ui.unit.tier_card import TierCard
from tpe_guide.ui.unit.unit_state import PHONE, UnitState
from tpe_guide.vocabulary.signs import UrgentSign

if TYPE_CHECKING:
    from tpe_guide.ui.shell.banner import Banner

_WIDEST, _BESIDE_FROM = 1200, 900
"""px at 100 %: the cards, and from where on two stand side by side."""
_FIRST_FROM = 520
"""px at 100 %: the height of a screen that has room for what cannot wait above the numbers."""
_MESSAGE_FROM = 560
"""px at 100 %: the height of a screen that has room for a message above the numbers."""
_LEAD_FROM, _LOW = 330, 240
"""px at 100 %: the height of a screen that has room for a second sentence above the numbers, and of one that has none
for what is said of a number before it."""
_BELOW = QBoxLayout.Direction.TopToBottom


class UrgentPage(Screen):
    """The two calls that cannot wait side by side, each with its number; below them the one for today.

    At home the number of the person's own unit can be written in, in its card.
    """

    unit_asked_for = Signal()
    """To fill in more about the unit."""

    def __init__(
        self, theme: Theme, catalogue: Catalogue, policy: Policy, unit: UnitState, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        urgent = catalogue.urgent
        self._catalogue, self._policy, self._unit = catalogue, policy, unit
        self._own = unit.words() if policy.dials else {}
        inside = QWidget()
        column = self._column = QVBoxLayout(inside)
        column.setSpacing(theme.px(14))
        lead = urgent.lead if policy.dials else _("Tell the staff now. They are here to help.")
        self._title = Heading(theme, urgent.title, lead)
        self._head = tight(QBoxLayout(_BELOW))
        self._head.addWidget(self._title)
        self._lead = Label(theme.of_words, lead, "lead")
        column.addLayout(self._head)
        self._first = _first_aid(theme, urgent.first) if policy.dials and urgent.first else None
        if self._first is not None:
            column.addWidget(self._first)
        self._cards = (
            self._card(urgent.emergency, "siren"),
            self._card(urgent.now, "phone-call"),
            self._card(urgent.today, "clock", today=True),
        )
        self._now = tight(QBoxLayout(_BELOW), theme.px(18))
        for card in self._cards[:2]:
            self._now.addWidget(card, 1)
        column.addLayout(self._now)
        column.addWidget(self._cards[2])
        self._more: Button | None = None
        if policy.dials:
            self._add_foot(urgent.note)
        column.addStretch(1)
        self._area = self._set_up(inside)
        self._sight = KeptInSight(self._area, theme.px(16))
        self._banner: Banner | None = None

    def first_focus(self) -> QWidget:
        """The heading: what stands below is read from there on, the numbers first; or a number that is half typed."""
        return next((begun for call in self.findChildren(UnitCall) if (begun := call.begun)), self._title)

    def hold_message(self, banner: Banner) -> None:
        """Whatever the guide has to tell, it pushes no number away."""
        self._banner = banner
        self._place_message()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room; else below one another, the emergency number first."""
        theme, width = self._theme, self.width()
        left, right = sides_of_text(theme, width, _WIDEST)
        beside = width >= theme.px(_BESIDE_FROM) and theme.column == "whole"
        self._fit_title(self._title)
        # One line: a second one would push the number down.
        words = FittedText(self._title.text(), self._title.font())
        self._title.setFont(words.in_one_line(width - bar_width(self._area) - left - right - 2).font)
        self._lead.setFont(theme.of_words.font("lead" if beside else "body"))
        low = self.height() < theme.of_words.px(_LOW)
        self._place_lead()
        for row, gap in ((self._head, 24 if beside else 6), (self._now, 18)):
            row.setDirection(beside_if(beside))
            row.setSpacing(theme.px(gap))
        if self._first is not None:  # the cards say it, too: where room is scarce it must not push the numbers down
            self._first.setVisible(beside and self.height() >= theme.px(_FIRST_FROM))
        for card in self._cards:
            card.arrange(width if beside else width - left - right, beside=beside, low=low)
        self._column.setContentsMargins(left, theme.px(8 if low else 20), right, theme.px(28))
        if self._more is not None:
            self._more.setMaximumWidth(width - left - right - theme.of_bars.px(24))
        self._place_message()

    def _place_lead(self) -> None:
        """Beside or below the title; where room is scarce below the two calls: nothing may push the numbers away."""
        if self.height() >= self._theme.of_words.px(_LEAD_FROM):
            self._head.addWidget(self._lead, 1)
        else:
            self._column.insertWidget(self._column.indexOf(self._cards[2]), self._lead)

    def _place_message(self) -> None:
        """Above the numbers where there is room for more than them; else below the two calls."""
        if self._banner is None or not isValid(self._banner):
            return
        roomy = self.width() >= self._theme.px(_BESIDE_FROM) and self.height() >= self._theme.px(_MESSAGE_FROM)
        self._column.insertWidget(0 if roomy else self._column.indexOf(self._cards[2]), self._banner)
        if not roomy:
            stop_below(self._cards[:2], self._banner)
        margins = self._column.contentsMargins()
        self._banner.fit(self.width() - bar_width(self._area) - margins.left() - margins.right())

    def _card(self, tier: UrgentTier, icon: str, *, today: bool = False) -> TierCard:
        groups = [(group.title, [self._said(sign) for sign in group.signs]) for group in tier.groups]
        call = self._call(tier, icon, strong=not today)
        return TierCard(self._theme, call, groups, strong=not today, wide=today)

    def _call(self, tier: UrgentTier, icon: str, *, strong: bool) -> Call:
        theme, policy = self._theme, self._policy
        heading = policy.whom_to_tell(tier.heading)
        if not policy.dials:
            return Call(theme, heading, "triangle-alert", strong=strong)
        if tier.number:
            return Call(theme, heading, icon, number=tier.number, lead=tier.lead, strong=strong)
        unit = UnitCall(theme, heading, icon, self._unit, policy, lead=tier.lead, smaller=not strong, strong=strong)
        unit.to_be_seen.connect(self._keep_in_sight)
        return unit

    def _keep_in_sight(self, part: QWidget) -> None:
        self._sight.keep(part)

    def _said(self, sign: UrgentSign) -> str:
        return self._catalogue.filled(sign.row if self._policy.dials else sign.to_tell, self._own)

    def _add_foot(self, words: str) -> None:
        """The way to the unit's details, and whom to call where nobody answers."""
        theme = self._theme
        if self._policy.typing and PHONE in self._unit.clinic.slots:
            more = self._more = Button(
                theme, _("More of your unit’s details"), "secondary", icon="hospital", size="medium"
            )
            more.setObjectName("more-of-unit")
            more.clicked.connect(self.unit_asked_for)
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        note = Label(theme.of_words, words, "small", color="ink2")
        make_stop(note, words)
        self._column.addWidget(note)


def _first_aid(theme: Theme, first: First) -> Card:
    """What cannot wait for the call. No stop for the keyboard: the rows of the cards say it to whoever hears them."""
    strip = Card(theme, fill="teal-tint", edge="teal", edge_width=1.5, radius=16)
    row = QHBoxLayout(strip)
    row.setContentsMargins(theme.px(22), theme.px(8), theme.px(22), theme.px(8))
    row.setSpacing(theme.px(16))
    row.addWidget(Icon(theme, "hand", 30, color="teal"))
    words = tight(QVBoxLayout(), 0)
    for sign in first.signs:
        words.addWidget(Paragraph(theme, f"{sign.to_tell} {first.then}", lead=f"{sign.text}."))
    row.addLayout(words, 1)
    return strip

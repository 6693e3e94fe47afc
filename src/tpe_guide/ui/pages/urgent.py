"""Urgent help: the guide's own fixed words, the numbers to call, always one key away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import Urgent, UrgentTier
from tpe_guide.i18n import _
from tpe_guide.policy import Policy
from tpe_guide.settings import PHONE_LENGTH
from tpe_guide.ui.scrolling import scrolling
from tpe_guide.ui.theme import Theme
from tpe_guide.ui.widgets.card import Card
from tpe_guide.ui.widgets.drawing import Icon
from tpe_guide.ui.widgets.field import Field
from tpe_guide.ui.widgets.label import Label


class UrgentPage(QWidget):
    """Three tiers, the worst first. At home the number of the person's own unit can be written in once."""

    phone_changed = Signal(str)

    def __init__(
        self, theme: Theme, urgent: Urgent, policy: Policy, unit_phone: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._policy = policy
        self._phone = unit_phone
        inside = QWidget()
        column = QVBoxLayout(inside)
        side = theme.px(24)
        column.setContentsMargins(side, theme.px(28), side, theme.px(28))
        column.setSpacing(theme.px(16))
        column.addWidget(Label(theme, urgent.title, "h1"))
        column.addWidget(
            Label(
                theme,
                urgent.lead if policy.dials else _("Tell the staff now. They are here to help."),
                "lead",
            )
        )
        column.addWidget(self._tier(urgent.emergency, "siren", strong=True))
        column.addWidget(self._tier(urgent.now, "phone-call", strong=True))
        column.addWidget(self._tier(urgent.today, "clock", strong=False))
        if policy.dials and policy.typing:
            column.addWidget(self._phone_field())
        column.addWidget(Label(theme, urgent.note, "small", color="ink2"))
        column.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(theme, _centred(theme, inside)))

    def _tier(self, tier: UrgentTier, icon: str, *, strong: bool) -> Card:
        theme = self._theme
        if strong:
            card = Card(theme, fill="red-tint", edge="red", edge_width=2)
        else:
            card = Card(theme, edge="line2", edge_width=1.5)
        grid = QGridLayout(card)
        pad = theme.px(20)
        grid.setContentsMargins(pad, pad, pad, pad)
        grid.setHorizontalSpacing(theme.px(18))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        color, tile = ("on-red", "red") if strong else ("ink", "straw100")
        grid.addWidget(Icon(theme, icon, 28, color=color, tile=tile, tile_size=52, round_tile=True), 0, 0)
        heading = tier.heading if self._policy.dials else _("Tell the staff now")
        grid.addWidget(Label(theme, heading, "h3", color="red" if strong else "ink"), 0, 1)
        row = 1
        number = self._number(tier)
        if number:
            grid.addWidget(Label(theme, number, "h2"), row, 1)
            row += 1
        for sign in tier.signs:
            grid.addWidget(_bullet(theme, sign), row, 1)
            row += 1
        return card

    def _number(self, tier: UrgentTier) -> str:
        if not self._policy.dials:
            return ""
        return tier.number or self._phone or _("The number your unit gave you")

    def _phone_field(self) -> Field:
        field = Field(
            self._theme,
            _("Your unit’s number"),
            hint=_("Write it in once. It is shown here and beside each warning sign. It stays on this computer."),
            limit=PHONE_LENGTH,
        )
        field.line.setObjectName("unit-phone")
        field.line.setText(self._phone)
        field.line.editingFinished.connect(self._on_phone)
        self._field = field
        return field

    def _on_phone(self) -> None:
        number = self._field.line.text().strip()
        if number != self._phone:
            self._phone = number
            self.phone_changed.emit(number)


def _bullet(theme: Theme, words: str) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(10))
    row.addWidget(Label(theme, "•", "body", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(theme, words, "body"), 1)
    return box


def _centred(theme: Theme, inside: QWidget) -> QWidget:
    """*inside* no wider than is good to read, in the middle."""
    inside.setMaximumWidth(theme.px(900))
    outer = QWidget()
    row = QHBoxLayout(outer)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(inside, 100)
    row.addStretch(1)
    return outer

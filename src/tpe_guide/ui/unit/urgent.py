"""Urgent help: the guide's own fixed words, the numbers to call, always one key away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import Catalogue, UrgentTier
from tpe_guide.i18n import _
from tpe_guide.policy import Policy
from tpe_guide.ui.kit.accessible_role import Heading, make_stop
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.unit.slot_field import SlotField
from tpe_guide.ui.unit.unit_state import OUT_OF_HOURS, PHONE, UnitState

_BESIDE_FROM = 420


class UrgentPage(Screen):
    """Three tiers, the worst first. At home the number of the person's own unit can be written in once."""

    unit_asked_for = Signal()
    """To fill in more about the unit."""

    def __init__(
        self, theme: Theme, catalogue: Catalogue, policy: Policy, unit: UnitState, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        urgent = catalogue.urgent
        self._catalogue = catalogue
        self._policy = policy
        self._unit = unit
        self._numbers: list[_UnitNumbers] = []
        """Where the unit is to be called."""
        self._rows: list[QBoxLayout] = []
        inside = QWidget()
        column = self._column = QVBoxLayout(inside)
        column.setSpacing(theme.px(16))
        lead = urgent.lead if policy.dials else _("Tell the staff now. They are here to help.")
        self._title = Heading(theme, urgent.title, lead)
        column.addWidget(self._title)
        column.addWidget(Label(theme, lead, "lead"))
        column.addWidget(self._tier(urgent.emergency, "siren", strong=True))
        column.addWidget(self._tier(urgent.now, "phone-call", strong=True))
        column.addWidget(self._tier(urgent.today, "clock", strong=False))
        self._show_numbers()
        self._more: Button | None = None
        if policy.dials and policy.typing and PHONE in unit.clinic.slots:
            self._more = self._more_of_unit()
            column.addWidget(self._phone_field())
            column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        if policy.dials:  # whom to call where nobody answers: in a waiting room there is one thing to do
            note = Label(theme, urgent.note, "small", color="ink2")
            make_stop(note, urgent.note)
            column.addWidget(note)
        column.addStretch(1)
        self._set_up(_centred(theme, inside))

    def first_focus(self) -> QWidget:
        """The heading: what stands below is read from there on, the numbers first."""
        return self._title

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The icons give up their column, and the margins their room, before the words get narrow."""
        theme, width = self._theme, self.width()
        beside = width >= theme.px(_BESIDE_FROM)
        pad = theme.px(20 if beside else 12)
        for row in self._rows:
            row.setDirection(beside_if(beside))
            row.setSpacing(theme.px(18 if beside else 8))
            row.setContentsMargins(pad, pad, pad, pad)
        side = theme.px(24 if beside else 8)
        self._column.setContentsMargins(side, theme.px(28), side, theme.px(28))
        if self._more is not None:
            self._more.setMaximumWidth(width - 2 * side - theme.of_bars.px(24))

    def _tier(self, tier: UrgentTier, icon: str, *, strong: bool) -> Card:
        theme = self._theme
        if strong:
            card = Card(theme, fill="red-tint", edge="red", edge_width=2)
        else:
            card = Card(theme, edge="line2", edge_width=1.5)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, card)
        self._rows.append(row)
        color, tile = ("on-red", "red") if strong else ("ink", "straw100")
        symbol = Icon(theme, icon, 28, color=color, tile=tile, tile_size=52, round_tile=True)
        row.addWidget(symbol, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.px(6))
        row.addLayout(words, 1)
        words.addWidget(self._head(tier, color="red" if strong else "ink"))
        own = self._unit.words() if self._policy.dials else {}
        for group in tier.groups:
            if group.title:
                words.addSpacing(theme.px(6))
            words.addWidget(_group(theme, group.title, [self._catalogue.filled(sign.row, own) for sign in group.signs]))
        return card

    def _head(self, tier: UrgentTier, color: str) -> QWidget:
        """What to do, and the number."""
        theme, dials = self._theme, self._policy.dials
        box = QWidget()
        column = tight(QVBoxLayout(box), theme.px(6))
        heading = self._policy.whom_to_tell(tier.heading)
        column.addWidget(Label(theme, heading, "h3", color=color))
        said = [heading, tier.number, tier.lead] if dials else [heading]
        make_stop(box, ". ".join(filter(None, said)))
        if not dials:
            return box
        by_day = Label(theme, tier.number, "h2")
        column.addWidget(by_day)
        if not tier.number:
            at_night = Label(theme, "", "strong")
            column.addWidget(at_night)
            self._numbers.append(_UnitNumbers(box, heading, by_day, at_night, tier.lead))
        if tier.lead:
            column.addWidget(Label(theme, tier.lead, "body"))
        return box

    def _show_numbers(self) -> None:
        phone = self._unit.word(PHONE) or _("The number your unit gave you")
        number = self._unit.word(OUT_OF_HOURS)
        night = _("At night and at weekends: {number}").format(number=number) if number else ""
        for shown in self._numbers:
            shown.by_day.setText(phone)
            shown.at_night.setText(night)
            shown.at_night.setVisible(bool(night))
            shown.box.setAccessibleName(". ".join(filter(None, (shown.heading, phone, night, shown.lead))))

    def _phone_field(self) -> SlotField:
        unit = self._unit
        locked, keeps = unit.clinic.is_given(PHONE), self._policy.remembers
        self._field = SlotField(
            self._theme, unit.clinic.slots[PHONE], unit.word(PHONE), self._save, locked=locked, keeps=keeps
        )
        return self._field

    def _more_of_unit(self) -> Button:
        more = Button(self._theme, _("More of your unit’s details"), "secondary", icon="hospital", size="medium")
        more.setObjectName("more-of-unit")
        more.clicked.connect(self.unit_asked_for)
        return more

    def _save(self, slot: str, text: str) -> bool:
        kept = self._unit.fill_in(slot, text)
        self._show_numbers()
        return kept


class _UnitNumbers(NamedTuple):
    """Where the numbers of the unit stand, and what is said around them."""

    box: QWidget
    heading: str
    by_day: Label
    at_night: Label
    lead: str


def _group(theme: Theme, title: str, signs: Sequence[str]) -> QWidget:
    """Signs under their *title*, which may be empty: one stop for the keyboard."""
    box = QWidget()
    column = tight(QVBoxLayout(box), theme.px(6))
    if title:
        column.addWidget(Label(theme, title, "strong"))
    for sign in signs:
        column.addWidget(_bullet(theme, sign))
    make_stop(box, f"{title}: {'; '.join(signs)}" if title else "; ".join(signs))
    return box


def _bullet(theme: Theme, words: str) -> QWidget:
    box = QWidget()
    row = tight(QHBoxLayout(box), theme.px(10))
    row.addWidget(Label(theme, "•", "body", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(theme, words, "body"), 1)
    return box


def _centred(theme: Theme, inside: QWidget) -> QWidget:
    """*inside* no wider than is good to read, in the middle."""
    inside.setMaximumWidth(theme.px(900))
    outer = QWidget()
    row = tight(QHBoxLayout(outer))
    row.addStretch(1)
    row.addWidget(inside, 100)
    row.addStretch(1)
    return outer

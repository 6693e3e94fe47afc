"""Your unit's details: what the nurse wrote on the leaflet, written in once and shown where it is needed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.unit.slot_field import SlotField
from tpe_guide.ui.unit.unit_state import UnitState

TWO_COLUMNS_FROM = 1000
WIDEST = 1240
_ROOMY_FROM = 420


class UnitPage(Screen):
    """A field for each thing that a unit may say of itself. *keeps*: on this computer, not only for now."""

    def __init__(self, theme: Theme, unit: UnitState, *, keeps: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._unit = unit
        words = unit.words()
        self._fields = [
            SlotField(
                theme,
                slot,
                words.get(slot.id, ""),
                unit.fill_in,
                locked=unit.clinic.is_given(slot.id),
                keeps=keeps,
                kept=unit.is_saved(slot.id),
            )
            for slot in unit.clinic.slots.values()
        ]
        for field in self._fields:
            field.go_on(unit.written(field.slot.id))
            field.typed.connect(partial(self._write, field))
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(theme.px(14))
        self._column.addWidget(Label(theme, _("Your unit’s details"), "h1"))
        lead = _(
            "Write in what your unit told you. The guide then shows it where you need it, as your unit’s own words."
        )
        self._column.addWidget(Label(theme, lead, "lead"))
        hint = _("Leave empty what you do not know. It all stays on this computer.")
        self._column.addWidget(Label(theme, hint, "body", color="ink2"))
        self._column.addSpacing(theme.px(6))
        self._inside_cards: list[QVBoxLayout] = []
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(theme.px(20))
        half = (len(self._fields) + 1) // 2
        for fields in (self._fields[:half], self._fields[half:]):
            self._cards.addWidget(self._card(fields), 1, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(self._cards)
        self._column.addStretch(1)
        self._set_up(inside)
        unit.changed.connect(self._on_changed)

    def first_focus(self) -> QWidget:
        """The first field."""
        return self._fields[0].editor

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two cards side by side where there is room; the margins of the first screen."""
        theme, width = self._theme, self.width()
        beside = width >= theme.px(TWO_COLUMNS_FROM)
        self._cards.setDirection(beside_if(beside))
        narrow = theme.of_bars.px(12)  # at large letters each px is worth more to the words
        least = theme.px(100) if width >= theme.px(1280) else theme.px(40) if width >= theme.px(900) else narrow
        side = max(least, (width - theme.px(WIDEST)) // 2)
        self._column.setContentsMargins(side, theme.px(32), side, theme.px(28))
        pad = theme.px(24) if width >= theme.px(_ROOMY_FROM) else narrow
        for card in self._inside_cards:
            card.setContentsMargins(pad, theme.px(20), pad, theme.px(24))

    def _write(self, field: SlotField) -> None:
        self._unit.write(field.slot.id, field.as_typed)

    def _on_changed(self) -> None:
        """One file keeps all of it."""
        for field in self._fields:
            field.set_kept(self._unit.is_saved(field.slot.id))

    def _card(self, fields: Sequence[SlotField]) -> Card:
        theme = self._theme
        card = Card(theme)
        column = QVBoxLayout(card)
        self._inside_cards.append(column)
        column.setSpacing(theme.px(20))
        for field in fields:
            column.addWidget(field)
        return card

"""Three questions about the circuit, each with chips to answer it: show it as it will be for me."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QButtonGroup, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.pictures.circuit.variant import Variant
from tpe_guide.pictures.circuit.words import Choice, CircuitWords
from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.theme import Theme

_BESIDE_FROM = 1000


class Chooser(QWidget):
    """Shows *variant* as picked. An option that cannot be had with what is picked is not offered, with the reason."""

    chosen = Signal(str)
    """An option."""

    def __init__(self, theme: Theme, words: CircuitWords, variant: Variant, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._chips: dict[str, Chip] = {}
        column = tight(QVBoxLayout(self), theme.px(14))
        column.addWidget(Label(theme, _("Show it as it is for you"), "h3"))
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(theme.px(24))
        for choice in words.choices:
            self._row.addWidget(self._group(choice), len(choice.options))
        column.addLayout(self._row)
        self._reason = Label(theme, words.not_together, "small", color="ink2")
        column.addWidget(self._reason)
        self.show_variant(variant)

    def show_variant(self, variant: Variant) -> None:
        """Show *variant* as picked."""
        refused = []
        for option, chip in self._chips.items():
            chip.setChecked(option in variant)
            possible = variant.with_option(option).exists
            chip.setEnabled(possible)
            chip.setAccessibleDescription("" if possible else self._words.not_together)
            refused += [] if possible else [option]
        self._reason.setVisible(bool(refused))

    def first_focus(self) -> QWidget:
        """The chip picked first."""
        return next(chip for chip in self._chips.values() if chip.isChecked())

    def event(self, event: QEvent) -> bool:
        """The questions stand side by side where there is room."""
        if event.type() == QEvent.Type.Resize:
            wide = self.width() >= self._theme.px(_BESIDE_FROM)
            self._row.setDirection(beside_if(wide))
        return super().event(event)

    def _group(self, choice: Choice) -> QWidget:
        theme = self._theme
        box = QWidget()
        column = tight(QVBoxLayout(box), theme.px(8))
        column.addWidget(Label(theme, choice.name, "small-strong", color="ink2"))
        group = QButtonGroup(self)
        for option, words in choice.options:
            chip = self._chips[option] = Chip(theme, words, height=54)
            chip.setObjectName(f"circuit-{option}")
            chip.setProperty("option", option)
            group.addButton(chip)
        make_choice(box, choice.name, group.buttons())
        group.buttonClicked.connect(self._choose)
        column.addWidget(
            Flow(theme, group.buttons(), least=136, most=len(choice.options)), 0, Qt.AlignmentFlag.AlignTop
        )
        return box

    def _choose(self, chip: QAbstractButton) -> None:
        self.chosen.emit(chip.property("option"))

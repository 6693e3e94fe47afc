"""Chips in rows: what matters to me (some of them), or one treatment. Arrow keys go from chip to chip."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.pictures.comparison.table import Question, Treatment
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap

_ON = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class _Chips(QWidget):
    """A row of chips: by *ids* and words."""

    pressed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        named: Iterable[tuple[str, str, str]],
        *,
        prefix: str,
        exclusive: bool,
        after: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._group = QButtonGroup(self)
        self._group.setExclusive(exclusive)
        self._exclusive = exclusive
        self.chips: dict[str, Chip] = {}
        for name, words, icon in named:
            chip = self.chips[name] = Chip(theme, words, icon, height=theme.finger)
            chip.setObjectName(f"{prefix}-{name}")
            chip.setProperty("named", name)
            self._group.addButton(chip)
        self._group.buttonClicked.connect(self._on_clicked)
        heading = Paragraph(theme, title, "small-strong")
        heading.setMinimumHeight(theme.px(theme.finger))
        parts = [heading, *self.chips.values(), *([after] if after is not None else [])]
        column = tight(QVBoxLayout(self))
        self.wrap = Wrap(theme, parts, gap=8, row_gap=8)
        column.addWidget(self.wrap)
        for chip in self.chips.values():
            chip.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step = _ON.get(Qt.Key(event.key()))
        if step is None or not isinstance(watched, Chip):
            return False
        across = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if across and self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        chips = list(self.chips.values())
        chip = chips[(chips.index(watched) + step) % len(chips)]
        chip.setFocus(Qt.FocusReason.TabFocusReason)
        if self._exclusive:
            chip.click()
        return True

    def _on_clicked(self, chip: QAbstractButton) -> None:
        self.pressed.emit(chip.property("named"))


class PickChips(_Chips):
    """What matters to me: any of *questions*; those that are picked stand first in the table."""

    usual_wanted = Signal()
    """All rows in their usual order again."""

    def __init__(
        self, theme: Theme, questions: Iterable[Question], picks: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        self.usual = Button(theme, _("Usual order"), "text", icon="undo-2", size="fine", padding=10)
        self.usual.setObjectName("usual-order")
        self.usual.setAccessibleDescription(_("Show all rows in the usual order, with none marked."))
        named = [(each.id, each.short, "") for each in questions]
        super().__init__(
            theme, _("What matters to me:"), named, prefix="matters", exclusive=False, after=self.usual, parent=parent
        )
        self._questions = {each.id: each for each in questions}
        for name, chip in self.chips.items():
            chip.setAccessibleDescription(self._questions[name].name)
        self.usual.clicked.connect(self.usual_wanted)
        self.show_picks(picks)

    def show_picks(self, picks: tuple[str, ...]) -> None:
        """Show *picks* as picked."""
        for name, chip in self.chips.items():
            chip.setChecked(name in picks)
        if not picks and self.usual.hasFocus():
            next(iter(self.chips.values())).setFocus(Qt.FocusReason.OtherFocusReason)
        self.usual.setVisible(bool(picks))


class TreatmentChips(_Chips):
    """One of *treatments*."""

    def __init__(
        self, theme: Theme, treatments: Iterable[Treatment], picked: str, parent: QWidget | None = None
    ) -> None:
        named = [(each.id, each.name, each.icon) for each in treatments]
        super().__init__(theme, _("Show me:"), named, prefix="treatment", exclusive=True, parent=parent)
        self.show_picked(picked)

    def show_picked(self, picked: str) -> None:
        """Show *picked* as picked."""
        self.chips[picked].setChecked(True)

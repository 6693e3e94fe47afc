"""Chips for what matters to me: any of them. Arrow keys go from chip to chip."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.pictures.comparison.table import Question
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap

_ON = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class PickChips(QWidget):
    """What matters to me: any of *questions*; those that are picked stand first in the table."""

    pressed = Signal(str)
    usual_wanted = Signal()
    """All rows in their usual order again."""

    def __init__(
        self, theme: Theme, questions: Iterable[Question], picks: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = _("What matters to me:")
        self.setAccessibleName(title)
        self.usual = Button(theme, _("Usual order"), "text", icon="undo-2", size="fine", padding=10)
        self.usual.setObjectName("usual-order")
        self.usual.setAccessibleDescription(_("Show all rows in the usual order, with none marked."))
        self.usual.clicked.connect(self.usual_wanted)
        self.chips: dict[str, Chip] = {}
        for question in questions:
            chip = self.chips[question.id] = Chip(theme, question.short, height=theme.finger)
            chip.setObjectName(f"matters-{question.id}")
            chip.setAccessibleDescription(question.name)
            chip.setProperty("named", question.id)
            chip.clicked.connect(self._on_clicked)
        heading = Paragraph(theme, title, "small-strong")
        heading.setMinimumHeight(theme.px(theme.finger))
        column = tight(QVBoxLayout(self))
        column.addWidget(Wrap(theme, [heading, *self.chips.values(), self.usual], gap=8, row_gap=8))
        self._arrows = ArrowKeys([*self.chips.values()], self)
        self.show_picks(picks)

    def show_picks(self, picks: tuple[str, ...]) -> None:
        """Show *picks* as picked."""
        for name, chip in self.chips.items():
            chip.setChecked(name in picks)
        if not picks and self.usual.hasFocus():
            next(iter(self.chips.values())).setFocus(Qt.FocusReason.OtherFocusReason)
        self.usual.setVisible(bool(picks))

    def _on_clicked(self) -> None:
        self.pressed.emit(self.sender().property("named"))


class ArrowKeys(QObject):
    """Lead from one of *chips* to the next, round and round."""

    def __init__(self, chips: Sequence[QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self._chips = chips
        for chip in chips:
            chip.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step = _ON.get(Qt.Key(event.key()))
        if step is None or not isinstance(watched, QWidget):
            return False
        across = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if across and watched.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        chip = self._chips[(self._chips.index(watched) + step) % len(self._chips)]
        chip.setFocus(Qt.FocusReason.TabFocusReason)
        return True

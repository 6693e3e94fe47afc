"""A number that somebody asked to write in: nothing but *Save* or Enter stores it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from tpe_guide.guide.slots import Slot
from tpe_guide.i18n import _
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.unit.slot_field import SlotField

_BUTTON = 230
"""px at 100 %: the least width of a button that stands beside another."""


class NumberField(SlotField):
    """*number* is what is stored, *half_typed* what stands in the field instead of it.

    Esc and a button leave the number as it was; whoever opened the field closes it and says what came of it.
    """

    done = Signal(str)
    """It may be closed, and how the number was saved, in words; empty: there was nothing new."""
    cancelled = Signal()
    to_be_seen = Signal(QWidget)
    """What just got the keyboard, or what is said of it."""

    def __init__(
        self,
        theme: Theme,
        slot: Slot,
        number: str,
        half_typed: str,
        save: Callable[[str, str], bool],
        *,
        keeps: bool = True,
        kept: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, slot, number, save, keeps=keeps, kept=kept, parent=parent)
        self._said = ""
        self.show_words(half_typed)
        save_it = Button(theme, _("Save"), size="inner")
        save_it.setObjectName(f"save-{slot.id}")
        save_it.clicked.connect(self._on_pressed)
        leave = Button(theme, _("Keep the old number") if number else _("Do not add it"), "secondary", size="inner")
        leave.setObjectName(f"cancel-{slot.id}")
        leave.clicked.connect(self.cancelled)
        self._column.addWidget(Flow(theme, [save_it, leave], least=_BUTTON, most=2))
        if isinstance(self.editor, QLineEdit):
            self.editor.returnPressed.connect(self._on_pressed)

    @property
    def written(self) -> str:
        """What stands in the field, to the letter."""
        return self.editor.text() if isinstance(self.editor, QLineEdit) else self.editor.toPlainText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the field, not the page."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever types here sees it."""
        if event.type() == QEvent.Type.FocusIn:
            self.to_be_seen.emit(self)
        return super().eventFilter(watched, event)

    def _on_typed(self) -> None:
        self.typed.emit()

    def _show_status(self) -> None:
        self._said = self._outcome()

    def _say_status(self) -> None:
        """Whoever opened the field says it, in the card."""

    def _on_pressed(self) -> None:
        """A field without words is no wish to lose the number: nothing is stored."""
        self._said = ""
        if not self.words:
            self._show_problem(_("Write the number first."))
        elif self.save_now():
            self.done.emit(self._said)
            return
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.to_be_seen.emit(self._problem)

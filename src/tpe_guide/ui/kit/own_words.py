"""A line for the person's own words, and the button that adds them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.field import Field
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme


class OwnWords(QWidget):
    """Enter or the button adds what was written; *missing* is said where nothing was."""

    typed = Signal(str)
    added = Signal(str)
    """Never empty."""

    def __init__(
        self,
        theme: Theme,
        question: str,
        add: str,
        missing: str,
        *,
        name: str,
        text: str,
        limit: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._missing = missing
        column = tight(QVBoxLayout(self), theme.px(10))
        self._field = Field(theme, question, limit=limit)
        self.line = self._field.line
        self.line.setObjectName(name)
        self.line.setText(text)
        self.line.textChanged.connect(self.typed)
        self.line.returnPressed.connect(self._add)
        column.addWidget(self._field)
        # What the screen is there for stands in its bar, or above.
        button = Button(theme, add, "secondary", icon="plus", size="medium")
        button.setObjectName("add-own")
        button.clicked.connect(self._add)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add(self) -> None:
        text = self.line.text().strip()
        if text:
            self.added.emit(text)
        else:
            self._field.show_problem(self._missing)
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

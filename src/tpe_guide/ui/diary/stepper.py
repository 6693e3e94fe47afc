"""A number from 0 to 10 by big minus and plus buttons; empty until touched."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.theme import Theme

WORST, BEST, START = 0, 10, 5
STACKED_FROM = 1.5
"""From this text size on the name stands above its buttons."""


class Stepper(QWidget):
    """*name*, minus, the value, plus. The first press of either sets the middle, so that nobody answers by accident."""

    changed = Signal(str, int)

    def __init__(self, theme: Theme, key: str, name: str, value: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._name = name
        self._value = value
        stacked = theme.chrome >= STACKED_FROM
        outer = tight(QBoxLayout(beside_if(not stacked), self), theme.px(8))
        outer.addWidget(Label(theme, name, "small-strong"), 1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        outer.addLayout(row)
        self._minus = self._button(theme, "minus", _("{name}: one less").format(name=name))
        self._minus.clicked.connect(self._less)
        self._shown = Label(theme, "", "title", wrap=False)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.setMinimumWidth(theme.px(44))
        self._plus = self._button(theme, "plus", _("{name}: one more").format(name=name))
        self._plus.clicked.connect(self._more)
        for widget in (self._minus, self._shown, self._plus):
            row.addWidget(widget)
        if stacked:
            row.addStretch(1)
        self._show()

    def _button(self, theme: Theme, icon: str, name: str) -> Button:
        button = Button(theme, name, "quiet", icon=icon, icon_only=True, size="tool")
        button.setObjectName(f"{icon}-{self._key}")
        button.repeats = True
        return button

    def _less(self) -> None:
        self._set(START if self._value is None else max(WORST, self._value - 1))

    def _more(self) -> None:
        self._set(START if self._value is None else min(BEST, self._value + 1))

    def _set(self, value: int) -> None:
        self._value = value
        self._show()
        self.changed.emit(self._key, value)

    def _show(self) -> None:
        self._shown.setText("–" if self._value is None else str(self._value))
        said = _("not answered") if self._value is None else _("{value} of 10").format(value=self._value)
        self._shown.setAccessibleName(f"{self._name}: {said}")

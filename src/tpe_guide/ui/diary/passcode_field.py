"""A line for a passcode: hidden until the person asks to see it, with words on the button that does it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.field import Field
from tpe_guide.ui.kit.theme import Theme

PASSCODE_LIMIT = 200
_INSIDE_UP_TO = 1.25
"""With larger text the buttons stand below the line, which then has room for what is typed."""
_NEVER_GUESSED = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


class PasscodeField(Field):
    """A Field with Show and Hide at the end of its line, or below it where text is large."""

    def __init__(self, theme: Theme, name: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, name, hint=hint, limit=PASSCODE_LIMIT, parent=parent)
        self._name = name
        self._buttons = (
            self._button("eye", _("Show"), _("Show: {name}")),
            self._button("eye-off", _("Hide"), _("Hide: {name}")),
        )
        self._inside = theme.chrome <= _INSIDE_UP_TO
        self._place_buttons()
        self._show(False)

    def set_names(self, name: str) -> None:
        """Name the line *name* and its buttons after it, for who looks them up."""
        self.line.setObjectName(name)
        for button, prefix in zip(self._buttons, ("show", "hide"), strict=True):
            button.setObjectName(f"{prefix}-{name}")

    def _place_buttons(self) -> None:
        if self._inside:
            row = QHBoxLayout(self.line)
            row.setContentsMargins(0, 0, self._theme.px(8), 0)
            row.addStretch(1)
        else:
            row = QHBoxLayout()
            self._column.addLayout(row)
        for button in self._buttons:
            row.addWidget(button)
        if not self._inside:
            row.addStretch(1)

    def _button(self, icon: str, words: str, name: str) -> Button:
        button = Button(self._theme, words, "text", icon=icon, size="fine")
        button.setAccessibleName(name.format(name=self._name))
        button.clicked.connect(self._toggle)
        return button

    def _toggle(self) -> None:
        self._show(self.line.echoMode() == QLineEdit.EchoMode.Password)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self.line.setInputMethodHints(self.line.inputMethodHints() | _NEVER_GUESSED)
        show, hide = self._buttons
        show.setVisible(not shown)
        hide.setVisible(shown)
        if self._inside:
            width = max(button.sizeHint().width() for button in self._buttons)
            self.line.setTextMargins(0, 0, width, 0)

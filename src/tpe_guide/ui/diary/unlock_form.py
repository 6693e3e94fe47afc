"""One line for the passcode and a button that opens the diary."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.errors import TpeGuideError, WrongPasscode
from tpe_guide.i18n import _
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.diary.passcode_field import PasscodeField
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.wording import describe


class UnlockForm(QWidget):
    """Opens the diary at *diary_session*. A wrong passcode is said below the line; other problems go to *say*."""

    def __init__(
        self,
        theme: Theme,
        diary_session: DiarySession,
        say: Callable[[TpeGuideError], None],
        *,
        with_button: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._diary_session = diary_session
        self._say = say
        column = tight(QVBoxLayout(self), theme.px(18))
        self._field = PasscodeField(theme, _("Passcode"))
        self._field.set_names("passcode")
        self._field.line.setText(diary_session.typed.passcode)
        self._field.line.textEdited.connect(self._on_typed)
        self._field.line.returnPressed.connect(self.open)
        column.addWidget(self._field)
        if with_button:
            button = Button(theme, _("Open my diary"), icon="key-round", size="medium")
            button.setObjectName("open-diary")
            button.clicked.connect(self.open)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def line(self) -> QWidget:
        """The line to type on."""
        return self._field.line

    def open(self) -> None:
        """Try the passcode. What was typed stays when it does not fit."""
        if not self._diary_session.typed.passcode:
            self._field.show_problem(_("Type your passcode first."))
            self._field.line.setFocus()
            return
        try:
            self._diary_session.unlock(self._diary_session.typed.passcode)
        except WrongPasscode as error:
            self._field.show_problem(describe(error))
            self._field.line.setFocus()
            self._field.line.selectAll()
        except TpeGuideError as error:
            self._say(error)

    def _on_typed(self, text: str) -> None:
        self._diary_session.typed.passcode = text
        self._field.show_problem("")

"""One line for the passcode and a button that opens the diary."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.errors import TooSoon, TpeGuideError, WrongPasscode
from tpe_guide.i18n import _
from tpe_guide.ui.diary.deriving import WorkingWords, opening
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
        self._each_second = QTimer(self)
        self._each_second.setInterval(1000)
        self._each_second.timeout.connect(self._count_down)
        self._waits = False
        self._then = ""
        """What is said when the wait is over."""
        if diary_session.tries.wait:
            self._begin_to_wait()
        diary_session.deriving.refused.connect(self._on_refused)
        if with_button:
            button = Button(theme, _("Open my diary"), icon="key-round", size="medium")
            self.take_button(button)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def take_button(self, button: Button) -> None:
        """*button*, wherever it stands, opens the diary."""
        button.setObjectName("open-diary")
        button.clicked.connect(self.open)
        WorkingWords(self._diary_session.deriving, button, opening(), opening())

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
        except TooSoon:
            self._begin_to_wait()

    def _on_refused(self, error: TpeGuideError) -> None:
        if not isinstance(error, WrongPasscode):
            self._say(error)
            return
        self._field.show_problem(describe(error))
        self._field.line.setFocus()
        self._field.line.selectAll()
        if self._diary_session.tries.wait:
            self._then = describe(error)  # still true, and the reason for the wait
            self._begin_to_wait()

    def _begin_to_wait(self) -> None:
        """Said once; the seconds that go by are seen, and not read out."""
        self._waits = True
        self._each_second.start()
        self._show_wait(aloud=True)

    def _count_down(self) -> None:
        self._show_wait(aloud=False)

    def _show_wait(self, *, aloud: bool) -> None:
        left = ceil(self._diary_session.tries.wait)
        if left:
            self._field.show_problem(describe(TooSoon(left)), aloud=aloud)
            return
        self._each_second.stop()
        self._waits = False
        self._field.show_problem(self._then)

    def _on_typed(self, text: str) -> None:
        self._diary_session.typed.passcode = text
        self._then = ""
        if not self._waits:
            self._field.show_problem("")

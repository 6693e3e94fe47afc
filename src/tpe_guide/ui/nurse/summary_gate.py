"""What stands in the place of the page while there is no diary to make it from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.diary.unlock_form import UnlockForm
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.nurse.summary_state import SummaryState
from tpe_guide.wording import describe


class SummaryGate(Card):
    """Asks for the passcode, or says that there is no diary, or why it, or the file that is chosen, cannot be shown."""

    def __init__(
        self,
        theme: Theme,
        diary_session: DiarySession,
        say: Callable[[TpeGuideError], None],
        summary: SummaryState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._diary_session = diary_session
        self.first_focus: QWidget | None = None
        self._column = QVBoxLayout(self)
        pad = theme.px(28)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(theme.px(14))
        match "file" if summary.source == "file" else diary_session.state:
            case "file":
                self._say_of_file(summary)
            case "locked":
                self._ask_for_passcode(say)
            case "blocked" | "away":
                self._say_why()
            case _:
                self._say_there_is_none()
        self._column.addStretch(1)

    def _ask_for_passcode(self, say: Callable[[TpeGuideError], None]) -> None:
        self._add_heading("lock", _("The diary is locked"))
        words = _("The person whose diary it is opens it with their passcode.")
        self._column.addWidget(Label(self._theme, words, "body", color="ink2"))
        form = UnlockForm(self._theme, self._diary_session, say)
        self.first_focus = form.line
        self._column.addWidget(form)

    def _say_of_file(self, summary: SummaryState) -> None:
        chosen = summary.chosen
        if chosen.problem:
            self._add_heading("triangle-alert", _("This file cannot be shown"))
            self._column.addWidget(Label(self._theme, chosen.problem, "body"))
        elif chosen.path is not None or summary.files.busy:
            self._add_heading("clock", _("Reading …"))
        else:
            self._add_heading("file-text", _("Choose a file from the list"))
            words = _("Its page is shown here, to print or to save. No page is shown before that.")
            self._column.addWidget(Label(self._theme, words, "body", color="ink2"))

    def _say_why(self) -> None:
        self._add_heading("triangle-alert", _("The diary cannot be opened now"))
        reason = describe(self._diary_session.problem) if self._diary_session.problem else ""
        self._column.addWidget(Label(self._theme, reason, "body"))
        again = Button(self._theme, _("Try again"), "secondary", icon="rotate-ccw", size="inner")
        again.setObjectName("try-again")
        again.clicked.connect(self._diary_session.try_again)
        self.first_focus = again
        self._column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)

    def _say_there_is_none(self) -> None:
        self._add_heading("notebook-pen", _("There is no diary on this computer"))
        words = _("Open a diary file that somebody brought, or look at an example.")
        self._column.addWidget(Label(self._theme, words, "body", color="ink2"))

    def _add_heading(self, icon: str, words: str) -> None:
        self._column.addWidget(Icon(self._theme, icon, 28, tile="straw100"))
        self._column.addWidget(Label(self._theme, words, "h2"))

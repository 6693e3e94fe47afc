"""Your diary is locked: one line, one button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.diary.recovery.steps import use_sheet
from tpe_guide.ui.diary.unlock_form import UnlockForm
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.centred import centred
from tpe_guide.ui.kit.drawing import Drawing
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme

LARGE = 1.5
"""From this text size on the drawing gives its place to the words."""


class DiaryUnlockPage(Screen):
    """Asks for the passcode and opens the diary."""

    left = Signal()

    def __init__(
        self,
        theme: Theme,
        diary_session: DiarySession,
        say: Callable[[TpeGuideError], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._diary_session = diary_session
        card = Card(theme)
        column = QVBoxLayout(card)
        large = theme.chrome >= LARGE
        pad = theme.px(16 if large else 32)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.px(16))
        if not large:
            column.addWidget(Drawing(theme, "diary-locked", 110))
        column.addWidget(Label(theme, _("Your diary is locked"), "h1"))
        column.addWidget(Label(theme, _("Type your passcode to open it."), "lead", color="ink2"))
        self._form = UnlockForm(theme, diary_session, say, with_button=False)
        column.addWidget(self._form)
        lost = _(
            "Lost your passcode? Your recovery sheet opens your diary, too. Without either, no one can. "
            "You can still read the guide, and write on paper."
        )
        column.addWidget(Label(theme, lost, "small", color="ink2"))
        sheet = Button(theme, _("Use my recovery sheet"), "quiet", icon="file-text", size="small", padding=18)
        sheet.setObjectName("use-sheet")
        sheet.clicked.connect(lambda: use_sheet(diary_session))
        column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignLeft)
        bars = theme.of_bars
        not_now = Button(bars, _("Not now"), "secondary", icon="arrow-left", short=_("Not now"))
        not_now.setObjectName("not-now")
        not_now.clicked.connect(self._leave)
        opens = Button(bars, _("Open my diary"), icon_after="key-round", short=_("Open"))
        self._form.take_button(opens)
        bar = BottomBar(theme, not_now, None, opens)
        self._set_up(centred(theme, card, 620), bar, typed_on=self._form.line)

    def first_focus(self) -> QWidget:
        """The passcode."""
        return self._form.line

    def _leave(self) -> None:
        self._diary_session.forget_typed()
        self.left.emit()

"""The diary is out of reach: why, in one plain sentence, and what can be done now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.errors import DiaryAway, DiaryDamaged, TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.centred import centred
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.wording import describe


class DiaryBlockedPage(Screen):
    """In use by a second copy, damaged, away, from a newer version, in a folder that cannot be read."""

    read = Signal()

    def __init__(
        self, theme: Theme, diary_session: DiarySession, problem: TpeGuideError, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        card = Card(theme)
        column = QVBoxLayout(card)
        pad = theme.px(16 if theme.chrome >= 1.5 else 32)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.px(16))
        column.addWidget(Icon(theme, "triangle-alert", 30, tile="straw100"))
        column.addWidget(Label(theme, _("Your diary cannot be opened now"), "h1"))
        reason = Label(theme, describe(problem), "body")
        reason.setObjectName("reason")
        column.addWidget(reason)
        if isinstance(problem, DiaryDamaged):
            older = _("If you have a copy of this folder from an earlier day, open that one. Keep this one, too.")
            column.addWidget(Label(theme, older, "body"))
        column.addWidget(Label(theme, _("The guide works as always."), "body", color="ink2"))
        if isinstance(problem, DiaryAway):
            anew = Button(theme, _("Start a new diary"), "quiet", size="small", padding=18)
            anew.setObjectName("start-anew")
            anew.clicked.connect(diary_session.begin_anew)
            column.addWidget(anew, 0, Qt.AlignmentFlag.AlignLeft)
        bars = theme.of_bars
        read = Button(bars, _("Read the guide"), "secondary", icon="book-open", short=_("Read"))
        read.setObjectName("read-guide")
        read.clicked.connect(self.read)
        self._again = Button(bars, _("Try again"), icon_after="rotate-ccw", short=_("Try again"))
        self._again.setObjectName("try-again")
        self._again.clicked.connect(diary_session.try_again)
        self._set_up(centred(theme, card, 720), BottomBar(theme, read, None, self._again))

    def first_focus(self) -> QWidget:
        """“Try again”."""
        return self._again

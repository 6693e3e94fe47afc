"""Just after midnight: is this for last night, or for the new day? Asked first, and the answer can be changed."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.diary.model import ExchangeSession
from tpe_guide.i18n import _
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button, Measures
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.heading import Heading
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.days import day_words

_WAY = Measures(116, 28, 18, 32, "title", 16)


class LastNightPage(Screen):
    """It is *now*, in the night after *session*."""

    answered = Signal(dt.date)
    left = Signal()

    def __init__(self, theme: Theme, now: dt.datetime, session: ExchangeSession, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setSpacing(theme.px(8))
        eyebrow = _("It is {time}, in the night").format(time=f"{now:%H:%M}")
        self._column.addWidget(Label(theme, eyebrow, "small-strong", color="straw800"))
        later = _("Then come the three questions. You can change the day there at any time.")
        self._heading = Heading(theme, _("Is this for last night?"), later)
        self._column.addWidget(self._heading)
        self._column.addSpacing(theme.px(12))
        night, today = session.day, now.date()
        last = _("{day}, session {number}").format(day=day_words(night, today), number=session.number)
        new = _("{day}, the day after session {number}").format(day=day_words(today, today), number=session.number)
        self._yes = self._way("last-night", _("Yes, last night"), last, "moon", "secondary", night)
        ways = [self._yes, self._way("new-day", _("No, a new day"), new, "sun", "quiet", today)]
        self._column.addWidget(Flow(theme, ways, least=320, most=2, gap=20))
        self._column.addSpacing(theme.px(12))
        self._column.addWidget(Label(theme, later, "small", color="ink2"))
        self._column.addStretch(1)
        leave = Button(theme.of_bars, _("Leave"), "secondary", icon="x", short=_("Leave"))
        leave.setObjectName("leave")
        leave.clicked.connect(self.left)
        self._set_up(body, BottomBar(theme, leave))

    def first_focus(self) -> QWidget:
        """The question."""
        return self._heading

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The margins give way first."""
        side = self._side(83)
        top = self._theme.px(36 if self.height() > self._theme.px(500) else 12)
        self._column.setContentsMargins(side, top, side, self._theme.px(12))

    def _way(self, name: str, words: str, hint: str, icon: str, kind: str, day: dt.date) -> Button:
        button = Button(
            self._theme,
            words,
            "secondary" if kind == "secondary" else "quiet",
            icon=icon,
            icon_after="arrow-right",
            hint=hint,
            size=_WAY,
            spread=True,
        )
        button.setObjectName(name)
        button.clicked.connect(lambda: self.answered.emit(day))
        return button

"""How do you read best? Asked once, before anything is read; changing nothing is fine."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.navigation import HOME
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import NO_LIMIT, beside_if, tight
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.settings.look_choices import ColourTiles, motion_chips, size_chips
from tpe_guide.ui.settings.sample import WIDTH as SAMPLE_WIDTH
from tpe_guide.ui.settings.sample import Sample
from tpe_guide.ui.shell.session import Session

_BESIDE_FROM = 1100
_ONE_CHOICE = 90
"""px at 100 %: with so much in sight, Start stays below it. It is the one way on, and nobody has seen it before."""


class FirstStartPage(Screen):
    """Text size, colours and motion, with a sample; Start leads to Today."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._session = session
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(theme.px(10))
        self._title = Label(theme, _("How do you read best?"), "h1")
        self._column.addWidget(self._title)
        lead = _("Change anything now, or nothing. It is always under Settings.")
        self._column.addWidget(Label(theme, lead, "lead", color="ink2"))
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split.setSpacing(theme.px(36))
        choices = tight(QVBoxLayout(), theme.px(10))
        self._sizes = size_chips(theme, session, first=True)
        for name, offered in (
            (_("Text size"), self._sizes),
            (_("Colours"), ColourTiles(theme, session, first=True)),
            (_("Moving pictures"), motion_chips(theme, session, first=True)),
        ):
            choices.addWidget(Label(theme, name, "h3"))
            choices.addWidget(offered)
        self._split.addLayout(choices, 1)
        self._sample = Sample(theme)
        self._split.addWidget(self._sample, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(self._split)
        self._column.addStretch(1)
        self._set_up(inside, self._bottom(), least_room=_ONE_CHOICE)

    def first_focus(self) -> QWidget:
        """The size in use."""
        return self._sizes.picked or self

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sample stands beside the choices, or below them."""
        theme, side = self._theme, self._side(83)
        beside = self.width() >= theme.px(_BESIDE_FROM)
        self._fit_title(self._title)
        self._split.setDirection(beside_if(beside))
        self._sample.setMinimumWidth(theme.px(SAMPLE_WIDTH) if beside else 0)
        self._sample.setMaximumWidth(theme.px(SAMPLE_WIDTH) if beside else NO_LIMIT)
        self._column.setContentsMargins(side, theme.px(24), side, theme.px(20))

    def _bottom(self) -> BottomBar:
        bars = self._theme.of_bars
        start = Button(bars, _("Start"), icon_after="arrow-right")
        start.setObjectName("start")
        start.clicked.connect(self._start)
        calm = Label(bars, _("Nothing leaves this computer."), "small", color="ink2", wrap=False)
        return BottomBar(self._theme, None, calm, start)

    def _start(self) -> None:
        self._session.go(HOME)

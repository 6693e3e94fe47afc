"""*Take it home*: tick what is to go along, then choose the phone or the paper."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.kiosk.take_home import KINDS, Kind, heading
from tpe_guide.navigation import Locator
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.centred import centred
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.tick_box import TickBox
from tpe_guide.ui.take_home.finger import for_fingers
from tpe_guide.ui.take_home.state import TakeHomeState

WIDTH = 860
_LEAST_ROOM = 160
"""px at 100 %: the list is long, and its end is far; so the ways on stay in sight."""
PHONE, PAPER = Locator("take-home", "phone"), Locator("take-home", "paper")


class PickPage(Screen):
    """All is optional. The paper is offered only where the clinic has named a printer."""

    chosen = Signal(Locator)

    def __init__(self, theme: Theme, state: TakeHomeState, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._state = state
        self._first: QWidget | None = None
        body = QWidget()
        self._column = tight(QVBoxLayout(body), theme.px(10))
        title = Label(theme, _("Take it home"), "h1")
        title.setObjectName("page-title")
        self._column.addWidget(title)
        lead = _("Tick what you want to take with you. All of it is wiped here when you finish.")
        self._column.addWidget(Label(theme, lead, "lead", color="ink2"))
        for kind in KINDS:
            self._add_part(kind)
        self._set_up(centred(theme, body, WIDTH), self._bottom(), least_room=_LEAST_ROOM)

    def first_focus(self) -> QWidget:
        """The first thing to tick, or the phone."""
        return self._first or self._phone

    def _add_part(self, kind: Kind) -> None:
        theme, column = self._theme, self._column
        column.addSpacing(theme.px(10))
        column.addWidget(Label(theme, heading(kind), "h2"))
        offered, picked = self._state.offered.of(kind), self._state.picks.of(kind)
        if kind == "pages" and not offered:
            words = _("A page stands here when you have read it to its end, or marked it.")
            column.addWidget(Label(theme, words, "body", color="ink2"))
        for number, what in enumerate(offered):
            words = self._state.title(what) if kind == "pages" else what
            box = for_fingers(TickBox(theme, words), f"{kind}-{number}")
            box.setChecked(what in picked)
            box.clicked.connect(partial(self._state.toggle, kind, what))
            column.addWidget(box)
            self._first = self._first or box

    def _bottom(self) -> BottomBar:
        theme = self._theme.of_bars
        self._phone = Button(theme, _("Show it to my phone"), icon="smartphone", short=_("My phone"))
        for_fingers(self._phone, "to-phone").clicked.connect(partial(self.chosen.emit, PHONE))
        paper = None
        if self._state.rule.printer:
            paper = Button(theme, _("Print it"), "secondary", icon="printer", short=_("Print it"))
            for_fingers(paper, "to-paper").clicked.connect(partial(self.chosen.emit, PAPER))
        return BottomBar(self._theme, paper, None, self._phone)

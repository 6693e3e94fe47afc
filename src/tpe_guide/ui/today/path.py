"""A path: its steps, in any order, and where to carry on; once all are done, one thing that is left to do."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from tpe_guide.guide.model import Step, Walk
from tpe_guide.i18n import _, _n
from tpe_guide.navigation import Locator
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.centred import side_margin
from tpe_guide.ui.kit.drawing import Drawing, Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import NO_LIMIT, beside_if, tight
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.steps import step_screen
from tpe_guide.ui.today.known import Known
from tpe_guide.ui.today.step_mark import state_of
from tpe_guide.ui.today.step_row import StepRow

WIDTH, ASIDE, BESIDE_FROM, TIGHT_BELOW = 1200, 376, 980, 300
"""px at 100 %: of both columns, of the right one, of a window that has room for both, and of one for words alone."""
PAD = 16
"""px at 100 %: about the words of a card."""


class Progress(NamedTuple):
    """How far the person is on the path."""

    done: frozenset[str]
    here: Step
    """Where to carry on."""
    begun: bool
    minutes: int
    """About how many *here* takes; 0: that cannot be told."""
    session: Known | None
    """The next session."""
    left_to_do: str | None
    """The first thing on the person's list that is not ticked; empty: all are; None: there is no list."""
    is_kept: bool = True
    """It is not lost when the window closes."""


class PathPage(Screen):
    """The steps of *walk*; with all of them done, its end."""

    chosen = Signal(Locator)
    started_again = Signal()

    def __init__(self, theme: Theme, walk: Walk, progress: Progress, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._walk, self._progress = walk, progress
        self._is_done = len(progress.done) == len(walk.steps)
        self._insides: list[QLayout] = []
        """Of the cards."""
        self._drawings: list[QWidget] = []
        """Where there is room for words alone, these go."""
        inside = QWidget()
        self._column = tight(QVBoxLayout(inside), 0)
        self._column.addLayout(self._head())
        self._column.addSpacing(theme.px(22))
        self._split = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme.px(28))
        self._column.addLayout(self._split)
        self._column.addStretch(1)
        self._steps, self._aside = self._list(), QWidget()
        beside = tight(QVBoxLayout(self._aside), theme.px(18))
        self._fill_aside(beside)
        beside.addStretch(1)
        self._split.addWidget(self._steps, 1)
        self._split.addWidget(self._aside)
        self._set_up(inside)

    def first_focus(self) -> QWidget:
        """Carry on; at the end, the way to what is left."""
        return self._first

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns, or the way on above the steps."""
        theme, beside = self._theme, self.width() >= self._theme.px(BESIDE_FROM)
        side = side_margin(theme, self.width(), WIDTH)
        self._column.setContentsMargins(side, theme.px(26 if beside else 16), side, theme.px(24))
        self._split.setDirection(beside_if(beside))
        self._split.removeWidget(self._aside)
        self._split.insertWidget(1 if beside else 0, self._aside)
        bare = self.width() < theme.px(TIGHT_BELOW)
        self._title.setFont(theme.font("h1" if beside else "h3" if bare else "h2"))
        pad = theme.px(PAD // 2 if bare else PAD)
        for layout in self._insides:
            layout.setContentsMargins(pad, pad, pad, pad)
        for drawing in self._drawings:
            drawing.setVisible(not bare)
        for button in self._aside.findChildren(Button):
            button.set_bare(bare)
        self._aside.setMinimumWidth(theme.px(ASIDE) if beside else 0)
        self._aside.setMaximumWidth(theme.px(ASIDE) if beside else NO_LIMIT)

    def _head(self) -> QHBoxLayout:
        theme, walk = self._theme, self._walk
        row, words = tight(QHBoxLayout(), theme.px(22)), tight(QVBoxLayout(), theme.px(4))
        self._title = Label(theme, walk.end if self._is_done else walk.title, "h1")
        self._title.setObjectName("page-title")
        words.addWidget(self._title)
        count = len(walk.steps)
        lead = _n("{count} short step.", "{count} short steps. Take them in any order.", count).format(count=count)
        if self._is_done:
            lead = _n("{path}: you have seen its step.", "{path}: you have seen all {count} steps.", count)
            lead = lead.format(path=walk.title, count=count)
            tick = Icon(theme, "check", 40, color="on-straw", tile="straw", tile_size=68, round_tile=True)
            self._drawings.append(tick)
            row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(Label(theme, lead, "lead", color="ink2"))
        row.addLayout(words, 1)
        return row

    def _list(self) -> QWidget:
        here = self._progress.here if self._progress.begun and not self._is_done else None
        box = QWidget()
        column = tight(QVBoxLayout(box), self._theme.px(10))
        for number, step in enumerate(self._walk.steps, start=1):
            row = StepRow(self._theme, step, number, state_of(step, here, self._progress.done))
            row.setProperty("locator", step_screen(self._walk, step))
            row.clicked.connect(self._choose)
            column.addWidget(row)
        column.addStretch(1)
        return box

    def _fill_aside(self, column: QVBoxLayout) -> None:
        theme, progress = self._theme, self._progress
        if self._is_done:
            self._add_end(column)
        else:
            if progress.session is not None:
                column.addWidget(self._session_card(progress.session))
            elif self._walk.note:
                column.addWidget(self._note_card())
            self._add_way_on(column)
        if progress.begun:
            again = Button(theme, _("Start again"), "text", icon="rotate-ccw", size="link", icon_size=22)
            again.setObjectName("start-again")
            again.clicked.connect(self.started_again)
            column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_way_on(self, column: QVBoxLayout) -> None:
        theme, here = self._theme, self._progress.here
        words = _("Carry on: {step}") if self._progress.begun else _("Start: {step}")
        self._first = self._button(words.format(step=here.title), step_screen(self._walk, here), "carry-on")
        column.addWidget(self._first)
        kept = _("You can stop at any time: your place is kept.")
        stop = kept if self._progress.is_kept else _("You can stop at any time.")
        if self._progress.minutes:
            stop = _("About {minutes} min for this step. {stop}").format(minutes=self._progress.minutes, stop=stop)
        column.addWidget(Label(theme, stop, "small", color="ink2"))

    def _add_end(self, column: QVBoxLayout) -> None:
        """One thing that is left on the person's list; where there is none, back to what they came from."""
        theme, left = self._theme, self._progress.left_to_do
        if left is None:
            self._first = self._button(_("Back to Today"), Locator(), "to-today")
            column.addWidget(self._first)
            return
        card = Card(theme, fill="teal-tint", edge="teal")
        inside = QVBoxLayout(card)
        self._insides.append(inside)
        inside.setSpacing(theme.px(10))
        if left:
            inside.addWidget(Label(theme, _("Not ticked yet"), "small-strong", color="teal"))
            inside.addWidget(Label(theme, left, "h3"))
            inside.addWidget(Label(theme, _("It stays on your list in My session."), "small"))
        else:
            inside.addWidget(Label(theme, _("Nothing is left to do."), "h3"))
        self._first = self._button(_("Go to My session"), Locator("my-session"), "to-my-session")
        inside.addWidget(self._first)
        column.addWidget(card)

    def _button(self, words: str, locator: Locator, name: str) -> Button:
        button = Button(self._theme, words, icon_after="arrow-right")
        button.setObjectName(name)
        button.setProperty("locator", locator)
        button.clicked.connect(self._choose)
        return button

    def _session_card(self, known: Known) -> Card:
        from tpe_guide.ui.kit.session_drop import SessionDrop
        from tpe_guide.ui.today.next_words import session_line
        from tpe_guide.vocabulary.days import day_words

        theme, card = self._theme, Card(self._theme)
        card.setObjectName("next-session")
        column = QVBoxLayout(card)
        self._insides.append(column)
        column.setSpacing(theme.px(10))
        column.addWidget(Label(theme, _("Your next session"), "small-strong", color="straw800"))
        row = tight(QHBoxLayout(), theme.px(18))
        if known.number:
            self._drawings.append(SessionDrop(theme, known.number, "planned", height=50))
            row.addWidget(self._drawings[-1])
        row.addWidget(Label(theme, day_words(known.day, known.day), "h3"), 1)
        column.addLayout(row)
        column.addWidget(Label(theme, session_line(known), "small", color="ink2"))
        return card

    def _note_card(self) -> Card:
        theme, card = self._theme, Card(self._theme)
        row = QHBoxLayout(card)
        self._insides.append(row)
        row.setSpacing(theme.px(14))
        self._drawings.append(Drawing(theme, f"door-{self._walk.id}", 72))
        row.addWidget(self._drawings[-1], 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(theme, self._walk.note, "body"), 1)
        return card

    def _choose(self) -> None:
        self.chosen.emit(self.sender().property("locator"))

"""Before I go: rows to tick, each with the way to what tells more, and rows of one's own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.guide.my_session import Row
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.own_words import OwnWords
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.tick_box import TickBox
from tpe_guide.ui.my_session.state import STEP_LENGTH, MySessionState

_BESIDE_FROM, _INDENT_FROM = 520, 300
_WORDS_AT = 40
"""px at 100 %, from the edge of a box to its words, less what a button keeps clear of its own."""
Act = Callable[[Callable[[], None], str], None]
"""Does something, shows what came of it, and gives the keyboard to the control of that name."""


class Checklist(Card):
    """The rows of *state*. *act* carries out what changes more than a tick; *try_* says whether a tick was kept."""

    chosen = Signal(Locator)

    def __init__(
        self,
        theme: Theme,
        state: MySessionState,
        act: Act,
        try_: Callable[[Callable[[], None]], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._state = state
        self._act = act
        self._try = try_
        rows, done = state.rows, state.plan.done
        self._any_done = bool(done)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.addWidget(Label(theme, _("Before I go"), "h3"), 1)
        self._sum = Label(theme, "", "small", color="ink2")
        self._sum.setObjectName("done-of-all")
        head.addWidget(self._sum)
        self._column.addLayout(head)
        self._column.addSpacing(theme.px(8))
        for number, row in enumerate(rows):
            self._column.addWidget(self._row(number, row, done=row.id in done))
        self._column.addSpacing(theme.px(12))
        if state.can_undo:
            self._column.addWidget(self._undo_row())
        if state.is_adding:
            self._column.addWidget(self._own_words())
        self._column.addWidget(self._ways())
        self._show_sum()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The margins give way before the words do; how much is done stands beside the title, or below it."""
        theme = self._theme
        beside = self.width() >= theme.px(_BESIDE_FROM)
        self._head.setDirection(beside_if(beside))
        self._head.setSpacing(theme.px(12 if beside else 0))
        side = theme.px(24 if beside else 12)
        self._column.setContentsMargins(side, theme.px(16), side, theme.px(14))

    def _row(self, number: int, row: Row, *, done: bool) -> QWidget:
        line = _Line(self._theme, number, row, done=done)
        line.box.toggled.connect(lambda ticked: self._tick(line, ticked))
        line.link.clicked.connect(lambda: self._follow(row))
        return line

    def _follow(self, row: Row) -> None:
        if row.page:
            self.chosen.emit(Locator("page", row.page))
        elif row.place:
            self.chosen.emit(Locator("unit" if row.place == "unit" else "questions"))
        else:
            self._act(lambda: self._state.remove(row.id), "undo")

    def _tick(self, line: _Line, ticked: bool) -> None:
        had_undo = self._state.can_undo
        if not self._try(lambda: self._state.tick(line.row.id, done=ticked)):
            line.box.blockSignals(True)
            line.box.setChecked(not ticked)
            line.box.blockSignals(False)
            return
        line.show_done(ticked)
        if had_undo or self._any_done != bool(self._state.plan.done):
            self._act(_nothing, line.box.objectName())
        else:
            self._show_sum()

    def _show_sum(self) -> None:
        rows, done = self._state.rows, self._state.plan.done
        count = sum(row.id in done for row in rows)
        self._sum.setText(_("{done} of {total} done").format(done=count, total=len(rows)))

    def _ways(self) -> QWidget:
        theme, ways = self._theme, list[Button]()
        add = Button(theme, _("Add my own"), "text", icon="plus", size="link", icon_size=22)
        add.setObjectName("add-step")
        add.clicked.connect(self._begin_own)
        clear = Button(theme, _("Clear for the next session"), "text", icon="rotate-ccw", size="link", icon_size=22)
        clear.setObjectName("clear-ticks")
        clear.clicked.connect(lambda: self._act(self._state.clear, "undo"))
        leave = Button(theme, _("Add nothing"), "text", icon="x", size="link", icon_size=22)
        leave.setObjectName("add-nothing")
        leave.clicked.connect(self._end_own)
        ways.append(leave if self._state.is_adding else add)
        ways += [clear] if self._any_done else []
        return Flow(theme, ways, least=270, most=2)

    def _undo_row(self) -> QWidget:
        """What was taken away, and the way back."""
        theme = self._theme
        box = Card(theme, fill="straw50", bar="straw", radius=12)
        row = QHBoxLayout(box)
        row.setContentsMargins(theme.px(18), theme.px(6), theme.px(8), theme.px(6))
        undo = Button(theme, _("Undo"), "secondary", icon="undo-2", size="small")
        undo.setObjectName("undo")
        undo.clicked.connect(lambda: self._act(self._state.undo, "clear-ticks"))
        row.addWidget(Flow(theme, [Label(theme, _("Taken away."), "small-strong"), undo], least=150, most=2))
        return box

    def _own_words(self) -> QWidget:
        words = OwnWords(
            self._theme,
            _("What else do you want to have ready?"),
            _("Add to my list"),
            _("Write it down first."),
            name="own-step",
            text=self._state.half_typed,
            limit=STEP_LENGTH,
        )
        words.typed.connect(self._on_typed)
        words.added.connect(self._add)
        return words

    def _begin_own(self) -> None:
        self._state.is_adding = True
        self._act(_nothing, "own-step")

    def _end_own(self) -> None:
        self._state.half_typed, self._state.is_adding = "", False
        self._act(_nothing, "add-step")

    def _on_typed(self, text: str) -> None:
        self._state.half_typed = text

    def _add(self, words: str) -> None:
        def add() -> None:
            self._state.add(words)
            self._state.half_typed, self._state.is_adding = "", False

        self._act(add, "add-step")


class _Line(QWidget):
    """A box to tick with its words; beside or below them what tells more, or the way to remove it."""

    def __init__(self, theme: Theme, number: int, row: Row, *, done: bool) -> None:
        super().__init__()
        self._theme = theme
        self.row = row
        self.box = TickBox(theme, row.text)
        self.box.setObjectName(f"step-{row.id if row.link else number}")
        self.box.setMinimumHeight(theme.px(56))
        self.box.setChecked(done)
        self._layout = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), theme.px(8))
        self._layout.addWidget(self.box, 1)
        self.link = self._make_link(number)
        self._after = tight(QHBoxLayout())
        self._after.addWidget(self.link)
        self._after.addStretch(1)
        self._layout.addLayout(self._after)
        self.show_done(done)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The way on stands beside the words where there is room for both."""
        theme, width = self._theme, self.width()
        beside = width >= theme.px(_BESIDE_FROM)
        self._layout.setDirection(beside_if(beside))
        self._layout.setSpacing(theme.px(8 if beside else 0))
        below_the_words = theme.px(_WORDS_AT) if not beside and width >= theme.px(_INDENT_FROM) else 0
        left, right = (0, below_the_words) if self.isRightToLeft() else (below_the_words, 0)
        self._after.setContentsMargins(left, 0, right, 0)
        self._layout.setContentsMargins(0, 2, 0, 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A rule above."""
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.color("line"), self._theme.border()))
        painter.drawLine(0, 0, self.width(), 0)

    def show_done(self, done: bool) -> None:
        """What is done steps back; what is left stands out."""
        self.box.setFont(self._theme.font("body" if done else "strong"))
        self.box.updateGeometry()
        self.box.update()

    def _make_link(self, number: int) -> Button:
        theme, row = self._theme, self.row
        if row.link:
            link = Button(theme, row.link, "text", icon_after="chevron-right", size="link", icon_size=20)
            link.setObjectName(f"more-{row.id}")
            link.setAccessibleName(f"{row.text}: {row.link}")
            return link
        words = _("Remove: {words}").format(words=row.text)
        remove = Button(theme, words, "tool", icon="trash-2", icon_only=True, size="link")
        remove.setObjectName(f"remove-{number}")
        return remove


def _nothing() -> None:
    """Only what is shown changes."""

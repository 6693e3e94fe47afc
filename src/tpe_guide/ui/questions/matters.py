"""What matters to me: pick and order; then four short questions about being ready. No score, no advice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.kinds import TEXT_LIMIT
from tpe_guide.errors import TpeGuideError
from tpe_guide.guide.deciding import Deciding, Ready
from tpe_guide.guide.library import Library
from tpe_guide.i18n import _
from tpe_guide.navigation import HOME, Locator
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.centred import centred
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.own_words import OwnWords
from tpe_guide.ui.kit.rebuild import focus_in, rebuild_column
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.questions.matters_state import MattersState
from tpe_guide.ui.questions.ordered_row import OrderedRow
from tpe_guide.ui.questions.questions_state import QuestionsState
from tpe_guide.ui.shell.step_bar import StepBar
from tpe_guide.ui.shell.steps import Steps

WIDTH = 860


class MattersPage(Screen):
    """Works with and without a diary; without one it says that nothing is kept, and offers to keep it.

    *steps*: of the path it is on.
    """

    chosen = Signal(Locator)

    def __init__(
        self,
        theme: Theme,
        state: MattersState,
        questions: QuestionsState,
        words: Deciding,
        library: Library,
        say: Callable[[TpeGuideError], None],
        steps: Steps | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._state = state
        self._questions = questions
        self._words = words
        self._library = library
        self._say = say
        self._steps = steps
        self._body = QWidget()
        self._column = tight(QVBoxLayout(self._body), theme.px(12))
        self._fill()
        self._area = self._set_up(centred(theme, self._body, WIDTH), self._bottom())

    def first_focus(self) -> QWidget:
        """The first thing to pick or to order."""
        return self._first

    # --- building -------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        theme, column = self._theme, self._column
        title = Label(theme, _("What matters to me"), "h1")
        title.setObjectName("page-title")
        column.addWidget(title)
        lead = _("Pick what matters to you and put it in your order. There is no right order, and nothing is counted.")
        column.addWidget(Label(theme, lead, "lead", color="ink2"))
        if not self._state.is_kept:
            column.addWidget(self._not_kept())
        values = [value.text for value in self._state.matters.values]
        for index, text in enumerate(values):
            column.addWidget(self._row(index, text, len(values)))
        column.addSpacing(theme.px(8))
        own = self._own_words()
        chips = [self._chip(index, text) for index, text in enumerate(self._words.values) if text not in values]
        self._first: QWidget = chips[0] if chips else own.line
        if chips:
            column.addWidget(Label(theme, _("Pick from these"), "h3"))
            column.addWidget(Flow(theme, chips, least=380, most=2))
        column.addWidget(own)
        column.addSpacing(theme.px(24))
        column.addWidget(Label(theme, _("Am I ready to decide?"), "h2"))
        ready = _("Four short questions. A “not yet” is no failure: it shows what to do next.")
        column.addWidget(Label(theme, ready, "body", color="ink2"))
        for index, question in enumerate(self._words.ready):
            column.addWidget(self._ready_card(index, question))

    def _not_kept(self) -> QWidget:
        theme = self._theme
        card = Card(theme, fill="straw50", bar="straw", radius=16)
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.px(26), theme.px(14), theme.px(20), theme.px(14))
        column.setSpacing(theme.px(10))
        words = _("This is not kept yet. When you close the guide, it is gone. Your diary can keep it, and print it.")
        column.addWidget(Label(theme, words, "body"))
        keep = Button(theme, _("Keep it in my diary"), "secondary", icon="lock", size="inner")
        keep.setObjectName("keep-it")
        keep.clicked.connect(lambda: self.chosen.emit(Locator("matters", "keep")))
        column.addWidget(keep, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _row(self, index: int, text: str, count: int) -> QWidget:
        theme, name = self._theme, f"value-{index}"
        head = QWidget()
        line = tight(QHBoxLayout(head), theme.px(14))
        line.addWidget(Label(theme, f"{index + 1}.", "h3", wrap=False, heading=False), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(theme, text, "body"), 1)
        row = OrderedRow(theme, name, text, head, first=index == 0, last=index == count - 1)
        row.up.connect(lambda: self._act(lambda: self._state.move(index, -1), f"value-{index - 1}-arrow-up"))
        row.down.connect(lambda: self._act(lambda: self._state.move(index, 1), f"value-{index + 1}-arrow-down"))
        row.remove.connect(
            lambda: self._act(lambda: self._state.drop(index), "", _("Removed: “{words}”").format(words=text))
        )
        return row

    def _chip(self, index: int, text: str) -> Chip:
        chip = Chip(self._theme, text, "plus")
        chip.setObjectName(f"pick-{index}")
        chip.setAccessibleName(_("Pick: {words}").format(words=text))
        chip.clicked.connect(lambda: self._pick(text, ""))
        return chip

    def _own_words(self) -> OwnWords:
        words = OwnWords(
            self._theme,
            _("Something else that matters, in your own words"),
            _("Add my words"),
            _("Write what matters to you first."),
            name="own-value",
            text=self._state.forms.value,
            limit=TEXT_LIMIT,
        )
        words.typed.connect(self._on_typed)
        words.added.connect(self._add_own)
        return words

    def _ready_card(self, index: int, ready: Ready) -> QWidget:
        theme = self._theme
        card = Card(theme)
        column = QVBoxLayout(card)
        pad = theme.px(20)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.px(12))
        column.addWidget(Label(theme, ready.question, "lead"))
        answer = self._state.answer_to(ready.question)
        chips = []
        for yes, words, name in ((True, _("Yes"), "yes"), (False, _("Not yet"), "not-yet")):
            chip = Chip(theme, words)
            chip.setObjectName(f"ready-{index}-{name}")
            chip.setAccessibleName(f"{words}: {ready.question}")
            chip.setChecked(answer is yes)
            chip.clicked.connect(
                lambda checked, yes=yes, name=name: self._act(
                    lambda: self._state.answer(ready.question, yes if checked else None), f"ready-{index}-{name}"
                )
            )
            chips.append(chip)
        column.addWidget(Flow(theme, chips, least=150, most=2))
        if answer is False:
            self._add_next_step(column, index, ready)
        return card

    def _add_next_step(self, column: QVBoxLayout, index: int, ready: Ready) -> None:
        theme = self._theme
        read = Button(
            theme, self._library.page_title(ready.page), "secondary", icon="book-open", hint=_("Read"), size="inner"
        )
        read.setObjectName(f"ready-{index}-read")
        read.clicked.connect(lambda: self.chosen.emit(Locator("page", ready.page)))
        column.addWidget(read, 0, Qt.AlignmentFlag.AlignLeft)
        status = self._questions.status(ready.ask)
        if status == "add":
            ask = Button(
                theme, ready.ask, "quiet", icon="plus", hint=_("Add to my questions"), size="inner", role="body"
            )
            ask.setObjectName(f"ready-{index}-ask")
            ask.clicked.connect(lambda: self._act(lambda: self._questions.add(ready.ask), f"ready-{index}-read"))
            column.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            words = _("In my questions: {question}") if status == "added" else _("Waits for your diary: {question}")
            column.addWidget(Label(theme, words.format(question=ready.ask), "small", color="ink2"))

    def _bottom(self) -> BottomBar:
        if self._steps is not None:
            bar = StepBar(self._theme, self._steps)
            bar.chosen.connect(self.chosen)
            return bar
        theme = self._theme.of_bars
        home = Button(theme, _("Home"), "secondary", icon="house", short=_("Home"))
        home.setObjectName("go-home")
        home.clicked.connect(lambda: self.chosen.emit(HOME))
        ask = Button(theme, _("My questions"), icon_after="arrow-right", short=_("Questions"))
        ask.setObjectName("my-questions")
        ask.clicked.connect(lambda: self.chosen.emit(Locator("questions")))
        return BottomBar(self._theme, home, None, ask)

    # --- what is pressed --------------------------------------------------------------------------------------

    def _on_typed(self, text: str) -> None:
        self._state.forms.value = text
        self._state.forms.touch()

    def _add_own(self, text: str) -> None:
        self._state.forms.value = ""
        self._state.forms.touch()
        self._pick(text, "own-value")

    def _pick(self, text: str, then: str) -> None:
        self._act(lambda: self._state.pick(text), then, _("Added: {words}").format(words=text))

    def _act(self, do: Callable[[], None], then: str, done: str = "") -> None:
        """Do it, show what came of it, and give the keyboard to the control called *then*, or to the next to pick.

        A screen reader says *done*, where the control that has the keyboard then would not tell.
        """
        try:
            do()
        except TpeGuideError as error:
            self._say(error)
            done = ""
        rebuild_column(self._area, self._column, self._fill)
        control = self._body.findChild(QWidget, then) if then else None
        if control is None or not control.isEnabled():
            control = self._first
        focus_in(self._area, control)
        announce(self, done)

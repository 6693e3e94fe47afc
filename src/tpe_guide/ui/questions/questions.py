"""My questions: what to ask the team, in the person's own order, ticked when asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.kinds import TEXT_LIMIT
from tpe_guide.diary.model import Question
from tpe_guide.errors import TpeGuideError
from tpe_guide.guide.library import Library
from tpe_guide.i18n import _, _n
from tpe_guide.navigation import HOME, Locator
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.centred import centred
from tpe_guide.ui.kit.field import Field
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.own_words import OwnWords
from tpe_guide.ui.kit.rebuild import focus_in, rebuild_column
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.tick_box import TickBox
from tpe_guide.ui.questions.ordered_row import OrderedRow
from tpe_guide.ui.questions.questions_state import QuestionsState
from tpe_guide.ui.shell.step_bar import StepBar
from tpe_guide.ui.shell.steps import Steps

WIDTH = 860
FEW = 5
"""Suggestions shown at first."""


class QuestionsPage(Screen):
    """Needs an open diary. *read*: the pages read, whose questions are suggested first. *steps*: of its path."""

    chosen = Signal(Locator)

    def __init__(
        self,
        theme: Theme,
        state: QuestionsState,
        library: Library,
        read: Sequence[str],
        say: Callable[[TpeGuideError], None],
        steps: Steps | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._state = state
        self._library = library
        self._read = read
        self._say = say
        self._steps = steps
        self._all_shown = False
        self._body = QWidget()
        self._column = tight(QVBoxLayout(self._body), theme.px(12))
        self._fill()
        self._area = self._set_up(centred(theme, self._body, WIDTH), self._bottom())

    def first_focus(self) -> QWidget:
        """The first question, or the field for one of one's own."""
        first: QWidget | None = self._body.findChild(TickBox, "asked-0")
        return first or self._own.line

    # --- building -------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        theme, column = self._theme, self._column
        questions = self._state.all()
        title = Label(theme, _("My questions"), "h1")
        title.setObjectName("page-title")
        column.addWidget(title)
        column.addWidget(Label(theme, self._count(questions), "lead", color="ink2"))
        column.addSpacing(theme.px(8))
        for index, question in enumerate(questions):
            self._add_removed(index)
            editing = question.text in self._state.forms.rewording
            column.addWidget(self._edit_row(index, question) if editing else self._row(index, question, len(questions)))
        self._add_removed(len(questions))
        column.addSpacing(theme.px(8))
        self._own = self._own_words()
        column.addWidget(self._own)
        self._add_suggestions({question.text for question in questions})

    def _count(self, questions: Sequence[Question]) -> str:
        if not questions:
            return _("You have no questions here yet. Write one, or pick one below.")
        open_ones = sum(not question.asked for question in questions)
        words = _n("{count} question still to ask.", "{count} questions still to ask.", open_ones)
        return _("{words} They are printed on the page for your nurse.").format(words=words.format(count=open_ones))

    def _row(self, index: int, question: Question, count: int) -> QWidget:
        box = TickBox(self._theme, question.text)
        box.setObjectName(f"asked-{index}")
        box.setChecked(question.asked)
        box.setAccessibleName(
            _("Asked: {question}").format(question=question.text)
            if question.asked
            else _("Not asked yet: {question}").format(question=question.text)
        )
        box.toggled.connect(
            lambda asked: self._act(lambda: self._state.set_asked(index, asked=asked), f"asked-{index}")
        )
        name = f"question-{index}"
        row = OrderedRow(
            self._theme, name, question.text, box, first=index == 0, last=index == count - 1, editable=True
        )
        row.up.connect(lambda: self._act(lambda: self._state.move(index, -1), f"question-{index - 1}-arrow-up"))
        row.down.connect(lambda: self._act(lambda: self._state.move(index, 1), f"question-{index + 1}-arrow-down"))
        row.edit.connect(lambda: self._edit(index, question.text))
        removed = _removed(question.text)
        row.remove.connect(lambda: self._act(lambda: self._state.remove(index), "put-back", removed))
        return row

    def _edit_row(self, index: int, question: Question) -> QWidget:
        card = Card(self._theme, edge="teal", edge_width=2)
        column = QVBoxLayout(card)
        pad = self._theme.px(16)
        column.setContentsMargins(pad, pad, pad, pad)
        field = Field(self._theme, _("Your question in your words"), limit=TEXT_LIMIT)
        forms = self._state.forms
        field.line.setObjectName(f"edited-{index}")
        field.line.setText(forms.rewording[question.text])
        field.line.textChanged.connect(lambda text: forms.reword(question.text, text))
        column.addWidget(field)
        done = Button(self._theme, _("Done"), "secondary", icon="check", size="inner")
        done.setObjectName(f"edit-done-{index}")

        def keep() -> None:
            text = field.line.text().strip()
            if text:
                self._act(lambda: self._state.edit(index, text), f"question-{index}-pencil")
            else:
                forms.reword(question.text, None)
                self._rebuild(f"question-{index}-pencil")

        done.clicked.connect(keep)
        field.line.returnPressed.connect(keep)
        column.addWidget(done, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _add_removed(self, index: int) -> None:
        """Where the question removed last stood: a way to put it back."""
        removed = self._state.removed
        if removed is None or removed[0] != index:
            return
        card = Card(self._theme, fill="sunken")
        row = QHBoxLayout(card)
        row.setContentsMargins(self._theme.px(20), self._theme.px(8), self._theme.px(12), self._theme.px(8))
        row.addWidget(Label(self._theme, _removed(removed[1].text), "small", color="ink2"), 1)
        undo = Button(self._theme, _("Undo"), "secondary", icon="undo-2", size="low")
        undo.setObjectName("put-back")
        undo.clicked.connect(lambda: self._act(self._state.put_back, f"question-{index}-trash-2"))
        row.addWidget(undo)
        self._column.addWidget(card)

    def _own_words(self) -> OwnWords:
        words = OwnWords(
            self._theme,
            _("A question in your own words"),
            _("Add my question"),
            _("Write your question first."),
            name="own-question",
            text=self._state.forms.question,
            limit=TEXT_LIMIT,
        )
        words.typed.connect(self._on_typed)
        words.added.connect(self._add_own)
        return words

    def _add_suggestions(self, mine: set[str]) -> None:
        theme, column = self._theme, self._column
        suggested = [(page, question) for page, question in self._suggested() if question not in mine]
        if not suggested:
            return
        column.addSpacing(theme.px(16))
        column.addWidget(Label(theme, _("Questions from the guide"), "h2"))
        column.addWidget(Label(theme, _("One press adds it to your list."), "small", color="ink2"))
        chapter = ""
        shown = suggested if self._all_shown else suggested[:FEW]
        for (page, question), after in zip(shown, [*shown[1:], shown[0]], strict=True):
            if self._all_shown and self._library.chapter_of(page).title != chapter:
                chapter = self._library.chapter_of(page).title
                column.addWidget(Label(theme, chapter, "small-strong", color="straw800"))
            button = Button(theme, question, "quiet", icon="plus", size="medium", role="body")
            button.setObjectName(f"suggested-{page}")
            button.setAccessibleName(_("Add: {question}").format(question=question))
            then = f"suggested-{after[0]}"
            button.clicked.connect(lambda *, text=question, then=then: self._add(text, then))
            column.addWidget(button)
        if not self._all_shown and len(suggested) > FEW:
            words = _("Show all {count}").format(count=len(suggested))
            more = Button(theme, words, "text", icon="chevron-down", size="small", padding=26, icon_size=26)
            more.setObjectName("show-all")
            more.clicked.connect(self._show_all)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _suggested(self) -> Iterator[tuple[str, str]]:
        """The questions of the pages: in the order of the guide, or at first those of the pages read."""
        order = self._library.order
        if not self._all_shown:
            order = tuple(sorted(order, key=lambda page: page not in self._read))
        for page in order:
            question = self._library.page(page).question
            if question:
                yield page, question

    def _bottom(self) -> BottomBar:
        if self._steps is not None:
            bar = StepBar(self._theme, self._steps)
            bar.chosen.connect(self.chosen)
            return bar
        theme = self._theme.of_bars
        home = Button(theme, _("Home"), "secondary", icon="house", short=_("Home"))
        home.setObjectName("go-home")
        home.clicked.connect(lambda: self.chosen.emit(HOME))
        to_print = Button(theme, _("Print for my nurse"), icon="printer", short=_("Print"))
        to_print.setObjectName("print-for-nurse")
        to_print.clicked.connect(lambda: self.chosen.emit(Locator("nurse")))
        return BottomBar(self._theme, home, None, to_print)

    # --- what is pressed --------------------------------------------------------------------------------------

    def _on_typed(self, text: str) -> None:
        self._state.forms.question = text
        self._state.forms.touch()

    def _add_own(self, text: str) -> None:
        if self._add(text, "own-question"):
            self._own.line.clear()

    def _add(self, text: str, then: str) -> bool:
        return self._act(lambda: self._state.add(text), then, _("Added: {question}").format(question=text))

    def _edit(self, index: int, text: str) -> None:
        self._state.forms.reword(text, text)
        self._rebuild(f"edited-{index}")

    def _show_all(self) -> None:
        self._all_shown = True
        self._rebuild("own-question")

    def _act(self, do: Callable[[], None], then: str, done: str = "") -> bool:
        """Do it, show what came of it, and give the keyboard to the control called *then*. False if it failed.

        A screen reader says *done*, where the control that has the keyboard then would not tell.
        """
        try:
            do()
        except TpeGuideError as error:
            self._say(error)
            self._rebuild(then)
            return False
        self._rebuild(then)
        announce(self, done)
        return True

    def _rebuild(self, focus: str) -> None:
        rebuild_column(self._area, self._column, self._fill)
        control = self._body.findChild(QWidget, focus)
        if control is None or not control.isEnabled():
            control = self._own.line
        focus_in(self._area, control)


def _removed(question: str) -> str:
    return _("Removed: “{question}”").format(question=question)

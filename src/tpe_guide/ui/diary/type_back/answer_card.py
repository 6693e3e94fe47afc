"""The row that is asked now, large: its box, what it asks, what is typed, and its answers as buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.diary.log.kept_text import KeptText
from tpe_guide.ui.diary.type_back.answer_buttons import AnswerButtons, key_of
from tpe_guide.ui.diary.type_back.answer_line import AnswerLine
from tpe_guide.ui.diary.type_back.sheet_row import Tab
from tpe_guide.ui.diary.type_back.words import heard
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.field import Problem
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.theme import Theme

if TYPE_CHECKING:
    from tpe_guide.diary.sheet import Sheet
    from tpe_guide.diary.sheet_steps import Step
    from tpe_guide.ui.diary.draft_keeper import DraftKeeper

_LEAST_NAME = 250
"""px at 100 %: with so much for its name, the cells stand beside it."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerCard(Card):
    """Shows the step of *sheet* that is asked now; words are written into fields of *drafts*."""

    digit = Signal(str)
    chosen = Signal(str)
    command = Signal(str)
    jumped = Signal(str)
    written = Signal(str)

    def __init__(self, theme: Theme, sheet: Sheet, drafts: DraftKeeper, parent: QWidget | None = None) -> None:
        super().__init__(theme, edge="ink", edge_width=2, radius=14, parent=parent)
        self.setObjectName("answer-card")
        self._sheet = sheet
        self._drafts = drafts
        self._column = QVBoxLayout(self)
        side = theme.of_bars.px(14)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(theme.px(6))
        self._row = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme.px(12))
        words = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme.px(12))
        self._tab = Tab(theme)
        words.addWidget(self._tab, 0, Qt.AlignmentFlag.AlignVCenter)
        self._name = Label(theme, "", "h3")
        words.addWidget(self._name, 1)
        self._row.addLayout(words, 1)
        self.line = AnswerLine(theme)
        self.line.digit.connect(self.digit)
        self.line.command.connect(self.command)
        self.line.jumped.connect(self.jumped)
        self._row.addWidget(self.line, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(self._row)
        self._problem = Problem(theme)
        self._problem.hide()
        self._column.addWidget(self._problem)
        self._hint = Label(theme, "", "small", color="ink2")
        self._column.addWidget(self._hint)
        self._ask = Label(theme, "", "small-strong")
        self._column.addWidget(self._ask)
        self._buttons: dict[str, AnswerButtons] = {}
        self._shown: QWidget | None = None
        self.box: QPlainTextEdit | None = None
        """The field of the step, where it asks for words."""
        self._step_id = ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cells stand beside the words, or below them."""
        self._set_beside()

    def _set_beside(self) -> None:
        needed = self.line.sizeHint().width() + self._theme.px(_LEAST_NAME)
        direction = beside_if(self.width() >= needed)
        if direction != self._row.direction():
            self._row.setDirection(direction)

    def focus(self) -> QWidget:
        """What has the keyboard while this step is asked."""
        return self.box or self.line

    def refresh(self, *, aloud: bool = True) -> None:
        """Show where one is, and what is typed there."""
        sheet, step = self._sheet, self._sheet.step
        said = sheet.said.get(step.id)
        self._tab.show_code(step.code)
        self._name.setText(step.name)
        self._hint.setText(step.hint)
        self._hint.setVisible(bool(step.hint))
        self._ask.setText(step.ask)
        self._ask.setVisible(not sheet.problem or step.kind == "asked")  # a problem says what to type, too
        shown = sheet.typed or said or ("–" if said is not None else "")
        self.line.show_step(step, shown, heard(step), wrong=bool(sheet.problem))
        self._set_beside()
        self._problem.say(sheet.problem, aloud=aloud)
        self._problem.setVisible(bool(sheet.problem) and step.kind != "words")  # a field says it itself
        key = key_of(step)
        if step.id != self._step_id or (not key and step.kind == "asked"):
            self._show_answers(step, key)
            self._step_id = step.id
        if isinstance(self._shown, AnswerButtons):
            self._shown.refresh(step, said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter ends the words; Backspace in an empty field, and Up at its beginning, go back."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or self.box is None:
            return super().eventFilter(watched, event)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        at_start = self.box.textCursor().position() == 0
        if event.key() in _ENTER and plain:
            self.command.emit("enter")
            return True
        is_empty = not self.box.toPlainText()
        if plain and (
            (event.key() == Qt.Key.Key_Backspace and is_empty) or (event.key() == Qt.Key.Key_Up and at_start)
        ):
            self.command.emit("back")
            return True
        return super().eventFilter(watched, event)

    # --- its answers --------------------------------------------------------------------------------------

    def _show_answers(self, step: Step, key: str) -> None:
        if self._shown is not None:
            self._shown.hide()
            if self._shown not in self._buttons.values():
                self._column.removeWidget(self._shown)
                for part in (self._shown, *self._shown.findChildren(QWidget)):
                    part.setObjectName("")
                self._shown.deleteLater()
        self.box = None
        self.line.setVisible(step.kind != "words")
        if step.kind == "words":
            self._shown = self._words(step)
        elif key in self._buttons:
            self._shown = self._buttons[key]
        else:
            self._shown = AnswerButtons(self._theme, step, self.chosen.emit, self.digit.emit, self.command.emit)
            if key:
                self._buttons[key] = self._shown
        self._column.addWidget(self._shown)
        self._shown.show()

    def _words(self, step: Step) -> QWidget:
        """A field, and a way on for who has no Enter."""
        box = QWidget()
        column = tight(QVBoxLayout(box), self._theme.px(8))
        text = self._sheet.said.get(step.id, "")
        lines = 2 if step.is_first else 1
        field = KeptText(self._theme, self._drafts, f"sheet-{step.id}", heard(step), text, lines=lines)
        field.set_name("sheet-words")
        field.box.installEventFilter(self)
        field.changed.connect(self.written)
        self.box = field.box
        column.addWidget(field)
        on = Button(self._theme, _("Next row"), "quiet", icon="arrow-down", size="tool")
        on.setObjectName("words-done")
        on.clicked.connect(lambda: self.command.emit("enter"))
        column.addWidget(on, 0, Qt.AlignmentFlag.AlignLeft)
        return box

"""What to ask the team about a cell, and the way it gets among the person's own questions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.comparison.reach import reach
from tpe_guide.ui.shell.takes_questions import TakesQuestions

_ICON = 24


class ToAsk(QWidget):
    """The question *words*, to be added to *questions*; then it says where it is, as pages do."""

    led_on = Signal()
    """To My questions: it is seen there, or the diary that it waits for is opened there."""
    keyboard_moved = Signal(QWidget)
    """To this button, which has come in place of the one that was pressed."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        questions: TakesQuestions,
        fail: Callable[[TpeGuideError], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._questions = questions
        self._fail = fail
        size = reach(theme)
        self._add = Button(theme, _("Add to my questions"), "quiet", icon="plus", size=size)
        self._add.setObjectName("add-question")
        self._add.setAccessibleName(_("{act}: {question}").format(act=self._add.text(), question=words))
        self._add.clicked.connect(self._on_add)
        self._way = Button(theme, _("See my questions"), "secondary", size=size)
        self._way.setObjectName("my-questions")
        self._way.clicked.connect(self.led_on)
        self.buttons = (self._add, self._way)
        self._where = Paragraph(theme, "", "small-strong")
        self._told = QWidget()
        told = tight(QHBoxLayout(self._told), theme.px(8))
        told.addWidget(Icon(theme, "check", _ICON, color="teal"), 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self._where, 1)
        column = tight(QVBoxLayout(self), theme.px(8))
        quoted = Paragraph(theme, _("“{question}”").format(question=words), "small", running=True)
        for part in (quoted, self._told, *self.buttons):
            column.addWidget(part)
        self._show()

    def _show(self) -> None:
        """Where the question is now."""
        status = self._questions.question_status(self._words)
        is_kept = status == "added"
        self._where.setText((_("It is in my questions. ") if is_kept else _("It waits for your diary. ")).strip())
        self._way.set_words(_("See my questions") if is_kept else _("Open my diary"))
        for part in (self._told, self._way):
            part.setVisible(status != "add")
        if self._add.hasFocus() and status != "add":
            self._way.setFocus(Qt.FocusReason.OtherFocusReason)
            self.keyboard_moved.emit(self._way)
        self._add.setVisible(status == "add")

    def _on_add(self) -> None:
        """Into the diary, or to the place where that can be opened."""
        try:
            added = self._questions.add_question(self._words)
        except TpeGuideError as error:
            self._fail(error)
            return
        if added:
            self._show()
            announce(self, self._where.text())
        else:
            self.led_on.emit()

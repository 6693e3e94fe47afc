"""One large field for all words of a recovery sheet, which counts those that it understands."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.diary import recovery
from tpe_guide.diary.recovery import WORDS
from tpe_guide.i18n import _
from tpe_guide.ui.kit.field import Problem, field_style, note_field
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme

NAME = "sheet-words"
LONGEST = 5_000
"""More letters than these are no sheet, and would only be slow."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LINES = 4
_NEVER_GUESSED = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


class WordsField(QWidget):
    """Grows with what is typed; Enter, as scanners send it, ends what is complete. It keeps no way back (Ctrl+Z)."""

    changed = Signal(str)
    entered = Signal()

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        column = tight(QVBoxLayout(self), theme.px(6))
        name = _("The {count} words of the sheet").format(count=WORDS)
        label = Label(theme, name, "strong")
        column.addWidget(label)
        hint = _("The first four letters of each are enough. A hand scanner can read the square into this field.")
        column.addWidget(Label(theme, hint, "small", color="ink2"))
        self.box = note_field(theme, name, lines=_LINES)
        self.box.setObjectName(NAME)
        self._hint = hint
        self.box.setFont(theme.font("lead"))
        self.box.setUndoRedoEnabled(False)
        self.box.setInputMethodHints(self.box.inputMethodHints() | _NEVER_GUESSED)
        self.box.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.box.setPlainText(text)
        self.box.moveCursor(QTextCursor.MoveOperation.End)
        self.box.installEventFilter(self)
        label.setBuddy(self.box)
        column.addWidget(self.box)
        self._count = Label(theme, "", "small-strong", color="ink2")
        self._count.setObjectName("words-understood")
        column.addWidget(self._count)
        self._problem = Problem(theme)
        self._problem.hide()
        column.addWidget(self._problem)
        self.box.textChanged.connect(self._on_text)
        self.box.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._show_count()
        QTimer.singleShot(0, self, self._grow)

    @property
    def said(self) -> str:
        """What stands in it."""
        return self.box.toPlainText()[:LONGEST]

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong, below the field; empty: nothing is."""
        if sentence != self._problem.sentence:
            self._problem.say(sentence)
            self._problem.setVisible(bool(sentence))
            self.box.setStyleSheet(field_style(self._theme, wrong=bool(sentence)))

    def eventFilter(self, watched: QWidget, event: QKeyEvent) -> bool:  # type: ignore[override]
        """Enter after the last word."""
        if event.type() == QKeyEvent.Type.KeyPress and event.key() in _ENTER and self._understood() == WORDS:
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)

    def _understood(self) -> int:
        return min(WORDS, recovery.understood(self.said))

    def _on_text(self) -> None:
        self._show_count()
        self.show_problem("")
        self.changed.emit(self.said)

    def _show_count(self) -> None:
        words = _("{count} of {all} words understood")
        said = words.format(count=self._understood(), all=WORDS)
        self._count.setText(said)
        self.box.setAccessibleDescription(f"{said}. {self._hint}")

    def _grow(self) -> None:
        lines = self.box.document().documentLayout().documentSize().height()
        needed = round(lines * self.box.fontMetrics().lineSpacing()) + self._theme.px(24)
        self.box.setFixedHeight(max(self._theme.px(28 * _LINES + 24), needed))

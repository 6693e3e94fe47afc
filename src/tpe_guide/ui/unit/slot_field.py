"""One thing that a unit says of itself, to be filled in: saved as it is written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from tpe_guide.guide.slots import Slot
from tpe_guide.i18n import _
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.field import Line, Problem, field_style, note_field
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.unit.unit_state import not_saved

SAVE_AFTER_MS = 500
"""After the last key."""
LINES = 2
MOST = 1_000
"""Characters that a line takes: far more than may be saved, so that what is pasted is refused and never cut."""
_BESIDE_FROM = 300


class SlotField(QWidget):
    """*slot* with its *words*. *save* takes the new ones and says whether they are kept.

    *locked*: the clinic's own file has filled it in. *kept*: False if the disk could not take the *words*.
    """

    typed = Signal()

    def __init__(
        self,
        theme: Theme,
        slot: Slot,
        words: str,
        save: Callable[[str, str], bool],
        *,
        locked: bool = False,
        keeps: bool = True,
        kept: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.slot = slot
        self._save = save
        self._keeps = keeps
        self._kept = kept
        self._at_first = self._saved = words
        self._soon = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._soon.timeout.connect(self.save_now)
        column = self._column = tight(QVBoxLayout(self), theme.px(6))
        name = Label(theme, slot.what, "strong")
        column.addWidget(name)
        hint = self._hint = (
            _("Filled in by your clinic.") if locked else _("For example: {words}").format(words=slot.example)
        )
        column.addWidget(Label(theme, hint, "small", color="ink2"))
        self.editor = self._make_editor(words, locked=locked)
        self.editor.setObjectName(slot.id)
        self.editor.setAccessibleName(slot.what)
        self.editor.setAccessibleDescription(hint)
        name.setBuddy(self.editor)
        column.addWidget(self.editor)
        self._problem = Problem(theme)
        self._problem.hide()
        column.addWidget(self._problem)
        column.addWidget(self._make_status())
        if not kept:
            self._say_status()

    @property
    def words(self) -> str:
        """The words as they would be saved."""
        return self.slot.tidy(self.as_typed)

    @property
    def as_typed(self) -> str:
        """The words as they were typed."""
        editor = self.editor
        return editor.toPlainText() if isinstance(editor, QPlainTextEdit) else editor.text()

    def go_on(self, text: str) -> None:
        """*text* stood here before the page was made anew; what may not be saved of it is told again."""
        if text != self.as_typed:
            self.show_words(text)
            self.save_now()

    def save_now(self) -> bool:
        """Save what is written, if it may stand there; else say what is wrong, keep what was saved, and tell False."""
        self._soon.stop()
        text = self.words
        expected = self.slot.expected(text)
        self._show_problem(_("Please write {expected}.").format(expected=expected) if expected else "")
        if not expected and self._is_new(text):
            self._kept = self._save(self.slot.id, text)
            self._saved = text
            self._show_status()
        return not expected

    def set_kept(self, kept: bool) -> None:
        """The disk took what stands here along with other words, or did not: what is said of it stays true."""
        if kept != self._kept:
            self._kept = kept
            self._say_status()

    def undo(self) -> None:
        """Bring back what stood here when the page was opened."""
        self.show_words(self._at_first)
        self.save_now()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_words(self, words: str) -> None:
        """Write *words* into the field."""
        if isinstance(self.editor, QPlainTextEdit):
            self.editor.setPlainText(words)
        else:
            self.editor.setText(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the field saves it; so does leaving the page."""
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide) and self._soon.isActive():
            self.save_now()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Undo stands below what is said where there is no room beside it."""
        self._status_row.setDirection(beside_if(self.width() >= self._theme.px(_BESIDE_FROM)))

    def _make_editor(self, words: str, *, locked: bool) -> QLineEdit | QPlainTextEdit:
        theme, editor = self._theme, self._new_editor()
        self.editor = editor
        self.show_words(words)
        editor.setReadOnly(locked)
        editor.textChanged.connect(self._on_typed)
        editor.installEventFilter(self)
        editor.setFont(theme.font("body"))
        return editor

    def _new_editor(self) -> QLineEdit | QPlainTextEdit:
        if self.slot.kind == "sentence":
            return note_field(self._theme, self.slot.what, lines=LINES)
        line = Line()
        line.setMinimumHeight(self._theme.px(60))
        line.setMaxLength(MOST)
        line.setStyleSheet(field_style(self._theme))
        return line

    def _make_status(self) -> QWidget:
        theme = self._theme
        self._status = QWidget()
        row = self._status_row = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight, self._status), theme.px(8))
        said = QHBoxLayout()
        said.setSpacing(theme.px(8))
        self._check = Icon(theme, "check", 22, color="teal")
        said.addWidget(self._check)
        self._status_words = Label(theme, "", "small-strong")
        said.addWidget(self._status_words, 1)
        row.addLayout(said, 1)
        self._undo = Button(theme, _("Undo"), "text", icon="undo-2", size="slim", padding=14)
        self._undo.setObjectName(f"undo-{self.slot.id}")
        self._undo.setAccessibleName(_("Undo: {what}").format(what=self.slot.what))
        self._undo.clicked.connect(self.undo)
        row.addWidget(self._undo)
        self._status.hide()
        return self._status

    def _is_new(self, text: str) -> bool:
        """Not stored yet; the disk may take now what it could not take before."""
        return text != self._saved or not self._kept

    def _show_status(self) -> None:
        """Say whether the words are saved; why not is said by a message over the page."""
        self._say_status()
        announce(self, self._status_words.text())

    def _say_status(self) -> None:
        self._status_words.setText(self._outcome())
        self._check.setVisible(self._kept)
        self._status.setVisible(True)
        self._undo.setVisible(self._saved != self._at_first)

    def _outcome(self) -> str:
        if not self._kept:
            return not_saved()
        return _("Saved") if self._keeps else _("Noted until the guide is closed")

    def _show_problem(self, sentence: str) -> None:
        if sentence == self._problem.sentence:
            return
        self._problem.say(sentence)
        self._problem.setVisible(bool(sentence))
        self._status.setVisible(False)
        self.editor.setStyleSheet(field_style(self._theme, wrong=bool(sentence)))
        self.editor.setAccessibleDescription(" ".join(filter(None, (sentence, self._hint))))

    def _on_typed(self) -> None:
        if self._is_new(self.words):
            self._soon.start()
        self.typed.emit()

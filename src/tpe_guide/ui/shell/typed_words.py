"""Whether someone is writing, where, and whether something that was written is still on the screen."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget


class KeyboardAt(NamedTuple):
    """The control that has the keyboard, by its *name*; in a text also where one writes, and what is selected."""

    name: str = ""
    anchor: int = 0
    position: int = 0

    def go_on(self, control: QWidget | None) -> None:
        """*control* was made anew: the next letter goes where it would have gone, and not before or behind the text."""
        if control is None or control.objectName() != self.name:
            return
        if isinstance(control, QLineEdit):
            control.setSelection(self.anchor, self.position - self.anchor)
            if self.anchor == self.position:
                control.setCursorPosition(self.position)
        elif isinstance(control, QPlainTextEdit):
            cursor, last = control.textCursor(), control.document().characterCount() - 1
            cursor.setPosition(min(self.anchor, last))
            cursor.setPosition(min(self.position, last), QTextCursor.MoveMode.KeepAnchor)
            control.setTextCursor(cursor)


def keyboard_at(focused: QWidget | None) -> KeyboardAt:
    """Where the keyboard is now, if *focused* has it."""
    if focused is None:
        return KeyboardAt()
    anchor = position = 0
    if isinstance(focused, QPlainTextEdit):
        anchor, position = focused.textCursor().anchor(), focused.textCursor().position()
    elif isinstance(focused, QLineEdit):
        position = focused.cursorPosition()
        ends = {focused.selectionStart(), focused.selectionEnd()} - {position}
        anchor = ends.pop() if focused.hasSelectedText() else position
    return KeyboardAt(focused.objectName(), anchor, position)


def holds_typed_words(window: QWidget) -> bool:
    """Whether there is something in *window* that a person has typed."""
    lines = [field for field in window.findChildren(QLineEdit) if field.text()]
    texts = [field for field in window.findChildren(QTextEdit) if field.toPlainText() and not field.isReadOnly()]
    plain = [field for field in window.findChildren(QPlainTextEdit) if field.toPlainText() and not field.isReadOnly()]
    return any(field.isVisible() for field in (*lines, *texts, *plain))


def is_typing(focused: QWidget | None) -> bool:
    """Whether words are just being typed into *focused*."""
    return isinstance(focused, QLineEdit) and focused.isModified() and bool(focused.text())

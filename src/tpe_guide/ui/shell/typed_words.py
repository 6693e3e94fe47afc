"""Whether someone is writing, or has written something that is still on the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget


def holds_typed_words(window: QWidget) -> bool:
    """Whether there is something in *window* that a person has typed."""
    lines = [field for field in window.findChildren(QLineEdit) if field.text()]
    texts = [field for field in window.findChildren(QTextEdit) if field.toPlainText() and not field.isReadOnly()]
    plain = [field for field in window.findChildren(QPlainTextEdit) if field.toPlainText() and not field.isReadOnly()]
    return any(field.isVisible() for field in (*lines, *texts, *plain))


def is_typing(focused: QWidget | None) -> bool:
    """Whether words are just being typed into *focused*."""
    return isinstance(focused, QLineEdit) and focused.isModified() and bool(focused.text())

"""A text field with its name above it, large enough for shaking hands."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from tpe_guide.ui.theme import Theme
from tpe_guide.ui.widgets.label import Label


def field_style(theme: Theme) -> str:
    """The style sheet of one-line and many-line fields."""
    edge = theme.border(2)
    return f"""
    QLineEdit, QPlainTextEdit {{ background: {theme.hex("card")}; color: {theme.hex("ink")};
        border: {edge}px solid {theme.hex("line2")}; border-radius: {theme.px(12)}px;
        padding: {theme.px(6)}px {theme.px(16)}px; selection-background-color: {theme.hex("teal")};
        selection-color: {theme.hex("on-teal")}; }}
    QLineEdit:hover, QPlainTextEdit:hover {{ border-color: {theme.hex("teal")}; }}
    """


class Field(QWidget):
    """A name, perhaps a hint, and a line to write on. Errors stand below it as a sentence."""

    def __init__(
        self, theme: Theme, name: str, *, hint: str = "", limit: int = 2000, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        label = Label(theme, name, "strong")
        column.addWidget(label)
        if hint:
            column.addWidget(Label(theme, hint, "small", color="ink2"))
        self.line = QLineEdit()
        self.line.setFont(theme.font("lead"))
        self.line.setMinimumHeight(theme.px(64))
        self.line.setMaxLength(limit)
        self.line.setStyleSheet(field_style(theme))
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(hint)
        label.setBuddy(self.line)
        column.addWidget(self.line)
        self._problem = Label(theme, "", "small-strong", color="red")
        self._problem.hide()
        column.addWidget(self._problem)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong, below the line; empty: nothing is."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))


def note_field(theme: Theme, name: str, *, lines: int = 3) -> QPlainTextEdit:
    """A box for a few lines in the person's own words. Tab moves on instead of writing a tab."""
    box = QPlainTextEdit()
    box.setFont(theme.font("body"))
    box.setTabChangesFocus(True)
    box.setStyleSheet(field_style(theme))
    box.setAccessibleName(name)
    box.setMinimumHeight(theme.px(28 * lines + 28))
    return box

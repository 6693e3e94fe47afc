"""A text field with its name above it, large enough for shaking hands."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BULLET = 0x2022
"""Of our own font; what styles take by themselves is twice as large."""


def field_style(theme: Theme, *, wrong: bool = False) -> str:
    """The style sheet of one-line and many-line fields; *wrong*: there is something to mend in it."""
    edge, color = theme.border(2), theme.hex("red" if wrong else "line2")
    return f"""
    QLineEdit, QPlainTextEdit {{ background: {theme.hex("card")}; color: {theme.hex("ink")};
        border: {edge}px solid {color}; border-radius: {theme.px(12)}px;
        padding: {theme.px(6)}px {theme.px(16)}px; selection-background-color: {theme.hex("teal")};
        selection-color: {theme.hex("on-teal")}; lineedit-password-character: {_BULLET}; }}
    QLineEdit:hover, QPlainTextEdit:hover {{ border-color: {theme.hex("teal")}; }}
    """


class Line(QLineEdit):
    """A line to write on that keeps Enter to itself: Qt's would hand it on to whatever gets the keyboard next."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As always, but no key that this line has answered goes further."""
        super().keyPressEvent(event)
        if event.key() in _ENTER:
            event.accept()


class Field(QWidget):
    """A name, perhaps a hint, and a line to write on. Errors stand below it as a sentence."""

    def __init__(
        self, theme: Theme, name: str, *, hint: str = "", limit: int = 2000, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        column = tight(QVBoxLayout(self), theme.px(6))
        label = Label(theme, name, "strong")
        column.addWidget(label)
        if hint:
            column.addWidget(Label(theme, hint, "small", color="ink2"))
        self.line = Line()
        self.line.setFont(theme.font("lead"))
        self.line.setMinimumHeight(theme.px(64))
        self.line.setMaxLength(limit)
        self.line.setStyleSheet(field_style(theme))
        self.line.setAccessibleName(name)
        self._hint = hint
        self.line.setAccessibleDescription(hint)
        label.setBuddy(self.line)
        column.addWidget(self.line)
        self._problem = Problem(theme)
        self._problem.hide()
        column.addWidget(self._problem)
        self._column = column

    def show_problem(self, sentence: str, *, aloud: bool = True) -> None:
        """Say what is wrong, below the line; empty: nothing is. Not *aloud*: it was heard before, a second ago."""
        if sentence == self._problem.sentence:
            return
        self._problem.say(sentence, aloud=aloud)
        self._problem.setVisible(bool(sentence))
        self.line.setStyleSheet(field_style(self._theme, wrong=bool(sentence)))
        self.line.setAccessibleDescription(" ".join(filter(None, (sentence, self._hint))))


class Problem(QWidget):
    """An icon and a sentence: colour never speaks alone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.sentence = ""
        row = tight(QHBoxLayout(self), theme.px(8))
        row.addWidget(Icon(theme, "triangle-alert", 22, color="red"), 0, Qt.AlignmentFlag.AlignTop)
        self._label = Label(theme, "", "small-strong", color="red")
        row.addWidget(self._label, 1)

    def say(self, sentence: str, *, aloud: bool = True) -> None:
        """Say *sentence*, to a screen reader too if *aloud*; empty: there is nothing wrong."""
        self.sentence = sentence
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        if aloud:
            announce(self, sentence)


def note_field(theme: Theme, name: str, *, lines: int = 3) -> QPlainTextEdit:
    """A box for a few lines in the person's own words. Tab moves on instead of writing a tab."""
    box = _NoteBox()
    box.setFont(theme.font("body"))
    box.setTabChangesFocus(True)
    box.setStyleSheet(field_style(theme))
    box.setAccessibleName(name)
    box.setMinimumHeight(theme.px(28 * lines + 28))
    return box


class _NoteBox(QPlainTextEdit):
    """As high as its column allows, and never a reason for a scroll bar: Qt's own wish is for 192 px."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

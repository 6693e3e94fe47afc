"""What must not wait, in the bar below: a question, and what to do if the answer is yes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.feelings.cards import AtOnce
from tpe_guide.ui.theme import Theme
from tpe_guide.ui.widgets.drawing import Icon
from tpe_guide.ui.widgets.label import Label

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class AtOnceWords(QWidget):
    """Two lines; the second says what to do."""

    def __init__(self, theme: Theme, at_once: AtOnce, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("at-once")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(Label(theme, at_once.question, "small", wrap=False), 0, _CENTRE)
        answer = QHBoxLayout()
        answer.setSpacing(theme.px(8))
        answer.addWidget(Icon(theme, "triangle-alert", 22, color="red"))
        answer.addWidget(Label(theme, at_once.answer, "small-strong", color="red", wrap=False))
        column.addLayout(answer)
        column.setAlignment(answer, _CENTRE)

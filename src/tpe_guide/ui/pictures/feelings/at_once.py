"""What must not wait, in the bar below: a question, and what to do if the answer is yes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from tpe_guide.pictures.feelings.cards import AtOnce
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.theme import Theme

_ICON, _BESIDE, _BELOW = 22, 8, 2


class AtOnceWords(QWidget):
    """Two lines; the second says what to do. In a very narrow window each wraps, so that they are always there."""

    def __init__(self, theme: Theme, at_once: AtOnce, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("at-once")
        self._question = Label(theme, at_once.question, "small", wrap=False, parent=self)
        self._icon = Icon(theme, "triangle-alert", _ICON, color="red", parent=self)
        self._answer = Label(theme, at_once.answer, "small-strong", color="red", wrap=False, parent=self)
        self._beside = self._icon.width() + theme.px(_BESIDE)
        self._below = theme.px(_BELOW)
        self._lines = (self._question.sizeHint(), self._answer.sizeHint())
        for label in (self._question, self._answer):
            label.setWordWrap(True)
        self._sizes = self._lines

    def fit(self, room: int) -> None:
        """Be no wider than *room* px."""
        question, answer = self._lines
        self._sizes = (
            _fitted(self._question, question, room),
            _fitted(self._answer, answer, room - self._beside),
        )
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        """Of both lines."""
        question, answer = self._sizes
        return QSize(
            max(question.width(), self._beside + answer.width()), question.height() + self._below + answer.height()
        )

    def minimumSizeHint(self) -> QSize:
        """The same: nothing of it may be cut off."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In the middle."""
        self._place()

    def _place(self) -> None:
        question, answer = self._sizes
        self._question.setGeometry((self.width() - question.width()) // 2, 0, question.width(), question.height())
        top = question.height() + self._below
        left = (self.width() - self._beside - answer.width()) // 2
        first, second = left, left + self._beside
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            first, second = self.width() - left - self._icon.width(), left
        self._icon.move(first, top + (answer.height() - self._icon.height()) // 2)
        self._answer.setGeometry(second, top, answer.width(), answer.height())


def _fitted(label: Label, line: QSize, room: int) -> QSize:
    """The size of *label*: one *line* if there is *room*, else wrapped."""
    return line if line.width() <= room else QSize(room, label.heightForWidth(room))

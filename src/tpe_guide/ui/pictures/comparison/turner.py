"""From question to question, where there is room for one at a time."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.pictures.comparison.table import Question
from tpe_guide.ui.kit.accessible_role import make_stop
from tpe_guide.ui.kit.button import Button, Measures
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.tab_order import walk_in_order
from tpe_guide.ui.kit.theme import Theme

_ARROW = Measures(56, 12, 12, 28, "small-strong")
_BESIDE_FROM = 320
"""px at 100 %: below that the question stands above its two arrows."""


class QuestionTurner(Card):
    """An arrow at either side of the question that is shown."""

    turned = Signal(int)
    """-1 or 1."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, fill="straw50", edge="line2", radius=14, parent=parent)
        self._at = Label(theme, "", "small", color="ink2")
        self._name = Label(theme, "", "strong")
        self._star = Icon(theme, "star", 22)
        self.before = self._arrow(_("Question before"), "chevron-left", "question-before")
        self.names = QWidget()
        """The question: the keyboard stops there, and a screen reader says it."""
        self.names.setObjectName("question-shown")
        make_stop(self.names, "")
        self.after = self._arrow(_("Next question"), "chevron-right", "question-after")
        self.before.clicked.connect(self._go_before)
        self.after.clicked.connect(self._go_after)
        self._lay_out_names()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(*[theme.px(4)] * 4)
        self._grid.setSpacing(theme.px(4))
        # The grid of this moment must not keep the widget from getting narrower: then the question stands above.
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._place(stacked=False)

    def minimumSizeHint(self) -> QSize:
        """Two arrows side by side, or the longest word of the question."""
        margins = self._grid.contentsMargins()
        arrows = 2 * self.before.minimumSizeHint().width() + self._grid.horizontalSpacing()
        width = max(arrows, self.names.minimumSizeHint().width()) + margins.left() + margins.right()
        return QSize(width, self._grid.totalMinimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The question between its arrows where there is room."""
        self._place(stacked=self.width() < self._theme.px(_BESIDE_FROM))

    def show_question(self, question: Question, number: int, count: int, *, picked: bool) -> None:
        """Say which question is shown: *number* (from 1) of *count*; *picked*: it matters to the person."""
        at = _("Question {number} of {count}").format(number=number, count=count)
        self._at.setText(at)
        self._name.setText(question.name)
        self._star.setVisible(picked)
        said = f"{at}. {question.name}"
        self.names.setAccessibleName(_("{words} (matters to me)").format(words=said) if picked else said)

    def _lay_out_names(self) -> None:
        names = tight(QVBoxLayout(self.names), 0)
        line = tight(QHBoxLayout(), self._theme.px(6))
        for label in (self._at, self._name):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line.addStretch(1)
        line.addWidget(self._star)
        line.addWidget(self._at)
        line.addStretch(1)
        names.addStretch(1)
        names.addLayout(line)
        names.addWidget(self._name)
        names.addStretch(1)

    @property
    def stops(self) -> list[QWidget]:
        """Where the keyboard stops, as one reads: the question is between its arrows, or above them."""
        if self._stacked:
            return [self.names, self.before, self.after]
        return [self.before, self.names, self.after]

    def _place(self, *, stacked: bool) -> None:
        self._stacked = stacked
        middle, sides = Qt.AlignmentFlag.AlignVCenter, (Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing)
        self._grid.setColumnStretch(1, int(not stacked))
        if stacked:
            self._grid.addWidget(self.names, 0, 0, 1, 3)
            self._grid.addWidget(self.before, 1, 0, sides[0])
            self._grid.addWidget(self.after, 1, 2, sides[1])
        else:
            self._grid.addWidget(self.before, 0, 0, middle)
            self._grid.addWidget(self.names, 0, 1)
            self._grid.addWidget(self.after, 0, 2, middle)
        walk_in_order(self.stops)

    def _arrow(self, words: str, icon: str, name: str) -> Button:
        button = Button(self._theme, words, "text", icon=icon, icon_only=True, size=_ARROW)
        button.repeats = True
        button.setObjectName(name)
        return button

    def _go_before(self) -> None:
        self.turned.emit(-1)

    def _go_after(self) -> None:
        self.turned.emit(1)

"""Answers to pick from. Each may be tried, all of them teach, nothing is counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.accessible_role import make_choice, make_stop
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.theme import Theme


class Teaches(Protocol):
    """An answer, and what is good to know about it."""

    @property
    def words(self) -> str:
        """The answer."""

    @property
    def fits(self) -> bool:
        """It is the one that fits best."""

    @property
    def feedback(self) -> str:
        """What it teaches."""

    @property
    def sources(self) -> Sequence[str]:
        """Where that comes from."""


class Answers(QWidget):
    """One chip for each answer to *question*; below the one that was picked stands what it teaches."""

    def __init__(self, theme: Theme, question: str, answers: Sequence[Teaches], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: list[Chip] = []
        self._feedback: list[_Feedback] = []
        self._column = tight(QVBoxLayout(self), theme.px(12))
        for index, answer in enumerate(answers):
            self._add(index, answer)
        make_choice(self, question, self._chips, maybe_none=True)

    def first_focus(self) -> QWidget:
        """The first answer."""
        return self._chips[0]

    def _add(self, index: int, answer: Teaches) -> None:
        chip = _Answer(self._theme, answer.words)
        chip.setObjectName(f"answer-{index}")
        chip.setProperty("index", index)
        chip.clicked.connect(self._on_answer)
        self._chips.append(chip)
        self._column.addWidget(chip)
        feedback = _Feedback(self._theme, answer)
        feedback.setObjectName(f"feedback-{index}")
        self._feedback.append(feedback)
        self._column.addWidget(feedback)
        feedback.hide()

    def _on_answer(self) -> None:
        picked = self.sender().property("index")
        for index, (chip, feedback) in enumerate(zip(self._chips, self._feedback, strict=True)):
            chip.setChecked(index == picked)
            feedback.setVisible(index == picked)
        self._feedback[picked].announce()


class _Answer(Chip):
    """One of several, of which none need be picked."""

    accessible_role = QAccessible.Role.RadioButton


class _Feedback(Card):
    """What an answer teaches, and where that comes from."""

    def __init__(self, theme: Theme, answer: Teaches) -> None:
        super().__init__(theme, fill="teal-tint", edge="teal")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(14))
        column.setSpacing(theme.px(8))
        heading = _("This fits best") if answer.fits else _("Good to know")
        make_stop(self, f"{heading}. {answer.feedback}")
        top = QHBoxLayout()
        top.setSpacing(theme.px(10))
        top.addWidget(Icon(theme, "check" if answer.fits else "info", 24, color="teal"))
        top.addWidget(Label(theme, heading, "small-strong", color="teal"), 1)
        column.addLayout(top)
        column.addWidget(Paragraph(theme, answer.feedback, "lead", running=True))
        for source in answer.sources:
            column.addWidget(Paragraph(theme, source, "floor", color="ink2"))

    def announce(self) -> None:
        """Have a screen reader say it, once it is on screen."""
        announce(self, self.accessibleName())

"""The question at the top of the log, and two ways to have it filled in."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.draft import Draft
from tpe_guide.i18n import _
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import NO_LIMIT, beside_if, tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.days import day_words

_BESIDE_FROM, _FILLERS = 800, 440
"""px at 100 %: the ways to fill it in stand beside the question, so wide."""


class LogHead(QWidget):
    """*today*: the day that is meant by it."""

    same = Signal()
    nothing = Signal()

    def __init__(self, theme: Theme, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = today
        self._row = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), theme.px(8))
        words = tight(QVBoxLayout(), 0)
        self._eyebrow = Label(theme, "", "floor-strong", color="straw800")
        words.addWidget(self._eyebrow)
        self._title = Label(theme, "", "h2")
        words.addWidget(self._title)
        self._row.addLayout(words, 1)
        self._same = self._filler("same-as-last", _("Same as last time"), "rotate-ccw")
        self._same.clicked.connect(self.same)
        self._nothing = self._filler("effect-nothing", _("Nothing new"), "smile")
        self._nothing.clicked.connect(self.nothing)
        self._fillers = Flow(theme, (self._same, self._nothing), least=190, most=2, gap=8)
        self._row.addWidget(self._fillers, 1, Qt.AlignmentFlag.AlignVCenter)

    def refresh(self, draft: Draft, *, has_last: bool) -> None:
        """Show what it is about. *has_last*: there is an entry before, to fill it in from."""
        self._title.setText(_question(draft))
        day = day_words(draft.day or self._today, self._today)
        self._eyebrow.setText(_("You are changing an entry of {day}.").format(day=day) if draft.changes else "")
        self._eyebrow.setVisible(draft.changes is not None)
        self._same.setVisible(has_last)
        self._same.setChecked(draft.filled_by == "same")
        self._nothing.setChecked(draft.filled_by == "nothing" and (draft.none_noticed or bool(draft.filled)))
        self._nothing.setEnabled(has_last or not draft.picks)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or the question above."""
        beside = self.width() >= self._theme.px(_BESIDE_FROM)
        self._row.setDirection(beside_if(beside))
        self._fillers.setMaximumWidth(self._theme.px(_FILLERS) if beside else NO_LIMIT)

    def _filler(self, name: str, words: str, icon: str) -> Chip:
        chip = Chip(self._theme, words, icon, height=52)
        chip.setObjectName(name)
        return chip


def _question(draft: Draft) -> str:
    session = draft.session
    if session is not None:
        return _("How have you felt since session {number}?").format(number=session.number)
    return _("How have you felt?") if draft.session_said else _("How have you felt since your session?")

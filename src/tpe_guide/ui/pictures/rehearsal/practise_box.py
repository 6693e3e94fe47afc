"""The practise turn: it tingles, and the person picks what to say."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.pictures.rehearsal.moments import Practise
from tpe_guide.ui.kit.answers import Answers
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.rehearsal.tingle_view import TingleView


class PractiseBox(Card):
    """The drawing, and three answers to try."""

    done = Signal()
    """Back to the moment."""

    def __init__(self, theme: Theme, practise: Practise, *, keep_still: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._view = TingleView(theme, practise.picture, keep_still=keep_still)
        self._answers = Answers(theme, practise.lead, practise.answers)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setSpacing(theme.px(28))
        self._row.addWidget(self._view, 4, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.px(12))
        words.addWidget(Paragraph(theme, practise.lead, "lead", running=True))
        kind = _("What would you say? Try any answer, as often as you like. Nobody counts.")
        words.addWidget(Label(theme, kind, "small", color="ink2"))
        words.addWidget(self._answers)
        back = Button(theme, _("Back to the session"), "secondary", icon="arrow-left", size="snug", padding=12)
        back.setObjectName("practise-done")
        back.clicked.connect(self.done)
        words.addSpacing(theme.px(8))
        words.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        self._row.addLayout(words, 5)

    def set_still(self, still: bool) -> None:
        """Nothing is to move, or it may."""
        self._view.player.set_still(still)

    def first_focus(self) -> QWidget:
        """The first answer."""
        return self._answers.first_focus()

    def set_room(self, *, beside: bool, tight: bool) -> None:
        """The words stand beside the drawing, or below it; *tight*: they need the margins as well."""
        edge = self._theme.px(4 if tight else 24)
        self._row.setContentsMargins(edge, edge, edge, edge)
        self._row.setDirection(beside_if(beside))

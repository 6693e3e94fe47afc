"""Where in the circuit a moment is: the drawing as a still, or what is good to see before and after it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.pictures.access.words import AccessWords
from tpe_guide.pictures.circuit.variant import Variant
from tpe_guide.pictures.circuit.words import CircuitWords
from tpe_guide.pictures.rehearsal.moments import Moment
from tpe_guide.ui.kit.art import ours
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.drawing import Scene
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.access.view import AccessView
from tpe_guide.ui.pictures.circuit.view import CircuitView

ACCESS = "access"
"""Of what a moment shows: the needles or the line of whoever looks."""
_FLOWED_SECONDS = 2.0
"""The moment of the circuit that is shown: its bags are half full."""
_MOST_HEIGHT, _DRAWING_SIDE = 250, 200


class PlacePanel(Card):
    """Shows one moment of a session with *variant* of the circuit and *access* (``terms.ACCESSES_SAID``)."""

    def __init__(
        self,
        theme: Theme,
        words: CircuitWords,
        variant: Variant,
        access_words: AccessWords,
        access: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._access = AccessView(theme, access_words, access, numbered=False)
        self._access.set_most_height(theme.px(_MOST_HEIGHT))
        self._view = CircuitView(theme, words, variant, 1)
        self._view.set_most_height(theme.px(_MOST_HEIGHT))
        self._view.show_seconds(_FLOWED_SECONDS)
        self._drawing = Scene(theme, ours("mark"), "")
        self._drawing.setMaximumHeight(theme.px(_DRAWING_SIDE))
        self._heading = Label(theme, "", "small-strong")
        self._words = Paragraph(theme, "", "small", color="ink2", running=True)
        column = QVBoxLayout(self)
        edge = theme.px(8)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._view)
        column.addWidget(self._access)
        column.addWidget(self._drawing)
        column.addStretch(1)
        below = QVBoxLayout()
        below.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        below.setSpacing(theme.px(2))
        below.addWidget(self._heading)
        below.addWidget(self._words)
        column.addLayout(below)

    def show_moment(self, moment: Moment) -> None:
        """Light the step of *moment*, or show its drawing."""
        self._view.setVisible(moment.step > 0)
        self._access.setVisible(moment.shows == ACCESS)
        self._drawing.setVisible(moment.shows not in ("", ACCESS))
        if moment.step:
            self._view.show_step(moment.step)
        elif moment.shows != ACCESS:
            self._drawing.show_art(ours(moment.shows), "")
        self._heading.setText(_("Where this is") if moment.step else _("Good to know"))
        self._words.setText(moment.where)
        self.setAccessibleName(moment.where)

"""What a moment looks like, over the whole width, and below it where that is in the machine."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.pictures.drawing.words import DrawingWords
from tpe_guide.pictures.rehearsal.moments import Moment
from tpe_guide.ui.kit.art import ours
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.drawing import Scene
from tpe_guide.ui.kit.layouts import beside_if, tight
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.theme import Theme

OWN_ACCESS = "access"
"""Of what a moment shows: the needles or the line of whoever looks."""


class ScenePanel(QWidget):
    """Shows one moment of a session with *access* (``terms.ACCESSES_SAID``)."""

    machine_asked = Signal(str)
    """Whoever looks wants to see a step of the circuit, by id."""

    def __init__(self, theme: Theme, words: DrawingWords, access: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._access = access
        self._step = ""
        self._scene = Scene(theme, ours("scene-01-arrive"), "", bleeds=True, ground="paper")
        self._scene.setObjectName("scene")
        self._where = Paragraph(theme, "", "small", color="ink2", running=True)
        self._machine = Button(theme, _("See it in the machine"), "text", icon="orbit", size="link", padding=8)
        self._machine.setObjectName("see-machine")
        self._machine.clicked.connect(self._ask_for_machine)
        column = tight(QVBoxLayout(self), theme.px(4))
        column.addWidget(self._scene)
        self._below = tight(QBoxLayout(QBoxLayout.Direction.LeftToRight), theme.px(12))
        self._below.addWidget(self._where, 1)
        self._below.addWidget(self._machine, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._below)

    def show_moment(self, moment: Moment) -> None:
        """Show what *moment* looks like, and say where it is."""
        name = f"access-{self._access}" if moment.shows == OWN_ACCESS else moment.shows
        art = ours(name, self._access)
        self._scene.setVisible(bool(moment.shows))
        if moment.shows:
            self._scene.show_art(art, self._words.of(art.name, art.parts))
        self._step = moment.step
        self._machine.setVisible(bool(moment.step))
        words = _("In the machine: {words}") if moment.step else _("Good to know: {words}")
        self._where.setText(words.format(words=moment.where))

    def set_room(self, *, height: int, beside: bool) -> None:
        """The scene is at most *height* px high; the way to the machine stands *beside* the words, or below them."""
        self._scene.set_most_height(height)
        self._below.setDirection(beside_if(beside))

    def _ask_for_machine(self) -> None:
        self.machine_asked.emit(self._step)

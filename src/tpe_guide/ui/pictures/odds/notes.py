"""What stands about the counts: what to be careful about; what opens in place: who was counted, where it is from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.pictures.odds.words import Picture
from tpe_guide.ui.kit.accessible_role import make_stop
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.ui.pictures.odds.array_view import MarkSign

_SIDE, _TOP = 18, 12


def signed(theme: Theme, figure: str, kind: str, words: QWidget) -> QWidget:
    """*words* beside one mark of the *kind* that they are about."""
    box = QWidget()
    row = tight(QHBoxLayout(box), theme.px(10))
    row.addWidget(MarkSign(theme, figure, kind), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return box


class Caution(Card):
    """What keeps the numbers of *picture* from being read for more than they are."""

    def __init__(self, theme: Theme, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(theme, fill="straw50", bar="straw", parent=parent)
        column = QVBoxLayout(self)
        side, top = theme.px(_SIDE), theme.px(_TOP)
        column.setContentsMargins(side + theme.px(4), top, side, top)
        column.addWidget(Paragraph(theme, picture.caution, "small", lead=picture.caution_lead, running=True))


class Opening(NamedTuple):
    """Something to open: *words* on its button, and below it paragraphs, each perhaps with a *heading*."""

    id: str
    words: str
    said: tuple[tuple[str, str], ...]

    @property
    def spoken(self) -> str:
        """All of it."""
        return " ".join(f"{heading}: {text}" if heading else text for heading, text in self.said)


class Openings(QWidget):
    """Buttons that open their words in place, one at a time; *opened* is open, if it is one of them."""

    pressed = Signal(str)
    """What is open now; empty: nothing."""

    def __init__(self, theme: Theme, openings: Sequence[Opening], opened: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._openings = {opening.id: opening for opening in openings}
        self._opened = opened
        self._panel: QWidget | None = None
        self._column = tight(QVBoxLayout(self), theme.px(6))
        self._buttons: list[Button] = []
        for opening in openings:
            button = Button(theme, opening.words, "text", icon="chevron-down", size="figure", padding=4)
            button.setObjectName(f"odds-{opening.id}")
            button.setProperty("opens", opening.id)
            button.clicked.connect(self._press)
            self._buttons.append(button)
        self._wrap = Wrap(theme, self._buttons, gap=6, row_gap=4)
        self._column.addWidget(self._wrap)
        self._show()

    @property
    def panel(self) -> QWidget | None:
        """What is open; None: nothing."""
        return self._panel

    def set_bare(self, bare: bool) -> None:
        """Leave the arrows out: the words need all the room."""
        self._wrap.set_bare(bare)

    def _press(self) -> None:
        pressed = self.sender().property("opens")
        self._opened = "" if pressed == self._opened else pressed
        self._show()
        self.pressed.emit(self._opened)
        if self._opened:
            announce(self, self._openings[self._opened].spoken)

    def _show(self) -> None:
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None
        for button in self._buttons:
            is_open = button.property("opens") == self._opened
            button.set_icon("chevron-up" if is_open else "chevron-down")
            button.setAccessibleDescription(_("open") if is_open else _("closed"))
        if self._opened in self._openings:
            self._panel = self._made(self._openings[self._opened])
            self._column.addWidget(self._panel)
            self.setTabOrder(self._buttons[-1], self._panel)

    def _made(self, opening: Opening) -> QWidget:
        theme = self._theme
        panel = Card(theme, edge="line2")
        make_stop(panel, opening.spoken)
        panel.setObjectName("odds-opened")
        column = QVBoxLayout(panel)
        side, top = theme.px(_SIDE), theme.px(_TOP)
        column.setContentsMargins(side, top, side, top)
        column.setSpacing(theme.px(2))
        for heading, text in opening.said:
            if heading:
                column.addWidget(Paragraph(theme, heading, "small-strong", color="straw800"))
            column.addWidget(Paragraph(theme, text, "small", running=True))
            column.addSpacing(theme.px(4))
        return panel

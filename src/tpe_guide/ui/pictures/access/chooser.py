"""Which one do you have? Six to look at, and one button that keeps the answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.pictures.access.words import AccessWords
from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.pictures.access.tile import Tile
from tpe_guide.vocabulary.terms import ACCESSES_SAID

_WIDEST_BUTTON = 420


class Chooser(QWidget):
    """Looking at one keeps nothing: only the button does. *is_kept*: whether the answer outlives the window."""

    looked_at = Signal(str)
    """One of ``ACCESSES_SAID`` is to be shown."""
    said = Signal(str)
    """The person has this one; empty: the answer is to be forgotten."""

    def __init__(
        self, theme: Theme, words: AccessWords, *, is_kept: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._is_kept = is_kept
        self._shown = self._mine = ""
        self._group = QButtonGroup(self)
        self._tiles: dict[str, Tile] = {
            each: Tile(theme, each, words.name(each), words.hint(each)) for each in ACCESSES_SAID
        }
        for tile in self._tiles.values():
            self._group.addButton(tile)
        column = tight(QVBoxLayout(self), theme.px(8))
        column.addWidget(Label(theme, words.question, "h3"))
        choices = Flow(theme, list(self._tiles.values()), least=250, most=3, gap=8)
        make_choice(choices, words.question, self._tiles.values())
        column.addWidget(choices)
        self._keep = Button(theme, "", icon="check", size="snug")
        self._keep.setObjectName("access-keep")
        self._told = Label(theme, "", "small", color="ink2")
        self._told.setObjectName("access-told")
        self._forget = Button(theme, _("Forget my answer"), "text", icon="undo-2", size="link", padding=8)
        self._forget.setObjectName("access-forget")
        row = QHBoxLayout()
        self._keep.setMaximumWidth(theme.px(_WIDEST_BUTTON))
        row.addWidget(self._keep, 1)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self._told)
        column.addWidget(self._forget, 0, Qt.AlignmentFlag.AlignLeft)
        self._group.buttonToggled.connect(self._on_toggled)
        self._keep.clicked.connect(self._on_keep)
        self._forget.clicked.connect(self._on_forget)

    def show_choice(self, shown: str, mine: str) -> None:
        """*shown* is looked at, *mine* is what the person said; either may be empty."""
        self._shown, self._mine = shown, mine
        self._group.blockSignals(True)
        self._group.setExclusive(False)
        for access, tile in self._tiles.items():
            tile.setChecked(access == shown)
            tile.set_mine(access == mine)
        self._group.setExclusive(True)
        self._group.blockSignals(False)
        self._keep.set_words(_("This one is mine") if mine else _("I have this one"))
        if shown == "unknown":
            self._keep.set_words(_("I do not know yet"))
        self._keep.setVisible(bool(shown) and shown != mine)
        self._told.setText(self._told_now())
        self._forget.setVisible(bool(mine))

    def first_focus(self) -> QWidget:
        """What is looked at, or the first of all."""
        return self._tiles[self._shown or ACCESSES_SAID[0]]

    def announce(self) -> None:
        """Have a screen reader say what is kept."""
        announce(self, self._told.text())

    def _told_now(self) -> str:
        """What is kept, and where."""
        is_kept = self._is_kept()
        where = _("It stays on this computer.") if is_kept else _("Forgotten when you leave.")
        if not self._mine:
            return f"{self._words.why} {where}"
        said = _("Kept: {name}. Change it here at any time.") if is_kept else _("You said: {name}.")
        return f"{said.format(name=self._words.name(self._mine))} {where}"

    def _on_toggled(self, tile: QAbstractButton, checked: bool) -> None:
        if checked and isinstance(tile, Tile):
            self.looked_at.emit(tile.access)

    def _on_keep(self) -> None:
        self.said.emit(self._shown)

    def _on_forget(self) -> None:
        self.said.emit("")

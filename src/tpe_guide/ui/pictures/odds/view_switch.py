"""Which view: what can go wrong, or how often it helped. Each shows its own counts alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.accessible_role import make_choice
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.theme import Theme

_LEAST, _HEIGHT, _GAP = 150, 54, 6


class ViewSwitch(Flow):
    """Asks for one of *parts*."""

    picked = Signal(str)

    def __init__(self, theme: Theme, parts: Sequence[str], shown: str, parent: QWidget | None = None) -> None:
        chips = [Chip(theme, part, height=_HEIGHT) for part in parts]
        super().__init__(theme, chips, least=_LEAST, most=len(chips), gap=_GAP, parent=parent)
        self._parts = tuple(parts)
        self._group = QButtonGroup(self)
        for index, chip in enumerate(chips):
            chip.setObjectName(f"odds-view-{index}")
            self._group.addButton(chip, index)
        make_choice(self, _("What to look at"), chips)
        self.show_picked(shown)
        self._group.idClicked.connect(self._pick)

    @property
    def one_line(self) -> int:
        """px that it needs for its words to stand on one line each."""
        chips = self._group.buttons()
        return len(chips) * (max(chip.sizeHint().width() for chip in chips) + self._gap()) - self._gap()

    def show_picked(self, part: str) -> None:
        """Show *part* as picked."""
        self._group.button(self._parts.index(part)).setChecked(True)

    def _pick(self, index: int) -> None:
        self.picked.emit(self._parts[index])

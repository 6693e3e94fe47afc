"""The keys that type a sheet back, for who looks once."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.theme import Theme

_BESIDE_TO = 1.3
"""Up to this text size what a key does stands beside it."""


class KeysCard(Card):
    """A key, and what it does, in each row."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, radius=14, parent=parent)
        grid = QGridLayout(self)
        side = theme.of_bars.px(16)
        grid.setContentsMargins(side, side, side, side)
        grid.setHorizontalSpacing(theme.px(14))
        grid.setVerticalSpacing(theme.px(6))
        grid.addWidget(Label(theme, _("Keys"), "small-strong"), 0, 0, 1, 2)
        for row, (key, does) in enumerate(_keys(), 1):
            if theme.chrome > _BESIDE_TO:
                both = _("{key}: {does}").format(key=key, does=does)
                grid.addWidget(Label(theme, both, "floor"), row, 0, 1, 2)
                continue
            grid.addWidget(Label(theme, key, "floor-strong"), row, 0)
            grid.addWidget(Label(theme, does, "floor", color="ink2"), row, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(_keys()) + 1, 1)


def _keys() -> tuple[tuple[str, str], ...]:
    return (
        (_("Enter or −"), _("no ring, or empty")),
        (_("Backspace"), _("back, to put something right")),
        (_("+"), _("skip what is left of this part")),
        (_(". and 2 digits"), _("go to the box of that number")),
        (_("End"), _("go on where you were")),
        (_("Esc"), _("leave; what you typed is kept")),
    )

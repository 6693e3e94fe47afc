"""The fixed words for a warning sign, and the number, at once. It stands in the page and never blocks Save."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import TIERS, Catalogue, WarningSign
from tpe_guide.diary.model import EffectReport
from tpe_guide.i18n import _
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import beside_if
from tpe_guide.ui.kit.theme import Theme

_BESIDE_FROM = 360


def most_pressing(catalogue: Catalogue, reports: Iterable[EffectReport]) -> WarningSign | None:
    """Of the warning signs in *reports* that were there, the one whose call cannot wait; None without one."""
    signs = [
        catalogue.warning(report.effect)
        for report in reports
        if report.severity and catalogue.is_warning(report.effect)
    ]
    return min(signs, key=lambda sign: TIERS.index(sign.tier), default=None)


class WarningPanel(Card):
    """Says *sign*'s own words. *number* is the emergency number or the unit's, as the sign's tier asks for."""

    def __init__(self, theme: Theme, sign: WarningSign, number: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, fill="red-tint", edge="red", edge_width=2, parent=parent)
        self.setObjectName("warning-panel")
        self.setAccessibleName(f"{sign.heading}: {number}. {sign.words}")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(theme.px(18), theme.px(10), theme.px(18), theme.px(12))
        self._row.setSpacing(theme.px(18))
        self._row.addWidget(Icon(theme, "phone-call", 28, color="on-red", tile="red", tile_size=52, round_tile=True))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(Label(theme, sign.heading, "h3", color="red"))
        words.addWidget(Label(theme, _("Call: {number}").format(number=number), "strong"))
        words.addWidget(Label(theme, sign.words, "small"))
        self._row.addLayout(words, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The telephone gives up its column before the words get narrow."""
        beside = self.width() >= self._theme.px(_BESIDE_FROM)
        direction = beside_if(beside)
        if direction != self._row.direction():
            self._row.setDirection(direction)
            self._row.setSpacing(self._theme.px(18 if beside else 10))

    def announce(self) -> None:
        """Tell the screen reader as an alert, once the panel is on screen."""
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

"""The fixed words for a warning sign, and the number, at once. It stands in the page and never blocks Save."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import Advice, Catalogue, WarningSign
from tpe_guide.diary.model import EffectReport
from tpe_guide.i18n import _
from tpe_guide.ui.kit.accessible_role import make_stop
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.bullet import DOT, bullet, make_list
from tpe_guide.ui.kit.card import Card
from tpe_guide.ui.kit.drawing import Icon
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import Holder, beside_if, tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.vocabulary.signs import TIERS

_BESIDE_FROM = 360
_CALL_LIMIT = 3.0
"""The factor up to which whom to call grows in a small window: there are its letters as large as those of the rest, and
the number is still in sight."""


def by_urgency(catalogue: Catalogue, reports: Iterable[EffectReport]) -> list[WarningSign]:
    """The warning signs in *reports* that were there, the one whose call cannot wait first."""
    signs = [
        catalogue.warning(report.effect)
        for report in reports
        if report.severity and catalogue.is_warning(report.effect)
    ]
    return sorted(signs, key=lambda sign: TIERS.index(sign.tier))


class WarningPanel(Card):
    """Says *advice*, each part with the number to call: first for what was reported, then for what may be true too."""

    def __init__(self, theme: Theme, advice: Sequence[Advice], parent: QWidget | None = None) -> None:
        super().__init__(theme, fill="red-tint", edge="red", edge_width=2, parent=parent)
        self.setObjectName("warning-panel")
        make_stop(self, " ".join(map(_spoken, advice)))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(theme.px(18), theme.px(10), theme.px(18), theme.px(12))
        self._row.setSpacing(theme.px(18))
        self._phone = Icon(theme, "phone-call", 28, color="on-red", tile="red", tile_size=52, round_tile=True)
        self._row.addWidget(self._phone, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        for part in advice:
            self._add(words, part)
        self._row.addLayout(words, 1)

    def _add(self, words: QVBoxLayout, part: Advice) -> None:
        theme = self._theme
        if words.count():
            words.addSpacing(theme.px(8))
        if part.condition:
            words.addWidget(Label(theme.of_words, part.condition, "small"))
        call = _("{heading}: {number}").format(heading=part.heading, number=part.number)
        look = theme._replace(limit=max(theme.limit, min(theme.scale, _CALL_LIMIT)))
        words.addWidget(Label(look, call, "h3" if not part.condition else "strong", color="red"))
        if part.lines:
            column = tight(QVBoxLayout(listed := make_list(Holder())), theme.px(2))
            for line in part.lines:
                dot = Label(theme.of_words, DOT, "small", wrap=False)
                column.addWidget(bullet(dot, Label(theme.of_words, line, "small"), theme.px(8)))
            words.addWidget(listed)
        if part.lead:
            words.addWidget(Label(theme.of_words, part.lead, "small"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The telephone gives way before the words get narrow: heading and number are to be seen at once."""
        beside = self.width() >= self._theme.px(_BESIDE_FROM)
        direction = beside_if(beside)
        if direction != self._row.direction():
            self._row.setDirection(direction)
            self._phone.setVisible(beside)
            self._row.setSpacing(self._theme.px(18 if beside else 10))

    def announce(self) -> None:
        """Have a screen reader say it, once the panel is on screen."""
        announce(self, self.accessibleName())


def _spoken(part: Advice) -> str:
    said = " ".join(f"{line.removesuffix('.')}." for line in (*part.lines, part.lead) if line)
    return f"{part.condition} {part.heading}: {part.number}. {said}".strip()

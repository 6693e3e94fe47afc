"""What did you notice? One chip for each effect; the warning signs below, twice as wide."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.diary.catalogue import Catalogue, EffectKind
from tpe_guide.diary.draft import Draft
from tpe_guide.i18n import _
from tpe_guide.ui.diary.log.numbered import numbered
from tpe_guide.ui.kit.accessible_role import give_role
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import tight
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap
from tpe_guide.vocabulary.terms import OTHER

MORE_SIGNS = "more-signs"
FIRST_SIGN = "fever-chills"
_HEIGHT, _LEAST, _LEAST_OWN = 52, 166, 240
_GROUP = QAccessible.Role.Grouping


class EffectChips(QWidget):
    """*own*: the effects that the person has named before, and still wants to be offered.

    *access*: how blood goes out and in. A sign of a line is not asked of who has needles; what is not known is a line.
    """

    picked = Signal(str)
    """An effect by its id."""
    own_picked = Signal(str)
    """One of the person's own, by its words."""
    other_picked = Signal()
    """One that is still to be named."""
    unfolded = Signal()

    def __init__(
        self,
        theme: Theme,
        catalogue: Catalogue,
        own: Iterable[str],
        access: str,
        *,
        all_signs: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._catalogue = catalogue
        self._chips: dict[str, Chip] = {}
        self._own: dict[str, Chip] = {}
        column = tight(QVBoxLayout(self), theme.px(8))
        column.addWidget(self._heading())
        self._other = self._chip(catalogue.kind(OTHER))
        ordinary = [*map(self._chip, catalogue.effects), self._other]
        column.addWidget(self._flow(ordinary, most=4))
        named = [self._own_chip(words, number) for number, words in enumerate(own)]
        if named:
            column.addWidget(self._flow(named, most=3, least=_LEAST_OWN))
        self._more = Chip(theme, _("Other warning signs"), "triangle-alert", height=_HEIGHT)
        self._more.setObjectName(f"effect-{MORE_SIGNS}")
        self._more.clicked.connect(self._on_more)
        fever = self._chip(catalogue.kind(FIRST_SIGN))
        column.addWidget(self._flow([fever, self._more], most=2))
        self._rarer = self._flow(
            [
                self._chip(sign)
                for sign in catalogue.warnings
                if sign.id != FIRST_SIGN and any(each.holds_for(access) for each in sign.signs)
            ],
            most=4,
        )
        column.addWidget(self._rarer)
        self._rarer.setVisible(all_signs)

    @property
    def shows_all_signs(self) -> bool:
        """All warning signs can be picked."""
        return not self._rarer.isHidden()

    def first(self) -> QWidget:
        """The first effect."""
        return self._chips[self._catalogue.effects[0].id]

    def other(self) -> QWidget:
        """The chip of what has no name yet."""
        return self._other

    def refresh(self, draft: Draft) -> None:
        """Show what is picked."""
        for effect, chip in self._chips.items():
            chip.setChecked(draft.pick_of(effect) is not None)
        for words, chip in self._own.items():
            chip.setChecked(draft.own(words) is not None)
        self._other.setChecked(any(pick.is_own and pick.words.strip() not in self._own for pick in draft.picks))
        picked = {pick.effect for pick in draft.picks}
        if any(sign.id in picked for sign in self._catalogue.warnings if sign.id != FIRST_SIGN):
            self._rarer.show()
        self._more.setChecked(self.shows_all_signs)

    def _heading(self) -> QWidget:
        theme = self._theme
        heading = numbered(theme, 1, _("What did you notice?"))
        several = Label(theme, _("One or more"), "small", color="ink2", wrap=False)
        several.setMinimumHeight(theme.px(32))
        return Wrap(theme, (heading, several), gap=10)

    def _flow(self, chips: list[Chip], most: int, least: int = _LEAST) -> Flow:
        flow = Flow(self._theme, chips, least=least, most=most, gap=8)
        give_role(flow, _GROUP)
        flow.setAccessibleName(_("What did you notice?"))
        return flow

    def _chip(self, kind: EffectKind) -> Chip:
        chip = Chip(self._theme, kind.name, kind.icon, height=_HEIGHT)
        chip.setObjectName(f"effect-{kind.id}")
        chip.setAccessibleDescription(kind.hint)
        if kind.id == OTHER:
            chip.clicked.connect(self.other_picked)
        else:
            self._chips[kind.id] = chip
            chip.setProperty("effect", kind.id)
            chip.clicked.connect(self._on_chip)
        return chip

    def _own_chip(self, words: str, number: int) -> Chip:
        chip = Chip(self._theme, words, "star", height=_HEIGHT)
        chip.setObjectName(f"own-{number}")
        chip.setProperty("effect", words)
        chip.clicked.connect(self._on_own)
        self._own[words] = chip
        return chip

    def _on_chip(self) -> None:
        self.picked.emit(self.sender().property("effect"))

    def _on_own(self) -> None:
        self.own_picked.emit(self.sender().property("effect"))

    def _on_more(self) -> None:
        self._rarer.setVisible(not self.shows_all_signs)
        self._more.setChecked(self.shows_all_signs)
        self.unfolded.emit()

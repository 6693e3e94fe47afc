"""Your diary has a passcode, and is open: the recovery sheet, now or later."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.diary.recovery.card import RecoveryCard
from tpe_guide.ui.diary.recovery.state import RecoveryState
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.centred import centred
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.rebuild import focus_in, rebuild_column
from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme


class SheetOfferPage(Screen):
    """Stands before the diary once, when that was begun with a passcode. Nobody has to make a sheet."""

    def __init__(self, theme: Theme, state: RecoveryState, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._state = state
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(theme.px(16))
        self._fill()
        self._area = self._set_up(centred(theme, inside, 900))
        state.changed.connect(self._on_changed)

    def first_focus(self) -> QWidget:
        """What there is to be done first."""
        return self._card.first

    def _fill(self) -> None:
        leave = self._state.diary_session.go_on
        title = Label(self._theme, _("Your diary has begun, and has a passcode"), "h1")
        self._column.addWidget(title)
        self._card = RecoveryCard(self._theme, self._state, leave)
        self._column.addWidget(self._card)

    def _on_changed(self) -> None:
        if self._state.diary_session.is_open:
            rebuild_column(self._area, self._column, self._fill)
            announce(self, self._card.said)
            focus_in(self._area, self._card.first)

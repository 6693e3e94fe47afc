"""What the kiosk asks before a visit is wiped. A touch anywhere means: go on. Every other answer is a button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from tpe_guide.ui.kiosk.kiosk_button import STAY, WIPE, KioskButton
from tpe_guide.ui.kiosk.kiosk_page import KioskPage, Parts, Row
from tpe_guide.ui.kiosk.words import Words
from tpe_guide.ui.kit.theme import Theme, Type

_TITLE, _LEAD = Type(104, 1.06, 700), Type(44, 1.4, 400)


class Question(KioskPage):
    """Asks *title*, with *lead* below. *stays*: the words on the button that goes on."""

    stayed = Signal()
    finished = Signal()

    def __init__(
        self, theme: Theme, title: str, lead: str, stays: str, *, lowered: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, lowered=lowered, parent=parent)
        self.setAccessibleName(title)
        self._title = Words(theme, title, _TITLE, parent=self)
        self._lead = Words(theme, lead, _LEAD, parent=self)
        self._yes = KioskButton(theme, stays, "primary", STAY, icon="hand", parent=self)
        self._yes.setObjectName("yes")
        self._yes.setAccessibleDescription(lead.replace("\n", " "))
        self._yes.clicked.connect(self.stayed)
        self._others: list[KioskButton] = []

    def first_focus(self) -> QWidget:
        """What goes on."""
        return self._yes

    def is_other_answer_at(self, place: QPoint) -> bool:
        """Whether *place* on the screen lies on a button that does not simply go on."""
        return any(QRect(each.mapToGlobal(QPoint(0, 0)), each.size()).contains(place) for each in self._others)

    def is_other_answer_focused(self) -> bool:
        """Whether the keyboard would press one of those."""
        return any(each.hasFocus() for each in self._others)

    def _ask(self, drawing: QWidget, others: Sequence[KioskButton]) -> None:
        self._others = [*others]
        rows = [Row([each], gap=32) for each in others]
        self._set_parts(
            Parts(
                drawing=drawing,
                drawing_side=564,
                above_title=100,
                title=self._title,
                lead=self._lead,
                rows=[Row([self._yes], gap=76), *rows],
            )
        )

    def _wipe_button(self, words: str) -> KioskButton:
        wipe = KioskButton(self._theme, words, "secondary", WIPE, icon="trash-2", parent=self)
        wipe.setObjectName("wipe")
        wipe.clicked.connect(self.finished)
        return wipe

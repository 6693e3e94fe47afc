"""*Everything is erased*: what a visitor sees last, once it is so. Until then it says that it is being done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kiosk.kiosk_button import STAY, KioskButton
from tpe_guide.ui.kiosk.kiosk_page import KioskPage, Parts, Row
from tpe_guide.ui.kiosk.sign import Sign
from tpe_guide.ui.kiosk.words import Words
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.theme import Theme, Type

_TITLE, _LEAD = Type(104, 1.06, 700), Type(44, 1.4, 400)


class ErasedPage(KioskPage):
    """A touch anywhere leads to the first screen."""

    read = Signal()

    def __init__(self, theme: Theme, *, lowered: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(theme, lowered=lowered, parent=parent)
        self._title = Words(theme, " ", _TITLE, parent=self)
        self._lead = Words(theme, " ", _LEAD, parent=self)
        self._ok = KioskButton(theme, _("To the start"), "primary", STAY, icon="house", parent=self)
        self._ok.setObjectName("done")
        self._ok.clicked.connect(self.read)
        self._set_parts(
            Parts(
                drawing=Sign(theme, "shield-check", self),
                drawing_side=564,
                above_title=100,
                title=self._title,
                lead=self._lead,
                rows=[Row([self._ok], gap=76)],
            )
        )

    def tell(self, *, proven: bool) -> None:
        """Say that it is done; or, while nothing proves that yet, that it is being done."""
        if proven:
            title, lead = _("Everything is erased"), _("Nobody can see what you read or chose here.")
        else:
            title, lead = _("Erasing…"), _("All that you read or chose here goes. It takes a moment.")
        self._title.setText(title)
        self._lead.setText(lead)
        self.setAccessibleName(title)
        self._ok.setAccessibleDescription(f"{title}. {lead}")
        self._arrange()
        if proven:
            announce(self, f"{title}. {lead}")

    def first_focus(self) -> QWidget:
        """What leads on."""
        return self._ok

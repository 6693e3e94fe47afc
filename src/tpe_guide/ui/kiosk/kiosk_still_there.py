"""*Still there?*: asked when nobody has touched the kiosk for a while, before it forgets the visit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kiosk.countdown import Countdown
from tpe_guide.ui.kiosk.kiosk_button import STAY, WIPE, KioskButton
from tpe_guide.ui.kiosk.kiosk_page import KioskPage, Parts, Row
from tpe_guide.ui.kiosk.words import Words
from tpe_guide.ui.kit.theme import Theme, Type

_TITLE, _LEAD = Type(104, 1.06, 700), Type(44, 1.4, 400)


class StillTherePage(KioskPage):
    """Counts down from *whole* seconds. Any touch means yes, so the one other answer is a button."""

    stayed = Signal()
    finished = Signal()

    def __init__(self, theme: Theme, whole: int, *, lowered: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(theme, lowered=lowered, parent=parent)
        self.setAccessibleName(_("Still there?"))
        self._countdown = Countdown(theme, whole, self)
        sentence = _("When the time is up, we wipe this screen.\nThe next person will not see what you chose.")
        self._yes = KioskButton(theme, _("Yes, I am here"), "primary", STAY, icon="hand", parent=self)
        self._yes.setObjectName("yes")
        self._yes.setAccessibleDescription(sentence.replace("\n", " "))
        self._yes.clicked.connect(self.stayed)
        self._wipe = KioskButton(theme, _("I am done. Wipe it now."), "secondary", WIPE, icon="trash-2", parent=self)
        self._wipe.setObjectName("wipe")
        self._wipe.clicked.connect(self.finished)
        self._set_parts(
            Parts(
                drawing=self._countdown,
                drawing_side=564,
                above_title=100,
                title=Words(theme, _("Still there?"), _TITLE, parent=self),
                lead=Words(theme, sentence, _LEAD, parent=self),
                rows=[Row([self._yes], gap=76), Row([self._wipe], gap=32)],
            )
        )

    def first_focus(self) -> QWidget:
        """Yes."""
        return self._yes

    def show_seconds(self, left: int) -> None:
        """The countdown stands at *left*."""
        self._countdown.show_seconds(left)

    def is_wipe_at(self, place: QPoint) -> bool:
        """Whether *place* on the screen lies on the button that wipes."""
        return QRect(self._wipe.mapToGlobal(QPoint(0, 0)), self._wipe.size()).contains(place)

    def is_wipe_focused(self) -> bool:
        """Whether the keyboard would press the button that wipes."""
        return self._wipe.hasFocus()

"""*Still there?*: asked when nobody has touched the kiosk for a while, before it forgets the visit."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kiosk.countdown import Countdown
from tpe_guide.ui.kiosk.kiosk_button import WIPE, KioskButton
from tpe_guide.ui.kiosk.kiosk_question import Question
from tpe_guide.ui.kit.theme import Theme


class StillTherePage(Question):
    """Counts down from *whole* seconds."""

    more_time = Signal()

    def __init__(self, theme: Theme, whole: int, *, lowered: bool = False, parent: QWidget | None = None) -> None:
        lead = _("When the time is up, we wipe this screen.\nThe next person will not see what you chose.")
        super().__init__(theme, _("Still there?"), lead, _("Yes, I am here"), lowered=lowered, parent=parent)
        self._countdown = Countdown(theme, whole, self)
        more = KioskButton(theme, _("Give me more time"), "secondary", WIPE, icon="clock", parent=self)
        more.setObjectName("more-time")
        more.setAccessibleDescription(_("You stay, and are asked less often."))
        more.clicked.connect(self.more_time)
        self._ask(self._countdown, [more, self._wipe_button(_("I am done. Wipe it now."))])

    def show_seconds(self, left: int) -> None:
        """The countdown stands at *left*."""
        self._countdown.show_seconds(left)

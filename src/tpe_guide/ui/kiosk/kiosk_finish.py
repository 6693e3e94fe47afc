"""*Finish and erase?*: asked once when *Finish* is pressed. A hand that shakes may have meant something else."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kiosk.kiosk_question import Question
from tpe_guide.ui.kiosk.sign import Sign
from tpe_guide.ui.kit.theme import Theme


class FinishPage(Question):
    """Reads on, or erases."""

    def __init__(self, theme: Theme, *, lowered: bool = False, parent: QWidget | None = None) -> None:
        lead = _("All that you chose on this screen goes.\nThe next person will not see it.")
        super().__init__(theme, _("Finish and erase?"), lead, _("No, I read on"), lowered=lowered, parent=parent)
        self._ask(Sign(theme, "trash-2", self), [self._wipe_button(_("Yes, erase it now"))])

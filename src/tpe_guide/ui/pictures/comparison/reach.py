"""How high what is pressed on this screen is."""

from __future__ import annotations

from tpe_guide.ui.kit.button import Measures
from tpe_guide.ui.kit.theme import Theme

_LEAST = 52


def reach(theme: Theme, *, icon: int = 22, role: str = "small-strong") -> Measures:
    """As high as the design has it, and as a finger at a kiosk needs it. *icon*: its px at 100 %."""
    return Measures(max(_LEAST, theme.finger), 12, 12, icon, role)

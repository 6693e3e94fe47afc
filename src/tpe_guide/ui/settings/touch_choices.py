"""What there is to choose for hands that shake."""

from __future__ import annotations

from tpe_guide.i18n import _
from tpe_guide.settings import TOUCH_REACHES, TOUCH_WAITS
from tpe_guide.ui.kit.choice_row import Chips
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.session import Session


def reach_chips(theme: Theme, session: Session) -> Chips:
    """How far a finger may move."""

    def pick(value: str) -> None:
        session.set_touch(reach=int(value))

    offered = [(str(each), reach_words(each)) for each in TOUCH_REACHES]
    return Chips(theme, "reach", _("A finger may move"), offered, str(session.settings.touch_reach), pick)


def wait_chips(theme: Theme, session: Session) -> Chips:
    """How long a second tap does nothing."""

    def pick(value: str) -> None:
        session.set_touch(wait=int(value))

    offered = [(str(each), wait_words(each)) for each in TOUCH_WAITS]
    return Chips(theme, "wait", _("A second tap counts after"), offered, str(session.settings.touch_wait), pick)


def reach_words(mm: int) -> str:
    """So many millimetres."""
    return _("{number} mm").format(number=mm)


def wait_words(ms: int) -> str:
    """So long."""
    return _("1 second") if ms == 1000 else _("{number} seconds").format(number=f"{ms / 1000:.1f}")

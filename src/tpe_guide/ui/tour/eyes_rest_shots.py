"""Eyes-rest as it is seen by whoever looks on: at its beginning, and while a warning sign is logged."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.eyes_rest.zone import Zone
from tpe_guide.ui.tour.stage import PHONE, Look, Shot, Stage, child

_TO_CHEST_PAIN = 14
"""From the first effect of the list."""


def _beginning(stage: Stage) -> QWidget:
    return stage.open("open", "eyes-rest").window


def _chest_pain(stage: Stage) -> QWidget:
    """From the first list: log how I feel, what was felt, down to the sign."""
    window = stage.open("open", "eyes-rest").window
    zone = child(window, Zone, "eyes-rest-zone")
    for order in ("next", "choose", "choose", *["next"] * _TO_CHEST_PAIN, "choose"):
        zone.ordered.emit(order)
    stage.settle()
    return window


EYES_REST_SHOTS = (
    Shot("eyes-rest", lambda: _("Rest your eyes"), _beginning),
    Shot("eyes-rest-warning", lambda: _("A warning sign, by ear"), _chest_pain, Look(PHONE)),
)

"""Whole notches of a wheel, however finely it tells of them."""

from __future__ import annotations

import math

from PySide6.QtGui import QWheelEvent

_NOTCH = 120
"""Eighths of a degree."""


class Notches:
    """Keeps what is left over of one."""

    def __init__(self) -> None:
        self._turned = 0

    def steps(self, event: QWheelEvent) -> int:
        """So many notches the wheel has gone on by now; negative: towards the person."""
        self._turned += event.angleDelta().y()
        steps, self._turned = int(self._turned / _NOTCH), int(math.fmod(self._turned, _NOTCH))
        return steps

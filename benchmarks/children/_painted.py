"""Ends a process once its page has been painted: the program and its floor end alike."""

from __future__ import annotations

import os
from typing import Any


def end_when_painted(kind: Any) -> None:
    """After the first paint of a *kind* (a widget class), end as soon as its window is painted."""
    from PySide6.QtCore import QTimer

    paint = kind.paintEvent

    def paint_and_end(self: Any, event: Any) -> None:
        paint(self, event)
        # A timer comes after the paint of the whole window. No tidying up: what counts is the way to here.
        QTimer.singleShot(0, lambda: os._exit(0))

    kind.paintEvent = paint_and_end

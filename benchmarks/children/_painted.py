"""Ends a process once its page has been painted: the program and its floor end alike."""

from __future__ import annotations

import os
from typing import Any

_FIRST = 1000
"""Ahead of what the program itself put off until then."""


def end_when_painted(kind: Any) -> None:
    """After the first paint of a *kind* (a widget class), end as soon as its window is painted."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject

    class End(QObject):
        def event(self, event: QEvent) -> bool:
            # No tidying up: what counts is the way to here.
            os._exit(0)

    paint = kind.paintEvent
    end = End()

    def paint_and_end(self: Any, event: Any) -> None:
        paint(self, event)
        # A posted event comes when the whole window is painted, and before any timer.
        QCoreApplication.postEvent(end, QEvent(QEvent.Type.User), _FIRST)

    kind.paintEvent = paint_and_end

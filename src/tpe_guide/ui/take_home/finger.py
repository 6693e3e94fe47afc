"""What strangers press at a kiosk, standing: 20 mm at the least, whatever the size of the text."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton

FINGER = 76
"""px: 20 mm at 96 px to the inch."""
_B = TypeVar("_B", bound=QAbstractButton)


def for_fingers(button: _B, name: str) -> _B:
    """*button*, called *name*, and never lower than a finger needs."""
    button.setObjectName(name)
    button.setMinimumHeight(FINGER)
    return button

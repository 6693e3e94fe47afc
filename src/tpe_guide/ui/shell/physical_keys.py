"""Keys by their place on the keyboard, for layouts whose letters are not Latin or whose digits need Shift.

Qt matches shortcuts by what a key writes: on a Russian layout Ctrl+F is never pressed, on a French one Ctrl+1 needs
Shift. A key that writes a Latin letter or a digit is left to Qt: there its place says nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from tpe_guide.ui.shell.actions import Action

_ROWS = ((2, "1234567890-="), (16, "QWERTYUIOP"), (30, "ASDFGHJKL"), (44, "ZXCVBNM"))
"""The codes of Linux's input layer, which are those of Windows too, by the letters of a US keyboard.
Source: linux/input-event-codes.h."""
_CODES = {letter: first + at for first, letters in _ROWS for at, letter in enumerate(letters)}
_OFFSET = 0 if sys.platform == "win32" else 8
"""X11 and Wayland count from 8. macOS gives no such code: there a key matches nothing here."""
_MODIFIERS = {"Ctrl": Qt.KeyboardModifier.ControlModifier, "Alt": Qt.KeyboardModifier.AltModifier}
_Press = tuple[Qt.KeyboardModifier, int]


class PhysicalKeys:
    """Which of *actions* a key stands for by its place."""

    def __init__(self, actions: Iterable[Action]) -> None:
        self._actions: dict[_Press, str] = {}
        for action in actions:
            for keys in action.keys:
                modifier, __, letter = keys.partition("+")
                if modifier in _MODIFIERS and letter in _CODES:
                    self._actions[_MODIFIERS[modifier], _CODES[letter] + _OFFSET] = action.id

    def action(self, event: QKeyEvent) -> str | None:
        """The id of the action; None if the key writes Latin letters or digits, or stands for nothing."""
        key = event.key()
        if key < 128 and chr(key).isalnum():
            return None
        modifiers = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier)
        return self._actions.get((modifiers, event.nativeScanCode()))


def digit_by_place(event: QKeyEvent) -> str:
    """The digit of a key of the number row that writes something else without Shift, as on French keyboards."""
    if event.modifiers() or not event.text():
        return ""
    return next((digit for digit in "0123456789" if _CODES[digit] + _OFFSET == event.nativeScanCode()), "")

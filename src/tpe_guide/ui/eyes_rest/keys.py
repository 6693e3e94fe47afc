"""Five keys that are found by feel: the arrows with Enter and Esc, or the number pad.

They are the same on every layout. Left and right mean out and in, in whatever direction one reads: a hand that sees
nothing goes by the place of a key.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from tpe_guide.eyes_rest.hand import Order

_Key = Qt.Key
_ALWAYS: dict[int, Order] = {
    _Key.Key_Down: "next",
    _Key.Key_Up: "previous",
    _Key.Key_Return: "choose",
    _Key.Key_Enter: "choose",
    _Key.Key_Escape: "back",
    _Key.Key_F1: "help",
    _Key.Key_F9: "urgent",
    _Key.Key_F12: "leave",
}
_UNLESS_TYPING: dict[int, Order] = {
    _Key.Key_Right: "choose",
    _Key.Key_Space: "choose",
    _Key.Key_Left: "back",
}
_ON_THE_PAD: dict[int, Order] = {
    _Key.Key_2: "next",
    _Key.Key_8: "previous",
    _Key.Key_5: "choose",
    _Key.Key_6: "choose",
    _Key.Key_4: "back",
    _Key.Key_0: "help",
    _Key.Key_Clear: "choose",  # 5 and 0, where the pad writes no digits
    _Key.Key_Insert: "help",
}
_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier


def order_of(event: QKeyEvent, *, typing: bool = False) -> Order | None:
    """What the key means; None: nothing. *typing*: what writes or moves in a line does only that."""
    modifiers, key = event.modifiers(), event.key()
    if modifiers & ~_PLAIN:
        return None
    order = _ALWAYS.get(key)
    if order is None and not typing:
        order = _UNLESS_TYPING.get(key)
        if order is None and modifiers & Qt.KeyboardModifier.KeypadModifier:
            order = _ON_THE_PAD.get(key)
    return order


def is_alone(event: QKeyEvent) -> bool:
    """A finger that sees nothing slips onto it easily: F8 lies beside Urgent help. Two keys at once are meant."""
    return not event.modifiers() & _CHORD

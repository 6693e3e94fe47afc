"""Which keys a stranger may use at a kiosk: those that move and press, and those of the actions it allows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from tpe_guide.policy import Policy
from tpe_guide.ui.shell.actions import allowed_actions

PRESSING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_MOVING = frozenset(
    {
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
    }
)
_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_Insert,
    }
)
"""Half of a chord, or the keys that screen readers listen for."""
_SCROLLING = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Escape})
# On many keyboards + is typed with Shift, and arrows may count as keypad keys.
_NO_MATTER = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
Chord = tuple[Qt.Key, Qt.KeyboardModifier]


def allowed_chords(policy: Policy) -> frozenset[Chord]:
    """Every key, with the modifiers that count, that does something under *policy*. All others do nothing."""
    plain = Qt.KeyboardModifier.NoModifier
    chords = {(key, plain) for key in PRESSING | _MOVING | _SCROLLING}
    for action in allowed_actions(policy):
        for written in action.keys:
            combination = QKeySequence(written)[0]  # type: ignore[index]
            chords.add((combination.key(), combination.keyboardModifiers() & ~_NO_MATTER))
    return frozenset(chords)


def chord_of(event: QKeyEvent) -> Chord:
    """The chord that *event* is, as ``allowed_chords`` names it."""
    return Qt.Key(event.key()), event.modifiers() & ~_NO_MATTER


def is_modifier(event: QKeyEvent) -> bool:
    """A key that does nothing by itself."""
    return event.key() in _MODIFIERS


def only_moves(event: QKeyEvent) -> bool:
    """A key that presses nothing, but shows that someone is choosing."""
    return event.key() in _MOVING or is_modifier(event)

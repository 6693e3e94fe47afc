"""What comes to the kiosk from outside: kinds of events, a clock, what lies on the clipboard or over the window."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent
from PySide6.QtGui import QClipboard, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QApplication

_Type = QEvent.Type
KEYS = frozenset({_Type.ShortcutOverride, _Type.KeyPress})
POINTERS = frozenset(
    {_Type.MouseButtonPress, _Type.MouseButtonDblClick, _Type.TouchBegin, _Type.TabletPress, _Type.Wheel}
)
MOVES = frozenset({_Type.MouseMove, _Type.TouchUpdate, _Type.TabletMove})
# Moving alone is no input: a mouse on a shaking table would keep a visit open for ever.
REST_OF_GESTURE = MOVES | {
    _Type.MouseButtonRelease,
    _Type.TouchEnd,
    _Type.TouchCancel,
    _Type.TabletRelease,
    _Type.KeyRelease,
}
NEVER = frozenset({_Type.ContextMenu, _Type.DragEnter, _Type.DragMove, _Type.Drop})


def drags(event: QEvent) -> bool:
    """Whether something is pressed while it moves."""
    return isinstance(event, QTouchEvent) or (isinstance(event, QMouseEvent) and bool(event.buttons()))


def clock() -> float:
    """Seconds from a fixed origin that also pass while the machine sleeps, where the system can tell."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


def clear_clipboard(application: QApplication) -> None:
    """Nothing is copied, and nothing is selected."""
    clipboard = application.clipboard()
    for part in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection, QClipboard.Mode.FindBuffer):
        clipboard.clear(part)


def close_popups(application: QApplication) -> None:
    """No menu lies over the window."""
    while (popup := application.activePopupWidget()) is not None:
        popup.close()

"""Esc, as a shaking hand presses it."""

from __future__ import annotations

from math import inf
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from tpe_guide import clock
from tpe_guide.ui.kit.one_press import SETTLE_SECONDS, OnePress

_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class EscKey(QObject):
    """Sees every Esc in *window*, also one that something in it takes to close itself.

    A filter: a window whose ``event`` is overridden in Python did not survive errors that were raised while it painted.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._press = OnePress()
        self._is_over = True
        self._asked = -inf
        self.is_meant = True
        """The last one: it came no sooner after the one before than two presses that are meant."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before a key is anybody's it may be a shortcut, and whoever does not know it asks the window."""
        if event.type() in _KEYS and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                self._ask()
            else:
                self._is_over = True
        return False

    def _ask(self) -> None:
        """A press asks once; where a screen reader listens, Qt holds it back for the reader, and it asks again."""
        now = clock.seconds()
        if self._is_over or now - self._asked >= SETTLE_SECONDS:
            self.is_meant = self._press.is_meant()
        self._is_over, self._asked = False, now

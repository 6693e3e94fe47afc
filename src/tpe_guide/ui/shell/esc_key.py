"""Esc, as a shaking hand presses it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from tpe_guide.ui.kit.one_press import OnePress


class EscKey(QObject):
    """Sees every Esc in *window*, also one that something in it takes to close itself.

    A filter: a window whose ``event`` is overridden in Python did not survive errors that were raised while it painted.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._press = OnePress()
        self.is_meant = True
        """The last one: it came no sooner after the one before than two presses that are meant."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before a key is anybody's it may be a shortcut, and whoever does not know it asks the window."""
        if event.type() == QEvent.Type.ShortcutOverride and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape:
            self.is_meant = self._press.is_meant()
        return False

"""Keeps a locked kiosk in front: where the desktop hid it, or gave the keys to another window, it comes back.

It cannot keep them from being taken for a moment; a session with nothing else in it does.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

AGAIN_MS = 300


class InFront(QObject):
    """Brings *window* back as long as it *should* be seen."""

    def __init__(self, application: QApplication, window: QWidget, should: Callable[[], bool]) -> None:
        super().__init__(window)
        self._application, self._window, self._should = application, window, should
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._come_back)
        self._asked = False
        application.applicationStateChanged.connect(self._on_state)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._again.stop()
            self._asked = False
        elif self._should():
            self._again.start()

    def _come_back(self) -> None:
        if not self._should() or self._application.applicationState() is Qt.ApplicationState.ApplicationActive:
            return
        if self._asked:  # in vain: hidden with all windows, or on another desktop. A window that is new comes up here
            self._window.hide()
        self._asked = not self._asked
        self._window.showFullScreen()
        self._window.raise_()
        self._window.activateWindow()
        self._again.start()

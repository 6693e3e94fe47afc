"""A file that is double-clicked on a Mac comes as an event; elsewhere it is an argument of a program of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


def watch_for_files(application: QApplication, opened: Callable[[list[str]], object]) -> None:
    """Give *opened* each file that a Mac tells of. Elsewhere nothing is watched: it would see every event there is."""
    if sys.platform == "darwin":
        application.installEventFilter(FileOpens(opened, application))


class FileOpens(QObject):
    """Hands on the name of each file that somebody has opened with the program."""

    def __init__(self, opened: Callable[[list[str]], object], parent: QObject) -> None:
        super().__init__(parent)
        self._opened = opened

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Of all events only the one that tells of a file."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self._opened([event.file()])
            return True
        return False

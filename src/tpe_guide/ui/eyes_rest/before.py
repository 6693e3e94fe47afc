"""What comes to a widget, seen before that sees it.

A filter: an error that is raised while a widget paints ends the program where its ``event`` is overridden in Python.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class Before(QObject):
    """*takes* tells of each event of *widget* whether it has taken it."""

    def __init__(self, widget: QWidget, takes: Callable[[QEvent], bool]) -> None:
        super().__init__(widget)
        self._takes = takes
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is taken does not come to the widget."""
        return self._takes(event)

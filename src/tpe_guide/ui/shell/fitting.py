"""A window as large as it was designed, or as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

TITLE_BAR = 48
"""px that a desktop may take for it."""


def show_fitting(window: QWidget, application: QApplication, designed: QSize) -> None:
    """Show *window* in the size *designed*; on a screen with no room for that and a title bar, as large as it goes."""
    room = application.primaryScreen().availableSize()
    window.resize(designed.boundedTo(room))
    if room.width() > designed.width() and room.height() > designed.height() + TITLE_BAR:
        window.show()
    else:
        window.showMaximized()

"""The size at which a window opens: as designed, or as large as the screen allows."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

DESIGNED = QSize(1440, 900)
TITLE_BAR = 48
"""px that a desktop may take for it."""


def show_fitting(window: QWidget, application: QApplication) -> None:
    """Show *window* as designed; on a screen with no room for that and a title bar, as large as it goes."""
    room = application.primaryScreen().availableSize()
    window.resize(DESIGNED.boundedTo(room))
    if room.width() > DESIGNED.width() and room.height() > DESIGNED.height() + TITLE_BAR:
        window.show()
    else:
        window.showMaximized()

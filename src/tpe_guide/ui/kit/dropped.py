"""Files that are dragged onto a screen: they are read, and stay where they are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent

_COPY = Qt.DropAction.CopyAction


def let_in(event: QDragEnterEvent) -> None:
    """Files may be dropped here, if whoever they come from keeps them: told *moved*, a desktop would remove them."""
    if event.mimeData().hasUrls() and event.possibleActions() & _COPY:
        event.setDropAction(_COPY)
        event.accept()
    else:
        event.ignore()


def files_of(event: QDropEvent) -> list[str]:
    """Those of this computer that were dropped."""
    event.setDropAction(_COPY)
    event.accept()
    return [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]

"""What was said with a file’s name in it: a warning stays until it is closed, but not for the next person."""

from __future__ import annotations

from PySide6.QtCore import QObject

from tpe_guide.diary.in_folder import stem
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.nurse.files_state import FilesState
from tpe_guide.wording import said_name


class SaidOfFiles(QObject):
    """Listens to *messages* for the names of *files* and of their pages."""

    def __init__(self, messages: Messages, files: FilesState, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages
        self._files = files
        self._said: list[str] = []
        messages.said.connect(self._on_said)

    def take_back(self) -> None:
        """None of it is shown any more."""
        for sentence in self._said:
            self._messages.untrue.emit(sentence)
        self._said.clear()

    def _on_said(self, sentence: str) -> None:
        names = (name for row in self._files.rows for name in (said_name(row.path), f"{stem(row.path)}.pdf"))
        if any(name in sentence for name in names):
            self._said.append(sentence)

"""The one file of the list whose page is shown: read anew as it is chosen, beside the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from tpe_guide.errors import TpeGuideError
from tpe_guide.ui.kit.beside import Beside
from tpe_guide.ui.nurse.files_state import SILENT_MS
from tpe_guide.ui.nurse.seen_file import Seen, see
from tpe_guide.ui.nurse.unread_file import does_not_answer
from tpe_guide.wording import describe

if TYPE_CHECKING:
    from tpe_guide.diary.model import Diary


class ChosenFile(QObject):
    """From the moment when one is chosen, nothing is left of the one before."""

    seen = Signal(Path, Seen)
    """What it is, is known."""
    silent = Signal()
    """It does not answer; it may do so later."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self.diary: Diary | None = None
        self.problem = ""
        """Why it cannot be shown; empty where it can, and while it is being read."""
        self.whose = ""
        """By what its page is told from another on paper."""
        self._reading = Beside(self)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._on_silence)

    def read(self, path: Path) -> None:
        """Show the diary at *path*, once it is read."""
        self.put_away()
        self.path = path
        self._reading.run(partial(see, path), self._on_seen, self._on_refused)
        self._patience.start(SILENT_MS)

    def put_away(self) -> None:
        """None is chosen."""
        self._reading.give_up()
        self._patience.stop()
        self.path = self.diary = None
        self.problem = self.whose = ""

    def finish(self, seconds: float) -> bool:
        """Wait for it, at most so long; whether it is read."""
        return self._reading.wait(seconds)

    def _on_seen(self, seen: Seen) -> None:
        self._patience.stop()
        self.diary, self.problem, self.whose = seen.diary, seen.why, seen.whose
        assert self.path is not None
        self.seen.emit(self.path, seen)

    def _on_refused(self, error: TpeGuideError) -> None:
        self._on_seen(Seen("damaged", "", describe(error)))

    def _on_silence(self) -> None:
        if self.path is not None:
            self.problem = does_not_answer(self.path)
            self.silent.emit()

"""Work that waits for a disk, beside the window: a share that hangs must freeze neither it nor its closing."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer

from tpe_guide.errors import TpeGuideError

T = TypeVar("T")
_LOOK_AGAIN_MS = 20
LONGEST_SECONDS = 5.0
"""So long a program whose window is closed waits for the disk."""


class Beside(QObject):
    """One piece of work at a time, in a thread of its own, which ends with the program whatever it waits for.

    The thread touches nothing of Qt: a timer looks whether it is done, as long as there is something to wait for.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._tell: Callable[[], None] = _nothing
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_AGAIN_MS)
        self._look.timeout.connect(self._on_look)

    @property
    def busy(self) -> bool:
        """Something is being done, or its answer has not been told yet."""
        return self._thread is not None

    def run(
        self, work: Callable[[], T], done: Callable[[T], object], failed: Callable[[TpeGuideError], object]
    ) -> None:
        """Do *work* beside the window; *done* is told what it gave, *failed* what it raised, in the window's thread.

        While it is ``busy`` it takes nothing else.
        """
        if self.busy:
            raise RuntimeError("one at a time")
        came: list[Any] = []

        def do() -> None:
            try:
                came.append((done, work()))
            except TpeGuideError as error:
                came.append((failed, error))
            except Exception as error:  # a bug: it is raised where it is seen and written down
                came.append((_raise, error))

        def tell() -> None:
            then, what = came[0]
            then(what)

        self._tell = tell
        self._thread = threading.Thread(target=do, name="beside", daemon=True)
        self._thread.start()
        self._look.start()

    def wait(self, seconds: float) -> bool:
        """Wait for what is being done, at most so long; whether nothing is being done any more. It is then told."""
        if self._thread is not None:
            self._thread.join(seconds)
            self._on_look()
        return not self.busy

    def give_up(self) -> None:
        """Wait no longer for what is being done: whatever comes of it is not told."""
        self._look.stop()
        self._thread, self._tell = None, _nothing

    def _on_look(self) -> None:
        if self._thread is None or self._thread.is_alive():
            return
        self._thread = None
        self._look.stop()
        self._tell()


def _raise(error: Exception) -> None:
    raise error


def _nothing() -> None:
    """There is nothing to tell."""

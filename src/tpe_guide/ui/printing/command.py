"""A command of the system, run beside the window and for a limited time: nobody waits for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QDeadlineTimer, QObject, QProcess, QProcessEnvironment, QTimer, Signal


class Outcome(NamedTuple):
    """How a command ended."""

    answered: bool
    """False: it could not be run, or was ended because its time was up."""
    code: int
    words: str
    """What it wrote to standard output."""


Onward = Callable[[Outcome], tuple[Sequence[str], bytes] | None]
"""After a question that *Print* begins with: the command that hands the page over, and the page; None without one."""

PARTING_MS = 3_000
"""So long whoever closes the program at once after *Print* waits for the page to be handed over."""


class Command(QObject):
    """Run with ``start``; it tells of its end once, and is gone then."""

    ended = Signal(Outcome)

    def __init__(self, environment: Mapping[str, str], seconds: float, parent: QObject) -> None:
        super().__init__(parent)
        parent.destroyed.connect(self._on_parting)
        self._process = QProcess(self)
        surroundings = QProcessEnvironment()
        for name, value in environment.items():
            surroundings.insert(name, value)
        self._process.setProcessEnvironment(surroundings)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.setInterval(round(seconds * 1000))
        self._limit.timeout.connect(self._on_time_up)
        self._given = b""
        self._onward: Onward | None = None
        self._stays = False
        self._outcome: Outcome | None = None
        self._over = False

    def start(
        self, command: Sequence[str], given: bytes = b"", onward: Onward | None = None, *, stays: bool = False
    ) -> None:
        """Run *command* with *given* on its standard input; then *onward*, if the program is closed meanwhile.

        *stays*: it is to come to its end even then, as what was given something does.
        """
        self._onward = onward
        self._stays = stays
        self._limit.start()
        self._run(command, given)

    def _run(self, command: Sequence[str], given: bytes) -> None:
        self._given = given
        self._process.start(command[0], list(command[1:]))
        self._process.write(given)
        self._process.closeWriteChannel()

    def give_up(self) -> None:
        """Run no longer; it tells of its end no more."""
        self._over = True
        self._limit.stop()
        self._process.kill()

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        words = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        self._outcome = Outcome(status == QProcess.ExitStatus.NormalExit, code, words)
        self._end(self._outcome)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._end(Outcome(answered=False, code=-1, words=""))

    def _on_time_up(self) -> None:
        self._end(Outcome(answered=False, code=-1, words=""))
        self._process.kill()

    def _on_parting(self) -> None:
        """The program is being closed: a page on its way still goes, any other question matters no more."""
        self._over = True
        until = QDeadlineTimer(PARTING_MS)
        if self._onward is not None and self._process.waitForFinished(PARTING_MS) and self._outcome is not None:
            rest = self._onward(self._outcome)
            if rest is None:
                return
            self._run(*rest)
        if (self._given or self._stays) and self._process.waitForFinished(until.remainingTime()):
            return
        self._process.kill()
        self._process.waitForFinished(PARTING_MS)

    def _end(self, outcome: Outcome) -> None:
        if self._over:
            return
        self._over = True
        self._limit.stop()
        self.ended.emit(outcome)
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self.deleteLater()
        else:
            self._process.finished.connect(self.deleteLater)

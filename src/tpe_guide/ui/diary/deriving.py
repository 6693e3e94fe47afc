"""Passcodes turned into keys, beside the window: Argon2id takes a tenth of a second by design, on old machines more.

Only that is done there. What is then opened or written, is in the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from tpe_guide.diary.tries import Tries
from tpe_guide.errors import TpeGuideError, WrongPasscode
from tpe_guide.i18n import _
from tpe_guide.ui.kit.announce import announce
from tpe_guide.ui.kit.beside import LONGEST_SECONDS, Beside
from tpe_guide.ui.kit.button import Button

T = TypeVar("T")


class _Bug(NamedTuple):
    """What nobody foresaw: it is raised where it is seen and written down."""

    error: Exception


class Deriving(QObject):
    """One at a time: what is asked for meanwhile is not done, or waits where nobody waits for the other any more.

    *tries* counts guesses, also those nobody waits for.
    """

    working = Signal()
    """It was begun, or is over: see ``busy``."""
    refused = Signal(object)
    """A TpeGuideError: why what was wanted was not done."""

    def __init__(self, tries: Callable[[], Tries], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tries = tries
        self._beside = Beside(self)
        self._wanted = False
        self._next: Callable[[], object] | None = None
        """What is done when that which nobody waits for is over."""

    @property
    def busy(self) -> bool:
        """A passcode is being turned into a key."""
        return self._beside.busy

    def run(self, work: Callable[[], T], done: Callable[[T], object], *, guess: bool = True) -> None:
        """Do *work* beside the window, then *done* in its thread. *guess*: what is typed may be wrong.

        ``refused`` tells what either raised. Raises TooSoon where a guess must wait.
        """
        if self.busy:
            if not self._wanted:
                self._next = lambda: self.run(work, done, guess=guess)
            return
        tries = self._tries() if guess else None
        if tries is not None:
            tries.check()

        def work_or_bug() -> T | _Bug:
            try:
                return work()
            except TpeGuideError:
                raise
            except Exception as error:
                return _Bug(error)

        def on_done(what: T | _Bug) -> None:
            if isinstance(what, _Bug):
                self._next = None
                self.working.emit()  # else the button would say for ever that it works
                raise what.error
            if tries is not None:
                tries.succeeded()
            self._end(lambda: done(what))

        def on_failed(error: TpeGuideError) -> None:
            if tries is not None and isinstance(error, WrongPasscode):
                tries.failed()
            self._end(lambda: self.refused.emit(error))

        self._wanted = True
        self._beside.run(work_or_bug, on_done, on_failed)
        self.working.emit()

    def drop(self) -> None:
        """Nobody waits for it any more: nothing comes of it, but for a wrong guess, which is counted."""
        self._wanted, self._next = False, None

    def finish(self, seconds: float = LONGEST_SECONDS) -> bool:
        """Wait for what is being done, at most so long; whether nothing is any more."""
        return self._beside.wait(seconds)

    def _end(self, then: Callable[[], object]) -> None:
        self.working.emit()
        after, self._next = self._next, None
        do = after or (then if self._wanted else None)
        if do is not None:
            try:
                do()
            except TpeGuideError as error:
                self.refused.emit(error)


class WorkingWords(QObject):
    """*button* says *words* while *deriving* works, and so does a screen reader."""

    def __init__(self, deriving: Deriving, button: Button, words: str, short: str = "") -> None:
        super().__init__(button)
        self._deriving = deriving
        self._button = button
        self._at_rest = (button.text(), button.short)
        self._at_work = (words, short)
        deriving.working.connect(self._show)
        if deriving.busy:
            self._show()

    def _show(self) -> None:
        words, short = self._at_work if self._deriving.busy else self._at_rest
        self._button.set_words(words, short=short)
        if self._deriving.busy:
            announce(self._button, words)


def opening() -> str:
    """What the button says that opens a diary, meanwhile."""
    return _("Opening …")

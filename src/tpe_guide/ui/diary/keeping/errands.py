"""One thing at a time about keeping the diary: what is being done, what is offered, and what came of it.

All that waits for a disk is done beside the window. The screens are made anew after each ``changed``.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from tpe_guide.errors import TpeGuideError, WrongPasscode
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.kit.beside import LONGEST_SECONDS, Beside
from tpe_guide.wording import describe

if TYPE_CHECKING:
    from tpe_guide.diary.keys import Unlocked

T = TypeVar("T")
Doing = Literal["", "backing-up", "reading", "saving"]
Asking = Literal["", "passcode", "change", "remove", "sheet"]


class Offer(NamedTuple):
    """Something that can be done now: what would come of it, in lines, and how the button is called."""

    title: str
    lines: tuple[str, ...]
    button: str
    do: Callable[[], None]
    nothing_to_do: bool = False
    """It would change nothing."""


class Done(NamedTuple):
    """What was done, or why it was not."""

    title: str
    lines: tuple[str, ...]
    is_problem: bool = False


class Errands(QObject):
    """Belongs to one window, and outlives its screens."""

    changed = Signal()

    def __init__(self, diary_session: DiarySession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.diary_session = diary_session
        self.where = diary_session.folder
        """The folder of the diary."""
        self.doing: Doing = ""
        self.asking: Asking = ""
        """The form about the passcode or the sheet that is open."""
        self.offer: Offer | None = None
        self.done: Done | None = None
        self.locked_backup: Path | None = None
        """A backup that opens with a passcode of its own."""
        self._beside = Beside(self)
        diary_session.closing.connect(self.clear)  # what is offered holds words of the diary

    def dismiss(self) -> None:
        """Put away what is offered, asked or told."""
        self.clear()
        self.changed.emit()

    def stop_waiting(self) -> None:
        """What is being done takes too long for the person: a share may hang."""
        self._beside.give_up()
        self.doing = ""
        self.dismiss()

    def clear(self) -> None:
        """The same; whoever shows it is told by something else."""
        self.offer = self.done = self.locked_backup = None
        self.asking = ""

    def ask(self, what: Asking) -> None:
        """Open a form about the passcode."""
        self.clear()
        self.asking = what
        self.changed.emit()

    def finish(self, seconds: float = LONGEST_SECONDS) -> bool:
        """Wait for what is being done, at most so long; whether nothing is any more."""
        return self._beside.wait(seconds)

    def known_key(self) -> Unlocked | None:
        """The key of the diary, as far as it can be had without asking anybody; that of another diary is none."""
        from tpe_guide.diary.backup import present_key
        from tpe_guide.diary.by_sheet import only_if_it_fits

        session = self.diary_session
        if session.is_open:
            return session.store.unlocked
        try:
            return only_if_it_fits(self.where, session.barred or present_key(self.where, None))
        except WrongPasscode:
            return None

    def scratch(self) -> Path:
        """Where a copy of the open diary is made, which answers at once."""
        return Path(tempfile.gettempdir()) if self.diary_session.store.read_only else self.where

    def make_offer(self, offer: Offer) -> None:
        """Offer it in place of whatever there was."""
        self.clear()
        self.offer = offer
        self.changed.emit()

    def tell(self, title: str, *lines: str, is_problem: bool = False) -> None:
        """Tell what came of it in place of whatever there was."""
        self.clear()
        self.done = Done(title, lines, is_problem)
        self.changed.emit()

    @contextmanager
    def or_told(self, title: str) -> Iterator[None]:
        """What goes wrong inside is told below *title*."""
        try:
            yield
        except TpeGuideError as error:
            self.tell(title, describe(error), is_problem=True)

    def run(
        self,
        doing: Doing,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: str | Callable[[TpeGuideError], object],
    ) -> None:
        """Do *work* beside the window. *failed*: who is told of what went wrong, or the title that it is told below.

        What is pressed while something else is being done does nothing.
        """
        if self._beside.busy:
            return
        self.doing = doing

        def on_done(what: T) -> None:
            self.doing = ""
            with self.or_told(failed if isinstance(failed, str) else ""):
                done(what)

        def on_failed(error: TpeGuideError) -> None:
            self.doing = ""
            if isinstance(failed, str):
                self.tell(failed, describe(error), is_problem=True)
            else:
                failed(error)

        self._beside.run(work, on_done, on_failed)
        self.changed.emit()

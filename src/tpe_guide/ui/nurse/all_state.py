"""All pages of the list at once: saved or printed beside the window, told one by one, and stopped when asked to."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from tpe_guide.i18n import _, _n
from tpe_guide.summary.formats import Job
from tpe_guide.ui.kit.beside import LONGEST_SECONDS, Beside
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.nurse.files_state import SILENT_MS
from tpe_guide.ui.nurse.made_pages import Made, Way, each, print_on, save_into

Stage = Literal["offered", "running", "stopping", "done"]
STOP_MS = 4_000
"""So long the page that is being made when somebody stops is waited for."""
_DRAIN_MS = 40
_NAMED = 5
"""Files that a sentence names; the screen names all."""


class AllState(QObject):
    """One run at a time."""

    changed = Signal()

    def __init__(self, messages: Messages, name_of: Callable[[Path], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._name_of = name_of
        self.stage: Stage = "offered"
        self.target = ""
        """The printer, or the folder."""
        self.sources: Sequence[Path] = ()
        self.made: list[Made] = []
        self.silent = False
        """Nothing was heard for a while."""
        self._hangs = False
        self._jobs: deque[str] = deque()
        """What the print system calls those that it has."""
        self._told: deque[Made] = deque()
        self._over = threading.Event()
        self._beside = Beside(self)
        self._drain = QTimer(self)
        self._drain.setInterval(_DRAIN_MS)
        self._drain.timeout.connect(self._take_in)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._on_silence)

    @property
    def busy(self) -> bool:
        """Pages are on their way."""
        return self.stage in ("running", "stopping")

    @property
    def failed(self) -> list[Made]:
        """Those of which there is no page, or nobody knows of any, and why."""
        return [one for one in self.made if not one.where]

    @property
    def share(self) -> float:
        """How much is done, from 0 to 1."""
        return len(self.made) / len(self.sources) if self.sources else 0.0

    def save(self, sources: Sequence[Path], folder: str, job: Job) -> None:
        """Save the page of each of *sources* in *folder*."""
        self._begin(sources, job, save_into(Path(folder)), Path(folder).name or folder)

    def print(self, sources: Sequence[Path], printer: str, job: Job) -> None:
        """Print the page of each of *sources* on *printer*."""
        jobs = deque[str]()
        way = print_on(printer, job.paper, jobs.append)
        if self._begin(sources, job._replace(with_data=False), way, printer):
            self._jobs = jobs

    def stop(self) -> None:
        """Begin no more of them."""
        if self.stage == "running":
            self.stage = "stopping"
            self._over.set()
            self._patience.start(STOP_MS)
            self.changed.emit()

    def forget(self) -> None:
        """As if nothing had been asked for; what is on its way is stopped, and that is said without a name."""
        if self.busy:
            self._over.set()
            self._end(named=False, hangs=self._beside.busy)
        self.stage, self.target, self.sources, self.made = "offered", "", (), []
        self.changed.emit()

    def finish(self, seconds: float = LONGEST_SECONDS) -> bool:
        """The program is closed: begin no more, and wait a while for the one that is on its way."""
        self._over.set()
        return self._beside.wait(seconds)

    def words(self) -> str:
        """How far it has come, or what became of it."""
        count, made = len(self.sources), len(self.made)
        if self.stage == "stopping":
            return _("Stopping …")
        if self.stage == "running":
            words = _("{number} of {count} done …").format(number=made, count=count)
            return (
                _("{words} The drive, share or printer does not answer.").format(words=words) if self.silent else words
            )
        return self._closing(named=False)

    # --- beside the window -----------------------------------------------------------------------------------

    def _begin(self, sources: Sequence[Path], job: Job, way: Way, target: str) -> bool:
        """Whether it has begun."""
        if self.busy:
            self._messages.inform(_("Not begun: other pages are still on their way. Please try again after that."))
            return False
        if not sources:
            return False
        self.stage, self.sources, self.target, self.made = "running", tuple(sources), target, []
        self._over, self._told = threading.Event(), deque()
        self._messages.owe()
        work = partial(each, self.sources, job, way, self._told.append, self._over.is_set)
        self._beside.run(partial(_outcome, work), self._on_over, self._messages.warn)
        self._drain.start()
        self._patience.start(SILENT_MS)
        self.changed.emit()
        return True

    def _take_in(self) -> None:
        if not self._told:
            return
        while self._told:
            self.made.append(self._told.popleft())
        self.silent = False
        if self.stage == "running":
            self._patience.start(SILENT_MS)
        self.changed.emit()

    def _on_over(self, bug: Exception | None) -> None:
        self._end()
        if bug is not None:
            raise bug

    def _on_silence(self) -> None:
        if self.stage == "stopping":
            self._end(hangs=True)
            return
        self.silent = True
        self.changed.emit()

    def _end(self, *, named: bool = True, hangs: bool = False) -> None:
        """Say what there is. Where the last one *hangs*, it is left to itself, and nothing more is begun."""
        self._take_in()
        self._beside.give_up()
        self._drain.stop()
        self._patience.stop()
        self.stage, self.silent = "done", False
        went_well = len(self.made) == len(self.sources) and not self.failed
        self._hangs = hangs
        words = self._closing(named=named)
        if went_well:
            self._messages.inform(words)
        else:
            self._messages.warn(words)
        self._messages.pay(went_well=went_well)
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """A printer that runs out of paper is told of after the run too: by its name, never by a patient's."""
        if self._jobs:
            from tpe_guide.ui.printing.print_job import PrintJob

            job = PrintJob(self.target, self._messages.inform, self._messages.warn, self._messages.untrue.emit, self)
            job.follow(tuple(self._jobs))
            self._jobs = deque()

    def _closing(self, *, named: bool) -> str:
        """``93 made, 7 not: …``"""
        failed = [self._name_of(one.source) for one in self.failed if one.is_known]
        made = sum(bool(one.where) for one in self.made)
        left = len(self.sources) - made - len(failed)
        if failed and named:
            shown = ", ".join(failed[:_NAMED]) + (" …" if len(failed) > _NAMED else "")
            words = _("{made} made, {failed} not: {names}.").format(made=made, failed=len(failed), names=shown)
        elif failed:
            words = _("{made} made, {failed} not.").format(made=made, failed=len(failed))
        else:
            words = _("{made} made.").format(made=made)
        if left:
            rest = _n("{count} is missing.", "{count} are missing.", left).format(count=left)
            words = _("Stopped. {words} {rest}").format(words=words, rest=rest)
        if self._hangs or not all(one.is_known for one in self.made):
            return _("{words} One may still be on its way.").format(words=words)
        return words


def _outcome(work: Callable[[], object]) -> Exception | None:
    """A bug in *work*: no answer may be owed for ever."""
    try:
        work()
    except Exception as error:
        return error
    return None

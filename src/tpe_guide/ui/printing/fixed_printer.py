"""The one printer of a kiosk: how it stands is known before anything is promised, and a visit's jobs go with the visit.

It outlives the visits, since a job may have to be taken back after its visitor is gone. All is asked by commands beside
the window, for a limited time: a print system that accepts and never answers costs nobody a second.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from tpe_guide.i18n import _
from tpe_guide.ui.printing import cups
from tpe_guide.ui.printing.command import Command, Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tpe_guide.summary.papers import Paper

Standing = Literal["asking", "ready", "silent", "missing", "untold", "stopped", "paper", "unreachable", "fault"]
"""How the printer stands. ``missing``: the print system knows no such printer, or does not run; ``untold``: this
computer has none that could say."""
Sent = Literal["", "handing", "handed", "waits", "gone", "refused", "unknown"]
"""How far the last page came. ``waits``: its printer has met with something; ``gone``: it is in the queue no more, so
it is printed, or somebody took it out; ``unknown``: the print system has not answered, and may have it."""

LOOK_AGAIN_MS = 3_000
_MEDIA = {"a4": "A4", "letter": "Letter"}


class FixedPrinter(QObject):
    """The *printer* of that name. ``forget`` ends what belongs to a visit."""

    changed = Signal()
    """How it stands, or how far the page came."""
    left_behind = Signal(str)
    """For the staff: what of a visit that is over could not be taken back."""

    def __init__(self, printer: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.printer = printer
        self.standing: Standing = "asking"
        self.may_want_paper = False
        """One of its trays is empty, or nearly."""
        self.sent: Sent = ""
        self._visit = 0
        self._jobs: list[str] = []
        self._leaving = 0
        """Things of visits that are over, and that are still to be taken back."""
        self._looking = self._is_handing = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self.look)

    def look(self) -> None:
        """Ask how it stands."""
        if not self.printer or not cups.is_there():
            self._stand("untold")
        elif not self._looking:
            self._looking = True
            self._run(cups.look_at(self.printer), cups.ASK_SECONDS, partial(self._on_looked, self._visit))

    def send(self, pdf: bytes, paper: Paper, failed: Callable[[], None]) -> None:
        """Hand *pdf* over, if the printer is ready at this moment; *failed* is told where it has surely not come."""
        self._tell("handing")
        visit = self._visit

        def go_on(outcome: Outcome) -> None:
            if visit != self._visit:
                return
            self._take_in(outcome)
            if self.standing == "ready":
                self._hand_over(pdf, paper, failed)
            else:
                failed()
                self._tell("")

        self._run(cups.look_at(self.printer), cups.ASK_SECONDS, go_on)

    @property
    def is_leaving(self) -> bool:
        """Something of a visit that is over is still being taken back."""
        return self._leaving > 0

    def give_up(self) -> None:
        """There is no more time for that."""
        if self.is_leaving:
            self._leaving = 0
            for running in self.findChildren(Command):
                running.give_up()
            self.left_behind.emit(_unknown(self.printer))

    def forget(self) -> None:
        """The visit is over: take back what still waits. Returns at once."""
        jobs, self._jobs = self._jobs, []
        if self.sent == "unknown":
            self.left_behind.emit(_unknown(self.printer))
        self._visit += 1
        self._leaving += self._is_handing
        self._is_handing = False
        self._looking = False
        self._again.stop()
        self.standing, self.sent, self.may_want_paper = "asking", "", False
        for job in jobs:
            self._take_back(job)

    # --- how it stands -----------------------------------------------------------------------------------------

    def _on_looked(self, visit: int, outcome: Outcome) -> None:
        if visit != self._visit:
            return
        self._looking = False
        queue = self._take_in(outcome)
        if queue is not None and self._jobs:
            waiting = not queue.jobs.isdisjoint(self._jobs)
            self.sent = "waits" if waiting and queue.trouble else "handed" if waiting else "gone"
        self.changed.emit()
        if self._jobs and self.sent != "gone":
            self._again.start(LOOK_AGAIN_MS)

    def _take_in(self, outcome: Outcome) -> cups.Queue | None:
        """Stand as the print system tells; None where it tells nothing."""
        if not outcome.answered or outcome.code:
            self.standing = "missing" if outcome.answered else "silent"
            return None
        queue = cups.queue_in(outcome.words)
        self.standing, self.may_want_paper = queue.trouble or "ready", queue.may_want_paper
        return queue

    def _stand(self, standing: Standing) -> None:
        self.standing = standing
        self.changed.emit()

    def _tell(self, sent: Sent) -> None:
        self.sent = sent
        self.changed.emit()

    # --- on its way, and back ----------------------------------------------------------------------------------

    def _hand_over(self, pdf: bytes, paper: Paper, failed: Callable[[], None]) -> None:
        # One-sided, so that the sheets are as many as was said.
        options = {"media": _MEDIA[paper], "print-scaling": "none", "sides": "one-sided"}
        self._is_handing = True
        printer = self.printer  # by the time of an answer it may be another visit’s, and another
        command = cups.send(printer, _("From the clinic’s screen"), options)
        then = partial(self._on_sent, self._visit, printer, failed)
        self._run(command, cups.SEND_SECONDS, then, pdf, partial(_undoing, printer))

    def _on_sent(self, visit: int, printer: str, failed: Callable[[], None], outcome: Outcome) -> None:
        job = cups.job_in(outcome.words, printer)
        if visit == self._visit:
            self._is_handing = False
        else:  # whoever wanted it is gone
            self._leaving -= 1
            if job:
                self._take_back(job)
            elif not outcome.answered:
                self.left_behind.emit(_unknown(printer))
            return
        if job:
            self._jobs.append(job)
            self._tell("handed")
            self._again.start(LOOK_AGAIN_MS)
        elif outcome.answered:
            failed()
            self._tell("refused")
        else:
            self._tell("unknown")

    def _take_back(self, job: str) -> None:
        def on_taken_back(outcome: Outcome) -> None:
            if outcome.answered:  # one that is printed cannot be taken back, which is no fault: so look
                self._run(cups.look_at(job.rpartition("-")[0]), cups.ASK_SECONDS, on_looked)
            else:
                on_looked(outcome)

        def on_looked(outcome: Outcome) -> None:
            self._leaving -= 1
            told = outcome.answered and not outcome.code
            if not told or job in cups.queue_in(outcome.words).jobs:
                self.left_behind.emit(_not_taken_back(job))

        self._leaving += 1
        self._run(cups.take_back(job), cups.SEND_SECONDS, on_taken_back, stays=True)

    def _run(
        self,
        command: tuple[str, ...],
        seconds: float,
        then: Callable[[Outcome], None],
        given: bytes = b"",
        onward: Callable[[Outcome], tuple[Sequence[str], bytes] | None] | None = None,
        *,
        stays: bool = False,
    ) -> None:
        running = Command(cups.environment(), seconds, self)
        running.ended.connect(then)
        running.start(command, given, onward, stays=stays or onward is not None)


def _undoing(printer: str, outcome: Outcome) -> tuple[Sequence[str], bytes] | None:
    """The program ends while a page is on its way: then it goes back."""
    job = cups.job_in(outcome.words, printer)
    return (cups.take_back(job), b"") if job else None


def _not_taken_back(job: str) -> str:
    words = _("Job {job} of a visit that is over could not be taken back. It may still be printed.")
    return words.format(job=job)


def _unknown(printer: str) -> str:
    words = _("{printer} has not answered at the end of a visit. It may still print a page of it.")
    return words.format(printer=printer)

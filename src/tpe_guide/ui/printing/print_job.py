"""One job of the print system, or several of one run: looked after until printed or long enough has passed.

Each is looked after by itself: a page that is printed meanwhile, perhaps elsewhere, does not help one that waits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _, _n
from tpe_guide.ui.printing import cups
from tpe_guide.ui.printing.command import Command, Outcome
from tpe_guide.ui.printing.printing import no_answer_of, refused_by, title

FIRST_LOOK_MS = 2_000
LONGEST_WAIT_MS = 30_000
PATIENT_LOOKS = 5
"""After some 20 seconds it is said that the page is not printed yet."""
LOOKS = 24
"""After about ten minutes nobody stands at the printer any more."""
_PAGES = re.compile(rb"/Type/Pages/Count (\d+)")
_MEDIA = {"a4": "A4", "letter": "Letter"}


class PrintJob(QObject):
    """“Sent” is said when *printer* has the job; then each trouble it meets, until it is over."""

    settled = Signal(bool)
    """It is said whether the page was sent; True: nothing has kept it from that, or from being printed so far."""

    def __init__(
        self,
        printer: str,
        inform: Callable[[str], None],
        warn: Callable[[TpeGuideError | str], None],
        take_back: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._printer = printer
        self._inform = inform
        self._warn = warn
        self._take_back = take_back
        self._pages = 0
        self._ids = frozenset[str]()
        self._count = 1
        """Jobs that are spoken of."""
        self._warned = ""
        self._said: cups.Trouble | None = None
        self._looks = 0
        self._was_late = False
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._look)

    def send(self, pdf: bytes, paper: str, page: int = 0) -> None:
        """Hand over *pdf*, set for *paper*: all of it, or only *page*, from 1."""
        self._pages = 1 if page else pages_in(pdf)
        self._run(sending(self._printer, paper, page), cups.SEND_SECONDS, self._on_sent, pdf)

    def follow(self, jobs: Sequence[str]) -> None:
        """Look after *jobs*, of which it is said already that they were sent: only trouble is told."""
        self._ids, self._said = frozenset(jobs), ""
        self._count = len(jobs)
        self._next.start(0)

    def _on_sent(self, outcome: Outcome) -> None:
        job = cups.job_in(outcome.words, self._printer)
        if job:
            self._ids = frozenset((job,))
            self._look()
            return
        self._warn(refused_by(self._printer) if outcome.answered else no_answer_of(self._printer))
        self.settled.emit(False)
        self.deleteLater()

    def _look(self) -> None:
        self._run(cups.look_at(self._printer), cups.ASK_SECONDS, self._on_looked)

    def _on_looked(self, outcome: Outcome) -> None:
        told = outcome.answered and not outcome.code  # lpstat fails where the print system does not run any more
        queue = cups.queue_in(outcome.words)
        waits = not self._ids.isdisjoint(queue.jobs)
        trouble = queue.trouble if waits else ""
        if trouble == "unreachable" and not self._looks:
            trouble = ""  # at first every printer is still being called
        self._looks += 1
        if told or self._said is None:  # of silence nothing is known, but that the page was sent
            self._say(trouble, waits=waits)
        # Several take their time; that is no news as long as nothing is wrong.
        if waits and not trouble and self._looks == PATIENT_LOOKS and (self._count == 1 or queue.may_want_paper):
            self._was_late = True
            self._inform(self._not_yet(may_want_paper=queue.may_want_paper))
        # Where nothing was told, the job may still be there.
        if (waits or not told) and self._looks < LOOKS:
            self._next.start(min(FIRST_LOOK_MS * self._looks, LONGEST_WAIT_MS))
        else:
            self.deleteLater()

    def _say(self, trouble: cups.Trouble, *, waits: bool) -> None:
        before, self._said = self._said, trouble
        if before and trouble != before:
            self._take_back(self._warned)
        if trouble and trouble != before:
            self._warned = _waiting(self._count)[trouble].format(printer=self._printer)
            self._warn(self._warned)
        elif before is None:
            self._inform(self._sent())
        elif not waits and (before or self._was_late):
            # Printed, or taken back by somebody: lpstat tells of both alike.
            gone = _n(
                "Your page no longer waits at {printer}. Please look if it was printed.",
                "Your pages no longer wait at {printer}. Please look if all were printed.",
                self._count,
            )
            self._inform(gone.format(printer=self._printer))
        elif before and not trouble:
            self._inform(_("{printer} goes on printing.").format(printer=self._printer))
        if before is None:
            self.settled.emit(not trouble)

    def _sent(self) -> str:
        words = _n(
            "Sent {count} page to {printer}, job {job}.", "Sent {count} pages to {printer}, job {job}.", self._pages
        )
        (job,) = self._ids
        return words.format(count=self._pages, printer=self._printer, job=job.rpartition("-")[2])

    def _not_yet(self, *, may_want_paper: bool) -> str:
        words = _("{printer} has your page, but has not printed it yet.")
        if may_want_paper:
            words = _n(
                "{printer} has your page, but has not printed it yet. It may be out of paper.",
                "{printer} has not printed all your pages yet. It may be out of paper.",
                self._count,
            )
        return words.format(printer=self._printer)

    def _run(
        self, command: tuple[str, ...], seconds: float, then: Callable[[Outcome], None], given: bytes = b""
    ) -> None:
        running = Command(cups.environment(), seconds, self)
        running.ended.connect(then)
        running.start(command, given)


def sending(printer: str, paper: str, page: int = 0) -> tuple[str, ...]:
    """Hands the PDF on standard input, set for *paper*, to *printer*: all of it, or only *page*, from 1."""
    # Life-size: the page was set for the sheet that is in the printer.
    options = {"media": _MEDIA[paper], "print-scaling": "none"} | ({"page-ranges": str(page)} if page else {})
    return cups.send(printer, title(), options)


def pages_in(pdf: bytes) -> int:
    """How many pages typst has set: the first object of its files says so."""
    found = _PAGES.search(pdf)
    return int(found[1]) if found else 1


def _waiting(count: int) -> dict[cups.Trouble, str]:
    """What is said where *count* jobs were sent, and one or more of them wait."""
    return {
        "stopped": _n(
            "{printer} has your page, but is stopped. It prints when somebody starts it again.",
            "{printer} is stopped. Pages of yours wait there. It prints when somebody starts it again.",
            count,
        ),
        "paper": _n(
            "{printer} has your page, but is out of paper. It prints when paper is in.",
            "{printer} is out of paper. Pages of yours wait there. It prints when paper is in.",
            count,
        ),
        "unreachable": _n(
            "{printer} cannot be reached now. Your page waits for it on this computer.",
            "{printer} cannot be reached now. Pages of yours wait for it on this computer.",
            count,
        ),
        "fault": _n(
            "{printer} has your page, but something is wrong with it. Please look at the printer.",
            "Something is wrong with {printer}. Pages of yours wait there. Please look at the printer.",
            count,
        ),
    }

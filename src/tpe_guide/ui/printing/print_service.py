"""Takes pages to a printer: at once to the usual one, or to one that is chosen.

What is said of it is what the print system has confirmed. It is asked and given pages by commands beside the window,
for a limited time: its own (``cups``), where a page counts as sent when it has a job; or Qt's, in a process of our own
(``through_qt``), which hands the page over and learns no more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _, _n
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.printing import cups, through_qt
from tpe_guide.ui.printing.command import Command, Outcome

if TYPE_CHECKING:
    from tpe_guide.summary.typeset import Paper
    from tpe_guide.ui.printing.print_job import PrintJob

PagesT = TypeVar("PagesT", bytes, Sequence[bytes])


class Printable(Protocol):
    """What can be printed."""

    paper: Paper
    """What it is printed on."""
    page: int
    """The page that is looked at, from 0."""

    def png(self, ppi: float, paper: Paper) -> Sequence[bytes]:
        """Each page as a picture, *ppi* dots to the inch; none where there is nothing. Raises TpeGuideError."""

    def pdf(self, paper: Paper) -> bytes:
        """All pages; empty where there is nothing to print. Raises TpeGuideError."""


class PrintService(QObject):
    """Outlives the screen, so that a dialog may stay open while the look changes."""

    finished = Signal()
    """A page was sent, or it is said why not."""
    no_printer = Signal()
    printer_found = Signal(str)
    """The printer that ``print_now`` takes as things stand; empty without one."""

    def __init__(
        self,
        printable: Printable,
        inform: Callable[[str], None],
        warn: Callable[[TpeGuideError | str], None],
        take_back: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._printable = printable
        self._inform = inform
        self._warn = warn
        self._take_back = take_back
        self._looking = self._looks_again = False
        self._job: PrintJob | None = None

    def look_for_printer(self) -> None:
        """Ask for the usual printer; ``printer_found`` tells of it."""
        if self._looking:
            self._looks_again = True  # what is being answered may be of before
        else:
            self._looking = True
            self._ask(self._on_looked)

    def print_now(self, window: QWidget, theme: Theme) -> None:
        """Print on the printer that is the usual one now; ask which one where there is none."""

        def go_on(found: cups.Printers) -> None:
            if found.usual:
                self._print_on(found.usual)
            else:
                self._choose_among(found, window, theme)

        self._ask_or_say(go_on)

    def choose(self, window: QWidget, theme: Theme) -> None:
        """Ask which printer; without any, say so."""
        self._ask_or_say(lambda found: self._choose_among(found, window, theme))

    # --- which printer -------------------------------------------------------------------------------------

    def _ask(self, then: Callable[[cups.Printers | None], None]) -> None:
        """Give *then* the printers of this moment, or None where the print system does not answer."""
        if cups.is_there():
            self._run(
                cups.environment(),
                cups.LIST,
                cups.ASK_SECONDS,
                lambda outcome: then(cups.printers_in(outcome.words) if outcome.answered else None),
            )
        else:
            self._run(
                through_qt.environment(),
                through_qt.ask(),
                through_qt.ASK_SECONDS,
                lambda outcome: then(through_qt.printers_in(outcome.words) if not outcome.code else None),
            )

    def _ask_or_say(self, then: Callable[[cups.Printers], None]) -> None:
        def go_on(found: cups.Printers | None) -> None:
            self._tell(found)
            if found is None:
                self._warn(_no_answer())
                self.finished.emit()
            else:
                then(found)

        self._ask(go_on)

    def _on_looked(self, found: cups.Printers | None) -> None:
        again, self._looking, self._looks_again = self._looks_again, False, False
        self._tell(found)
        if again:
            self.look_for_printer()

    def _tell(self, found: cups.Printers | None) -> None:
        """Take back what was said and holds no longer; tell which printer is the usual one."""
        if found is not None:
            self._take_back(_no_answer())
            if found.names:
                self._take_back(_no_printer())
        self.printer_found.emit(found.usual if found is not None else "")

    def _choose_among(self, found: cups.Printers, window: QWidget, theme: Theme) -> None:
        from tpe_guide.ui.printing.print_job import pages_in
        from tpe_guide.ui.printing.printer_choice import PrinterChoice

        if not found.names:
            self._inform(_no_printer())
            self.no_printer.emit()
            self.finished.emit()
            return
        pdf = self._made(self._printable.pdf)
        if not pdf:
            self.finished.emit()
            return
        choice = PrinterChoice(theme, found, pages_in(pdf), self._printable.page + 1, window)
        choice.picked.connect(self._print_on)
        choice.rejected.connect(self.finished)
        choice.open()

    # --- on its way ----------------------------------------------------------------------------------------

    def _print_on(self, printer: str, page: int = 0) -> None:
        """Print all pages, or the one *page*, from 1."""
        if cups.is_there():
            self._send(printer, page)
        else:
            self._hand_over(printer, page)

    def _send(self, printer: str, page: int) -> None:
        from tpe_guide.ui.printing.print_job import PrintJob

        pdf = self._made(self._printable.pdf)
        if not pdf:
            self.finished.emit()
            return
        if self._job is not None:
            self._job.forget()
        self._job = PrintJob(printer, self._inform, self._warn, self._take_back, self)
        self._job.settled.connect(self.finished)
        self._job.send(pdf, self._printable.paper, page)

    def _hand_over(self, printer: str, page: int) -> None:
        """Through Qt, which cannot tell what becomes of it."""
        from tpe_guide.ui.printing import printing

        pages = self._made(lambda paper: self._printable.png(printing.PPI, paper))
        if not pages:
            self.finished.emit()
            return
        chosen = pages[page - 1 : page] if page else pages

        def tell(outcome: Outcome) -> None:
            if not outcome.answered:
                self._warn(printing.no_answer_of(printer))
            elif outcome.code:
                self._warn(printing.refused_by(printer))
            else:
                self._inform(_given(printer, len(chosen)))
            self.finished.emit()

        command = through_qt.send(printer, self._printable.paper, printing.title())
        self._run(through_qt.environment(), command, through_qt.SEND_SECONDS, tell, through_qt.packed(chosen))

    def _made(self, make: Callable[[Paper], PagesT]) -> PagesT | None:
        """What is to be printed, on the paper of this moment; None where it is said why it cannot be made."""
        try:
            return make(self._printable.paper)
        except TpeGuideError as error:
            self._warn(error)
            return None

    def _run(
        self,
        environment: Mapping[str, str],
        command: Sequence[str],
        seconds: float,
        then: Callable[[Outcome], None],
        given: bytes = b"",
    ) -> None:
        running = Command(environment, seconds, self)
        running.ended.connect(then)
        running.start(command, given)


def _given(printer: str, count: int) -> str:
    words = _n(
        "Handed {count} page for {printer} to this computer’s print system. It does not say if it was printed: "
        "please look at the printer.",
        "Handed {count} pages for {printer} to this computer’s print system. It does not say if they were printed: "
        "please look at the printer.",
        count,
    )
    return words.format(count=count, printer=printer)


def _no_answer() -> str:
    return _(
        "The print system of this computer does not answer. Nothing was sent. You can save the page as a PDF instead."
    )


def _no_printer() -> str:
    return _("There is no printer on this computer. You can save the page as a PDF instead.")

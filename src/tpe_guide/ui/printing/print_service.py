"""Takes pages to a printer: at once to the usual one, or to one that is chosen.

What is said of it is what the print system has confirmed. Where it has commands of its own (``cups``), they run beside
the window, and a page counts as sent when it has a job there. Elsewhere Qt hands the page over and learns no more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _, _n
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.printing import cups
from tpe_guide.ui.printing.command import Command, Outcome

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from tpe_guide.summary.typeset import Paper
    from tpe_guide.ui.printing.print_job import PrintJob


class Printable(Protocol):
    """What can be printed."""

    paper: Paper
    """What it is printed on unless the printer is told otherwise."""

    def pages(self, ppi: float, paper: Paper) -> Sequence[QImage]:
        """Each page, *ppi* dots to the inch; none where there is nothing to print. Raises TpeGuideError."""

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
        self._printer: QPrinter | None = None
        self._job: PrintJob | None = None

    def look_for_printer(self) -> None:
        """Ask for the usual printer; ``printer_found`` tells of it."""
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
        if not cups.is_there():
            from tpe_guide.ui.printing import printing

            then(cups.Printers(printing.usual_printer(), printing.printer_names()))
            return

        def on_ended(outcome: Outcome) -> None:
            then(cups.printers_in(outcome.words) if outcome.answered else None)

        command = Command(cups.environment(), cups.ASK_SECONDS, self)
        command.ended.connect(on_ended)
        command.start(cups.LIST)

    def _ask_or_say(self, then: Callable[[cups.Printers], None]) -> None:
        def go_on(found: cups.Printers | None) -> None:
            self._take_back(_no_answer())
            if found is None:
                self._warn(_no_answer())
                self.finished.emit()
                return
            self._take_back(_no_printer())
            self.printer_found.emit(found.usual)
            then(found)

        self._ask(go_on)

    def _on_looked(self, found: cups.Printers | None) -> None:
        self.printer_found.emit(found.usual if found is not None else "")

    def _choose_among(self, found: cups.Printers, window: QWidget, theme: Theme) -> None:
        from tpe_guide.ui.printing import printing
        from tpe_guide.ui.shell.printer_dialog import choose_printer

        if not found.names:
            self._warn(_no_printer())
            self.no_printer.emit()
            self.finished.emit()
            return
        self._printer = printing.printer_for(self._printable.paper)
        dialog = choose_printer(window, theme, self._printer, self._on_chosen)
        dialog.rejected.connect(self.finished)

    # --- on its way ----------------------------------------------------------------------------------------

    def _print_on(self, name: str) -> None:
        from tpe_guide.ui.printing import printing

        if cups.is_there():
            self._send(name, self._printable.paper, {}, 1)
            return
        self._printer = printing.printer_for(self._printable.paper, name)
        self._paint_on(self._printer)

    def _on_chosen(self, printer: QPrinter) -> None:
        from tpe_guide.ui.printing import printing

        paper = printing.paper_in(printer, self._printable.paper)
        if printing.can_be_told(printer):
            self._send(printer.printerName(), paper, printing.options_of(printer), printer.copyCount())
        else:
            self._paint_on(printer)

    def _send(self, name: str, paper: Paper, options: dict[str, str], copies: int) -> None:
        from tpe_guide.ui.printing.print_job import PrintJob

        try:
            pdf = self._printable.pdf(paper)
        except TpeGuideError as error:
            self._warn(error)
            pdf = b""
        if not pdf:
            self.finished.emit()
            return
        if self._job is not None:
            self._job.forget()
        self._job = PrintJob(name, self._inform, self._warn, self._take_back, self)
        self._job.settled.connect(self.finished)
        self._job.send(pdf, paper, options, copies)

    def _paint_on(self, printer: QPrinter) -> None:
        """Through Qt, which cannot tell what became of it."""
        from tpe_guide.ui.printing import printing

        try:
            pages = self._printable.pages(printing.PPI, printing.paper_in(printer, self._printable.paper))
            if pages:
                printing.print_pages(printer, pages)
                self._say_given(printer.printerName(), len(pages))
        except TpeGuideError as error:
            self._warn(error)
        self.finished.emit()

    def _say_given(self, printer: str, count: int) -> None:
        words = _n(
            "Given to this computer’s print system: {count} page for {printer}.",
            "Given to this computer’s print system: {count} pages for {printer}.",
            count,
        )
        self._inform(words.format(count=count, printer=printer))


def _no_answer() -> str:
    return _(
        "The print system of this computer does not answer. Nothing was sent. You can save the page as a PDF instead."
    )


def _no_printer() -> str:
    return _("There is no printer on this computer. You can save the page as a PDF instead.")

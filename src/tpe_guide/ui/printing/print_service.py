"""Takes pages to a printer: at once to the usual one, or to one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _, _n
from tpe_guide.ui.kit.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from tpe_guide.summary.typeset import Paper


class Printable(Protocol):
    """What can be printed."""

    paper: Paper
    """What it is printed on unless the printer is told otherwise."""

    def pages(self, ppi: float, paper: Paper) -> Sequence[QImage]:
        """Each page, *ppi* dots to the inch; none where there is nothing to print. Raises TpeGuideError."""


class PrintService(QObject):
    """Outlives the screen, so that a dialog may stay open while the look changes."""

    finished = Signal()
    """A page was sent, or it is said why not."""
    no_printer = Signal()

    def __init__(
        self,
        printable: Printable,
        inform: Callable[[str], None],
        warn: Callable[[TpeGuideError | str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._printable = printable
        self._inform = inform
        self._warn = warn
        self._printer: QPrinter | None = None

    def usual_printer(self) -> str:
        """The printer that ``print_now`` takes; empty without one."""
        from tpe_guide.ui.printing import printing

        return printing.usual_printer()

    def print_now(self, window: QWidget, theme: Theme) -> None:
        """Print on the usual printer; ask which one where there is no usual one."""
        from tpe_guide.ui.printing import printing

        name = printing.usual_printer()
        if not name:
            self.choose(window, theme)
            return
        self._printer = printing.printer_for(self._printable.paper, name)
        self._print(self._printer)

    def choose(self, window: QWidget, theme: Theme) -> None:
        """Ask which printer; without any, say so."""
        from tpe_guide.ui.printing import printing
        from tpe_guide.ui.shell.printer_dialog import choose_printer

        if not printing.has_printer():
            self._warn(_("There is no printer on this computer. You can save the page as a PDF instead."))
            self.no_printer.emit()
            self.finished.emit()
            return
        self._printer = printing.printer_for(self._printable.paper)
        dialog = choose_printer(window, theme, self._printer, self._print)
        dialog.rejected.connect(self.finished)

    def _print(self, printer: QPrinter) -> None:
        from tpe_guide.ui.printing import printing

        try:
            pages = self._printable.pages(printing.PPI, printing.paper_in(printer, self._printable.paper))
            if pages:
                printing.print_pages(printer, pages)
                self._say_sent(printer.printerName(), len(pages))
        except TpeGuideError as error:
            self._warn(error)
        self.finished.emit()

    def _say_sent(self, printer: str, count: int) -> None:
        words = _n("Sent {count} page to {printer}.", "Sent {count} pages to {printer}.", count)
        self._inform(words.format(count=count, printer=printer))

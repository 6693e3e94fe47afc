"""Takes pages to a printer: at once to the usual one, or to one that is chosen.

What is said of it is what the print system has confirmed. It is asked and given pages by commands beside the window,
for a limited time: its own (``cups``), where a page counts as sent when it has a job; or Qt's, in a process of our own
(``through_qt``), which hands the page over and learns no more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _, _n
from tpe_guide.navigation import ScreenId
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.printing import cups, through_qt
from tpe_guide.ui.printing.command import Command, Outcome
from tpe_guide.ui.printing.question import question

if TYPE_CHECKING:
    from tpe_guide.summary.papers import Paper
    from tpe_guide.ui.printing.printer_choice import PrinterChoice


class _Pages(NamedTuple):
    """What is printed, as it was at the press."""

    paper: Paper
    looked_at: int
    """From 1."""
    sheets: int
    pdf: bytes
    """Empty where it goes through Qt."""
    pictures: Sequence[bytes]
    """Empty where it goes through the print system's own commands."""


class _Here(NamedTuple):
    """Where somebody asked for paper."""

    window: QWidget
    place: ScreenId | None


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

    begun = Signal()
    """*Print*, or the choice of a printer, was pressed: until ``finished`` no other press counts."""
    finished = Signal()
    """A page was sent, or it is said why not."""
    no_printer = Signal()
    printer_found = Signal(str)
    """The printer that ``print_now`` takes as things stand; empty without one."""

    def __init__(
        self,
        printable: Printable,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._printable = printable
        self._messages = messages
        self.went_well = True
        """Of the page that was last asked for: nothing has kept it from being sent."""
        self._looking = self._looks_again = False
        self.busy = False
        """A page is on its way, or a printer is asked for: whatever screen shows it."""
        self._choice: PrinterChoice | None = None

    def look_for_printer(self) -> None:
        """Ask for the usual printer; ``printer_found`` tells of it."""
        if self._looking:
            self._looks_again = True  # what is being answered may be of before
        else:
            self._looking = True
            self._ask(self._on_looked)

    def print_now(self, asker: QWidget) -> None:
        """Print on the printer that is the usual one now; ask which one where there is none."""
        here = _here(asker)

        def go_on(found: cups.Printers, pages: _Pages) -> None:
            if found.usual:
                self._print_on(pages, found.usual)
            else:
                self._choose_for(found, pages, here)

        self._begin(go_on, at_once=True)

    def choose(self, asker: QWidget) -> None:
        """Ask which printer; without any, say so."""
        here = _here(asker)
        self._begin(lambda found, pages: self._choose_for(found, pages, here), at_once=False)

    def find_printer(self, asker: QWidget, then: Callable[[str], object]) -> None:
        """Give *then* the printer that is the usual one now, or the one that is chosen; without any, say so."""
        if self.busy:
            self._messages.inform(_("Another page is still on its way to a printer. Please wait for it."))
            return
        here = _here(asker)
        self.busy = self.went_well = True
        self._messages.owe()
        self.begun.emit()

        def take(printer: str, _page: int = 0) -> None:
            self._finish()
            then(printer)

        def go_on(found: cups.Printers) -> None:
            if found.usual:
                take(found.usual)
            else:
                self._choose_among(found, here, take)

        self._ask_or_say(go_on, None)

    def _begin(self, then: Callable[[cups.Printers, _Pages], None], *, at_once: bool) -> None:
        """Take the pages at the press: by the time a printer is known, another person's may be shown."""
        if self.busy:
            if self._choice is not None:
                self._choice.activateWindow()
            return
        self.busy = self.went_well = True
        self._messages.owe()
        self.begun.emit()
        try:
            pages = self._taken()
        except Exception:  # what nobody foresaw is told elsewhere; the next press counts again
            self.went_well = False
            self._finish()
            raise
        if pages is None:
            self._finish()
        else:
            self._ask_or_say(lambda found: then(found, pages), pages if at_once else None)

    def _taken(self) -> _Pages | None:
        """What is to be printed, as it is now; None where there is nothing, or it is said why it cannot be made."""
        from tpe_guide.ui.printing.print_job import pages_in
        from tpe_guide.ui.printing.printing import PPI

        paper, looked_at = self._printable.paper, self._printable.page + 1
        try:
            if cups.is_there():
                pdf = self._printable.pdf(paper)
                return _Pages(paper, looked_at, pages_in(pdf), pdf, ()) if pdf else None
            pictures = self._printable.png(PPI, paper)
            return _Pages(paper, looked_at, len(pictures), b"", pictures) if pictures else None
        except TpeGuideError as error:
            self._warn(error)
            return None

    def _finish(self) -> None:
        self.busy = False
        self._messages.pay(went_well=self.went_well)
        self.finished.emit()

    def _warn(self, problem: TpeGuideError | str) -> None:
        self.went_well = False
        self._messages.warn(problem)

    def _say_not_done(self, sentence: str) -> None:
        self.went_well = False
        self._messages.inform(sentence)

    # --- which printer -------------------------------------------------------------------------------------

    def _ask(self, then: Callable[[cups.Printers | None], None], pages: _Pages | None = None) -> None:
        """Give *then* the printers of this moment, or None where the print system does not answer.

        *pages* go to the usual one, even if the program is closed meanwhile.
        """
        asked = question()

        def found_in(outcome: Outcome) -> cups.Printers | None:
            return asked.read(outcome.code, outcome.words) if outcome.answered else None

        def onward(outcome: Outcome) -> tuple[Sequence[str], bytes] | None:
            found = found_in(outcome)
            return _handing_over(pages, found.usual) if pages and found and found.usual else None

        running = Command(asked.environment, asked.seconds, self)
        running.ended.connect(lambda outcome: then(found_in(outcome)))
        running.start(asked.command, onward=onward if pages else None)

    def _ask_or_say(self, then: Callable[[cups.Printers], None], pages: _Pages | None) -> None:
        def go_on(found: cups.Printers | None) -> None:
            self._tell(found)
            if found is None:
                self._warn(_no_answer())
                self._finish()
            else:
                then(found)

        self._ask(go_on, pages)

    def _on_looked(self, found: cups.Printers | None) -> None:
        again, self._looking, self._looks_again = self._looks_again, False, False
        self._tell(found)
        if again:
            self.look_for_printer()

    def _tell(self, found: cups.Printers | None) -> None:
        """Take back what was said and holds no longer; tell which printer is the usual one."""
        if found is not None:
            self._messages.untrue.emit(_no_answer())
            if found.names:
                self._messages.untrue.emit(_no_printer())
        self.printer_found.emit(found.usual if found is not None else "")

    def _choose_for(self, found: cups.Printers, pages: _Pages, here: _Here) -> None:
        self._choose_among(found, here, partial(self._print_on, pages), pages.sheets, pages.looked_at)

    def _choose_among(
        self, found: cups.Printers, here: _Here, then: Callable[[str, int], object], sheets: int = 1, looked_at: int = 1
    ) -> None:
        from tpe_guide.ui.printing.printer_choice import PrinterChoice
        from tpe_guide.ui.shell.main_window import MainWindow

        window = here.window
        if not found.names:
            self._say_not_done(_no_printer())
            self.no_printer.emit()
            self._finish()
        elif not isValid(window) or not isinstance(window, MainWindow) or window.place != here.place:
            # Whoever asked has left, perhaps for Urgent help: no question may stand before that.
            self._say_not_done(left_before())
            self._finish()
        else:
            choice = PrinterChoice(window.theme, found, sheets, looked_at, window)
            choice.urgent_help.connect(partial(window.do, "urgent"))
            choice.picked.connect(partial(self._on_picked, then))
            choice.rejected.connect(self._on_not_picked)
            self._choice = choice
            self._messages.pay(went_well=False)  # whoever closes the guide now has not said where to print
            choice.open()

    def _on_picked(self, then: Callable[[str, int], object], printer: str, page: int) -> None:
        self._choice = None
        self._messages.owe()
        then(printer, page)

    def _on_not_picked(self) -> None:
        self._choice = None
        self._messages.owe()
        self._say_not_done(_("Nothing was printed."))
        self._finish()

    # --- on its way ----------------------------------------------------------------------------------------

    def _print_on(self, pages: _Pages, printer: str, page: int = 0) -> None:
        """Print all of *pages*, or the one *page*, from 1."""
        if pages.pdf:
            self._send(pages, printer, page)
        else:
            self._hand_over(pages, printer, page)

    def _send(self, pages: _Pages, printer: str, page: int) -> None:
        from tpe_guide.ui.printing.print_job import PrintJob

        def on_settled(went_well: bool) -> None:
            self.went_well = went_well
            self._finish()

        # It may have more to tell later, when another page is on its way.
        job = PrintJob(printer, self._messages.inform, self._messages.warn, self._messages.untrue.emit, self)
        job.settled.connect(on_settled)
        job.send(pages.pdf, pages.paper, page)

    def _hand_over(self, pages: _Pages, printer: str, page: int) -> None:
        """Through Qt, which cannot tell what becomes of it."""
        from tpe_guide.ui.printing import printing

        chosen = pages.pictures[page - 1 : page] if page else pages.pictures

        def tell(outcome: Outcome) -> None:
            if not outcome.answered:
                self._warn(printing.no_answer_of(printer))
            elif outcome.code:
                self._warn(printing.refused_by(printer))
            else:
                self._messages.inform(_given(printer, len(chosen)))
            self._finish()

        running = Command(through_qt.environment(), through_qt.SEND_SECONDS, self)
        running.ended.connect(tell)
        running.start(*_through_qt(printer, pages.paper, chosen))


def _here(asker: QWidget) -> _Here:
    from tpe_guide.ui.shell.main_window import MainWindow

    window = asker.window()
    return _Here(window, window.place if isinstance(window, MainWindow) else None)


def _handing_over(pages: _Pages, printer: str) -> tuple[Sequence[str], bytes]:
    """The command that gives all of *pages* to *printer*, and what it is given."""
    from tpe_guide.ui.printing.print_job import sending

    if pages.pdf:
        return sending(printer, pages.paper), pages.pdf
    return _through_qt(printer, pages.paper, pages.pictures)


def _through_qt(printer: str, paper: Paper, pictures: Sequence[bytes]) -> tuple[Sequence[str], bytes]:
    from tpe_guide.ui.printing import printing

    return through_qt.send(printer, paper, printing.title()), through_qt.packed(pictures)


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


def left_before() -> str:
    """Whoever asked is not there any more, or what they asked for is not."""
    return _("Nothing was printed: you went on before the printers were known.")


def _no_printer() -> str:
    return _("There is no printer on this computer. You can save the page as a PDF instead.")

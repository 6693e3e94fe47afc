"""What one visit takes home, as its screens hold it: picked, in square codes, on paper. Ends with the visit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QLocale, QObject, Signal

from tpe_guide.guide import deciding
from tpe_guide.guide.library import Library
from tpe_guide.kiosk.take_home import KINDS, Kind, Picks, PrintRule, heading, pages_of_visit, squares
from tpe_guide.ui.kit.beside import Beside
from tpe_guide.ui.printing.fixed_printer import FixedPrinter
from tpe_guide.ui.printing.usual_paper import usual_paper
from tpe_guide.ui.shell.session import Session

if TYPE_CHECKING:
    from tpe_guide.handout.booklet import Wish
    from tpe_guide.summary.papers import Paper

OnPaper = Literal["list", "booklet"]
"""What was picked, on a sheet; the picked pages themselves."""
Unit = Callable[[], Mapping[str, str]]
"""What the unit says, by slot."""


class TakeHomeState(QObject):
    """Survives a change of look. Nothing of it is written: a page for paper is made in memory."""

    changed = Signal()
    """How the printer stands, how far the paper came, or how many sheets it will be."""
    printed = Signal()
    """Something was handed to the printer."""

    def __init__(
        self,
        library: Library,
        session: Session,
        rule: PrintRule,
        printer: FixedPrinter,
        unit: Unit,
        access: Callable[[], str],
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._session = session
        self.rule = rule
        self.printer = printer
        self._unit = unit
        self._access = access
        self._now = now
        self._picks = Picks()
        self._known_pages: set[str] = set()
        self._used = 0
        self._made_for: Picks | None = None
        self._made: dict[OnPaper, bytes] = {}
        self.cannot_make = False
        """What was picked could not be set on paper."""
        self._beside = Beside(self)
        printer.changed.connect(self._on_printer)

    @property
    def offered(self) -> Picks:
        """All there is to pick: the guide's own words, and the pages of this visit."""
        from tpe_guide.handout.questions_form import for_one_minute, of_pages

        choices = self._session.settings
        pages = pages_of_visit(self._library.order, choices.read_pages, choices.bookmarks)
        asked = [*(of_pages(self._library, pages) if pages else ()), *for_one_minute(self._library)]
        return Picks(tuple(dict.fromkeys(asked)), self._values, pages)

    @property
    def picks(self) -> Picks:
        """What is picked. A page that was read or marked is, until it is taken out."""
        offered = self.offered
        new = [page for page in offered.pages if page not in self._known_pages]
        self._known_pages.update(new)
        self._picks = self._picks._replace(pages=(*self._picks.pages, *new)).within(offered)
        return self._picks

    def toggle(self, kind: Kind, what: str) -> None:
        """Pick *what*, or take it out."""
        self._picks = self.picks.toggled(kind, what, self.offered)

    def title(self, page: str) -> str:
        """Of a page of the guide."""
        return self._library.page_title(page)

    def squares(self) -> tuple[str, ...]:
        """The text of each square code."""
        from tpe_guide.summary.phrases import full_day

        return squares(self.picks, self.title, full_day(self._now().date()))

    # --- on paper ----------------------------------------------------------------------------------------------

    @property
    def sheets_left(self) -> int:
        """So many this visit may still print."""
        return max(0, self.rule.sheets - self._used)

    def sheets(self, what: OnPaper) -> int | None:
        """How many it will be; None as long as it is not made."""
        from tpe_guide.ui.printing.print_job import pages_in

        return pages_in(self._made[what]) if what in self._made else None

    def get_ready(self) -> None:
        """Ask how the printer stands, and make what was picked for paper, beside the window."""
        self.printer.look()
        if self.picks != self._made_for and not self._beside.busy:
            self._made, self._made_for, self.cannot_make = {}, self.picks, False
            self._make_next()

    def print(self, what: OnPaper) -> None:
        """Hand it over. The sheets count from now on, unless it surely did not come there."""
        sheets = self.sheets(what)
        if sheets is None or sheets > self.sheets_left or self.printer.sent == "handing":
            return
        self._used += sheets

        def give_back() -> None:
            self._used -= sheets

        self.printer.send(self._made[what], usual_paper(QLocale.system()), give_back)

    def _make_next(self) -> None:
        picks, paper, now = self.picks, usual_paper(QLocale.system()), self._now()
        wanted: tuple[OnPaper, ...] = ("list", "booklet") if picks.pages else ("list",)
        what = next((each for each in wanted if each not in self._made), None)
        if picks == Picks() or what is None:
            return
        language = self._library.language
        if what == "list":
            parts = [
                (heading(kind), [self.title(each) if kind == "pages" else each for each in picks.of(kind)])
                for kind in KINDS
            ]
            work = partial(_list, language, parts, now, paper)
        else:
            work = partial(_booklet, language, dict(self._unit()), self._wish(picks), now, paper)

        def keep(pdf: bytes) -> None:
            if self.picks == self._made_for:
                self._made[what] = pdf
                self.changed.emit()
                self._make_next()
            else:
                self._made, self._made_for = {}, self.picks
                self._make_next()

        self._beside.run(work, keep, self._on_not_made)

    def _wish(self, picks: Picks) -> Wish:
        """As much of each page as the visitor reads of it."""
        from tpe_guide.handout.booklet import Wish

        return Wish(picks.pages, self._session.settings.depth, self._access())  # type: ignore[arg-type]

    def _on_not_made(self, _error: Exception) -> None:
        self.cannot_make = True
        self.changed.emit()

    def _on_printer(self) -> None:
        if self.printer.sent == "handed":
            self.printed.emit()
        self.changed.emit()

    @cached_property
    def _values(self) -> tuple[str, ...]:
        return deciding.load(self._library.language).values


def _list(language: str, parts: list[tuple[str, list[str]]], now: dt.datetime, paper: Paper) -> bytes:
    """Beside the window, with a guide of its own."""
    from tpe_guide.handout.form import to_pdf
    from tpe_guide.handout.take_home_list import take_home_list

    return to_pdf(take_home_list(Library.load(language), parts), now, paper)


def _booklet(language: str, unit: Mapping[str, str], wish: Wish, now: dt.datetime, paper: Paper) -> bytes:
    """The same for the pages."""
    from tpe_guide.handout.order import Order, made

    order = Order("pdf", wish, paper)
    return made(Library.load(language), unit, order, now, lambda doing, number, count: None)

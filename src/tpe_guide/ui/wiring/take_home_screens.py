"""Take it home at a kiosk: the desk that outlives its visits, and the screens of one visit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from tpe_guide import terminal
from tpe_guide.clock import local_now
from tpe_guide.errors import TpeGuideError
from tpe_guide.guide.library import Library
from tpe_guide.kiosk import counts
from tpe_guide.kiosk.counts import Visit
from tpe_guide.kiosk.take_home import PrintRule, Rules
from tpe_guide.navigation import Locator
from tpe_guide.ui.kit.beside import Beside
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.printing.fixed_printer import FixedPrinter
from tpe_guide.ui.shell.session import Session
from tpe_guide.ui.unit.unit_state import UnitState
from tpe_guide.wording import describe

if TYPE_CHECKING:
    from tpe_guide.clinic_pack.pack import Pack
    from tpe_guide.ui.kiosk.kiosk_window import KioskWindow
    from tpe_guide.ui.take_home.state import TakeHomeState


_LONGEST_SECONDS = 0.3
USUAL_SHEETS = 4
"""For one visit, where a clinic names a printer and says no number."""


def rules_of(pack: Pack) -> Rules:
    """What a clinic says in its *pack*."""
    sheets = USUAL_SHEETS if pack.pages_per_visit is None else pack.pages_per_visit
    prints = PrintRule(pack.printer, sheets, pack.keeps_copies) if pack.printer and sheets else PrintRule()
    return Rules(prints, pack.counts_visits)


class KioskDesk(QObject):
    """What a kiosk does beside showing the guide, as the clinic's *rules* are when a visit begins: it prints, and
    counts in *folder*. It outlives the visits."""

    def __init__(
        self,
        folder: Path | None = None,
        rules: Callable[[], Rules] = Rules,
        now: Callable[[], dt.datetime] = local_now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._rules = rules
        self.rules = rules()
        self.printer = FixedPrinter(self.rules.prints.printer, self)
        self.printer.left_behind.connect(terminal.complain)
        self._folder = folder
        self._now = now
        self._visit: Visit | None = None
        self._over: list[Visit] = []
        self._beside = Beside(self)
        self._told: set[str] = set()

    def serve(self, kiosk: KioskWindow, application: QCoreApplication) -> None:
        """Belong to *kiosk* from now on, and be over with *application*."""
        self.setParent(kiosk)
        kiosk.forgotten.connect(self.forget)
        kiosk.is_leaving, kiosk.give_up = self.is_leaving, self.finish
        application.aboutToQuit.connect(self.finish)

    def begin(self, session: Session, language: str) -> None:
        """A visit begins."""
        self.rules = self._rules()
        self.printer.printer = self.rules.prints.printer
        visit = self._visit = Visit(language)
        session.located.connect(self._on_located)
        session.destroyed.connect(lambda: self._void(visit))

    def mark_printed(self) -> None:
        """The visit has handed something to the printer."""
        if self._visit is not None:
            self._visit.printed = True

    def forget(self) -> None:
        """The visit is over. Returns at once: what is to be taken back or counted is done beside the window."""
        self.printer.forget()
        visit, self._visit = self._visit, None
        if visit is not None and self.rules.counts:
            self._over.append(visit)
            self._count()

    def is_leaving(self) -> bool:
        """Something of a visit that is over is still to be taken back, or to be counted."""
        return self.printer.is_leaving or self._beside.busy

    def finish(self) -> None:
        """The program ends, and no window is left that could freeze."""
        self.printer.give_up()
        self._beside.wait(_LONGEST_SECONDS)

    def _void(self, visit: Visit) -> None:
        """Its guide has gone, and nobody was forgotten: it was only made so that all is loaded."""
        if self._visit is visit:
            self._visit = None

    def _count(self) -> None:
        if self._folder is None or not self._over or self._beside.busy:
            return
        over, self._over = self._over, []
        file = self._folder / counts.FILE
        self._beside.run(partial(counts.add, file, self._now().date(), over), self._on_counted, self._complain)

    def _on_counted(self, fault: TpeGuideError | None) -> None:
        if fault is not None:
            self._complain(fault)
        self._count()

    def _complain(self, fault: TpeGuideError) -> None:
        """To whoever runs the kiosk, once: a full disk stays full."""
        words = describe(fault)
        if words not in self._told:
            self._told.add(words)
            terminal.complain(words)

    def _on_located(self, locator: Locator) -> None:
        if self._visit is not None and locator.place == "page":
            self._visit.pages.add(locator.page)


class TakeHomeScreens(QObject):
    """Makes each, for one visit."""

    def __init__(
        self,
        library: Library,
        session: Session,
        unit: UnitState,
        now: Callable[[], dt.datetime],
        desk: KioskDesk,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._session = session
        self._unit = unit
        self._now = now
        self._desk = desk

    @cached_property
    def state(self) -> TakeHomeState:
        """Of this visit."""
        from tpe_guide.ui.pictures.own_access import own_access
        from tpe_guide.ui.take_home.state import TakeHomeState

        access = partial(own_access, self._session, self._unit)
        desk = self._desk
        state = TakeHomeState(
            self._library, self._session, desk.rules.prints, desk.printer, self._unit.words, access, self._now, self
        )
        state.printed.connect(desk.mark_printed)
        return state

    def make(self, theme: Theme, locator: Locator) -> QWidget:
        """The screen at *locator*."""
        from tpe_guide.ui.take_home.paper_page import PaperPage
        from tpe_guide.ui.take_home.phone_page import PhonePage
        from tpe_guide.ui.take_home.pick_page import PickPage

        screen: PaperPage | PhonePage | PickPage
        if locator.page == "phone":
            screen = PhonePage(theme, self.state.squares())
        elif locator.page == "paper" and self._desk.rules.prints.printer:
            screen = PaperPage(theme, self.state)
        else:
            screen = PickPage(theme, self.state)
        screen.chosen.connect(self._session.go)
        return screen

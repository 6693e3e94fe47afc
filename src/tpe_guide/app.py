"""The composition root: builds every long-lived object once, wires them, runs the event loop."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from tpe_guide import crash_log, i18n, paths, settings, startup
from tpe_guide.clock import local_now
from tpe_guide.errors import NoHomeFolder, NoSuchPage, ProgramFailed, TpeGuideError
from tpe_guide.freshness import bring_up_to_date
from tpe_guide.guide.library import Library
from tpe_guide.navigation import HOME as HOME_PLACE
from tpe_guide.navigation import Locator
from tpe_guide.policy import HOME, Policy
from tpe_guide.settings import Settings
from tpe_guide.ui.guide.reading_state import READ_PAGES_FILE, ReadingState
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.shell.application import make_application
from tpe_guide.ui.shell.desktop_wishes import DesktopWishes, colour_menus
from tpe_guide.ui.shell.display import require_display
from tpe_guide.ui.shell.failure_watch import FailureWatch
from tpe_guide.ui.shell.fitting import DESIGNED, show_fitting
from tpe_guide.ui.shell.main_window import MainWindow
from tpe_guide.ui.shell.opened_files import watch_for_files
from tpe_guide.ui.shell.session import Session
from tpe_guide.ui.unit.unit_state import PHONE, UnitState
from tpe_guide.ui.wiring.diary_screens import DiaryScreens
from tpe_guide.ui.wiring.guide_screens import GuideScreens
from tpe_guide.ui.wiring.today_screens import TodayScreens

if TYPE_CHECKING:
    import datetime as dt

    from tpe_guide.clinic_pack.clinic import Clinic
    from tpe_guide.speech.voice import Voice
    from tpe_guide.ui.wiring.take_home_screens import KioskDesk

SETTINGS_FILE = "settings.json"
NOWHERE = Path(os.devnull)
"""A data folder that can neither be made nor written: what a kiosk is given, so that no slip can store a visit."""
END_WHEN_SHOWN = "TPE_GUIDE_END_WHEN_SHOWN"
"""Set by whoever measures a start from outside: the program ends once its first screen is there."""


def run(
    *,
    page: str = "",
    language: str = "",
    data_dir: Path | None = None,
    clinic: Path | None = None,
    boxes: bool = False,
    files: Sequence[Path] = (),
    eyes_rest: bool = False,
) -> int:
    """Open the guide at home, at *page* or in *eyes_rest*, and stay until it is closed. Returns the exit code.

    *clinic* is a unit's own file or folder. With diary *files* it opens at the nurse's page, with those in its list.
    *boxes* shows how it is laid out.
    """
    require_display()
    bring_up_to_date()
    folder, homeless = data_folder(data_dir)
    crash_log.keep_in(folder)
    application = make_application()
    watch = FailureWatch(folder)
    with watch.watching():
        program = Program(
            HOME,
            language=language,
            data_dir=folder,
            page=page,
            given=clinic,
            text_first=True,
            report=watch.report,
            greet=True,
        )
        if eyes_rest:
            program.session.go(Locator("eyes-rest"))
        if files:
            program.open_files(files)
        watch_for_files(application, program.open_files)
        watch.look_at(program.screen_id)
        watch.failed.connect(program.tell_of_failure)
        if homeless is not None:
            program.messages.warn(homeless)
        program.window.opened.connect(partial(_finish_start, application, program))
        if os.environ.get(END_WHEN_SHOWN):
            program.window.opened.connect(application.quit)
        show_fitting(program.window, application)
        if boxes:
            from tpe_guide.ui.shell.layout_boxes import LayoutBoxes

            LayoutBoxes(program.window)
        application.aboutToQuit.connect(program.diary.finish)
        return application.exec()


def data_folder(chosen: Path | None) -> tuple[Path, NoHomeFolder | None]:
    """Where to keep things; without a home folder, nowhere: the guide and Urgent help need none."""
    try:
        return paths.data_dir(chosen), None
    except NoHomeFolder as error:
        return NOWHERE, error


def _finish_start(application: QApplication, program: Program) -> None:
    """What the first screen need not wait for."""
    from PySide6.QtGui import QIcon

    program.make_ring(application)
    application.setWindowIcon(QIcon(str(paths.assets_dir() / "illustrations" / "mark.svg")))
    close_on_signals()
    program.unit.settle()
    program.wishes.listen(application)
    startup.finish()


class Program:
    """One window and all that it stands on."""

    def __init__(
        self,
        policy: Policy,
        *,
        language: str = "",
        data_dir: Path,
        page: str = "",
        chosen: Settings | None = None,
        now: Callable[[], dt.datetime] | None = None,
        text_first: bool = False,
        given: Path | None = None,
        clinic: Clinic | None = None,
        make_voice: Callable[[str], Voice] | None = None,
        report: Callable[[Exception], None] | None = None,
        greet: bool = False,
        desk: KioskDesk | None = None,
    ) -> None:
        self._data_dir = data_dir
        self._given = given
        self._clinic = clinic
        faults: list[TpeGuideError] = []
        may_load = policy.remembers and chosen is None
        choices = settings.load(data_dir / SETTINGS_FILE, faults.append) if may_load else chosen or Settings()
        language = language or choices.language
        i18n.set_language(language)
        self.library = Library.load(language)
        start, unknown = self._start(page)
        if greet and start == HOME_PLACE and policy.remembers and not (data_dir / SETTINGS_FILE).exists():
            start = Locator("first-start")
        self._now = now or local_now
        # Only a page of the guide has a text to paint before all else.
        text_first = text_first and start.place == "page"
        keeper = settings.Keeper(data_dir / SETTINGS_FILE, choices)
        self.session = Session(choices, policy, keeper.save, start, text_first=text_first)
        self.wishes = DesktopWishes(QGuiApplication.styleHints(), percent=choices.asked_percent)
        self.wishes.serve(self.session)
        # As large as it is going to be: at large letters the first screen would else be made twice.
        self.session.set_room(*DESIGNED.boundedTo(QGuiApplication.primaryScreen().availableSize()).toTuple())
        colour_menus(self.session.theme)
        self.session.look_changed.connect(colour_menus)
        self.messages = Messages()
        self.unit = UnitState(self.session, self.messages, self._open_clinic)
        self.unit.changed.connect(self._fill_slots)
        self._fill_slots()
        self.diary = DiaryScreens(self.session, self.messages, self.unit, data_dir, self._now, language, self.library)
        kept = data_dir / READ_PAGES_FILE if policy.remembers else None
        self.reading = ReadingState(self.library, kept, self._now, choices.told_guide)
        self.reading.all_told.connect(self.session.mark_told)
        self.reading.could_not_save.connect(self.messages.warn_unkept)
        self.reading.could_not_read.connect(self.messages.warn)
        self.screens = GuideScreens(
            self.library,
            self.session,
            self.messages,
            self.diary,
            self.reading,
            self.unit,
            self._now,
            make_voice=make_voice,
            desk=desk,
        )
        left = self.diary.left_to_do
        self.today = TodayScreens(
            self.library, self.session, self.diary, self.reading, self._now, left_to_do=left, parent=self.screens
        )
        makers = self.screens.makers() | self.diary.makers() | self.today.makers()
        bar = self.today.path_bar
        self.window = MainWindow(
            self.session, self.messages, makers, report=report, last_words=self._last_words, path_bar=bar
        )
        self.diary.watch(self.window)
        self.window.closed.connect(self.diary.close)
        self.window.closed.connect(self.screens.close)
        self.diary.changed.connect(self.window.refresh)
        self.today.changed.connect(self.window.refresh)
        for owned in (self.session, self.wishes, self.messages, self.diary, self.reading, self.unit, self.screens):
            # What belongs to a window goes with it: a kiosk forgets a visit by destroying its window.
            owned.setParent(self.window)
        self.window.closed.connect(self.reading.save_now)
        self.window.closed.connect(self.session.save_now)
        self.window.closed.connect(self.wishes.close)
        for fault in filter(None, (*faults, unknown)):
            self.messages.warn(fault)

    def open_files(self, files: Sequence[str | Path]) -> None:
        """Show the nurse's page, with the diary *files* in its list."""
        self.session.go(Locator("nurse"))
        self.diary.summary.open_files(files)

    def make_ring(self, application: QApplication) -> None:
        """Show where the keyboard is."""
        from tpe_guide.ui.kit.focus_ring import FocusRing

        self._ring = FocusRing(application, self.session.theme)
        self.session.look_changed.connect(self._ring.set_theme)
        self.window.destroyed.connect(self._ring.deleteLater)

    def screen_id(self) -> str:
        """What is shown, in no person's words."""
        return self.session.locator.place

    def tell_of_failure(self, report: str) -> None:
        """Say that a bug showed itself, written down in the file *report*."""
        self.messages.warn(ProgramFailed(report, self.window.holds_typed_words()))

    def _start(self, page: str) -> tuple[Locator, NoSuchPage | None]:
        """Where to open: a page that does not exist means home, with a note."""
        if page in self.library.order:
            return Locator("page", page), None
        return HOME_PLACE, NoSuchPage(page) if page else None

    def _open_clinic(self) -> Clinic:
        from tpe_guide.clinic_pack.clinic import Clinic

        return self._clinic or Clinic(self._data_dir, self.library.slots, self._given)

    def _last_words(self) -> str:
        """What is to be read where Urgent help cannot be made."""
        from tpe_guide.ui.shell.last_resort import last_words

        def emergency() -> str:
            return self.diary.catalogue.urgent.emergency.number

        return last_words(self.session.policy, emergency, partial(self.unit.word, PHONE))

    def _fill_slots(self) -> None:
        self.library.fill_slots(self.unit.words)


def run_until_closed(window: QWidget, application: QApplication) -> None:
    """Show *window* until it is closed."""
    show_fitting(window, application)
    close_on_signals()
    application.exec()


def close_on_signals() -> None:
    """Ctrl+C in the terminal and a polite kill end the program at once: nothing is held that was not saved."""
    import signal

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)

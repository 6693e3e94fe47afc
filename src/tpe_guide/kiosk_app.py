"""The kiosk as the composition root builds it: a window that shows strangers the guide, and one for each plain page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tpe_guide import crash_log, i18n, terminal
from tpe_guide.app import NOWHERE, Program, close_on_signals, data_folder
from tpe_guide.freshness import bring_up_to_date
from tpe_guide.guide.library import Library, languages
from tpe_guide.policy import KIOSK, Policy
from tpe_guide.settings import Settings
from tpe_guide.ui.kit.theme import Theme, ThemeName
from tpe_guide.ui.shell.application import make_application
from tpe_guide.ui.shell.display import require_display
from tpe_guide.ui.shell.failure_watch import FailureWatch
from tpe_guide.ui.shell.main_window import MainWindow
from tpe_guide.ui.unit.unit_state import open_for_kiosk
from tpe_guide.wording import describe

if TYPE_CHECKING:
    from tpe_guide.ui.kiosk.kiosk_window import KioskWindow
    from tpe_guide.ui.wiring.take_home_screens import KioskDesk

KIOSK_TEXT_PERCENT = 150
"""A kiosk is read standing, from an arm's length."""


def run_kiosk(
    *,
    language: str = "",
    data_dir: Path | None = None,
    clinic: Path | None = None,
    part: bool = False,
    unlocked: bool = False,
) -> int:
    """Show strangers the guide, full screen, until the operating system ends the program.

    As *part* of a kiosk of several processes it waits for its turn, and shows one visit: see ``kiosk.supervisor``.
    """
    require_display()
    bring_up_to_date()
    crash_log.keep_on_stderr()
    application = make_application()
    if part:
        from tpe_guide.ui.kiosk.part import measure

        measure(application)
    folder, homeless = data_folder(data_dir)
    if homeless is not None:
        terminal.complain(describe(homeless))
    watch = FailureWatch(folder)
    with watch.watching():
        kiosk = make_kiosk(application, language, clinic, folder, watch.report)
        watch.look_at(kiosk.screen_id)
        watch.happened.connect(kiosk.recover)
        if part:
            from tpe_guide.ui.kiosk.part import VisitPart

            VisitPart(application, kiosk, unlocked=unlocked)
        else:
            from tpe_guide.ui.kiosk.front import Front

            Front(application, kiosk).show()
        close_on_signals()
        return application.exec()


def run_notice(name: str, theme: ThemeName = "light") -> int:
    """Show the one page of the kiosk that is *name*, full screen, until its parent ends it."""
    require_display()
    crash_log.keep_on_stderr()
    application = make_application()
    from tpe_guide.ui.kiosk.part import NoticePart, make_page, tell_clipboard

    if name == "clipboard":
        QTimer.singleShot(0, partial(tell_clipboard, application))
        return application.exec()
    NoticePart(application, make_page(name, Theme(theme, KIOSK_TEXT_PERCENT)))
    return application.exec()


def make_kiosk(
    application: QApplication,
    language: str = "",
    clinic: Path | None = None,
    kept: Path = NOWHERE,
    report: Callable[[Exception], None] | None = None,
    now: Callable[[], float] | None = None,
    desk: KioskDesk | None = None,
) -> KioskWindow:
    """The kiosk's window. Each visit gets a program of its own, and nothing of it is written anywhere.

    The *clinic* pack is followed, and taken between visits; the last good one is held in *kept*. *report* is given
    what a screen raised that could not be made. *now*: a clock in seconds. Without a *desk*, as the pack says.
    """
    from tpe_guide.ui.kiosk.kiosk_attract import Language
    from tpe_guide.ui.kiosk.kiosk_events import clock
    from tpe_guide.ui.kiosk.kiosk_window import KioskWindow
    from tpe_guide.ui.wiring.take_home_screens import KioskDesk, rules_of

    library = Library.load(language or i18n.SOURCE_LANGUAGE)
    guides = [library, *(Library.load(code) for code in languages() if code != library.language)]
    unit = open_for_kiosk(kept, guides, clinic)
    desk = desk or KioskDesk(kept, lambda: rules_of(unit.pack))

    def make_guide(theme: Theme, policy: Policy, language: str) -> MainWindow:
        choices = Settings(text_percent=theme.percent, theme=theme.name)
        unit.read()
        program = Program(
            policy, language=language, data_dir=NOWHERE, chosen=choices, clinic=unit, report=report, desk=desk
        )
        program.window.finished.connect(kiosk.ask_to_finish)
        reading, session = program.reading, program.session
        desk.begin(session, language)
        session.look_changed.connect(kiosk.follow_look)
        session.located.connect(lambda at: kiosk.follow_reading(reading.seconds(at, session.settings)))
        return program.window

    kiosk = KioskWindow(
        application,
        Theme("light", KIOSK_TEXT_PERCENT),
        unit.chosen(KIOSK),
        make_guide=make_guide,
        speak=i18n.set_language,
        languages=[Language(each.language, each.language_name) for each in unit.offered(guides)],
        chapters=[chapter.title for chapter in library.chapters],
        now=now or clock,
    )
    desk.serve(kiosk, application)
    return kiosk

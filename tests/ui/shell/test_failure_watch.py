"""Where the program itself fails: a report, one sentence, a safe screen, and nothing that was typed is lost."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal, qCritical, qWarning
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.programs import OpenProgram, go, key, press
from tpe_guide import failure_report
from tpe_guide.app import Program
from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.navigation import HOME, Locator
from tpe_guide.policy import KIOSK
from tpe_guide.settings import Settings, save
from tpe_guide.ui.shell.banner import Banner
from tpe_guide.ui.shell.failure_watch import BURST_SECONDS, FailureWatch
from tpe_guide.ui.shell.last_resort import EMERGENCY_NUMBERS, LastResort, last_words
from tpe_guide.ui.shell.top_bar import TopBar
from tpe_guide.ui.today.today import TodayPage
from tpe_guide.ui.unit.urgent import UrgentPage

# The hooks are ours here, and not those that make a test fail.
pytestmark = pytest.mark.qt_no_exception_capture
SECRET = "the needle came out"


@pytest.fixture
def seconds() -> list[float]:
    """A clock that only a test moves."""
    return [1_000.0]


@pytest.fixture
def watch(qapp: QApplication, data_dir: Path, seconds: list[float]) -> Iterator[FailureWatch]:
    watch = FailureWatch(data_dir, now=lambda: seconds[0])
    with watch.watching():
        yield watch


class Watched:
    """The real program, with the watch that it is given at a real start."""

    def __init__(self, program: Program, watch: FailureWatch) -> None:
        self.program = program
        self.window = program.window
        watch.look_at(program.screen_id)
        watch.failed.connect(program.tell_of_failure)

    @property
    def said(self) -> str:
        for _time in range(2):  # a banner is shown by an event of its own
            QApplication.processEvents()
        banners = [each for each in self.window.findChildren(Banner) if not each.isHidden()]
        return banners[-1].accessibleName() if banners else ""

    def break_screen(self, place: str) -> None:
        def broken(*__: object) -> QWidget:
            raise LookupError(SECRET)

        self.window._screens = {**self.window._screens, place: broken}  # type: ignore[dict-item]


@pytest.fixture
def home(open_program: OpenProgram, watch: FailureWatch) -> Watched:
    return Watched(open_program(report=watch.report), watch)


class Failing(QObject):
    """Something whose slot fails."""

    pressed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pressed.connect(self._on_pressed)

    def _on_pressed(self) -> None:
        raise LookupError(SECRET)


def reports(data_dir: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in failure_report.kept(data_dir)]


def test_a_slot_that_fails_is_told_in_one_sentence(home: Watched, data_dir: Path) -> None:
    Failing(home.window).pressed.emit()
    (path,) = failure_report.kept(data_dir)
    assert home.said == (
        "Something in this guide did not work. "
        f"A report with none of your words in it is in {path}. "
        "You can go on. If this happens again, close the guide and open it anew."
    )
    assert isinstance(home.window.screen_shown, TodayPage)


def test_the_report_names_the_place_and_the_screen_and_no_words(home: Watched, data_dir: Path) -> None:
    go(home.program, "look")
    Failing(home.window).pressed.emit()
    (report,) = reports(data_dir)
    assert "failed: LookupError" in report
    assert "test_failure_watch.py:" in report
    assert "screen: look" in report
    assert SECRET not in report


def test_the_log_names_the_place_and_no_words(home: Watched, capfd: pytest.CaptureFixture[str]) -> None:
    Failing(home.window).pressed.emit()
    said = capfd.readouterr().err
    assert said.startswith("tpe-guide failed: LookupError at test_failure_watch.py:")
    assert said.count("\n") == 1


def test_what_was_typed_is_still_there_and_is_said_to_be(home: Watched) -> None:
    go(home.program, "questions")
    field = next(each for each in home.window.findChildren(QLineEdit) if each.isVisible())
    QTest.keyClicks(field, "When may I drive?")
    Failing(home.window).pressed.emit()
    assert "What you typed is still on the screen." in home.said
    assert field.isVisible()
    assert field.text() == "When may I drive?"


def test_a_burst_is_told_once(home: Watched, data_dir: Path, seconds: list[float]) -> None:
    failing = Failing(home.window)
    failing.pressed.emit()
    assert home.said
    press(home.program, "banner-close")
    for _time in range(20):
        seconds[0] += BURST_SECONDS / 2
        failing.pressed.emit()
        assert home.said == ""
    assert len(reports(data_dir)) == 1
    seconds[0] += BURST_SECONDS
    failing.pressed.emit()
    assert home.said


def test_a_thread_that_fails_is_told_too(home: Watched, data_dir: Path) -> None:
    def broken() -> None:
        raise LookupError(SECRET)

    thread = threading.Thread(target=broken)
    thread.start()
    thread.join()
    assert home.said
    assert len(reports(data_dir)) == 1


def test_what_fails_as_it_goes_is_written_down_and_troubles_nobody(home: Watched, data_dir: Path) -> None:
    class Ending:
        def __del__(self) -> None:
            raise LookupError(SECRET)

    Ending()
    assert home.said == ""
    assert len(reports(data_dir)) == 1


@pytest.mark.qt_log_ignore("QThing::do")
def test_what_qt_calls_critical_is_written_down_without_its_words(home: Watched, data_dir: Path) -> None:
    qCritical(f"QThing::do: {SECRET}")
    (report,) = reports(data_dir)
    assert "failed: Qt critical\n  QThing::do\n" in report
    assert SECRET not in report


def test_what_qt_only_warns_of_goes_to_the_log(
    home: Watched, data_dir: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    qWarning("QThing::do: odd")
    assert capfd.readouterr().err == "QThing::do: odd\n"
    assert reports(data_dir) == []


def test_nothing_can_be_written_and_it_is_told_all_the_same(home: Watched, data_dir: Path) -> None:
    data_dir.write_text("a file in the way")
    Failing(home.window).pressed.emit()
    assert "There is no report of it." in home.said


def test_a_report_that_fails_ends_nothing(home: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(failure_report, "save", broken)
    Failing(home.window).pressed.emit()
    assert "There is no report of it." in home.said


def test_nothing_that_failed_is_held_for_a_debugger(watch: FailureWatch) -> None:
    failing = Failing()
    kept = weakref.ref(failing)
    failing.pressed.emit()
    del failing
    gc.collect()
    assert kept() is None
    assert not hasattr(sys, "last_traceback")


def test_the_hooks_are_given_back(qapp: QApplication, data_dir: Path) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    watch = FailureWatch(data_dir)
    with pytest.raises(LookupError), watch.watching():
        _fail_if(sys.excepthook != before[0])
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    assert len(reports(data_dir)) == 1, "what ends the program is written down"


def _fail_if(truth: bool) -> None:
    if truth:
        raise LookupError(SECRET)


# Screens that cannot be made


def test_a_screen_that_cannot_be_made_leads_home(home: Watched, qtbot: QtBot) -> None:
    home.break_screen("contents")
    home.program.session.go(Locator("contents"))
    qtbot.waitUntil(lambda: isinstance(home.window.screen_shown, TodayPage), timeout=1_000)
    assert home.program.session.locator == HOME
    assert home.said
    key(home.program, "F9")
    assert isinstance(home.window.screen_shown, UrgentPage)


def test_where_home_cannot_be_made_there_is_urgent_help(home: Watched, qtbot: QtBot) -> None:
    home.break_screen("home")
    home.break_screen("contents")
    home.program.session.go(Locator("contents"))
    qtbot.waitUntil(lambda: isinstance(home.window.screen_shown, UrgentPage), timeout=1_000)


def test_where_nothing_can_be_made_the_window_and_its_word_remain(home: Watched) -> None:
    for place in ("home", "contents", "urgent"):
        home.break_screen(place)
    home.program.session.go(Locator("contents"))
    assert home.said
    assert home.window.isVisible()
    home.program.session.go(Locator("look"))
    assert home.window.screen_shown is not None


def broken(*__: object, **___: object) -> None:
    raise LookupError(SECRET)


def page_of(home: Watched) -> str:
    """What is to be read where a screen should be."""
    screen = home.window.screen_shown
    assert isinstance(screen, LastResort)
    assert screen.isVisible()
    assert screen.height() > home.window.height() / 2
    return screen.toPlainText()


def test_where_urgent_help_cannot_be_made_there_are_numbers_to_call(
    home: Watched, monkeypatch: pytest.MonkeyPatch, seconds: list[float]
) -> None:
    monkeypatch.setattr(UrgentPage, "__init__", broken)
    home.program.unit.fill_in("unit-phone", "01632 960 123")
    key(home.program, "F9")
    assert "Call your emergency number: 112, 911 or 999." in page_of(home)
    assert "Your unit: 01632 960 123" in page_of(home)
    assert home.said
    press(home.program, "banner-close")
    assert "112, 911 or 999" in page_of(home)
    seconds[0] += 2 * BURST_SECONDS
    key(home.program, "F9")
    assert home.said, "who asks again is told again"
    assert "112, 911 or 999" in page_of(home)
    go(home.program, "home")
    assert isinstance(home.window.screen_shown, TodayPage)


def test_urgent_help_that_can_be_made_again_is_there_at_the_next_press(
    home: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(UrgentPage, "__init__", broken)
        key(home.program, "F9")
    assert page_of(home)
    key(home.program, "F9")
    assert isinstance(home.window.screen_shown, UrgentPage)


def test_the_numbers_are_there_where_neither_words_nor_files_can_be_read(
    home: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tpe_guide.diary.catalogue.Catalogue.load", broken)
    monkeypatch.setattr(home.program.unit, "word", broken)
    key(home.program, "F9")
    assert "Call your emergency number: 112, 911 or 999." in page_of(home)
    assert "the number your unit gave you" in page_of(home)


def test_at_a_kiosk_the_last_words_are_to_tell_the_staff() -> None:
    words = last_words(KIOSK, lambda: "112", lambda: "01632 960 123")
    assert "Tell the staff now." in words
    assert not any(letter.isdigit() for letter in words)


def test_the_last_numbers_are_those_of_the_guide() -> None:
    assert Catalogue.load("en").urgent.emergency.number == EMERGENCY_NUMBERS


def test_where_neither_home_nor_urgent_help_can_be_made_a_start_shows_the_numbers(
    open_program: OpenProgram, watch: FailureWatch, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    for page in (TodayPage, UrgentPage):
        monkeypatch.setattr(page, "__init__", broken)
    home = Watched(open_program(report=watch.report), watch)
    qtbot.waitUntil(lambda: isinstance(home.window.screen_shown, LastResort), timeout=1_000)
    assert "112, 911 or 999" in page_of(home)


def test_a_bar_that_cannot_be_made_anew_leaves_the_screen_and_urgent_help(
    home: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(TopBar, "__init__", broken)
        key(home.program, "F8")
        assert home.said
        screen = home.window.screen_shown
        assert isinstance(screen, TodayPage)
        assert screen.height() > home.window.height() / 2
        press(home.program, "urgent")
        assert isinstance(home.window.screen_shown, UrgentPage)
        press(home.program, "home")
        assert isinstance(home.window.screen_shown, TodayPage)
    key(home.program, "F8")
    assert home.window.findChildren(TopBar)


def test_a_start_without_a_bar_has_its_screen_and_its_keys(
    open_program: OpenProgram, watch: FailureWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TopBar, "__init__", broken)
    home = Watched(open_program(report=watch.report), watch)
    assert isinstance(home.window.screen_shown, TodayPage)
    key(home.program, "F9")
    assert isinstance(home.window.screen_shown, UrgentPage)


def test_a_program_whose_first_screen_cannot_be_made_opens_all_the_same(
    open_program: OpenProgram, watch: FailureWatch, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(TodayPage, "__init__", broken)
    home = Watched(open_program(report=watch.report), watch)
    qtbot.waitUntil(lambda: isinstance(home.window.screen_shown, UrgentPage), timeout=1_000)


def test_a_page_that_fails_at_turning_is_made_anew(
    open_program: OpenProgram, watch: FailureWatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Watched(open_program(page="tingling", report=watch.report), watch)
    before = home.window.screen_shown

    def broken(*__: object) -> None:
        raise LookupError(SECRET)

    monkeypatch.setattr(type(before), "show_locator", broken)
    home.program.session.go(Locator("page", "getting-ready"))
    assert home.said
    assert home.window.screen_shown is not before
    assert home.window.screen_shown is not None


# Real processes


FATAL = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QWidget
from tpe_guide.ui.shell.failure_watch import FailureWatch
with FailureWatch(Path(sys.argv[1])).watching():
    QWidget()
"""
START = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from tpe_guide import app
from tpe_guide.ui.today.today import TodayPage

def broken(*_, **__):
    raise LookupError("the needle came out")

def look(program):
    if not program.window._strip.unread:  # on a busy machine nothing may have been painted yet
        QTimer.singleShot(50, lambda: look(program))
        return
    print(type(program.window.screen_shown).__name__, program.window._strip.unread.newest[0])
    QApplication.quit()

class Unpaintable(QWidget):
    def paintEvent(self, event):
        broken()

def started(application, program):
    start(application, program)
    {then}
    QTimer.singleShot(0, lambda: QTimer.singleShot(50, lambda: look(program)))

start, app._finish_start = app._finish_start, started
{first}
sys.exit(app.run(page="{page}"))
"""
UNPAINTABLE = """
    canvas = Unpaintable(program.window)
    canvas.resize(200, 200)
    canvas.show()
    for wait in range(5):
        QTimer.singleShot(wait, canvas.update)
"""


def process(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], capture_output=True, text=True, check=False
    )


@pytest.fixture
def asked_before(data_dir: Path) -> Path:
    """The data folder of somebody who was asked before how they read best."""
    save(data_dir / "settings.json", Settings())
    return data_dir


def real_start(first: str = "", then: str = "", page: str = "") -> subprocess.CompletedProcess[str]:
    """A start as from an icon, which ends when it has looked around. *first* stands before it, *then* after it."""
    done = process(START.replace("{first}", first).replace("{then}", then.strip()).replace("{page}", page))
    assert done.returncode == 0, done.stderr
    assert SECRET not in done.stdout + done.stderr
    return done


def test_a_fatal_word_of_qt_ends_without_a_core_file(data_dir: Path) -> None:
    done = process(FATAL, data_dir)
    assert done.returncode == 70
    assert done.stderr.startswith("tpe-guide failed: Qt fatal at QWidget. Report: ")
    assert "failed: Qt fatal\n  QWidget\n" in reports(data_dir)[0]


def test_a_start_whose_home_cannot_be_made_shows_urgent_help_and_says_so(asked_before: Path) -> None:
    done = real_start("TodayPage.__init__ = broken")
    assert done.stdout.startswith("UrgentPage Something in this guide did not work.")
    assert len(reports(asked_before)) == 1


def test_what_cannot_be_painted_is_told_once_and_the_guide_goes_on(asked_before: Path) -> None:
    done = real_start(then=UNPAINTABLE)
    assert done.stdout.startswith("TodayPage Something in this guide did not work.")
    assert len(reports(asked_before)) == 1
    assert done.stderr.count("tpe-guide failed: LookupError") == 1
    assert "QWidget::paintEvent" in done.stderr
    for line in done.stderr.splitlines():
        assert line.startswith("tpe-guide failed: ") or "tpe-guide" not in line
        assert line.count("QWidget::paintEvent") <= 1


@pytest.mark.parametrize(("page", "screen"), [("", "TodayPage"), ("tingling", "GuidePage")])
def test_a_start_without_a_bar_opens_a_window_and_says_so(asked_before: Path, page: str, screen: str) -> None:
    done = real_start("from tpe_guide.ui.shell.top_bar import TopBar; TopBar.__init__ = broken", page=page)
    assert done.stdout.startswith(f"{screen} Something in this guide did not work.")
    assert len(reports(asked_before)) == 1


def test_a_start_that_ends_at_once_names_its_report(data_dir: Path) -> None:
    done = process(
        START.replace("{first}", "app.Program.__init__ = broken").replace("{then}", "").replace("{page}", "")
    )
    (path,) = failure_report.kept(data_dir)
    assert done.stderr.splitlines()[0] == f"A report with none of your words in it is in {path}."


def test_a_slot_that_fails_as_the_program_opens_is_told(asked_before: Path) -> None:
    done = real_start(then="QTimer.singleShot(0, broken)")
    assert done.stdout.startswith("TodayPage Something in this guide did not work.")

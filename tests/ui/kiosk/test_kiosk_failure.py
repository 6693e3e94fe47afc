"""A kiosk whose program fails: the visit is wiped, the first page is there again, and nothing of it is held."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tpe_guide import failure_report
from tpe_guide.kiosk_app import make_kiosk
from tpe_guide.navigation import Locator
from tpe_guide.ui.kiosk.kiosk_attract import AttractPage
from tpe_guide.ui.kiosk.kiosk_erased import ErasedPage
from tpe_guide.ui.kiosk.kiosk_window import KioskWindow
from tpe_guide.ui.shell.failure_watch import FailureWatch
from tpe_guide.ui.shell.main_window import MainWindow
from tpe_guide.ui.unit.urgent import UrgentPage

pytestmark = pytest.mark.qt_no_exception_capture
SECRET = "the needle came out"


@dataclass
class Kiosk:
    """The real one, as it is started."""

    window: KioskWindow
    qtbot: QtBot

    @property
    def screen(self) -> QWidget:
        return self.window.layout().currentWidget()  # type: ignore[no-any-return]

    def begin(self) -> MainWindow:
        if isinstance(self.screen, ErasedPage):
            self.screen.read.emit()
        assert isinstance(self.screen, AttractPage)
        self.screen.begun.emit("en")
        assert isinstance(self.screen, MainWindow)
        return self.screen

    def is_wiped(self) -> None:
        """Within a second it is said that all is erased."""
        self.qtbot.waitUntil(lambda: isinstance(self.screen, ErasedPage), timeout=1_000)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def watch(qapp: QApplication, data_dir: Path) -> Iterator[FailureWatch]:
    watch = FailureWatch(data_dir)
    with watch.watching():
        yield watch


@pytest.fixture
def kiosk(qapp: QApplication, qtbot: QtBot, watch: FailureWatch) -> Kiosk:
    window = make_kiosk(qapp, "en", report=watch.report)
    watch.look_at(window.screen_id)
    watch.happened.connect(window.recover)
    window.resize(800, 1000)
    qtbot.addWidget(window, before_close_func=KioskWindow.leave)
    with qtbot.waitExposed(window):
        window.show()
    return Kiosk(window, qtbot)


class Failing(QObject):
    """Something in a visit's screen whose slot fails, with the visit in its hands."""

    pressed = Signal()

    def __init__(self, visit: QWidget) -> None:
        super().__init__(visit)
        self.visit = visit
        self.pressed.connect(self._on_pressed)

    def _on_pressed(self) -> None:
        visit = self.visit
        raise LookupError(SECRET, visit)


def test_a_slot_that_fails_wipes_the_visit(kiosk: Kiosk, data_dir: Path) -> None:
    visit = kiosk.begin()
    Failing(visit).pressed.emit()
    assert kiosk.screen is visit, "what failed ends first"
    kiosk.is_wiped()
    (report,) = failure_report.kept(data_dir)
    assert "screen: kiosk, in use" in report.read_text()
    assert SECRET not in report.read_text()


def test_nothing_of_the_visit_is_held(kiosk: Kiosk) -> None:
    visit = kiosk.begin()
    kept: list[Callable[[], object]] = [weakref.ref(visit), weakref.ref(visit._session)]
    failing = Failing(visit)
    failing.pressed.emit()
    del visit, failing
    kiosk.is_wiped()
    gc.collect()
    assert [each() for each in kept] == [None, None]


def test_a_screen_that_cannot_be_made_is_no_white_page(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*__: object, **___: object) -> None:
        raise LookupError(SECRET)

    visit = kiosk.begin()
    monkeypatch.setattr(UrgentPage, "__init__", broken)
    visit._session.go(Locator("urgent"))
    kiosk.is_wiped()


def test_a_guide_that_cannot_be_made_leaves_the_first_page(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*__: object, **___: object) -> None:
        raise LookupError(SECRET)

    first = kiosk.screen
    with monkeypatch.context() as patch:
        patch.setattr(MainWindow, "__init__", broken)
        first.begun.emit("en")  # type: ignore[attr-defined]
        kiosk.qtbot.waitUntil(lambda: kiosk.screen is not first, timeout=1_000)
    assert isinstance(kiosk.begin(), MainWindow), "the next visitor finds it as new"


def test_each_visit_that_fails_is_wiped_however_soon(kiosk: Kiosk) -> None:
    for _visit in range(3):
        Failing(kiosk.begin()).pressed.emit()
        kiosk.is_wiped()


def test_a_first_page_that_fails_untouched_is_not_made_anew_for_ever(kiosk: Kiosk) -> None:
    first = kiosk.screen
    Failing(first).pressed.emit()
    QApplication.processEvents()
    assert kiosk.screen is first


# A real kiosk whose log lies on a full disk


KIOSK = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tpe_guide import kiosk_app
from tpe_guide.ui.kiosk.kiosk_window import KioskWindow
show = KioskWindow.showFullScreen
def shown(kiosk):
    show(kiosk)
    def broken(): raise LookupError("the needle came out")
    QTimer.singleShot(0, broken)
    QTimer.singleShot(100, lambda: QApplication.exit(0))
KioskWindow.showFullScreen = shown
sys.exit(kiosk_app.run_kiosk(clinic=kiosk_app.Path(sys.argv[1])))
"""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_log_stops_no_kiosk(tmp_path: Path) -> None:
    bad = tmp_path / "clinic.json"
    bad.write_text("{")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([sys.executable, "-c", KIOSK, str(bad)], stdout=full, stderr=full, check=False)
    assert done.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="the streams of POSIX")
def test_a_log_that_nobody_reads_stops_no_kiosk(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([sys.executable, "-c", KIOSK, str(tmp_path)], stderr=writer, check=False)
    os.close(writer)
    assert done.returncode == 0

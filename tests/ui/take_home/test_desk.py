"""What a kiosk does beside showing the guide, visit after visit: it prints, it counts, and it forgets."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from tests.clinic_pack.packs import HEAD, put
from tests.conftest import A_THURSDAY_MORNING
from tests.ui.kiosk.visits import begun
from tests.ui.printing.paper_cups import PaperCups
from tpe_guide.clinic_pack.at_kiosk import KioskClinic
from tpe_guide.clinic_pack.pack import Pack
from tpe_guide.errors import CannotWrite
from tpe_guide.kiosk import counts
from tpe_guide.kiosk.take_home import PrintRule, Rules
from tpe_guide.kiosk_app import make_kiosk
from tpe_guide.navigation import Locator
from tpe_guide.ui.kiosk.kiosk_window import KioskWindow
from tpe_guide.ui.kit.tick_box import TickBox
from tpe_guide.ui.printing import fixed_printer
from tpe_guide.ui.shell.main_window import MainWindow
from tpe_guide.ui.unit.unit_state import open_for_kiosk
from tpe_guide.ui.wiring.take_home_screens import USUAL_SHEETS, KioskDesk, rules_of

JOB = "WARD-3-7"


@pytest.fixture
def print_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PaperCups:
    monkeypatch.setattr(fixed_printer, "LOOK_AGAIN_MS", 10)
    return PaperCups(tmp_path / "cups", monkeypatch)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program would put a file that it needs for a moment."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kept"


@pytest.fixture
def desk(folder: Path) -> KioskDesk:
    return KioskDesk(folder, lambda: Rules(PrintRule("WARD-3", 4), counts=True), lambda: A_THURSDAY_MORNING)


@pytest.fixture
def kiosk(qapp: QApplication, qtbot: QtBot, desk: KioskDesk) -> Iterator[KioskWindow]:
    kiosk = make_kiosk(qapp, desk=desk)
    qtbot.addWidget(kiosk)
    kiosk.resize(1080, 1920)
    kiosk.show()
    yield kiosk
    kiosk.leave()


def press(guide: MainWindow, name: str) -> None:
    QCoreApplication.processEvents()
    button = guide.findChild(QAbstractButton, name)
    assert button is not None, name
    button.click()
    QCoreApplication.processEvents()


def wiped(kiosk: KioskWindow) -> None:
    kiosk.recover()  # a visit ends so from anywhere, at once
    kiosk.stay()  # whoever comes next has seen that all was erased
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert kiosk.findChild(MainWindow) is None


def printing(guide: MainWindow, print_system: PaperCups, qtbot: QtBot) -> None:
    press(guide, "tab-take-home")
    press(guide, "questions-0")
    press(guide, "to-paper")
    qtbot.waitUntil(lambda: guide.findChild(QAbstractButton, "print-list") is not None, timeout=20_000)
    press(guide, "print-list")
    qtbot.waitUntil(lambda: print_system.asked != "")


def counted(desk: KioskDesk, folder: Path) -> counts.Days:
    assert desk._beside.wait(10)
    return counts.load(folder / counts.FILE, lambda fault: pytest.fail(str(fault)))


@pytest.mark.parametrize("middle", [True, False], ids=["in the middle of it", "when it was handed over"])
def test_the_wipe_takes_the_job_back_and_leaves_no_file_and_no_tick(
    kiosk: KioskWindow, print_system: PaperCups, qtbot: QtBot, temporary: Path, desk: KioskDesk, middle: bool
) -> None:
    if middle:
        print_system.takes_its_time()
    guide = begun(kiosk)
    printing(guide, print_system, qtbot)
    if not middle:
        qtbot.waitUntil(lambda: desk.printer.sent == "handed")
    wiped(kiosk)
    qtbot.waitUntil(lambda: print_system.taken_back == f"{JOB}\n")
    assert print_system.jobs == ""
    assert list(temporary.iterdir()) == []
    assert QApplication.clipboard().text() == ""
    assert desk.printer.sent == ""

    following = begun(kiosk)
    press(following, "tab-take-home")
    assert not any(box.isChecked() for box in following.findChildren(TickBox))
    press(following, "questions-0")
    press(following, "to-paper")
    qtbot.waitUntil(lambda: desk.printer.standing == "ready")


def test_nothing_of_one_visits_sheets_counts_for_the_next(
    kiosk: KioskWindow, print_system: PaperCups, qtbot: QtBot, desk: KioskDesk
) -> None:
    desk._rules = lambda: Rules(PrintRule("WARD-3", 1))
    for __ in range(2):
        guide = begun(kiosk)
        printing(guide, print_system, qtbot)
        qtbot.waitUntil(lambda: desk.printer.sent == "handed")
        wiped(kiosk)
        qtbot.waitUntil(lambda: print_system.jobs == "")
    assert print_system.asked.count("-d WARD-3") == 2


def test_the_staff_are_told_on_standard_error_of_what_could_not_be_taken_back(
    kiosk: KioskWindow, print_system: PaperCups, qtbot: QtBot, capsys: pytest.CaptureFixture[str], desk: KioskDesk
) -> None:
    print_system.keeps_its_jobs()
    printing(begun(kiosk), print_system, qtbot)
    qtbot.waitUntil(lambda: desk.printer.sent == "handed")
    wiped(kiosk)
    told: list[str] = []

    def is_told() -> bool:
        told.append(capsys.readouterr().err)
        return JOB in "".join(told)

    qtbot.waitUntil(is_told)


def test_a_clinic_says_in_its_pack_what_its_kiosk_may_do(tmp_path: Path) -> None:
    pack = Pack(values={"print.printer": "ward-b", "print.pages-per-visit": 7, "print.keeps-copies": "no"})
    assert rules_of(pack) == Rules(PrintRule("ward-b", 7, keeps_copies=False), counts=False)
    assert rules_of(Pack(values={"print.printer": "ward-b"})).prints == PrintRule("ward-b", USUAL_SHEETS)
    assert rules_of(Pack(values={"print.printer": "ward-b", "print.pages-per-visit": 0})) == Rules()
    assert rules_of(Pack(values={"kiosk.counts-visits": "yes"})).counts
    assert rules_of(Pack()) == Rules()


def test_a_kiosk_with_that_pack_offers_the_paper(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, print_system: PaperCups, monkeypatch: pytest.MonkeyPatch
) -> None:
    followed: list[KioskClinic] = []

    def remember(*asked: Any) -> KioskClinic:
        followed.append(open_for_kiosk(*asked))
        return followed[-1]

    monkeypatch.setattr("tpe_guide.kiosk_app.open_for_kiosk", remember)
    pack = put(tmp_path / "pack", {"clinic.toml": f'{HEAD}[print]\nprinter = "ward-b"\n'.encode()})
    kiosk = make_kiosk(qapp, clinic=pack, kept=tmp_path / "kept")
    qtbot.addWidget(kiosk)
    guide = begun(kiosk)
    press(guide, "tab-take-home")
    assert guide.findChild(QAbstractButton, "to-paper") is not None
    kiosk.leave()
    followed[0].watch.stop()


def test_a_pack_that_changes_holds_from_the_next_visit_on(
    kiosk: KioskWindow, print_system: PaperCups, desk: KioskDesk
) -> None:
    first = begun(kiosk)
    desk._rules = Rules
    press(first, "tab-take-home")
    assert first.findChild(QAbstractButton, "to-paper") is not None
    wiped(kiosk)
    second = begun(kiosk)
    press(second, "tab-take-home")
    assert second.findChild(QAbstractButton, "to-paper") is None


# Counts


def test_a_visit_is_counted_when_it_is_over(kiosk: KioskWindow, desk: KioskDesk, folder: Path) -> None:
    guide = begun(kiosk)
    press(guide, "tab-guide")
    assert not folder.exists()
    wiped(kiosk)
    assert counted(desk, folder) == {A_THURSDAY_MORNING.date(): counts.Day({"en": 1}, {}, 0)}


def test_pages_and_prints_are_counted_once_a_visit(
    kiosk: KioskWindow, print_system: PaperCups, qtbot: QtBot, desk: KioskDesk, folder: Path
) -> None:
    guide = begun(kiosk)
    for __ in range(3):
        guide._session.go(Locator("page", "tingling"))
        guide._session.go(Locator("page", "cramps"))
    printing(guide, print_system, qtbot)
    qtbot.waitUntil(lambda: desk.printer.sent == "handed")
    wiped(kiosk)
    (day,) = counted(desk, folder).values()
    assert day == counts.Day({"en": 1}, {"cramps": 1, "tingling": 1}, 1)


def test_a_touch_of_the_first_screen_alone_is_no_visit(kiosk: KioskWindow, desk: KioskDesk, folder: Path) -> None:
    kiosk.forgotten.emit()
    assert not folder.exists()


def test_a_guide_that_is_only_made_to_load_all_is_no_visit(kiosk: KioskWindow, desk: KioskDesk, folder: Path) -> None:
    kiosk.rehearse()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    kiosk.forgotten.emit()
    assert not desk.is_leaving()
    assert not folder.exists()


def test_nothing_is_counted_unless_the_clinic_switches_it_on(tmp_path: Path) -> None:
    desk = KioskDesk(tmp_path / "kept")
    desk._visit = counts.Visit("en")
    desk.forget()
    assert not desk._beside.busy
    assert not (tmp_path / "kept").exists()


def test_a_full_disk_costs_the_visitor_nothing_and_is_said_to_the_staff_once(
    kiosk: KioskWindow, desk: KioskDesk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(path: Path, today: dt.date, visits: object) -> CannotWrite:
        return CannotWrite(path, "no space left on device")

    monkeypatch.setattr(counts, "add", full)
    for __ in range(3):
        guide = begun(kiosk)
        assert guide.isVisibleTo(kiosk)
        wiped(kiosk)
        assert desk._beside.wait(10)
    assert capsys.readouterr().err.count("no space left on device") == 1

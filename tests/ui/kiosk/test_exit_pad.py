"""The keys on which staff type the code: large, silent about the code, and gone when nobody uses them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from tpe_guide import clock
from tpe_guide.kiosk_app import make_kiosk
from tpe_guide.ui.kiosk import exit_pad, staff_door
from tpe_guide.ui.kiosk.exit_pad import ExitPad
from tpe_guide.ui.kiosk.kiosk_attract import AttractPage
from tpe_guide.ui.kiosk.kiosk_window import KioskWindow
from tpe_guide.ui.kiosk.staff_door import StaffDoor
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.touch.steady import SteadyHand

LEAST = 76


@pytest.fixture
def pad(qtbot: QtBot) -> ExitPad:
    pad = ExitPad(Theme("light", 150), "For staff: the code to leave")
    qtbot.addWidget(pad)
    pad.resize(480, 800)
    pad.show()
    return pad


def press(pad: ExitPad, *names: str) -> None:
    for name in names:
        key = pad.findChild(QAbstractButton, name)
        assert key is not None
        key.click()


def shown(pad: ExitPad) -> list[str]:
    return [label.text() for label in pad.findChildren(QLabel) if label.text()]


def test_what_is_typed_is_seen_as_dots_and_forgotten_once_it_is_said(pad: ExitPad, qtbot: QtBot) -> None:
    press(pad, "key-4", "key-8", "key-0", "erase", "key-5")
    assert "•••" in shown(pad)
    with qtbot.waitSignal(pad.entered) as said:
        press(pad, "ok")
    assert said.args == ["485"]
    assert pad._digits == ""
    assert not any("•" in words for words in shown(pad))


def test_a_digit_typed_twice_in_a_row_counts_twice(pad: ExitPad, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    QApplication.processEvents()
    moment = clock.seconds() + 1
    monkeypatch.setattr(clock, "seconds", lambda: moment)
    steady = SteadyHand(pad, lambda: Theme("light", 150), moves=lambda: False)
    for name in ("key-4", "key-4", "key-5", "key-5", "erase", "erase"):
        at = pad.findChild(QAbstractButton, name).geometry().center()
        qtbot.mouseClick(pad.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
        moment += 0.15
    assert steady.parent() is pad
    assert "••" in shown(pad)


def test_no_key_moves_under_the_finger(pad: ExitPad) -> None:
    def places() -> list[QRect]:
        QApplication.processEvents()
        return [key.geometry() for key in pad.findChildren(QAbstractButton)]

    before = places()
    press(pad, "key-4")
    assert places() == before
    press(pad, "ok")
    pad.refuse(60)
    assert places() == before


def test_nothing_typed_says_nothing(pad: ExitPad) -> None:
    heard: list[str] = []
    pad.entered.connect(heard.append)
    press(pad, "ok")
    assert heard == []


def test_a_wrong_code_waits_and_says_so(pad: ExitPad) -> None:
    press(pad, "key-4", "ok")
    pad.refuse(8)
    assert "That is not the code. Please wait 8 seconds." in shown(pad)
    press(pad, "key-4")
    assert not any("•" in words for words in shown(pad)), "a key does nothing until then"
    pad._again.timeout.emit()
    press(pad, "key-4")
    assert "•" in shown(pad)


@pytest.mark.parametrize("size", [(480, 800), (1024, 600), (1366, 768), (1920, 1080)])
def test_every_key_is_large_and_on_the_screen(pad: ExitPad, size: tuple[int, int]) -> None:
    pad.resize(*size)
    QApplication.processEvents()
    assert pad.size().toTuple() == size
    for key in pad.findChildren(QAbstractButton):
        assert min(key.width(), key.height()) >= LEAST, key.objectName()
        assert pad.rect().contains(key.geometry()), key.objectName()
    for label in pad.findChildren(QLabel):
        assert pad.rect().contains(label.geometry())


def test_left_alone_it_goes(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exit_pad, "LEAVES_AFTER_MS", 20)
    pad = ExitPad(Theme("light", 150), "For staff")
    qtbot.addWidget(pad)
    with qtbot.waitSignal(pad.left, timeout=1_000):
        pass


# The corner that leads to it


@pytest.fixture
def door(qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> StaffDoor:
    monkeypatch.setattr(staff_door, "HOLD_MS", 20)
    kiosk = make_kiosk(qapp, "en")
    qtbot.addWidget(kiosk, before_close_func=KioskWindow.leave)
    kiosk.resize(800, 1000)
    with qtbot.waitExposed(kiosk):
        kiosk.show()
    return StaffDoor(qapp, kiosk, ask=True)


def kiosk_of(door: StaffDoor) -> KioskWindow:
    kiosk = door.parent()
    assert isinstance(kiosk, KioskWindow)
    return kiosk


def current(door: StaffDoor) -> object:
    return kiosk_of(door)._screens.currentWidget()


def hold(qtbot: QtBot, door: StaffDoor, at: QPoint) -> None:
    handle = kiosk_of(door).windowHandle()
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=at)


CORNER = QPoint(780, 20)


def test_holding_the_corner_shows_it_and_back_leads_to_the_first_page(door: StaffDoor, qtbot: QtBot) -> None:
    hold(qtbot, door, CORNER)
    qtbot.waitUntil(lambda: isinstance(current(door), ExitPad), timeout=1_000)
    assert kiosk_of(door).size().toTuple() == (800, 1000)
    pad = current(door)
    assert isinstance(pad, ExitPad)
    press(pad, "back")
    assert isinstance(current(door), AttractPage)


def test_a_tap_there_does_not(door: StaffDoor, qtbot: QtBot) -> None:
    hold(qtbot, door, CORNER)
    qtbot.mouseRelease(kiosk_of(door).windowHandle(), Qt.MouseButton.LeftButton, pos=CORNER)
    assert not door._held.isActive()


def test_holding_elsewhere_does_not(door: StaffDoor, qtbot: QtBot) -> None:
    hold(qtbot, door, QPoint(20, 20))
    assert not door._held.isActive()


def test_in_a_visit_nobody_meets_it(door: StaffDoor, qtbot: QtBot) -> None:
    kiosk_of(door).begin("en")
    hold(qtbot, door, CORNER)
    assert not door._held.isActive()


def test_a_window_that_is_relieved_begins_no_visit(door: StaffDoor, qtbot: QtBot) -> None:
    kiosk = kiosk_of(door)
    kiosk.begin("en")
    with qtbot.waitSignal(kiosk.wiped):
        kiosk.finish()
    kiosk.be_relieved()
    kiosk.stay()
    attract = current(door)
    assert isinstance(attract, AttractPage)
    with qtbot.waitSignal(kiosk.passed_on) as said:
        attract.begun.emit("en")
    assert said.args == ["en"]
    assert current(door) is attract

"""A locked kiosk that the desktop hid comes back, and one whose visit is over does not fight the next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tpe_guide.ui.kiosk import in_front
from tpe_guide.ui.kiosk.in_front import InFront

ACTIVE, INACTIVE = Qt.ApplicationState.ApplicationActive, Qt.ApplicationState.ApplicationInactive


class Application(QObject):
    applicationStateChanged = Signal(Qt.ApplicationState)  # noqa: N815 - Qt calls it so
    state = ACTIVE

    def applicationState(self) -> Qt.ApplicationState:
        return self.state

    def becomes(self, state: Qt.ApplicationState) -> None:
        self.state = state
        self.applicationStateChanged.emit(state)


class Window(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.did: list[str] = []

    def hide(self) -> None:
        self.did.append("hide")

    def showFullScreen(self) -> None:
        self.did.append("show")


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Window:
    monkeypatch.setattr(in_front, "AGAIN_MS", 5)
    window = Window()
    qtbot.addWidget(window)
    return window


def test_it_asks_to_be_in_front_and_then_comes_up_anew(window: Window, qtbot: QtBot) -> None:
    desktop = Application()
    InFront(desktop, window, lambda: True)  # type: ignore[arg-type]
    desktop.becomes(INACTIVE)
    qtbot.waitUntil(lambda: window.did[:3] == ["show", "hide", "show"], timeout=1_000)
    desktop.becomes(ACTIVE)
    assert not window.findChild(InFront)._again.isActive()


def test_where_it_is_not_to_be_seen_it_stays_away(window: Window) -> None:
    desktop = Application()
    keeper = InFront(desktop, window, lambda: False)  # type: ignore[arg-type]
    desktop.becomes(INACTIVE)
    assert not keeper._again.isActive()

"""Whatever pushes the kiosk away, it comes to the front again by itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tpe_guide.ui.kiosk.front import Front

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    Front(qapp, window).show()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()
    window.deleteLater()


def alarm(window: QWidget) -> QTimer:
    front = window.findChild(Front)
    assert front is not None
    timer = front.findChild(QTimer)
    assert timer is not None
    return timer


def look(window: QWidget) -> bool:
    """Its alarm rings, and no test waits for it. Whether it will ring again."""
    alarm(window).stop()
    alarm(window).timeout.emit()
    return alarm(window).isActive()


def test_it_fills_the_screen_and_then_nothing_runs(window: QWidget) -> None:
    assert window.geometry() == window.screen().geometry()
    assert not look(window)


def test_pushed_away_or_shrunk_it_comes_back(window: QWidget, qtbot: QtBot) -> None:
    look(window)

    window.showNormal()
    window.setGeometry(QRect(200, 100, 300, 200))
    assert window.geometry() != window.screen().geometry()
    assert alarm(window).isActive()
    look(window)

    qtbot.waitUntil(lambda: window.geometry() == window.screen().geometry())
    assert not look(window)


def test_behind_another_window_it_takes_the_keyboard_again(window: QWidget, qtbot: QtBot) -> None:
    look(window)
    other = QWidget()
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    assert alarm(window).isActive()

    look(window)

    qtbot.waitUntil(window.isActiveWindow)
    other.close()


def test_closed_it_stays_away(window: QWidget) -> None:
    window.close()

    assert not look(window)
    assert not window.isVisible()

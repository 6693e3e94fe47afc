"""How the window first stands on a screen."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tpe_guide.ui.shell.fitting import show_fitting


@dataclass
class Screen:
    """As much of an application and its screen as is asked for."""

    room: QSize

    def primaryScreen(self) -> Screen:
        return self

    def availableSize(self) -> QSize:
        return self.room


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_on_a_large_screen_it_is_as_designed(window: QWidget) -> None:
    show_fitting(window, Screen(QSize(1920, 1040)))  # type: ignore[arg-type]
    assert window.size() == QSize(1440, 900)
    assert not window.isMaximized()


@pytest.mark.parametrize("room", [(1440, 900), (1440, 920), (1366, 740), (1024, 700)])
def test_where_a_title_bar_would_push_it_off_the_screen_it_fills_it(window: QWidget, room: tuple[int, int]) -> None:
    show_fitting(window, Screen(QSize(*room)))  # type: ignore[arg-type]
    assert window.isMaximized()

"""A bar stays below what scrolls where there is room, and stands at its end where there is not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tpe_guide.ui.kit.bottom_bar import BottomBar
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.docking import LEAST_ROOM, Dock
from tpe_guide.ui.kit.theme import Theme

BAR = 70


class Docked(QWidget):
    """A screen of forty lines with a bar of one button."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        column = QVBoxLayout(inside)
        for number in range(40):
            column.addWidget(QLabel(f"line {number}"))
        self.bar = QWidget()
        row = QVBoxLayout(self.bar)
        row.setContentsMargins(0, 0, 0, 0)
        self.button = QPushButton("Save")
        self.button.setFixedHeight(BAR)
        row.addWidget(self.button)
        self.dock = Dock(theme, whole, inside)
        self.dock.hold(self.bar)

    def is_below(self) -> bool:
        """The bar is not part of what scrolls."""
        return not self.dock.area.isAncestorOf(self.bar)


@pytest.fixture(params=[100, 200])
def theme(request: pytest.FixtureRequest) -> Theme:
    return Theme(percent=request.param)


@pytest.fixture
def screen(qtbot: QtBot, theme: Theme) -> Docked:
    screen = Docked(theme)
    qtbot.addWidget(screen)
    screen.resize(400, theme.text_px(LEAST_ROOM) + BAR)
    screen.show()
    return screen


def test_with_room_enough_it_is_always_in_sight(screen: Docked) -> None:
    assert screen.is_below()
    assert screen.bar.geometry().bottom() == screen.height() - 1


def test_with_less_it_is_at_the_end_of_what_scrolls(screen: Docked, theme: Theme) -> None:
    screen.resize(400, theme.text_px(LEAST_ROOM) + BAR - 1)
    assert screen.is_below(), "a layout must not lose a part while it goes through its parts"
    for __ in range(2):  # it moves; then all is laid out
        QCoreApplication.processEvents()
    assert not screen.is_below()
    assert screen.bar.isVisible()
    scroll = screen.dock.area.verticalScrollBar()
    scroll.setValue(scroll.maximum())
    assert screen.bar.visibleRegion().boundingRect().height() == BAR
    assert screen.dock.area.height() == screen.height()


def test_the_keyboard_stays_on_it_wherever_it_goes(screen: Docked, qtbot: QtBot) -> None:
    qtbot.waitActive(screen)
    screen.button.setFocus(Qt.FocusReason.TabFocusReason)
    moves: list[bool] = []
    screen.dock.moved.connect(moves.append)
    for height in (200, 2000):
        screen.resize(400, height)
        QCoreApplication.processEvents()
        assert screen.focusWidget() is screen.button
    assert moves == [False, True]


class Heights(QObject):
    """Those that something was given, one after the other."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.given: list[int] = []
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note it."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.given.append(watched.height())
        return False


def test_a_bar_that_folds_is_folded_before_the_rest_is_laid_out(qtbot: QtBot) -> None:
    """With its long words on one line it is lower than as it was made."""
    theme = Theme()
    window, screen = QWidget(), QWidget()
    qtbot.addWidget(window)
    window.resize(1400, 900)
    column = QVBoxLayout(window)
    window.show()
    whole = QVBoxLayout(screen)
    whole.setContentsMargins(0, 0, 0, 0)
    dock = Dock(theme, whole, QWidget())
    back = Button(theme, "Back to the page about the machine", hint="Previous")
    dock.hold(BottomBar(theme, back, QLabel("a word in the middle"), Button(theme, "On to the next"), keep_middle=True))
    heights = Heights(dock.area)
    column.addWidget(screen)
    QCoreApplication.processEvents()
    assert heights.given == [dock.area.height()]

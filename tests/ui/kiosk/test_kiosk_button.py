"""The buttons of a kiosk: large whatever the screen, their words never cut off, pressed by Enter too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tpe_guide.ui.kiosk.kiosk_attract import AttractPage, Language
from tpe_guide.ui.kiosk.kiosk_button import BEGIN, LEAST_TARGET, TOOL, KioskButton
from tpe_guide.ui.kiosk.kiosk_page import LEAST_GAP
from tpe_guide.ui.kit.theme import LEAST_LETTERS, Theme


@pytest.fixture
def begin(qtbot: QtBot) -> KioskButton:
    button = KioskButton(Theme(unit=1.0), "Touch to begin", "primary", BEGIN, icon="pointer")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    return button


def test_it_grows_with_the_screen_and_stays_large_enough_to_hit(begin: KioskButton) -> None:
    heights = []
    for unit in (0.1, 1.0, 2.0):
        begin.set_theme(Theme(unit=unit))
        heights.append(begin.height_now)
    assert heights == [LEAST_TARGET, 204, 408]


def test_between_two_there_is_room_for_a_shaking_finger(qtbot: QtBot) -> None:
    page = AttractPage(Theme(), [Language("en", "English")])
    qtbot.addWidget(page)
    page._theme = Theme(unit=0.1)
    assert page._gap(44) == LEAST_GAP
    page._theme = Theme(unit=2.0)
    assert page._gap(44) == 88


def test_words_that_do_not_fit_grow_smaller_down_to_what_can_be_read(begin: KioskButton) -> None:
    assert begin.drawn_font.pixelSize() == 72
    begin.resize(400, 204)
    font = begin.drawn_font
    assert LEAST_LETTERS < font.pixelSize() < 72
    assert QFontMetricsF(font).horizontalAdvance(begin.text()) < 400
    begin.resize(220, 204)
    assert begin.drawn_font.pixelSize() == LEAST_LETTERS


def test_enter_presses_it_as_space_does(qtbot: QtBot, begin: KioskButton) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        with qtbot.waitSignal(begin.clicked):
            QTest.keyClick(begin, key)


def test_a_pointer_left_there_by_a_touch_changes_nothing(qtbot: QtBot) -> None:
    button = KioskButton(Theme(unit=1.0), "Lower the buttons", "quiet", TOOL)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    button.show()
    before = picture(button)
    middle = QPointF(button.rect().center())
    QApplication.sendEvent(button, QEnterEvent(middle, middle, middle))
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert button.underMouse()
    assert picture(button) == before
    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))


def picture(button: KioskButton) -> QImage:
    return button.grab().toImage()

"""The second of two taps that one shaking hand made does nothing, wherever it lands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QButtonGroup, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kiosk.visits import begun
from tests.ui.programs import OpenProgram, find, go
from tpe_guide.app import Program
from tpe_guide.kiosk_app import make_kiosk
from tpe_guide.navigation import Locator
from tpe_guide.settings import Settings
from tpe_guide.ui.diary.saved import SavedPage
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.reading_view import ReadingView

LEFT = Qt.MouseButton.LeftButton
FAST = 0.25
"""Seconds between two taps of a shaking hand."""
PAUSE = 0.5


class Hand:
    """A finger on *window*: it presses whatever lies where it comes down. Time passes when it says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += seconds

    def tap(self, window: QWidget, place: QPoint) -> None:
        target = window.childAt(place) or window
        QTest.mouseClick(target, LEFT, pos=target.mapFrom(window, place))
        QCoreApplication.processEvents()

    def double_tap(self, window: QWidget, target: QWidget) -> None:
        """Twice in the same place, 250 ms apart."""
        place = target.mapTo(window, target.rect().center())
        self.tap(window, place)
        self.wait(FAST)
        self.tap(window, place)


@pytest.fixture
def hand(steady_hand: None, monkeypatch: pytest.MonkeyPatch) -> Hand:
    hand = Hand()
    monkeypatch.setattr("tpe_guide.clock.seconds", hand)
    return hand


def press(program: Program, hand: Hand, name: str) -> QAbstractButton:
    """One press that is meant."""
    button = find(program, name)
    hand.wait(PAUSE)
    QTest.mouseClick(button, LEFT)
    QCoreApplication.processEvents()
    return button


def esc(program: Program) -> None:
    QTest.keyClick(program.window.focusWidget() or program.window, Qt.Key.Key_Escape)
    QCoreApplication.processEvents()


def entry(program: Program, hand: Hand, *names: str) -> None:
    hand.wait(PAUSE)
    go(program, "log")
    press(program, hand, "start-without")
    press(program, hand, "session-new-today")
    for name in names:
        press(program, hand, name)


class TestInTheProgram:
    def test_a_double_tap_on_save_leaves_saved_to_be_read(self, open_program: OpenProgram, hand: Hand) -> None:
        program = open_program()
        entry(program, hand, "effect-tingling", "level-tingling-1", "began-during")
        hand.wait(PAUSE)
        hand.double_tap(program.window, find(program, "save"))
        assert isinstance(program.window.screen_shown, SavedPage)
        assert program.window.holds_typed_words() is False
        assert program.diary.diary_session.store.entries()[0].effects[0].effect == "tingling"

    @pytest.mark.parametrize(("size", "percent"), [((1440, 900), 100), ((480, 800), 100), ((1366, 768), 200)])
    def test_nothing_else_stands_where_save_stood(
        self, open_program: OpenProgram, hand: Hand, size: tuple[int, int], percent: int
    ) -> None:
        program = open_program(size=size, chosen=Settings(text_percent=percent))
        entry(program, hand, "effect-tingling", "level-tingling-1", "began-during")
        save = find(program, "save")
        place = save.mapTo(program.window, save.rect().center())
        press(program, hand, "save")
        hand.wait(PAUSE)
        assert not isinstance(program.window.childAt(place), QAbstractButton)

    def test_two_chips_one_after_the_other_and_the_second_twice(self, open_program: OpenProgram, hand: Hand) -> None:
        program = open_program()
        entry(program, hand, "effect-tingling")
        hand.wait(FAST)
        hand.double_tap(program.window, find(program, "effect-headache"))
        assert find(program, "effect-headache").isChecked()

    def test_a_double_tap_on_next_turns_one_page(self, open_program: OpenProgram, hand: Hand) -> None:
        program = open_program(page="tingling")
        order = program.library.order
        hand.wait(PAUSE)
        hand.double_tap(program.window, find(program, "next"))
        assert program.session.locator.page == order[order.index("tingling") + 1]

    def test_keys_turn_pages_as_fast_as_they_come(self, open_program: OpenProgram, hand: Hand) -> None:
        program = open_program(page="tingling")
        order = program.library.order
        for __ in range(3):
            QTest.keySequence(program.window, "Ctrl+PgDown")
        assert program.session.locator.page == order[order.index("tingling") + 3]

    def test_space_twice_on_save_leaves_saved_to_be_read(self, open_program: OpenProgram, hand: Hand) -> None:
        program = open_program()
        entry(program, hand, "effect-tingling", "level-tingling-1", "began-during")
        find(program, "save").setFocus(Qt.FocusReason.TabFocusReason)
        hand.wait(PAUSE)
        for __ in range(2):
            focused = program.window.focusWidget()
            assert isinstance(focused, QAbstractButton)
            QTest.keyClick(focused, Qt.Key.Key_Space)
            QCoreApplication.processEvents()
            hand.wait(FAST)
        assert isinstance(program.window.screen_shown, SavedPage)

    def test_at_a_kiosk_too(self, qapp: QApplication, qtbot: QtBot, hand: Hand) -> None:
        kiosk = make_kiosk(qapp, now=hand)
        qtbot.addWidget(kiosk)
        kiosk.resize(1080, 1920)
        kiosk.show()
        guide = begun(kiosk)
        guide._session.go(Locator("page", "tingling"))
        QCoreApplication.processEvents()
        hand.wait(1)
        (onward,) = [each for each in guide.findChildren(QAbstractButton, "next") if each.isVisible()]
        hand.double_tap(guide, onward)
        assert guide._session.locator.page != "tingling"
        guide._session.back()
        assert guide._session.locator.page == "tingling"

    def test_the_second_of_two_escs_does_not_leave_the_page_too(self, open_program: OpenProgram, hand: Hand) -> None:
        program = open_program(page="swap-not-clean")
        go(program, "page", "tingling")
        view = find(program, "reading-view", ReadingView)
        view.activate_link(0)
        hand.wait(PAUSE)
        esc(program)
        hand.wait(FAST)
        esc(program)
        assert not view.within, "the first closes what is explained"
        assert program.session.locator.page == "tingling"
        hand.wait(PAUSE)
        esc(program)
        assert program.session.locator.page == "swap-not-clean"
        hand.wait(FAST)
        esc(program)
        assert program.session.locator.page == "swap-not-clean", "nor does it go back twice"


@pytest.fixture
def column(qtbot: QtBot) -> Callable[..., QWidget]:
    """A window with *buttons* below one another."""

    window = QWidget()
    qtbot.addWidget(window)

    def show(*buttons: QAbstractButton) -> QWidget:
        layout = QVBoxLayout(window)
        for button in buttons:
            layout.addWidget(button)
        window.show()
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        return window

    return show


def counted(button: QAbstractButton) -> list[bool]:
    clicks: list[bool] = []
    button.clicked.connect(lambda: clicks.append(True))
    return clicks


class TestOneButton:
    def test_a_double_click_is_one_press(self, column: Callable[..., QWidget], hand: Hand) -> None:
        button = Button(Theme(), "Save")
        clicks = counted(button)
        column(button)
        hand.wait(PAUSE)
        QTest.mouseClick(button, LEFT)
        QTest.mouseDClick(button, LEFT)  # the second press as Qt tells it: no press of its own
        QTest.mouseRelease(button, LEFT)
        assert len(clicks) == 1

    def test_after_a_moment_it_may_be_pressed_again(self, column: Callable[..., QWidget], hand: Hand) -> None:
        button = Button(Theme(), "Save")
        clicks = counted(button)
        column(button)
        for __ in range(3):
            hand.wait(PAUSE)
            QTest.mouseClick(button, LEFT)
        assert len(clicks) == 3

    @pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
    def test_keys_press_once_too(self, column: Callable[..., QWidget], hand: Hand, key: Qt.Key) -> None:
        button = Button(Theme(), "Save")
        clicks = counted(button)
        column(button)
        hand.wait(PAUSE)
        QTest.keyClick(button, key)
        hand.wait(FAST)
        QTest.keyClick(button, key)
        assert len(clicks) == 1

    def test_what_is_there_to_be_pressed_often_repeats(self, column: Callable[..., QWidget], hand: Hand) -> None:
        button = Button(Theme(), "One more")
        button.repeats = True
        clicks = counted(button)
        column(button)
        hand.wait(PAUSE)
        for __ in range(3):
            QTest.mouseClick(button, LEFT)
        assert len(clicks) == 3

    def test_but_not_by_a_tap_that_met_it_by_chance(self, column: Callable[..., QWidget], hand: Hand) -> None:
        button = Button(Theme(), "One more")
        button.repeats = True
        clicks = counted(button)
        column(button)
        hand.wait(FAST)
        QTest.mouseClick(button, LEFT)
        assert not clicks

    def test_nor_does_one_that_has_just_moved_under_the_finger(
        self, column: Callable[..., QWidget], hand: Hand
    ) -> None:
        button = Button(Theme(), "Undo")
        clicks = counted(button)
        column(button)
        hand.wait(PAUSE)
        button.move(button.x() + 40, button.y())
        QTest.mouseClick(button, LEFT)
        assert not clicks

    def test_nor_one_that_the_program_gave_the_keyboard(self, column: Callable[..., QWidget], hand: Hand) -> None:
        first, second = Button(Theme(), "Add"), Button(Theme(), "Tingling")
        clicks = counted(second)
        column(first, second)
        hand.wait(PAUSE)
        second.setFocus(Qt.FocusReason.OtherFocusReason)
        QTest.keyClick(second, Qt.Key.Key_Space)
        assert not clicks
        first.setFocus(Qt.FocusReason.TabFocusReason)
        hand.wait(PAUSE)
        second.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(second, Qt.Key.Key_Space)
        assert len(clicks) == 1

    def test_who_presses_without_a_hand_is_not_asked(self, column: Callable[..., QWidget], hand: Hand) -> None:
        button = Button(Theme(), "Save")
        clicks = counted(button)
        column(button)
        button.click()
        button.click()
        assert len(clicks) == 2

    def test_arrows_go_through_a_group_and_scroll_elsewhere(self, column: Callable[..., QWidget], hand: Hand) -> None:
        one, two, alone = Chip(Theme(), "One"), Chip(Theme(), "Two"), Chip(Theme(), "Alone")
        group = QButtonGroup(one)
        group.addButton(one)
        group.addButton(two)
        column(one, two, alone)
        one.setFocus()
        QTest.keyClick(one, Qt.Key.Key_Down)
        assert two.hasFocus()
        alone.setFocus()
        QTest.keyClick(alone, Qt.Key.Key_Up)
        assert alone.hasFocus()

"""A stranger at the kiosk, and the next one, who must find nothing of the first."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDragEnterEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QShortcut,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QStackedLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tpe_guide.kiosk.lifecycle import COUNTDOWN_SECONDS, ERASED_SECONDS, LONGEST_NAP, SETTLE_SECONDS
from tpe_guide.policy import KIOSK, Policy
from tpe_guide.ui.kiosk.countdown import Countdown
from tpe_guide.ui.kiosk.kiosk_attract import AttractPage, Language
from tpe_guide.ui.kiosk.kiosk_button import KioskButton
from tpe_guide.ui.kiosk.kiosk_erased import ErasedPage
from tpe_guide.ui.kiosk.kiosk_events import clock
from tpe_guide.ui.kiosk.kiosk_finish import FinishPage
from tpe_guide.ui.kiosk.kiosk_still_there import StillTherePage
from tpe_guide.ui.kiosk.kiosk_window import KioskWindow
from tpe_guide.ui.kit.focus_ring import FocusRing
from tpe_guide.ui.kit.theme import Theme

IDLE = KIOSK.idle_seconds or 0
LANGUAGES = (Language("en", "English"), Language("es", "Español"))


class FakeGuide(QWidget):
    """A guide with one button that fills it, a field, two shortcuts, and a secret of its visitor."""

    finished = Signal()
    look_changed = Signal(Theme)

    def __init__(self, theme: Theme, policy: Policy) -> None:
        super().__init__()
        self.theme = theme
        self.policy = policy
        self.pressed: list[str] = []
        self.keys: list[int] = []
        self.next = QPushButton("Next")
        self.next.setMinimumSize(QSize(300, 800))
        self.next.clicked.connect(self._on_next)
        self.field = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.next)
        for keys in ("F9", "Ctrl+Q"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(self._on_shortcut)

    def _on_next(self) -> None:
        self.pressed.append("next")

    def _on_shortcut(self) -> None:
        shortcut = self.sender()
        assert isinstance(shortcut, QShortcut)
        self.pressed.append(shortcut.key().toString())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Control, Qt.Key.Key_Alt):
            self.keys.append(event.key())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pressed.append("lifted")


@dataclass
class Kiosk:
    """The window, a clock that only a test moves, and what a stranger can do."""

    now: float = 50_000.0
    spoken: list[str] = field(default_factory=list)
    begun_in: list[str] = field(default_factory=list)
    guides: list[FakeGuide] = field(default_factory=list)
    seconds_to_build: float = 0.0
    window: KioskWindow = field(init=False)

    def open(self, application: QApplication) -> KioskWindow:
        self.window = KioskWindow(
            application,
            Theme("light"),
            KIOSK,
            make_guide=self.make_guide,
            speak=self.spoken.append,
            languages=LANGUAGES,
            now=lambda: self.now,
        )
        return self.window

    def make_guide(self, theme: Theme, policy: Policy, language: str) -> QWidget:
        self.now += self.seconds_to_build
        guide = FakeGuide(theme, policy)
        guide.finished.connect(self.window.ask_to_finish)
        guide.look_changed.connect(self.window.follow_look)
        self.guides.append(guide)
        self.begun_in.append(language)
        return guide

    @property
    def guide(self) -> FakeGuide:
        return self.guides[-1]

    @property
    def screen(self) -> QWidget:
        stack = self.window.layout()
        assert isinstance(stack, QStackedLayout)
        shown = stack.currentWidget()
        assert shown is not None
        return shown

    @property
    def seconds_left(self) -> int:
        countdown = self.screen.findChild(Countdown)
        assert countdown is not None
        return countdown.seconds_left

    @property
    def alarm(self) -> QTimer:
        (alarm,) = self.window.findChildren(QTimer)
        return alarm

    def settle(self) -> None:
        self.now += SETTLE_SECONDS

    def waits(self, seconds: float) -> None:
        """Nobody touches anything; the window's own timer rings when it would have."""
        end = self.now + seconds
        while self.alarm.isActive() and self.now + self.alarm.interval() / 1000 <= end + 1e-6:
            self.now += self.alarm.interval() / 1000
            self.alarm.timeout.emit()
        self.now = end
        if self.alarm.isActive():
            # Between two rings: look at the clock, so that the timer says how long is left of the second part.
            self.alarm.timeout.emit()
        QApplication.processEvents()

    def button(self, name: str) -> KioskButton:
        button = self.screen.findChild(KioskButton, name)
        assert button is not None
        return button

    def taps(self, widget: QWidget, place: QPoint | None = None) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or widget.rect().center())

    def begins(self) -> FakeGuide:
        self.settle()
        if isinstance(self.screen, ErasedPage):
            self.taps(self.screen)
            self.settle()
        self.taps(self.button("begin"))
        assert isinstance(self.screen, FakeGuide)
        self.settle()
        return self.guide

    def finishes(self) -> None:
        """Presses *Finish*, and means it."""
        self.guide.finished.emit()
        self.settle()
        self.taps(self.button("wipe"))
        assert isinstance(self.screen, ErasedPage)

    def is_asked(self) -> None:
        self.waits(IDLE)
        assert isinstance(self.screen, StillTherePage)
        self.settle()


@pytest.fixture
def kiosk(qapp: QApplication, qtbot: QtBot) -> Iterator[Kiosk]:
    kiosk = Kiosk()
    window = kiosk.open(qapp)
    window.resize(540, 960)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    kiosk.settle()
    yield kiosk
    kiosk.guides.clear()


# Beginning


def test_an_untouched_kiosk_shows_attract_and_sets_no_timer(kiosk: Kiosk) -> None:
    assert isinstance(kiosk.screen, AttractPage)
    assert not kiosk.alarm.isActive()


def test_touch_to_begin_opens_a_fresh_guide_with_the_kiosks_policy(kiosk: Kiosk) -> None:
    guide = kiosk.begins()
    assert guide.policy == KIOSK
    assert guide.theme == Theme("light")
    assert kiosk.spoken == ["en"]
    assert kiosk.alarm.interval() <= LONGEST_NAP * 1000


def test_a_language_button_picks_the_language_and_begins(kiosk: Kiosk) -> None:
    kiosk.taps(kiosk.button("language-es"))
    assert kiosk.screen is kiosk.guide
    assert kiosk.spoken == kiosk.begun_in == ["es"]


def test_enter_begins_without_a_finger(kiosk: Kiosk) -> None:
    QTest.keyClick(kiosk.window.focusWidget(), Qt.Key.Key_Return)
    assert kiosk.screen is kiosk.guide


def test_a_shaky_second_tap_presses_nothing_in_the_guide(kiosk: Kiosk) -> None:
    kiosk.seconds_to_build = 2 * SETTLE_SECONDS
    kiosk.taps(kiosk.button("begin"))
    kiosk.taps(kiosk.guide.next)
    assert kiosk.guide.pressed == []
    kiosk.settle()
    kiosk.taps(kiosk.guide.next)
    assert kiosk.guide.pressed == ["next"]


# Still there?


def test_after_a_minute_it_asks_and_counts_down_one_step_a_second(kiosk: Kiosk) -> None:
    kiosk.begins()
    kiosk.waits(IDLE - SETTLE_SECONDS)
    assert kiosk.seconds_left == 30
    for left in range(29, 0, -1):
        kiosk.waits(1)
        assert kiosk.seconds_left == left
    kiosk.waits(1)
    assert isinstance(kiosk.screen, ErasedPage)
    kiosk.waits(ERASED_SECONDS)
    assert isinstance(kiosk.screen, AttractPage)
    assert not kiosk.alarm.isActive()


def test_any_touch_means_yes_and_presses_nothing_beneath(kiosk: Kiosk) -> None:
    guide = kiosk.begins()
    kiosk.is_asked()
    QTest.mousePress(kiosk.screen, Qt.MouseButton.LeftButton, pos=QPoint(270, 400))
    assert kiosk.screen is guide
    QTest.mouseRelease(guide, Qt.MouseButton.LeftButton, pos=QPoint(270, 400))
    assert guide.pressed == []


def test_the_yes_button_means_yes_too(kiosk: Kiosk) -> None:
    guide = kiosk.begins()
    kiosk.is_asked()
    kiosk.taps(kiosk.button("yes"))
    assert kiosk.screen is guide


def test_a_screen_reader_can_press_yes_without_any_event(kiosk: Kiosk) -> None:
    guide = kiosk.begins()
    kiosk.is_asked()
    kiosk.button("yes").click()
    assert kiosk.screen is guide


def test_a_touch_in_the_last_second_keeps_the_visit(kiosk: Kiosk) -> None:
    guide = kiosk.begins()
    kiosk.waits(IDLE + COUNTDOWN_SECONDS - SETTLE_SECONDS - 0.05)
    kiosk.taps(kiosk.screen)
    assert kiosk.screen is guide


def test_a_real_finger_means_yes_and_its_lift_is_swallowed_with_it(kiosk: Kiosk) -> None:
    guide = kiosk.begins()
    kiosk.is_asked()
    finger = QTest.createTouchDevice()
    place = guide.next.rect().center()
    QTest.touchEvent(kiosk.window, finger).press(0, place, kiosk.window).commit()
    assert kiosk.screen is guide
    QTest.touchEvent(kiosk.window, finger).release(0, place, kiosk.window).commit()
    assert guide.pressed == []
    kiosk.settle()
    QTest.touchEvent(kiosk.window, finger).press(0, place, kiosk.window).commit()
    QTest.touchEvent(kiosk.window, finger).release(0, place, kiosk.window).commit()
    assert guide.pressed == ["next"]


def test_a_letter_key_means_yes_and_types_nothing(kiosk: Kiosk) -> None:
    guide = kiosk.begins()
    guide.field.setFocus()
    kiosk.is_asked()
    QTest.keyClick(kiosk.screen, Qt.Key.Key_X)
    assert kiosk.screen is guide
    assert guide.field.text() == ""
    assert kiosk.window.focusWidget() is guide.field


def test_i_am_done_wipes_at_once(kiosk: Kiosk) -> None:
    kiosk.begins()
    kiosk.is_asked()
    kiosk.taps(kiosk.button("wipe"))
    assert isinstance(kiosk.screen, ErasedPage)
    kiosk.settle()
    kiosk.taps(kiosk.screen)
    assert isinstance(kiosk.screen, AttractPage)


def test_more_time_is_given_and_remembered(kiosk: Kiosk) -> None:
    guide = kiosk.begins()
    kiosk.is_asked()
    kiosk.taps(kiosk.button("more-time"))
    assert kiosk.screen is guide
    kiosk.waits(2 * IDLE - 1)
    assert kiosk.screen is guide
    kiosk.waits(1)
    assert isinstance(kiosk.screen, StillTherePage)


def test_nobody_is_asked_in_the_middle_of_a_long_page(kiosk: Kiosk) -> None:
    guide = kiosk.begins()
    kiosk.window.follow_reading(120)
    kiosk.waits(120)
    assert kiosk.screen is guide


# Finishing


def test_finish_asks_once_and_a_touch_anywhere_reads_on(kiosk: Kiosk) -> None:
    guide = kiosk.begins()
    guide.finished.emit()
    assert isinstance(kiosk.screen, FinishPage)
    kiosk.settle()
    kiosk.taps(kiosk.screen, QPoint(270, 300))
    assert kiosk.screen is guide


def test_the_second_tap_of_a_shaky_hand_does_not_erase(kiosk: Kiosk) -> None:
    guide = kiosk.begins()
    guide.finished.emit()
    kiosk.taps(kiosk.button("wipe"))
    assert kiosk.screen is guide


def test_yes_erases_and_says_so(kiosk: Kiosk) -> None:
    kiosk.begins()
    kiosk.finishes()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(kiosk.guide), "what is said to be erased is gone by then"


def test_a_screen_reader_can_go_on_from_there_without_any_event(kiosk: Kiosk) -> None:
    kiosk.begins()
    kiosk.window.finish()
    kiosk.button("done").click()
    assert isinstance(kiosk.screen, AttractPage)


# How one likes to read


def test_the_first_screen_and_the_guide_look_as_was_said_and_the_next_visitors_do_not(kiosk: Kiosk) -> None:
    for name in ("colours", "colours", "text-size"):
        kiosk.settle()
        kiosk.taps(kiosk.button(name))
    assert kiosk.screen.palette().window().color() == Theme("contrast").color("paper")
    assert kiosk.window.focusWidget() is kiosk.button("text-size")
    assert kiosk.begins().theme == Theme("contrast", 150)
    kiosk.window.finish()
    assert kiosk.screen.palette().window().color() == Theme("light").color("paper")
    kiosk.settle()
    kiosk.taps(kiosk.screen)
    assert kiosk.begins().theme == Theme("light")


def test_buttons_that_were_lowered_are_low_in_the_guide_too(kiosk: Kiosk) -> None:
    kiosk.taps(kiosk.button("lower"))
    assert kiosk.begins().policy.bars_low


def test_buttons_stay_low_while_colours_are_chosen(kiosk: Kiosk) -> None:
    kiosk.taps(kiosk.button("lower"))
    kiosk.settle()
    kiosk.taps(kiosk.button("colours"))
    assert isinstance(kiosk.screen, AttractPage)
    assert kiosk.screen.lowered


def test_a_touch_as_the_question_appears_never_wipes(kiosk: Kiosk) -> None:
    guide = kiosk.begins()
    kiosk.waits(IDLE - SETTLE_SECONDS)
    kiosk.taps(kiosk.button("wipe"))
    assert kiosk.screen is guide


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_keyboard_reaches_i_am_done_and_is_given_time(kiosk: Kiosk, key: Qt.Key) -> None:
    kiosk.begins()
    kiosk.is_asked()
    kiosk.waits(20)
    QTest.keyClick(kiosk.window.focusWidget(), Qt.Key.Key_Tab)
    assert isinstance(kiosk.screen, StillTherePage)
    assert kiosk.seconds_left == 30
    QTest.keyClick(kiosk.window.focusWidget(), Qt.Key.Key_Tab)
    assert kiosk.window.focusWidget() is kiosk.button("wipe")
    QTest.keyClick(kiosk.button("wipe"), key)
    assert isinstance(kiosk.screen, ErasedPage)


def test_the_question_looks_as_the_visitor_reads_and_stands_as_low(kiosk: Kiosk) -> None:
    kiosk.taps(kiosk.button("lower"))
    guide = kiosk.begins()
    guide.look_changed.emit(Theme("contrast", 200))
    kiosk.is_asked()
    question = kiosk.screen
    assert isinstance(question, StillTherePage)
    assert question.lowered
    assert question.palette().window().color() == Theme("contrast").color("paper")


def test_the_screen_reader_hears_thirty_and_ten_and_nothing_between(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("tpe_guide.ui.kiosk.countdown.announce", lambda ring, words: said.append(words))
    kiosk.begins()
    kiosk.waits(IDLE + COUNTDOWN_SECONDS)
    assert said == ["30 seconds left", "10 seconds left"]


# What is no input


def test_a_book_on_the_keyboard_keeps_no_visit_open(kiosk: Kiosk) -> None:
    guide = kiosk.begins()
    kiosk.waits(IDLE - 1)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, "", autorep=True)
    QApplication.sendEvent(guide, held)
    kiosk.waits(1)
    assert isinstance(kiosk.screen, StillTherePage)


def test_a_mouse_on_a_shaking_table_keeps_no_visit_open(kiosk: Kiosk) -> None:
    guide = kiosk.begins()
    kiosk.waits(IDLE - 1)
    QTest.mouseMove(guide.next, QPoint(40, 40))
    kiosk.waits(1)
    assert isinstance(kiosk.screen, StillTherePage)


def test_a_drag_that_takes_long_is_somebody(kiosk: Kiosk) -> None:
    guide = kiosk.begins()
    QTest.mousePress(guide.next, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    for step in range(3):
        kiosk.waits(IDLE - 1)
        QTest.mouseMove(guide.next, QPoint(6 + step, 5))
    kiosk.waits(IDLE - 1)
    assert kiosk.screen is guide
    QTest.mouseRelease(guide.next, Qt.MouseButton.LeftButton, pos=QPoint(9, 5))


def test_a_finger_that_only_lies_there_is_not(kiosk: Kiosk) -> None:
    guide = kiosk.begins()
    QTest.mousePress(guide.next, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    kiosk.waits(IDLE)
    assert isinstance(kiosk.screen, StillTherePage)


def test_after_a_night_asleep_the_first_touch_finds_nothing_of_the_visit(kiosk: Kiosk) -> None:
    guide = kiosk.begins()
    kiosk.now += 8 * 3600
    kiosk.taps(guide.next)
    assert isinstance(kiosk.screen, ErasedPage)
    assert guide.pressed == []


# What strangers cannot do


@pytest.mark.parametrize(
    "chord",
    ["Ctrl+Q", "Ctrl+W", "Alt+F4", "F11", "Ctrl+C", "Ctrl+V", "Ctrl+P", "Ctrl+O", "Ctrl+D", "Menu", "F10", "A"],
)
def test_keys_that_lead_out_do_nothing(kiosk: Kiosk, chord: str) -> None:
    guide = kiosk.begins()
    QTest.keySequence(guide, QKeySequence(chord))
    assert guide.pressed == []
    assert guide.keys == []
    assert kiosk.screen is guide
    assert kiosk.window.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_Escape, Qt.Key.Key_Down])
def test_keys_for_reading_reach_the_guide(kiosk: Kiosk, key: Qt.Key) -> None:
    guide = kiosk.begins()
    QTest.keyClick(guide, key)
    assert guide.keys == [key]


def test_shortcuts_of_allowed_actions_work(kiosk: Kiosk) -> None:
    guide = kiosk.begins()
    QTest.keySequence(guide, QKeySequence("F9"))
    assert guide.pressed == ["F9"]


def test_closing_is_refused_until_the_system_asks(kiosk: Kiosk) -> None:
    guide = kiosk.begins()
    assert not kiosk.window.close()
    assert kiosk.window.isVisible()
    kiosk.window.leave()
    assert not kiosk.window.isVisible()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(guide)


def test_it_stays_above_all_and_without_a_frame(kiosk: Kiosk) -> None:
    flags = kiosk.window.windowFlags()
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert flags & Qt.WindowType.FramelessWindowHint


def test_made_smaller_it_fills_the_screen_again(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.window.showFullScreen()
    kiosk.window.showNormal()
    qtbot.waitUntil(kiosk.window.isFullScreen)
    kiosk.window.showMinimized()
    qtbot.waitUntil(lambda: not kiosk.window.isMinimized() and kiosk.window.isFullScreen())


def test_no_menu_opens_and_nothing_can_be_dropped(kiosk: Kiosk) -> None:
    guide = kiosk.begins()
    place = QPoint(10, 10)
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, guide.field.mapToGlobal(place))
    QApplication.sendEvent(guide.field, menu)
    assert guide.field.findChildren(QMenu) == []
    data = QMimeData()
    data.setText("carried in")
    drag = QDragEnterEvent(
        place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(guide.field, drag)
    assert not drag.isAccepted()


# Forgetting


def leftovers(old: set[QWidget]) -> list[QWidget]:
    return [widget for widget in old if isValid(widget)]


@pytest.mark.parametrize("way", ["left alone", "finish in the guide", "I am done"])
def test_nothing_of_the_visit_survives(kiosk: Kiosk, qtbot: QtBot, data_dir: Path, way: str) -> None:
    guide = kiosk.begins()
    guide.field.setText("my name")
    secret = weakref.ref(guide)
    note = QWidget(guide, Qt.WindowType.Dialog)
    note.show()
    clipboard = QApplication.clipboard()
    clipboard.setText("copied words")
    old = {kiosk.screen, guide, guide.next, guide.field, note}
    guide.look_changed.emit(Theme("dark", 300))
    if way == "finish in the guide":
        kiosk.finishes()
    else:
        kiosk.is_asked()
        old |= {kiosk.screen, *kiosk.screen.findChildren(QWidget)}
        if way == "I am done":
            kiosk.taps(kiosk.button("wipe"))
        else:
            kiosk.waits(COUNTDOWN_SECONDS)
    qtbot.waitUntil(lambda: not leftovers(old))
    assert isinstance(kiosk.screen, ErasedPage)
    assert kiosk.screen.palette().window().color() == Theme("light").color("paper")
    assert not kiosk.screen.lowered
    assert kiosk.spoken[-1] == "en"
    assert clipboard.text(QClipboard.Mode.Clipboard) == ""
    assert not data_dir.exists()
    kiosk.guides.clear()
    old.clear()
    del guide, note
    qtbot.waitUntil(lambda: secret() is None)


def test_no_choice_of_one_visitor_is_there_for_the_next(kiosk: Kiosk) -> None:
    kiosk.taps(kiosk.button("lower"))
    first = kiosk.begins()
    first.look_changed.emit(Theme("dark"))
    kiosk.finishes()
    second = kiosk.begins()
    assert second.theme == Theme("light")
    kiosk.is_asked()
    question = kiosk.screen
    assert isinstance(question, StillTherePage)
    assert not question.lowered
    assert question.palette().window().color() == Theme("light").color("paper")


def test_what_python_keeps_in_rings_goes_with_the_wipe(kiosk: Kiosk, qtbot: QtBot) -> None:
    class Note:
        """Something a guide might remember, held by itself as well."""

        def __init__(self) -> None:
            self.ring = self

    note = Note()
    trace = weakref.ref(note)
    kiosk.begins().setProperty("note", note)
    guide = weakref.ref(kiosk.guides.pop())
    del note
    gc.disable()
    try:
        kiosk.window.finish()
        qtbot.waitUntil(lambda: guide() is None and trace() is None)
    finally:
        gc.enable()


def test_twenty_more_visits_leave_no_more_widgets_than_one(kiosk: Kiosk, qtbot: QtBot) -> None:
    def visit() -> int:
        kiosk.begins()
        kiosk.finishes()
        kiosk.guides.clear()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return len(QApplication.allWidgets())

    after_one = visit()
    for __ in range(20):
        last = visit()
    gc.collect()
    assert last == after_one


def test_an_attract_screen_left_lowered_is_put_back(kiosk: Kiosk) -> None:
    kiosk.taps(kiosk.button("lower"))
    lowered = kiosk.screen
    kiosk.waits(IDLE)
    assert kiosk.screen is not lowered
    assert isinstance(kiosk.screen, AttractPage)
    assert not kiosk.screen.lowered


@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing the keyboard")
def test_an_open_popup_closes_when_the_question_is_asked(kiosk: Kiosk) -> None:
    guide = kiosk.begins()
    menu = QMenu(guide)
    menu.addAction("Copy")
    menu.popup(QPoint(0, 0))
    kiosk.is_asked()
    assert not menu.isVisible()


def test_the_keyboard_ring_outlives_the_guide_it_was_in(kiosk: Kiosk) -> None:
    guide = kiosk.begins()
    guide.field.setFocus()
    QTest.keyClick(guide.field, Qt.Key.Key_Tab)
    (ring,) = kiosk.window.findChildren(FocusRing)
    assert ring.isVisible()
    kiosk.finishes()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert isValid(ring)
    kiosk.settle()
    kiosk.taps(kiosk.screen)
    kiosk.settle()
    QTest.keyClick(kiosk.window.focusWidget(), Qt.Key.Key_Tab)
    assert ring.isVisible()
    assert kiosk.window.isAncestorOf(ring)


def test_the_clock_of_the_kiosk_runs_forward() -> None:
    assert 0 <= clock() <= clock()

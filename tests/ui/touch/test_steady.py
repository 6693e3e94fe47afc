"""Hands that shake: what was pressed first is pressed, a drag scrolls and presses nothing, a miss is seen and heard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QScroller, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kiosk.visits import begun
from tests.ui.programs import OpenProgram, find, go
from tests.ui.touch.hands import TRACES, Hand, Trace, shaking
from tpe_guide.app import Program
from tpe_guide.kiosk_app import make_kiosk
from tpe_guide.policy import KIOSK
from tpe_guide.settings import Settings
from tpe_guide.ui.guide.term_card import TermCard
from tpe_guide.ui.kiosk import kiosk_window
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.one_press import Deliberate
from tpe_guide.ui.kit.scrolling import scrolling
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.reading_view import ReadingView
from tpe_guide.ui.today.door import TodayDoor
from tpe_guide.ui.touch import steady
from tpe_guide.ui.touch.missed import Missed
from tpe_guide.ui.touch.steady import SteadyHand, Tuning
from tpe_guide.ui.touch.under import can_be_pressed

FAST = 0.25
"""Seconds between two taps of a shaking hand."""
Watched = Callable[[Hand], Hand]


@pytest.fixture
def watched(steady_hand: None, monkeypatch: pytest.MonkeyPatch) -> Watched:
    """Time passes as that hand says."""

    def watch(hand: Hand) -> Hand:
        monkeypatch.setattr("tpe_guide.clock.seconds", lambda: hand.now)
        return hand

    return watch


class Wall:
    """Two buttons, one below the other, far more rows than there is room for, and a field: each press is noted."""

    def __init__(self, qtbot: QtBot, tuning: Tuning, *, moves: bool) -> None:
        self.pressed: list[str] = []
        self.window = QWidget()
        self.window.resize(500, 400)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setSpacing(4)
        self.field = QLineEdit("walk to the lake")
        rows.addWidget(self.field)
        self.buttons = [self._button(f"row {number}") for number in range(20)]
        for button in self.buttons:
            rows.addWidget(button)
        rows.addSpacing(300)
        self.area = scrolling(Theme(), inside)
        QVBoxLayout(self.window).addWidget(self.area)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.hand_filter = SteadyHand(self.window, Theme, tuning=lambda: tuning, moves=lambda: moves)

    def _button(self, name: str) -> Button:
        button = Button(Theme(), name)
        button.clicked.connect(lambda: self.pressed.append(name))
        return button

    @property
    def scrolled(self) -> int:
        return self.area.verticalScrollBar().value()

    @property
    def ring(self) -> Missed | None:
        """What is seen of a miss."""
        shown = [each for each in self.window.findChildren(Missed) if each.isVisible()]
        return shown[0] if shown else None


@pytest.fixture
def wall(qtbot: QtBot) -> Wall:
    return Wall(qtbot, Tuning(), moves=False)


@pytest.fixture(params=["finger", "mouse"])
def hand(request: pytest.FixtureRequest, wall: Wall, watched: Watched) -> Hand:
    glass = QTest.createTouchDevice() if request.param == "finger" else None
    return watched(Hand(wall.window, glass=glass))


class TestAPress:
    @pytest.mark.parametrize("trace", TRACES.values(), ids=TRACES)
    def test_is_one_press_of_what_it_met_first(self, wall: Wall, hand: Hand, trace: Trace) -> None:
        hand.tap(hand.middle_of(wall.buttons[2]), trace)
        assert wall.pressed == ["row 2"]
        assert wall.scrolled == 0

    def test_that_ends_on_its_neighbour_is_not_one_of_that(self, wall: Wall, hand: Hand) -> None:
        first, second = wall.buttons[1], wall.buttons[2]
        hand.pull([hand.edge_of(first), hand.edge_of(first) + QPoint(0, 20)])
        assert wall.window.childAt(hand.edge_of(first) + QPoint(0, 20)) is second
        assert wall.pressed == ["row 1"]

    def test_of_what_moves_away_meanwhile_is_one_of_that_all_the_same(self, wall: Wall, hand: Hand) -> None:
        """As what gets the keyboard does, when it was not in sight as a whole."""
        button = wall.buttons[2]
        button.pressed.connect(lambda: wall.area.verticalScrollBar().setValue(70))
        hand.tap(hand.middle_of(button), TRACES["a roll to the right of 6 mm"])
        assert wall.scrolled == 70
        assert wall.pressed == ["row 2"]

    def test_again_within_a_moment_is_the_same(self, wall: Wall, hand: Hand) -> None:
        place = hand.middle_of(wall.buttons[1])
        hand.tap(place)
        hand.wait(FAST)
        hand.tap(place, shaking(4, 2, 0.2))
        assert wall.pressed == ["row 1"]
        hand.wait(0.5)
        hand.tap(place)
        assert wall.pressed == ["row 1", "row 1"]

    def test_bounces_after_a_long_one_too(self, wall: Wall, hand: Hand) -> None:
        place = hand.middle_of(wall.buttons[1])
        hand.tap(place, TRACES["three seconds long"])
        hand.wait(0.1)
        hand.tap(place)
        assert wall.pressed == ["row 1"]

    def test_of_something_else_may_follow_at_once(self, wall: Wall, hand: Hand) -> None:
        hand.tap(hand.middle_of(wall.buttons[0]))
        hand.wait(FAST)
        hand.tap(hand.middle_of(wall.buttons[3]))
        assert wall.pressed == ["row 0", "row 3"]

    def test_many_in_a_row_where_that_is_what_it_is_for(self, wall: Wall, hand: Hand) -> None:
        wall.buttons[0].repeats = True
        for __ in range(3):
            hand.tap(hand.middle_of(wall.buttons[0]))
            hand.wait(0.15)
        assert wall.pressed == ["row 0"] * 3

    def test_of_a_whole_burst_is_one(self, wall: Wall, hand: Hand) -> None:
        place = hand.middle_of(wall.buttons[1])
        for __ in range(4):
            hand.tap(place)
            hand.wait(FAST)
        assert wall.pressed == ["row 1"]

    def test_of_what_was_missed_before_counts_at_once(self, wall: Wall, hand: Hand) -> None:
        button = wall.buttons[2]
        hand.tap(button.mapTo(wall.window, QPoint(-5, button.height() // 2)))
        hand.wait(FAST)
        hand.tap(button.mapTo(wall.window, QPoint(10, button.height() // 2)))
        assert wall.pressed == ["row 2"]

    def test_with_a_second_finger_that_rests_is_one(self, wall: Wall, watched: Watched) -> None:
        glass = QTest.createTouchDevice()
        hand, handle = watched(Hand(wall.window, glass=glass)), wall.window.windowHandle()
        first, second = hand.middle_of(wall.buttons[1]), hand.middle_of(wall.buttons[3])
        QTest.touchEvent(handle, glass).press(0, first, handle).commit()
        QTest.touchEvent(handle, glass).move(0, first, handle).press(1, second, handle).commit()
        QTest.touchEvent(handle, glass).release(0, first, handle).move(1, second, handle).commit()
        QTest.touchEvent(handle, glass).release(1, second, handle).commit()
        assert wall.pressed == ["row 1"]
        assert wall.scrolled == 0

    def test_by_a_hand_that_shakes_more(self, qtbot: QtBot, watched: Watched) -> None:
        wall = Wall(qtbot, Tuning(reach_mm=20, settle_seconds=1.0), moves=False)
        hand = watched(Hand(wall.window))
        hand.tap(hand.middle_of(wall.buttons[1]), shaking(3, 16, 0.4))
        hand.wait(0.7)
        hand.tap(hand.middle_of(wall.buttons[1]))
        assert wall.pressed == ["row 1"]


class TestADrag:
    UP = tuple(QPoint(0, -20 * step) for step in range(12))

    @pytest.mark.parametrize("row", [0, 2, 4])
    def test_scrolls_and_presses_nothing(self, wall: Wall, hand: Hand, row: int) -> None:
        start = hand.middle_of(wall.buttons[row])
        hand.pull([start + step for step in self.UP])
        assert wall.scrolled > 100
        assert wall.pressed == []
        assert not wall.buttons[row].isDown()

    def test_also_one_that_comes_back(self, wall: Wall, hand: Hand) -> None:
        start = hand.middle_of(wall.buttons[2])
        hand.pull([start, start - QPoint(0, 150), start])
        assert wall.pressed == []
        assert wall.scrolled == 0

    def test_has_what_lies_under_the_finger_stay_there(self, wall: Wall, hand: Hand) -> None:
        """From where it is known to be a drag, each px of the finger is one of the page."""
        start = hand.middle_of(wall.buttons[2])
        hand.pull([start, start - QPoint(0, 50), start - QPoint(0, 150), start - QPoint(0, 151)])
        assert wall.scrolled == 101

    def test_of_the_blank_ground_needs_no_long_way(self, wall: Wall, hand: Hand) -> None:
        wall.area.verticalScrollBar().setValue(10_000)
        bottom, low = wall.scrolled, QPoint(250, 330)
        assert not isinstance(wall.window.childAt(low), Button)
        hand.pull([low, low + QPoint(0, 15), low + QPoint(0, 40), low + QPoint(0, 41)])
        assert wall.scrolled < bottom
        assert wall.ring is None, "no miss"

    def test_that_ends_with_a_swing_runs_on(self, qtbot: QtBot, watched: Watched) -> None:
        wall = Wall(qtbot, Tuning(), moves=True)
        hand = watched(Hand(wall.window))
        start = hand.middle_of(wall.buttons[3])
        hand.pull([start + step for step in self.UP])
        let_go = wall.scrolled
        qtbot.waitUntil(lambda: wall.scrolled > let_go + 5)
        hand.wait(1)
        hand.tap(QPoint(250, 200))
        assert wall.pressed == [], "a finger on what runs has it stand still"
        assert QScroller.scroller(wall.area.viewport()).state() == QScroller.State.Inactive
        hand.wait(1)
        hand.tap(QPoint(250, 200))
        assert len(wall.pressed) == 1

    def test_again_and_again_from_the_same_place(self, wall: Wall, hand: Hand) -> None:
        start = hand.middle_of(wall.buttons[4])
        for __ in range(3):
            hand.pull([start - QPoint(0, px) for px in (0, 60, 120, 121)])
            hand.wait(FAST)
        assert wall.scrolled == 3 * 61
        assert wall.pressed == []

    def test_right_after_a_tap(self, wall: Wall, hand: Hand) -> None:
        start = hand.middle_of(wall.buttons[4])
        hand.tap(start)
        hand.wait(FAST)
        hand.pull([start - QPoint(0, px) for px in (0, 60, 120, 121)])
        assert (wall.pressed, wall.scrolled) == (["row 4"], 61)

    def test_is_not_followed_by_a_press_where_the_finger_bounces(self, wall: Wall, hand: Hand) -> None:
        start = hand.middle_of(wall.buttons[4])
        hand.pull([start - QPoint(0, px) for px in (0, 60, 120, 121)])
        hand.wait(0.1)
        hand.tap(start - QPoint(0, 121))
        assert wall.pressed == []

    def test_goes_on_from_what_still_runs(self, qtbot: QtBot, watched: Watched) -> None:
        wall = Wall(qtbot, Tuning(), moves=True)
        hand = watched(Hand(wall.window))
        start = hand.middle_of(wall.buttons[4])
        hand.pull([start + step for step in self.UP])
        qtbot.waitUntil(lambda: wall.scrolled > 30)
        hand.wait(1)
        hand._down(start)
        stands = wall.scrolled
        for px in (60, 120, 160):
            hand._move(start - QPoint(0, px))
        qtbot.waitUntil(lambda: wall.scrolled >= stands + 100)
        hand._up(start - QPoint(0, 160))

    @pytest.mark.parametrize("moves", [False, True])
    def test_of_a_screen_that_goes_meanwhile_is_over(
        self, qtbot: QtBot, watched: Watched, monkeypatch: pytest.MonkeyPatch, moves: bool
    ) -> None:
        monkeypatch.setattr(Deliberate, "_handed_on", Deliberate._handed_on)
        wall = Wall(qtbot, Tuning(), moves=moves)
        hand = watched(Hand(wall.window))
        start = hand.middle_of(wall.buttons[2])
        hand._down(start)
        hand._move(start - QPoint(0, 100))
        wall.area.setParent(None)
        wall.area.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        hand._move(start - QPoint(0, 150))
        hand._up(start - QPoint(0, 150))
        hand.wait(1)
        hand.tap(start)
        assert wall.pressed == []

    def test_needs_a_button_that_is_down(self, wall: Wall, watched: Watched) -> None:
        """Another window may have seen that it was let go of."""
        hand, handle = watched(Hand(wall.window)), wall.window.windowHandle()
        start = hand.middle_of(wall.buttons[2])
        hand._down(start)
        none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        for px in (60, 160):
            at = QPointF(start - QPoint(0, px))
            move = QMouseEvent(QEvent.Type.MouseMove, at, at, handle.mapToGlobal(at), none, none, keys)
            QCoreApplication.sendEvent(handle, move)
        assert wall.scrolled == 0
        hand._up(start)

    def test_in_a_field_marks_its_words_with_a_mouse(self, wall: Wall, watched: Watched) -> None:
        hand = watched(Hand(wall.window))
        start = wall.field.mapTo(wall.window, QPoint(6, wall.field.height() // 2))
        hand.pull([start + QPoint(10 * step, 0) for step in range(12)])
        assert wall.field.selectedText() != ""

    def test_of_a_finger_from_a_field_scrolls(self, wall: Wall, watched: Watched) -> None:
        """On a small window there may be little else; a tap brings the keyboard there all the same."""
        hand = watched(Hand(wall.window, glass=QTest.createTouchDevice()))
        wall.area.verticalScrollBar().setValue(0)
        start = wall.field.mapTo(wall.window, QPoint(60, wall.field.height() // 2))
        hand.pull([start - QPoint(0, px) for px in (0, 60, 120, 121)])
        assert (wall.scrolled, wall.field.selectedText()) == (61, "")
        wall.area.verticalScrollBar().setValue(0)
        wall.window.setFocus()
        hand.wait(1)
        hand.tap(start, TRACES["a roll to the right of 6 mm"])
        assert wall.field.hasFocus()
        assert wall.field.cursorPosition() == wall.field.cursorPositionAt(QPoint(60, wall.field.height() // 2))


def test_a_finger_scrolls_a_note_line_by_line(qtbot: QtBot, watched: Watched) -> None:
    """Its bar counts lines, not px."""
    note = QPlainTextEdit("\n".join(map(str, range(60))))
    note.resize(300, 200)
    qtbot.addWidget(note)
    window = QWidget()
    window.resize(300, 200)
    QVBoxLayout(window).addWidget(note)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    SteadyHand(window, Theme, moves=lambda: True)
    start = QPoint(150, 160)
    hand = watched(Hand(window, glass=QTest.createTouchDevice()))
    hand.pull([start - QPoint(0, px) for px in (0, 50, 100, 150)])
    assert note.verticalScrollBar().value() == round(100 / note.fontMetrics().lineSpacing())
    assert not note.textCursor().hasSelection()


class TestAMiss:
    @pytest.fixture
    def heard(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        words: list[str] = []
        monkeypatch.setattr(steady, "announce", lambda __, said: words.append(said))
        return words

    def test_names_what_is_close_by_and_presses_it_not(self, wall: Wall, hand: Hand, heard: list[str]) -> None:
        button = wall.buttons[2]
        beside = button.mapTo(wall.window, QPoint(-5, button.height() // 2))
        hand.tap(beside)
        assert wall.pressed == []
        assert heard == ["Nothing was pressed. “row 2” is close by."]
        ring = wall.ring
        assert ring is not None
        assert ring.meant is not None
        assert ring.meant.center() == hand.middle_of(button)
        assert ring.geometry().contains(beside)

    def test_of_what_is_switched_off_says_so(self, wall: Wall, hand: Hand, heard: list[str]) -> None:
        wall.buttons[2].setEnabled(False)
        hand.tap(hand.middle_of(wall.buttons[2]))
        assert heard == ["Nothing was pressed. “row 2” cannot be pressed now."]

    def test_never_names_what_lies_under_something(self, wall: Wall, hand: Hand, heard: list[str]) -> None:
        veil = QWidget(wall.window)
        veil.setGeometry(wall.window.rect())
        veil.show()
        hand.tap(hand.middle_of(wall.buttons[2]))
        assert heard == ["Nothing was pressed. There is nothing to press here."]

    def test_twice_within_a_moment_is_told_once(self, wall: Wall, hand: Hand, heard: list[str]) -> None:
        beside = wall.buttons[2].mapTo(wall.window, QPoint(-5, 20))
        for __ in range(2):
            hand.tap(beside)
            hand.wait(FAST)
        assert len(heard) == 1

    def test_far_from_everything_is_seen_and_heard_too(self, wall: Wall, hand: Hand, heard: list[str]) -> None:
        wall.area.verticalScrollBar().setValue(10_000)
        hand.tap(QPoint(250, 330))
        assert heard == ["Nothing was pressed. There is nothing to press here."]
        assert wall.ring is not None
        assert wall.ring.meant is None

    def test_goes_out_of_sight_and_takes_no_press(self, wall: Wall, hand: Hand, qtbot: QtBot) -> None:
        button = wall.buttons[2]
        hand.tap(button.mapTo(wall.window, QPoint(-5, button.height() // 2)))
        hand.wait(1)
        hand.tap(hand.middle_of(button))
        assert wall.pressed == ["row 2"]
        qtbot.waitUntil(lambda: wall.ring is None)

    def test_is_none_where_something_was_pressed(self, wall: Wall, hand: Hand, heard: list[str]) -> None:
        hand.tap(hand.middle_of(wall.buttons[1]), TRACES["a roll down and out of 11 mm"])
        hand.wait(1)
        hand.tap(wall.field.mapTo(wall.window, wall.field.rect().center()))
        assert (heard, wall.ring) == ([], None)


class TestInTheProgram:
    @pytest.fixture
    def program(self, open_program: OpenProgram) -> Program:
        program = open_program(chosen=Settings(motion="still"))
        program.window.resize(1366, 728)
        QCoreApplication.processEvents()
        return program

    def test_a_door_that_is_dragged_scrolls_home_and_leads_nowhere(self, program: Program, watched: Watched) -> None:
        program.window.resize(480, 800)
        QCoreApplication.processEvents()
        hand = watched(Hand(program.window, glass=QTest.createTouchDevice()))
        door = find(program, "door-log")
        start = hand.middle_of(door)
        hand.pull([start, start - QPoint(0, 60), start - QPoint(0, 200), start - QPoint(0, 201)])
        assert program.window.place == "home"
        assert hand.middle_of(door).y() < start.y() - 50

    def test_a_word_that_is_pressed_by_a_shaking_mouse_is_explained(self, program: Program, watched: Watched) -> None:
        go(program, "page", "spin-or-filter")
        view = find(program, "reading-view", ReadingView)
        hand = watched(Hand(program.window))
        followed: list[object] = []
        view.followed.connect(followed.append)
        place = self._first_link(view, program.window)
        hand.tap(place, shaking(4, 4, 0.3))
        assert len(followed) == 1
        assert view.marked_words == ""

    def test_words_of_a_page_are_marked_with_a_mouse_and_dragged_by_a_finger(
        self, program: Program, watched: Watched
    ) -> None:
        go(program, "page", "spin-or-filter")
        view = find(program, "reading-view", ReadingView)
        middle = view.viewport().mapTo(program.window, view.viewport().rect().center())
        pull = [middle, middle - QPoint(4, 30), middle - QPoint(90, 160), middle - QPoint(90, 161)]
        watched(Hand(program.window)).pull(pull)
        assert view.marked_words
        before = view.verticalScrollBar().value()
        watched(Hand(program.window, glass=QTest.createTouchDevice())).pull(pull)
        assert view.verticalScrollBar().value() > before

    def test_beside_the_buttons_of_a_word_is_a_miss(self, program: Program) -> None:
        """The card takes the keyboard, and does nothing."""
        go(program, "words", "citrate")
        card = find(program, "term-citrate", TermCard)
        assert not can_be_pressed(program.window, card.mapTo(program.window, QPoint(card.width() - 20, 8)))
        button = next(each for each in card.findChildren(QAbstractButton) if each.isVisible())
        assert can_be_pressed(program.window, button.mapTo(program.window, button.rect().center()))

    def test_at_a_kiosk_a_door_that_is_dragged_leads_nowhere(
        self, qapp: QApplication, qtbot: QtBot, watched: Watched, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(kiosk_window, "wants_stillness", lambda: True)
        hand = watched(Hand(QWidget(), glass=QTest.createTouchDevice()))
        kiosk = hand.window = make_kiosk(qapp, now=lambda: hand.now)
        qtbot.addWidget(kiosk)
        kiosk.resize(1024, 600)
        kiosk.show()
        guide = begun(kiosk)
        QCoreApplication.processEvents()
        hand.wait(2)
        door = next(each for each in guide.findChildren(TodayDoor) if each.isVisible())
        start = hand.middle_of(door)
        hand.pull([start, start - QPoint(0, 60), start - QPoint(0, 200), start - QPoint(0, 201)])
        assert guide.place == "home"
        assert hand.middle_of(door).y() < start.y() - 50
        hand.wait(2)
        hand.tap(hand.middle_of(door), shaking(4, 4, 0.4))
        assert guide.place != "home"
        kiosk.leave()

    def test_at_a_kiosk_a_mouse_drags_the_page_too(self, open_program: OpenProgram, watched: Watched) -> None:
        program = open_program(KIOSK, page="spin-or-filter", chosen=Settings(motion="still"))
        view = find(program, "reading-view", ReadingView)
        middle = view.viewport().mapTo(program.window, view.viewport().rect().center())
        watched(Hand(program.window)).pull([middle - QPoint(0, 40 * step) for step in range(6)])
        assert view.verticalScrollBar().value() >= 120

    def _first_link(self, view: ReadingView, window: QWidget) -> QPoint:
        port = view.viewport()
        for y in range(0, port.height(), 6):
            for x in range(0, port.width(), 6):
                if view.can_be_pressed(port.mapToGlobal(QPoint(x, y))):
                    return port.mapTo(window, QPoint(x + 3, y + 3))
        pytest.fail("no link in sight")

"""Tap the dots: what some taps tell of a hand, what comes of it, and that nothing is kept unless it is said so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.ui.programs import OpenProgram, find, go, press
from tests.ui.touch.hands import STEADY, TRACES, Hand, Trace, shaking, tap_all
from tpe_guide.app import Program
from tpe_guide.settings import Settings, load
from tpe_guide.ui.settings import dots
from tpe_guide.ui.settings.dot_field import DotField
from tpe_guide.ui.settings.dots import DotsPage
from tpe_guide.ui.settings.settings_page import SettingsPage


@pytest.fixture
def program(open_program: OpenProgram) -> Program:
    program = open_program(size=(1366, 728))
    go(program, "look")
    press(program, "to-dots")
    return program


@pytest.fixture(params=["finger", "mouse"])
def hand(request: pytest.FixtureRequest, program: Program, steady_hand: None, monkeypatch: pytest.MonkeyPatch) -> Hand:
    hand = Hand(program.window, glass=QTest.createTouchDevice() if request.param == "finger" else None)
    monkeypatch.setattr("tpe_guide.clock.seconds", lambda: hand.now)
    return hand


def words(program: Program) -> str:
    page = program.window.screen_shown
    assert isinstance(page, DotsPage)
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize(
    ("trace", "found", "reach"),
    [
        (STEADY, "0 mm", 12),
        (TRACES["a roll to the right of 6 mm"], "6 mm", 12),
        (shaking(4, 11, 0.4), "12 mm", 16),
        (shaking(3, 30, 0.6), "32 mm", 20),
    ],
    ids=["steady", "rolling", "shaking", "shaking much"],
)
def test_what_was_measured_is_told_and_kept_when_it_is_said_so(
    program: Program, hand: Hand, data_dir: Path, trace: Trace, found: str, reach: int
) -> None:
    tap_all(find(program, "dots", DotField), trace, hand)
    assert f"Your finger moved up to {found}." in words(program)
    assert f"a finger may move {reach} mm and still press" in words(program)
    assert program.session.settings.touch_reach == 12, "nothing is kept yet"
    hand.wait(2)
    hand.tap(hand.middle_of(find(program, "keep-touch")))
    assert program.window.place == "look"
    assert find(program, f"reach-{reach}").isChecked()
    program.session.save_now()
    assert load(data_dir / "settings.json") == Settings(touch_reach=reach)


def test_a_second_tap_of_the_same_dot_is_no_tap_of_the_next(program: Program, hand: Hand) -> None:
    field = find(program, "dots", DotField)
    for number in range(1, 7):
        hand.wait(3)
        place = field.mapTo(hand.window, field.dot.toPoint())
        hand.tap(place)
        hand.wait(0.6)
        hand.tap(place + QPoint(4, 2))
        assert field.measure.taps == number
    assert "A second tap in the same place does nothing for 1 second." in words(program)


def test_a_quick_hand_on_a_small_window_taps_one_after_the_other(program: Program, hand: Hand) -> None:
    """The dots lie close together there, and the next one is tapped before a second tap would be late."""
    program.window.resize(360, 600)
    QCoreApplication.processEvents()
    field = find(program, "dots", DotField)
    for number in range(1, 7):
        hand.wait(0.9)
        hand.tap(field.mapTo(hand.window, field.dot.toPoint()))
        assert field.measure.taps == number
    assert field.measure.echo == 0


def test_beside_the_dot_nothing_is_measured(program: Program, hand: Hand) -> None:
    field = find(program, "dots", DotField)
    hand.tap(field.mapTo(hand.window, QPoint(20, 20)), shaking(3, 30, 0.5))
    assert (field.measure.taps, field.measure.rolled) == (0, 0)


def test_which_dot_is_next_is_heard(program: Program, hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(dots, "announce", lambda __, said: heard.append(said))
    tap_all(find(program, "dots", DotField), STEADY, hand)
    assert heard[:5] == [f"Dot {number} of 6" for number in range(2, 7)]
    assert heard[5].startswith("Your finger moved")
    assert len(heard) == 6


def test_another_button_of_the_mouse_taps_nothing(program: Program) -> None:
    field = find(program, "dots", DotField)
    QTest.mouseClick(field, Qt.MouseButton.RightButton, pos=field.dot.toPoint())
    assert field.measure.taps == 0


def test_once_more_begins_anew(program: Program, hand: Hand) -> None:
    field = find(program, "dots", DotField)
    tap_all(field, shaking(3, 30, 0.5), hand)
    hand.wait(2)
    hand.tap(hand.middle_of(find(program, "dots-again")))
    QCoreApplication.processEvents()
    tap_all(field, STEADY, hand)
    assert "Your finger moved up to 0 mm." in words(program)


def test_what_is_kept_counts_at_once(program: Program, hand: Hand) -> None:
    program.session.set_touch(reach=20, wait=1000)
    go(program, "look")
    hand.wait(2)
    chip = find(program, "depth-full")
    page = program.window.screen_shown
    assert isinstance(page, SettingsPage)
    page._area.verticalScrollBar().setValue(chip.mapTo(page._area, QPoint()).y() - 200)
    hand.wait(2)
    hand.tap(hand.middle_of(chip), TRACES["a roll down and out of 11 mm"])
    assert program.session.settings.depth == "full"
    place = hand.middle_of(chip)
    presses: list[str] = []
    chip.clicked.connect(lambda: presses.append(chip.text()))
    for wait, count in ((2, 1), (0.8, 1), (1.1, 2)):
        hand.wait(wait)
        hand.tap(place)
        assert len(presses) == count

"""Shortcuts on keyboards whose letters are not Latin, or whose digits need Shift; and the wheel with Ctrl."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from tests.ui.programs import OpenProgram, go
from tpe_guide.app import Program
from tpe_guide.navigation import Locator, ScreenId

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NOTCHES = 120


def press(program: Program, key: int, code: int, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    """A key that writes *key*, at the place that X11 calls *code*."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, code, 0, 0)
    QCoreApplication.sendEvent(program.window.focusWidget() or program.window, event)
    QCoreApplication.processEvents()


@pytest.mark.parametrize(
    ("key", "code", "modifiers", "place"),
    [
        (ord("А"), 41, CTRL, "search"),  # Russian: F
        (ord("З"), 33, CTRL, "nurse"),  # Russian: P
        (ord("λ"), 46, CTRL, "contents"),  # Greek: L
        (ord("é"), 11, ALT, "contents"),  # French: 2
    ],
)
def test_the_place_of_a_key_counts_where_it_writes_no_latin_letter(
    open_program: OpenProgram, key: int, code: int, modifiers: Qt.KeyboardModifier, place: ScreenId
) -> None:
    program = open_program(page="tingling")
    press(program, key, code, modifiers)
    assert program.session.locator.place == place


def test_a_french_one_shows_three_facts_without_shift(open_program: OpenProgram) -> None:
    program = open_program(page="tingling")
    press(program, ord("&"), 10)
    assert program.session.settings.depth == "facts"


def test_a_latin_letter_at_another_place_is_what_it_says(open_program: OpenProgram) -> None:
    """Where a US keyboard has Q, a French one has A: Ctrl+A must never close the guide."""
    program = open_program(page="tingling")
    press(program, ord("A"), 24)
    assert program.window.isVisible()
    assert program.session.locator == Locator("page", "tingling")


def turn(program: Program, notches: float, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    """Turn the wheel, with the pointer in the middle of the window."""
    window = program.window.windowHandle()
    assert window is not None
    at, turned = QPointF(program.window.rect().center()), QPoint(0, round(notches * NOTCHES))
    QTest.wheelEvent(window, at, turned, QPoint(), modifiers)
    QCoreApplication.processEvents()


@pytest.mark.parametrize("place", ["page", "home", "urgent", "look"])
def test_the_wheel_with_ctrl_changes_the_text_size(open_program: OpenProgram, place: ScreenId) -> None:
    program = open_program(size=(1366, 500))
    go(program, place, "tingling" if place == "page" else "")

    turn(program, 1)
    assert program.session.theme.percent == 125
    for __ in range(4):  # a fine wheel tells of quarters
        turn(program, 0.25)
    assert program.session.theme.percent == 150
    turn(program, -1)
    assert program.session.theme.percent == 125
    turn(program, 1, Qt.KeyboardModifier.NoModifier)
    assert program.session.theme.percent == 125

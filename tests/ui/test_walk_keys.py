"""A walk over all screens by keys alone: each stop has a name, is in sight and in order, and nothing is a trap.

The rule of the order stands in ``tab_walk``. The suite sees each screen in one layout, another one for each screen
beside it; `make proofs` sees all in all of them, both ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.kiosk.test_pages import attract, still_there
from tests.ui.programs import OpenProgram, go
from tests.ui.stops import (
    DIARY,
    LEAST,
    NARROW,
    OTHERS,
    PICTURES,
    UNASKED,
    Size,
    Stop,
    at,
    forget_the_last_screen,
    seen_in,
    settle,
)
from tests.ui.tab_walk import Walk
from tests.ui.test_fit import put_diary
from tpe_guide.app import Program
from tpe_guide.kiosk_app import KIOSK_TEXT_PERCENT
from tpe_guide.pictures.registry import PICTURES as DOORS
from tpe_guide.policy import KIOSK
from tpe_guide.settings import Settings
from tpe_guide.ui.kit.scrolling import main_area

WIDE: Size = (1440, 900)
LAPTOP: Size = (1366, 728)
LAYOUTS = (LAPTOP, NARROW, LEAST, WIDE)
SHORTER = {"words": at("words"), "odds": at("odds")}
"""All words of the list have some 240 stops, and what is counted has twelve views that are alike."""
USUAL = [SHORTER.get(stop.name, stop) for stop in [*PICTURES, *OTHERS]]
AT_A_KIOSK = [
    *(stop for stop in PICTURES if not stop.name.startswith("comparison sure")),
    *(at(place) for place in ("home", "contents", "urgent", "look", "keys", "words", "pictures")),
    at("page", "session-length"),
    at("check", "session"),
]
OWN_KEYS = {*DOORS, "words", "search", "type-back", "dots"}
"""Screens on which arrows, Home and End move in a picture, a list or a sheet; PgDn and PgUp scroll there too."""
LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def walk(
    program: Program, stops: Iterable[Stop], sizes: Iterable[Size], *, both_ways: bool = False, least: int = 0
) -> list[str]:
    """Come to each stop in the next of *sizes*, and go round all that it shows: what is wrong there.

    *least*: px that each button has in both directions; at home that is for ``test_fit``.
    """
    found = []
    for stop, size in zip(stops, cycle(sizes), strict=False):
        program.window.resize(*size)
        stop.come(program)
        forget_the_last_screen()
        settle()
        for view in stop.views(program):
            settle()
            arrives = not view and isinstance(stop.come, partial) and stop.come.func is go
            where = f"{stop.name} {view}".strip() + f" in {size[0]} × {size[1]}"
            found += [f"{where}: {fault}" for fault in faults(program, arrives=arrives, both_ways=both_ways)]
            found += [f"{where}: {fault}" for fault in small_targets(program, least)]
        found += [f"{stop.name}: {fault}" for fault in faults_of_esc(program)]
    return found


def faults(program: Program, *, arrives: bool, both_ways: bool) -> Iterator[str]:
    if arrives:
        yield from faults_of_scrolling(program)
    round_by_tab = Walk(program.window, arrives=arrives)
    yield from round_by_tab.faults
    if both_ways:
        yield from round_by_tab.back()


def small_targets(program: Program, least: int) -> Iterator[str]:
    """Links in text are not buttons: ``ReadingView`` finds the one that a finger is next to."""
    for button in seen_in(program.window):
        if isinstance(button, QAbstractButton) and min(button.width(), button.height()) < least:
            yield f"{button.objectName()} is {button.width()} × {button.height()} px"


def faults_of_scrolling(program: Program) -> Iterator[str]:
    """The keys that scroll do, from where the keyboard is at first; but a field has a use for them."""
    screen, focused = program.window.screen_shown, program.window.focusWidget()
    area = main_area(screen) if screen is not None else None
    if area is None or focused is None or isinstance(focused, QLineEdit | QPlainTextEdit):
        return
    bar, before = area.verticalScrollBar(), area.verticalScrollBar().value()
    presses = [(Qt.Key.Key_PageDown, True), (Qt.Key.Key_PageUp, False)]
    if program.session.locator.place not in OWN_KEYS:
        presses += [(Qt.Key.Key_End, True), (Qt.Key.Key_Home, False)]
    for pressed, is_down in presses:
        at = bar.value()
        QTest.keyClick(focused, pressed)
        if not (bar.value() > at if is_down else bar.value() < at or not at):
            yield f"{pressed.name} does not scroll from {focused.objectName()}"
    bar.setValue(before)


def faults_of_esc(program: Program) -> Iterator[str]:
    """It closes what is open and leaves the field, and then goes back, wherever the keyboard is."""
    before = program.session.locator
    for __ in range(4):
        focused = program.window.focusWidget() or program.window
        if isinstance(focused, QLineEdit | QPlainTextEdit):
            program.window.screen_shown.setFocus()
            focused = program.window
        if program.session.locator != before or before.place in ("home", "first-start"):
            return
        QTest.keyClick(focused, Qt.Key.Key_Escape)
        settle()
    yield "Esc does not go back"


@pytest.fixture
def program(open_program: OpenProgram) -> Program:
    return open_program(chosen=Settings(motion="still", access="arm-veins"))


def test_all_screens(program: Program) -> None:
    found = walk(program, USUAL, LAYOUTS)
    assert not found, "\n".join(found)


def test_from_right_to_left(open_program: OpenProgram) -> None:
    program = open_program(chosen=Settings(motion="still"))
    program.window.setLayoutDirection(RTL)
    found = walk(program, [*UNASKED, at("odds"), at("circuit"), at("page", "session-length"), at("nurse")], LAYOUTS)
    assert not found, "\n".join(found)


def test_the_diary(open_program: OpenProgram, data_dir: Path) -> None:
    put_diary(data_dir, 1)
    found = walk(open_program(chosen=Settings(motion="still")), DIARY, LAYOUTS)
    assert not found, "\n".join(found)


def test_at_a_kiosk(open_program: OpenProgram) -> None:
    program = open_program(KIOSK, chosen=Settings(motion="still", text_percent=KIOSK_TEXT_PERCENT))
    found = walk(program, AT_A_KIOSK, [(1080, 1920), (1920, 1080)], least=76)
    assert not found, "\n".join(found)


def test_between_visits_to_a_kiosk(qtbot: QtBot) -> None:
    for make in (attract, still_there):
        page = make(qtbot, (1080, 1920))
        settle()
        QTest.keyClick(page, Qt.Key.Key_Tab)
        found = Walk(page)
        assert found.faults + found.back() == []


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("direction", [LTR, RTL])
@pytest.mark.parametrize("percent", [100, 200, 400])
@pytest.mark.parametrize("size", LAYOUTS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_all_screens_in_every_layout(
    open_program: OpenProgram, size: Size, percent: int, direction: Qt.LayoutDirection
) -> None:
    program = open_program(chosen=Settings(motion="still", access="arm-veins", text_percent=percent))
    program.window.setLayoutDirection(direction)
    found = walk(program, [*PICTURES, *OTHERS], [size], both_ways=True)
    assert not found, "\n".join(found)


@pytest.mark.slow
@pytest.mark.parametrize("direction", [LTR, RTL])
@pytest.mark.parametrize("percent", [100, 200, 400])
@pytest.mark.parametrize("size", LAYOUTS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_diary_in_every_layout(
    open_program: OpenProgram, data_dir: Path, size: Size, percent: int, direction: Qt.LayoutDirection
) -> None:
    put_diary(data_dir, percent // 100)
    program = open_program(chosen=Settings(motion="still", text_percent=percent))
    program.window.setLayoutDirection(direction)
    found = walk(program, DIARY, [size], both_ways=True)
    assert not found, "\n".join(found)

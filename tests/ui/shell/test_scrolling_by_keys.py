"""Whatever has the keyboard, on every screen the keys that scroll do; and what is only read is read by keys too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QLineEdit, QPlainTextEdit, QScrollBar, QWidget

from tests.ui.diaries import put_demo_diary
from tests.ui.programs import OpenProgram, find, go, key
from tpe_guide.app import Program
from tpe_guide.navigation import ScreenId
from tpe_guide.pictures.registry import PICTURES
from tpe_guide.policy import HOME, KIOSK, Policy
from tpe_guide.settings import Settings
from tpe_guide.ui.kit.scrolling import main_area
from tpe_guide.ui.nurse.paper_view import PaperView
from tpe_guide.ui.reading.reading_view import ReadingView

PLACES: tuple[ScreenId, ...] = (
    "home", "contents", "page", "words", "search", "urgent", "unit", "look", "keys", "pictures", "questions",
    "matters", "log", "nurse", *PICTURES,
)  # fmt: skip
AT_A_KIOSK: tuple[ScreenId, ...] = (
    "home",
    "contents",
    "page",
    "words",
    "urgent",
    "look",
    "keys",
    "pictures",
    *PICTURES,
)
DOWN = (Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_End)
OWN_KEYS: dict[str, str] = {
    "search": "arrows go from one result to the next",
    "words": "arrows go from one word to the next, Home and End to the first and the last",
    **dict.fromkeys(PICTURES, "arrows, Home and End move in the picture"),
}
"""Screens that have a use of their own for some of the keys; PgDn scrolls there too."""


def bar_of(program: Program) -> QScrollBar | None:
    """Of what takes most of the screen; None where all of it is in sight."""
    screen = program.window.screen_shown
    assert screen is not None
    area = main_area(screen)
    return area.verticalScrollBar() if area is not None else None


def stops(program: Program) -> Iterator[QWidget]:
    """All that Tab stops at, without what keys write into or move."""
    for widget in program.window.findChildren(QWidget):
        reached = widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reached and not isinstance(widget, QLineEdit | QPlainTextEdit | QAbstractSlider):
            yield widget


def show(open_program: OpenProgram, place: ScreenId, policy: Policy) -> Program:
    program = open_program(policy, size=(480, 640), chosen=Settings(text_percent=200, motion="still"))
    go(program, place, "tingling" if place == "page" else "")
    for __ in range(5):
        QCoreApplication.processEvents()
    return program


@pytest.mark.parametrize(
    ("policy", "place"),
    [*((HOME, place) for place in PLACES), *((KIOSK, place) for place in AT_A_KIOSK)],
    ids=lambda value: value if isinstance(value, str) else value.place,
)
def test_keys_scroll_whatever_has_the_keyboard(
    open_program: OpenProgram, data_dir: object, policy: Policy, place: ScreenId
) -> None:
    if policy.diary:
        put_demo_diary(data_dir)  # type: ignore[arg-type]
    program = show(open_program, place, policy)
    view = find(program, "reading-view", ReadingView) if place == "page" else None
    if view is not None:
        view._find_the_end()
    bar = bar_of(program)
    if bar is None:
        return
    for widget in list(stops(program)):
        for pressed in DOWN[:1] if place in OWN_KEYS else DOWN:
            if _is_used(widget, pressed):
                continue
            bar.setValue(0)
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            before = bar.value()
            if before == bar.maximum():
                continue
            QTest.keyClick(widget, pressed)
            assert bar.value() > before, (pressed.name, widget, widget.accessibleName())
    bar.setValue(bar.maximum())
    program.window.setFocus()
    for pressed, much in ((Qt.Key.Key_Up, 1), (Qt.Key.Key_PageUp, 1), (Qt.Key.Key_Home, bar.maximum())):
        before = bar.value()
        QTest.keyClick(program.window, pressed)
        assert bar.value() <= max(0, before - much), pressed.name
    QTest.keyClick(program.window, Qt.Key.Key_Space)
    assert bar.value() > 0


def _is_used(widget: QWidget, pressed: Qt.Key) -> bool:
    """Whether *widget* has a use of its own for the key: arrows go through a group, and pan a sheet."""
    if isinstance(widget, PaperView):
        return True
    if pressed != Qt.Key.Key_Down or not isinstance(widget, QAbstractButton):
        return False
    group = widget.group()
    return widget.autoExclusive() if group is None else group.exclusive()


class TestWhatIsOnlyRead:
    @pytest.mark.parametrize(("pressed", "title"), [("F9", "Urgent help"), ("F1", "Help: use the guide with keys")])
    def test_the_heading_has_the_keyboard_first(self, open_program: OpenProgram, pressed: str, title: str) -> None:
        program = open_program()
        key(program, pressed)
        focused = program.window.focusWidget()
        assert focused is not None
        spoken = QAccessible.queryAccessibleInterface(focused)
        assert spoken.role() == QAccessible.Role.Heading
        assert spoken.text(QAccessible.Text.Name).startswith(title)

    def test_urgent_help_is_read_stop_by_stop_the_numbers_first(self, open_program: OpenProgram) -> None:
        program = open_program()
        program.unit.fill_in("unit-phone", "020 7946 0958")
        key(program, "F9")
        said = list(self.read_on(program))
        assert said[1].startswith("Call your emergency number now. 112, 911 or 999.")
        at = {words.split(".")[0]: index for index, words in enumerate(said)}
        assert (
            at["Call your emergency number now"] < at["Call your unit now, at night too"] < at["Call your unit today"]
        )
        assert "020 7946 0958" in said[at["Call your unit now, at night too"]]
        whole = " ".join(said)
        for tier in ("emergency", "now", "today"):
            for sign in program.diary.catalogue.urgent.tier(tier).signs:
                assert program.diary.catalogue.filled(sign, program.unit.words()) in whole

    def test_each_key_is_a_stop(self, open_program: OpenProgram) -> None:
        program = open_program()
        key(program, "F1")
        said = list(self.read_on(program))
        assert "F9: Urgent help" in said
        assert "F1: Help: these keys" in said

    def test_all_of_urgent_help_comes_into_sight_by_keys_at_the_largest_text(self, open_program: OpenProgram) -> None:
        program = open_program(size=(480, 800), chosen=Settings(text_percent=400))
        key(program, "F9")
        screen = program.window.screen_shown
        assert screen is not None
        area = main_area(screen)
        assert area is not None
        for __ in self.read_on(program):
            focused = program.window.focusWidget()
            assert focused is not None
            if screen.isAncestorOf(focused):
                top = focused.mapTo(area.viewport(), focused.rect().topLeft()).y()
                assert 0 <= top < area.viewport().height(), focused.accessibleName()
        QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_End)
        assert area.verticalScrollBar().value() == area.verticalScrollBar().maximum()

    @staticmethod
    def read_on(program: Program) -> Iterator[str]:
        """What is said from the first stop of the screen to its last, by Tab."""
        first = program.window.focusWidget()
        screen = program.window.screen_shown
        assert first is not None
        assert screen is not None
        focused: QWidget | None = first
        while focused is not None and screen.isAncestorOf(focused):
            words = QAccessible.queryAccessibleInterface(focused).text(QAccessible.Text.Name)
            assert words, focused
            yield words
            QTest.keyClick(focused, Qt.Key.Key_Tab)
            focused = program.window.focusWidget()
            if focused is first:
                return

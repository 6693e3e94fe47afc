"""The keyboard's ring is whole, wherever the control stands."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget
from shiboken6 import isValid

from tests.ui.programs import OpenProgram, find, go
from tpe_guide.app import Program
from tpe_guide.ui.kit.focus_ring import FocusRing
from tpe_guide.ui.kit.theme import Theme

REACH = 6


@pytest.fixture
def ring(qapp: QApplication) -> Iterator[FocusRing]:
    ring = FocusRing(qapp, Theme())
    yield ring
    ring.deleteLater()


def _on_window(widget: QWidget, program: Program) -> QRect:
    return QRect(widget.mapTo(program.window, QPoint()), widget.size())


@pytest.mark.parametrize("place", ["home", "log", "urgent", "look", "circuit"])
def test_tab_shows_the_whole_ring_around_each_control(open_program: OpenProgram, ring: FocusRing, place: str) -> None:
    program = open_program()
    go(program, place)  # type: ignore[arg-type]
    QTest.qWaitForWindowActive(program.window)
    seen = set()
    for _ in range(25):
        QTest.keyClick(program.window.focusWidget() or program.window, Qt.Key.Key_Tab)
        target = program.window.focusWidget()
        if target is None or isinstance(target, QTextBrowser):
            continue
        seen.add(target.objectName())
        around = _on_window(target, program).adjusted(-REACH, -REACH, REACH, REACH)
        assert ring.isVisible(), target.objectName()
        assert _on_window(ring, program) == around, target.objectName()
        ground = ring.parentWidget()
        assert ground.rect().contains(ring.geometry()), f"the ring of {target.objectName()} is cut off"
    assert len(seen) > 4


def test_a_finger_puts_the_ring_away(open_program: OpenProgram, ring: FocusRing) -> None:
    program = open_program()
    QTest.keyClick(program.window, Qt.Key.Key_Tab)
    assert ring.isVisible()
    QTest.mouseClick(program.window, Qt.MouseButton.LeftButton, pos=QPoint(700, 880))
    assert not ring.isVisible()


def test_a_screen_that_goes_does_not_take_the_ring_along(open_program: OpenProgram, ring: FocusRing) -> None:
    """Keys on one part of a screen, then a finger on another: the ring used to stay on the first and die with it."""
    program = open_program()
    go(program, "look")
    QTest.keyClick(program.window.focusWidget() or program.window, Qt.Key.Key_Tab)
    ground = ring.parentWidget()
    assert ground is not None

    QTest.mouseClick(program.window, Qt.MouseButton.LeftButton, pos=QPoint(700, 880))
    find(program, "go-back").setFocus()
    go(program, "home")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    assert not isValid(ground)
    assert isValid(ring)


def test_the_ring_follows_when_the_window_changes(open_program: OpenProgram, ring: FocusRing) -> None:
    program = open_program()
    for _ in range(5):
        QTest.keyClick(program.window.focusWidget() or program.window, Qt.Key.Key_Tab)
    program.window.resize(1100, 700)
    QApplication.processEvents()
    target = program.window.focusWidget()
    assert target is not None
    around = _on_window(target, program).adjusted(-REACH, -REACH, REACH, REACH)
    assert _on_window(ring, program) == around

"""Hands for tests: they touch the glass, or push a mouse, of the window of the system, as the system tells of it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from tpe_guide.ui.settings.dot_field import DotField

DOTS_PER_MM = 96 / 25.4
Trace = Sequence[tuple[float, float]]
"""Where a finger is, in mm from where it came down."""
RATE = 60
"""Times a second that a touch screen tells where a finger is."""


def shaking(hertz: float, mm: float, seconds: float, roll: tuple[float, float] = (0, 0)) -> Trace:
    """A finger that shakes *mm* to both sides, as hands do that shake most when they reach for something: 3 to 5 Hz
    with multiple sclerosis; and rolls off its place meanwhile."""
    steps = max(2, round(seconds * RATE))
    trace = []
    for step in range(steps):
        share = step / (steps - 1)
        swing = mm * math.sin(2 * math.pi * hertz * step / RATE)
        trace.append((roll[0] * share + swing, roll[1] * share + swing / 2))
    return trace


STEADY: Trace = [(0, 0), (0, 0)]
TRACES: dict[str, Trace] = {
    "a light tap": STEADY,
    "a roll to the right of 6 mm": shaking(4, 0, 0.15, (6, 0)),
    "a roll down and out of 11 mm": shaking(4, 0, 0.2, (2, 10.8)),
    "shaking 3 mm": shaking(5, 3, 0.4),
    "shaking 8 mm": shaking(3, 8, 0.6),
    "shaking 6 mm and rolling 4": shaking(4, 6, 0.5, (-3, 3)),
    "three seconds long": shaking(4, 2, 3),
    "out and back": [(0, 0), (0, 9), (9, 6), (0, 0)],
}


class Hand:
    """A hand at *window*; *glass*: with a finger, else with a mouse. Time passes when it says so."""

    def __init__(self, window: QWidget, *, glass: QPointingDevice | None = None) -> None:
        self.window = window
        self._glass = glass
        self.now = 1000.0

    def wait(self, seconds: float) -> None:
        """Nothing is done for so long."""
        self.now += seconds

    def middle_of(self, widget: QWidget) -> QPoint:
        """In px of the window."""
        return widget.mapTo(self.window, widget.rect().center())

    def edge_of(self, widget: QWidget) -> QPoint:
        """Just within its lower edge, in the middle."""
        return widget.mapTo(self.window, QPoint(widget.width() // 2, widget.height() - 2))

    def tap(self, place: QPoint, trace: Trace = STEADY) -> None:
        """Down at *place*, along *trace*, and up."""
        self.pull([place + QPoint(round(x * DOTS_PER_MM), round(y * DOTS_PER_MM)) for x, y in trace])

    def pull(self, places: Iterable[QPoint]) -> None:
        """Down at the first of *places*, up at the last."""
        first, *others = places
        self._down(first)
        for place in others:
            self._move(place)
            QCoreApplication.processEvents()
        self._up(others[-1] if others else first)
        QCoreApplication.processEvents()

    def _down(self, at: QPoint) -> None:
        handle = self.window.windowHandle()
        if self._glass:
            QTest.touchEvent(handle, self._glass).press(0, at, handle).commit()
        else:
            QTest.mousePress(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    def _move(self, at: QPoint) -> None:
        handle = self.window.windowHandle()
        if self._glass:
            QTest.touchEvent(handle, self._glass).move(0, at, handle).commit()
        else:
            QTest.mouseMove(handle, at)

    def _up(self, at: QPoint) -> None:
        handle = self.window.windowHandle()
        if self._glass:
            QTest.touchEvent(handle, self._glass).release(0, at, handle).commit()
        else:
            QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def tap_all(field: DotField, trace: Trace, hand: Hand | None = None) -> None:
    """Tap dot after dot until there is none."""
    hand = hand or Hand(field.window())
    while isValid(field) and field.isVisible():
        hand.wait(2)
        before = field.measure.taps
        hand.tap(field.mapTo(hand.window, field.dot.toPoint()), trace)
        assert not isValid(field) or field.measure.taps == before + 1 or not field.isVisible()

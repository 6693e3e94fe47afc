"""Lets the circuit flow: a timer that runs only while somebody can see it, and never for long."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

FRAME_MS = 33
"""30 frames a second."""
LONGEST_SECONDS = 60.0
"""Then it stops by itself: what moves at the edge of sight tires."""


class Player(QObject):
    """Plays what *shown* shows. It pauses when the window loses the keyboard, when *shown* is hidden, and in the end.

    *still*: it never plays.
    """

    flowed = Signal(float)
    """For how many seconds it has flowed by now."""
    playing_changed = Signal(bool)

    def __init__(
        self, shown: QWidget, *, still: bool, seconds: float = 0, now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(shown)
        self._shown = shown
        self._now = now
        self._still = still
        self._seconds = seconds
        self._before = 0.0
        self._left = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._tick)
        shown.installEventFilter(self)
        self._window: QWidget | None = None

    @property
    def playing(self) -> bool:
        """Whether it flows; only then does a timer run."""
        return self._timer.isActive()

    def play(self) -> None:
        """Flow on, unless it is to stay still or nobody sees it."""
        if self._still or self.playing or not self._shown.isVisible():
            return
        self._watch_window()
        self._before, self._left = self._now(), LONGEST_SECONDS
        self._timer.start()
        self.playing_changed.emit(True)

    def pause(self) -> None:
        """Stand still: no timer is left running."""
        if self.playing:
            self._timer.stop()
            self.playing_changed.emit(False)

    def set_still(self, still: bool) -> None:
        """Never play, or only when asked again."""
        self._still = still
        if still:
            self.pause()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pause when the window is left or what is shown is hidden."""
        left = watched is self._window and event.type() in (QEvent.Type.WindowDeactivate, QEvent.Type.WindowStateChange)
        hidden = watched is self._shown and event.type() == QEvent.Type.Hide
        if left or hidden:
            self.pause()
        return False

    def _watch_window(self) -> None:
        window = self._shown.window()
        if window is not self._window:
            self._window = window
            window.installEventFilter(self)

    def _tick(self) -> None:
        now = self._now()
        # A computer that slept, or was busy, must not make the blood jump.
        passed = min(now - self._before, 4 * FRAME_MS / 1000)
        self._before = now
        self._left -= passed
        self._seconds += passed
        self.flowed.emit(self._seconds)
        if self._left <= 0:
            self.pause()

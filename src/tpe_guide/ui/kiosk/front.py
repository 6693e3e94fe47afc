"""Keeps the kiosk in front: over the whole screen, above all others, with the keyboard, whatever pushed it away.

A window manager may take keys before any program hears them, and another program may move or hide a window. It is
not held off here, but answered: a quarter of a second later the kiosk stands there again. While it is in front nothing
is done, and no timer runs. A menu that the window manager itself draws cannot be answered: it takes no keyboard from
us that Qt would tell.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

LOOKS_MS = 250
_SHOWN_ANEW = (2, 4)
"""At these looks it is taken off the screen and put there again: so it comes to the desktop that is seen."""
_PATIENT_AFTER = 8
_PATIENT_MS = 2_000
"""Two programs that both want to be in front would flicker; this one then asks less often."""

_ROUNDED = 1

_Type = QEvent.Type
_TELLING = frozenset({_Type.Move, _Type.Resize, _Type.WindowStateChange, _Type.WindowDeactivate, _Type.Hide})


class Front(QObject):
    """Keeps *window* there from ``show`` on, for as long as it is meant to be seen and until it may ``rest``."""

    def __init__(self, application: QGuiApplication, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._looks = 0
        self._rests = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        window.installEventFilter(self)
        application.applicationStateChanged.connect(self._begin)
        application.primaryScreenChanged.connect(self._begin)

    def show(self) -> None:
        """Fill the screen. Where no window manager runs, nobody else would make it do so."""
        self._window.setGeometry(self._window.screen().geometry())
        self._window.showFullScreen()
        handle = self._window.windowHandle()
        handle.installEventFilter(self)
        handle.screen().geometryChanged.connect(self._begin)

    def rest(self) -> None:
        """Others may come in front from now on, as the window that takes over."""
        self._rests = True

    def is_in_front(self) -> bool:
        """Whether all of the screen and the keyboard are the window's, as far as Qt is told."""
        window, handle = self._window, self._window.windowHandle()
        fills = _is_about(window.geometry(), window.screen().geometry()) and not window.isMinimized()
        return fills and handle is not None and handle.isExposed() and window.isActiveWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only look on."""
        if event.type() in _TELLING or event.type() == _Type.Expose:
            self._begin()
        return False

    def _begin(self) -> None:
        if not self._timer.isActive() and self._is_pushed_away():
            self._looks = 0
            self._timer.start(LOOKS_MS)

    def _look(self) -> None:
        if not self._is_pushed_away():
            return
        self._looks += 1
        self._come_back()
        self._timer.start(LOOKS_MS if self._looks < _PATIENT_AFTER else _PATIENT_MS)

    def _is_pushed_away(self) -> bool:
        return not self._rests and self._window.isVisible() and not self.is_in_front()

    def _come_back(self) -> None:
        handle = self._window.windowHandle()
        if self._looks in _SHOWN_ANEW:
            handle.hide()
        self._window.setGeometry(handle.screen().geometry())
        handle.showFullScreen()
        handle.raise_()
        handle.requestActivate()


def _is_about(one: QRect, other: QRect) -> bool:
    """Drawn by a factor such as 1.25, sides may differ by what was rounded."""
    return all(abs(a - b) <= _ROUNDED for a, b in zip(one.getCoords(), other.getCoords(), strict=True))  # type: ignore[call-overload]

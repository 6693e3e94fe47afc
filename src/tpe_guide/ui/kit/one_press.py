"""One press for one tap: what a shaking hand presses again within a moment does nothing."""

from __future__ import annotations

from math import inf

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QMoveEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from tpe_guide import clock

SETTLE_SECONDS = 0.4
"""A second tap that was not meant comes within this time."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PRESSING = (*_ENTER, Qt.Key.Key_Space, Qt.Key.Key_Select)
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class OnePress:
    """Tells a press that is meant from the rest of the one before."""

    def __init__(self) -> None:
        self._came = self._pressed = -inf

    def came(self) -> None:
        """What is pressed has only now come to where the finger, or the keyboard, is."""
        self._came = clock.seconds()

    def is_meant(self, *, again: bool = False) -> bool:
        """Whether a press at this moment is. *again*: it may follow another one at once."""
        now = clock.seconds()
        last = self._came if again else max(self._came, self._pressed)
        meant = now - last >= SETTLE_SECONDS
        if meant:
            self._pressed = now
        return meant


class Deliberate(QAbstractButton):
    """Something to press, by finger or by key, that takes only presses that are meant.

    None within a moment of the one before, nor of the moment when it came, moved, or was given the keyboard: the second
    tap of two meets whatever has taken the place of what the first one pressed. What presses it without a hand, such
    as a screen reader, is not asked.
    """

    repeats = False
    """Whether it is there to be pressed many times in a row."""
    _handed_on = -inf
    """When something that had the keyboard was last put away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._press = OnePress()

    def showEvent(self, event: QShowEvent) -> None:
        """It has come."""
        super().showEvent(event)
        self._press.came()

    def moveEvent(self, event: QMoveEvent) -> None:
        """It lies where something else may have been."""
        super().moveEvent(event)
        self._press.came()

    def hideEvent(self, event: QHideEvent) -> None:
        """What it has of the keyboard Qt hands on, as if Tab had been pressed."""
        super().hideEvent(event)
        if self.hasFocus():
            Deliberate._handed_on = clock.seconds()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard was not brought here by hand."""
        super().focusInEvent(event)
        by_hand = event.reason() != Qt.FocusReason.OtherFocusReason
        if not by_hand or 0 <= clock.seconds() - Deliberate._handed_on < SETTLE_SECONDS:
            self._press.came()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Also the second press of a double click, which Qt hands on to here."""
        if event.button() != Qt.MouseButton.LeftButton or self._press.is_meant(again=self.repeats):
            super().mousePressEvent(event)
        else:
            event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does, which Qt leaves to dialogs. Arrows go through a group, or scroll."""
        key = event.key()
        if key in _PRESSING:
            self._press_by_key(event)
        elif key in _ARROWS and not self._is_one_of_several():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _press_by_key(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() or not self._press.is_meant(again=self.repeats):
            event.accept()
        elif event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def _is_one_of_several(self) -> bool:
        group = self.group()
        return self.autoExclusive() if group is None else group.exclusive()

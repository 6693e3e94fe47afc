"""What a person who sees notices by themselves, said aloud by a screen reader.

Qt's own alert event reaches no screen reader on Linux, and its announcement none before Orca 45. What every Orca
says is a notification that comes into sight: on Linux the words are given to one that has no size. Elsewhere, and in
tests, they are announced. Both at once would be said twice.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

ON_THE_BUS = ("xcb", "wayland")
"""The platforms whose screen reader listens on AT-SPI."""
_UNTIL_KNOWN_MS = 600
"""Until a reader has taken note of a new field."""
_LONG_ENOUGH_MS = 10_000
"""Until a reader that is busy has asked for the words."""


def announce(source: QWidget, words: str) -> None:
    """Have a screen reader say *words* about *source* at once. Without one this costs nothing."""
    if not words or not QAccessible.isActive():
        return
    if is_on_the_bus():
        # A moment later: a reader stops in the middle of a word when the keyboard moves, and it may be about to.
        notice = _Notice(source.window(), words)
        QTimer.singleShot(0, notice, notice.show)
        QTimer.singleShot(_LONG_ENOUGH_MS, notice, notice.deleteLater)
        return
    event = QAccessibleAnnouncementEvent(source, words)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def focus_new(widget: QWidget) -> None:
    """Give the keyboard to *widget*, which was made only now, in a way that a screen reader notices."""
    if (
        isinstance(widget.focusProxy() or widget, QLineEdit | QPlainTextEdit)
        and QAccessible.isActive()
        and is_on_the_bus()
    ):
        # A new field tells where its cursor is. Orca looks at that once the field already has the keyboard, takes it
        # for something long said, and says neither the screen nor the field.
        QTimer.singleShot(_UNTIL_KNOWN_MS, widget, lambda: widget.setFocus(Qt.FocusReason.OtherFocusReason))
    else:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)


def is_on_the_bus() -> bool:
    """A screen reader, if there is one, listens on AT-SPI."""
    return QGuiApplication.platformName() in ON_THE_BUS


class _Notice(QWidget):
    """Words that are heard and not seen. Qt tells readers when it is shown."""

    def __init__(self, window: QWidget, words: str) -> None:
        from tpe_guide.ui.kit.accessible_role import give_role

        super().__init__(window)
        self.resize(0, 0)
        give_role(self, QAccessible.Role.Notification)
        self.setAccessibleName(words)

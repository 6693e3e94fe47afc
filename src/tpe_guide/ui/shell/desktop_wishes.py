"""What the computer asks of programs: dark colours, high contrast, larger text, less movement. Also while we run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication

from tpe_guide.ui.kit.theme import Theme, ThemeName
from tpe_guide.ui.shell import system_choices
from tpe_guide.ui.shell.session import Session
from tpe_guide.ui.shell.wishes import (
    Choices,
    Wishes,
    asks_for_contrast,
    asks_for_dark,
    asks_for_stillness,
    nearest_size,
    text_factor,
)

if TYPE_CHECKING:
    from tpe_guide.ui.shell.portal import Portal


_LISTEN_AFTER_MS = 100
"""To begin takes 30 ms: whoever presses something on the first screen comes first."""


class Accessibility(Protocol):
    """QAccessibilityHints, as far as it is asked."""

    contrastPreferenceChanged: SignalInstance  # noqa: N815 - Qt's name

    def contrastPreference(self) -> Qt.ContrastPreference:
        """What the desktop asks for."""


class Hints(Protocol):
    """QStyleHints, as far as it is asked."""

    colorSchemeChanged: SignalInstance  # noqa: N815 - Qt's name

    def colorScheme(self) -> Qt.ColorScheme:
        """What the desktop asks for."""

    def accessibility(self) -> Accessibility:
        """Where it asks for contrast."""


class DesktopWishes(QObject):
    """Reads Qt's *hints*, what the system lets us read, and what a portal tells; and says when any of it changes.

    *percent*: of text, as it was asked for when the guide was last open. It holds until a portal has told.
    """

    changed = Signal(Wishes)
    motion_changed = Signal()
    """Perhaps less movement is asked for now, or no longer."""

    def __init__(self, hints: Hints, parent: QObject | None = None, *, percent: int = 100) -> None:
        super().__init__(parent)
        self._hints = hints
        self._last_percent = percent
        self._told: Choices | None = None
        self._portal: Portal | None = None
        self._was_still: bool | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_LISTEN_AFTER_MS)
        self._soon.timeout.connect(self._listen)
        hints.colorSchemeChanged.connect(self._tell)
        hints.accessibility().contrastPreferenceChanged.connect(self._tell)

    @property
    def now(self) -> Wishes:
        """What it asks for."""
        return Wishes(self._theme, self._percent)

    def asks_for_stillness(self) -> bool:
        """Whether as little as can be is to move."""
        return asks_for_stillness(self._told or {}) or system_choices.wants_stillness()

    def serve(self, session: Session) -> None:
        """Have *session* follow all this. A kiosk looks as it says, whatever its desktop is."""
        session.asks_for_stillness = self.asks_for_stillness
        self.motion_changed.connect(session.motion_changed)
        if session.policy.may_quit:
            session.follow(self.now)
            self.changed.connect(session.follow)

    def listen(self, application: QGuiApplication) -> None:
        """Hear of what Qt does not tell: by a portal, which is not waited for, or when somebody comes back to
        *application*, who may have changed something meanwhile."""
        application.applicationStateChanged.connect(self._tell)
        self._soon.start()

    def _listen(self) -> None:
        from tpe_guide.ui.shell.portal import Portal

        portal = self._portal = Portal(self)
        portal.told.connect(self.take)
        portal.listen()

    def close(self) -> None:
        """Listen no longer."""
        self._soon.stop()
        if self._portal is not None:
            self._portal.close()

    def take(self, told: Choices) -> None:
        """A portal has *told* all this."""
        self._told = told
        self._tell()

    @property
    def _theme(self) -> ThemeName:
        """The colours it asks for; light where it asks for none."""
        hints, told = self._hints, self._told or {}
        is_high = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        if is_high or asks_for_contrast(told):
            return "contrast"
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark or asks_for_dark(told) else "light"

    @property
    def _percent(self) -> int:
        """Qt enlarges all of a window on X11, where the factor for text is in the dots per inch; not twice, then."""
        known = system_choices.text_percent()
        if known is None and self._told is not None:
            known = round(100 * text_factor(self._told) / enlarged())
        return nearest_size(self._last_percent if known is None else known)

    def _tell(self) -> None:
        self.changed.emit(self.now)
        is_still = self.asks_for_stillness()
        if is_still is not self._was_still:
            self._was_still = is_still
            self.motion_changed.emit()


def enlarged() -> float:
    """By how much Qt has made all larger already for the sake of text."""
    return QGuiApplication.primaryScreen().devicePixelRatio() if QGuiApplication.platformName() == "xcb" else 1.0


def colour_menus(theme: Theme) -> None:
    """Menus are windows of their own: they take the colours of the application."""
    QGuiApplication.setPalette(theme.palette)

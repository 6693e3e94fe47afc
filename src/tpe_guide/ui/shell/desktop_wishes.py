"""What the desktop asks of programs: dark colours, high contrast. Also while the program runs."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication

from tpe_guide.ui.kit.theme import Theme, ThemeName


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
    """Reads *hints*, and tells when they change."""

    changed = Signal(str)
    """The colours that the desktop asks for now: a ThemeName."""

    def __init__(self, hints: Hints, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hints = hints
        hints.colorSchemeChanged.connect(self._tell)
        hints.accessibility().contrastPreferenceChanged.connect(self._tell)

    @property
    def theme(self) -> ThemeName:
        """The colours it asks for; light where it asks for none."""
        if self._hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "contrast"
        return "dark" if self._hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _tell(self) -> None:
        self.changed.emit(self.theme)


def colour_menus(theme: Theme) -> None:
    """Menus are windows of their own: they take the colours of the application."""
    QGuiApplication.setPalette(theme.palette)

"""Until a person chooses, the guide looks as the desktop asks for, also while it runs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from tests.ui.programs import OpenProgram, go, press
from tpe_guide.settings import Settings
from tpe_guide.ui.shell.desktop_wishes import DesktopWishes

DARK, LIGHT, UNKNOWN = Qt.ColorScheme.Dark, Qt.ColorScheme.Light, Qt.ColorScheme.Unknown
NO_WISH, HIGH = Qt.ContrastPreference.NoPreference, Qt.ContrastPreference.HighContrast


class Desktop(QObject):
    """A desktop that asks for what a test wants: Qt's own hints cannot be set off screen."""

    colorSchemeChanged = Signal(Qt.ColorScheme)  # noqa: N815
    contrastPreferenceChanged = Signal(Qt.ContrastPreference)  # noqa: N815

    def __init__(self) -> None:
        super().__init__()
        self.scheme, self.contrast = UNKNOWN, NO_WISH

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def contrastPreference(self) -> Qt.ContrastPreference:
        return self.contrast

    def accessibility(self) -> Desktop:
        return self

    def ask_for(self, scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference = NO_WISH) -> None:
        self.scheme, self.contrast = scheme, contrast
        self.colorSchemeChanged.emit(scheme)
        QCoreApplication.processEvents()


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Desktop:
    desktop = Desktop()
    monkeypatch.setattr(QGuiApplication, "styleHints", lambda: desktop)
    return desktop


@pytest.mark.parametrize(
    ("scheme", "contrast", "theme"),
    [
        (UNKNOWN, NO_WISH, "light"),
        (LIGHT, NO_WISH, "light"),
        (DARK, NO_WISH, "dark"),
        (LIGHT, HIGH, "contrast"),
        (DARK, HIGH, "contrast"),
    ],
)
def test_what_it_asks_for(
    desktop: Desktop, scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference, theme: str
) -> None:
    desktop.scheme, desktop.contrast = scheme, contrast
    assert DesktopWishes(desktop).theme == theme


def test_the_guide_opens_as_it_asks_and_follows(open_program: OpenProgram, desktop: Desktop) -> None:
    desktop.scheme = DARK
    program = open_program()
    assert program.session.theme.name == "dark"
    desktop.ask_for(LIGHT)
    assert program.session.theme.name == "light"
    desktop.ask_for(LIGHT, HIGH)
    assert program.session.theme.name == "contrast"
    assert program.session.settings.theme == ""


def test_what_a_person_chose_stays(open_program: OpenProgram, desktop: Desktop) -> None:
    program = open_program(chosen=Settings(theme="light"))
    desktop.ask_for(DARK)
    assert program.session.theme.name == "light"
    go(program, "look")
    press(program, "colours-contrast")
    desktop.ask_for(LIGHT)
    assert program.session.theme.name == "contrast"


def test_menus_have_the_colours_of_the_guide(open_program: OpenProgram, desktop: Desktop) -> None:
    """They are windows of their own, in the colours of the application: they opened black on a light guide."""
    program = open_program(chosen=Settings(theme="dark"))
    assert QGuiApplication.palette().base().color() == program.session.theme.color("card")
    program.session.next_theme()
    assert QGuiApplication.palette().base().color() == program.session.theme.color("card")

"""Until a person chooses, the guide looks as the desktop asks for, also while it runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from tests.ui.diaries import put_demo_diary
from tests.ui.programs import OpenProgram, find, go, key, press, shown_names
from tpe_guide.navigation import ScreenId
from tpe_guide.policy import KIOSK
from tpe_guide.settings import Settings
from tpe_guide.ui.shell import desktop_wishes
from tpe_guide.ui.shell.desktop_wishes import DesktopWishes
from tpe_guide.ui.shell.wishes import A11Y, APPEARANCE, INTERFACE, KDE

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
    assert DesktopWishes(desktop).now.theme == theme


def test_the_guide_opens_as_it_asks_and_follows(open_program: OpenProgram, desktop: Desktop) -> None:
    desktop.scheme = DARK
    program = open_program()
    assert program.session.theme.name == "dark"
    desktop.ask_for(LIGHT)
    assert program.session.theme.name == "light"
    desktop.ask_for(LIGHT, HIGH)
    assert program.session.theme.name == "contrast"
    assert program.session.settings.theme == ""


@pytest.mark.parametrize(
    ("place", "opener", "field"),
    [("log", "effect-other", "words-own-0"), ("questions", "", "own-question"), ("unit", "", "fluid")],
)
def test_who_is_writing_goes_on_where_they_were(
    open_program: OpenProgram, data_dir: Path, desktop: Desktop, place: ScreenId, opener: str, field: str
) -> None:
    """It turns dark at sunset: the next letter stood before the first word, or behind the last."""
    put_demo_diary(data_dir)
    program = open_program()
    go(program, place)
    if opener:
        press(program, opener)
    find(program, field, QWidget).setFocus()
    QTest.keyClicks(program.window.focusWidget(), "a coat ")
    desktop.ask_for(DARK)
    QTest.keyClicks(program.window.focusWidget(), "d")
    QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Left)
    QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    desktop.ask_for(LIGHT)
    QTest.keyClicks(program.window.focusWidget(), "re")
    written = program.window.focusWidget()
    assert written.objectName() == field
    assert isinstance(written, QLineEdit | QPlainTextEdit)
    assert (written.text() if isinstance(written, QLineEdit) else written.toPlainText()) == "a coatred"


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


@pytest.mark.parametrize(
    ("told", "theme"),
    [
        ({(APPEARANCE, "color-scheme"): "1"}, "dark"),
        ({(APPEARANCE, "color-scheme"): "2", (INTERFACE, "color-scheme"): "prefer-dark"}, "light"),
        ({(INTERFACE, "color-scheme"): "prefer-dark"}, "dark"),
        ({(APPEARANCE, "contrast"): "1"}, "contrast"),
        ({(A11Y, "high-contrast"): "true"}, "contrast"),
        ({}, "light"),
    ],
)
def test_a_portal_tells_what_qt_does_not(desktop: Desktop, told: dict[tuple[str, str], str], theme: str) -> None:
    """Qt knows the colours of some desktops; of others it knows nothing."""
    wishes = DesktopWishes(desktop)
    wishes.take(told)
    assert wishes.now.theme == theme


def test_text_is_as_large_as_this_computer_asks_also_while_the_guide_runs(
    open_program: OpenProgram, desktop: Desktop
) -> None:
    program = open_program()
    assert program.session.theme.percent == 100
    program.wishes.take({(INTERFACE, "text-scaling-factor"): "1.5"})
    assert program.session.theme.percent == 150
    assert program.session.settings.text_percent == 0
    program.wishes.take({(INTERFACE, "text-scaling-factor"): "1.3"})
    assert program.session.theme.percent == 125, "the nearest of the sizes that there are"


@pytest.mark.parametrize(
    ("factor", "percent"), [("0.5", 100), ("9", 400), ("large", 100), ("1.0", 100), ("1.875", 200), ("2.25", 200)]
)
def test_it_is_one_of_the_sizes_of_the_guide(desktop: Desktop, factor: str, percent: int) -> None:
    wishes = DesktopWishes(desktop)
    wishes.take({(INTERFACE, "text-scaling-factor"): factor})
    assert wishes.now.percent == percent


def test_what_qt_has_enlarged_already_is_not_enlarged_twice(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    """On X11 the desktop puts its factor for text into the dots per inch, and Qt makes all of a window larger by it."""
    monkeypatch.setattr(desktop_wishes, "enlarged", lambda: 1.25)
    wishes = DesktopWishes(desktop)
    wishes.take({(INTERFACE, "text-scaling-factor"): "1.25"})
    assert wishes.now.percent == 100
    wishes.take({(INTERFACE, "text-scaling-factor"): "1.875"})
    assert wishes.now.percent == 150


def test_a_size_that_was_chosen_stays_and_one_can_go_back_to_following(
    open_program: OpenProgram, desktop: Desktop
) -> None:
    program = open_program(chosen=Settings(text_percent=100, theme="dark"))
    program.wishes.take({(INTERFACE, "text-scaling-factor"): "1.5", (APPEARANCE, "contrast"): "1"})
    assert (program.session.theme.name, program.session.theme.percent) == ("dark", 100)
    go(program, "look")
    press(program, "size-0")
    press(program, "colours-")
    assert (program.session.theme.name, program.session.theme.percent) == ("contrast", 150)
    assert find(program, "size-0").isChecked()
    assert find(program, "colours-").isChecked()


def test_the_next_size_is_counted_from_the_one_that_is_followed(open_program: OpenProgram, desktop: Desktop) -> None:
    program = open_program()
    program.wishes.take({(INTERFACE, "text-scaling-factor"): "1.3"})
    key(program, "Ctrl++")
    assert program.session.theme.percent == 150
    program.session.set_look(text_percent=0)
    key(program, "Ctrl+-")
    assert program.session.theme.percent == 100


def test_the_next_start_is_as_large_before_this_computer_has_told(desktop: Desktop, open_program: OpenProgram) -> None:
    """It tells a moment after the first screen: that would then jump."""
    open_program().wishes.take({(INTERFACE, "text-scaling-factor"): "1.5"})
    first = open_program()
    first.session.follow(DesktopWishes(desktop, percent=150).now)
    assert first.session.settings.asked_percent == 150
    again = open_program(chosen=first.session.settings)
    assert again.session.theme.percent == 150
    again.wishes.take({})
    assert again.session.theme.percent == 100, "nothing is asked for any more"


@pytest.mark.parametrize(
    "told",
    [
        {(INTERFACE, "enable-animations"): "false"},
        {(APPEARANCE, "reduced-motion"): "1"},
        {(KDE, "AnimationDurationFactor"): "0"},
    ],
)
def test_a_picture_that_moves_stops_when_this_computer_asks_for_it(
    open_program: OpenProgram, desktop: Desktop, told: dict[tuple[str, str], str]
) -> None:
    program = open_program()
    go(program, "circuit")
    press(program, "circuit-play")
    assert not find(program, "circuit-still").isChecked()
    program.wishes.take(told)
    assert program.session.keeps_still
    assert find(program, "circuit-still").isChecked()
    assert program.session.settings.motion == ""
    program.wishes.take({})
    assert not find(program, "circuit-still").isChecked()


def test_who_chose_that_pictures_move_has_them_move(open_program: OpenProgram, desktop: Desktop) -> None:
    program = open_program(chosen=Settings(motion="moving"))
    program.wishes.take({(INTERFACE, "enable-animations"): "false"})
    assert not program.session.keeps_still
    go(program, "look")
    press(program, "motion-")
    assert program.session.keeps_still


def test_whoever_comes_back_to_the_guide_may_have_changed_something(
    qapp: QGuiApplication, open_program: OpenProgram, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows and macOS tell nobody; it is read again."""
    monkeypatch.setattr("tpe_guide.ui.shell.portal.has_bus", lambda: False)
    program = open_program()
    program.wishes.listen(qapp)
    monkeypatch.setattr("tpe_guide.ui.shell.system_choices.text_percent", lambda: 175)
    monkeypatch.setattr("tpe_guide.ui.shell.system_choices.wants_stillness", lambda: True)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert program.session.theme.percent == 175
    assert program.session.keeps_still


def test_a_choice_that_was_not_made_needs_no_disk(open_program: OpenProgram, desktop: Desktop) -> None:
    """Where nothing can be kept, that is said to whoever chooses something."""
    program = open_program()
    program.session.save_now()
    program.wishes.take({(INTERFACE, "text-scaling-factor"): "1.5"})
    assert not program.session._save_soon.isActive()


def test_a_kiosk_offers_no_computer_to_follow(open_program: OpenProgram, desktop: Desktop) -> None:
    program = open_program(KIOSK, chosen=Settings(text_percent=150, theme="light"))
    go(program, "look")
    assert not {"size-0", "colours-", "motion-"} & shown_names(program)
    assert find(program, "size-150").isChecked()
    assert find(program, "colours-light").isChecked()


def test_a_kiosk_looks_as_it_says(open_program: OpenProgram, desktop: Desktop) -> None:
    program = open_program(KIOSK, chosen=Settings(text_percent=150, theme="light"))
    program.wishes.take({(INTERFACE, "text-scaling-factor"): "3", (APPEARANCE, "contrast"): "1"})
    assert (program.session.theme.name, program.session.theme.percent) == ("light", 150)

"""Programs for tests: opened, driven by the names of their controls, and gone afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, overload

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from tpe_guide.app import Program
from tpe_guide.navigation import Locator, ScreenId
from tpe_guide.ui.printing.saving import Saving
from tpe_guide.ui.shell.banner import Banner

PATIENCE = 100.0
OpenProgram = Callable[..., Program]
Kind = TypeVar("Kind", bound=QWidget)


@overload
def find(program: Program, name: str) -> QAbstractButton: ...
@overload
def find(program: Program, name: str, kind: type[Kind]) -> Kind: ...
def find(program: Program, name: str, kind: type[QWidget] = QAbstractButton) -> QWidget:
    """The control called *name* on the screen that is shown."""
    QCoreApplication.processEvents()
    found = [widget for widget in program.window.findChildren(kind, name) if widget.isVisibleTo(program.window)]
    assert found, f"no {name} among {sorted(shown_names(program))}"
    return found[-1]


def said_by(program: Program) -> str:
    """The message that the window shows; empty if none."""
    banners = program.window.findChildren(Banner)
    return next((banner.accessibleName() for banner in banners if not banner.isHidden()), "")


def press(program: Program, name: str) -> None:
    """Press the button called *name*, as a finger does."""
    QTest.mouseClick(find(program, name), Qt.MouseButton.LeftButton)
    derived(program)


def derived(program: Program) -> None:
    """What was typed of a passcode has come out right or wrong, which takes a moment beside the window."""
    QCoreApplication.processEvents()
    if "diary_session" in program.diary.__dict__:
        program.diary.diary_session.deriving.finish()
        QCoreApplication.processEvents()


def begin_guarded(program: Program, passcode: str) -> None:
    """Begin a diary with *passcode*."""
    program.diary.diary_session.create_guarded(passcode)
    derived(program)


def unlock(program: Program, passcode: str) -> None:
    """Open the diary with *passcode*."""
    program.diary.diary_session.unlock(passcode)
    derived(program)


def saved(program: Program) -> None:
    """What is being saved beside the window is there, or it is said why not."""
    for owner in (program.diary, program.screens):
        for saving in owner.findChildren(Saving):
            assert saving.finish(PATIENCE)
    QCoreApplication.processEvents()


def looked_at(program: Program) -> None:
    """The files that were brought to the nurse’s page are known, and so is the one that is chosen."""
    summary = program.diary.summary
    assert summary.files.finish(PATIENCE)
    assert summary.chosen.finish(PATIENCE)
    QCoreApplication.processEvents()


def key(program: Program, keys: str) -> None:
    """Press *keys* ("Ctrl+P") in the window."""
    QCoreApplication.processEvents()
    QTest.keySequence(program.window, keys)
    QCoreApplication.processEvents()


def go(program: Program, place: ScreenId, page: str = "") -> None:
    """Go to a place."""
    program.session.go(Locator(place, page))
    QCoreApplication.processEvents()


def shown_names(program: Program) -> set[str]:
    """The names of all controls that are shown."""
    buttons = program.window.findChildren(QAbstractButton)
    return {button.objectName() for button in buttons if button.isVisible()}


def primary(program: Program) -> list[str]:
    """The filled buttons of the screen."""
    buttons = program.window.screen_shown.findChildren(QAbstractButton)
    return [
        each.objectName()
        for each in buttons
        if each.isVisibleTo(program.window) and getattr(each, "_look", None) and each._look.fill[0] == "teal"
    ]

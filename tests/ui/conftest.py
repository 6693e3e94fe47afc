"""What holds for every test with windows: our fonts, nothing that blocks, nothing left behind.

Qt's own warnings fail a test too: see ``qt_log_level_fail`` in pyproject.toml.
"""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests import set_once
from tests.ui.programs import OpenProgram
from tpe_guide.app import Program
from tpe_guide.policy import HOME, Policy
from tpe_guide.settings import Settings
from tpe_guide.speech.voice import Voice
from tpe_guide.ui.kit.several_bases import settle
from tpe_guide.ui.kit.theme import TYPE, Theme, load_fonts, make_font
from tpe_guide.ui.printing import cups, printing
from tpe_guide.ui.wiring.take_home_screens import KioskDesk

BLOCKING = {
    QDialog: ["exec"],
    QMenu: ["exec"],
    QMessageBox: ["about", "critical", "information", "question", "warning"],
    QFileDialog: [
        "getExistingDirectory",
        "getExistingDirectoryUrl",
        "getOpenFileName",
        "getOpenFileNames",
        "getOpenFileUrl",
        "getOpenFileUrls",
        "getSaveFileName",
        "getSaveFileUrl",
    ],
    QInputDialog: ["getDouble", "getInt", "getItem", "getMultiLineText", "getText"],
}


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The one application, looking as the composition root makes it look."""
    qapp.setStyle("Fusion")
    settle(QWidget)
    load_fonts()
    qapp.setFont(make_font(TYPE["body"].px))
    return qapp


@pytest.fixture(autouse=True)
def nothing_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    for owner, names in BLOCKING.items():
        for name in names:
            monkeypatch.setattr(owner, name, _forbidden(f"{owner.__name__}.{name}"))


@pytest.fixture(autouse=True)
def no_print_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test asks the printers of the machine that it runs on: see ``tests/ui/printing/paper_cups.py``."""
    monkeypatch.setattr(cups, "is_there", lambda: False)
    monkeypatch.setattr(printing, "usual_printer", str)
    monkeypatch.setattr(printing, "printer_names", tuple)


def _forbidden(name: str) -> Any:
    def blocked(*__: Any, **___: Any) -> None:
        pytest.fail(f"{name} blocks the person and the test: use open() and a signal")

    return blocked


@pytest.fixture(autouse=True)
def paper_set_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Setting a page takes half a second, and it is the same page for all that is pressed beside it."""
    monkeypatch.setattr("typst.Compiler", set_once.Compiler)


@pytest.fixture(autouse=True)
def steady_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever presses something in a test means it: a second goes by before each press. Some tests have other hands."""
    seconds = count()
    monkeypatch.setattr("tpe_guide.clock.seconds", lambda: float(next(seconds)))


@pytest.fixture(autouse=True)
def fonts_left_alone() -> Iterator[None]:
    """A font is one object for all who ask for it: who changed it for itself would change it on every screen."""
    yield
    for percent in (100, 200, 400):
        theme = Theme(percent=percent)
        for role, kind in TYPE.items():
            assert theme.font(role).pixelSize() == theme.letters(kind.px), f"somebody changed the letters of {role}"
            assert theme.font(role).weight() == kind.weight, f"somebody changed the weight of {role}"


@pytest.fixture(autouse=True)
def own_colours(qapp: QApplication) -> None:
    """A program colours its menus through the application; each test begins with those that Qt gives it."""
    if qapp.palette().resolveMask():
        qapp.setPalette(QPalette())


@pytest.fixture(autouse=True)
def nothing_left_behind(
    qapp: QApplication, has_failed: Callable[[], bool], monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Fail a test that leaves a window, a running timer or a running animation."""
    started: list[weakref.ref[Any]] = []
    _record_starts(monkeypatch, QTimer, started)
    _record_starts(monkeypatch, QAbstractAnimation, started)
    before = set(_windows())
    yield
    if has_failed():
        return
    _delete_what_waits()
    if _leaks(before, started):
        gc.collect()
        _delete_what_waits()
    assert not _leaks(before, started)


def _record_starts(monkeypatch: pytest.MonkeyPatch, kind: Any, started: list[weakref.ref[Any]]) -> None:
    real_start = kind.start

    def start(self: Any, *arguments: Any) -> None:
        started.append(weakref.ref(self))
        real_start(self, *arguments)

    monkeypatch.setattr(kind, "start", start)


def _delete_what_waits() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _leaks(before: set[QWidget], started: list[weakref.ref[Any]]) -> list[object]:
    objects = [reference() for reference in started]
    alive = [each for each in objects if each is not None and isValid(each)]
    timers = [each for each in alive if isinstance(each, QTimer) and each.isActive()]
    running = QAbstractAnimation.State.Running
    animations = [each for each in alive if isinstance(each, QAbstractAnimation) and each.state() == running]
    return [*(window for window in _windows() if window not in before), *timers, *animations]


def _windows() -> list[QWidget]:
    # Qt keeps one tool tip for the whole application.
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() != "QTipLabel"
    ]


@pytest.fixture
def open_program(qtbot: QtBot, data_dir: Path, clock: Callable[[], datetime]) -> OpenProgram:
    """Opens the guide as at home (or by another *policy*), shown at *size*; every window is gone after the test."""

    def open_it(
        policy: Policy = HOME,
        *,
        page: str = "",
        size: tuple[int, int] = (1440, 900),
        chosen: Settings | None = None,
        make_voice: Callable[[str], Voice] | None = None,
        report: Callable[[Exception], None] | None = None,
        desk: KioskDesk | None = None,
    ) -> Program:
        program = Program(
            policy,
            data_dir=data_dir,
            page=page,
            chosen=chosen,
            now=clock,
            make_voice=make_voice,
            report=report,
            desk=desk,
        )
        qtbot.addWidget(program.window, before_close_func=lambda _window: _forget(program))
        program.window.resize(*size)
        with qtbot.waitSignal(program.window.opened):
            program.window.show()
        program.window.activateWindow()
        QTest.qWaitForWindowActive(program.window)
        return program

    def _forget(program: Program) -> None:
        program.window.closed.emit()
        program.diary.finish()

    return open_it

"""What a picture is taken of: the program on a made-up diary, driven by the names of its controls."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path
from shutil import copytree, rmtree
from typing import Literal, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tpe_guide.diary.demo import FIXED_DAY
from tpe_guide.guide.library import Library
from tpe_guide.navigation import Locator, ScreenId
from tpe_guide.settings import Settings
from tpe_guide.speech.voice import Voice
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.kit.theme import ThemeName
from tpe_guide.ui.printing.print_service import PrintService
from tpe_guide.ui.shell.main_window import MainWindow
from tpe_guide.ui.shell.session import Session
from tpe_guide.ui.unit.unit_state import UnitState
from tpe_guide.ui.wiring.diary_screens import DiaryScreens

NOW = dt.datetime.combine(FIXED_DAY, dt.time(9, 12), dt.timezone(dt.timedelta(hours=2)))
"""When every picture is taken."""
READ = ("what-a-relapse-is", "what-steroids-do", "when-steroids-are-not-enough", "session-length")
LAST_PAGE = "tingling"
LAPTOP, CLINIC, PHONE, KIOSK = (1440, 900), (1024, 700), (480, 800), (1080, 1920)
_SETTLE_PASSES = 12
_PAUSE = 0.005
"""Seconds."""

Size = tuple[int, int]
DiaryKind = Literal["none", "open", "locked", "read-before"]
Kind = TypeVar("Kind", bound=QWidget)


class Look(NamedTuple):
    """How a screen is shown: window size in px, text size in per cent, colours."""

    size: Size = LAPTOP
    percent: int = 100
    theme: ThemeName = "light"


class Program(Protocol):
    """What the tour uses of the guide's window."""

    window: MainWindow
    session: Session
    messages: Messages
    diary: DiaryScreens
    unit: UnitState
    library: Library

    def make_ring(self, application: QApplication) -> None:
        """Show where the keyboard is."""


class Openers(NamedTuple):
    """How the composition root opens what is shown."""

    program: Callable[[Path, Settings], Program]
    """With this data folder and these choices, at ``NOW``."""
    kiosk: Callable[[], QWidget]


class ReadyVoice(Voice):
    """There is one in the pictures, whatever this computer has; it says nothing."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.available = True

    def look(self) -> None:
        """There it is."""


class NoPrinter(PrintService):
    """Whatever printer this computer has is nobody's business."""

    def look_for_printer(self) -> None:
        """There is none."""
        self.printer_found.emit("")


class Stage:
    """What one picture is taken of."""

    def __init__(self, application: QApplication, openers: Openers, folder: Path, look: Look) -> None:
        self._application = application
        self._openers = openers
        self._folder = folder
        self.look = look
        self._program: Program | None = None
        self._windows: list[QWidget] = []

    def open(
        self, diary: DiaryKind = "none", place: ScreenId = "home", page: str = "", next_session: str = ""
    ) -> Program:
        """The guide at *place*; *diary* is what was there before: ``none``, ``open``, ``locked``, ``read-before``.

        *next_session*: the day that was said without a diary.
        """
        choices = Settings(
            text_percent=self.look.percent,
            theme=self.look.theme,
            last_page=LAST_PAGE,
            read_pages=READ,
            next_session=next_session,
        )
        # A copy: what one picture shows being saved must not turn up in the next.
        data_dir = self._folder / f"{diary}-in-use"
        rmtree(data_dir, ignore_errors=True)
        if diary != "none":
            copytree(self._folder / diary, data_dir)
        program = self._program = self._openers.program(data_dir, choices)
        self.show(program.window)
        if place != "home":
            program.session.go(Locator(place, page))
        self.settle()
        return program

    def folder(self, name: str) -> Path:
        """An empty folder of that name."""
        folder = self._folder / name
        rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder

    def open_kiosk(self) -> QWidget:
        """The kiosk, nobody there."""
        kiosk = self._openers.kiosk()
        self.show(kiosk)
        return kiosk

    def show(self, window: QWidget) -> None:
        """Show *window* at the size of the look."""
        self._windows.append(window)
        window.resize(*self.look.size)
        window.show()
        window.activateWindow()
        # Not over a button, which would then look as if it were about to be pressed.
        QCursor.setPos(0, self.look.size[1] - 1)
        self.settle()

    def press(self, window: QWidget, *names: str) -> None:
        """Press the buttons of these names, one after another."""
        for name in names:
            buttons = [each for each in window.findChildren(QAbstractButton, name) if each.isVisible()]
            buttons[-1].click()
            self.settle()

    def type(self, window: QWidget, key: Qt.Key, text: str = "") -> None:
        """Press and lift *key*, which writes *text*."""
        target = window.focusWidget() or window
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
        self.settle()

    def use_keyboard(self, program: Program) -> None:
        """From here on the keyboard is in use: its ring is shown."""
        program.make_ring(self._application)

    def settle(self, seconds: float = 0) -> None:
        """Let what follows happen, for *seconds* where something is waited for."""
        until = time.monotonic() + seconds
        for __ in range(_SETTLE_PASSES):
            self._application.processEvents()
        while time.monotonic() < until:
            time.sleep(_PAUSE)  # whoever typesets a page beside the window needs the processor
            self._application.processEvents()

    def close(self) -> None:
        """Put everything away."""
        if self._program is not None:
            self._program.window.closed.emit()
            self._program.diary.finish()
        for window in self._windows:
            window.hide()
            window.deleteLater()
        self._windows.clear()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def child(window: QWidget, kind: type[Kind], name: str) -> Kind:
    """The *kind* of widget in *window* that is called *name*."""
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


class Shot(NamedTuple):
    """One picture: the name of its file, its words, how to come to it, and its look."""

    name: str
    words: Callable[[], str]
    scene: Callable[[Stage], QWidget]
    look: Look = Look()

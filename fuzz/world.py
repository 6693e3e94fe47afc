"""What random hands play with: the guide at home, or the kiosk. Found as Qt knows it, not by where its code is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from tpe_guide import app, kiosk_app

SIZES = ((1440, 900), (1024, 600), (1080, 1920), (800, 1280), (480, 800), (700, 700))
BEGINNING = dt.datetime(2026, 5, 14, 9, 12, tzinfo=dt.timezone(dt.timedelta(hours=2)))
OPENED_AT = ("", "", "tingling", "no-such-page")


class World(Protocol):
    """The program, as a hand meets it."""

    @property
    def window(self) -> QWidget:
        """The one window."""

    def pass_time(self, seconds: float) -> None:
        """So much time passes: what waits for it happens now."""

    def disturb(self, random: Random) -> str:
        """Something that no hand does directly happens. Tells what."""

    def settle(self) -> None:
        """All that follows from the last event happens."""

    def screens(self) -> Iterator[str]:
        """What is shown now."""

    def expected(self) -> set[str]:
        """The places that a long run has to reach."""

    @property
    def wipes(self) -> int:
        """How often a visit was forgotten."""


class HomeWorld:
    """The guide at home: it is closed and opened again now and then, upon the same data."""

    wipes = 0

    def __init__(self, application: QApplication, folder: Path, random: Random) -> None:
        self._application = application
        self._folder = folder
        self._now = BEGINNING
        self._open(random)

    @property
    def window(self) -> QWidget:
        return self._program.window

    def pass_time(self, seconds: float) -> None:
        self._now += dt.timedelta(seconds=seconds)
        ring(self.window)

    def disturb(self, random: Random) -> str:
        session = self._program.session
        match random.choices(("go", "text", "theme", "depth", "size", "reopen", "back"), (60, 8, 8, 8, 6, 4, 6))[0]:
            case "go":
                place = random.choice(sorted(self._makers))
                page = random.choice(self._pages_of(place))
                session.go(app.Locator(place, page))
                return f"go to {place} {page}"
            case "text":
                session.set_look(text_percent=(percent := random.choice((100, 125, 150, 200, 300, 400))))
                return f"text at {percent} %"
            case "theme":
                session.next_theme()
                return "next theme"
            case "depth":
                session.set_depth(depth := random.choice(("facts", "minute", "full")))
                return f"depth {depth}"
            case "size":
                self.window.resize(*(size := random.choice(SIZES)))
                return f"size {size}"
            case "reopen":
                self._close()
                self._open(random)
                return "closed and opened"
        session.back()
        return "back"

    def settle(self) -> None:
        happen()
        if not self.window.isVisible():
            self._close()
            self._open(Random(0))

    def screens(self) -> Iterator[str]:
        yield self._program.session.locator.place
        yield type(self._program.window.screen_shown).__name__

    def expected(self) -> set[str]:
        return set(self._makers)

    def _pages_of(self, place: str) -> list[str]:
        library = self._program.library
        match place:
            case "page":
                return list(library.order)
            case "check":
                return [chapter.id for chapter in library.chapters]
            case "unit" | "words" | "changed":
                return [""]
        return ["", "start"]

    def _open(self, random: Random) -> None:
        page = random.choice(OPENED_AT)
        self._program = app.Program(
            app.HOME, data_dir=self._folder / "data", page=page, now=lambda: self._now, text_first=random.random() < 0.5
        )
        self._makers = self._program.screens.makers() | self._program.diary.makers()
        self._program.make_ring(self._application)
        self.window.resize(*random.choice(SIZES))
        self.window.show()
        self.window.activateWindow()
        happen()

    def _close(self) -> None:
        window = self.window
        window.close()
        window.deleteLater()
        happen()


class KioskWorld:
    """The kiosk, one visitor after another."""

    def __init__(self, application: QApplication, folder: Path, random: Random) -> None:
        self._seconds = 5000.0
        self.wipes = 0
        self._visited = False
        self._places = {"home"}  # it is missed where nobody ever came
        self._pages = list(app.Library.load("en").order)
        self.window = kiosk_app.make_kiosk(application, kept=folder / "kept", now=lambda: self._seconds)
        self.window.resize(*random.choice(SIZES))
        self.window.show()
        self.window.activateWindow()
        happen()

    def pass_time(self, seconds: float) -> None:
        self._seconds += seconds
        ring(self.window)

    def disturb(self, random: Random) -> str:
        match random.choices(("size", "wait", "leave", "walk"), (2, 3, 3, 20))[0]:
            case "size":
                self.window.resize(*(size := random.choice(SIZES)))
                return f"size {size}"
            case "wait":
                self.pass_time(seconds := random.choice((40.0, 61.0, 75.0, 130.0)))
                return f"nobody for {seconds:.0f} s"
            case "leave":
                for __ in range(4):
                    self.pass_time(70.0)
                    happen()
                return "left"
        guide = self._guide
        if guide is None:
            return "nobody there"
        session = _session(guide)
        place = random.choice(sorted(self._reachable))
        session.go(app.Locator(place, random.choice(self._pages) if place == "page" else ""))
        return f"go to {place}"

    def settle(self) -> None:
        happen()
        if self._guide is not None:
            self._visited = True
        elif self._visited:
            self._visited = False
            self.wipes += 1
            happen()

    def screens(self) -> Iterator[str]:
        yield type(self.window.layout().currentWidget()).__name__
        if (guide := self._guide) is not None:
            yield _session(guide).locator.place
            yield type(guide.screen_shown).__name__

    def expected(self) -> set[str]:
        return set(self._reachable)

    @property
    def _guide(self) -> Any:
        """The window of the visit; None if nobody is there."""
        return self.window.findChild(QWidget, "main-window")

    @property
    def _reachable(self) -> set[str]:
        """All places there are at a kiosk, but those that only a diary, or a guide that was kept, leads to."""
        if (guide := self._guide) is not None:
            self._places = set(guide._screens) - {"changed", "check"}
        return self._places


def happen() -> None:
    """All that waits in Qt's queue happens, and what that leads to."""
    for __ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def ring(window: QObject) -> None:
    """What the timers of *window* wait for happens now."""
    for timer in window.findChildren(QTimer):
        if isValid(timer) and timer.isActive():
            if timer.isSingleShot():
                timer.stop()
            timer.timeout.emit()


def _session(guide: QWidget) -> Any:
    return next(child for child in guide.children() if hasattr(child, "locator"))

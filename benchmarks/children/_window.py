"""The real window in this process, for figures that are taken inside it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from tpe_guide.app import Program
from tpe_guide.policy import HOME
from tpe_guide.ui.shell.application import make_application

SIZE = (1440, 900)
QUIET_SECONDS = 0.06
LONGEST_SECONDS = 5.0


def open_window(page: str, data_dir: Path) -> tuple[QApplication, Program]:
    """The program as a person has it, open at *page*."""
    application = make_application()
    program = Program(HOME, data_dir=data_dir, page=page)
    program.window.resize(*SIZE)
    program.window.show()
    become_quiet(application)
    return application, program


def become_quiet(application: QApplication) -> None:
    """Let everything that waits be done, as it is while a person reads."""
    deadline = time.perf_counter() + LONGEST_SECONDS
    while time.perf_counter() < deadline:
        used, until = time.process_time(), time.perf_counter() + QUIET_SECONDS
        while time.perf_counter() < until:
            application.processEvents()
            # The loop of a program that runs for itself also frees what it was told to.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            time.sleep(0.002)
        if time.process_time() - used < QUIET_SECONDS / 10:
            return


class Stopwatch:
    """Measures from an action until the next paint of a widget class is through."""

    def __init__(self, application: QApplication, kind: type[QWidget]) -> None:
        self._application = application
        self._painted = False
        paint = kind.paintEvent

        def paint_and_note(widget: Any, event: Any) -> None:
            paint(widget, event)
            self._painted = True

        kind.paintEvent = paint_and_note  # type: ignore[method-assign]

    def seconds(self, act: Callable[[], object]) -> float:
        """How long it takes from *act* until what it shows is on screen."""
        self._painted = False
        start = time.perf_counter()
        act()
        while not self._painted:
            # Paint is a posted event; a timer, which comes after it, is not waited for.
            QCoreApplication.sendPostedEvents()
            if time.perf_counter() - start > LONGEST_SECONDS:
                sys.exit("never painted")
        return time.perf_counter() - start

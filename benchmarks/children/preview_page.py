"""Taps on the nurse's page: from the press until the page of another paper is painted; beside the bare typst picture.

Arguments: data folder, rounds. Prints JSON: the seconds of each, ``ours`` and ``floor``.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import typst
from _window import LONGEST_SECONDS, become_quiet, open_window
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication

from tpe_guide.app import Program
from tpe_guide.diary.demo import demo_diary
from tpe_guide.diary.store import DiaryStore
from tpe_guide.ui.nurse.paper_view import PaperView

PAPERS = ("letter", "a4")


class Recorded:
    """The compiler of typst, which remembers what it was made with and asked for."""

    def __init__(self, *arguments: object, **named: object) -> None:
        self.made = (arguments, named)
        self._compiler = COMPILER(*arguments, **named)  # type: ignore[arg-type]
        last[:] = [self]

    def compile(self, **named: object) -> object:
        self.asked = named
        return self._compiler.compile(**named)  # type: ignore[call-overload]

    def again(self) -> None:
        """Nothing but the picture of the same page, with what typst keeps of the one before."""
        arguments, named = self.made
        pages = COMPILER(*arguments, **named).compile(**self.asked)  # type: ignore[arg-type, call-overload]
        for page in pages if isinstance(pages, list) else [pages]:
            QImage.fromData(page)


COMPILER = typst.Compiler
last: list[Recorded] = []
typst.Compiler = Recorded  # type: ignore[misc, assignment]


def main(folder: Path, rounds: int) -> dict[str, list[float]]:
    with DiaryStore.create(folder, None) as store:
        store.import_diary(demo_diary(dt.date.today()), "demo")
    application, program = open_window("", folder)
    _press(program, "door-nurse")
    view = program.window.findChild(PaperView)
    assert view is not None
    become_quiet(application)
    found: dict[str, list[float]] = {"ours": [], "floor": []}
    for number in range(2 * rounds):
        # The first of each paper is the first of its kind: what typst keeps of it serves the rest, as it does a nurse.
        seconds = _until_painted(application, program, view, f"paper-{PAPERS[number % 2]}")
        become_quiet(application)
        start = time.perf_counter()
        last[0].again()
        floor = time.perf_counter() - start
        become_quiet(application)
        if number >= len(PAPERS):
            found["ours"].append(seconds)
            found["floor"].append(floor)
    return found


def _until_painted(application: QApplication, program: Program, view: PaperView, name: str) -> float:
    """From the press until the new page is on screen."""
    sheet: Any = view.widget()
    shown = sheet.picture
    start = time.perf_counter()
    _press(program, name)
    while sheet.picture is shown:
        application.processEvents()
        if time.perf_counter() - start > LONGEST_SECONDS:
            sys.exit("never made")
    sheet.repaint()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return time.perf_counter() - start


def _press(program: Program, name: str) -> None:
    button = program.window.findChild(QAbstractButton, name)
    assert button is not None
    button.click()


print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]))))

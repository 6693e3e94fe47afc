"""Taps on the nurse's page: from the press until a page that was never shown is painted; beside the bare typst picture.

Each tap leaves out a part, or takes one in, so that no two pages are the same. ``ours``: after the moment that it takes
to look at the page before; ``at_once``: with nothing made ahead. Arguments: data folder, rounds. Prints JSON: seconds.
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
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication

from tpe_guide.app import Program
from tpe_guide.diary.demo import demo_diary
from tpe_guide.diary.store import DiaryStore
from tpe_guide.summary.request import PARTS
from tpe_guide.ui.nurse.made_ahead import MadeAhead
from tpe_guide.ui.nurse.paper_view import PaperView


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
        """Nothing but the picture of the same page, set anew: typst keeps nothing from one compiler to the next."""
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
    _press(program, "choose-shown")
    found: dict[str, list[float]] = {"ours": [], "at_once": [], "floor": []}
    for number in range(1, 2 * rounds + 1):
        kind = "ours" if number % 2 else "at_once"
        _look_at(application, program.diary.summary.ahead)
        if kind == "at_once":
            program.diary.summary.ahead.forget()
        found[kind].append(_until_painted(application, program, view, f"part-{PARTS[_turn_of(number)]}"))
        become_quiet(application)
        start = time.perf_counter()
        last[0].again()
        found["floor"].append(time.perf_counter() - start)
    return found


def _turn_of(number: int) -> int:
    """Which part the tap *number* toggles, so that each state comes once: its lowest bit, as in a Gray code."""
    return (number & -number).bit_length() - 1


def _look_at(application: QApplication, ahead: MadeAhead) -> None:
    """A nurse looks at the page, for a second or two."""
    deadline = time.perf_counter() + LONGEST_SECONDS
    while ahead.busy and time.perf_counter() < deadline:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)


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

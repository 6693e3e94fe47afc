"""Types queries into the search screen, from key to painted rows; beside a bare list that is filled with as many.

Arguments: data folder; every how manieth query is typed.
Prints JSON: seconds of each keystroke, ``ours`` and ``floor``.
"""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path

from _window import Stopwatch, become_quiet, open_window
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QListWidget

from tpe_guide.navigation import Locator
from tpe_guide.ui.kit import field

LAY_WORDS = ("tingly", "pins and needles", "plex", "washing blood", "drip", "how long does it take", "plsama exchnage")


class PaintedLine(field.Line):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)


class BareList(QListWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)


def press(letter: str) -> None:
    QApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def fill(rows: list[str]) -> None:
    bare.clear()
    bare.addItems(rows)
    bare.viewport().update()


application, program = open_window("tingling", Path(sys.argv[1]))
# The screen, which is not imported yet, takes this one.
field.Line = PaintedLine  # type: ignore[misc]
ours, floor = Stopwatch(application, PaintedLine), Stopwatch(application, BareList)
program.session.go(Locator("search"))
from tpe_guide.ui.search.result_list import ResultList  # noqa: E402

bare = BareList()
bare.resize(program.window.size())
bare.show()
program.window.activateWindow()
become_quiet(application)
screen = program.window.screen_shown
line, results = screen.findChild(PaintedLine), screen.findChild(ResultList)
queries = [*LAY_WORDS, *(program.library.page_title(page) for page in program.library.order)][:: int(sys.argv[2])]
found: dict[str, list[float]] = {"ours": [], "floor": []}
for query in queries:
    line.clear()
    become_quiet(application)
    for letter in query:
        found["ours"].append(ours.seconds(partial(press, letter)))
        application.processEvents()
        rows = [f"{row.text()}\n{row.accessibleDescription()}" for row in results.rows]
        found["floor"].append(floor.seconds(partial(fill, rows)))
        application.processEvents()
print(json.dumps(found))

"""Uses the program in a real window by real keys, step by step, as a person who hears it does.

``STEPS`` are one to a line: ``place log``, ``place page tingling``, ``key F9``, ``real KP_Add``, ``press NAME`` (the
keyboard is brought there, then Space; ``*`` stands for any letters). Each is written into the file ``HEARD`` as
``== STEP`` before it is done; the voice writes there too what it says.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections import deque
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from tpe_guide.app import Program
from tpe_guide.navigation import Locator
from tpe_guide.policy import HOME
from tpe_guide.settings import Settings
from tpe_guide.ui.shell.application import make_application

READER_IS_READY_MS = 5000
TO_LISTEN_MS = 4500
"""For each step: what it brings is said by then."""


class Hands(QObject):
    """Does the steps, and ends the program after the last."""

    def __init__(self, program: Program, steps: list[str], heard: Path, end: Any) -> None:
        super().__init__()
        self._program, self._steps, self._heard, self._end = program, deque(steps), heard, end
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._go_on)
        self._next.start(READER_IS_READY_MS)

    def _go_on(self) -> None:
        if not self._steps:
            self._end(0)
            return
        step = self._steps.popleft()
        with self._heard.open("a", encoding="utf-8") as file:
            print(f"== {step}", file=file)
        kind, __, what = step.partition(" ")
        try:
            {"place": self._place, "press": self._press, "key": self._key, "real": self._real}[kind](what)
        except Exception:
            self._end(1)
            raise
        self._next.start(TO_LISTEN_MS)

    def _place(self, place: str) -> None:
        self._program.session.go(Locator(*place.split()))  # type: ignore[arg-type]

    def _press(self, name: str) -> None:
        found = self._program.window.findChildren(QAbstractButton)
        button = next(each for each in reversed(found) if each.isVisible() and fnmatch(each.objectName(), name))
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, Qt.Key.Key_Space)

    def _real(self, keys: str) -> None:
        """One that the screen reader takes for itself: it comes from the screen."""
        subprocess.Popen(["xdotool", "key", keys])

    def _key(self, keys: str) -> None:
        window, key = self._program.window, QKeySequence(keys)[0]  # type: ignore[index]  # the stubs know no operator
        QTest.keyClick(window.focusWidget() or window, key.key(), key.keyboardModifiers())


def main() -> int:
    application = make_application()
    program = Program(HOME, data_dir=Path(os.environ["DATA"]), chosen=Settings(motion="still"))
    program.window.resize(1240, 860)
    program.window.show()
    program.window.activateWindow()
    hands = Hands(program, os.environ["STEPS"].splitlines(), Path(os.environ["HEARD"]), application.exit)
    hands.setParent(program.window)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())

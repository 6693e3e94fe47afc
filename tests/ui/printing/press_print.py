"""Opens the program on a made-up diary, prints the nurse's page or a picture, and writes what is said, a line each.

A line is the seconds since the press, a tab, and the sentence. The program ends with the first sentence, or, given
words, once each of them was said. With ``urgent`` as the button, Print and then the key of Urgent help are pressed:
how long that took is a line, too. Run as a program of its own: CUPS reads its server from the environment once in a
process.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from tpe_guide.app import Program
from tpe_guide.diary.demo import demo_diary
from tpe_guide.diary.store import DiaryStore
from tpe_guide.navigation import Locator
from tpe_guide.pictures.registry import PICTURES
from tpe_guide.policy import HOME
from tpe_guide.ui.nurse.nurse import NursePage
from tpe_guide.ui.nurse.paper_view import PaperView
from tpe_guide.ui.shell.application import make_application

_PATIENCE_SECONDS = 90


def main(data_dir: Path, paper: str, button: str, now: dt.datetime, *words: str) -> None:
    application = make_application()
    with DiaryStore.create(data_dir, None) as store:
        store.import_diary(demo_diary(now.date()), "demo")
    program = Program(HOME, data_dir=data_dir, now=lambda: now)
    program.window.resize(1440, 900)
    program.window.show()
    application.processEvents()
    said: list[str] = []
    press = 0.0

    def tell(sentence: str) -> None:
        said.append(sentence)
        sys.stdout.write(f"{time.monotonic() - press:.2f}\t{sentence}\n")
        sys.stdout.flush()

    program.messages.said.connect(lambda sentence, _icon: tell(sentence))
    if button in PICTURES:
        program.session.go(Locator(button))
        application.processEvents()
        press = time.monotonic()
        _press(program, "print-sheet")
    else:
        _press(program, "door-nurse")
        until = time.monotonic() + _PATIENCE_SECONDS
        while not _preview(program) and time.monotonic() < until:
            application.processEvents()
        _press(program, f"paper-{paper}")
        press = time.monotonic()
        _press(program, "print" if button == "urgent" else button)
    if button == "urgent":
        QTest.keyClick(program.window, Qt.Key.Key_F9)
        application.processEvents()
        assert program.session.locator.place == "urgent"
        tell("Urgent help is open")
    until = time.monotonic() + _PATIENCE_SECONDS
    while not _all_said(said, words) and time.monotonic() < until:
        application.processEvents()
        for printer in program.window.findChildren(QAbstractButton, "printer"):
            printer.click()  # the usual one comes first
            application.processEvents()
            break
    program.window.close()


def _all_said(said: list[str], words: tuple[str, ...]) -> bool:
    return bool(said) and all(any(each in sentence for sentence in said) for each in words)


def _press(program: Program, name: str) -> None:
    button = program.window.findChild(QAbstractButton, name)
    assert button is not None
    button.click()


def _preview(program: Program) -> str:
    screen = program.window.screen_shown
    assert isinstance(screen, NursePage)
    view = screen.findChild(PaperView)
    return view.accessibleName() if view is not None else ""


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], dt.datetime.fromisoformat(sys.argv[4]), *sys.argv[5:])

"""Opens the program on a made-up diary, prints the nurse's page or a picture, and tells what was said.

Run as a program of its own: CUPS reads its server from the environment once in a process.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton

from tpe_guide.app import Program, make_application
from tpe_guide.diary.demo import demo_diary
from tpe_guide.diary.store import DiaryStore
from tpe_guide.navigation import Locator
from tpe_guide.pictures.registry import PICTURES
from tpe_guide.policy import HOME
from tpe_guide.ui.nurse.nurse import NursePage
from tpe_guide.ui.nurse.paper_view import PaperView
from tpe_guide.ui.shell.banner import Banner

_PATIENCE_SECONDS = 30


def main(data_dir: Path, paper: str, button: str, now: dt.datetime) -> None:
    application = make_application()
    with DiaryStore.create(data_dir, None) as store:
        store.import_diary(demo_diary(now.date()), "demo")
    program = Program(HOME, data_dir=data_dir, now=lambda: now)
    program.window.resize(1440, 900)
    program.window.show()
    application.processEvents()
    if button in PICTURES:
        program.session.go(Locator(button))
        application.processEvents()
        _press(program, "print-sheet")
    else:
        _press(program, "door-nurse")
        until = time.monotonic() + _PATIENCE_SECONDS
        while not _preview(program) and time.monotonic() < until:
            application.processEvents()
        _press(program, f"paper-{paper}")
        _press(program, button)
    until = time.monotonic() + _PATIENCE_SECONDS
    while (banner := program.window.findChild(Banner)) is None and time.monotonic() < until:
        application.processEvents()
        for printer in program.window.findChildren(QAbstractButton, "printer"):
            printer.click()  # the usual one comes first
            application.processEvents()
            break
    sys.stdout.write((banner.accessibleName() if banner is not None else "") + "\n")
    program.window.close()


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
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], dt.datetime.fromisoformat(sys.argv[4]))

"""The program as one at home opens it, in a real window of the size and with the letters that the environment names.

Beside it a look from within, which no hand of a test uses to find its way: whenever a file ``look`` lies in the folder
``LOOK``, it is taken away, and all that is cut or out of the window now is written to ``seen`` there.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from tests.ui.test_fit import faults
from tpe_guide.app import Program
from tpe_guide.diary.demo import demo_diary
from tpe_guide.diary.store import DiaryStore
from tpe_guide.policy import HOME
from tpe_guide.settings import Settings
from tpe_guide.ui.shell.application import make_application

LOOKS_MS = 50
PANNED = ("PaperView", "_Sheet")
"""The picture of a printed page is as large as its letters, and is moved in its frame: as ``ui/stops`` has it."""


def look(program: Program, folder: Path) -> None:
    """Tell what is cut, if that is wanted."""
    wanted = folder / "look"
    if wanted.exists():
        wanted.unlink()
        part = folder / "seen.part"
        cut = [fault for fault in faults(program) if not fault.startswith(PANNED)]
        part.write_text(json.dumps(cut), encoding="utf-8")
        part.rename(folder / "seen")


def main() -> int:
    """Until the driver ends it."""
    application = make_application()
    now = dt.datetime.fromisoformat(os.environ["NOW"])
    data = Path(os.environ["DATA"])
    if diary := os.environ["DIARY"]:
        with DiaryStore.create(data, None) as store:
            if diary == "demo":
                store.import_diary(demo_diary(now.date()), "demo")
    chosen = Settings(motion="still", text_percent=int(os.environ["PERCENT"]))
    program = Program(HOME, data_dir=data, page=os.environ["PAGE"], chosen=chosen, now=lambda: now, text_first=True)
    width, __, height = os.environ["SIZE"].partition("x")
    program.window.resize(int(width), int(height))
    program.window.show()
    program.window.activateWindow()
    program.make_ring(application)
    folder = Path(os.environ["LOOK"])
    timer = QTimer(program.window)
    timer.timeout.connect(lambda: look(program, folder))
    timer.start(LOOKS_MS)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())

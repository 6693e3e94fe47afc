"""Reads a page some way down and says where, once that is on disk; then stays open until it is killed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer

from tpe_guide import settings
from tpe_guide.app import Program
from tpe_guide.policy import HOME
from tpe_guide.settings import Settings
from tpe_guide.ui.reading.reading_view import ReadingView
from tpe_guide.ui.shell.application import make_application

PAGE = "swap-not-clean"


def main(data_dir: Path) -> int:
    """Needs the folder in which settings are kept."""
    application = make_application()
    program = Program(HOME, data_dir=data_dir, page=PAGE, chosen=Settings(depth="full"))
    program.window.resize(1440, 900)
    program.window.show()
    application.processEvents()
    view = program.window.findChild(ReadingView, "reading-view")
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() * 2 // 3)
    look = QTimer()
    look.setInterval(20)

    def say_once_kept() -> None:
        place = str(view.place)
        if place and settings.load(data_dir / "settings.json").last_place == place:
            look.stop()
            print(place, flush=True)

    look.timeout.connect(say_once_kept)
    look.start()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

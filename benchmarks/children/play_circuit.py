"""What the circuit costs. Arguments: data folder, seconds to play.

Prints JSON: by variant, processor seconds for a second on the clock playing, the same paused, frames a second.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from _window import become_quiet, open_window
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tpe_guide.app import Program
from tpe_guide.navigation import Locator
from tpe_guide.pictures.circuit.variant import Variant
from tpe_guide.ui.pictures.circuit.page import CircuitPage
from tpe_guide.ui.pictures.circuit.view import CircuitView

SHOWN = (Variant(), Variant("line", "filter", "donor-plasma"))


def main(data_dir: Path, seconds: float) -> None:
    """Measure and print."""
    application, program = open_window("", data_dir)
    program.session.set_motion("moving")
    print(json.dumps(_play(application, program, seconds)))


def _play(application: QApplication, program: Program, seconds: float) -> dict[str, list[float]]:
    program.session.go(Locator("circuit"))
    page = program.window.screen_shown
    assert isinstance(page, CircuitPage)
    frames = _count_frames()
    found = {}
    for variant in SHOWN:
        for option in variant:
            page.choose(option)
        page.pause()
        become_quiet(application)
        page.play()
        frames.clear()
        playing = _share(application, seconds)
        painted = len(frames) / seconds
        page.pause()
        become_quiet(application)
        found[" ".join(variant)] = [playing, _share(application, seconds / 2), painted]
    return found


def _count_frames() -> list[None]:
    frames: list[None] = []
    paint = CircuitView.paintEvent

    def paint_and_count(view: CircuitView, event: object) -> None:
        paint(view, event)  # type: ignore[arg-type]
        frames.append(None)

    CircuitView.paintEvent = paint_and_count  # type: ignore[method-assign, assignment]
    return frames


def _share(application: QApplication, seconds: float) -> float:
    """Processor time for each second on the clock."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    used, start = time.process_time(), time.perf_counter()
    loop.exec()
    return (time.process_time() - used) / (time.perf_counter() - start)


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))

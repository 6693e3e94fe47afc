"""The nurse's page: as it is printed, what it shows, and scanned from paper."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tpe_guide.navigation import Locator
from tpe_guide.ui.tour.stage import NOW, NoPrinter, Stage, child

_TYPESET_SECONDS = 0.4


def nurse(stage: Stage) -> QWidget:
    """The page of the demo diary."""
    program = stage.open("open")
    diary = program.diary
    # Whatever printer this computer has is nobody's business.
    diary.printer = NoPrinter(diary.summary, program.messages, diary)
    diary.summary.set_paper("a4")
    program.session.go(Locator("nurse"))
    stage.settle(_TYPESET_SECONDS)
    return program.window


def nurse_shown(stage: Stage) -> QWidget:
    """Which days and parts it shows."""
    window = nurse(stage)
    stage.press(window, "choose-shown", "days-last", "part-questions")
    stage.settle(_TYPESET_SECONDS)
    return window


def nurse_scan(stage: Stage) -> QWidget:
    """A square was read, and then something that is none."""
    from tpe_guide.diary import exchange, on_paper
    from tpe_guide.diary.demo import demo_diary
    from tpe_guide.ui.nurse.scan_field import ScanField

    window = nurse(stage)
    stage.press(window, "source-scan")
    data = exchange.dumps(demo_diary(NOW.date()), exported_at=NOW, app="")
    child(window, ScanField, "scan-field").typed.emit(f"{on_paper.squares(data)[0]}\n4006381333931\n")
    stage.settle()
    return window

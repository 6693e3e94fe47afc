"""The nurse's page: as it is printed, what it shows, scanned from paper, and of several patients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tpe_guide.navigation import Locator
from tpe_guide.ui.tour.stage import NOW, NoPrinter, Stage, child

if TYPE_CHECKING:
    from tpe_guide.ui.nurse.summary_state import SummaryState

_TYPESET_SECONDS = 0.4
_READ_SECONDS = 10


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


def nurse_files(stage: Stage) -> QWidget:
    """A ward's files, one of them shown, two that do not open."""
    window, summary = _ward(stage)
    summary.show_file(summary.files.opening[0])
    summary.chosen.finish(_READ_SECONDS)
    stage.settle(_TYPESET_SECONDS)
    return window


def nurse_all(stage: Stage) -> QWidget:
    """All of them at once: what that will do."""
    window, _summary = _ward(stage)
    stage.press(window, "all-files")
    stage.settle()
    return window


def _ward(stage: Stage) -> tuple[QWidget, SummaryState]:
    from tpe_guide.diary import exchange
    from tpe_guide.diary.demo import demo_diary

    program = stage.open("open")
    diary = program.diary
    diary.printer = NoPrinter(diary.summary, program.messages, diary)
    diary.summary.set_paper("a4")
    program.session.go(Locator("nurse"))
    data = exchange.dumps(demo_diary(NOW.date()), exported_at=NOW, app="")
    files = {f"bed-{number}": data for number in (2, 4, 5)}
    files |= {"bed-7": data[:400], "bed-9": data.replace(b'"version": 1', b'"version": 9', 1)}
    ward = stage.folder("ward")
    for name, part in files.items():
        (ward / f"{name}.tpediary.json").write_bytes(part)
    diary.summary.open_files([ward])
    diary.summary.files.finish(_READ_SECONDS)
    stage.settle()
    return program.window, diary.summary

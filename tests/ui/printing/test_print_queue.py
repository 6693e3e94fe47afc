"""From the nurse's door to the bytes a printer gets, through a real print queue. ``make proofs`` installs it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tests.conftest import A_THURSDAY_MORNING
from tests.scan_line import scan_line
from tests.ui.printing.driverless import DriverlessPrinter, driverless_printer, what_keeps_it_away
from tests.ui.printing.private_cups import QUEUE, PrivateQueue, private_queue, what_is_missing
from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.demo import demo_diary
from tpe_guide.guide.library import load_compiled
from tpe_guide.pictures.drawing.words import DrawingWords
from tpe_guide.pictures.rehearsal.moments import RehearsalWords
from tpe_guide.pictures.rehearsal.plan import Plan
from tpe_guide.summary import sheet, typeset
from tpe_guide.summary.build import build
from tpe_guide.summary.papers import Paper
from tpe_guide.summary.rehearsal_sheet import rehearsal_sheet

PRESS_PRINT = Path(__file__).with_name("press_print.py")
FINE_PPI = 600
DOTS = 8
"""Dots to a pixel when two pages are compared."""
POINTS = {"a4": (595, 842), "letter": (612, 792)}

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(what_is_missing()), reason=what_is_missing())]


@pytest.mark.parametrize(
    ("paper", "button"), [("a4", "print"), ("letter", "print"), ("a4", "choose-printer")], ids=lambda value: value
)
def test_the_printed_page_is_the_typeset_page(tmp_path: Path, paper: Paper, button: str) -> None:
    with private_queue(tmp_path / "cups", sheet="A4" if paper == "a4" else "Letter") as queue:
        said = press_print(queue, tmp_path / "data", paper, button)
        printed = queue.printed()
    assert said == f"Sent 1 page to {QUEUE}, job 1."
    with pikepdf.open(printed) as pdf:
        (page,) = pdf.pages
        left, bottom, right, top = (float(value) for value in page.mediabox)
        assert (right - left, top - bottom) == pytest.approx(POINTS[paper], abs=2)

    assert_same(rendered(printed, tmp_path), typeset_at(paper))


def test_the_printed_picture_is_the_typeset_sheet(tmp_path: Path) -> None:
    with private_queue(tmp_path / "cups", sheet="A4") as queue:
        said = press_print(queue, tmp_path / "data", "a4", "rehearsal")
        printed = queue.printed()
    assert said == f"Sent 2 pages to {QUEUE}, job 1."
    moments = RehearsalWords(load_compiled("rehearsal", "en"))
    made = rehearsal_sheet(moments, DrawingWords({}), Plan(), "arm-veins", "en", by_unit=False)
    page, __ = sheet.to_png(made, A_THURSDAY_MORNING, "a4", FINE_PPI)  # its sources are on the back
    assert_same(rendered(printed, tmp_path), QImage.fromData(page))


def test_a_queue_that_rejects_jobs_was_not_sent_the_page(tmp_path: Path) -> None:
    with private_queue(tmp_path / "cups") as queue:
        queue.run("cupsreject", QUEUE)
        said = press_print(queue, tmp_path / "data", "a4", "print")
        assert queue.jobs() == ""
    assert said == f"{QUEUE} did not take the page. You can save it as a PDF instead."


def test_a_stopped_queue_keeps_the_page_and_that_is_said(tmp_path: Path) -> None:
    with private_queue(tmp_path / "cups") as queue:
        queue.run("cupsdisable", QUEUE)
        said = press_print(queue, tmp_path / "data", "a4", "print")
        assert queue.jobs().startswith(f"{QUEUE}-1 ")
    assert said == f"{QUEUE} has your page, but is stopped. It prints when somebody starts it again."


def test_a_printer_out_of_paper_keeps_the_page_and_that_is_said(tmp_path: Path) -> None:
    with private_queue(tmp_path / "cups", wants_paper=True) as queue:
        first = press_print(queue, tmp_path / "one", "a4", "print")
        queue.wait_for_paper_alert()
        said = press_print(queue, tmp_path / "two", "a4", "print")
    assert first.startswith(("Sent 1 page", f"{QUEUE} has your page, but is out of paper."))
    assert said == f"{QUEUE} has your page, but is out of paper. It prints when paper is in."


class TestDriverless:
    """A printer that tells itself what it can: no PPD."""

    pytestmark = pytest.mark.skipif(bool(what_keeps_it_away()), reason=what_keeps_it_away())

    @pytest.fixture
    def printer(self, tmp_path: Path) -> Iterator[DriverlessPrinter]:
        with driverless_printer(tmp_path / "printer") as printer:
            yield printer

    @pytest.fixture
    def queue(self, printer: DriverlessPrinter, tmp_path: Path) -> Iterator[PrivateQueue]:
        with private_queue(tmp_path / "cups", driverless=printer.uri) as queue:
            yield queue

    @pytest.mark.parametrize("paper", ["a4", "letter"])
    def test_the_printed_page_is_the_typeset_page(
        self, queue: PrivateQueue, printer: DriverlessPrinter, tmp_path: Path, paper: Paper
    ) -> None:
        said = press_print(queue, tmp_path / "data", paper, "print")
        assert said == f"Sent 1 page to {QUEUE}, job 1."
        queue.wait_until_done()
        with pikepdf.open(printer.printed) as pdf:
            (page,) = pdf.pages
            left, bottom, right, top = (float(value) for value in page.mediabox)
            assert (right - left, top - bottom) == pytest.approx(POINTS[paper], abs=2)
        assert_same(rendered(printer.printed, tmp_path), typeset_at(paper))

    def test_one_without_paper_prints_once_there_is_some(
        self, queue: PrivateQueue, printer: DriverlessPrinter, tmp_path: Path
    ) -> None:
        """ippeveprinter only warns that a tray is empty, so for a while that is all we know."""
        printer.has_paper(False)
        pressed = Pressed(queue.environment, tmp_path / "data", "a4", "print", "no longer waits")
        pressed.hears("It may be out of paper.")
        assert queue.jobs().startswith(f"{QUEUE}-1 ")
        printer.has_paper(True)
        pressed.hears("no longer waits")
        pressed.ends()
        assert pressed.sentences == [
            f"Sent 1 page to {QUEUE}, job 1.",
            f"{QUEUE} has your page, but has not printed it yet. It may be out of paper.",
            f"Your page no longer waits at {QUEUE}. Please look if it was printed.",
        ]
        assert queue.jobs() == ""

    def test_one_that_is_off_gets_the_page_when_it_is_on_again(
        self, queue: PrivateQueue, printer: DriverlessPrinter, tmp_path: Path
    ) -> None:
        printer.switch_off()
        pressed = Pressed(queue.environment, tmp_path / "data", "a4", "print", "goes on printing")
        pressed.hears("cannot be reached now")
        printer.has_paper(False)
        printer.switch_on()
        pressed.hears("goes on printing")
        pressed.ends()
        assert pressed.sentences == [
            f"Sent 1 page to {QUEUE}, job 1.",
            f"{QUEUE} cannot be reached now. Your page waits for it on this computer.",
            f"{QUEUE} goes on printing.",
        ]

    def test_one_that_never_answers_is_not_said_to_have_printed(
        self, queue: PrivateQueue, printer: DriverlessPrinter, tmp_path: Path
    ) -> None:
        printer.fall_silent()
        pressed = Pressed(queue.environment, tmp_path / "data", "a4", "print", "has not printed it yet")
        pressed.hears("has not printed it yet")
        pressed.ends()
        assert pressed.sentences == [
            f"Sent 1 page to {QUEUE}, job 1.",
            f"{QUEUE} has your page, but has not printed it yet.",
        ]

    def test_a_stopped_one_keeps_the_page(self, queue: PrivateQueue, tmp_path: Path) -> None:
        queue.run("cupsdisable", QUEUE)
        said = press_print(queue, tmp_path / "data", "a4", "print")
        assert said == f"{QUEUE} has your page, but is stopped. It prints when somebody starts it again."

    def test_one_that_refuses_the_page_stops_its_queue(
        self, queue: PrivateQueue, printer: DriverlessPrinter, tmp_path: Path
    ) -> None:
        shutil.rmtree(tmp_path / "printer/spool")  # it cannot keep what it is given
        pressed = Pressed(queue.environment, tmp_path / "data", "a4", "print", "is stopped")
        pressed.hears("is stopped")
        pressed.ends()
        assert queue.jobs().startswith(f"{QUEUE}-1 ")


def test_silence_is_said_within_three_seconds_and_urgent_help_opens_meanwhile(tmp_path: Path) -> None:
    with socket.create_server(("localhost", 0)) as silent:
        environment = os.environ | {"CUPS_SERVER": f"localhost:{silent.getsockname()[1]}"}
        pressed = Pressed(environment, tmp_path / "data", "a4", "urgent", "does not answer")
        pressed.hears("does not answer")
        pressed.ends()
    urgent, silence = pressed.seconds
    assert pressed.sentences[0] == "Urgent help is open"
    assert urgent < 1
    assert 2.9 < silence < 4, "three seconds, and what two busy cores take to wake up"


def test_a_print_system_that_accepts_and_never_answers_is_said_and_nothing_was_sent(tmp_path: Path) -> None:
    with socket.create_server(("localhost", 0)) as silent:
        server = f"localhost:{silent.getsockname()[1]}"
        environment = os.environ | {"CUPS_SERVER": server}
        said = press_print_in(environment, tmp_path / "data", "a4", "print")
        doctor = subprocess.run(
            [sys.executable, "-m", "tpe_guide", "doctor", "--data-dir", str(tmp_path / "data")],
            env=environment | {"QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
    assert said.startswith("The print system of this computer does not answer. Nothing was sent.")
    assert "printers: the print system does not answer" in doctor.stdout


class Pressed:
    """The program, in a process that knows of no other printers, after *button* was pressed; what it says."""

    def __init__(self, environment: dict[str, str], data_dir: Path, paper: str, button: str, *words: str) -> None:
        command = [sys.executable, str(PRESS_PRINT), str(data_dir), paper, button, A_THURSDAY_MORNING.isoformat()]
        environment = environment | {"QT_QPA_PLATFORM": "offscreen"}
        self._process = subprocess.Popen([*command, *words], env=environment, stdout=subprocess.PIPE, text=True)
        self.sentences: list[str] = []
        self.seconds: list[float] = []

    def hears(self, words: str) -> str:
        """The next sentence with *words*; fails where the program ends without it."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            seconds, __, sentence = line.rstrip("\n").partition("\t")
            self.seconds.append(float(seconds))
            self.sentences.append(sentence)
            if words in sentence:
                return sentence
        raise AssertionError(f"nothing of {words!r}: {self.sentences}")

    def ends(self) -> None:
        """Wait for it."""
        self._process.communicate(timeout=120)
        assert self._process.returncode == 0


def press_print(queue: PrivateQueue, data_dir: Path, paper: str, button: str) -> str:
    """Print from the program. Returns what it said first."""
    return press_print_in(queue.environment, data_dir, paper, button)


def press_print_in(environment: dict[str, str], data_dir: Path, paper: str, button: str) -> str:
    """Print from the program in *environment*."""
    pressed = Pressed(environment, data_dir, paper, button)
    said = pressed.hears("")
    pressed.ends()
    return said


def rendered(pdf: Path, folder: Path) -> QImage:
    """What a person would see of the first page of *pdf*."""
    out = folder / "printed.png"
    command = ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-dLastPage=1", "-sDEVICE=pnggray", f"-r{FINE_PPI}"]
    command += [f"-sOutputFile={out}", str(pdf)]
    subprocess.run(command, check=True, capture_output=True)
    return QImage(str(out))


def typeset_at(paper: Paper) -> QImage:
    """The page that should have been printed."""
    diary = demo_diary(A_THURSDAY_MORNING.date())
    report = build(diary, Catalogue.load("en"), printed_at=A_THURSDAY_MORNING)
    (page,) = typeset.to_png(report, paper, FINE_PPI)
    return QImage.fromData(page)


def assert_same(printed: QImage, page: QImage) -> None:
    """*printed* is *page*, and lies where it should. Small letters and thin lines, half a dot elsewhere, are 0.16."""
    aligned = nearest(printed, page)
    assert aligned < 0.2, "the printed page is not the typeset page"
    afar = seen_from_afar(printed)
    for across, down in ((2, 0), (-2, 0), (0, 2), (0, -2)):
        elsewhere = difference(afar, seen_from_afar(page), across, down)
        assert aligned < 0.5 * elsewhere, "the page lies elsewhere"


def nearest(printed: QImage, page: QImage) -> float:
    """How far *printed* is from *page*, where the two lie best on each other within a dot.

    The printer's sheet is 595 points wide and ours 595.28: the print system lays one on the middle of the other.
    """
    apart = []
    for across in (-1, 0, 1):
        for down in (-1, 0, 1):
            one = printed.copy(max(0, across), max(0, down), printed.width() - 1, printed.height() - 1)
            other = page.copy(max(0, -across), max(0, -down), page.width() - 1, page.height() - 1)
            apart.append(difference(seen_from_afar(one), seen_from_afar(other), 0, 0))
    return min(apart)


def seen_from_afar(page: QImage) -> QImage:
    """*page* in greys, several dots to a pixel: dots that lie half a dot elsewhere make no difference."""
    # A sheet of 595.28 points comes back as one of 595: whole pixels only, or the scales would differ.
    width, height = page.width() // DOTS * DOTS, page.height() // DOTS * DOTS
    return (
        page.copy(0, 0, width, height)
        .convertToFormat(QImage.Format.Format_Grayscale8)
        .scaled(
            width // DOTS,
            height // DOTS,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    )


def difference(one: QImage, other: QImage, across: int, down: int) -> float:
    """Ink that is in one picture and not in the other moved by so many pixels, as a share of all the ink."""
    width, height = min(one.width(), other.width()), min(one.height(), other.height())
    apart = ink = 0
    for row in range(4, height - 4):
        first = scan_line(one, row)[4 : width - 4]
        second = scan_line(other, row + down)[4 + across : width - 4 + across]
        apart += sum(abs(a - b) for a, b in zip(first, second, strict=True))
        ink += sum(255 - a for a in first)
    return apart / max(1, ink)

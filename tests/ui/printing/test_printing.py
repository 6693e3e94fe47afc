"""What reaches the printer is the typeset page: the same dots, life-size, black.

Here the printer is a PDF file of Qt's; test_print_queue sends the same page through a real queue.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from tests.conftest import A_THURSDAY_MORNING
from tests.scan_line import scan_line
from tests.ui.diaries import TODAY
from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.demo import demo_diary
from tpe_guide.errors import CannotRunHere
from tpe_guide.summary import typeset
from tpe_guide.summary.build import build
from tpe_guide.summary.papers import Paper
from tpe_guide.ui.printing import printing
from tpe_guide.ui.printing.usual_paper import usual_paper

POINTS = {"a4": (595.3, 841.9), "letter": (612.0, 792.0)}
DOTS = {"a4": (4961, 7016), "letter": (5100, 6600)}


@pytest.fixture
def tray(tmp_path: Path) -> Path:
    return tmp_path / "tray.pdf"


def printer_into(tray: Path, paper: Paper) -> QPrinter:
    printer = printing.printer_for(paper)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tray))
    return printer


@cache
def page_for(paper: Paper) -> QImage:
    report = build(demo_diary(TODAY), Catalogue.load("en"), printed_at=A_THURSDAY_MORNING)
    (page,) = typeset.to_png(report, paper, printing.PPI)
    return QImage.fromData(page)


def sheet_and_place(tray: Path) -> tuple[tuple[float, float], tuple[float, float, float, float]]:
    """The sheet in points, and where the picture lies on it: left, bottom, width, height."""
    with pikepdf.open(tray) as pdf:
        page = pdf.pages[0]
        matrix = pikepdf.Matrix()
        for operands, operator in pikepdf.parse_content_stream(page):  # type: ignore[misc]
            if str(operator) == "cm":
                matrix = pikepdf.Matrix(*(float(value) for value in operands)) @ matrix
            if str(operator) == "Do":
                break
        left, top, right, bottom = (float(value) for value in page.mediabox)
        area = matrix.transform(pikepdf.Rectangle(0, 0, 1, 1))
    return (right - left, bottom - top), (area.llx, area.lly, area.urx - area.llx, area.ury - area.lly)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_page_covers_the_sheet_life_size(qapp: QApplication, tray: Path, paper: Paper) -> None:
    printing.print_pages(printer_into(tray, paper), [page_for(paper)])
    sheet, (left, bottom, width, height) = sheet_and_place(tray)
    assert sheet == pytest.approx(POINTS[paper], abs=1)
    assert (left, bottom) == pytest.approx((0, 0), abs=1)
    assert (width, height) == pytest.approx(POINTS[paper], abs=1)


def test_every_dot_is_the_typeset_pages_and_black_or_white(qapp: QApplication, tray: Path) -> None:
    page = page_for("a4")
    printing.print_pages(printer_into(tray, "a4"), [page])
    with pikepdf.open(tray) as pdf:
        (picture,) = pdf.pages[0].Resources.XObject.values()
        assert (int(picture.Width), int(picture.Height)) == DOTS["a4"]
        printed = picture.read_bytes()
    black_or_white = page.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)
    dots = black_or_white.convertToFormat(QImage.Format.Format_Grayscale8)
    width, height = DOTS["a4"]
    assert set(printed) == {0, 255}
    assert printed == b"".join(scan_line(dots, row)[:width] for row in range(height))


def test_a_page_for_another_sheet_is_made_smaller_and_loses_nothing(qapp: QApplication, tray: Path) -> None:
    printer = printer_into(tray, "letter")
    printing.print_pages(printer, [page_for("a4")])
    (sheet_width, sheet_height), (left, bottom, width, height) = sheet_and_place(tray)
    assert (sheet_width, sheet_height) == pytest.approx(POINTS["letter"], abs=1)
    assert height == pytest.approx(sheet_height, abs=1)
    assert width / height == pytest.approx(POINTS["a4"][0] / POINTS["a4"][1], abs=0.002)
    assert left == pytest.approx((sheet_width - width) / 2, abs=1)
    assert bottom >= -1


def test_each_page_gets_a_sheet(qapp: QApplication, tray: Path) -> None:
    page = page_for("a4")
    printing.print_pages(printer_into(tray, "a4"), [page, page])
    with pikepdf.open(tray) as pdf:
        assert len(pdf.pages) == 2


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_a_sentence(qapp: QApplication, tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "no such folder" / "tray.pdf", "a4")
    with pytest.raises(CannotRunHere, match="save it as a PDF"):
        printing.print_pages(printer, [page_for("a4")])


def test_a_printer_that_is_not_there_is_no_file(qapp: QApplication) -> None:
    """Qt takes a name that it does not know for none, and would write a PDF somewhere."""
    with pytest.raises(CannotRunHere, match="GONE did not take the page"):
        printing.printer_for("a4", "GONE")


@pytest.mark.parametrize(
    ("language", "paper"), [("en_US", "letter"), ("es_MX", "letter"), ("en_GB", "a4"), ("de_DE", "a4"), ("C", "a4")]
)
def test_the_usual_paper_is_that_of_the_land(language: str, paper: Paper) -> None:
    assert usual_paper(QLocale(language)) == paper

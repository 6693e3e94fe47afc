"""Paper through Qt: the typeset pages on a printer, life-size, in black.

Pages go as pictures of one bit a dot, at the dots of a laser printer: pure black without the grey rim that a
printer would rasterise. Vectors were tried: QSvgRenderer draws a line about each glyph of typst's SVG, which makes
all text bold. QtPrintSupport is imported on use. Whatever asks the print system here waits as long as it likes: only
``qt_process`` calls that.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from tpe_guide.errors import CannotRunHere
from tpe_guide.i18n import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from tpe_guide.summary.papers import Paper

PPI = 600
"""Dots to the inch of a page as it is sent."""
_SHEETS: dict[Paper, QPageSize.PageSizeId] = {
    "a4": QPageSize.PageSizeId.A4,
    "letter": QPageSize.PageSizeId.Letter,
}
_ONE_BIT = Qt.ImageConversionFlag.MonoOnly | Qt.ImageConversionFlag.ThresholdDither


def usual_printer() -> str:
    """The name of the printer that this computer uses unless told otherwise; empty without one."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return QPrinterInfo.defaultPrinterName()


def printer_names() -> tuple[str, ...]:
    """All printers of this computer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return tuple(QPrinterInfo.availablePrinterNames())


def title() -> str:
    """What a job is called in the queue. It names no person."""
    return _("Plasma exchange summary")


def refused_by(printer: str) -> str:
    """It was asked, and has no job."""
    return _("{printer} did not take the page. You can save it as a PDF instead.").format(printer=printer)


def no_answer_of(printer: str) -> str:
    """The page was on its way, and nobody can tell how far it came."""
    words = _(
        "{printer} has not answered. It may have the page, or not: please look at the printer before you print again."
    )
    return words.format(printer=printer)


def printer_for(paper: Paper, name: str = "", job: str = "") -> QPrinter:
    """The printer *name*, or the usual one, set to whole sheets of *paper*, for a page that is called *job*.

    Raises CannotRunHere where there is none of that name: Qt would write a file in its place, and say nothing.
    """
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if name:
        printer.setPrinterName(name)
        if printer.printerName() != name or printer.outputFormat() != QPrinter.OutputFormat.NativeFormat:
            raise CannotRunHere(refused_by(name))
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setDocName(job)
    whole_sheet(printer, QPageSize(_SHEETS[paper]))
    return printer


def whole_sheet(printer: QPrinter, sheet: QPageSize) -> None:
    """Let what is drawn count from the corner of *sheet*, upright: the page brings its own margins."""
    layout = QPageLayout(sheet, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)


def print_pages(printer: QPrinter, pages: Sequence[QImage]) -> None:
    """Print *pages*, each PPI dots to the inch, one to a sheet. Raises CannotRunHere where the printer refuses."""
    from PySide6.QtPrintSupport import QPrinter

    whole_sheet(printer, printer.pageLayout().pageSize())
    painter = QPainter()
    if not painter.begin(printer):
        raise _refused(printer)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    went_well = True
    for number, page in enumerate(list(pages) * copies):
        if number:
            went_well = printer.newPage() and went_well
        dots = page.convertToFormat(QImage.Format.Format_Mono, _ONE_BIT)
        painter.drawImage(_place(printer, page), dots)
    went_well = painter.end() and went_well
    if not went_well or printer.printerState() in (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error):
        raise _refused(printer)


def _place(printer: QPrinter, page: QImage) -> QRectF:
    """Where *page* lies on the sheet, in the printer's dots: life-size from the corner, or made smaller to fit."""
    sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    size = QSizeF(page.size()) * (printer.resolution() / PPI)
    if size.width() <= sheet.width() * 1.01 and size.height() <= sheet.height() * 1.01:
        return QRectF(sheet.topLeft(), size)
    size.scale(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(sheet.topLeft(), size)
    place.moveCenter(sheet.center())
    return place


def _refused(printer: QPrinter) -> CannotRunHere:
    return CannotRunHere(refused_by(printer.printerName() or _("The printer")))

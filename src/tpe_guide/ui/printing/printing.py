"""Paper through Qt: the typeset pages on a printer, life-size, in black.

Pages go as pictures of one bit a dot, at the dots of a laser printer: pure black without the grey rim that a
printer would rasterise. Vectors were tried: QSvgRenderer draws a line about each glyph of typst's SVG, which makes
all text bold. QtPrintSupport is imported on use; asking for printers never happens before somebody wants to print.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from tpe_guide.errors import CannotRunHere
from tpe_guide.i18n import _
from tpe_guide.ui.printing import cups

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from tpe_guide.summary.typeset import Paper

PPI = 600
"""Dots to the inch of a page as it is sent."""
_SHEETS: dict[Paper, QPageSize.PageSizeId] = {
    "a4": QPageSize.PageSizeId.A4,
    "letter": QPageSize.PageSizeId.Letter,
}
_ONE_BIT = Qt.ImageConversionFlag.MonoOnly | Qt.ImageConversionFlag.ThresholdDither
_CUPS_OPTIONS = 0xFE00
"""PPK_CupsOptions of Qt's CUPS plugin (qcups_p.h): what its dialog keeps of pages and sides and the printer's own."""
_SLACK_POINTS = 6
"""Printer drivers round their sheets: so near is the same sheet."""


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


def can_be_told(printer: QPrinter) -> bool:
    """Whether what was chosen for *printer* can be said to the print system in its own words.

    On macOS the system's dialog keeps it to itself, and a page may go to a file or another program.
    """
    from PySide6.QtPrintSupport import QPrinter

    native = printer.outputFormat() == QPrinter.OutputFormat.NativeFormat
    return native and sys.platform != "darwin" and cups.is_there()


def options_of(printer: QPrinter) -> dict[str, str]:
    """What was chosen for *printer* in the dialog, as the print system calls it."""
    from PySide6.QtPrintSupport import QPrintEngine, QPrinter

    key = QPrintEngine.PrintEnginePropertyKey(_CUPS_OPTIONS)
    chosen = cups.options_in(printer.printEngine().property(key))
    sides = {
        QPrinter.DuplexMode.DuplexNone: "one-sided",
        QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
        QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
    }.get(printer.duplex())
    media = printer.pageLayout().pageSize().key()
    return {"media": media} | ({"sides": sides} if sides else {}) | chosen


def printer_for(paper: Paper, name: str = "") -> QPrinter:
    """The printer *name*, or the usual one, set to whole sheets of *paper*."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if name:
        printer.setPrinterName(name)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setDocName(title())
    whole_sheet(printer, QPageSize(_SHEETS[paper]))
    return printer


def whole_sheet(printer: QPrinter, sheet: QPageSize) -> None:
    """Let what is drawn count from the corner of *sheet*, upright: the page brings its own margins."""
    layout = QPageLayout(sheet, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)


def paper_in(printer: QPrinter, otherwise: Paper) -> Paper:
    """The paper that *printer* is set to, if the page can be typeset for it; else *otherwise*, to be fitted."""
    size = printer.pageLayout().pageSize().size(QPageSize.Unit.Point)
    for paper, sheet in _SHEETS.items():
        points = QPageSize(sheet).size(QPageSize.Unit.Point)
        if abs(points.width() - size.width()) + abs(points.height() - size.height()) <= _SLACK_POINTS:
            return paper
    return otherwise


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
    words = _("{printer} did not take the page. You can save it as a PDF instead.")
    return CannotRunHere(words.format(printer=printer.printerName() or _("The printer")))

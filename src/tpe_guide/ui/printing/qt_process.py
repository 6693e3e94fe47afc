"""What the process of ``through_qt`` does: it tells the printers, or gives pages to one. It may wait."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import cast

from PySide6.QtGui import QGuiApplication, QImage

from tpe_guide import terminal
from tpe_guide.errors import CannotRunHere, WrongUsage
from tpe_guide.summary.papers import Paper
from tpe_guide.ui.printing import printing, through_qt
from tpe_guide.ui.printing.cups import Printers

REFUSED = 1


def main(arguments: Sequence[str]) -> int:
    """Answer, in a process of its own. Returns the exit code."""
    _application = QGuiApplication(["tpe-guide"])
    return answer(arguments)


def answer(arguments: Sequence[str]) -> int:
    """Do what ``through_qt`` asks for. Returns the exit code."""
    match list(arguments):
        case ["printers"]:
            found = Printers(printing.usual_printer(), printing.printer_names())
            terminal.give_bytes(through_qt.printers_told(found).encode())
        case ["print", printer, paper, title]:
            pages = [QImage.fromData(page) for page in through_qt.unpacked(sys.stdin.buffer.read())]
            try:
                printing.print_pages(printing.printer_for(cast(Paper, paper), printer, title), pages)
            except CannotRunHere:
                return REFUSED
        case _:
            raise WrongUsage(through_qt.FLAG)
    return 0

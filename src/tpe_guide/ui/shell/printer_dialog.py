"""The system's own printer dialog. It opens and returns at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from tpe_guide.i18n import _
from tpe_guide.ui.kit.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter


def choose_printer(
    window: QWidget, theme: Theme, printer: QPrinter, chosen: Callable[[QPrinter], None]
) -> QPrintDialog:
    """Ask which printer and how; *printer* starts with its settings and reaches *chosen* with the answer."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

    dialog = QPrintDialog(printer, window)
    dialog.setObjectName("printer-dialog")
    dialog.setWindowTitle(_("Print the page"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setPalette(theme.palette)
    # A file made here would hold a picture of the page; “Save as PDF” makes one that can be read aloud.
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, False)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, False)
    dialog.accepted.connect(chosen)
    QDialog.open(dialog)
    return dialog

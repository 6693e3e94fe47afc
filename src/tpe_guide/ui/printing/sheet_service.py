"""A picture of the guide on paper, as the windows hold it: saved as PDF, or taken to a printer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QWidget

from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.printing.pdf_file import write_pdf
from tpe_guide.ui.printing.print_service import PrintService
from tpe_guide.ui.printing.saving import Saving
from tpe_guide.ui.printing.usual_paper import usual_paper

if TYPE_CHECKING:
    from tpe_guide.summary.papers import Paper
    from tpe_guide.summary.sheet import Sheet


class SheetService(QObject):
    """*make* gives the sheet of this moment. typst is imported on use. Survives a change of look."""

    def __init__(
        self,
        make: Callable[[], Sheet],
        file_name: str,
        messages: Messages,
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.paper: Paper = usual_paper(QLocale.system())
        self.page = 0
        self._make = make
        self._file_name = file_name
        self._messages = messages
        self._now = now
        self.printer = PrintService(self, messages, self)
        self._saving = Saving(messages, self)

    def save(self, window: QWidget, theme: Theme) -> None:
        """Ask where, and write the sheet there."""
        from tpe_guide.ui.shell.file_dialogs import save_pdf_file

        save_pdf_file(window, theme, self._file_name, self.save_pdf)

    def save_pdf(self, path: str) -> None:
        """Begin to write the sheet to *path*, whole or not at all; it is said when it is there."""
        from tpe_guide.summary import sheet

        try:
            made, now, paper = self._make(), self._now(), self.paper
        except TpeGuideError as error:
            self._messages.warn(error)
            return
        self._saving.save(lambda: self._write(path, sheet.to_pdf(made, now, paper)), self._on_saved)

    def _write(self, path: str, pdf: bytes) -> Path:
        """Beside the window."""
        return write_pdf(path, pdf)

    def _on_saved(self, target: Path) -> None:
        self._messages.inform(_("Saved as {path}.").format(path=target))

    def print(self, asker: QWidget) -> None:
        """Ask which printer, and print the sheet."""
        self.printer.choose(asker)

    def png(self, ppi: float, paper: Paper) -> Sequence[bytes]:
        """Each page as a picture, *ppi* pixels to the inch."""
        from tpe_guide.summary import sheet

        return sheet.to_png(self._make(), self._now(), paper, ppi)

    def pdf(self, paper: Paper) -> bytes:
        """All pages as a PDF."""
        from tpe_guide.summary import sheet

        return sheet.to_pdf(self._make(), self._now(), paper)

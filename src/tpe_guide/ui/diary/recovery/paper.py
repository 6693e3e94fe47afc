"""The recovery sheet on its way to paper: to a printer, by a pipe and never a file of ours, or to a PDF."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tpe_guide.diary import folder
from tpe_guide.errors import WrongUsage
from tpe_guide.i18n import _
from tpe_guide.ui.diary.diary_session import DiarySession
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.printing.pdf_file import write_pdf
from tpe_guide.ui.printing.sheet_service import SheetService

if TYPE_CHECKING:
    from tpe_guide.summary.sheet import Sheet

FILE_NAME = "recovery-sheet.pdf"


class RecoveryPaper(SheetService):
    """Of the diary that is open. The sheet is made at the press, and kept nowhere."""

    made = Signal()
    """A printer has taken it, or it is saved."""

    def __init__(
        self,
        diary_session: DiarySession,
        language: str,
        messages: Messages,
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(self._sheet, FILE_NAME, messages, now, parent)
        self._diary_session = diary_session
        self._language = language
        self.printer.finished.connect(self._on_printed)

    def _write(self, path: str, pdf: bytes) -> Path:
        """For its owner alone."""
        folder.refuse_part_of(Path(path))
        return write_pdf(path, pdf, private=True)

    def _on_saved(self, target: Path) -> None:
        """Say what such a file is."""
        words = _(
            "Saved as {path}. This file opens your diary. "
            "Print it, or move it to a memory stick. Do not leave it on this computer."
        )
        self._messages.inform(words.format(path=target))
        self.made.emit()

    def _sheet(self) -> Sheet:
        from tpe_guide.summary.recovery_sheet import recovery_sheet

        if not self._diary_session.is_open:  # a dialog may have been open for longer than the diary
            raise WrongUsage(_("Your diary is locked now. Open it, and try again."))
        return recovery_sheet(self._diary_session.store.unlocked.key, self._now().date(), self._language)

    def _on_printed(self) -> None:
        if self.printer.went_well:
            self.made.emit()

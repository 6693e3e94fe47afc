"""The whole guide as a booklet, saved from the window: made and written beside it, and said when it is whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QWidget

from tpe_guide.guide.library import Library
from tpe_guide.i18n import _
from tpe_guide.ui.kit.messages import Messages
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.printing.pdf_file import write_pdf
from tpe_guide.ui.printing.saving import Saving
from tpe_guide.ui.printing.usual_paper import usual_paper
from tpe_guide.ui.unit.unit_state import UnitState

if TYPE_CHECKING:
    from tpe_guide.handout.order import Order

_NAME = "tpe-guide"


class TakeHome(QObject):
    """*access* tells whose needles or line the drawings show. Survives a change of look."""

    def __init__(
        self,
        library: Library,
        unit: UnitState,
        access: Callable[[], str],
        messages: Messages,
        now: Callable[[], dt.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._unit = unit
        self._access = access
        self._now = now
        self._messages = messages
        self._saving = Saving(messages, self)

    def save_pdf(self, window: QWidget, theme: Theme) -> None:
        """Ask where, and write it there as PDF."""
        from tpe_guide.ui.shell.file_dialogs import save_pdf_file

        save_pdf_file(window, theme, f"{_NAME}.pdf", self.write_pdf)

    def save_epub(self, window: QWidget, theme: Theme) -> None:
        """Ask where, and write it there as EPUB."""
        from tpe_guide.ui.shell.file_dialogs import save_epub_file

        save_epub_file(window, theme, f"{_NAME}.epub", self.write_epub)

    def write_pdf(self, path: str) -> None:
        """Begin to make the booklet for paper; it appears at *path* whole or not at all."""
        self._write(path, "pdf")

    def write_epub(self, path: str) -> None:
        """The same for a phone or a reader."""
        self._write(path, "epub")

    def _write(self, path: str, to: str) -> None:
        from tpe_guide.handout.booklet import Wish
        from tpe_guide.handout.order import Order

        order = Order(to, Wish(access=self._access()), usual_paper(QLocale.system()))
        # What the unit says is read here: it belongs to the window.
        work = partial(_make, self._library.language, self._unit.words(), order, self._now(), path)
        self._saving.save(work, self._on_written, _("The booklet is being made. You can go on reading."))

    def _on_written(self, target: Path) -> None:
        self._messages.inform(_("Saved as {path}.").format(path=target))


def _make(language: str, unit: dict[str, str], order: Order, now: dt.datetime, path: str) -> Path:
    """Beside the window, with a guide of its own: that of the window reads pages as they are asked for."""
    from tpe_guide.handout.order import made

    data = made(Library.load(language), unit, order, now, lambda doing, number, count: None)
    return write_pdf(path, data, f".{order.to}")

"""A picture of each page of the guide from its title to its last line, drawn without a display."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tpe_guide.navigation import Locator
from tpe_guide.ui.reading.reading_view import ReadingView
from tpe_guide.ui.shell.main_window import MainWindow
from tpe_guide.ui.shell.session import Session
from tpe_guide.ui.tour.draw import make_folder, png, without_size_hints, write
from tpe_guide.ui.tour.stage import child

SIZE = (1024, 900)
"""px of the window; it grows with its page."""
TALLEST = 8_000
_SETTLE_SECONDS = 0.06
"""What stands about a page follows its text."""


def draw_pages(
    application: QApplication, window: MainWindow, session: Session, pages: Sequence[str], out: Path
) -> Iterator[Path]:
    """Write a picture of each of *pages* into the folder *out*: each file as it is there. Raises CannotWrite."""
    make_folder(out)
    with without_size_hints():
        window.resize(*SIZE)
        window.show()
        for number, page in enumerate(pages, start=1):
            session.go(Locator("page", page))
            window.resize(*SIZE)
            _settle(application)
            view = child(window, ReadingView, "reading-view")
            hidden = view.verticalScrollBar().maximum()
            window.resize(SIZE[0], min(TALLEST, window.height() + hidden))
            _settle(application)
            yield write(out / f"{number:02}-{page}.png", png(window.grab().toImage()))
        window.hide()


def _settle(application: QApplication) -> None:
    until = time.monotonic() + _SETTLE_SECONDS
    while time.monotonic() < until:
        application.processEvents()

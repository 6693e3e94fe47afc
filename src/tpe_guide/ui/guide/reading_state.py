"""What the person has read, as the windows hold it: which pages changed since, and what is written of it when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from tpe_guide.errors import TpeGuideError
from tpe_guide.guide.library import Library
from tpe_guide.guide.pace import seconds
from tpe_guide.navigation import Locator
from tpe_guide.paths import is_there
from tpe_guide.settings import Settings

if TYPE_CHECKING:
    from tpe_guide.guide.read_pages import PageChanges, ReadPages
    from tpe_guide.guide.reading_position import ReadingPosition
    from tpe_guide.ui.guide.reading_aloud import Heard

READ_PAGES_FILE = "read-pages.json"
KEEP_AFTER_MS = 800
"""After a page is turned: no page turn waits for the words of the last one to be kept."""


class ReadingState(QObject):
    """Keeps each page as it was read, in *path*; None: for as long as the window is open."""

    could_not_save = Signal(TpeGuideError)
    """Said once."""
    could_not_read = Signal(TpeGuideError)
    """What was kept is out of reach, or was set aside."""
    changed = Signal(str)
    """Other changes are to be told of this page than before."""
    all_told = Signal(str)
    """Of the guide of this version nothing is left to tell: the next start need not look."""

    def __init__(
        self,
        library: Library,
        path: Path | None,
        now: Callable[[], dt.datetime],
        told: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._all_told = told == library.version
        self._library = library
        self._path = path
        self._now = now
        self._kept: ReadPages | None = None
        self._waiting: list[str] = []
        self._failed = False
        self.heard: Heard | None = None
        """A page is read aloud whose screen is just being made anew."""
        self.ruled: tuple[str, ReadingPosition | None] = "", None
        """On which page a reading ruler stood when its screen went, and where."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(KEEP_AFTER_MS)
        self._soon.timeout.connect(self.save_now)

    def mark_read(self, page: str) -> None:
        """The page was read to its end as it is now."""
        self._waiting.append(page)
        self._soon.start()

    def seconds(self, at: Locator, choices: Settings) -> float:
        """What is shown at a place takes this reader so long; 0 where it is no page."""
        if at.place != "page":
            return 0.0
        return seconds(self._library.words(at.page, choices.depth), choices.paces)  # type: ignore[arg-type]

    def changes_of(self, page: str) -> PageChanges | None:
        """What changed on the page since it was read."""
        if not self._has_something_to_tell() or page in self._waiting:
            return None
        return self._pages.changes_of(self._library, page)

    def all_changes(self) -> tuple[PageChanges, ...]:
        """What changed on all pages that were read, and the pages that are gone or new."""
        if not self._has_something_to_tell():
            return ()
        self._take_in()
        found = self._pages.all_changes(self._library)
        if not found:
            self._all_told = True
            self.all_told.emit(self._library.version)
        return found

    def mark_seen(self, page: str) -> None:
        """The person has seen what changed on the page."""
        if page in self._library.order and self._pages.changes_of(self._library, page):
            self._waiting.append(page)
            self._take_in()
        else:
            self._pages.dismiss(page)
        self._soon.start()
        self.changed.emit(page)

    def save_now(self) -> None:
        """Write what is waiting to be written. Call when the window closes."""
        self._soon.stop()
        if not self._waiting and self._kept is None:
            return
        self._take_in()
        self.all_changes()
        try:
            self._pages.save()
        except TpeGuideError as error:
            if not self._failed:
                self._failed = True
                self.could_not_save.emit(error)

    def _has_something_to_tell(self) -> bool:
        """Whether to look at all: whoever has read nothing yet, or has been told all, need not wait for that."""
        return not self._all_told and (self._kept is not None or (self._path is not None and is_there(self._path)))

    def _take_in(self) -> None:
        waiting, self._waiting = self._waiting, []
        for page in waiting:
            had_changed = self._pages.changes_of(self._library, page) is not None
            self._pages.keep(self._library, page, self._now().date())
            if had_changed:
                self.changed.emit(page)

    @property
    def _pages(self) -> ReadPages:
        if self._kept is None:
            from tpe_guide.guide.read_pages import ReadPages

            self._kept = ReadPages(self._path, self.could_not_read.emit)
        return self._kept

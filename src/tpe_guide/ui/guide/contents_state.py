"""What is open in the contents, as the windows hold it: it outlives a change of look and a page that was read."""

from __future__ import annotations

from tpe_guide.guide.library import Library
from tpe_guide.navigation import Locator


class ContentsState:
    """One chapter is open at a time: at first that of the page read last, then the one that was pressed."""

    def __init__(self) -> None:
        self.opened = ""
        """The id of the open chapter; empty: none."""
        self.folded: set[str] = set()
        """What is folded where the questions stand below one another, by the names of their blocks."""
        self.pressed: Locator | None = None
        """The line that was pressed last."""
        self._last_page = ""

    def begin(self, library: Library, last_page: str) -> None:
        """The contents are opened; *last_page* was read last. Another one than before opens its own chapter."""
        if last_page != self._last_page and last_page in library.order:
            self.opened = library.chapter_of(last_page).id
        self._last_page = last_page

    def press(self, chapter: str) -> None:
        """Open *chapter*, or close it if it is open."""
        self.opened = "" if self.opened == chapter else chapter

    def fold(self, block: str) -> None:
        """Fold *block*, or unfold it."""
        self.folded ^= {block}

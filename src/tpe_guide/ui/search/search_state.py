"""What was looked for and what was found: as long as the window is open, and nowhere on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tpe_guide.search.hit import Hit
    from tpe_guide.search.index import SearchIndex


class SearchState:
    """Outlives the search screen, which comes and goes. *language* is that of the guide."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._index: SearchIndex | None = None
        self.query = ""
        self.hits: list[Hit] = []
        self.opened: int | None = None
        """The number of the hit that was followed, to come back to it."""

    def look_for(self, query: str) -> None:
        """Find *query*. The first time the index is loaded; raises CannotRunHere if it cannot be."""
        self.query, self.opened = query, None
        if not query.strip():
            self.hits = []
            return
        if self._index is None:
            from tpe_guide.search.index import SearchIndex

            self.hits = []
            self._index = SearchIndex.load(self._language)
        self.hits = self._index.search(query)

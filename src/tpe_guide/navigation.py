"""Where the person is, as one value, and the way they came."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tpe_guide.pictures.registry import PictureId

ScreenId = (
    Literal[
        "home",
        "page",
        "contents",
        "urgent",
        "log",
        "saved",
        "nurse",
        "look",
        "keys",
        "search",
        "words",
        "changed",
        "questions",
        "matters",
        "check",
        "unit",
        "pictures",
    ]
    | PictureId
)


class Locator(NamedTuple):
    """One place in the program.

    *page* is a page id where *place* is ``page``, a term id where it is ``words``, a chapter where it is ``check``,
    what is to be seen of a picture (or ``start``, or empty) where it is one of those;
    *spot* is a place on that page.
    """

    place: ScreenId = "home"
    page: str = ""
    spot: str = ""
    """See ``guide.reading_position``."""


HOME = Locator()


class History:
    """The way a person came, for the Back key: no place twice in a row, no end in either direction."""

    def __init__(self, start: Locator = HOME) -> None:
        self.current = start
        self._back: list[Locator] = []
        self._forward: list[Locator] = []

    def visit(self, locator: Locator) -> None:
        """Go to *locator*; what lay ahead is forgotten."""
        if locator == self.current:
            return
        self._back.append(self.current)
        self._forward.clear()
        self.current = locator

    def back(self) -> Locator:
        """One step back, or stay at the first place."""
        if self._back:
            self._forward.append(self.current)
            self.current = self._back.pop()
        return self.current

    def forward(self) -> Locator:
        """One step forward again, or stay."""
        if self._forward:
            self._back.append(self.current)
            self.current = self._forward.pop()
        return self.current

    def clear(self) -> None:
        """Forget everything and be home."""
        self._back.clear()
        self._forward.clear()
        self.current = HOME

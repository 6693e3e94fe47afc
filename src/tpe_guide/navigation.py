"""Where the person is, as one value, the places it may be in, and the way they came."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tpe_guide.pictures.registry import PICTURES, PictureId

ScreenId = (
    Literal[
        "home",
        "first-start",
        "page",
        "contents",
        "urgent",
        "my-session",
        "diary",
        "entry",
        "exchange",
        "earlier",
        "plan",
        "log",
        "type-back",
        "saved",
        "keeping",
        "nurse",
        "look",
        "dots",
        "keys",
        "helps",
        "search",
        "words",
        "changed",
        "questions",
        "matters",
        "check",
        "unit",
        "path",
        "pictures",
        "eyes-rest",
        "take-home",
    ]
    | PictureId
)
Place = Literal["today", "guide", "session", "diary", "take-home"]
"""One of those that the bar always shows; each remembers where one was in it."""


class Locator(NamedTuple):
    """One screen in the program, and what it shows.

    *page* is a page id where *place* is ``page``, a term id where it is ``words``, a chapter where it is ``check``,
    a path where it is ``path``, what is to be seen of a picture (or ``start``, or empty) where it is one of those,
    an entry of the diary where it is ``entry``, a session of the course (or ``new``) where it is ``exchange``,
    a course before the present one where it is ``earlier`` or ``nurse``; ``look-over``, or empty, where it is
    ``type-back``; the choice that one came for, or empty, where it is ``look``; ``phone``, ``paper``, or empty, where
    it is ``take-home``.
    *spot* is a place on that page.
    """

    place: ScreenId = "home"
    page: str = ""
    spot: str = ""
    """See ``guide.reading_position``."""
    path: str = ""
    """The path that one walks here; empty: none. See ``guide.model.Walk``."""


HOME = Locator()
FIRST_SCREENS: dict[Place, Locator] = {
    "today": HOME,
    "guide": Locator("contents"),
    "session": Locator("my-session"),
    "diary": Locator("diary"),
    "take-home": Locator("take-home"),
}
"""Where each place begins."""
_PLACES: dict[ScreenId, Place] = {
    "home": "today",
    "first-start": "today",
    "path": "today",
    "page": "guide",
    "contents": "guide",
    "words": "guide",
    "changed": "guide",
    "check": "guide",
    "pictures": "guide",
    **dict.fromkeys(PICTURES, "guide"),
    "my-session": "session",
    "questions": "session",
    "matters": "session",
    "unit": "session",
    "diary": "diary",
    "entry": "diary",
    "exchange": "diary",
    "earlier": "diary",
    "plan": "diary",
    "log": "diary",
    "type-back": "diary",
    "saved": "diary",
    "keeping": "diary",
    "nurse": "diary",
    "take-home": "take-home",
}


def place_of(locator: Locator) -> Place | None:
    """The place that *locator* belongs to; None: it opens over any (search, Urgent help, how the guide looks)."""
    return "today" if locator.path else _PLACES.get(locator.place)


class History:
    """The way a person came, for the Back key: no place twice in a row, no end in either direction."""

    def __init__(self, start: Locator = HOME) -> None:
        self.current = start
        self._back: list[Locator] = []
        self._forward: list[Locator] = []

    @property
    def can_go_back(self) -> bool:
        """There is somewhere to go back to."""
        return bool(self._back)

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

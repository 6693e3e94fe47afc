"""What a clinic says in its pack, once it is read and right; and the guide that it is about."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from tpe_guide.guide.clinic_file import Details
from tpe_guide.guide.slots import Slot

if TYPE_CHECKING:
    import datetime as dt

    from tpe_guide.guide.library import Library

IDLE_SECONDS, COUNTDOWN_SECONDS, PAGES_PER_VISIT = range(30, 601), range(10, 121), range(51)
"""What a clinic may choose. A visit is never wiped sooner than somebody with a shaking hand can answer."""


class Known(NamedTuple):
    """What a pack may name. None: whoever reads it does not know, and does not check that part."""

    slots: Mapping[str, Slot]
    pages: Mapping[str, str] | None = None
    """Titles by id, in reading order."""
    languages: tuple[str, ...] | None = None


def known_of(library: Library, languages: tuple[str, ...]) -> Known:
    """What a pack for the guide *library* may name, which exists in *languages*."""
    return Known(library.slots, {page: library.page_title(page) for page in library.order}, languages)


class Pack(NamedTuple):
    """One pack. What is not said is not there: the guide's own words and ways stand for it."""

    details: Details = Details()
    """The unit's words by slot, and how a session goes."""
    values: Mapping[str, Any] = MappingProxyType({})
    """All else, by its place in the file, such as ``kiosk.pages``."""
    logo: bytes = b""
    """A PNG."""
    signer: str = ""
    """The fingerprint of the key that it is signed with; empty: it is not signed."""

    @property
    def name(self) -> str:
        """What the unit calls itself."""
        return str(self.values.get("unit.name", ""))

    @property
    def expires(self) -> dt.date | None:
        """The last day on which the unit stands by what it says."""
        return self.values.get("unit.expires")

    @property
    def hours(self) -> dict[str, str]:
        """When the unit is open, by the English name of the day."""
        return {key.partition(".")[2]: text for key, text in self.values.items() if key.startswith("hours.")}

    @property
    def languages(self) -> tuple[str, ...]:
        """Those that a kiosk offers; empty: all."""
        return tuple(self.values.get("kiosk.languages", ()))

    @property
    def pages(self) -> tuple[str, ...]:
        """Those that a kiosk shows; empty: all. Urgent help is no page, and always there."""
        return tuple(self.values.get("kiosk.pages", ()))

    @property
    def idle_seconds(self) -> int | None:
        """After so long without a touch a kiosk asks *Still there?*"""
        return self.values.get("kiosk.idle-seconds")

    @property
    def countdown_seconds(self) -> int | None:
        """So long it waits for an answer."""
        return self.values.get("kiosk.countdown-seconds")

    @property
    def title(self) -> str:
        """The large words of a kiosk's first screen."""
        return str(self.values.get("kiosk.title", ""))

    @property
    def line(self) -> str:
        """What stands below them."""
        return str(self.values.get("kiosk.line", ""))

    @property
    def printer(self) -> str:
        """The name of the queue that a kiosk prints to; empty: none."""
        return str(self.values.get("print.printer", ""))

    @property
    def pages_per_visit(self) -> int | None:
        """So many sheets a visitor may print."""
        return self.values.get("print.pages-per-visit")

    @property
    def keeps_copies(self) -> bool:
        """Its print system may keep a file of what was printed; the unit has not said that it keeps none."""
        return self.values.get("print.keeps-copies") != "no"

    @property
    def counts_visits(self) -> bool:
        """A kiosk counts its visits by day."""
        return self.values.get("kiosk.counts-visits") == "yes"

    def is_out_of_date(self, today: dt.date) -> bool:
        """Whether its last day has passed."""
        return self.expires is not None and today > self.expires

    def details_on(self, today: dt.date) -> Details:
        """The unit's words, for as long as it stands by them.

        A number that nobody answers any more is worse than “the number your unit gave you”. So after the last day the
        guide's neutral words come back, all at once; how the screen looks and works stays.
        """
        return Details() if self.is_out_of_date(today) else self.details


NOTHING = Pack()
"""The pack of a clinic that says nothing."""

"""How often: so many of so many sessions, in words, and where that lies between none and all."""

from __future__ import annotations

from typing import NamedTuple

from tpe_guide.i18n import _


class Frequency(NamedTuple):
    """*low* to *high* of *of* sessions; the same number twice where a source gives one.

    *under*: fewer than *high* is all that the source says, and *low* is 0.
    """

    low: int
    high: int
    of: int
    under: bool = False

    @property
    def words(self) -> str:
        """In how many sessions it came."""
        if self.under:
            words = _("Fewer than {high} of {of} sessions")
        elif self.low == self.high:
            words = _("About {high} of {of} sessions")
        else:
            words = _("{low} to {high} of {of} sessions")
        return words.format(low=self.low, high=self.high, of=f"{self.of:,}")

    @property
    def others(self) -> str:
        """In how many it did not: the other way to say the same."""
        if self.under:
            words = _("More than {low} had none.")
        elif self.low == self.high:
            words = _("The other {low} had none.")
        else:
            words = _("The other {low} to {high} had none.")
        return words.format(low=self.of - self.high, high=self.of - self.low)

    @property
    def span(self) -> tuple[float, float]:
        """Where it begins and how long it is, as shares of all sessions."""
        return self.low / self.of, (self.high - self.low) / self.of

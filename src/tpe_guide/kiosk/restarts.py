"""How soon a process that crashed is started again, and when the screen had better rest. Pure: it is told the time."""

from __future__ import annotations

from dataclasses import dataclass, replace

LONGEST = 60.0
MANY = 5
WITHIN = 600.0
"""So many crashes in so many seconds: people see a calm page, and not one that comes and goes."""
_DOUBLINGS = 6


@dataclass(frozen=True, slots=True)
class Restarts:
    """The crashes so far, of which only the latest few are kept: when each was, in seconds."""

    crashes: tuple[float, ...] = ()
    in_a_row: int = 0
    """Since the last visit that went well."""

    def after_crash(self, now: float) -> Restarts:
        """One more, at *now*."""
        return Restarts((*self.crashes, now)[-MANY:], self.in_a_row + 1)

    def after_good(self) -> Restarts:
        """A visit was wiped as it should be: the next crash is a first one. What was is not forgotten."""
        return replace(self, in_a_row=0)

    @property
    def delay(self) -> float:
        """Seconds until the next start: none, then 1, 2, 4 … and never more than a minute."""
        return 0.0 if not self.in_a_row else min(LONGEST, 2.0 ** min(self.in_a_row - 1, _DOUBLINGS))

    def should_rest(self, now: float) -> bool:
        """Whether there were too many of late."""
        return len(self.crashes) == MANY and now - self.crashes[0] <= WITHIN

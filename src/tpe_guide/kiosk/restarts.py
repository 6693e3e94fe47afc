"""How soon a process that crashed is started again, and when a calm page stands there meanwhile."""

from __future__ import annotations

from typing import NamedTuple

LONGEST = 60.0
PATIENT = 2
"""Crashes in a row, from which on whoever stands there waits for seconds, and is told something."""
_DOUBLINGS = 6


class Restarts(NamedTuple):
    """The crashes *in a row*: since the last visit that was wiped as it should be."""

    in_a_row: int = 0

    def after_crash(self) -> Restarts:
        """One more."""
        return Restarts(self.in_a_row + 1)

    @property
    def delay(self) -> float:
        """Seconds until the next start: none, then 1, 2, 4 … and never more than a minute."""
        return 0.0 if not self.in_a_row else min(LONGEST, 2.0 ** min(self.in_a_row - 1, _DOUBLINGS))

    @property
    def should_rest(self) -> bool:
        """Whether the screen rests, where there is nothing to show."""
        return self.in_a_row >= PATIENT

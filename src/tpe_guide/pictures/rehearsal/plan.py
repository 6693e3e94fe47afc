"""How long a session lasts, for whom it is rehearsed, and when staff check: an example that a unit may change."""

from __future__ import annotations

from typing import NamedTuple

from tpe_guide.vocabulary.terms import AccessShown, FluidShown

USUAL_MINUTES = 120
"""On the machine: the median of 912 timed sessions (fact L-P01)."""
_CHECKS = (1 / 3, 2 / 3)
"""Parts of the time on the machine, where a unit has not said when it checks."""


class Plan(NamedTuple):
    """One session. *minutes* on the machine; *checks* in minutes from its start, rising."""

    minutes: int = USUAL_MINUTES
    access: AccessShown = "arms"
    fluid: FluidShown = "albumin"
    checks: tuple[int, ...] | None = None
    """None: two, evenly."""

    @property
    def check_minutes(self) -> tuple[int, ...]:
        """When staff check."""
        if self.checks is not None:
            return self.checks
        return tuple(round(share * self.minutes) for share in _CHECKS)

    def holds(self, when: str | None) -> bool:
        """Whether a sentence for *when* (None: always) is for this session."""
        needles = self.access != "line"
        return when in (None, self.access, self.fluid) or (when == "needles" and needles)

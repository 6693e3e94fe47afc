"""How large a kiosk draws: its design is 1080 px wide, its screen whatever a clinic has."""

from __future__ import annotations

from dataclasses import dataclass

LEAST_TEXT = 20
LEAST_TARGET = 80
LEAST_GAP = 20


@dataclass(frozen=True, slots=True)
class Scale:
    """Lengths of the design (px at 1080 × 1920) as px on this screen, never less than people need."""

    unit: float = 1.0

    def px(self, length: float) -> int:
        """Any length."""
        return round(length * self.unit)

    def text(self, size: float) -> int:
        """A size of type."""
        return max(LEAST_TEXT, self.px(size))

    def target(self, height: float) -> int:
        """The height of something to press: a finger that shakes needs room."""
        return max(LEAST_TARGET, self.px(height))

    def gap(self, length: float) -> int:
        """The room between two things to press."""
        return max(LEAST_GAP, self.px(length))

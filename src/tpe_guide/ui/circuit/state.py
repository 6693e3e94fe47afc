"""What stays when the screen of the circuit is made anew, in another text size or other colours."""

from __future__ import annotations

from dataclasses import dataclass

from tpe_guide.circuit.variant import OPTIONS, Variant
from tpe_guide.guide.locator import Locator


@dataclass
class CircuitState:
    """Which circuit, which of its six steps, how long it has flowed, and whether it stands still."""

    variant: Variant = Variant()
    step: int = 1
    seconds: float = 0.0
    paused: bool = False
    """Somebody pressed Pause: it does not begin to flow by itself again."""
    shown_for: Locator | None = None
    """The link by which it was last come to."""

    def show_option(self, locator: Locator) -> None:
        """Show what the link to *locator* asks for, once: what was picked since then stays."""
        known = any(locator.page in options for options in OPTIONS.values())
        if locator != self.shown_for and known:
            chosen = self.variant.with_option(locator.page)
            self.variant = chosen if chosen.exists else Variant().with_option(locator.page)
        self.shown_for = locator

"""What a kiosk's unit says and how its kiosk is set, by its pack, which is followed while the kiosk runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tpe_guide.clinic_pack.clinic import Clinic
from tpe_guide.clinic_pack.pack import NOTHING, Pack, known_of
from tpe_guide.clinic_pack.watch import PackWatch

if TYPE_CHECKING:
    from tpe_guide.guide.library import Library
    from tpe_guide.policy import Policy

FIRST_LOOK_SECONDS = 2.0
"""Before the kiosk has a window. A share that takes longer is shown once it has answered."""


class KioskClinic(Clinic):
    """Of the guides in *guides* the first is in the kiosk's own language. Faults are told to staff, never to visitors.

    *given* is the clinic's pack; the last good one is held in the folder *kept*. Call ``read`` between two visits.
    """

    def __init__(self, kept: Path, guides: Sequence[Library], given: Path | None) -> None:
        self.watch: PackWatch | None = None
        library = guides[0]
        if given is not None:
            self.watch = PackWatch(given, kept, known_of(library, tuple(guide.language for guide in guides)))
            self.watch.start(FIRST_LOOK_SECONDS)
        super().__init__(kept, library.slots, self.watch, own=False)

    @property
    def pack(self) -> Pack:
        """The pack in use."""
        return NOTHING if self.watch is None else self.watch.pack

    def chosen(self, policy: Policy) -> Policy:
        """*policy* with what the unit has chosen for its kiosk."""
        return policy._replace(idle_seconds=self.pack.idle_seconds or policy.idle_seconds)

    def offered(self, guides: Sequence[Library]) -> list[Library]:
        """Those of *guides* in the languages that the unit offers; all, where it offers none that is there."""
        return [guide for guide in guides if guide.language in self.pack.languages] or [*guides]

"""How the parent of the kiosk tells a process what it is to be: on its command line, before anything heavy is there."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tpe_guide.kiosk import confine
from tpe_guide.kiosk.supervisor import VISIT

UNLOCKED = "--unlocked"
READABLE_VARIABLE = "TPE_GUIDE_KIOSK_READABLE"
"""Set by ``kiosk certify`` alone, to a folder with a word in it: this account may then read the memory of the kiosk."""


class Options(NamedTuple):
    """*part* is ``VISIT`` or the name of a page."""

    part: str
    language: str = ""
    data_dir: Path | None = None
    clinic: Path | None = None
    unlocked: bool = False

    @property
    def visits(self) -> bool:
        """Whether it shows the guide."""
        return self.part == VISIT

    def words(self) -> list[str]:
        """What ``read`` reads, without the part and the parent."""
        named = {"--lang": self.language, "--data-dir": self.data_dir, "--clinic": self.clinic}
        return [*(f"{name}={value}" for name, value in named.items() if value), *([UNLOCKED] if self.unlocked else [])]

    @classmethod
    def read(cls, asked: Sequence[str]) -> Options:
        """The options in *asked*: part, number of the parent, the rest. At once this process gives up what it can."""
        part, parent, *rest = asked
        confine.end_with(int(parent))
        confine.leave_no_core()
        if not os.environ.get(READABLE_VARIABLE):
            confine.be_unreadable()
        named = dict(each.split("=", 1) for each in rest if "=" in each)
        folder, clinic = named.get("--data-dir"), named.get("--clinic")
        return cls(
            part,
            named.get("--lang", ""),
            Path(folder) if folder else None,
            Path(clinic) if clinic else None,
            UNLOCKED in rest,
        )

"""How the kiosk is, in a small file for whoever looks after it: counts and moments, and nothing of a visitor."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tpe_guide import __version__
from tpe_guide.errors import CannotWrite
from tpe_guide.files import make_private_folder, write_whole

FILE = "kiosk-health.json"
FORMAT = "tpe-guide-kiosk-health"


class Health:
    """Kept in *folder*; where that cannot be written, nowhere: a full disk stops no kiosk. *now* is the wall clock."""

    def __init__(self, folder: Path, pack: str = "", now: Callable[[], float] = time.time) -> None:
        self._path = folder / FILE
        self._now = now
        self._facts: dict[str, Any] = {
            "format": FORMAT,
            "version": 1,
            "tpe_guide": __version__,
            "started": self._moment(),
            "state": "starting",
            "visits_wiped": 0,
            "last_wipe": None,
            "crashes": 0,
            "last_crash": None,
            "last_crash_code": None,
            "pack": pack,
            "processes": {},
        }

    @property
    def facts(self) -> dict[str, Any]:
        """What the file says."""
        return dict(self._facts)

    def state(self, state: str, processes: dict[str, int]) -> None:
        """The kiosk is *state*, by *processes*: what each does, and its number."""
        if (state, processes) != (self._facts["state"], self._facts["processes"]):
            self._note(state=state, processes=dict(processes))

    def wiped(self) -> None:
        """A visit has gone."""
        self._note(visits_wiped=self._facts["visits_wiped"] + 1, last_wipe=self._moment())

    def crashed(self, code: int | None) -> None:
        """A process ended that was not to; *code* is what it left, less than 0 for a signal."""
        self._note(crashes=self._facts["crashes"] + 1, last_crash=self._moment(), last_crash_code=code)

    def _note(self, **facts: object) -> None:
        self._facts |= facts
        with contextlib.suppress(CannotWrite):
            make_private_folder(self._path.parent)
            write_whole(self._path, json.dumps(self._facts, indent=1).encode() + b"\n")

    def _moment(self) -> str:
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(self._now()))

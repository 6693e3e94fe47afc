"""A clinic's pack where nobody follows it: read once, when the program starts at home or prints on the command line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tpe_guide.clinic_pack import kept, reading, trust
from tpe_guide.clinic_pack.fetch import fetched_within
from tpe_guide.clinic_pack.pack import NOTHING, Known, Pack
from tpe_guide.clock import local_now
from tpe_guide.errors import TpeGuideError
from tpe_guide.guide.clinic_file import Details
from tpe_guide.guide.slots import Slot

if TYPE_CHECKING:
    import datetime as dt

WAIT_SECONDS = 1.0
"""For a share, once, in which the last good pack would do as well."""


class Given(Protocol):
    """What a clinic gave, read once or followed."""

    details: Details
    problems: list[TpeGuideError]
    """What is wrong with it: then ``details`` are those of the last good one."""

    def read(self) -> None:
        """Bring ``details`` up to date. Never waits long."""

    def keep(self) -> None:
        """Keep a copy of what was read without a fault. Raises CannotWrite."""


class OnePack:
    """The pack *path*. Its last good one is kept in *folder*."""

    def __init__(
        self, path: Path, folder: Path, slots: Mapping[str, Slot], now: Callable[[], dt.datetime] = local_now
    ) -> None:
        self._path, self._folder, self._known = path, folder, Known(slots)
        self._now = now
        self._files: Mapping[str, bytes] = {}
        self.details = Details()
        self.problems: list[TpeGuideError] = []

    def read(self) -> None:
        """Read the pack now, or the last good one where it has a fault or does not answer."""
        self._files = {}
        trusted, no_key = trust.trusted_key(self._folder)
        self.problems = [] if no_key is None else [no_key]
        pack: Pack = NOTHING
        try:
            files = fetched_within(self._path, WAIT_SECONDS)
        except TpeGuideError as error:
            self.problems.append(error)
        else:
            pack, problems = reading.read(files, str(self._path), self._known, trusted)
            self.problems += problems
            if pack.is_out_of_date(self._now().date()):
                self.problems.append(reading.out_of_date(str(self._path), pack))
            self._files = {} if self.problems else files
        if self.problems:
            found = kept.read(self._folder, self._known, trusted, self._path)
            pack = found[1] if found else NOTHING
        self.details = pack.details_on(self._now().date())

    def keep(self) -> None:
        """Keep a copy of what was read without a fault. Raises CannotWrite."""
        if self._files and (fault := kept.keep(self._folder, self._files, self._path)) is not None:
            raise fault

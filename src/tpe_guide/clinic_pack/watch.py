"""A pack in a shared folder, followed while a kiosk runs: picked up without a restart, and never waited for.

What is in use is the last good pack, held in memory from the moment it was read, and on the disk where that can be
written. A pack with faults, a share that is silent, a disk that is full: each is told to staff once, and changes
nothing for visitors. Who shows the guide asks for ``pack`` between two visits.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tpe_guide.clinic_pack import kept, reading, signing, trust
from tpe_guide.clinic_pack.fetch import LIMIT_SECONDS, Fetch
from tpe_guide.clinic_pack.health import Health, What
from tpe_guide.clinic_pack.pack import NOTHING, Known, Pack
from tpe_guide.clock import local_now
from tpe_guide.errors import BadInput, OutOfReach, TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.vocabulary.days import day_words
from tpe_guide.wording import describe

if TYPE_CHECKING:
    import datetime as dt

    from tpe_guide.guide.clinic_file import Details

EVERY_SECONDS, SELDOM_SECONDS, AGAIN_SECONDS = 20.0, 300.0, 3.0
"""Between two looks; at most, once a share has been silent several times; and after one that found something new."""
_TOLD_CHANGES = 8
"""Of a new pack. ``kiosk pack check`` tells all."""
MOST_LEFT = 3
"""Processes that even the system could not end: while so many are left, no other is begun."""


class Trying(Protocol):
    """One try to get the files of a pack, as ``Fetch`` makes it."""

    @property
    def is_over(self) -> bool:
        """Nothing of it is left."""

    def files(self, seconds: float = ...) -> dict[str, bytes]:
        """What it brought. Raises BadInput, OutOfReach."""

    def end(self) -> None:
        """Whatever it is at, it ends."""


class Good(NamedTuple):
    """A pack that was read without a fault, and the files it was read from."""

    files: Mapping[str, bytes]
    pack: Pack


class PackWatch:
    """Follows the pack *path*. The last good one is kept in *folder*, and what befell it told there by *health*.

    *fetch* begins a try to get its files; *now* is this moment. Only the thread that ``start`` begins waits for it.
    """

    def __init__(
        self,
        path: Path,
        folder: Path,
        known: Known,
        *,
        health: Health | None = None,
        fetch: Callable[[Path], Trying] = Fetch,
        now: Callable[[], dt.datetime] = local_now,
    ) -> None:
        self._path, self._folder, self._known = path, folder, known
        self._health = health or Health(folder, now)
        self._fetch = fetch
        self._now = now
        self._trusted, self._no_key = trust.trusted_key(folder)
        found = kept.read(folder, known, self._trusted, path)
        self._good = Good(*found) if found else Good({}, NOTHING)
        """Replaced as a whole, so whoever asks in another thread gets one pack or the other."""
        self.problems: list[TpeGuideError] = []
        """What is wrong with the pack as it was last looked at; the good one is in use all the same."""
        self.details: Details = self._good.pack.details_on(now().date())
        """The unit's words as they were at the last ``read``: they stay so for a visit."""
        self._told: dict[str, str] = {}
        self._left: list[Trying] = []
        self._silent = 0
        self._seen = ""
        """What the last look found, where that was not taken yet."""
        self._refused = ""
        """What was looked at, and has faults."""
        self._ends = threading.Event()
        self._looked = threading.Event()
        self._trying: Trying | None = None
        self._thread: threading.Thread | None = None

    @property
    def pack(self) -> Pack:
        """The one in use."""
        return self._good.pack

    @property
    def files(self) -> Mapping[str, bytes]:
        """What it was read from; empty if there has been none."""
        return self._good.files

    def read(self) -> None:
        """Between two visits: from now on ``details`` are those of the pack in use, as far as its days go."""
        self.details = self.pack.details_on(self._now().date())

    def keep(self) -> None:
        """A copy is kept at each good look: there is nothing left to do."""

    def start(self, wait: float = 0.0) -> None:
        """Look again and again, beside the window. Waits *wait* seconds at most for the first look."""
        self._thread = threading.Thread(target=self._run, name="clinic pack watch", daemon=True)
        self._thread.start()
        self._looked.wait(wait)
        self.read()

    def stop(self) -> None:
        """Look no more. What is under way is ended."""
        self._ends.set()
        trying, thread = self._trying, self._thread
        if trying is not None:
            trying.end()
        if thread is not None:
            thread.join(2.0)

    def look(self) -> None:
        """Look once, and take what is good."""
        if self._no_key is not None:
            self._tell("refused", "key", describe(self._no_key))
        self._left = [each for each in self._left if not each.is_over]
        try:
            files = self._got()
        except OutOfReach as error:
            self._silent += 1
            self._seen = ""
            self._trouble("away", error)
        except (BadInput, OSError) as error:
            self._silent, self._seen = 0, ""
            self._trouble("refused", error if isinstance(error, BadInput) else _of_the_system(self._path, error))
        else:
            self._silent = 0
            self._weigh(files)
        self._look_at_the_day()
        self._looked.set()

    def next_look(self) -> float:
        """In so many seconds: the longer a share is silent, the seldomer it is asked."""
        if self._seen:
            return AGAIN_SECONDS
        return min(EVERY_SECONDS * float(2 ** min(self._silent, 8)), SELDOM_SECONDS)

    def _run(self) -> None:
        while not self._ends.is_set():
            try:
                self.look()
            except Exception as error:  # a bug here must not end what a kiosk shows, and is told
                self._tell("refused", "pack", f"{type(error).__name__}: {self._path}")
                self._looked.set()
            self._ends.wait(self.next_look())

    def _got(self) -> dict[str, bytes]:
        """The files as they are now. Raises BadInput, OutOfReach, OSError."""
        if len(self._left) >= MOST_LEFT:
            raise OutOfReach(self._path, _("earlier looks at it still hang"))
        self._trying = trying = self._fetch(self._path)
        try:
            if self._ends.is_set():
                trying.end()
            return trying.files(LIMIT_SECONDS)
        finally:
            self._trying = None
            if not trying.is_over:
                self._left.append(trying)

    def _weigh(self, files: dict[str, bytes]) -> None:
        """Take *files* if they are a good pack and another than that in use."""
        if self.files and signing.digest(files) == signing.digest(self.files):
            self._seen = ""
            self._mended()
            self._keep()
            return
        if self._is_being_written(signing.digest(files)):
            return
        pack, problems = reading.read(files, str(self._path), self._known, self._trusted)
        today = self._now().date()
        if not problems and pack.is_out_of_date(today) and not self.pack.is_out_of_date(today) and self.files:
            problems = [reading.out_of_date(str(self._path), pack)]
        if problems:
            self._refused = signing.digest(files)
            self._trouble("refused", *problems)
            return
        changed = self._changes(pack)
        self._good = Good(files, pack)
        self.problems = []
        self._told.clear()
        self._tell("taken", "pack", " ".join([_("{path}: a new pack is in use.").format(path=self._path), *changed]))
        self._keep()

    def _changes(self, new: Pack) -> list[str]:
        """What is otherwise with *new*, for staff; of a first pack all would be."""
        from tpe_guide.clinic_pack import changes

        return changes.told(self.pack, new, self._known)[:_TOLD_CHANGES] if self.files else []

    def _is_being_written(self, found: str) -> bool:
        """Whether what was *found* may be. Of a file that is half written the lines that are there may be right.

        So what is new must be the same at two looks; but whoever starts a kiosk wants it at once.
        """
        is_new = self._looked.is_set() and found not in (self._seen, self._refused)
        self._seen = found if is_new else ""
        return is_new

    def _mended(self) -> None:
        if self.problems:
            self.problems = []
            self._tell("mended", "pack", _("{path}: again as the pack in use").format(path=self._path))

    def _keep(self) -> None:
        """On the disk, too. Where it does not take it, it is tried again at the next look, and told once."""
        fault = kept.keep(self._folder, self.files, self._path)
        if fault is not None:
            self._tell("not-kept", "disk", describe(fault))
        elif self._told.pop("disk", ""):
            self._tell("kept", "copy", _("{path}: kept on this computer now").format(path=self._path))
            del self._told["copy"]

    def _trouble(self, what: What, *problems: TpeGuideError) -> None:
        self.problems = [*problems]
        words = [describe(each) for each in problems]
        if self._told.get("pack") == "\n".join(words):
            return
        for line in words:
            self._health.tell(what, line)
        self._told["pack"] = "\n".join(words)

    def _look_at_the_day(self) -> None:
        today, expires = self._now().date(), self.pack.expires
        if expires is not None and today > expires:
            words = _("{path}: its last day was {day}. The guide shows its own neutral words.")
            self._tell("out-of-date", "day", words.format(path=self._path, day=day_words(expires)))

    def _tell(self, what: What, about: str, words: str) -> None:
        """Once, until something else is told *about* the same."""
        if self._told.get(about) != words:
            self._told[about] = words
            self._health.tell(what, words)


def _of_the_system(path: Path, error: OSError) -> OutOfReach:
    return OutOfReach(path, (error.strerror or str(error)).lower())

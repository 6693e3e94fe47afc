"""Growing delays after wrong passcodes: three for nothing, then 1, 2, 4 … seconds, never more than a minute.

Beside the diary a small file holds how many there were and when the last one was, and nothing else, so that starting
the program anew is no way around. A clock that was set back, or a spoilt file, never locks anybody out: nobody waits
longer than ``LONGEST``. Where the file cannot be written, this run of the program still counts.
"""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Callable, Iterator
from math import ceil
from pathlib import Path

from tpe_guide import side_file
from tpe_guide.clock import seconds
from tpe_guide.errors import TooSoon, TpeGuideError, WrongPasscode
from tpe_guide.files import write_whole
from tpe_guide.paths import is_there

FILE = "diary.tries"
FREE = 3
LONGEST = 60.0
_MOST = 1_000
_LARGEST = 4096


class Tries:
    """Wrong passcodes, counted in *file* of the folder *where*: that of the diary, if no other is said.

    *now* is the clock on the wall, *passed* one that nobody sets.
    """

    def __init__(
        self,
        where: Path,
        now: Callable[[], float] = time.time,
        passed: Callable[[], float] | None = None,
        file: str = FILE,
    ) -> None:
        self._path = where / file
        self._now = now
        self._passed = passed or seconds
        self._count, at = self._read()
        since = self._now() - at
        left = delay_after(self._count)
        # Set back, the clock says that it was tried in the future: then the whole delay holds, and no more.
        self._until = self._passed() + (left if since < 0 else max(0.0, left - since))

    @contextlib.contextmanager
    def guess(self) -> Iterator[None]:
        """A passcode is tried inside. Raises TooSoon where it must wait."""
        self.check()
        with self.counted():
            yield
        self.succeeded()

    @contextlib.contextmanager
    def counted(self) -> Iterator[None]:
        """A passcode is tried inside, whose success proves nothing of the diary: all that went before still counts."""
        try:
            yield
        except WrongPasscode:
            self.failed()
            raise

    def check(self) -> None:
        """Raise TooSoon where the next try must wait."""
        if self.wait > 0:
            raise TooSoon(ceil(self.wait))

    @property
    def wait(self) -> float:
        """So many seconds are left until the next try."""
        return min(LONGEST, max(0.0, self._until - self._passed()))

    def failed(self) -> None:
        """It was the wrong one."""
        self._count = min(_MOST, self._count + 1)
        self._until = self._passed() + delay_after(self._count)
        data = json.dumps({"count": self._count, "at": int(self._now())}).encode()
        with contextlib.suppress(TpeGuideError):
            write_whole(self._path, data, private=True)

    def succeeded(self) -> None:
        """It was the right one: all begins anew."""
        if self._count or is_there(self._path):
            self._count, self._until = 0, self._passed()
            with contextlib.suppress(OSError):
                self._path.unlink(missing_ok=True)

    def _read(self) -> tuple[int, float]:
        try:
            data = side_file.parse_object(side_file.read_bytes(self._path, _LARGEST))
            count, at = data["count"], data["at"]
        except (OSError, side_file.Fault, KeyError):
            return 0, 0.0
        whole = isinstance(count, int) and isinstance(at, int) and not isinstance(count, bool)
        return (max(0, min(_MOST, count)), float(at)) if whole and abs(at) < 1 << 40 else (0, 0.0)


def delay_after(count: int) -> float:
    """Seconds to wait after so many wrong ones in a row."""
    return 0.0 if count <= FREE else min(LONGEST, 2.0 ** min(count - FREE - 1, 10))

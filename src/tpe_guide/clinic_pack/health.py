"""What befell the clinic's pack, for staff: a JSON line each in a file of the data folder, and on standard error.

Never what a visitor did. Telling never ends the program and never stands in its way: with the disk full and the log
closed the kiosk goes on, and the next thing that happens is tried again.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tpe_guide import side_file, terminal
from tpe_guide.clock import local_now
from tpe_guide.files import make_private_folder, write_whole

if TYPE_CHECKING:
    import datetime as dt

FILE = "clinic-pack.health.jsonl"
LINES_LIMIT, SIZE_LIMIT = 200, 256 * 1024
"""Of the file. The oldest line makes room."""
What = Literal["taken", "refused", "away", "mended", "out-of-date", "kept", "not-kept"]
"""A new pack is in use · one has faults · it does not answer · it is as the one in use again · its last day has passed
· there is a copy on the disk now · the disk does not take one."""

GOOD: tuple[What, ...] = ("taken", "mended", "kept")


class Health:
    """Tells staff. *now* is the moment, *say* takes one line of words; both are those of this computer if not given."""

    def __init__(
        self,
        folder: Path,
        now: Callable[[], dt.datetime] = local_now,
        say: Callable[[str], None] | None = None,
    ) -> None:
        self.file = folder / FILE
        self._now = now
        self._say = say or _complain

    def tell(self, what: What, words: str) -> None:
        """*what* happened, and in *words*. Nothing is raised, whatever is full, closed or forbidden."""
        with suppress(Exception):
            self._write(what, words)
        with suppress(Exception):
            self._say(words)

    def _write(self, what: What, words: str) -> None:
        told_now = {"time": self._now().isoformat(timespec="seconds"), "what": what, "words": words}
        line = json.dumps(told_now, ensure_ascii=False)
        try:
            told = side_file.read_bytes(self.file, SIZE_LIMIT).decode(errors="replace").splitlines()
        except (OSError, side_file.TooLarge):
            told = []
        make_private_folder(self.file.parent)
        write_whole(self.file, "".join(f"{each}\n" for each in (*told, line)[-LINES_LIMIT:]).encode(), private=True)


def last(folder: Path) -> dict[str, str] | None:
    """What was told last in the data *folder*: ``time``, ``what`` and ``words``; None: nothing, or nothing of ours."""
    try:
        lines = side_file.read_bytes(folder / FILE, SIZE_LIMIT).splitlines()
        told = side_file.parse_object(lines[-1])
        return {key: str(told[key]) for key in ("time", "what", "words")}
    except (OSError, ValueError, LookupError):
        return None


def _complain(words: str) -> None:
    """On standard error; not where it is a pipe that nobody empties: whoever writes there waits for ever."""
    if _has_room():
        terminal.complain(words)


def _has_room() -> bool:
    if os.name != "posix":
        return True
    import select

    try:
        return bool(select.select([], [sys.stderr], [], 0)[1])
    except (OSError, ValueError, TypeError):  # no file of the system stands behind it
        return True

"""What the parent of the kiosk did, a line each, in files that never grow: no word of a visitor ever comes to it."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path

FILE = "kiosk.log"
MOST = 256 * 1024
KEPT = 3
"""Files of at most ``MOST`` bytes: this one, and those before it."""


class Log:
    """Kept in *folder*. What cannot be written is left: nobody waits before a screen because a disk is full."""

    def __init__(self, folder: Path, most: int = MOST, now: Callable[[], float] = time.time) -> None:
        self._path = folder / FILE
        self._most = most
        self._now = now

    def say(self, words: str) -> None:
        """*words*, with the moment before them."""
        line = f"{time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime(self._now()))} {words}\n"
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._path.exists() and self._path.stat().st_size + len(line) > self._most:
                self._turn()
            with self._path.open("a", encoding="utf-8") as log:
                log.write(line)

    def _turn(self) -> None:
        for number in range(KEPT - 1, 0, -1):
            older = self._path.with_name(f"{FILE}.{number}")
            newer = self._path if number == 1 else self._path.with_name(f"{FILE}.{number - 1}")
            if newer.exists():
                newer.replace(older)

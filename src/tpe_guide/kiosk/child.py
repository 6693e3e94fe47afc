"""A process of the kiosk as its parent sees it: started, spoken to, listened to, ended."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Callable, Sequence
from threading import Thread

from tpe_guide.kiosk.words import GONE


class Child:
    """*command* as a process. *heard* is given each word of it, in a thread of its own, and ``GONE`` last.

    Raises OSError where the system has no room for it.
    """

    def __init__(self, command: Sequence[str], heard: Callable[[Child, str], None]) -> None:
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            # Ctrl+C in the terminal is for the parent, who tells the others.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0) if sys.platform == "win32" else 0,
        )
        self._heard = heard
        try:
            Thread(target=self._listen, name=f"kiosk-{self._process.pid}", daemon=True).start()
        except RuntimeError as error:
            self._process.kill()
            self._process.wait()
            raise BlockingIOError(str(error)) from error

    @property
    def number(self) -> int:
        """Of the process."""
        return self._process.pid

    @property
    def code(self) -> int | None:
        """What it ended with; None while it lives."""
        return self._process.poll()

    def tell(self, words: str) -> None:
        """Say *words*; one that has just ended hears nothing, and that is heard of by itself."""
        with contextlib.suppress(OSError, ValueError):
            assert self._process.stdin is not None
            self._process.stdin.write(f"{words}\n".encode())

    def kill(self) -> None:
        """It has had its time."""
        with contextlib.suppress(OSError):
            self._process.kill()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if words := line.decode("ascii", "replace").strip():
                self._heard(self, words)
        self._process.wait()
        with contextlib.suppress(OSError):
            for end in (self._process.stdin, self._process.stdout):
                if end is not None:
                    end.close()
        self._heard(self, GONE)

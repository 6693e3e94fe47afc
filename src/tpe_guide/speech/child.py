"""A program of the system that speaks for us, in a process of its own.

The words go to it through a pipe: a command line can be read by whoever uses the same computer.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from contextlib import suppress

END_SECONDS = 2.0
"""For a process that was told to end."""


def started(command: Sequence[str], *, answers: bool = False, keep: tuple[int, ...] = ()) -> subprocess.Popen[bytes]:
    """*command*, with a pipe to it; *answers*: and one back. It gets the open files *keep*, and no window."""
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE if answers else subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=keep,
        # Else Windows shows the black window of a console.
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def end(process: subprocess.Popen[bytes]) -> None:
    """Be silent now: whatever it is at, it ends."""
    process.kill()
    with suppress(OSError):  # what was not read yet is read by nobody
        if process.stdin is not None:
            process.stdin.close()
    with suppress(subprocess.TimeoutExpired):
        process.wait(END_SECONDS)

"""The files of a pack from a disk or a share, by a process of ours that is ended where they do not come.

A share may accept and then say nothing for minutes, and no thread that waits for it can be ended; a process can. It is
given the path, and gives the pack back through a pipe, or what is wrong with it. It ends when we do, and by itself when
its time is over, also while it hangs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tpe_guide import paths
from tpe_guide.clinic_pack import container
from tpe_guide.errors import BadInput, OutOfReach, TpeGuideError
from tpe_guide.i18n import _

LIMIT_SECONDS = 15.0
END_SECONDS = 1.0
"""For a process that was killed. One that hangs in the system's own hands stays, and is left."""
_PACK, _FAULT = b"P", b"F"
_OUTPUT_LIMIT = 2 * container.PACK_LIMIT
COMMAND = "--fetch-pack"
"""With the path, as the program's arguments: see ``cli``."""


def main(path: str) -> int:
    """What the process does: the pack *path* to standard output. Returns its exit code."""
    # It may hang in the next line; these two do not.
    threading.Thread(target=_end_with_the_pipe, daemon=True).start()
    clock = threading.Timer(LIMIT_SECONDS, os._exit, [1])
    clock.daemon = True
    clock.start()
    try:
        answer = _PACK + container.wrapped(container.files_at(Path(path)))
    except BadInput as error:
        answer = _FAULT + json.dumps([error.source, error.place, error.expected]).encode()
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    return 0


class Fetch:
    """One try to get the pack *path*. *command* runs the process; that of this program if none is given."""

    def __init__(self, path: Path, command: Sequence[str] = ()) -> None:
        self._path = path
        self._answer = b""
        self._process = subprocess.Popen(
            command or (*paths.this_program(), COMMAND, str(path)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Else Windows shows the black window of a console.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        # Of its own: the end of the pipe may never come, not even once the process is killed.
        self._reader = threading.Thread(target=self._read, name="clinic pack", daemon=True)
        self._reader.start()

    @property
    def is_over(self) -> bool:
        """Nothing of it is left on this computer."""
        return not self._reader.is_alive() and self._process.poll() is not None

    def files(self, seconds: float = LIMIT_SECONDS) -> dict[str, bytes]:
        """What it brought, after *seconds* at most. Raises BadInput, OutOfReach."""
        self._reader.join(seconds)
        came, answer = not self._reader.is_alive(), self._answer
        self.end()
        if not came:
            words = _("it did not answer within {seconds} seconds").format(seconds=round(seconds))
            raise OutOfReach(self._path, words)
        if answer.startswith(_PACK):
            return container.files_in(answer[1:], str(self._path))
        if answer.startswith(_FAULT):
            raise BadInput(*json.loads(answer[1:]))
        raise OutOfReach(self._path, _("its reader ended too soon"))

    def end(self) -> None:
        """Whatever it is at, it ends."""
        with suppress(OSError):
            self._process.kill()
        with suppress(OSError):
            if self._process.stdin is not None:
                self._process.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(END_SECONDS)
        self._reader.join(END_SECONDS)

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        with suppress(OSError, ValueError), stream:
            self._answer = stream.read(_OUTPUT_LIMIT)


def fetched_within(path: Path, seconds: float) -> dict[str, bytes]:
    """The files of the pack *path*, by a thread: for a start, which cannot wait for a process to begin.

    Raises BadInput, OutOfReach after *seconds*: the thread is then left, and ends with the program.
    """
    came: list[dict[str, bytes] | TpeGuideError] = []

    def look() -> None:
        try:
            came.append(container.files_at(path))
        except TpeGuideError as error:
            came.append(error)

    thread = threading.Thread(target=look, name="clinic pack", daemon=True)
    thread.start()
    thread.join(seconds)
    if not came:
        raise OutOfReach(path, _("it did not answer within {seconds} seconds").format(seconds=round(seconds)))
    if isinstance(came[0], TpeGuideError):
        raise came[0]
    return came[0]


def _end_with_the_pipe() -> None:
    """Whoever started us is gone once our standard input ends."""
    # Not by Python's own stream: the end of the program would wait for its lock.
    with suppress(OSError):
        while os.read(0, 1024):
            pass
    os._exit(1)

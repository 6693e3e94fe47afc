"""Where the program was when it died in native code, so that a crash leaves more than a window that is gone.

Python's own faulthandler writes it: files, lines and names of functions, no words of a person. Nothing is written as
long as nothing crashes. Exceptions of Python are another matter, and not seen here.
"""

from __future__ import annotations

import faulthandler
import os
import sys
from pathlib import Path

from tpe_guide.errors import CannotWrite
from tpe_guide.files import make_private_folder

FILE = "crash.log"
BEFORE = "crash-before.log"
"""The crash of an earlier time; of those before it nothing is kept, so logs never grow."""


def keep_in(folder: Path) -> None:
    """A crash from now on is told in ``crash.log`` in *folder*; on standard error if that cannot be written."""
    try:
        make_private_folder(folder)
        _put_aside(folder / FILE, folder / BEFORE)
        # Python closes it when the process ends, and faulthandler keeps it until then.
        log = os.fdopen(os.open(folder / FILE, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")
    except (CannotWrite, OSError):
        keep_on_stderr()
        return
    faulthandler.enable(log)


def keep_on_stderr() -> None:
    """A crash from now on is told on standard error: at a kiosk, the journal of the system."""
    # A windowed program on Windows has none.
    if sys.stderr is not None:
        faulthandler.enable(sys.__stderr__ or sys.stderr)


def kept(folder: Path) -> list[Path]:
    """The logs in *folder* in which a crash is told, the earlier first."""
    return [path for path in (folder / BEFORE, folder / FILE) if _tells(path)]


def _tells(log: Path) -> bool:
    try:
        return log.is_file() and log.stat().st_size > 0
    except OSError:
        return False


def _put_aside(log: Path, before: Path) -> None:
    if _tells(log):
        log.replace(before)

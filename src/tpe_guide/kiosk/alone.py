"""One kiosk a session: a second one would come up on top of the first, and stand there for ever."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tpe_guide.errors import CannotRunHere
from tpe_guide.i18n import _


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the lock of this display, in *folder*. Where nothing can be locked, nothing is. Raises CannotRunHere."""
    display = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or "screen"
    path = folder / f"kiosk-{re.sub('[^A-Za-z0-9]', '_', display)}.lock"
    try:
        # Not inherited: a process of ours that outlived us for a moment would hold it.
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        yield
        return
    try:
        if not _lock(handle):
            raise CannotRunHere(_("The kiosk is running already on this screen."))
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a disk that knows no locks
            return True
        return True

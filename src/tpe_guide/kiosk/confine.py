"""What a process of the kiosk gives up, so that nothing of a visit outlives it. Linux has all; others what they have.

Nothing here can fail a start: what a system does not know is left.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys

_PDEATHSIG, _DUMPABLE = 1, 4
"""Of ``prctl``, as ``<sys/prctl.h>`` numbers them."""


def leave_no_core() -> None:
    """A crash writes no core file: it would hold all of a visit. Processes started from here have it from us."""
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def be_unreadable() -> None:
    """No other program of this account may look into our memory, and the system dumps it nowhere."""
    _prctl(_DUMPABLE, 0)


def end_with(parent: int) -> None:
    """End at once when the process *parent* does, also when that is killed.

    A parent that ended before this call is noticed by the pipe that it held.
    """
    _prctl(_PDEATHSIG, int(signal.SIGKILL) if sys.platform != "win32" else 0)
    if sys.platform.startswith("linux") and os.getppid() != parent:
        os._exit(0)


def _prctl(option: int, value: int) -> None:
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0)

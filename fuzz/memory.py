"""How much memory this process holds."""

from __future__ import annotations

import ctypes
import gc
import sys
from pathlib import Path
from statistics import median

FIRST, LAST = slice(2, 7), slice(-5, None)
"""The wipes that are compared: the third to the seventh, as the first ones still load what every visit needs."""


def resident() -> float:
    """MiB that the system counts for this process; 0 where it does not tell."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return 0.0
    line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def held() -> float:
    """MiB that are still in use: what the C library only keeps to hand out again is given back first."""
    gc.collect()
    if sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)
    return resident()


def growth(after_wipes: list[float]) -> float:
    """By how much the last wipes leave more than the first ones: 0.1 is a tenth. 0 if there were too few."""
    if len(after_wipes) < FIRST.stop - LAST.start:
        return 0.0
    return median(after_wipes[LAST]) / median(after_wipes[FIRST]) - 1

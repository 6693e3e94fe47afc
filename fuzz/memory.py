"""How much memory this process holds."""

from __future__ import annotations

import ctypes
import gc
import sys
from pathlib import Path
from statistics import median

ENOUGH = 100
"""Wipes from which on growth can be told."""
FEW = 5
"""Wipes at either end that are compared, by their median."""


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
    """By how much the last wipes leave more than those a third of the way: 0.1 is a tenth. 0 if there were too few.

    In the first third every screen, size and colour is seen for the first time, and what it takes to draw them (code,
    fonts, a few drawings) stays for the next visitor. That has an end; what grows with each visit has none.
    """
    if len(after_wipes) < ENOUGH:
        return 0.0
    third = len(after_wipes) // 3
    return median(after_wipes[-FEW:]) / median(after_wipes[third : third + FEW]) - 1

"""From the command to the first screen of the bundle (`make bundle`), beside the same from source: warm, and from disk.

From disk: the system's cache of files is dropped before each start, where that is allowed (Linux, root).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.launch import PAGE
from benchmarks.runs import ROOT, Cost, Figure, interleaved, run, scratch, window_environment

BUNDLE = ROOT / "dist" / "tpe-guide" / ("tpe-guide.exe" if os.name == "nt" else "tpe-guide")
END_WHEN_SHOWN = "TPE_GUIDE_END_WHEN_SHOWN"
"""See ``tpe_guide.app``; not imported, as this module stays small."""
CACHE = Path("/proc/sys/vm/drop_caches")
WARM = 1.1
"""Budget: times the start from source. From disk there is none: it is the disk that is measured."""


def figures(*, quick: bool) -> list[Figure]:
    """Time of a start; nothing, and a word of why, where there is no bundle."""
    if not BUNDLE.is_file():
        print("no bundle to measure: make bundle", file=sys.stderr)
        return []
    rows = [_figure("start of the bundle (floor: from source)", WARM, rounds=5 if quick else 15)]
    if os.access(CACHE, os.W_OK):
        rows.append(_figure("the same, read from disk", None, rounds=3 if quick else 5, before=forget_files))
    return rows


def forget_files() -> None:
    """Let the next start read its files from disk."""
    os.sync()
    CACHE.write_text("3", encoding="ascii")


def _figure(name: str, budget: float | None, *, rounds: int, before: Callable[[], None] = lambda: None) -> Figure:
    with scratch() as folder:
        environment = window_environment(folder) | {END_WHEN_SHOWN: "1"}

        def start(*command: str | Path) -> Cost:
            before()
            return run([*command, "--page", PAGE], environment)

        ours, floor = interleaved(
            partial(start, BUNDLE), partial(start, sys.executable, "-m", "tpe_guide"), rounds=rounds
        )
    times = ([cost.seconds * 1000 for cost in costs] for costs in (ours, floor))
    return Figure(name, "ms", *times, budget)

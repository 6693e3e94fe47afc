"""What the open program uses while a person reads: nothing moves, so nothing should be done."""

from __future__ import annotations

from benchmarks.launch import PAGE
from benchmarks.runs import Figure, answer, scratch, window_environment

SECONDS = 30
QUICK_SECONDS = 5


def figures(*, quick: bool) -> list[Figure]:
    """Processor time of half a minute with a page open."""
    seconds = QUICK_SECONDS if quick else SECONDS
    with scratch() as folder:
        used = answer("stay_idle", PAGE, folder / "data", str(seconds), environment=window_environment(folder))
    name = f"idle for {seconds} s, page open: processor time"
    return [Figure(name, "ms", [used * 1000], [], budget=100 * seconds / SECONDS)]

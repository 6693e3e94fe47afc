"""The moving picture of the machine: what it costs while it plays, and while it stands still."""

from __future__ import annotations

from benchmarks.runs import Figure, answer, scratch, window_environment

SECONDS = 10
QUICK_SECONDS = 3
PLAYING, PAUSED = 15, 0.1
"""Budgets: per cent of one core."""


def figures(*, quick: bool) -> list[Figure]:
    """Share of one core at 30 frames a second, and paused."""
    with scratch() as folder:
        seconds = str(QUICK_SECONDS if quick else SECONDS)
        cost = answer("play_circuit", folder / "data", seconds, environment=window_environment(folder))
    rows = []
    for variant, (playing, paused, frames) in cost.items():
        rows += [
            Figure(f"circuit playing, {variant}: of one core", "%", [playing * 100], [], PLAYING),
            Figure("the same, frames a second", "fps", [frames], [], None),
            Figure("the same, paused: of one core", "%", [paused * 100], [], PAUSED),
        ]
    return rows

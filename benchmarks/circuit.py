"""The moving picture of the machine: what it costs while it plays, while it stands still, and to open."""

from __future__ import annotations

from benchmarks.runs import Figure, answer, scratch, window_environment

SECONDS = 10
QUICK_SECONDS = 3
PLAYING, PAUSED, FIRST = 15, 0.1, 2.0
"""Budgets: per cent of one core, per cent of one core, times a plain page."""


def figures(*, quick: bool) -> list[Figure]:
    """Share of one core at 30 frames a second and paused, and the first paint beside that of a plain page."""
    with scratch() as folder:
        seconds = str(QUICK_SECONDS if quick else SECONDS)
        cost = answer("play_circuit", folder / "data", seconds, environment=window_environment(folder))
    first, page = ([each * 1000 for each in cost[kind]] for kind in ("first", "page"))
    rows = [Figure("circuit, from home to its first paint (floor: a plain page)", "ms", first, page, FIRST)]
    for variant, (playing, paused, frames) in cost["playing"].items():
        rows += [
            Figure(f"circuit playing, {variant}: of one core", "%", [playing * 100], [], PLAYING),
            Figure("the same, frames a second", "fps", [frames], [], None),
            Figure("the same, paused: of one core", "%", [paused * 100], [], PAUSED),
        ]
    return rows

"""The pictures that have a screen of their own: how long each takes to be there, beside a plain page."""

from __future__ import annotations

from benchmarks.runs import Figure, answer, scratch, window_environment

ROUNDS, QUICK_ROUNDS = 15, 5
FIRST = 2.0
"""Budget: times a plain page."""


def figures(*, quick: bool) -> list[Figure]:
    """From home to the first paint of each."""
    with scratch() as folder:
        rounds = str(QUICK_ROUNDS if quick else ROUNDS)
        taken = answer("first_paints", folder / "data", rounds, environment=window_environment(folder))
    times = {name: [each * 1000 for each in seconds] for name, seconds in taken.items()}
    page = times.pop("page")
    return [
        Figure(f"{name}, from home to its first paint (floor: a plain page)", "ms", ours, page, FIRST)
        for name, ours in times.items()
    ]

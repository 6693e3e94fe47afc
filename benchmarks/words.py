"""All words: how long they take to be there when they are first asked for, beside a page that is first asked for."""

from __future__ import annotations

from benchmarks.runs import Figure, answer, scratch, window_environment

ROUNDS, QUICK_ROUNDS = 9, 3
FIRST = 3.0
"""Budget: times a plain page."""


def figures(*, quick: bool) -> list[Figure]:
    """Each round is a program of its own, for which nothing has been imported or read."""
    with scratch() as folder:
        environment = window_environment(folder)
        rounds = range(QUICK_ROUNDS if quick else ROUNDS)
        taken = [answer("first_openings", folder / f"data-{each}", environment=environment) for each in rounds]
    words, page = ([each[place] * 1000 for each in taken] for place in ("words", "page"))
    return [Figure("all words, opened for the first time (floor: a plain page)", "ms", words, page, FIRST)]

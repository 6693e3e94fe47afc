"""From the command to the first page on screen, beside the smallest program that shows that page."""

from __future__ import annotations

from functools import partial

from benchmarks.runs import ROOT, SIZE, Figure, child, interleaved, run, scratch, window_environment

PAGE = "tingling"
FONTS = sorted((ROOT / "assets" / "fonts").glob("*.ttf"))


def figures(*, quick: bool) -> list[Figure]:
    """Time and peak memory of a launch."""
    with scratch() as folder:
        environment = window_environment(folder)
        html = folder / "page.html"
        run(child("page_html", PAGE, html), environment)
        ours = partial(run, child("open_page", PAGE), environment)
        floor = partial(run, child("text_browser", html, *map(str, SIZE), *FONTS), environment)
        our_costs, floor_costs = interleaved(ours, floor, rounds=5 if quick else 21)
    return [
        Figure(
            "launch to first page painted",
            "ms",
            [cost.seconds * 1000 for cost in our_costs],
            [cost.seconds * 1000 for cost in floor_costs],
            budget=1.25,
        ),
        Figure(
            "peak memory of that launch",
            "MiB",
            [cost.mebibytes for cost in our_costs],
            [cost.mebibytes for cost in floor_costs],
            budget=1.3,
        ),
    ]

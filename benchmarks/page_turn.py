"""From Next to the next page on screen, beside QTextBrowser.setHtml and paint of the same page; and from a press on a
word to its meaning on screen, beside our own turn to a page that was not made ready, and beside QTextBrowser."""

from __future__ import annotations

from benchmarks.runs import Figure, answer, percentile, scratch, window_environment

BUDGETS = {50: 0.5, 99: 1.0}
FAR = 2.0
"""Budget of a turn to a page that could not be made ready: times the floor."""
EXPLAINED = 1.0
"""Budget of a word that is explained in the text: times a turn to a page that was not made ready."""


def figures(*, quick: bool) -> list[Figure]:
    """Median and 99th percentile of a page turn at each text size."""
    with scratch() as folder:
        environment = window_environment(folder)
        turns = answer("turn_pages", folder / "data", "1" if quick else "2", environment=environment)
    rows = []
    for percent, seconds in turns.items():
        kinds = ("ours", "floor", "unprepared", "explained")
        ours, floor, unprepared, explained = ([each * 1000 for each in seconds[kind]] for kind in kinds)
        rows += [
            Figure(f"page turn, text {percent} %, p{part}", "ms", ours, floor, budget, percentile(part))
            for part, budget in BUDGETS.items()
        ]
        rows.append(Figure(f"the same to a page far away, {percent} %", "ms", unprepared, floor, FAR))
        rows.append(Figure(f"a word explained, {percent} % (floor: that)", "ms", explained, unprepared, EXPLAINED))
        rows.append(Figure("the same beside QTextBrowser", "ms", explained, floor, None))
    return rows

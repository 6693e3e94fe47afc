"""A keystroke in the search, beside SQLite FTS5 over the same texts; and the first one, which loads the index."""

from __future__ import annotations

from benchmarks.runs import Figure, answer, percentile, scratch, window_environment

BUDGETS = {60: 1, 5000: 16}
"""Pages → milliseconds that 99 of 100 keystrokes stay below."""
FIRST_BUDGET = 15
SCREEN_BUDGET = 16
"""A frame."""


def figures(*, quick: bool) -> list[Figure]:
    """Every keystroke of lay words, titles and terms, as they are and mistyped."""
    rows = [first_keystroke(rounds=5 if quick else 21)]
    rows.append(on_screen(step=16 if quick else 1))
    for pages, budget in BUDGETS.items():
        steps = {60: 1, 5000: 6}
        typed = answer("type_queries", str(pages), str(steps[pages] * (4 if quick else 1)))
        ours, porter, trigram = ([each * 1000 for each in typed[name]] for name in ("ours", "porter", "trigram"))
        name = f"search keystroke, {pages:,} pages, p99"
        rows += [
            Figure(name, "ms", ours, [], budget, percentile(99)),
            Figure("the same beside FTS5, porter", "ms", ours, porter, None, percentile(99)),
            Figure("the same beside FTS5, trigram", "ms", ours, trigram, None, percentile(99)),
        ]
        if pages == min(BUDGETS):
            rows.append(mistyped_titles(typed["found"], typed["of"]))
    return rows


def first_keystroke(*, rounds: int) -> Figure:
    """Imports, index and answer, each time in a program that has only loaded the guide."""
    seconds = [answer("first_keystroke") for __ in range(rounds)]
    return Figure("first keystroke, loads the index", "ms", [each * 1000 for each in seconds], [], FIRST_BUDGET)


def on_screen(*, step: int) -> Figure:
    """From a key to its painted results; beside a bare list filled with as many rows, for information."""
    with scratch() as folder:
        typed = answer("type_on_screen", folder / "data", str(step), environment=window_environment(folder))
    ours, floor = ([each * 1000 for each in typed[name]] for name in ("ours", "floor"))
    name = f"key to results on screen, p99 (bare list: {percentile(99)(floor):.1f} ms)"
    return Figure(name, "ms", ours, [], SCREEN_BUDGET, percentile(99))


def mistyped_titles(found: dict[str, int], of: int) -> Figure:
    """How many pages are among the first three hits for their title with a slip in each long word."""
    others = f"FTS5 porter {found['porter']}, trigram {found['trigram']}"
    return Figure(f"mistyped titles found, of {of} ({others})", "pages", [found["ours"]], [], None)

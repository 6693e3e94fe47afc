"""From a touch of the kiosk's first page to the guide on screen, in a process that is warm and in one that is not."""

from __future__ import annotations

from benchmarks.runs import Figure, answer, scratch, window_environment

AT_MOST_MS = 300.0


def figures(*, quick: bool) -> list[Figure]:
    """One touch a process, as one visit is one."""
    with scratch() as folder:
        environment = window_environment(folder)
        rounds = range(3 if quick else 11)
        warm, cold = ([answer("touch_kiosk", how, environment=environment) for _ in rounds] for how in ("1", "0"))
    ours, floor, unwarmed = ([each[at] * 1000 for each in of] for of, at in ((warm, 0), (warm, 1), (cold, 0)))
    return [
        Figure("kiosk: touch to the first page", "ms", ours, [], AT_MOST_MS),
        Figure("the same beside QTextBrowser", "ms", ours, floor, None),
        Figure("the same, without a process that is warm", "ms", unwarmed, floor, None),
    ]

"""A long diary beside a short one: 20,000 entries, which is as many as it takes, beside 20."""

from __future__ import annotations

from benchmarks.runs import Figure, answer, scratch, window_environment

BUDGET = 1.2


def figures(*, quick: bool) -> list[Figure]:
    """Both diaries are opened in turns, in one program each."""
    with scratch() as folder:
        environment = window_environment(folder)
        times = answer("open_diaries", folder, "5" if quick else "25", environment=environment)
    return [
        Figure(
            f"{name}, 20,000 entries (floor: 20)",
            "ms",
            [each * 1000 for each in times[f"{act}-long"]],
            [each * 1000 for each in times[f"{act}-short"]],
            BUDGET,
        )
        for act, name in (("overview", "my diary opened and painted"), ("unlock", "my diary unlocked and painted"))
    ]

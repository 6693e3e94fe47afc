"""A long diary beside a short one: 19,800 entries, nearly as many as it takes, beside 20; and three taps to *Saved*."""

from __future__ import annotations

from benchmarks.runs import Figure, answer, scratch, window_environment

BUDGET = 1.2
TAPS = 100
"""Budget in ms; in ours the disk is waited for as well."""
ACTS = {
    "overview": "my diary opened and painted",
    "unlock": "my diary unlocked and painted",
    "saved": "Save pressed, Saved painted",
}


def figures(*, quick: bool) -> list[Figure]:
    """Both diaries are opened in turns, in one program each."""
    with scratch() as folder:
        environment = window_environment(folder)
        times = answer("open_diaries", folder, "5" if quick else "25", environment=environment)
    taps = Figure(
        "three taps to Saved painted, disk and all", "ms", [each * 1000 for each in times["taps-long"]], [], TAPS
    )
    return [
        taps,
        *(
            Figure(
                f"{name}, 19,800 entries (floor: 20)",
                "ms",
                [each * 1000 for each in times[f"{act}-long"]],
                [each * 1000 for each in times[f"{act}-short"]],
                BUDGET,
            )
            for act, name in ACTS.items()
        ),
    ]

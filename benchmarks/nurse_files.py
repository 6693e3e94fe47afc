"""A ward's folder in the nurse's window: until each file has its row and its state, beside reading the files bare."""

from __future__ import annotations

import shutil

from benchmarks.runs import Figure, answer, scratch, window_environment
from benchmarks.summary_page import DIARY

FILES = 100


def figures(*, quick: bool) -> list[Figure]:
    """Time until all are listed, and the longest time for which the window was held up meanwhile."""
    with scratch() as folder:
        ward = folder / "ward"
        ward.mkdir()
        for number in range(FILES):
            shutil.copy(DIARY, ward / f"bed-{number}.tpediary.json")
        environment = window_environment(folder)
        told = answer("list_ward", folder / "data", ward, "3" if quick else "15", environment=environment)
    ours, floor, held = ([each * 1000 for each in told[kind]] for kind in ("ours", "floor", "held"))
    return [
        Figure(f"{FILES} files listed for a nurse", "ms", ours, floor, budget=5.0),
        Figure("the same: the window held up, longest", "ms", held, [], budget=100),
    ]

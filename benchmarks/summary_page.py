"""``tpe-guide summary``, command to PDF, beside Python and the bare compile of that page; and a ward of them."""

from __future__ import annotations

import json
import os
import shutil
import sys
from functools import partial

from benchmarks.runs import ROOT, Figure, answer, child, interleaved, run, scratch

DIARY = ROOT / "examples" / "demo.tpediary.json"
TEMPLATE = ROOT / "src" / "tpe_guide" / "summary" / "page.typ"
FONTS = ROOT / "assets" / "fonts"


def figures(*, quick: bool) -> list[Figure]:
    """Time of one summary, and of many on all cores."""
    return [_one(quick=quick), *_many(diaries=24 if quick else 100, rounds=1 if quick else 3)]


def _many(*, diaries: int, rounds: int) -> list[Figure]:
    """On all cores, beside one core's time shared out among them."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    if cores < 2 or shutil.which("taskset") is None:
        return []
    with scratch() as folder:
        ward = folder / "ward"
        ward.mkdir()
        for number in range(diaries):
            shutil.copy(DIARY, ward / f"{number}.tpediary.json")
        command = [sys.executable, "-m", "tpe_guide", "-q", "summary", ward, "-o", folder / "out", "--replace"]
        first = str(min(os.sched_getaffinity(0)))
        all_costs, one_costs = interleaved(
            partial(run, command), partial(run, ["taskset", "-c", first, *command]), rounds=rounds
        )
    return [
        Figure(
            f"{diaries} diaries on {cores} cores, beside 1",
            "ms",
            [cost.seconds * 1000 for cost in all_costs],
            [cost.seconds * 1000 / cores for cost in one_costs],
            budget=1.25,
        )
    ]


def _one(*, quick: bool) -> Figure:
    with scratch() as folder:
        page = folder / "page.pdf"
        inputs = folder / "inputs.json"
        inputs.write_text(json.dumps(answer("report_data", DIARY, page)), encoding="utf-8")
        ours = partial(run, [sys.executable, "-m", "tpe_guide", "-q", "summary", DIARY, "-o", page])
        floor = partial(run, child("bare_typst", TEMPLATE, inputs, folder / "floor.pdf", FONTS))
        our_costs, floor_costs = interleaved(ours, floor, rounds=5 if quick else 15)
    return Figure(
        "summary, command to PDF",
        "ms",
        [cost.seconds * 1000 for cost in our_costs],
        [cost.seconds * 1000 for cost in floor_costs],
        budget=1.5,
    )

"""``tpe-guide summary`` from the command to the PDF, beside Python and the bare compile of that page."""

from __future__ import annotations

import json
import sys
from functools import partial

from benchmarks.runs import ROOT, Figure, answer, child, interleaved, run, scratch

DIARY = ROOT / "examples" / "demo.tpediary.json"
TEMPLATE = ROOT / "src" / "tpe_guide" / "summary" / "page.typ"
FONTS = ROOT / "assets" / "fonts"


def figures(*, quick: bool) -> list[Figure]:
    """Time of one summary."""
    with scratch() as folder:
        page = folder / "page.pdf"
        inputs = folder / "inputs.json"
        inputs.write_text(json.dumps(answer("report_data", DIARY, page)), encoding="utf-8")
        ours = partial(run, [sys.executable, "-m", "tpe_guide", "-q", "summary", DIARY, "-o", page])
        floor = partial(run, child("bare_typst", TEMPLATE, inputs, folder / "floor.pdf", FONTS))
        our_costs, floor_costs = interleaved(ours, floor, rounds=5 if quick else 15)
    return [
        Figure(
            "summary, command to PDF",
            "ms",
            [cost.seconds * 1000 for cost in our_costs],
            [cost.seconds * 1000 for cost in floor_costs],
            budget=1.5,
        )
    ]

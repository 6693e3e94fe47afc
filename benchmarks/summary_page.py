"""``tpe-guide summary``, command to PDF, beside Python and the bare compile of that page; and a ward of them."""

from __future__ import annotations

import json
import os
import shutil
import sys
from functools import partial
from pathlib import Path

from benchmarks.runs import ROOT, Cost, Figure, answer, child, interleaved, run, scratch

DIARY = ROOT / "examples" / "demo.tpediary.json"
TEMPLATE = ROOT / "src" / "tpe_guide" / "summary" / "page.typ"
FONTS = ROOT / "assets" / "fonts"
SCRIPTS = ROOT / "assets" / "scripts"
QUESTIONS, LONGEST = 200, 2000
_ASKED = (
    "When do I start my regular MS medicine again, and how long will my hands tingle? ",
    "血漿交換の後、いつ普段の薬を再開できますか。手のしびれはどのくらい続きますか。",
    "متى أبدأ دوائي المعتاد مرة أخرى وماذا عن التنميل في يدي بعد تبديل البلازما؟ ",
)


def figures(*, quick: bool) -> list[Figure]:
    """Time of one summary, and of many on all cores; time and memory of the most questions, in three scripts."""
    with scratch() as folder:
        ours, floor = costs(DIARY, folder, 5 if quick else 15, FONTS)
        most, most_floor = costs(large(folder), folder, 1 if quick else 5, FONTS, SCRIPTS)
    name = f"summary, {QUESTIONS} questions in three scripts"
    return [
        Figure("summary, command to PDF", "ms", seconds(ours), seconds(floor), budget=1.5),
        Figure(f"{name}: processor", "ms", [cost.cpu * 1000 for cost in most], [], budget=2000),
        Figure(f"{name}: memory", "MiB", [cost.mebibytes for cost in most], [], budget=300),
        Figure(f"{name}: beside the compile", "ms", seconds(most), seconds(most_floor), budget=1.25),
        *_many(diaries=24 if quick else 100, rounds=1 if quick else 3),
    ]


def costs(diary: Path, folder: Path, rounds: int, *fonts: Path) -> list[list[Cost]]:
    """Of the summary of *diary*, and of the bare compile of what that hands to typst."""
    page, inputs = folder / "page.pdf", folder / "inputs.json"
    inputs.write_text(json.dumps(answer("report_data", diary, page)), encoding="utf-8")
    ours = partial(run, [sys.executable, "-m", "tpe_guide", "-q", "summary", diary, "-o", page])
    floor = partial(run, child("bare_typst", TEMPLATE, inputs, folder / "floor.pdf", *fonts))
    return interleaved(ours, floor, rounds=rounds)


def large(folder: Path) -> Path:
    """The demo diary with as many questions as long as may be, in turn in each script: about 0.8 MB."""
    diary = json.loads(DIARY.read_text(encoding="utf-8"))
    diary["questions"] = [
        {"text": f"{number}. {_ASKED[number % 3] * LONGEST}"[: LONGEST - 1].strip(), "asked": False}
        for number in range(QUESTIONS)
    ]
    made = folder / "large.tpediary.json"
    made.write_text(json.dumps(diary, ensure_ascii=False), encoding="utf-8")
    return made


def seconds(costs: list[Cost]) -> list[float]:
    """In ms."""
    return [cost.seconds * 1000 for cost in costs]


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
            seconds(all_costs),
            [each / cores for each in seconds(one_costs)],
            budget=1.25,
        )
    ]

"""``tpe-guide summary``, command to PDF, beside Python and the bare compile of that page; a ward; a tap for a page."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import sys
from functools import partial
from pathlib import Path

from benchmarks.runs import ROOT, Cost, Figure, answer, child, interleaved, run, scratch, window_environment

DIARY = ROOT / "examples" / "demo.tpediary.json"
TEMPLATE = ROOT / "src" / "tpe_guide" / "summary" / "page.typ"
FONTS = ROOT / "assets" / "fonts"
SCRIPTS = ROOT / "assets" / "scripts"
QUESTIONS, LONGEST = 200, 2000
SESSIONS = 200
_ASKED = (
    "When do I start my regular MS medicine again, and how long will my hands tingle? ",
    "血漿交換の後、いつ普段の薬を再開できますか。手のしびれはどのくらい続きますか。",
    "متى أبدأ دوائي المعتاد مرة أخرى وماذا عن التنميل في يدي بعد تبديل البلازما؟ ",
)


def figures(*, quick: bool) -> list[Figure]:
    """Time of one summary, of the longest course, of many; of the most questions in three scripts; of a tap."""
    with scratch() as folder:
        ours, floor = costs(DIARY, folder, 5 if quick else 15, FONTS)
        longest, longest_floor = costs(long_course(folder), folder, 1 if quick else 5, FONTS)
        most, most_floor = costs(large(folder), folder, 1 if quick else 5, FONTS, SCRIPTS)
    name = f"summary, {QUESTIONS} questions in three scripts"
    return [
        Figure("summary, command to PDF", "ms", seconds(ours), seconds(floor), budget=1.5),
        Figure(
            f"summary, {SESSIONS} sessions: processor", "ms", [cost.cpu * 1000 for cost in longest], [], budget=1000
        ),
        Figure("the same beside the compile", "ms", seconds(longest), seconds(longest_floor), budget=None),
        Figure(f"{name}: processor", "ms", [cost.cpu * 1000 for cost in most], [], budget=2000),
        Figure(f"{name}: memory", "MiB", [cost.mebibytes for cost in most], [], budget=300),
        Figure(f"{name}: beside the compile", "ms", seconds(most), seconds(most_floor), budget=1.25),
        *_many(diaries=24 if quick else 100, rounds=1 if quick else 3),
        *_preview(rounds=3 if quick else 12),
    ]


def costs(diary: Path, folder: Path, rounds: int, *fonts: Path) -> list[list[Cost]]:
    """Of the summary of *diary*, and of the bare compile of what that hands to typst."""
    page, inputs = folder / "page.pdf", folder / "inputs.json"
    inputs.write_text(json.dumps(answer("report_data", diary, page)), encoding="utf-8")
    ours = partial(run, [sys.executable, "-m", "tpe_guide", "-q", "summary", diary, "-o", page])
    floor = partial(run, child("bare_typst", TEMPLATE, inputs, folder / "floor.pdf", "1", *fonts))
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


def long_course(folder: Path) -> Path:
    """As many sessions as a diary may have, two days apart, with an entry each out of the demo diary."""
    diary = json.loads(DIARY.read_text(encoding="utf-8"))
    days = [(dt.date(2025, 1, 1) + dt.timedelta(days=2 * number)).isoformat() for number in range(SESSIONS)]
    entries = diary["entries"]
    diary["course"] |= {"started": days[0], "planned_sessions": SESSIONS}
    diary["sessions"] = [
        diary["sessions"][0] | {"id": f"s{number}", "number": number + 1, "day": day, "state": "done"}
        for number, day in enumerate(days)
    ]
    diary["entries"] = [
        entries[number % len(entries)]
        | {"id": f"e{number}", "session": f"s{number}", "day": day, "recorded_at": f"{day}T19:40:00+01:00"}
        for number, day in enumerate(days)
    ]
    made = folder / "long.tpediary.json"
    made.write_text(json.dumps(diary), encoding="utf-8")
    return made


def seconds(costs: list[Cost]) -> list[float]:
    """In ms."""
    return [cost.seconds * 1000 for cost in costs]


def _many(*, diaries: int, rounds: int) -> list[Figure]:
    """On all cores, beside one core's time shared out among them; and beside one process that only sets type."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    if cores < 2 or shutil.which("taskset") is None:
        return []
    with scratch() as folder:
        ward, inputs = folder / "ward", folder / "inputs.json"
        ward.mkdir()
        for number in range(diaries):
            shutil.copy(DIARY, ward / f"{number}.tpediary.json")
        inputs.write_text(json.dumps(answer("report_data", DIARY, folder / "page.pdf")), encoding="utf-8")
        command = [sys.executable, "-m", "tpe_guide", "-q", "summary", ward, "-o", folder / "out", "--replace"]
        bare = child("bare_typst", TEMPLATE, inputs, folder / "floor.pdf", str(diaries), FONTS)
        pinned = ["taskset", "-c", str(min(os.sched_getaffinity(0)))]
        all_costs, one_costs, bare_costs = interleaved(
            partial(run, command), partial(run, [*pinned, *command]), partial(run, [*pinned, *bare]), rounds=rounds
        )
    ours = seconds(all_costs)
    name = f"{diaries} diaries on {cores} cores, beside"
    return [
        Figure(f"{name} 1", "ms", ours, [each / cores for each in seconds(one_costs)], budget=1.25),
        Figure(f"{name} bare typst on 1", "ms", ours, [each / cores for each in seconds(bare_costs)], budget=1.5),
    ]


def _preview(*, rounds: int) -> list[Figure]:
    """From a tap for one part more or less to that page on screen, made ahead or not; beside its picture by typst."""
    with scratch() as folder:
        taps = answer("preview_page", folder / "data", str(rounds), environment=window_environment(folder))
    ours, at_once, floor = ([each * 1000 for each in taps[name]] for name in ("ours", "at_once", "floor"))
    return [
        Figure("nurse's page after a tap", "ms", ours, [], budget=100),
        Figure("the same at once after another, beside typst's picture", "ms", at_once, floor, budget=1.25),
    ]

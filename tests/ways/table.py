"""Five tasks × five ways as a table: which were shown, which failed, which could not be tried here and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

TASKS = {
    "T1": "read a page by headings",
    "T2": "turn a page",
    "T3": "log, and hear “Saved”",
    "T4": "print the nurse’s page",
    "T5": "read Urgent help",
}
WAYS = {
    "bus": "by names, from outside",
    "orca": "by ear, with Orca",
    "keyboard": "by keys alone",
    "400 %": "400 % at 480×800",
    "tremor": "with a tremor",
}
Cell = tuple[str, str]
"""A task and a way."""
_MARKS = {"shown": "✓", "failed": "✗", "not run": "–"}
_WIDE = 26


class Outcome(NamedTuple):
    """What became of a cell, and *why* it is not shown."""

    state: Literal["shown", "failed", "not run"]
    why: str = ""


MISSING = Outcome("not run", "it was not asked for")


def table(outcomes: Mapping[Cell, Outcome]) -> list[str]:
    """The lines of the table, the count below it, and a reason for each cell that is no pass."""
    found = {(task, way): outcomes.get((task, way), MISSING) for task in TASKS for way in WAYS}
    lines = ["".join([" " * _WIDE, *(f"{way:^24}" for way in WAYS.values())]).rstrip()]
    for task, words in TASKS.items():
        marks = "".join(f"{_MARKS[found[task, way].state]:^24}" for way in WAYS)
        lines.append(f"{f'{task} {words}':<{_WIDE}}{marks}".rstrip())
    shown = sum(outcome.state == "shown" for outcome in found.values())
    lines += ["", f"{shown} of {len(found)} shown."]
    for state, words in (("failed", "failed"), ("not run", "not run here")):
        whys = {cell: outcome.why for cell, outcome in found.items() if outcome.state == state}
        for why in dict.fromkeys(whys.values()):
            cells = ", ".join(f"{task} {WAYS[way]}" for (task, way), each in whys.items() if each == why)
            lines.append(f"{_MARKS[state]} {words}: {cells}: {why or 'no reason was given'}")
    return lines

"""``python -m benchmarks [--quick] [NAME …]``: measure and print one table."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from importlib.metadata import version

from benchmarks.runs import Figure, spread

NAMES = (
    "launch",
    "page_turn",
    "search",
    "summary_page",
    "nurse_files",
    "save",
    "diary",
    "idle",
    "circuit",
    "pictures",
    "words",
    "kiosk",
    "frozen",
)
COLUMNS = ("figure", "ours (quartiles)", "floor (quartiles)", "ratio", "budget", "")


def main(arguments: Sequence[str]) -> int:
    """Measure what is asked for and print it. Returns 0: a budget is judged by who reads the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of {', '.join(NAMES)}; all if not said")
    parser.add_argument("--quick", action="store_true", help="fewer runs: a look, not a proof")
    options = parser.parse_args(arguments)
    unknown = set(options.names) - set(NAMES)
    if unknown:
        parser.error(f"expected {', '.join(NAMES)}, not {', '.join(sorted(unknown))}")
    figures: list[Figure] = []
    for name in options.names or NAMES:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        figures += import_module(f"benchmarks.{name}").figures(quick=options.quick)
    print(machine())
    print(table(figures))
    return 0


def machine() -> str:
    """What was measured on."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores{load}, "
        f"Python {platform.python_version()}, PySide6 {version('PySide6-Essentials')}"
    )


def table(figures: Iterable[Figure]) -> str:
    """*figures* as a table for people."""
    rows = [COLUMNS, *map(row, figures)]
    widths = [max(len(cells[index]) for cells in rows) for index in range(len(COLUMNS))]
    lines = ["  ".join(map(str.ljust, cells, widths)).rstrip() for cells in rows]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def row(figure: Figure) -> tuple[str, ...]:
    """One figure as the words of its cells."""
    return (
        figure.name,
        amount(figure.ours, figure.value, figure.unit),
        amount(figure.floor, figure.value, figure.unit) if figure.floor else "–",
        f"{figure.verdict:.2f}" if figure.floor else "–",
        "–" if figure.budget is None else f"≤ {figure.budget:g}" + ("" if figure.floor else f" {figure.unit}"),
        "" if figure.budget is None else ("ok" if figure.ok else "OVER"),
    )


def amount(numbers: Sequence[float], value: Callable[[Sequence[float]], float], unit: str) -> str:
    """The value of all runs, and between what half of them lie."""
    low, high = spread(numbers)
    middle = f"{value(numbers):.3g} {unit}"
    return middle if len(numbers) < 2 else f"{middle} ({low:.3g}–{high:.3g})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

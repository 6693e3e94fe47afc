"""Runs of child processes and what they cost, as seen from outside.

This module and its callers stay small: Linux never reports less peak memory of a child than of its parent.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
CHILDREN = Path(__file__).resolve().parent / "children"
SCRATCH = ROOT / "build" / "bench"
"""On a real disk: a temporary folder is often memory, where a flush costs nothing."""
USUAL = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""An environment as people have it: Python keeps what it compiles."""
SIZE = (1440, 900)
"""The screen and window of every figure."""


class Cost(NamedTuple):
    """What one process cost: seconds from start to end, its peak resident memory in MiB, seconds of a processor."""

    seconds: float
    mebibytes: float
    cpu: float


class Figure(NamedTuple):
    """One row of the table; *ours* and *floor* hold one number a run."""

    name: str
    unit: str
    ours: Sequence[float]
    floor: Sequence[float]
    """Empty: the budget is in *unit* itself, not a ratio."""
    budget: float | None
    """None: for information only."""
    value: Callable[[Sequence[float]], float] = median

    @property
    def verdict(self) -> float:
        """What the budget is for: the ratio to the floor, or the figure itself."""
        ours = self.value(self.ours)
        return ours / self.value(self.floor) if self.floor else ours

    @property
    def ok(self) -> bool:
        """Within its budget, or without one."""
        return self.budget is None or self.verdict <= self.budget


def percentile(percent: int) -> Callable[[Sequence[float]], float]:
    """The function that takes the *percent*-th percentile of its numbers."""

    def take(numbers: Sequence[float]) -> float:
        return quantiles(numbers, n=100, method="inclusive")[percent - 1]

    return take


def spread(numbers: Sequence[float]) -> tuple[float, float]:
    """The quartiles: half of *numbers* lie between them."""
    if len(numbers) < 2:
        return numbers[0], numbers[0]
    low, __, high = quantiles(numbers, n=4, method="inclusive")
    return low, high


def run(command: Sequence[str | Path], environment: Mapping[str, str] = USUAL) -> Cost:
    """Run *command* to its end. Raises RuntimeError if it fails."""
    start = time.perf_counter()
    process = subprocess.Popen([*map(str, command)], env=environment, cwd=ROOT, stdout=subprocess.DEVNULL)
    __, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"exit code {process.returncode}: {command}")
    # Linux counts in KiB, macOS in bytes.
    mebibytes = usage.ru_maxrss / (1024 if sys.platform.startswith("linux") else 1024 * 1024)
    return Cost(seconds, mebibytes, usage.ru_utime + usage.ru_stime)


def interleaved(*runs: Callable[[], Cost], rounds: int) -> list[list[Cost]]:
    """The costs of each of *runs*, taken in turn, *rounds* times: all share a slow minute of the machine."""
    for warm_up in runs:
        warm_up()
    costs: list[list[Cost]] = [[] for __ in runs]
    for number in range(rounds):
        # Whoever follows the slower one may find another cache: so take turns in going first.
        for index in range(len(runs)) if number % 2 else reversed(range(len(runs))):
            costs[index].append(runs[index]())
    return costs


def child(name: str, *arguments: str | Path) -> list[str | Path]:
    """The command that runs ``children/<name>.py``."""
    return [sys.executable, CHILDREN / f"{name}.py", *arguments]


def answer(name: str, *arguments: str | Path, environment: Mapping[str, str] = USUAL) -> Any:
    """What ``children/<name>.py`` prints, which is JSON. Raises CalledProcessError if it fails."""
    command = [*map(str, child(name, *arguments))]
    done = subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder of this run on disk, removed afterwards."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=SCRATCH) as folder:
        yield Path(folder)


def window_environment(folder: Path) -> dict[str, str]:
    """The environment of a child that draws into memory, on a screen of SIZE, with its data in *folder*."""
    screen = {"name": "bench", "x": 0, "y": 0, "width": SIZE[0], "height": SIZE[1]}
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    (folder / "screen.json").write_text(json.dumps({"screens": [screen | dots]}), encoding="utf-8")
    return {
        **USUAL,
        "QT_QPA_PLATFORM": f"offscreen:configfile={folder / 'screen.json'}",
        "TPE_GUIDE_DATA_DIR": str(folder / "data"),
        "LANGUAGE": "C",
    }

"""``python -m fuzz [--seeds 20] [--events 20000]``: random events on home and kiosk; fails if anything goes wrong."""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

WORLDS = ("home", "kiosk")
MOST_GROWTH = 0.10
"""By how much a kiosk may hold more after the last visits; see ``memory.growth``."""
LONG = 5000
"""From so many events a seed on, every screen has to be reached."""
COLUMNS = ("seed", "world", "events", "s", "screens", "faults", "end", "MiB", "wipes", "after first", "after last", "")
PER_EVENT = 0.5
"""Seconds after which, times the events, a run counts as hanging."""


class Outcome(NamedTuple):
    """What became of one seed."""

    seed: int
    world: str
    exit_code: int
    report: dict[str, Any]
    told: str
    """Why it ended early: the last events, and where it was."""

    @property
    def ok(self) -> bool:
        """Nothing went wrong."""
        return self.exit_code == 0 and not self.report["faults"] and self.report["growth"] <= MOST_GROWTH

    @property
    def end(self) -> str:
        """How its process ended."""
        return signal.Signals(-self.exit_code).name if self.exit_code < 0 else str(self.exit_code)


def main(arguments: Sequence[str]) -> int:
    """Run all seeds, tell of each, and sum up. Returns 1 if anything went wrong."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("--seeds", type=int, default=20, help="how many; every other one is of the kiosk")
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--events", type=int, default=20_000, help="for each seed")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at a time")
    options = parser.parse_args(arguments)
    print(line(COLUMNS), flush=True)
    outcomes = []
    began = time.monotonic()
    with ThreadPoolExecutor(options.jobs) as pool:
        seeds = range(options.first, options.first + options.seeds)
        for outcome in pool.map(lambda seed: outcome_of(seed, options.events), seeds):
            print(line(cells(outcome)), flush=True)
            print(outcome.told, end="", flush=True)
            outcomes.append(outcome)
    missing = unreached(outcomes) if options.events >= LONG and options.seeds >= len(WORLDS) else []
    for world, places in missing:
        print(f"never reached at {world}: {', '.join(places)}")
    bad = [outcome.seed for outcome in outcomes if not outcome.ok]
    total = sum(outcome.report.get("events", 0) for outcome in outcomes)
    print(f"{total} events in {time.monotonic() - began:.0f} s; seeds with faults: {bad or 'none'}")
    return 1 if bad or missing else 0


def outcome_of(seed: int, events: int) -> Outcome:
    """Run one seed in a process of its own, in a folder of its own."""
    world = WORLDS[seed % len(WORLDS)]
    with TemporaryDirectory(prefix="tpe-guide-fuzz-") as name:
        folder = Path(name)
        command = [sys.executable, "-m", "fuzz.run", world, str(seed), str(events), name]
        try:
            code = subprocess.run(command, check=False, env=surroundings(folder), timeout=60 + events * PER_EVENT)
            exit_code = code.returncode
        except subprocess.TimeoutExpired:
            exit_code = -signal.SIGKILL
        file = folder / "report.json"
        report = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
        return Outcome(seed, world, exit_code, report, "".join(why(folder, report, exit_code)))


def surroundings(folder: Path) -> dict[str, str]:
    """A home in *folder*, nobody who speaks, and freed memory that cannot be taken for an object."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "QT_"))}
    return kept | {
        "HOME": str(folder),
        "TPE_GUIDE_DATA_DIR": str(folder / "data"),
        "SPEECHD_ADDRESS": "unix_socket:/nowhere",
        "LC_ALL": "C.UTF-8",
        "PYTHONMALLOC": "debug",
        "PYTHONHASHSEED": "0",
    }


def why(folder: Path, report: dict[str, Any], exit_code: int) -> Iterator[str]:
    """Each kind of fault in full; after a crash also where it was and what came last."""
    for fault, whole in report.get("first", {}).items():
        yield f"--- {report['faults'][fault]} × {fault}\n{whole}"
    if exit_code != 0:
        for name in ("events.log", "crash.log"):
            file = folder / name
            yield f"--- {name}\n{file.read_text(encoding='utf-8', errors='replace') if file.is_file() else ''}"


def unreached(outcomes: Sequence[Outcome]) -> list[tuple[str, list[str]]]:
    """The places that no seed of a world came to."""
    lists = [
        (world, [set(each.report["missing"]) for each in outcomes if each.world == world and each.report])
        for world in WORLDS
    ]
    return [(world, sorted(set.intersection(*sets))) for world, sets in lists if sets and set.intersection(*sets)]


def cells(outcome: Outcome) -> tuple[str, ...]:
    """One seed as the words of its cells."""
    report = outcome.report
    start = (str(outcome.seed), outcome.world)
    if not report:
        return (*start, "", "", "", "", outcome.end, "", "", "", "", "DIED")
    wipes = report["after_wipes"]
    return (
        *start,
        str(report["events"]),
        f"{report['seconds']:.0f}",
        str(len(report["screens"])),
        str(sum(report["faults"].values())),
        outcome.end,
        f"{report['memory']:.0f}",
        str(report["wipes"]),
        f"{wipes[2]:.0f}" if len(wipes) > 2 else "",
        f"{wipes[-1]:.0f} ({report['growth']:+.1%})" if len(wipes) > 2 else "",
        "ok" if outcome.ok else "FAULT",
    )


def line(words: Sequence[str]) -> str:
    """One line of the table."""
    widths = (5, 6, 7, 6, 8, 7, 8, 5, 6, 12, 12, 0)
    return " ".join(map(str.ljust, words, widths)).rstrip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

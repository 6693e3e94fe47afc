"""``python -m torture [--kills 1000] [--courses 200]``: fails if anything acknowledged is silently gone."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from torture import files, kills, writers
from torture.diary import Verdict

Tried = tuple[str, str, Verdict]


def main(arguments: Sequence[str]) -> int:
    """Try all, tell of each kind, and of each fault where it was. Returns 1 if there was one."""
    parser = argparse.ArgumentParser(prog="python -m torture", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000, help="how often the saving program is killed")
    parser.add_argument("--courses", type=int, default=200, help="random courses of two blind writers")
    parser.add_argument("--step", type=int, default=files.STEP, help="bytes from one damaged spot to the next")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    began, random = time.monotonic(), Random(options.seed)
    with TemporaryDirectory() as folder:
        where = Path(folder)
        faults = tell("files", files.of_the_diary(where / "files", random, options.step))
        faults += tell("backups", files.of_a_backup(where / "backup", random, options.step))
        faults += tell("two writers", _courses(where / "writers", random, options.courses))
        faults += tell("kills", kills.of_the_app(where / "kills", random, options.kills))
    print(f"{faults} faults in {time.monotonic() - began:,.0f} s (seed {options.seed})")
    return 1 if faults else 0


def _courses(where: Path, random: Random, number: int) -> Iterator[Tried]:
    for course in range(number):
        verdict, told = writers.course(where / str(course), random)
        yield f"one of them was told {min(told, 3)}{'+' if told > 3 else ''} times", str(course), verdict


def tell(title: str, tried: Iterable[Tried]) -> int:
    """A line for each kind and outcome, and one for each fault; how many faults?"""
    counts: Counter[tuple[str, str]] = Counter()
    faults = 0
    print(f"\n{title}", flush=True)
    for kind, spot, verdict in tried:
        counts[kind, verdict.outcome] += 1
        if not verdict.ok:
            faults += 1
            print(f"  FAULT {kind} {spot}: {verdict.outcome}, {verdict.why}", flush=True)
    for (kind, outcome), count in sorted(counts.items()):
        print(f"  {count:6,} {outcome:8} {kind}", flush=True)
    return faults


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

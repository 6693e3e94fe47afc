"""The real program killed at random moments while it logs: what it said to be saved is there."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from random import Random

from torture.diary import Verdict, judge

LONGEST = 0.8
"""Seconds from the first entry on, in which the kill comes."""
A_DIARY = 25
"""So many kills befall one diary; then another one is begun."""


def of_the_app(where: Path, random: Random, kills: int) -> Iterator[tuple[str, str, Verdict]]:
    """What came of each of so many kills."""
    acknowledged: set[str] = set()
    entries = 0
    for number in range(kills):
        folder = where / str(number // A_DIARY)
        if not number % A_DIARY:
            acknowledged = set()
        said, fault = _killed(folder, random.randrange(1_000_000), random.uniform(0, LONGEST))
        acknowledged |= said
        entries += len(said)
        if fault:
            yield "the program ended by itself", str(number), Verdict("UNTRUE", fault)
            continue
        yield "killed while it saves", str(number), judge(folder, acknowledged)
    print(f"  {entries:,} entries were acknowledged", flush=True)


def _killed(folder: Path, seed: int, after: float) -> tuple[set[str], str]:
    """The ids that the program said to be saved before it was killed, and why it ended if not by that."""
    command = [sys.executable, "-m", "torture.app", str(folder), str(seed)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    first = process.stdout.readline()
    timer = threading.Timer(after, process.kill)
    timer.start()
    rest, complaint = process.communicate()
    timer.cancel()
    said = {line for line in (first + rest).split("\n")[:-1] if line}
    return said, "" if process.returncode < 0 else complaint[-400:] or f"exit {process.returncode}"

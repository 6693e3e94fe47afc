"""``python -m fuzz.run``: one seed, in this process. Writes what it did into its folder."""

from __future__ import annotations

import argparse
import faulthandler
import json
import os
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import BinaryIO

from shiboken6 import Shiboken

from fuzz import memory
from fuzz.hand import act
from fuzz.watch import Watch
from fuzz.world import HomeWorld, KioskWorld, World

WORLDS = {"home": HomeWorld, "kiosk": KioskWorld}
REMEMBERED = 12
SCAN_EVERY = 50
"""Events after which all that Shiboken knows is looked at: what was freed but is still known ends the run there."""
LIKELY_PAUSES = (0.2, 0.6, 0.7, 1.0, 3.0)
NOBODY = (59.0, 61.0, 75.0, 95.0, 4000.0)


def main(arguments: list[str] | None = None) -> int:
    """Run one seed. Returns 0, whatever was found: the parent judges."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.run", description=__doc__)
    parser.add_argument("world", choices=sorted(WORLDS))
    parser.add_argument("seed", type=int)
    parser.add_argument("events", type=int)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args(arguments)
    os.environ["QT_QPA_PLATFORM"] = screen(options.folder)
    with (options.folder / "crash.log").open("wb") as crash, (options.folder / "events.log").open("wb", 0) as log:
        faulthandler.enable(crash)
        report = run(options.world, options.seed, options.events, options.folder, log)
        (options.folder / "report.json").write_text(json.dumps(report, indent=1), encoding="utf-8")
        sys.stdout.flush()
        os._exit(0)  # what happens as Python ends is no part of the program's life


def screen(folder: Path) -> str:
    """The platform: no screen, but as large as the largest window, so that no finger lands beside it."""
    file = folder / "screen.json"
    file.write_text(json.dumps({"screens": [{"name": "all", "x": 0, "y": 0, "width": 2000, "height": 2000}]}))
    return f"offscreen:configfile={file}"


def run(kind: str, seed: int, events: int, folder: Path, log: BinaryIO) -> dict[str, object]:
    """Let *events* random events come over a world of its *kind*. Returns what was seen."""
    from fuzz.doors import close_doors
    from tpe_guide import clock

    hands = Hands()
    clock.seconds = hands.seconds
    random, watch = Random(seed), Watch()
    from tpe_guide.ui.shell.application import make_application

    application = make_application()
    close_doors(folder, random)
    watch.begin()
    began = time.monotonic()
    world: World = WORLDS[kind](application, folder, random)
    screens: Counter[str] = Counter()
    after_wipes: list[float] = []
    last: list[str] = []
    for number in range(events):
        did = _one(world, random, hands)
        last = [*last[1 - REMEMBERED :], f"{number} {did}"]
        _keep(log, last)
        world.settle()
        screens.update(world.screens())
        if number % SCAN_EVERY == 0:
            Shiboken.getAllValidWrappers()
        if world.wipes > len(after_wipes):
            after_wipes.append(memory.held())
    watch.end()
    return {
        "events": events,
        "seconds": time.monotonic() - began,
        "screens": dict(screens),
        "missing": sorted(world.expected() - screens.keys()),
        "faults": dict(watch.faults),
        "first": watch.first,
        "wipes": world.wipes,
        "after_wipes": after_wipes,
        "growth": memory.growth(after_wipes),
        "memory": memory.resident(),
    }


class Hands:
    """Time between presses, as it passes for the hands: most of what they do comes after a pause, some does not."""

    def __init__(self) -> None:
        self._now = 0.0

    def seconds(self) -> float:
        """Now."""
        return self._now

    def rest(self, seconds: float) -> None:
        """So much passes."""
        self._now += seconds


def _one(world: World, random: Random, hands: Hands) -> str:
    pause = random.choice(LIKELY_PAUSES if random.random() < 0.995 else NOBODY)
    hands.rest(pause)
    world.pass_time(pause)
    return world.disturb(random) if random.random() < 0.06 else act(world, random)


def _keep(log: BinaryIO, last: list[str]) -> None:
    """Written at once: after a crash it stands there what came last."""
    log.seek(0)
    log.write("\n".join(last).encode() + b"\n")
    log.truncate()


if __name__ == "__main__":
    main()

"""``python -m torture.visits [--visits N]``: visits to the real kiosk, one after another, and what is left of them.

Each visitor leaves a word of their own, as that of ``tpe-guide kiosk certify`` does. After each hundredth part, and at
the end, the memory of all that is left is searched for the words of the visits that ended. Exit code 1 where one is
found, where the parent grows, or where a visit was not wiped.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tpe_guide.kiosk import remains
from tpe_guide.kiosk.certify import FINISH, WORD
from tpe_guide.kiosk.health import FILE
from tpe_guide.kiosk.part_options import READABLE_VARIABLE

PATIENCE = 60.0
GROWTH_KIB = 2048
"""More than so much is growth of the parent, and not what Python keeps at hand."""


def main(arguments: Sequence[str]) -> int:
    """Let visitors come and go. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m torture.visits", description=__doc__)
    parser.add_argument("--visits", type=int, default=20, help="how many; 20 if not said")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        return soak(Path(folder), options.visits)


def soak(folder: Path, visits: int) -> int:
    """So many *visits*, with all files in *folder*."""
    inbox, data = folder / "inbox", folder / "data"
    inbox.mkdir()
    data.mkdir()
    words = [_word()]
    (inbox / WORD).write_text(words[0])
    around = os.environ | {READABLE_VARIABLE: str(inbox), "XDG_RUNTIME_DIR": str(folder)}
    command = [sys.executable, "-m", "tpe_guide", "kiosk", "--unlocked", "--data-dir", str(data)]
    found: list[str] = []
    begun, first = time.monotonic(), 0
    kiosk = subprocess.Popen(command, env=around)
    try:
        for visit in range(1, visits + 1):
            _until(lambda: not (inbox / WORD).exists())
            words.append(_word())
            (inbox / WORD).write_text(words[-1])
            (inbox / FINISH).touch()
            _until(lambda number=visit: _facts(data).get("visits_wiped") == number)  # type: ignore[misc]
            if visit == min(visits, 5):
                first = _kib(kiosk.pid)
            if visit % max(1, visits // 100) == 0 or visit == visits:
                _until(lambda: not (inbox / WORD).exists())
                left = [kiosk.pid, *_numbers(data)]
                gone = tuple(form for word in words[:-1][-50:] for form in remains.forms_of(word))
                found += remains.in_memory(left, gone).found
                print(f"visit {visit}: " + ", ".join(f"{_kib(each)} KiB, {_open(each)} files" for each in left))
        grown = _kib(kiosk.pid) - first
        facts = _facts(data)
    finally:
        kiosk.terminate()
        kiosk.wait(PATIENCE)
    seconds = (time.monotonic() - begun) / visits
    print(f"{visits} visits, {seconds:.2f} s each; the parent grew by {grown} KiB; crashes: {facts['crashes']}")
    print(f"words of visits found in what was left: {found or 'none'}")
    return int(bool(found) or grown > GROWTH_KIB or facts["crashes"] != 0)


def _word() -> str:
    return "".join(secrets.choice("abcdefghijklmnopqrstuvwxyz") for _letter in range(24))


def _facts(data: Path) -> dict[str, object]:
    try:
        return dict(json.loads((data / FILE).read_bytes()))
    except OSError:
        return {}


def _numbers(data: Path) -> list[int]:
    found = _facts(data)["processes"]
    assert isinstance(found, dict)
    return [number for number in found.values() if Path(f"/proc/{number}").exists()]


def _kib(number: int) -> int:
    status = Path(f"/proc/{number}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))


def _open(number: int) -> int:
    return len(list(Path(f"/proc/{number}/fd").iterdir()))


def _until(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not happened():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.02)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

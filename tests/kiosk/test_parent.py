"""The real kiosk, in processes: one a session, up again after a crash, and nothing left once it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tpe_guide.kiosk import exit_pin
from tpe_guide.kiosk.health import FILE

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at processes as Linux shows them")
PATIENCE = 60.0


class Kiosk:
    """``tpe-guide kiosk`` with *options*, and its processes as its health file names them."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        self.process = self.start(*options)

    def start(self, *options: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "tpe_guide", "kiosk", "--data-dir", str(self.folder), *options],
            env=os.environ | {"XDG_RUNTIME_DIR": str(self.folder), "DISPLAY": ":none"},
            stderr=subprocess.PIPE,
            text=True,
        )

    def facts(self) -> dict[str, object]:
        try:
            return dict(json.loads((self.folder / FILE).read_bytes()))
        except OSError:
            return {}

    def numbers(self) -> dict[str, int]:
        found = self.facts().get("processes", {})
        assert isinstance(found, dict)
        return found

    def until(self, happened: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not happened():
            assert time.monotonic() < end, self.facts()
            time.sleep(0.05)

    def is_up(self) -> bool:
        return set(self.numbers()) == {"on show", "warm"}


@pytest.fixture
def kiosk(data_dir: Path) -> Iterator[Kiosk]:
    data_dir.mkdir()
    kiosk = Kiosk(data_dir, "--unlocked")
    yield kiosk
    kiosk.process.terminate()
    kiosk.process.communicate(timeout=PATIENCE)


def lives(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_it_is_alone_comes_up_again_and_leaves_nobody_behind(kiosk: Kiosk) -> None:
    kiosk.until(kiosk.is_up)
    second = kiosk.start("--unlocked")
    __, said = second.communicate(timeout=PATIENCE)
    assert (second.returncode, said) == (3, "The kiosk is running already on this screen.\n")

    first = kiosk.numbers()
    limits = Path(f"/proc/{first['on show']}/limits").read_text()
    assert [line.split()[4:6] for line in limits.splitlines() if line.startswith("Max core")] == [["0", "0"]]
    os.kill(first["on show"], signal.SIGKILL)
    kiosk.until(lambda: kiosk.numbers().get("on show") == first["warm"])
    assert kiosk.facts()["crashes"] == 1

    kiosk.until(kiosk.is_up)
    left = kiosk.numbers().values()
    kiosk.process.kill()
    kiosk.until(lambda: not any(map(lives, left)))


@pytest.mark.slow
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGTERM, 0), (signal.SIGHUP, 0), (signal.SIGINT, 130)])
def test_a_polite_end_ends_all(kiosk: Kiosk, sent: signal.Signals, code: int) -> None:
    kiosk.until(kiosk.is_up)
    numbers = kiosk.numbers().values()
    kiosk.process.send_signal(sent)
    assert kiosk.process.wait(10) == code
    assert not any(map(lives, numbers))


def test_without_a_proven_code_it_does_not_start(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tpe_guide import cli

    assert cli.main(["kiosk"]) == 3
    exit_pin.choose(data_dir, "480516")
    assert cli.main(["kiosk"]) == 3

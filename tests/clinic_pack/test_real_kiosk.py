"""A real kiosk in a process of its own, its log on a full disk: a pack changes, breaks, and hangs, and it goes on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.clinic_pack.packs import HEAD, put
from tpe_guide.clinic_pack.health import FILE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full"),
]

KIOSK = """
import json, sys
from functools import partial
from pathlib import Path
from time import perf_counter
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tpe_guide import kiosk_app
from tpe_guide.clinic_pack import at_kiosk, health, watch
from tpe_guide.clinic_pack.fetch import Fetch

pack, data, result = map(Path, sys.argv[1:4])
texts = sys.argv[4:]
watch.EVERY_SECONDS = watch.AGAIN_SECONDS = 0.1
watch.LIMIT_SECONDS = 1.0
gaps, said, clinics, last = [], [], [], [perf_counter()]
init = at_kiosk.KioskClinic.__init__

def keep(clinic, *given):
    init(clinic, *given)
    clinics.append(clinic)

at_kiosk.KioskClinic.__init__ = keep

def told():
    return [json.loads(line)["what"] for line in (data / health.FILE).read_text().splitlines()]

def tick():
    now = perf_counter()
    gaps.append(now - last[0])
    last[0] = now
    if len(told()) > len(said):  # what was told last is seen: the next thing happens to the pack
        (clinic,) = clinics
        clinic.read()
        said.append(clinic.words)
        if texts:
            (pack / "clinic.toml").write_text(texts.pop(0))
        elif told()[-1] != "away":
            hangs = (sys.executable, "-c", "import time; time.sleep(600)")
            clinic.watch._fetch = partial(Fetch, command=hangs)
        else:
            result.write_text(json.dumps({"said": said, "gap": max(gaps[20:])}))
            QApplication.exit(0)

show = kiosk_app.make_kiosk
def shown(application, *given):
    kiosk = show(application, *given)
    kiosk.timer = QTimer(kiosk)
    kiosk.timer.timeout.connect(tick)
    kiosk.timer.start(10)
    return kiosk
kiosk_app.make_kiosk = shown
sys.exit(kiosk_app.run_kiosk(clinic=pack, data_dir=data))
"""


def words(text: str) -> str:
    return f'{HEAD}[words]\nfluid = "{text}"'


def test_it_takes_a_good_one_keeps_it_from_a_bad_one_and_never_waits(tmp_path: Path) -> None:
    pack = put(tmp_path / "share", {"clinic.toml": words("We use albumin.").encode()})
    data, result = tmp_path / "data", tmp_path / "result.json"
    line = [sys.executable, "-c", KIOSK, *map(str, (pack, data, result)), words("We use plasma."), "["]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(line, stdout=full, stderr=full, check=False, timeout=100)
    assert done.returncode == 0
    found = json.loads(result.read_text())
    albumin, plasma = {"fluid": "We use albumin."}, {"fluid": "We use plasma."}
    assert found["said"] == [albumin, plasma, plasma, plasma]
    told = [json.loads(each)["what"] for each in (data / FILE).read_text().splitlines()]
    assert told == ["taken", "taken", "refused", "away"]
    assert found["gap"] < 0.5, "the window stood still while a share was silent"

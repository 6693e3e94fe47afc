"""What the parent of the kiosk keeps: its health, its log, its lock, and where they lie."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tpe_guide.errors import CannotRunHere
from tpe_guide.kiosk import folder
from tpe_guide.kiosk.alone import alone
from tpe_guide.kiosk.health import FILE, Health
from tpe_guide.kiosk.log import FILE as LOG
from tpe_guide.kiosk.log import KEPT, Log


def test_health_says_what_happened_and_when(tmp_path: Path) -> None:
    health = Health(tmp_path, pack="/srv/clinic", now=lambda: 0.0)
    health.wiped()
    health.crashed(-9)
    health.state("on show", {"on show": 12})
    kept = json.loads((tmp_path / FILE).read_bytes())
    assert kept == health.facts
    assert (kept["visits_wiped"], kept["last_wipe"]) == (1, "1970-01-01T00:00:00Z")
    assert (kept["crashes"], kept["last_crash_code"]) == (1, -9)
    assert (kept["state"], kept["processes"], kept["pack"]) == ("on show", {"on show": 12}, "/srv/clinic")


def test_where_nothing_can_be_written_it_goes_on() -> None:
    Health(Path(os.devnull)).wiped()
    Log(Path(os.devnull)).say("x")
    with alone(Path(os.devnull)):
        pass


def test_the_log_never_grows_past_its_files(tmp_path: Path) -> None:
    log = Log(tmp_path, most=200)
    for number in range(100):
        log.say(f"line {number}")
    files = sorted(tmp_path.iterdir())
    assert len(files) == KEPT
    assert all(each.stat().st_size <= 200 for each in files)
    assert "line 99" in (tmp_path / LOG).read_text()


def test_there_is_one_kiosk_a_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":1")
    with alone(tmp_path):
        with pytest.raises(CannotRunHere), alone(tmp_path):
            pass
        monkeypatch.setenv("DISPLAY", ":2")
        with alone(tmp_path):
            pass
    monkeypatch.setenv("DISPLAY", ":1")
    with alone(tmp_path):
        pass


def test_where_the_home_is_read_only_it_keeps_its_files_in_the_session_s_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert folder.writable(Path("/proc/nothing")) == tmp_path / "tpe-guide"
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/proc/nothing")
    assert folder.writable(Path("/proc/nothing")) == folder.NOWHERE

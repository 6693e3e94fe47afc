"""``tpe-guide kiosk counts``: for staff, on their own terminal."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from tpe_guide import cli
from tpe_guide.kiosk import counts
from tpe_guide.kiosk.counts import Visit

LONG_AGO = dt.date(2026, 3, 2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    counts.add(tmp_path / counts.FILE, LONG_AGO, [Visit("en") for __ in range(9)])
    counts.add(tmp_path / counts.FILE, LONG_AGO, [Visit("es") for __ in range(4)])
    return tmp_path


def test_it_tells_a_month_and_hides_fewer_than_five(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["kiosk", "counts", "--data-dir", str(folder)]) == 0
    out = capsys.readouterr().out
    assert "March 2026" in out
    assert "en: 9" in out
    assert "es" not in out.split()
    assert "13" not in out


def test_a_script_gets_the_same(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["kiosk", "counts", "--json", "--data-dir", str(folder)]) == 0
    (month,) = json.loads(capsys.readouterr().out)
    assert month["languages"] == {"en": 9}


def test_a_damaged_file_is_named_once_and_set_aside(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / counts.FILE).write_text("{")
    assert cli.main(["kiosk", "counts", "--data-dir", str(folder)]) != 0
    assert counts.FILE in capsys.readouterr().err
    assert cli.main(["kiosk", "counts", "--data-dir", str(folder)]) == 0

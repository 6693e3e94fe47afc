"""A crash in native code leaves a trace: at home a small file, at a kiosk on standard error."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tpe_guide.crash_log import BEFORE, FILE

CRASH_AT_HOME = """
import faulthandler, sys
from pathlib import Path
from tpe_guide import app
app.make_application = faulthandler._sigsegv  # as early as Qt could crash
app.run(data_dir=Path(sys.argv[1]))
"""
CRASH_AT_THE_KIOSK = CRASH_AT_HOME.replace(" app\n", " kiosk_app as app\n").replace("app.run(", "app.run_kiosk(")
LIVE = "import sys; from pathlib import Path; from tpe_guide import crash_log; crash_log.keep_in(Path(sys.argv[1]))"


def python(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=False)


def test_a_crash_at_home_tells_where_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "not there yet"

    done = python(CRASH_AT_HOME, folder)

    assert done.returncode != 0
    log = (folder / FILE).read_text(encoding="utf-8")
    assert "Segmentation fault" in log or "access violation" in log
    assert "app.py" in log
    assert "in run" in log


def test_a_crash_at_the_kiosk_is_for_the_journal_and_leaves_no_file(tmp_path: Path) -> None:
    done = python(CRASH_AT_THE_KIOSK, tmp_path)

    assert done.returncode != 0
    assert "in run_kiosk" in done.stderr
    assert not list(tmp_path.iterdir())


def test_one_crash_before_is_kept_and_logs_do_not_grow(tmp_path: Path) -> None:
    (tmp_path / BEFORE).write_text("long ago\n" * 1000, encoding="utf-8")
    python(CRASH_AT_HOME, tmp_path)
    size = (tmp_path / FILE).stat().st_size

    for __ in range(2):
        python(CRASH_AT_HOME, tmp_path)

    assert {path.name for path in tmp_path.iterdir()} == {FILE, BEFORE}
    assert (tmp_path / FILE).stat().st_size == (tmp_path / BEFORE).stat().st_size == size


def test_who_does_not_crash_writes_nothing_and_loses_no_crash(tmp_path: Path) -> None:
    python(CRASH_AT_HOME, tmp_path)

    for __ in range(2):
        done = python(LIVE, tmp_path)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

    assert (tmp_path / FILE).read_bytes() == b""
    assert "in run" in (tmp_path / BEFORE).read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="a file there has no such rights")
def test_the_log_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    python(LIVE, tmp_path)

    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


def test_where_nothing_can_be_written_it_is_told_on_standard_error(tmp_path: Path) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("", encoding="utf-8")

    done = python(CRASH_AT_HOME, in_the_way)

    assert "in run" in done.stderr

"""``tpe-guide selftest``: says what works, names what does not, and goes on to the next."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tpe_guide import selftest


def run_selftest(before: str = "") -> subprocess.CompletedProcess[str]:
    # In a process of its own: it makes its own application.
    code = f"{before}\nfrom tpe_guide import selftest\nraise SystemExit(selftest.run())"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_this_installation_works() -> None:
    done = run_selftest()

    assert done.returncode == 0, done.stdout + done.stderr
    *checks, verdict = done.stdout.splitlines()
    assert len(checks) == 6
    assert all(line.startswith("ok ") for line in checks)
    assert "works" in verdict


def test_a_missing_font_is_named_and_the_rest_still_checked() -> None:
    done = run_selftest("from tpe_guide.ui.kit import theme; theme.FONT_FILES = ()")

    assert done.returncode == 1
    failed = [line for line in done.stdout.splitlines() if line.startswith("FAILED")]
    assert len(failed) == 1
    assert "Atkinson Hyperlegible Next is not known" in failed[0]
    assert "ok print" in done.stdout


def test_a_guide_without_pages_is_not_good_enough() -> None:
    done = run_selftest("from tpe_guide.guide.library import Library; Library.page = None")

    assert done.returncode == 1
    assert "FAILED guide" in done.stdout


def test_words_in_the_clear_are_found(tmp_path: Path) -> None:
    (tmp_path / "diary.db").write_bytes(b"..." + selftest.WORDS.encode())

    with pytest.raises(selftest.FaultError, match=r"diary\.db is not encrypted"):
        selftest._demand_hidden(tmp_path)

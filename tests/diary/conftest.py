"""Folders, stores and other processes for the diary's tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import tpe_guide
from tests.conftest import A_THURSDAY_MORNING
from tpe_guide import cli, diary_cli
from tpe_guide.diary import commands
from tpe_guide.diary.store import DiaryStore

SOURCE = Path(tpe_guide.__file__).parents[1]
PYTHON = [sys.executable, "-X", "utf8"]
Said = Callable[..., tuple[int, list[str], list[str]]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> Iterator[DiaryStore]:
    with DiaryStore.create(folder, None) as opened:
        yield opened


@pytest.fixture
def nobody_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    """As from a script, on the day of the demo."""
    monkeypatch.delenv(commands.PASSCODE_VARIABLE, raising=False)
    monkeypatch.setattr(sys, "stdin", None)
    monkeypatch.setattr(diary_cli, "local_now", lambda: A_THURSDAY_MORNING)


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """Run a command: its exit code, what it said, and what it complained of."""

    def run(*arguments: object) -> tuple[int, list[str], list[str]]:
        code = cli.main(["diary", *map(str, arguments)])
        out, err = capsys.readouterr()
        return code, out.splitlines(), err.splitlines()

    return run


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join([str(SOURCE), str(Path(__file__).parents[2])])}


def start(script: str, *arguments: object) -> subprocess.Popen[str]:
    """Another Python with our code, running *script*."""
    return subprocess.Popen(
        [*PYTHON, "-c", script, *map(str, arguments)],
        env=environment(),
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.fixture
def in_mounts() -> Callable[..., str]:
    """Run *script* where *mount* (shell) was done before, seen by nobody else: real full and read-only disks."""
    unshare = shutil.which("unshare")
    flags = ["--mount"] if getattr(os, "geteuid", lambda: 1)() == 0 else ["--mount", "--user", "--map-root-user"]
    if unshare is None or subprocess.run([unshare, *flags, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system lets no test make mounts of its own")

    def run(mount: str, script: str, *arguments: object) -> str:
        shell = f'set -e; {mount}\nexec "$@"'
        done = subprocess.run(
            [unshare, *flags, "sh", "-c", shell, "sh", *PYTHON, "-c", script, *map(str, arguments)],
            env=environment() | {"WHERE": str(arguments[0])},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run

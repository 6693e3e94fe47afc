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
from tpe_guide.diary.store import DiaryStore

SOURCE = Path(tpe_guide.__file__).parents[1]
PYTHON = [sys.executable, "-X", "utf8"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> Iterator[DiaryStore]:
    with DiaryStore.create(folder, None) as opened:
        yield opened


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

"""The session of a kiosk in cage ends as its kiosk ended, also where cage does not tell."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SESSION = Path(__file__).resolve().parents[2] / "packaging" / "linux" / "tpe-guide-kiosk-session"


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell")
@pytest.mark.parametrize(
    ("cage", "kiosk", "code"),
    [
        ('shift; "$@"; exit 0', 'test "$1 $2 $3" = "kiosk --data-dir d" && exit 0', 0),
        ('shift; "$@"; exit 0', "exit 3", 3),
        ('shift; "$@"; exit 0', "exit 70", 70),
        ("exit 1", "exit 0", 70),
    ],
    ids=["staff left", "it cannot run here", "a bug", "cage fails"],
)
def test_it_ends_as_the_kiosk_ended(tmp_path: Path, cage: str, kiosk: str, code: int) -> None:
    for name, script in (("cage", cage), ("tpe-guide", kiosk)):
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / name).chmod(0o755)
    environment = {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "XDG_RUNTIME_DIR": str(tmp_path)}

    done = subprocess.run(["sh", str(SESSION), "--data-dir", "d"], env=environment, check=False)

    assert done.returncode == code

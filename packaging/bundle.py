"""Build the bundle and let it prove itself: its own selftest, with no Python or environment to lean on."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "dist" / "tpe-guide"
PROGRAM = FOLDER / ("tpe-guide.exe" if os.name == "nt" else "tpe-guide")


def main() -> int:
    """Returns 0, or the exit code of the step that failed."""
    return build() or prove()


def build() -> int:
    """Freeze the program into ``dist/tpe-guide``."""
    spec = Path(__file__).with_name("tpe_guide.spec")
    work = ROOT / "build" / "pyinstaller"
    options = [
        "--noconfirm",
        "--log-level",
        "WARN",
        "--distpath",
        str(FOLDER.parent),
        "--workpath",
        str(work),
    ]
    return subprocess.run([sys.executable, "-m", "PyInstaller", *options, str(spec)], check=False).returncode


def prove() -> int:
    """Run the frozen selftest and tell the size of the folder."""
    with tempfile.TemporaryDirectory() as nowhere:
        done = subprocess.run([PROGRAM, "selftest"], cwd=nowhere, env=bare_environment(nowhere), check=False)
    megabytes = sum(file.stat().st_size for file in FOLDER.rglob("*") if not file.is_symlink()) / 1e6
    print(f"{FOLDER.relative_to(ROOT)}: {megabytes:.0f} MB")
    return done.returncode


def bare_environment(folder: str) -> dict[str, str]:
    """An environment in which nothing of this checkout or of any Python can be found."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
    return kept | {"LANG": "C.UTF-8", "PATH": folder, "HOME": folder, "TPE_GUIDE_DATA_DIR": folder}


if __name__ == "__main__":
    sys.exit(main())

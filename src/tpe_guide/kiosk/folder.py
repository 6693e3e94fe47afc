"""Where the kiosk keeps its own few files (health, log, wrong codes): in memory where the disk is read-only."""

from __future__ import annotations

import os
from pathlib import Path

from tpe_guide.errors import CannotWrite, NoHomeFolder
from tpe_guide.files import make_private_folder
from tpe_guide.paths import APP_NAME, data_dir, xdg_folder

NOWHERE = Path(os.devnull)


def settled(chosen: Path | None) -> Path | None:
    """The folder where staff settled things: the exit code. It may be read-only, or not there. None: no home."""
    try:
        return data_dir(chosen)
    except NoHomeFolder:
        return None


def writable(chosen: Path | None) -> Path:
    """As ``settled`` where that can be written; else one of the session, which is in memory; else nowhere."""
    runtime = xdg_folder("XDG_RUNTIME_DIR")
    for folder in (settled(chosen), runtime / APP_NAME if runtime else None):
        if folder is not None and _can_write(folder):
            return folder
    return NOWHERE


def _can_write(folder: Path) -> bool:
    try:
        make_private_folder(folder)
        probe = folder / f".kiosk-{os.getpid()}"
        probe.write_bytes(b"")
        probe.unlink()
    except (CannotWrite, OSError):
        return False
    return True

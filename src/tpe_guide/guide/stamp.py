"""Has anything changed since the guide was compiled? A stat of each file; only a checkout asks."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from tpe_guide import side_file

STAMP_FILE = "stamp.json"
_LARGEST = 4 * 1024 * 1024
_CODE = tuple(Path(__file__).parents[1] / room for room in ("authoring", "guide", "search"))
"""What turns content into what is read."""


def stamp(content: Path) -> str:
    """A short string that changes whenever a file below *content*, or the compiler itself, does."""
    folders = (content, *(room for room in _CODE if room.is_dir()))  # a bundle has no source files
    rows = sorted(
        f"{path}:{status.st_mtime_ns}:{status.st_size}" for folder in folders for path, status in _files(folder)
    )
    return format(crc32("\n".join(rows).encode()), "08x")


def faults_if_fresh(content: Path, out: Path) -> list[str] | None:
    """None if *out* must be compiled again; else the faults of its last compilation."""
    try:
        last = side_file.parse_object(side_file.read_bytes(out / STAMP_FILE, _LARGEST))
        return [str(row) for row in last["faults"]] if last["stamp"] == stamp(content) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _files(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    waiting = [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.name.endswith((".md", ".yaml", ".py")):
                    yield entry.path, entry.stat(follow_symlinks=False)
                elif entry.is_dir(follow_symlinks=False) and entry.name != "__pycache__":
                    waiting.append(entry.path)

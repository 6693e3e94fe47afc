"""Looks for what a visit may have left: a word that only that visit knew, in files and in the memory of processes."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tpe_guide.paths import xdg_folder

_PIECE = 1 << 22
_LARGEST_FILE = 1 << 30


class Remains(NamedTuple):
    """Where the word was *found*, how much was *searched*, and what could not be."""

    found: list[str]
    searched: int
    closed: list[str]


def forms_of(word: str) -> tuple[bytes, ...]:
    """How *word* lies in memory and files: as Python and disks have it, and as Qt does."""
    return word.encode(), word.encode("utf-16-le")


def folders(data: Path) -> list[Path]:
    """Where a program of this account leaves things: data, settings, caches, what is passing, print jobs, logs."""
    home = Path.home()
    customs = {
        "XDG_DATA_HOME": home / ".local" / "share",
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_CACHE_HOME": home / ".cache",
        "XDG_STATE_HOME": home / ".local" / "state",
    }
    named = [xdg_folder(name) or custom for name, custom in customs.items()]
    runtime = xdg_folder("XDG_RUNTIME_DIR")
    system = [Path(tempfile.gettempdir()), Path("/var/tmp"), Path("/var/spool"), Path("/var/log")]
    wished = [data, *named, *([runtime] if runtime else []), *system, Path.cwd()]
    return [each for each in dict.fromkeys(wished) if each.is_dir()]


def in_files(where: Iterable[Path], since: float, forms: tuple[bytes, ...]) -> Remains:
    """Look through all files below *where* that were changed *since* then: older ones cannot know the word."""
    found: list[str] = []
    closed: list[str] = []
    searched = 0
    for path in _changed(where, since, closed):
        try:
            with path.open("rb") as stream:
                searched += 1
                if _holds(iter(lambda stream=stream: stream.read(_PIECE), b""), forms):  # type: ignore[misc]
                    found.append(str(path))
        except OSError:
            closed.append(str(path))
    return Remains(found, searched, closed)


def in_memory(processes: Iterable[int], forms: tuple[bytes, ...]) -> Remains:
    """Look through all memory of *processes* that can be read. Linux only: elsewhere all is closed."""
    found, closed, searched = [], [], 0
    for number in processes:
        try:
            with Path(f"/proc/{number}/mem").open("rb", buffering=0) as memory:
                searched += 1
                if any(_holds(_region(memory.fileno(), *each), forms) for each in _regions(number)):
                    found.append(str(number))
        except OSError:
            closed.append(str(number))
    return Remains(found, searched, closed)


def session(own: int) -> list[int]:
    """The other processes of this account in this desktop session; *own* is the one that asks."""
    names = ("XDG_RUNTIME_DIR", "DISPLAY", "WAYLAND_DISPLAY")
    ours = {f"{name}={os.environ[name]}".encode() for name in names if name in os.environ}
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            around = (entry / "environ").read_bytes().split(b"\0")
            if ours and ours <= set(around) and entry.stat().st_uid == os.getuid() and int(entry.name) != own:
                found.append(int(entry.name))
    return sorted(found)


def _changed(where: Iterable[Path], since: float, closed: list[str]) -> Iterator[Path]:
    seen: set[tuple[int, int]] = set()
    for top in where:
        for folder, inner, files in os.walk(top, onerror=lambda error: closed.append(str(error.filename))):
            found = Path(folder).stat()
            if (found.st_dev, found.st_ino) in seen:
                inner.clear()
                continue
            seen.add((found.st_dev, found.st_ino))
            for name in files:
                path = Path(folder) / name
                with suppress(OSError):
                    state = path.lstat()
                    regular = path.is_file() and not path.is_symlink()
                    if regular and state.st_mtime >= since and state.st_size <= _LARGEST_FILE:
                        yield path


def _holds(pieces: Iterable[bytes], forms: tuple[bytes, ...]) -> bool:
    overlap, before = max(map(len, forms)) - 1, b""
    for piece in pieces:
        whole = before + piece
        if any(form in whole for form in forms):
            return True
        before = whole[-overlap:]
    return False


def _regions(number: int) -> Iterator[tuple[int, int]]:
    for line in Path(f"/proc/{number}/maps").read_text("ascii", "replace").splitlines():
        place, rights, *rest = line.split()
        if rights.startswith("r") and rest[-1] not in ("[vvar]", "[vsyscall]"):
            begin, end = (int(each, 16) for each in place.split("-"))
            yield begin, end


def _region(memory: int, begin: int, end: int) -> Iterator[bytes]:
    at = begin
    while at < end:
        try:
            piece = os.pread(memory, min(_PIECE, end - at), at)
        except (OSError, OverflowError):  # what a device lent
            return
        if not piece:
            return
        yield piece
        at += len(piece)

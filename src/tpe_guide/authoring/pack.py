"""May a content folder be read at all? It may come from anybody: nothing in it is opened before this has looked.

A pack is a content folder and, beside it, ``assets/illustrations``. It holds files and folders only: a link may lead
anywhere, a pipe would be waited for. What is too large is not read to find out.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from tpe_guide import paths
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.svg_check import check_svg
from tpe_guide.i18n import _

FILE_LIMIT = 2_000
"""Files and folders. The guide has a tenth of that."""
DEPTH_LIMIT = 6
"""Folders inside folders."""
TEXT_LIMIT = 2 * 1024 * 1024
"""Bytes of a text file. The largest honest one (the facts) has a twentieth of this."""
PICTURE_LIMIT = 512 * 1024
"""Bytes of a drawing, or of any other file. Ours have a twentieth of this."""
_TEXT = (".md", ".yaml")
_NOT_OURS = (".git", ".hg", ".svn")
"""Folders that a tool keeps beside the words."""
_OPEN = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


class TooLarge(OSError):
    """A file holds more than it may."""


def pictures_of(content: Path) -> Path:
    """Where the drawings of the pack *content* are: beside it, or else those of the program."""
    beside = content.parent / "assets" / "illustrations"
    return beside if os.path.lexists(beside) else paths.assets_dir() / "illustrations"


def read_at_most(path: Path, limit: int) -> bytes:
    """The bytes of the file *path*. Raises OSError: TooLarge if there are more than *limit*; or it is no file."""
    descriptor = os.open(path, _OPEN)
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(0, _("it is no file"))
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise TooLarge(0, _("larger than {limit} bytes").format(limit=limit))
    return data


def check_pack(content: Path, faults: Faults) -> bool:
    """Note what makes the pack *content* unsafe to read, and each drawing that is unsafe to show.

    False if nothing more of it should be opened.
    """
    known = len(faults)
    looked = _Looked(faults)
    looked.at(content, 0)
    pictures = content.parent / "assets" / "illustrations"
    if os.path.lexists(pictures):
        looked.at(pictures, 0)
    if len(faults) > known:
        return False
    for picture in looked.pictures:
        _check_picture(picture, faults.of(picture))
    return True


class _Looked:
    """Walks a folder without following a link, and stops when there is too much of it."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self._count = 0
        self.pictures: list[Path] = []

    def at(self, folder: Path, depth: int) -> None:
        try:
            if depth == 0 and not folder.is_dir():
                self._add(folder, _("is not a folder") if folder.exists() else _("does not exist"))
                return
            with os.scandir(folder) as entries:
                names = sorted(entry.name for entry, __ in zip(entries, range(FILE_LIMIT + 1), strict=False))
        except OSError as error:
            self._add(folder, _cannot_be_read(error))
            return
        for name in names:
            self._count += 1
            if self._count > FILE_LIMIT:
                if self._count == FILE_LIMIT + 1:
                    self._add(folder, _("more than {limit} files").format(limit=FILE_LIMIT))
                return
            self._look(folder / name, depth)

    def _look(self, path: Path, depth: int) -> None:
        try:
            status = path.lstat()
        except OSError as error:
            self._add(path, _cannot_be_read(error))
            return
        if stat.S_ISLNK(status.st_mode):
            self._add(path, _("is a link to another place; put the file itself here"))
        elif stat.S_ISDIR(status.st_mode):
            self._look_into(path, depth + 1)
        elif not stat.S_ISREG(status.st_mode):
            self._add(path, _("is no file"))
        else:
            self._measure(path, status.st_size)

    def _look_into(self, path: Path, depth: int) -> None:
        if path.name in _NOT_OURS:
            return
        if path.suffix in (*_TEXT, ".svg"):
            self._add(path, _("is a folder; a file belongs here"))
        elif depth > DEPTH_LIMIT:
            self._add(path, _("is a folder more than {limit} deep").format(limit=DEPTH_LIMIT))
        else:
            self.at(path, depth)

    def _measure(self, path: Path, size: int) -> None:
        limit = TEXT_LIMIT if path.suffix in _TEXT else PICTURE_LIMIT
        if size > limit:
            message = _("holds {size} bytes; at most {limit}").format(size=size, limit=limit)
            self._add(path, message)
        elif path.suffix == ".svg":
            self.pictures.append(path)

    def _add(self, path: Path, message: str) -> None:
        self._faults.of(path).add(1, "PACK", message)


def _check_picture(path: Path, faults: Faults) -> None:
    try:
        data = read_at_most(path, PICTURE_LIMIT)
    except OSError as error:
        faults.add(1, "PACK", _cannot_be_read(error))
        return
    if problem := check_svg(data):
        faults.add(problem.line, "PICTURE", problem.message)


def _cannot_be_read(error: OSError) -> str:
    return _("cannot be read: {reason}").format(reason=(error.strerror or str(error)).lower())

"""The files of a pack, whichever way it comes: a folder, one ``.tpepack`` file, or a file of words alone.

A ``.tpepack`` is a ZIP of the folder. It is read in memory and never unpacked on a disk; whatever else is sent in its
place is refused in one line: too many or too large files, names that lead out of it, links, passwords.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tpe_guide import side_file
from tpe_guide.clinic_pack.naming import nearest
from tpe_guide.errors import BadInput
from tpe_guide.guide.clinic_file import shown
from tpe_guide.i18n import _

if TYPE_CHECKING:
    import zipfile

TOML, JSON, LOGO, SIGNATURE = "clinic.toml", "clinic.json", "logo.png", "signature.json"
WORDS = "words/"
"""The folder of words that are too long for a line of ``clinic.toml``: a file for each slot."""
SUFFIX = ".tpepack"
TEXT_LIMIT, WORDS_LIMIT, LOGO_LIMIT, PACK_LIMIT = 64 * 1024, 4 * 1024, 512 * 1024, 2 * 1024 * 1024
"""Bytes. A slot takes a few hundred; Markdown that is made to be slow takes seconds from some ten thousand on."""
FILES_LIMIT = 64

Files = Mapping[str, bytes]
"""By name in the pack, with ``/`` between a folder and a file."""

_OF_WORDS = re.compile(r"words/[a-z0-9-]{1,60}\.md")
_DROPPED = re.compile(r"\..*|~\$.*|desktop\.ini|thumbs\.db|__macosx", re.I)
"""What file managers and editors leave in a folder. It is no part of a pack, is not read, and is not signed."""
_ZIP_BEGINS = b"PK\x03\x04"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""A ZIP knows no earlier moment. The same files always make the same bytes."""


class _Seen(NamedTuple):
    """A file as it was when it was looked at: one that is being written looks otherwise a moment later."""

    name: str
    size: int
    changed: int
    number: int


def files_at(path: Path) -> dict[str, bytes]:
    """The files of the pack *path*. Raises BadInput. It waits for as long as the disk or the share does."""
    source = str(path)
    # Path.is_dir raises where one may not look.
    if os.path.isdir(path):  # noqa: PTH112
        return _in_folder(path)
    data = _read(source, path, PACK_LIMIT)
    if data.startswith(_ZIP_BEGINS) or path.suffix.lower() == SUFFIX:
        return files_in(data, source)
    if path.suffix.lower() == ".toml":
        return {TOML: _held_to(TEXT_LIMIT, source, data)}
    return {JSON: _held_to(TEXT_LIMIT, source, data)}


def files_in(data: bytes, source: str) -> dict[str, bytes]:
    """The files of the ``.tpepack`` with the bytes *data*. Raises BadInput, which names *source*."""
    import zipfile
    import zlib
    from io import BytesIO

    damaged = BadInput(source, "", _("a pack as “tpe-guide kiosk pack wrap” writes it; this one is damaged"))
    if len(data) > PACK_LIMIT:
        raise _too_large(source, PACK_LIMIT, len(data))
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _unzipped(archive, source)
    except BadInput:
        raise
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, LookupError) as error:
        raise damaged from error
    except (OverflowError, MemoryError, AssertionError, NotImplementedError) as error:
        raise damaged from error


def wrapped(files: Files, note: bytes = b"") -> bytes:
    """The ``.tpepack`` with *files*: the same bytes for the same files, on every computer. *note*: see ``note_in``."""
    import zipfile
    from io import BytesIO

    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.comment = note
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system, entry.external_attr = 3, (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, files[name])  # stored as it is: compressors differ from one to the next
    return whole.getvalue()


def note_in(data: bytes) -> bytes:
    """What is noted at the end of the ``.tpepack`` *data*: no part of the pack. Nothing where it cannot be read."""
    import zipfile
    from io import BytesIO

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return archive.comment
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, LookupError):
        return b""


def limit_of(name: str) -> int:
    """How many bytes the file *name* of a pack may have."""
    if name == LOGO:
        return LOGO_LIMIT
    return WORDS_LIMIT if name.startswith(WORDS) else TEXT_LIMIT


def _in_folder(folder: Path) -> dict[str, bytes]:
    seen = _seen_in(folder)
    names = [each.name for each in seen]
    if TOML not in names and JSON in names:  # as before there were packs: beside it anything may lie
        names = [name for name in names if name in (JSON, SIGNATURE)]
    elif TOML not in names:
        raise BadInput(
            str(folder), "", _("{file} in the folder; “tpe-guide kiosk pack template” writes one").format(file=TOML)
        )
    files: dict[str, bytes] = {}
    for name in names:
        source = str(folder / name)
        _refuse_unknown(source, name)
        files[name] = _read(source, folder / name, limit_of(name))
    if _seen_in(folder) != seen:
        raise BadInput(str(folder), "", _("a folder that nobody writes at this moment"))
    return files


def _seen_in(folder: Path) -> list[_Seen]:
    """The files of the pack in *folder*, by name. Raises BadInput."""
    seen: list[_Seen] = []
    for below in ("", WORDS):
        try:
            with os.scandir(folder / below) as found:
                for each in found:
                    if _DROPPED.fullmatch(each.name) or (not below and each.name == WORDS[:-1] and each.is_dir()):
                        continue
                    status = each.stat(follow_symlinks=False)
                    seen.append(_Seen(below + each.name, status.st_size, status.st_mtime_ns, status.st_ino))
                    if stat.S_ISLNK(status.st_mode):
                        raise BadInput(str(folder / below / each.name), "", _("a file, not a link to one"))
                    if len(seen) > FILES_LIMIT:
                        raise BadInput(str(folder), "", _("at most {limit} files").format(limit=FILES_LIMIT))
        except (FileNotFoundError, NotADirectoryError):
            if not below:
                raise BadInput(str(folder), "", _("a folder that can be read")) from None
        except OSError as error:
            raise _unreadable(str(folder / below), error) from error
    return sorted(seen)


def _unzipped(archive: zipfile.ZipFile, source: str) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not _is_folder_of_words(entry.filename)]
    if len(entries) > FILES_LIMIT:
        raise BadInput(source, "", _("at most {limit} files").format(limit=FILES_LIMIT))
    files: dict[str, bytes] = {}
    for entry in entries:
        name = entry.filename
        if any(_DROPPED.fullmatch(part) for part in name.split("/") if part not in (".", "..")):
            continue
        _refuse_unknown(source, name)
        if name in files:
            raise BadInput(source, name, _("each file once"))
        files[name] = _entry(archive, entry, source)
    if sum(map(len, files.values())) > PACK_LIMIT:
        raise _too_large(source, PACK_LIMIT, sum(map(len, files.values())))
    return files


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, source: str) -> bytes:
    """What is in *entry*. Its own word for its size is not trusted: a few bytes can hold gigabytes."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        raise BadInput(source, entry.filename, _("a file, not a link to one"))
    if entry.flag_bits & 1:
        raise BadInput(source, entry.filename, _("a file without a password"))
    limit = limit_of(entry.filename)
    with archive.open(entry) as stream:
        data = stream.read(limit + 1)
    return _held_to(limit, source, data, entry.filename)


def _is_folder_of_words(name: str) -> bool:
    return name == WORDS


def _refuse_unknown(source: str, name: str) -> None:
    """Only names of a list: so none leads out of the pack, and a slip of the pen is told, not passed over."""
    if name in (TOML, JSON, LOGO, SIGNATURE) or _OF_WORDS.fullmatch(name):
        return
    near = nearest(name, (TOML, LOGO, SIGNATURE))
    known = ", ".join((TOML, LOGO, f"{WORDS}….md"))
    expected = _("no other file than {files}").format(files=known)
    if near:
        expected = _("no other file than {files}; the nearest is {near}").format(files=known, near=near)
    raise BadInput(source, "" if source.endswith(name) else shown(name), expected)


def _read(source: str, file: Path, limit: int) -> bytes:
    try:
        return side_file.read_bytes(file, limit)
    except side_file.NotAFile:
        raise BadInput(source, "", _("a file")) from None
    except side_file.TooLarge as error:
        raise _too_large(source, limit, error.size) from error
    except (OSError, ValueError) as error:
        raise _unreadable(source, error) from error


def _held_to(limit: int, source: str, data: bytes, place: str = "") -> bytes:
    if len(data) > limit:
        raise BadInput(source, place, _("at most {limit} bytes").format(limit=limit))
    return data


def _too_large(source: str, limit: int, size: int) -> BadInput:
    return BadInput(source, "", _("at most {limit} bytes, not {size}").format(limit=limit, size=size))


def _unreadable(source: str, error: Exception) -> BadInput:
    reason = (getattr(error, "strerror", "") or str(error)).lower()
    return BadInput(source, "", _("a file that can be read ({reason})").format(reason=reason))

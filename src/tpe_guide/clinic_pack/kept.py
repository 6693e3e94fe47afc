"""The last good pack on the disk of this computer: what a kiosk shows after a start while the share is away."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from tpe_guide import side_file
from tpe_guide.clinic_pack import container, reading
from tpe_guide.clinic_pack.pack import Known, Pack
from tpe_guide.errors import BadInput, CannotWrite, TpeGuideError
from tpe_guide.files import make_private_folder, write_whole
from tpe_guide.guide import clinic_file

FILE = "clinic-pack.last-good.tpepack"
BEFORE = "clinic-given.last-good.json"
"""As versions kept it that knew words alone."""
_PLACE_LIMIT = 4_096


def read(
    folder: Path, known: Known, trusted: bytes | None, path: Path | None = None
) -> tuple[container.Files, Pack] | None:
    """The pack that is kept in *folder*; None if there is none, or none that may be used.

    *path*: only if it came from there. A kiosk that was moved to another ward shows no number of the one before.

    A page or a language that a newer guide no longer has is no reason to lose the unit's numbers.
    """
    file, known = folder / FILE, known._replace(pages=None, languages=None)
    try:
        data = side_file.read_bytes(file, container.PACK_LIMIT)
        if path is not None and container.note_in(data) != _place(path):
            return None
        files: container.Files = container.files_in(data, str(file))
    except (OSError, side_file.Fault, BadInput):
        return _from_before(folder, known, trusted)
    pack, problems = reading.read(files, str(file), known, trusted)
    if problems and container.JSON in files and container.TOML not in files and trusted is None:
        return _words_alone(folder / FILE, files[container.JSON], known)
    return None if problems else (files, pack)


def keep(folder: Path, files: container.Files, path: Path) -> CannotWrite | None:
    """Keep *files*, which came from *path*, in *folder*, at once and whole.

    Tells what stood in the way; what was kept before is then still there.
    """
    data, file = container.wrapped(files, _place(path)), folder / FILE
    try:
        if side_file.read_bytes(file, container.PACK_LIMIT) == data:
            return None
    except side_file.NotAFile:
        _put_aside(file)
    except (OSError, side_file.TooLarge):  # it is not there yet, or writing will say why it cannot be
        pass
    try:
        make_private_folder(folder)
        write_whole(file, data, private=True)
    except CannotWrite as error:
        return error
    except (OSError, ValueError) as error:  # a folder that cannot even be asked for
        return CannotWrite(file, (getattr(error, "strerror", "") or str(error)).lower())
    return None


def _place(path: Path) -> bytes:
    """The name of *path* whole, as it is given: the disk is not asked, which may be a share that is silent."""
    return os.fsencode(os.path.abspath(path))[:_PLACE_LIMIT]  # noqa: PTH100


def _put_aside(file: Path) -> None:
    with suppress(OSError):  # writing will say so
        side_file.set_aside(file, file.name + side_file.SPOILT)


def _from_before(folder: Path, known: Known, trusted: bytes | None) -> tuple[container.Files, Pack] | None:
    if trusted is not None:
        return None
    try:
        raw = side_file.read_bytes(folder / BEFORE, clinic_file.SIZE_LIMIT)
    except (OSError, side_file.Fault):
        return None
    return _words_alone(folder / BEFORE, raw, known)


def _words_alone(file: Path, raw: bytes, known: Known) -> tuple[container.Files, Pack] | None:
    """A number that an earlier version took for one stays until the unit's own file is mended."""
    problems: list[TpeGuideError]
    details, problems = clinic_file.read_bytes(str(file), raw, known.slots, clinic_file.as_before)
    return None if problems else ({container.JSON: raw}, Pack(details))

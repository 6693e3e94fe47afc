"""Whose signature counts on this computer: the public key that staff have put there, if any.

In the machine's own folder only an administrator can place it, so it is asked first; the data folder's is for whoever
tries signing out. A key that is there and cannot be read is no leave to take unsigned packs: then none is taken.
"""

from __future__ import annotations

from pathlib import Path

from tpe_guide import paths
from tpe_guide.errors import BadInput
from tpe_guide.files import make_private_folder, write_whole

FILE = "clinic-key.pub"
NOBODYS = bytes(32)
"""No pack is signed with it."""


def places(folder: Path) -> tuple[Path, ...]:
    """Where the key may lie, the one that counts first."""
    return (*(each / FILE for each in paths.machine_folders()), folder / FILE)


def trusted_key(folder: Path) -> tuple[bytes | None, BadInput | None]:
    """The 32 bytes of the trusted key, None if any pack may be taken; and why it cannot be read."""
    for file in places(folder):
        if not _is_there(file):
            continue
        from tpe_guide.clinic_pack import signing

        try:
            return signing.public_key(file), None
        except BadInput as error:
            return NOBODYS, error
    return None, None


def trust(key: Path, folder: Path) -> Path:
    """From now on only packs signed with the public *key* are taken. Tells the file. Raises BadInput, CannotWrite."""
    from tpe_guide.clinic_pack import signing

    signing.public_key(key)
    make_private_folder(folder)
    write_whole(folder / FILE, key.read_bytes())
    return folder / FILE


def _is_there(file: Path) -> bool:
    """Whether anything is, also a link to nowhere: a key that has gone is no leave either."""
    try:
        file.lstat()
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False
    return True

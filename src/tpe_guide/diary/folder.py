"""Where in a person's folder the diary lies, and what can be known about it without opening it."""

from __future__ import annotations

from pathlib import Path

from tpe_guide.diary import keys
from tpe_guide.errors import DiaryDamaged, FromNewerVersion, WrongUsage
from tpe_guide.i18n import _
from tpe_guide.paths import is_there

STORE, KEY, LOCK, SEAL = "diary.db", "diary.key", "diary.lock", "diary.seal"
LOGS = (f"{STORE}-wal", f"{STORE}-journal")
"""What SQLite plays into the store when it opens it; the second only while a diary is made."""
PARTS = (STORE, *LOGS, f"{STORE}-shm", SEAL)
"""The files that change together."""
PENDING = "diary-restoring"
"""A folder with the store and the key of a restore that is decided: what is in it is the diary. See ``switch``."""


def exists(folder: Path) -> bool:
    """Whether there is a diary in *folder*; yes also where one may not look, lest somebody start another."""
    return _may_be_there(folder / STORE) or _may_be_there(folder / PENDING / STORE)


def refuse_part_of(out: Path) -> None:
    """Nothing that is made from a diary is written over one: raises WrongUsage where *out* is part of it."""
    parts = (*PARTS, KEY, LOCK, PENDING)
    if out.name.casefold() in parts and (exists(out.parent) or is_away(out.parent)):
        raise WrongUsage(_("{out} is part of a diary: name another file as OUT.").format(out=out))


def is_away(folder: Path) -> bool:
    """Whether the diary whose key is in *folder* is not."""
    return not exists(folder) and _may_be_there(folder / KEY)


def needs_passcode(folder: Path) -> bool:
    """Whether the diary in *folder* opens only with a passcode. Raises DiaryDamaged, FromNewerVersion."""
    return keys.needs_passcode(key_file(folder))


def lacks_key(folder: Path) -> bool:
    """Whether there is a diary in *folder*, and no key file that this version can read."""
    try:
        needs_passcode(folder)
    except (DiaryDamaged, FromNewerVersion):
        return exists(folder)
    return False


def key_file(folder: Path) -> Path:
    """Where the key of the diary in *folder* is."""
    pending = folder / PENDING / KEY
    return pending if is_there(pending) else folder / KEY


def _may_be_there(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True

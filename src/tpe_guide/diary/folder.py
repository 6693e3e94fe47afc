"""Where in a person's folder the diary lies, and what can be known about it without opening it."""

from __future__ import annotations

from pathlib import Path

STORE, KEY, LOCK = "diary.db", "diary.key", "diary.lock"


def exists(folder: Path) -> bool:
    """Whether there is a diary in *folder*; yes also where one may not look, lest somebody start another."""
    try:
        (folder / STORE).stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def needs_passcode(folder: Path) -> bool:
    """Whether the diary in *folder* opens only with a passcode. Raises DiaryDamaged, FromNewerVersion."""
    from tpe_guide.diary import keys

    return keys.needs_passcode(folder / KEY)

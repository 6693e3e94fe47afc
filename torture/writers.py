"""Two that write one diary and do not see each other's lock: a folder reached on two ways, or from two machines."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from unittest.mock import patch

from torture.diary import Verdict, entry, judge
from tpe_guide.diary import database, lock, opening
from tpe_guide.diary.model import Question
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import DiaryInUse

VFS = "unix-none"
"""SQLite's way to files without their locks."""
_ACTS = ("save", "save", "save", "change", "begin", "rest", "close")


class _NoLock:
    writable = True

    def release(self) -> None:
        """Nothing is held."""


@contextlib.contextmanager
def blind() -> Iterator[None]:
    """No lock is seen by anybody."""
    as_it_is = database.connect

    def connect(path: Path, key: bytes, query: str = "") -> database.Connection:
        return as_it_is(path, key, f"{query}{'&' if query else '?'}vfs={VFS}")

    with (
        patch.object(database, "connect", connect),
        patch.object(opening, "take_lock", lambda _where: _NoLock()),
        patch.object(lock, "is_held_by_sqlite", lambda _path: False),
    ):
        yield


def course(where: Path, random: Random, steps: int = 60) -> tuple[Verdict, int]:
    """A random course of *steps* of both: what is left of what was acknowledged, and how often one was told."""
    DiaryStore.create(where, None).close()
    stores: dict[str, DiaryStore] = {}
    saved: set[str] = set()
    told = 0
    with blind():
        for number in range(steps):
            who = random.choice("ab")
            if who not in stores:
                stores[who] = DiaryStore.open(where, None)
                continue
            try:
                match random.choice(_ACTS):
                    case "save":
                        stores[who].save_entry(entry(number))
                        saved.add(f"e{number}")
                    case "change":
                        stores[who].set_questions([Question(str(number))])
                    case "begin" if stores[who].entries():
                        stores[who].begin_course()
                    case "rest":
                        stores[who].rest()
                    case "close":
                        stores.pop(who).close()
            except DiaryInUse:
                told += 1
                stores.pop(who).close()
        for store in stores.values():
            store.close()
        return judge(where, saved), told

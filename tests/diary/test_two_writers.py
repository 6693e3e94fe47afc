"""One folder that is reached on two ways, or from two machines, so that neither sees the lock of the other."""

from __future__ import annotations

import contextlib
import os
import random
from pathlib import Path

import pytest

from tests.diary.stories import entry
from tpe_guide.diary import database, lock, opening
from tpe_guide.diary.model import Entry, Question
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import DiaryInUse

VFS = "unix-none"
"""SQLite's way to files without their locks."""


@pytest.fixture
def closed(folder: Path) -> Path:
    """A closed diary without entries."""
    DiaryStore.create(folder, None).close()
    return folder


@pytest.fixture
def blind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two machines that reach one folder: neither sees the locks of the other."""

    class NoLock:
        writable = True

        def release(self) -> None:
            """Nothing is held."""

    def connect(path: Path, key: bytes, query: str = "") -> database.Connection:
        return as_it_is(path, key, f"{query}&vfs={VFS}" if query else f"?vfs={VFS}")

    as_it_is = database.connect
    monkeypatch.setattr(database, "connect", connect)
    monkeypatch.setattr(opening, "take_lock", lambda _where: NoLock())
    monkeypatch.setattr(lock, "is_held_by_sqlite", lambda _path: False)


@pytest.mark.skipif(os.name == "nt", reason="SQLite has no such way to files there")
@pytest.mark.usefixtures("blind")
class TestTwoThatDoNotSeeEachOther:
    """One folder reached on two ways: who comes second is told, and what was said to be saved is there."""

    @pytest.mark.parametrize("seed", range(12))
    def test_nothing_that_was_said_to_be_saved_is_gone(self, closed: Path, seed: int) -> None:
        chance = random.Random(seed)
        stores: dict[str, DiaryStore] = {}
        saved, told, number = {one.id for one in _entries(closed)}, 0, 100
        for __ in range(60):
            who = chance.choice("ab")
            number += 1
            match chance.choice(["save", "save", "save", "change", "rest", "close"]):
                case _ if who not in stores:
                    stores[who] = DiaryStore.open(closed, None)
                case "save":
                    try:
                        stores[who].save_entry(entry(number))
                        saved.add(f"e{number}")
                    except DiaryInUse:
                        told += 1
                        stores.pop(who).close()
                case "change":
                    with contextlib.suppress(DiaryInUse):
                        stores[who].set_questions([Question(str(number))])
                case "rest":
                    with contextlib.suppress(DiaryInUse):
                        stores[who].rest()
                case "close":
                    stores.pop(who).close()
        for store in stores.values():
            store.close()
        assert saved == {one.id for one in _entries(closed)}
        assert told, "they never met: nothing was tried"

    def test_once_told_it_never_writes_again(self, closed: Path) -> None:
        first, second = DiaryStore.open(closed, None), DiaryStore.open(closed, None)
        first.save_entry(entry(50))
        for __ in range(2):
            with pytest.raises(DiaryInUse):
                second.save_entry(entry(51))
        first.close()
        with pytest.raises(DiaryInUse):
            second.save_entry(entry(51))
        second.close()
        assert {"e50"} == {one.id for one in _entries(closed)} & {"e50", "e51"}


def _entries(where: Path) -> tuple[Entry, ...]:
    with DiaryStore.open(where, None) as store:
        assert store.found is None
        return store.entries()

"""Saves entries in the diary, each beside a bare insert of the same text. Arguments: folder, count.

Prints JSON: seconds of each save, ``ours`` and ``floor``.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from tpe_guide.diary import exchange
from tpe_guide.diary.model import Entry, new_id
from tpe_guide.diary.store import DiaryStore

ROOT = Path(__file__).resolve().parents[2]
PRAGMAS = (
    "key = \"x'{key}'\"",
    "locking_mode = EXCLUSIVE",
    "journal_mode = WAL",
    "synchronous = FULL",
    "fullfsync = ON",
    "foreign_keys = ON",
)


def bare_store(path: Path) -> sqlcipher.Connection:
    """A table for entries with the pragmas of the diary, and nothing else."""
    connection = sqlcipher.connect(path, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute("PRAGMA " + pragma.format(key="2a" * 32))
    connection.execute("CREATE TABLE entries (id TEXT PRIMARY KEY, session TEXT, body TEXT NOT NULL)")
    return connection


def seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


folder, count = Path(sys.argv[1]), int(sys.argv[2])
demo = exchange.read(ROOT / "examples" / "demo.tpediary.json")
times: dict[str, list[float]] = {"ours": [], "floor": []}
bare = bare_store(folder / "bare.db")
with DiaryStore.create(folder / "diary", None) as diary:
    diary.import_diary(demo)
    for number in range(count):
        like = demo.entries[number % len(demo.entries)]
        entry: Entry = dataclasses.replace(like, id=new_id())
        row = (entry.id, entry.session, exchange.pack(entry, ""))
        ours = lambda entry=entry: diary.save_entry(entry)  # noqa: E731
        floor = lambda row=row: bare.execute("INSERT INTO entries VALUES (?, ?, ?)", row)  # noqa: E731
        for kind, act in (("ours", ours), ("floor", floor)):
            times[kind].append(seconds(act))
print(json.dumps(times))

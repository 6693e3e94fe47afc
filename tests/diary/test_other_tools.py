"""If we are gone: another library that knows SQLCipher 4 opens a diary and a backup with the key alone."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import apsw
import pytest

from tests.diary.stories import entry
from tpe_guide.diary import backup
from tpe_guide.diary.folder import KEY, STORE
from tpe_guide.diary.store import DiaryStore


def notes(path: Path, key: str) -> list[str]:
    """What SQLite3 Multiple Ciphers, which shares no code with SQLCipher, reads there."""
    connection = apsw.Connection(str(path), apsw.SQLITE_OPEN_READONLY)
    try:
        connection.pragma("cipher", "sqlcipher")
        connection.pragma("legacy", 4)
        connection.pragma("key", f"x'{key}'")
        rows = connection.execute("SELECT body FROM entries ORDER BY id").fetchall()
        return [json.loads(str(body))["note"] for (body,) in rows]
    finally:
        connection.close()


@pytest.fixture
def kept(store: DiaryStore) -> tuple[DiaryStore, str]:
    for number in range(3):
        store.save_entry(entry(number, note=f"Entry {number}, naïve – 🩸"))
    return store, store.unlocked.key.hex()


NOTES = [f"Entry {number}, naïve – 🩸" for number in range(3)]


def test_a_closed_diary(kept: tuple[DiaryStore, str]) -> None:
    store, key = kept
    store.close()
    assert notes(store.path, key) == NOTES


def test_a_backup_with_the_key_that_lies_in_it(kept: tuple[DiaryStore, str], tmp_path: Path) -> None:
    made = backup.write(tmp_path / "a.tpebackup", backup.take(kept[0]))
    with zipfile.ZipFile(made.path) as archive:
        (tmp_path / STORE).write_bytes(archive.read(STORE))
        (slot,) = json.loads(archive.read(KEY))["slots"]
    assert notes(tmp_path / STORE, slot["key"]) == NOTES


def test_not_with_another_key(kept: tuple[DiaryStore, str]) -> None:
    store, key = kept
    store.close()
    with pytest.raises(apsw.NotADBError):
        notes(store.path, key[:-2] + ("00" if key[-2:] != "00" else "01"))

"""A diary opened by its recovery sheet: where the passcode is lost, or the key file is; and what goes wrong then."""

from __future__ import annotations

import datetime as dt
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.diary.conftest import start
from tests.diary.stories import entry
from tests.diary.test_other_tools import notes
from tpe_guide.diary import backup, by_sheet, database, exchange, folder, keys, opening, recovery, rescue, told
from tpe_guide.diary.folder import KEY, SEAL, STORE
from tpe_guide.diary.recovery import Sheet
from tpe_guide.diary.restore import preview
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import (
    CannotWrite,
    DiaryDamaged,
    DiaryInUse,
    FromNewerVersion,
    SheetOfAnother,
    WrongPasscode,
)

LOST, NEW = "green kettle three boats", "seven small grey stones"
NOON = dt.datetime(2026, 11, 30, 12, tzinfo=dt.UTC)
TODAY = NOON.date()


@pytest.fixture
def where(folder: Path) -> Path:
    with DiaryStore.create(folder, LOST) as store:
        for number in range(3):
            store.save_entry(entry(number, note=f"Entry {number}"))
    return folder


@pytest.fixture
def key(where: Path) -> bytes:
    """As the words of the sheet say it."""
    return recovery.key_of(" ".join(recovery.words_of(keys.unlock(where / KEY, LOST))))


def opens(where: Path, passcode: str | None) -> int:
    with DiaryStore.open(where, passcode) as store:
        return store.entry_count


class TestOpening:
    @pytest.mark.parametrize("new", [NEW, None])
    def test_a_lost_passcode(self, where: Path, key: bytes, new: str | None) -> None:
        old = (where / KEY).read_bytes()
        done = by_sheet.recover(where, keys.wrapped(key, new))
        with done.store as store:
            assert store.entry_count == 3
        assert opens(where, new) == 3
        assert folder.needs_passcode(where) == (new is not None)
        assert done.kept is not None
        assert done.kept.read_bytes() == old
        if new:
            with pytest.raises(WrongPasscode):
                DiaryStore.open(where, LOST)

    @pytest.mark.parametrize("spoilt", [b"", b"{}", b"\0" * 400, None, "folder", "newer"])
    def test_a_key_file_that_is_missing_damaged_or_newer(self, where: Path, key: bytes, spoilt: object) -> None:
        data = (where / KEY).read_bytes()
        (where / KEY).unlink()
        if isinstance(spoilt, bytes):
            (where / KEY).write_bytes(spoilt)
        elif spoilt == "folder":
            (where / KEY).mkdir()
        elif spoilt == "newer":
            (where / KEY).write_bytes(data.replace(b'"version": 1', b'"version": 2'))
        with by_sheet.recover(where, keys.wrapped(key, NEW)).store as store:
            assert store.entry_count == 3
        assert opens(where, NEW) == 3

    def test_a_key_file_damaged_anywhere(self, where: Path, key: bytes, tmp_path: Path) -> None:
        data = (where / KEY).read_bytes()
        made = keys.wrapped(key, None)
        for at in range(0, len(data), 37):
            (where / KEY).write_bytes(data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1 :])
            by_sheet.recover(where, made).store.close()
            assert opens(where, None) == 3

    def test_a_restore_that_was_cut_off_is_done_first(self, where: Path, key: bytes) -> None:
        (where / folder.PENDING).mkdir()
        for name in (STORE, KEY):
            shutil.copy(where / name, where / folder.PENDING / name)
        (where / STORE).write_bytes(b"x" * 9000)
        with by_sheet.recover(where, keys.wrapped(key, NEW)).store as store:
            assert store.entry_count == 3


class TestRefusing:
    def test_the_sheet_of_another_diary_changes_nothing(self, where: Path, tmp_path: Path) -> None:
        other = keys.new_key()
        before = {path.name: path.read_bytes() for path in where.iterdir()}
        for do in (lambda: by_sheet.prove(where, other), lambda: by_sheet.recover(where, keys.wrapped(other, NEW))):
            with pytest.raises(SheetOfAnother) as caught:
                do()
            assert caught.value.mark == recovery.mark_of(other)
        assert {path.name: path.read_bytes() for path in where.iterdir()} == before

    def test_a_diary_that_is_open_elsewhere(self, where: Path, key: bytes) -> None:
        old = (where / KEY).read_bytes()
        with DiaryStore.open(where, LOST), pytest.raises(DiaryInUse):
            by_sheet.recover(where, keys.wrapped(key, NEW))
        assert (where / KEY).read_bytes() == old

    def test_a_diary_from_a_newer_version_keeps_its_key_file(self, where: Path, key: bytes) -> None:
        connection = database.connect(where / STORE, key)
        connection.execute("PRAGMA user_version = 99")
        connection.close()
        old = (where / KEY).read_bytes()
        with pytest.raises(FromNewerVersion):
            by_sheet.recover(where, keys.wrapped(key, NEW))
        assert (where / KEY).read_bytes() == old
        opening.release(opening.take_lock(where))  # nobody holds it

    def test_no_diary_there(self, tmp_path: Path) -> None:
        with pytest.raises(DiaryDamaged, match="it is not there"):
            by_sheet.prove(tmp_path, keys.new_key())

    @pytest.mark.parametrize("seal", [True, False])
    def test_the_right_sheet_of_a_damaged_diary_is_not_called_that_of_another(
        self, where: Path, key: bytes, seal: bool
    ) -> None:
        data = bytearray((where / STORE).read_bytes())
        data[1000] ^= 1
        (where / STORE).write_bytes(data)
        if not seal:
            (where / SEAL).unlink()
        by_sheet.prove(where, key)
        with pytest.raises(DiaryDamaged):
            by_sheet.recover(where, keys.wrapped(key, NEW))
        assert rescue.read(where, keys.unlock_file(where / KEY, NEW)).entries == 3


class TestFaults:
    def test_a_full_disk_leaves_the_old_key_file(
        self, where: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        old, calls = (where / KEY).read_bytes(), list[Path]()

        def full(path: Path, data: bytes, *, private: bool = False) -> None:
            calls.append(path)
            raise CannotWrite(path, "no space left on device")

        for module in (by_sheet, keys):
            with monkeypatch.context() as patch:
                patch.setattr(module, "write_whole", full)
                with pytest.raises(CannotWrite):
                    by_sheet.recover(where, keys.wrapped(key, NEW))
            assert (where / KEY).read_bytes() == old
        assert len(calls) == 2
        assert opens(where, LOST) == 3

    def test_a_real_full_disk(self, where: Path, key: bytes, in_mounts: Callable[..., str], tmp_path: Path) -> None:
        disk = tmp_path / "disk"
        disk.mkdir()
        script = f"""
import shutil, sys
from pathlib import Path
from tpe_guide.diary import by_sheet, keys
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import CannotWrite
disk = Path({str(disk)!r})
here = disk / "data"
shutil.copytree({str(where)!r}, here)
before = (here / "diary.key").read_bytes()
try:
    with open(disk / "rest", "wb") as rest:
        while True:
            rest.write(b"x" * 4096)
            rest.flush()
except OSError:
    pass
try:
    by_sheet.recover(here, keys.wrapped(bytes.fromhex({key.hex()!r}), None))
except CannotWrite:
    print("refused")
print((here / "diary.key").read_bytes() == before)
(disk / "rest").unlink()
by_sheet.recover(here, keys.wrapped(bytes.fromhex({key.hex()!r}), None)).store.close()
with DiaryStore.open(here, None) as store:
    print(store.entry_count)
"""
        out = in_mounts('mount -t tmpfs -o size=512k none "$WHERE"', script, disk)
        assert out.split() == ["refused", "True", "3"]

    @pytest.mark.parametrize("moment", ["write_whole", "open_with"])
    def test_killed_between_the_key_file_and_the_opening(self, where: Path, key: bytes, moment: str) -> None:
        module = "keys" if moment == "write_whole" else "opening"
        script = f"""
import os, sys
from pathlib import Path
from tpe_guide.diary import by_sheet, keys, opening
keys._ARGON2ID.update(time_cost=1, memory_kib=64)
{module}.{moment} = lambda *_, **__: os._exit(9)
by_sheet.recover(Path(sys.argv[1]), keys.wrapped(bytes.fromhex(sys.argv[2]), sys.argv[3]))
"""
        with start(script, where, key.hex(), NEW) as killed:
            killed.communicate()
        assert killed.returncode == 9
        assert opens(where, NEW if moment == "open_with" else LOST) == 3
        with by_sheet.recover(where, keys.wrapped(key, None)).store as store:
            assert store.entry_count == 3


class TestWithoutUs:
    """Another library that knows SQLCipher 4, and the paper."""

    def test_the_words_open_the_diary_and_a_backup(self, where: Path, tmp_path: Path) -> None:
        with DiaryStore.open(where, LOST) as store:
            words = " ".join(recovery.words_of(store.unlocked.key))
            made = backup.write(tmp_path / "a.tpebackup", backup.take(store))
        expected = [f"Entry {number}" for number in range(3)]
        digits = recovery.key_of(words).hex()
        assert notes(where / STORE, digits) == expected
        with zipfile.ZipFile(made.path) as archive:
            (tmp_path / STORE).write_bytes(archive.read(STORE))
        assert notes(tmp_path / STORE, digits) == expected


class TestWhatTheDiaryKnowsOfIt:
    def test_it_is_kept_in_it(self, where: Path) -> None:
        with DiaryStore.open(where, LOST) as store:
            assert store.glance().sheet() == Sheet()
            store.keep_sheet(Sheet(TODAY, TODAY))
        with DiaryStore.open(where, LOST) as store:
            assert store.glance().sheet() == Sheet(TODAY, TODAY)

    def test_it_comes_back_with_a_backup(self, where: Path, tmp_path: Path) -> None:
        with DiaryStore.open(where, LOST) as store:
            store.keep_sheet(Sheet(TODAY, TODAY))
            made = backup.write(tmp_path / "a.tpebackup", backup.take(store))
        with preview(tmp_path / "elsewhere", made.path, LOST) as what:
            pass
        what.now()
        with DiaryStore.open(tmp_path / "elsewhere", LOST) as store:
            assert store.glance().sheet() == Sheet(TODAY, TODAY)

    def test_it_stays_where_the_backup_is_from_before_it(self, where: Path, tmp_path: Path) -> None:
        with DiaryStore.open(where, LOST) as store:
            made = backup.write(tmp_path / "a.tpebackup", backup.take(store))
            store.keep_sheet(Sheet(TODAY, TODAY))
            store.save_entry(entry(7))
        with preview(where, made.path, LOST) as what:
            assert not what.changes_nothing
        what.now()
        with DiaryStore.open(where, LOST) as store:
            assert (store.entry_count, store.glance().sheet()) == (3, Sheet(TODAY, TODAY))

    def test_by_itself_it_makes_no_two_diaries(self, where: Path, tmp_path: Path) -> None:
        with DiaryStore.open(where, LOST) as store:
            made = backup.write(tmp_path / "a.tpebackup", backup.take(store))
            store.keep_sheet(Sheet(TODAY))
        with preview(where, made.path, LOST) as what:
            assert what.changes_nothing
            assert not any("as they were then" in line for line in told.of_a_restore(what))

    def test_a_second_course_is_of_the_same_diary(self, where: Path) -> None:
        with DiaryStore.open(where, LOST) as store:
            store.keep_sheet(Sheet(TODAY, TODAY))
            store.begin_course()
            assert store.glance().sheet() == Sheet(TODAY, TODAY)

    def test_it_is_rescued(self, where: Path) -> None:
        with DiaryStore.open(where, LOST) as store:
            store.keep_sheet(Sheet(TODAY, TODAY))
            unlocked = store.unlocked
        data = bytearray((where / STORE).read_bytes())
        data[-20] ^= 1
        (where / STORE).write_bytes(data)
        rescue.begin_anew(where, unlocked, rescue.read(where, unlocked))
        with DiaryStore.open(where, LOST) as store:
            assert store.glance().sheet() == Sheet(TODAY, TODAY)

    def test_it_is_in_no_exchange_file(self, where: Path) -> None:
        with DiaryStore.open(where, LOST) as store:
            before = exchange.in_files(store.diary(), exported_at=NOON, app="test")
            store.keep_sheet(Sheet(TODAY, TODAY))
            assert exchange.in_files(store.diary(), exported_at=NOON, app="test") == before

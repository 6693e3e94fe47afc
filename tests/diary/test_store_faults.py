"""What goes wrong on real machines: killed, full, read-only, damaged, swapped. Nothing is lost and nothing leaks."""

from __future__ import annotations

import base64
import errno
import os
import shutil
import sqlite3
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.diary.conftest import start
from tests.diary.stories import change_passcode, entry, session
from tpe_guide import files
from tpe_guide.diary import backup, database, exchange, keys
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import (
    CannotRunHere,
    CannotWrite,
    DiaryDamaged,
    DiaryInUse,
    FromNewerVersion,
    TpeGuideError,
)
from tpe_guide.wording import describe

NOBODY = 65534
PHRASE = "I shook for an hour that night"
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """The system itself refuses to let any file of this process grow beyond *size* bytes."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def closed(folder: Path) -> Path:
    """A folder with a closed diary of one session and twenty entries."""
    with DiaryStore.create(folder, None) as store:
        store.add_session(session())
        for number in range(20):
            store.save_entry(entry(number, session="s1", note=f"{PHRASE} {number}"))
    return folder


class TestNobodyElseReadsIt:
    @pytest.mark.parametrize("passcode", [None, "green kettle three boats"])
    def test_no_file_holds_a_word_of_it(self, folder: Path, passcode: str | None) -> None:
        def look() -> None:
            for name, data in contents(folder).items():
                for form in (PHRASE.encode(), PHRASE.encode("utf-16-le"), base64.b64encode(PHRASE.encode())[4:-4]):
                    assert form not in data, name
                for word in (b"tingling", b"recorded_at", b"CREATE TABLE", b"severity"):
                    assert word not in data, (name, word)

        with DiaryStore.create(folder, passcode) as store:
            store.save_entry(entry(session="s1", note=PHRASE), session(note=PHRASE))
            assert (folder / "diary.db-wal").stat().st_size > 0, "the log is part of what is looked at"
            look()
        look()

    def test_it_does_not_begin_as_plain_sqlite_does(self, closed: Path) -> None:
        assert not (closed / "diary.db").read_bytes().startswith(b"SQLite format 3")
        plain = sqlite3.connect(closed / "diary.db")
        with pytest.raises(sqlite3.DatabaseError, match="not a database"):
            plain.execute("SELECT * FROM entries")
        plain.close()

    def test_a_plain_file_in_its_place_is_refused_and_left(self, closed: Path) -> None:
        (closed / "diary.db").unlink()
        plain = sqlite3.connect(closed / "diary.db")
        plain.execute("CREATE TABLE entries (id TEXT)")
        plain.commit()
        plain.close()
        before = contents(closed)
        with pytest.raises(DiaryDamaged, match="not encrypted"):
            DiaryStore.open(closed, None)
        assert contents(closed) == before

    def test_a_library_that_does_not_encrypt_is_refused(self, closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        # Plain SQLite takes the key without a word; it would have made a plain file here.
        monkeypatch.setattr(database.dbapi2, "connect", sqlite3.connect)
        with pytest.raises(CannotRunHere, match="encryption is missing"):
            DiaryStore.open(closed, None)
        with pytest.raises(CannotRunHere, match="encryption is missing"):
            DiaryStore.create(closed.parent / "new", None)
        assert not DiaryStore.exists(closed.parent / "new")
        assert not (closed.parent / "new" / "diary.key").exists()


SAVE_UNTIL_KILLED = """
import sys
import tempfile
from pathlib import Path
from tests.diary.stories import entry
from tpe_guide.diary.store import DiaryStore
store = DiaryStore.open(Path(sys.argv[1]), None)
number = int(sys.argv[2])
while True:
    store.save_entry(entry(number, note="x" * 500))
    print(number, flush=True)
    number += 1
"""


@posix
class TestKilled:
    def test_every_entry_that_was_said_to_be_saved_is_there(self, folder: Path) -> None:
        DiaryStore.create(folder, None).close()
        saved: set[str] = set()
        for run in range(3):
            with start(SAVE_UNTIL_KILLED, folder, run * 100_000) as process:
                assert process.stdout is not None
                for __ in range(40 + 30 * run):
                    saved.add(f"e{process.stdout.readline().strip()}")
                process.kill()
                # Not communicate(): it would not see what was read ahead of the last line.
                saved |= {f"e{line}" for line in process.stdout.read().split("\n")[:-1]}
        assert len(saved) >= 210
        with DiaryStore.open(folder, None) as store:
            there = {one.id for one in store.entries()}
        assert saved <= there
        assert len(there - saved) <= 3, "each run may have saved one that it had no time to tell of"

    def test_the_lock_goes_with_its_holder(self, folder: Path) -> None:
        DiaryStore.create(folder, None).close()
        process = start(SAVE_UNTIL_KILLED, folder, 0)
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(DiaryInUse):
            DiaryStore.open(folder, None)
        process.kill()
        process.communicate()
        DiaryStore.open(folder, None).close()

    def test_killed_while_it_is_made_it_can_be_made_again(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        class Killed(BaseException):
            pass

        def die(*__: object) -> None:
            raise Killed

        with monkeypatch.context() as patch:
            patch.setattr(database, "_flush", die)
            patch.setattr(database, "_remove", lambda __: None)
            with pytest.raises(Killed):
                DiaryStore.create(folder, None)
        assert not DiaryStore.exists(folder)
        with DiaryStore.create(folder, None) as store:
            store.save_entry(entry())
        assert {file.name for file in folder.iterdir()} == {"diary.db", "diary.key", "diary.lock", "diary.seal"}


FILL_A_DISK = """
import sys
import tempfile
from pathlib import Path
from tests.diary.stories import entry
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import CannotWrite
folder = Path(sys.argv[1]) / "data"
store = DiaryStore.create(folder, None)
saved = 0
try:
    while True:
        store.save_entry(entry(saved, note="x" * 1500))
        saved += 1
except CannotWrite as error:
    print(error.reason)
assert len(store.entries()) == saved > 10, saved
store.close()
with DiaryStore.open(folder, None) as again:
    assert len(again.entries()) == saved
    assert all(len(one.note) == 1500 for one in again.entries())
"""

READ_ONLY = """
import sys
import tempfile
from pathlib import Path
from tests.diary.stories import REMOVED, change_passcode, entry
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import CannotWrite, TpeGuideError
folder = Path(sys.argv[1])
with DiaryStore.open(folder, None) as store:
    assert store.read_only
    assert len(store.entries()) == 20
    for write in (lambda: store.save_entry(entry()), lambda: store.bin_entry("e1", REMOVED),
                  lambda: change_passcode(store, None, "green kettle three boats")):
        try:
            write()
            raise SystemExit("it was written")
        except CannotWrite as error:
            print(error.reason)
    assert len(store.entries()) == 20
try:
    DiaryStore.create(folder / "new", None)
except CannotWrite as error:
    print(error.reason)
"""


class TestFullDisk:
    @posix
    def test_a_save_that_does_not_fit_is_said_and_the_diary_goes_on(self, closed: Path) -> None:
        before = None
        with DiaryStore.open(closed, None) as store:
            before = store.diary()
            with files_of_at_most(8 * 1024):
                for attempt in range(3):
                    with pytest.raises(CannotWrite) as caught:
                        store.save_entry(entry(100 + attempt, note="x" * 2000))
                    assert caught.value.path == closed / "diary.db"
                    assert store.diary() == before
                with pytest.raises(CannotWrite):
                    store.save_entry(entry(0, session="s2", note="x" * 2000), session(2))
                with pytest.raises(CannotWrite):
                    store.add_session(session(3, note="x" * 2000))
                assert store.diary() == before
            store.save_entry(entry(200))
        with DiaryStore.open(closed, None) as store:
            assert {one.id for one in store.entries()} == {one.id for one in before.entries} | {"e200"}

    @posix
    def test_an_import_that_does_not_fit_adds_nothing(self, closed: Path) -> None:
        from dataclasses import replace

        from tpe_guide.diary.demo import FIXED_DAY, demo_diary

        demo = demo_diary(FIXED_DAY)
        big = replace(demo, sessions=(), entries=tuple(entry(1000 + n, note="x" * 2000) for n in range(200)))
        with DiaryStore.open(closed, None) as store:
            before = store.diary()
            with files_of_at_most(64 * 1024), pytest.raises(CannotWrite):
                store.import_diary(big)
            assert store.diary() == before
            store.import_diary(big)
            assert len(store.entries()) == 220

    def test_a_beginning_whose_name_does_not_reach_the_disk_leaves_nothing_behind(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(__: Path) -> None:
            raise OSError(5, "Input/output error")

        with monkeypatch.context() as patch:
            patch.setattr(database, "sync_folder", fail)
            with pytest.raises(CannotWrite, match="input/output error"):
                DiaryStore.create(folder, None)
        assert [file.name for file in folder.iterdir()] == ["diary.lock"]
        DiaryStore.create(folder, None).close()

    @posix
    def test_a_beginning_that_does_not_fit_leaves_nothing_behind(self, folder: Path) -> None:
        with files_of_at_most(4 * 1024), pytest.raises(CannotWrite) as caught:
            DiaryStore.create(folder, None)
        assert "cannot be written" in describe(caught.value)
        assert not DiaryStore.exists(folder)
        assert not (folder / "diary.key").exists()
        DiaryStore.create(folder, None).close()

    def test_a_disk_that_is_really_full(self, tmp_path: Path, in_mounts: Callable[..., str]) -> None:
        said = in_mounts('mount -t tmpfs -o size=512k none "$WHERE"', FILL_A_DISK, tmp_path)
        assert said.strip() in ("the disk is full", "the disk reports an error")


class TestReadOnly:
    def test_a_disk_that_is_really_read_only(self, closed: Path, in_mounts: Callable[..., str]) -> None:
        before = contents(closed)
        said = in_mounts('mount --bind "$WHERE" "$WHERE"; mount -o remount,ro,bind "$WHERE"', READ_ONLY, closed)
        assert said.splitlines()[:2] == ["it may only be read"] * 2
        assert said.splitlines()[2:] == ["read-only file system"] * 2
        assert contents(closed) == before

    @posix
    def test_a_folder_of_somebody_elses(self, closed: Path, shared: Path) -> None:
        where = closed.rename(shared / "data")
        with as_a_stranger(where, 0o555):
            with DiaryStore.open(where, None) as store:
                assert store.read_only
                assert len(store.entries()) == 20
                with pytest.raises(CannotWrite):
                    store.save_entry(entry())
            with pytest.raises(CannotWrite):
                DiaryStore.create(where / "new", None)

    @posix
    def test_a_log_that_cannot_be_put_back_is_said(self, closed: Path, shared: Path) -> None:
        where = closed.rename(shared / "data")
        log, whole = leave_a_log(where)
        assert log.stat().st_size > 0
        for file in where.iterdir():
            file.chmod(0o400)
        with as_a_stranger(where, 0o555), pytest.raises(CannotWrite) as caught:
            DiaryStore.open(where, None)
        assert "not closed properly" in describe(caught.value)
        for file in where.iterdir():
            file.chmod(0o600)
        with DiaryStore.open(where, None) as store:
            assert len(store.entries()) == whole

    @posix
    def test_a_diary_that_may_not_be_read_at_all_is_not_taken_for_none(self, closed: Path, shared: Path) -> None:
        where = closed.rename(shared / "data")
        with as_a_stranger(where, 0o000):
            assert DiaryStore.exists(where)
            with pytest.raises(DiaryDamaged, match="permission denied"):
                DiaryStore.open(where, None)

    def test_a_file_where_the_folder_should_be(self, tmp_path: Path) -> None:
        where = tmp_path / "data"
        where.write_text("not a folder")
        assert not DiaryStore.exists(where)
        for begin in (DiaryStore.create, DiaryStore.open):
            with pytest.raises((CannotWrite, DiaryDamaged)):
                begin(where, None)
        assert where.read_text() == "not a folder"


def leave_a_log(folder: Path) -> tuple[Path, int]:
    """Entries that only stand in the log, as after a power cut."""
    log = folder / "diary.db-wal"
    with DiaryStore.open(folder, None) as store:
        store.save_entry(entry(500))
        held, count = log.read_bytes(), len(store.entries())
        stored = (folder / "diary.db").read_bytes()
    (folder / "diary.db").write_bytes(stored)
    log.write_bytes(held)
    return log, count


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that a stranger can reach; the temporary folders of pytest are closed to others."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name)
        path.chmod(0o755)
        yield path


@contextmanager
def as_a_stranger(folder: Path, mode: int) -> Iterator[None]:
    """Whoever owns the files of *folder* but has only *mode* for itself. Root may do anything, so it steps down."""
    is_root = os.geteuid() == 0
    if is_root:
        for path in (folder, *folder.iterdir()):
            os.chown(path, NOBODY, -1)
    folder.chmod(mode)
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
            for path in (folder, *folder.iterdir()):
                os.chown(path, 0, -1)
        folder.chmod(0o700)


class TestDamaged:
    def test_a_flipped_bit_on_any_page_is_found_before_anything_is_written(self, closed: Path) -> None:
        path = closed / "diary.db"
        whole = path.read_bytes()
        assert len(whole) >= 5 * 4096
        for place in [*range(5, len(whole), 4096), *range(2000, len(whole), 4096), len(whole) - 1]:
            path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
            before = contents(closed)
            with pytest.raises(DiaryDamaged):
                DiaryStore.open(closed, None)
            assert contents(closed) == before
        path.write_bytes(whole)
        DiaryStore.open(closed, None).close()

    @pytest.mark.parametrize("length", [0, 1, 100, 511, 4096, 5000, 3 * 4096])
    def test_a_file_that_breaks_off(self, closed: Path, length: int) -> None:
        path = closed / "diary.db"
        path.write_bytes(path.read_bytes()[:length])
        before = contents(closed)
        with pytest.raises(DiaryDamaged) as caught:
            DiaryStore.open(closed, None)
        assert "Nothing was changed" in describe(caught.value)
        assert contents(closed) == before

    def test_a_key_of_another_diary(self, closed: Path, tmp_path: Path) -> None:
        keys.create(closed / "diary.key", None)
        with pytest.raises(DiaryDamaged, match="its key file belongs to another diary"):
            DiaryStore.open(closed, None)

    def test_a_key_that_is_gone(self, closed: Path) -> None:
        (closed / "diary.key").unlink()
        with pytest.raises(DiaryDamaged, match="its key file is missing"):
            DiaryStore.open(closed, None)

    def test_no_diary_at_all(self, folder: Path) -> None:
        with pytest.raises(DiaryDamaged, match="it is not there"):
            DiaryStore.open(folder, None)
        assert not folder.exists()

    def test_a_folder_in_its_place(self, closed: Path) -> None:
        (closed / "diary.db").unlink()
        (closed / "diary.db").mkdir()
        with pytest.raises(DiaryDamaged):
            DiaryStore.open(closed, None)

    def test_a_row_that_makes_no_sense(self, closed: Path) -> None:
        with DiaryStore.open(closed, None) as store:
            store._connection.execute("UPDATE entries SET body = '{}' WHERE id = 'e3'")
            with pytest.raises(DiaryDamaged, match="does not make sense"):
                store.entries()

    def test_a_log_torn_by_a_power_cut_costs_only_what_was_never_said_to_be_saved(self, closed: Path) -> None:
        log, count = leave_a_log(closed)
        log.write_bytes(log.read_bytes()[:-2000])
        with DiaryStore.open(closed, None) as store:
            assert len(store.entries()) == count - 1

    def test_the_log_of_a_diary_that_went_away_is_not_played_into_a_new_one(self, closed: Path, tmp_path: Path) -> None:
        __, count = leave_a_log(closed)
        away = (closed / "diary.db").rename(tmp_path / "away.db")
        with DiaryStore.create(closed, None) as store:
            assert store.entries() == ()
        with DiaryStore.open(closed, None) as store:
            store.save_entry(entry())
        away.replace(closed / "diary.db")
        for kept in closed.glob("diary-*"):
            kept.replace(closed / f"diary.{kept.name.partition('.')[2]}")
        with DiaryStore.open(closed, None) as store:
            assert len(store.entries()) == count

    @posix
    def test_what_a_diary_left_behind_comes_back_if_a_new_one_cannot_be_made(self, closed: Path) -> None:
        leave_a_log(closed)
        (closed / "diary.db").unlink()
        before = contents(closed)
        with files_of_at_most(4 * 1024), pytest.raises(CannotWrite):
            DiaryStore.create(closed, None)
        assert contents(closed) == before

    def test_a_whole_log_left_by_a_power_cut_costs_nothing(self, closed: Path) -> None:
        __, count = leave_a_log(closed)
        with DiaryStore.open(closed, None) as store:
            assert len(store.entries()) == count


class TestOtherVersions:
    def test_one_from_a_newer_program_is_left_as_it_is(self, closed: Path) -> None:
        with DiaryStore.open(closed, None) as store:
            store._connection.execute(f"PRAGMA user_version = {database.VERSION + 1}")
        before = contents(closed)
        with pytest.raises(FromNewerVersion) as caught:
            DiaryStore.open(closed, None)
        assert (caught.value.found, caught.value.known) == (database.VERSION + 1, database.VERSION)
        assert contents(closed) == before

    def test_an_older_one_is_brought_up_to_date(self, closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        later = "CREATE TABLE moods (id TEXT PRIMARY KEY); INSERT INTO moods VALUES ('calm');"
        monkeypatch.setattr(database, "MIGRATIONS", (*database.MIGRATIONS, later))
        monkeypatch.setattr(database, "VERSION", database.VERSION + 1)
        with DiaryStore.open(closed, None) as store:
            assert store._connection.execute("SELECT id FROM moods").fetchall() == [("calm",)]
            assert store._connection.execute("PRAGMA user_version").fetchone() == (database.VERSION,)
            assert len(store.entries()) == 20
        DiaryStore.open(closed, None).close()

    def test_a_change_that_fails_half_way_leaves_the_old_version(
        self, closed: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as later:
            broken = "CREATE TABLE moods (id TEXT PRIMARY KEY); INSERT INTO nowhere VALUES (1);"
            later.setattr(database, "MIGRATIONS", (*database.MIGRATIONS, broken))
            later.setattr(database, "VERSION", database.VERSION + 1)
            with pytest.raises(TpeGuideError):
                DiaryStore.open(closed, None)
        with DiaryStore.open(closed, None) as store:
            tables = {name for (name,) in store._connection.execute("SELECT name FROM sqlite_master")}
            assert "moods" not in tables
            assert len(store.entries()) == 20


FIXTURES = Path(__file__).parent / "fixtures"


class TestAMemoryStick:
    """A disk that knows no owners, no links, and no waiting for a folder."""

    @pytest.fixture
    def stick(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
        def refused(*__: object, **___: object) -> None:
            raise PermissionError(errno.EPERM, "Operation not permitted")

        def sync(descriptor: int) -> None:
            if stat.S_ISDIR(os.fstat(descriptor).st_mode):
                raise OSError(errno.EINVAL, "Invalid argument")
            as_it_is(descriptor)

        as_it_is = os.fsync
        monkeypatch.setattr(os, "fsync", sync)
        monkeypatch.setattr(os, "link", refused)
        monkeypatch.setattr(os, "chmod", refused)
        monkeypatch.setattr(Path, "chmod", refused)
        return tmp_path / "stick"

    def test_a_diary_begins_there_and_goes_on(self, stick: Path) -> None:
        with DiaryStore.create(stick, "green kettle three boats") as store:
            store.save_entry(entry(1))
            change_passcode(store, "green kettle three boats", None)
            made = backup.back_up(store, entry(1).recorded_at)
        assert made.entries == 1
        with DiaryStore.open(stick, None) as store:
            assert store.found is None
            assert store.entries() == (entry(1),)


class TestReleasedVersions:
    """A stored diary of every released version of the store; opened by each later one."""

    @pytest.mark.parametrize(
        ("version", "passcode"),
        [
            ("v1", None),
            ("v1-passcode", "green kettle three boats"),
            ("v2", None),
            ("v3", None),
            ("v4", None),
            ("v5", None),
        ],
    )
    def test_it_opens(self, folder: Path, version: str, passcode: str | None) -> None:
        shutil.copytree(FIXTURES / version, folder)
        assert DiaryStore.needs_passcode(folder) == (passcode is not None)
        with DiaryStore.open(folder, passcode) as store:
            assert store.diary() == exchange.read(FIXTURES / "all.tpediary.json")
            store.save_entry(entry())
            assert store.earlier() == ()

    @pytest.mark.parametrize("version", ["v3", "v4", "v5"])
    def test_what_was_removed_and_changed_in_it_is_still_there(self, folder: Path, version: str) -> None:
        shutil.copytree(FIXTURES / version, folder)
        with DiaryStore.open(folder, None) as store:
            (removed,) = store.binned()
            assert removed.entry.note == "Removed."
            changed = store.entries()[0].id
            assert "Before." in [former.entry.note for former in store.formers(changed)]


def test_a_folder_entry_is_on_disk_before_the_diary_is_said_to_be_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(files, "sync_folder", synced.append)
    monkeypatch.setattr(database, "sync_folder", synced.append)
    DiaryStore.create(folder, None).close()
    assert synced.count(folder) == 2, "once for the key, once for the store"

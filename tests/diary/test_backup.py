"""Backups: what they hold, what is said of them, and that nothing is said which the disk does not prove."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
import stat
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.conftest import FixedClock
from tests.diary.stories import DAY, REMOVED, change_passcode, entry, session
from tpe_guide import files, paths
from tpe_guide.diary import backup, backup_file, database, exchange
from tpe_guide.diary.backup_file import Backup
from tpe_guide.diary.folder import KEY, STORE
from tpe_guide.diary.model import Question
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import BackupDamaged, CannotWrite, DiaryDamaged, FromNewerVersion, WrongPasscode
from tpe_guide.wording import describe

PASSCODE = "green kettle three boats"
PHRASE = "I shook for an hour that night"
posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and links of POSIX")


@pytest.fixture
def begun(folder: Path) -> Path:
    """A closed diary of three entries."""
    with DiaryStore.create(folder, None) as store:
        for number in range(3):
            store.save_entry(entry(number, note=PHRASE))
    return folder


def backed_up(folder: Path, clock: FixedClock, *numbers: int, passcode: str | None = None) -> Backup:
    """Open the diary in *folder*, save, back up as the window does on closing, close."""
    with DiaryStore.open(folder, passcode) as store:
        for number in numbers:
            store.save_entry(entry(number))
        return backup.back_up(store, clock())


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in paths.backups_dir(folder).iterdir())


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


class TestWhatItHolds:
    def test_all_of_the_diary_also_what_only_the_log_has(self, begun: Path, clock: FixedClock) -> None:
        with DiaryStore.open(begun, None) as store:
            store.save_entry(entry(7), session(1))
            store.set_questions([Question("When may I swim?")])
            log = begun / "diary.db-wal"
            assert log.stat().st_size > 0
            made = backup.back_up(store, clock())
            assert made.rows == store.rows()
            assert log.stat().st_size > 0, "it was only read"
        assert (made.entries, made.newest) == (4, DAY + dt.timedelta(days=7))

    def test_it_can_be_opened_by_any_tool(self, begun: Path, clock: FixedClock, tmp_path: Path) -> None:
        """An ordinary ZIP with the two files of a data folder, one of which any SQLCipher 4 opens with the key."""
        made = backed_up(begun, clock)
        with zipfile.ZipFile(made.path) as archive:
            assert archive.namelist() == [STORE, KEY]
            assert archive.testzip() is None
            archive.extractall(tmp_path / "by-hand")
        tool = dbapi2.connect(str(tmp_path / "by-hand" / STORE))
        tool.execute(f"PRAGMA key = \"x'{made.key.hex()}'\"")
        assert tool.execute("PRAGMA cipher_integrity_check").fetchall() == []
        assert tool.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert tool.execute("SELECT count(*) FROM entries").fetchall() == [(3,)]
        tool.close()
        with DiaryStore.open(tmp_path / "by-hand", None) as store:
            assert len(store.entries()) == 3
            assert store.found is None, "nothing about it is half"

    def test_no_word_of_it_can_be_read(self, begun: Path, clock: FixedClock) -> None:
        data = backed_up(begun, clock).path.read_bytes()
        for word in (PHRASE.encode(), b"tingling", b"CREATE TABLE", b"recorded_at"):
            assert word not in data

    def test_the_diary_is_as_it_was(self, begun: Path, clock: FixedClock) -> None:
        with DiaryStore.open(begun, None) as store:
            store.save_entry(entry(9))
            before = {path.name: path.read_bytes() for path in begun.iterdir()}
            backup.back_up(store, clock())
            assert {path.name: path.read_bytes() for path in begun.iterdir()} == before
            store.save_entry(entry(10))

    def test_of_a_folder_that_can_only_be_read(self, begun: Path, clock: FixedClock, tmp_path: Path) -> None:
        with DiaryStore.open(begun, None) as store:
            store._ledger.read_only = True
            assert backup.back_up(store, clock()).entries == 3

    def test_while_a_thread_beside_it_keeps_the_diary_goes_on(self, begun: Path, clock: FixedClock) -> None:
        with DiaryStore.open(begun, None) as store:
            taken = backup.take(store)
            store.save_entry(entry(9))
            store.close()
            assert backup.keep(taken, clock()).entries == 3


class TestWhereItIs:
    def test_beside_the_data_folder_never_in_it(self, begun: Path, clock: FixedClock) -> None:
        made = backed_up(begun, clock)
        assert made.path.parent == begun.with_name("data-backups")
        assert made.path.name.startswith("diary-2026-05-14-000001-")
        assert names(begun) == [made.path.name], "nothing half is left"

    def test_no_two_data_folders_share_one(self, tmp_path: Path) -> None:
        folders = [tmp_path / "a", tmp_path / "b", tmp_path / "a" / "a", tmp_path]
        assert len({paths.backups_dir(folder) for folder in folders}) == len(folders)

    def test_of_a_whole_drive_it_is_on_it(self) -> None:
        assert paths.backups_dir(Path(os.sep)).name == "tpe-guide-backups"

    @posix
    def test_two_names_of_one_data_folder_have_one(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "real").mkdir()
        (tmp_path / "link").symlink_to("real")
        monkeypatch.chdir(tmp_path / "real")
        named = [tmp_path / "link", tmp_path / "real", Path(), tmp_path / "real" / ".." / "real"]
        assert {paths.backups_dir(folder) for folder in named} == {tmp_path / "real-backups"}

    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the rules of XDG")
    def test_of_the_usual_data_folder_in_the_place_for_state(self, monkeypatch: pytest.MonkeyPatch) -> None:
        home = Path(os.environ["HOME"])
        usual = home / ".local" / "share" / "tpe-guide"
        assert paths.backups_dir(usual) == home / ".local" / "state" / "tpe-guide" / "backups"
        monkeypatch.setenv("XDG_STATE_HOME", "/srv/state")
        assert paths.backups_dir(usual) == Path("/srv/state/tpe-guide/backups")

    @pytest.mark.parametrize("platform", ["win32", "darwin"])
    def test_elsewhere_beside_the_usual_data_folder(self, platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "platform", platform)
        monkeypatch.setenv("LOCALAPPDATA", os.environ["HOME"])
        monkeypatch.delenv(paths.DATA_DIR_VARIABLE)
        usual = paths.data_dir()
        assert paths.backups_dir(usual) == usual.with_name("tpe-guide-backups")

    @posix
    def test_only_its_owner_may_read_it(self, begun: Path, clock: FixedClock) -> None:
        old = os.umask(0)
        try:
            made = backed_up(begun, clock)
        finally:
            os.umask(old)
        assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
        assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700


class TestWhenItIsDue:
    def test_once_a_day(self, begun: Path, clock: FixedClock) -> None:
        with DiaryStore.open(begun, None) as store:
            assert backup.due(store, clock())
            backup.back_up(store, clock())
            assert not backup.due(store, clock())
            assert not backup.due(store, clock.advance(hours=14))
            assert backup.due(store, clock.advance(hours=2))

    def test_nothing_is_kept_twice(self, begun: Path, clock: FixedClock) -> None:
        first = backed_up(begun, clock)
        clock.advance(days=3)
        assert backed_up(begun, clock) == first
        assert names(begun) == [first.path.name]
        second = backed_up(begun, clock, 5)
        assert names(begun) == [first.path.name, second.path.name]

    def test_each_kind_of_change_is_one(self, begun: Path, clock: FixedClock) -> None:
        changes: list[Callable[[DiaryStore], object]] = [
            lambda store: store.save_entry(entry(1, note="other words")),
            lambda store: store.set_questions([Question("Why?")]),
            lambda store: store.set_questions([Question("Why?", asked=True)]),
            lambda store: store.add_session(session(1)),
            lambda store: store.save_entry(entry(1, session="s1", note="other words")),
            lambda store: store.bin_entry("e2", REMOVED),
        ]
        with DiaryStore.open(begun, None) as store:
            backup.back_up(store, clock())
            for number, change in enumerate(changes, start=2):
                change(store)
                made = backup.back_up(store, clock())
                assert f"-{number:06}-" in made.path.name
                assert made.rows == store.rows()

    def test_a_damaged_one_is_no_reason_to_keep_none(self, begun: Path, clock: FixedClock) -> None:
        first = backed_up(begun, clock)
        flip(first.path, 5000)
        assert backed_up(begun, clock).path != first.path

    def test_old_ones_make_room(self, begun: Path, clock: FixedClock) -> None:
        with DiaryStore.open(begun, None) as store:
            for number in range(40):
                store.save_entry(entry(number + 10))
                made = backup.back_up(store, clock.advance(days=1))
        there = backup.found(begun)
        assert there[0].path == made.path
        assert [one.number for one in there[:7]] == [40, 39, 38, 37, 36, 35, 34]
        assert 7 + 4 <= len(there) <= 7 + 8

    def test_those_of_another_diary_are_not_touched(self, begun: Path, clock: FixedClock) -> None:
        """The folder was lost, somebody began anew, and finds out after weeks."""
        lost = backed_up(begun, clock)
        shutil.rmtree(begun)
        with DiaryStore.create(begun, None) as store:
            assert backup.due(store, clock())
            for number in range(30):
                store.save_entry(entry(number))
                backup.back_up(store, clock.advance(days=7))
        assert backup_file.read(lost.path).entries == 3
        found = backup.newest_good(begun)
        assert found is not None
        assert found.entries == 30

    def test_a_damaged_one_takes_the_room_of_none(self, begun: Path, clock: FixedClock) -> None:
        good = backed_up(begun, clock)
        with DiaryStore.open(begun, None) as store:
            for number in range(6):
                store.save_entry(entry(number + 10))
                flip(backup.back_up(store, clock()).path, 5000)
        assert good.path.exists(), "all of one day, and the newer ones are no good"
        found = backup.newest_good(begun)
        assert found is not None
        assert found.path == good.path

    def test_what_lies_there_besides_stays(self, begun: Path, clock: FixedClock) -> None:
        first = backed_up(begun, clock)
        (first.path.parent / "notes.txt").write_text("mine")
        (first.path.parent / "diary-2026-05-01-000009-nonsense.tpebackup").write_text("mine")
        with DiaryStore.open(begun, None) as store:
            for number in range(9):
                store.save_entry(entry(number + 10))
                backup.back_up(store, clock())
        assert {"notes.txt", "diary-2026-05-01-000009-nonsense.tpebackup"} <= {*names(begun)}


class TestGuarded:
    @pytest.fixture
    def guarded(self, folder: Path) -> Path:
        with DiaryStore.create(folder, PASSCODE) as store:
            store.save_entry(entry())
        return folder

    def test_its_key_is_as_wrapped_as_that_of_the_diary(self, guarded: Path, clock: FixedClock) -> None:
        made = backed_up(guarded, clock, passcode=PASSCODE)
        assert made.key.hex().encode() not in made.path.read_bytes()
        assert made.key not in made.path.read_bytes()
        assert made.parts.key_file == (guarded / KEY).read_bytes()
        assert backup_file.needs_passcode(made.path)
        with pytest.raises(WrongPasscode):
            backup_file.read(made.path)
        with pytest.raises(WrongPasscode):
            backup_file.read(made.path, passcode="another kettle three boats")
        assert backup_file.read(made.path, passcode=PASSCODE).entries == 1

    def test_a_passcode_that_comes_later_guards_the_older_ones_too(self, begun: Path, clock: FixedClock) -> None:
        first, second = backed_up(begun, clock), backed_up(begun, clock, 5)
        with DiaryStore.open(begun, None) as store:
            change_passcode(store, None, PASSCODE)
            backup.back_up(store, clock())
        for made in (first, second):
            assert made.key.hex().encode() not in made.path.read_bytes()
            read = backup_file.read(made.path, passcode=PASSCODE)
            assert read.rows == made.rows

    def test_a_passcode_that_is_changed_opens_all_of_them(self, guarded: Path, clock: FixedClock) -> None:
        first = backed_up(guarded, clock, passcode=PASSCODE)
        other = "yellow kettle nine boats"
        with DiaryStore.open(guarded, PASSCODE) as store:
            change_passcode(store, PASSCODE, other)
            store.save_entry(entry(4))
            backup.back_up(store, clock())
        assert backup_file.read(first.path, passcode=other).entries == 1
        with pytest.raises(WrongPasscode):
            backup_file.read(first.path, passcode=PASSCODE)

    def test_a_key_file_that_was_damaged_while_the_diary_was_open_does_no_harm(
        self, guarded: Path, clock: FixedClock
    ) -> None:
        with DiaryStore.open(guarded, PASSCODE) as store:
            flip(guarded / KEY, 40)
            made = backup.back_up(store, clock())
        assert backup_file.read(made.path, passcode=PASSCODE).entries == 1
        found = backup.newest_good(guarded, PASSCODE)
        assert found is not None
        assert found.entries == 1

    def test_the_newest_good_one_is_not_told_without_the_passcode(self, guarded: Path, clock: FixedClock) -> None:
        backed_up(guarded, clock, passcode=PASSCODE)
        with pytest.raises(WrongPasscode):
            backup.newest_good(guarded)


class TestOnlyWhatWasReadBackIsTold:
    """Each sentence about a backup is made false, and is not said."""

    def test_the_number_of_entries_is_that_of_the_file(self, begun: Path, clock: FixedClock) -> None:
        made = backed_up(begun, clock)
        with DiaryStore.open(begun, None) as store:
            store.save_entry(entry(50))
        assert backup_file.read(made.path).entries == 3

    def test_a_disk_that_drops_an_entry(self, begun: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> None:
        real = database._close_mark

        def forgetful(connection: database.Connection) -> None:
            connection.execute("DELETE FROM entries WHERE id = 'e1'")
            real(connection)

        monkeypatch.setattr(database, "_close_mark", forgetful)
        with pytest.raises(BackupDamaged, match="does not hold what the diary holds"):
            backed_up(begun, clock)
        assert names(begun) == []

    def test_a_disk_that_changes_a_byte(self, begun: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> None:
        first = backed_up(begun, clock, 5)
        real = files._write_all

        def careless(stream: object, data: bytes) -> None:
            real(stream, data[:9000] + bytes([data[9000] ^ 1]) + data[9001:])  # type: ignore[arg-type]

        with DiaryStore.open(begun, None) as store:
            store.save_entry(entry(6))
            monkeypatch.setattr(files, "_write_all", careless)
            with pytest.raises(BackupDamaged, match="changed or lost on the disk"):
                backup.back_up(store, clock())
            assert names(begun) == [first.path.name]

    @pytest.mark.parametrize("named", [0, 200])
    def test_torn_by_the_disk(
        self, begun: Path, clock: FixedClock, named: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = files._write_all
        monkeypatch.setattr(files, "_write_all", lambda stream, data: real(stream, data[:named]))
        with pytest.raises(BackupDamaged):
            backed_up(begun, clock)
        assert names(begun) == []

    def test_one_that_lacks_what_its_own_mark_counts(self, begun: Path, clock: FixedClock, tmp_path: Path) -> None:
        made = backed_up(begun, clock)
        place = tmp_path / STORE
        place.write_bytes(made.parts.store)
        connection = database.connect(place, made.key)
        connection.execute("DELETE FROM entries WHERE id = 'e1'")
        connection.close()
        made.path.write_bytes(backup_file.pack(made.parts._replace(store=place.read_bytes())))
        with pytest.raises(BackupDamaged, match="some entries are missing in it"):
            backup_file.read(made.path)

    def test_a_row_that_makes_no_sense(self, begun: Path, clock: FixedClock) -> None:
        with DiaryStore.open(begun, None) as store:
            store._connection.execute("UPDATE entries SET body = json_remove(body, '$.reporter') WHERE id = 'e1'")
            store._connection.execute("UPDATE entries SET body = json_set(body, '$.moment', 'x') WHERE id = 'e1'")
            made = backup.back_up(store, clock())
        with pytest.raises(BackupDamaged, match="does not make sense"):
            backup_file.check_sense(made)


class TestNoGoodBackup:
    """Torn, flipped, foreign: never offered, and a sentence says why."""

    @pytest.fixture
    def made(self, begun: Path, clock: FixedClock) -> Path:
        return backed_up(begun, clock).path

    def said(self, path: Path) -> str:
        with pytest.raises(BackupDamaged) as caught:
            backup_file.read(path)
        assert caught.value.exit_code == 1
        said = describe(caught.value)
        assert said.startswith(f"The backup {path} cannot be used: ")
        return said.removeprefix(f"The backup {path} cannot be used: ")

    @pytest.mark.parametrize("step", [512 * 7, pytest.param(512, marks=pytest.mark.slow)])
    def test_a_byte_flipped_anywhere(self, made: Path, begun: Path, step: int) -> None:
        whole = made.read_bytes()
        reasons = {
            "some of it was changed or lost on the disk.",
            "its end is missing.",
            "this program did not make it.",
        }
        for at in {
            0,
            3,
            30,
            60,
            *range(0, len(whole), step),
            *range(len(whole) - 300, len(whole), max(1, step // 512)),
        }:
            made.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :])
            assert self.said(made) in reasons, at
            assert backup.newest_good(begun) is None, at
        made.write_bytes(whole)
        assert backup_file.read(made).entries == 3

    @pytest.mark.parametrize("step", [512 * 7, pytest.param(512, marks=pytest.mark.slow)])
    def test_cut_off_anywhere(self, made: Path, begun: Path, step: int) -> None:
        whole = made.read_bytes()
        for at in {*range(512, len(whole), step), len(whole) - 1, len(whole) - 64, len(whole) - 200}:
            made.write_bytes(whole[:at])
            assert self.said(made) == "its end is missing."
            assert backup.newest_good(begun) is None, at

    def test_with_something_behind_it(self, made: Path) -> None:
        made.write_bytes(made.read_bytes() + b"\n")
        assert self.said(made) == "its end is missing."

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"", "it is empty."),
            (b"hello", "this program did not make it."),
            (b"PK\x05\x06" + bytes(18), "this program did not make it."),
            (b"SQLite format 3\0" + bytes(8000), "this program did not make it."),
        ],
    )
    def test_of_another_kind(self, made: Path, data: bytes, reason: str) -> None:
        made.write_bytes(data)
        assert self.said(made) == reason

    def test_the_diary_itself_is_none(self, begun: Path) -> None:
        assert self.said(begun / STORE) == "this program did not make it."

    def test_not_there(self, made: Path) -> None:
        made.unlink()
        assert self.said(made) == "it is not there."

    def test_a_folder(self, made: Path) -> None:
        made.unlink()
        made.mkdir()
        assert self.said(made) == "it is not a file."

    @posix
    def test_a_pipe_is_not_waited_for(self, made: Path) -> None:
        made.unlink()
        os.mkfifo(made)
        assert self.said(made) == "it is not a file."

    def test_with_the_key_of_another_diary(self, made: Path, tmp_path: Path) -> None:
        DiaryStore.create(tmp_path / "other", None).close()
        theirs = (tmp_path / "other" / KEY).read_bytes()
        made.write_bytes(backup_file.pack(backup_file.unpack(made)._replace(key_file=theirs)))
        assert self.said(made) == "its key does not open it."

    def test_with_a_damaged_key(self, made: Path) -> None:
        made.write_bytes(backup_file.pack(backup_file.unpack(made)._replace(key_file=b"{}")))
        assert self.said(made) == "its key file is damaged."

    def test_with_a_store_that_was_damaged_before(self, made: Path) -> None:
        parts = backup_file.unpack(made)
        store = parts.store[:6000] + bytes([parts.store[6000] ^ 1]) + parts.store[6001:]
        made.write_bytes(backup_file.pack(parts._replace(store=store)))
        assert self.said(made) == "some of it was changed or lost on the disk."

    @pytest.mark.parametrize("how", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
    def test_one_that_would_grow_is_not_unpacked(self, made: Path, how: int, monkeypatch: pytest.MonkeyPatch) -> None:
        """We compress nothing: a file of a few kilobytes could ask for all the memory there is."""
        monkeypatch.setattr(zipfile, "ZIP_STORED", how)
        made.write_bytes(backup_file.pack(backup_file.Parts(bytes(10_000_000), b"{}")))
        monkeypatch.undo()
        assert made.stat().st_size < 100_000
        assert self.said(made) == "this program did not make it."

    def test_one_with_a_password_of_its_own(self, made: Path) -> None:
        data = bytearray(made.read_bytes()[:-64])
        data[6] |= 1
        data[data.index(b"PK\x01\x02") + 8] |= 1
        made.write_bytes(bytes(data) + hashlib.sha256(data).hexdigest().encode())
        assert self.said(made) == "some of it was changed or lost on the disk."

    def test_from_a_newer_program(self, made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        parts = backup_file.unpack(made)
        with monkeypatch.context() as later:
            later.setattr(backup_file, "VERSION", 2)
            made.write_bytes(backup_file.pack(parts))
        with pytest.raises(FromNewerVersion):
            backup_file.read(made)

    def test_with_a_store_of_a_newer_program(self, made: Path, begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        with monkeypatch.context() as older:
            older.setattr(database, "VERSION", database.VERSION - 1)
            with pytest.raises(FromNewerVersion) as caught:
                backup_file.read(made)
            assert caught.value.source == str(made)
            assert backup.newest_good(begun) is None

    def test_an_older_one_that_is_good_is_found_behind_it(self, made: Path, begun: Path, clock: FixedClock) -> None:
        newer = backed_up(begun, clock, 8)
        flip(newer.path, 7777)
        found = backup.newest_good(begun)
        assert found is not None
        assert (found.path, found.entries) == (made, 3)

    def test_a_blocked_diary_has_its_newest_good_one(self, made: Path, begun: Path) -> None:
        flip(begun / STORE, 5000)
        with pytest.raises(DiaryDamaged):
            DiaryStore.open(begun, None)
        found = backup.newest_good(begun)
        assert found is not None
        assert found.entries == 3

    def test_also_where_the_whole_folder_is_gone(self, made: Path, begun: Path) -> None:
        shutil.rmtree(begun)
        found = backup.newest_good(begun)
        assert found is not None
        assert found.path == made

    def test_behind_that_of_another_diary_with_another_passcode(self, folder: Path, clock: FixedClock) -> None:
        for passcode in (PASSCODE, "yellow kettle nine boats"):
            with DiaryStore.create(folder, passcode) as store:
                backup.back_up(store, clock())
            shutil.rmtree(folder)
        found = backup.newest_good(folder, PASSCODE)
        assert found is not None
        assert "-000001-" in found.path.name
        for other in (None, "some words of no diary"):
            with pytest.raises(WrongPasscode):
                backup.newest_good(folder, other)

    def test_one_that_goes_bad_as_soon_as_it_is_there_makes_no_other_go(
        self, begun: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with DiaryStore.open(begun, None) as store:
            monkeypatch.setattr(backup, "_is_good", lambda _: False)
            for number in range(6):
                store.save_entry(entry(number + 10))
                backup.back_up(store, clock())
        assert len(backup.found(begun)) == 6

    def test_where_there_is_none(self, folder: Path) -> None:
        assert backup.newest_good(folder) is None
        assert backup.found(folder) == []


class TestOlderStores:
    @pytest.mark.parametrize(
        ("version", "passcode"), [("v1", None), ("v1-passcode", PASSCODE), ("v2", None), ("v5", None)]
    )
    def test_a_backup_of_an_older_store_is_read(self, tmp_path: Path, version: str, passcode: str | None) -> None:
        source = Path(__file__).parent / "fixtures" / version
        parts = backup_file.Parts((source / STORE).read_bytes(), (source / KEY).read_bytes())
        path = tmp_path / "old.tpebackup"
        path.write_bytes(backup_file.pack(parts))
        read = backup_file.read(path, passcode=passcode)
        assert read.entries == len(exchange.read(source.with_name("all.tpediary.json")).entries)
        backup_file.check_sense(read)


class TestDisksThatPromiseLess:
    """The backup fails with a sentence or is made; the diary goes on."""

    def goes_on(self, store: DiaryStore) -> None:
        store.save_entry(entry(99))
        assert "e99" in {one.id for one in store.entries()}

    @posix
    def test_a_full_disk(self, begun: Path, clock: FixedClock, in_mounts: Callable[..., str]) -> None:
        script = """
import sys
from pathlib import Path
from tests.conftest import A_THURSDAY_MORNING
from tests.diary.stories import entry
from tpe_guide.diary import backup
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import CannotWrite
from tpe_guide.wording import describe
full = Path(sys.argv[1])
with DiaryStore.open(Path(sys.argv[2]), None) as store:
    try:
        backup.keep(backup.take(store, full), A_THURSDAY_MORNING)
    except CannotWrite as error:
        print(describe(error))
    store.save_entry(entry(99))
    print(len(store.entries()), [path.name for path in full.iterdir()])
"""
        full = begun.parent / "full"
        full.mkdir()
        for size in ("8k", "44k"):
            said = in_mounts(f'mount -t tmpfs -o size={size} none "$WHERE"', script, full, begun).splitlines()
            assert "cannot be written: " in said[0]
            assert ".part" not in said[0], "a name that nobody can find"
            assert said[1] == "4 []"

    @posix
    def test_a_folder_that_cannot_be_written(self, begun: Path, clock: FixedClock) -> None:
        paths.backups_dir(begun).write_text("a file in its place")
        with DiaryStore.open(begun, None) as store:
            with pytest.raises(CannotWrite):
                backup.back_up(store, clock())
            assert backup.due(store, clock())
            self.goes_on(store)

    def test_a_disk_without_modes(self, begun: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> None:
        def refused(*_: object, **__: object) -> None:
            raise PermissionError(1, "Operation not permitted")

        monkeypatch.setattr(Path, "chmod", refused)
        monkeypatch.setattr(os, "chmod", refused)
        assert backed_up(begun, clock).entries == 3

    @posix
    def test_a_disk_that_syncs_no_folder(self, begun: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> None:
        real = os.fsync

        def no_folders(handle: int) -> None:
            if stat.S_ISDIR(os.fstat(handle).st_mode):
                raise OSError(22, "Invalid argument")
            real(handle)

        monkeypatch.setattr(os, "fsync", no_folders)
        assert backed_up(begun, clock).entries == 3

    def test_one_that_cannot_be_removed_stays_and_nothing_is_wrong(
        self, begun: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = Path.unlink

        def refused(path: Path, missing_ok: bool = False) -> None:
            if path.suffix == ".tpebackup":
                raise PermissionError(1, "Operation not permitted")
            real(path, missing_ok)

        monkeypatch.setattr(Path, "unlink", refused)
        with DiaryStore.open(begun, None) as store:
            for number in range(6):
                store.save_entry(entry(number + 10))
                backup.back_up(store, clock())
        assert len(backup.found(begun)) == 6

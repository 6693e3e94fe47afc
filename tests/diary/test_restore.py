"""A backup put in the place of the diary: told in numbers before, whole or not at all, and proven after."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from tests.conftest import FixedClock
from tests.diary.stories import REMOVED, change_passcode, entry, session
from tpe_guide import files
from tpe_guide.diary import backup, copies, opening, restore, switch
from tpe_guide.diary import folder as folders
from tpe_guide.diary.backup_file import Backup
from tpe_guide.diary.folder import KEY, PENDING, STORE
from tpe_guide.diary.lock import FileLock
from tpe_guide.diary.model import Question
from tpe_guide.diary.restore import Restore, Restored
from tpe_guide.diary.rows import Differ
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import BackupDamaged, CannotWrite, DiaryDamaged, DiaryInUse, EntriesMissing, WrongPasscode
from tpe_guide.wording import describe

PASSCODE = "green kettle three boats"
posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and signals of POSIX")


@pytest.fixture
def saved(folder: Path, clock: FixedClock) -> Backup:
    """A backup of entries 0 to 4, one session and one question, of the diary in *folder*, which is closed."""
    with DiaryStore.create(folder, None) as store:
        store.add_session(session(1))
        store.set_questions([Question("When may I swim?")])
        for number in range(5):
            store.save_entry(entry(number))
        return backup.back_up(store, clock())


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def write(folder: Path, *numbers: int) -> None:
    with DiaryStore.open(folder, None) as store:
        for number in numbers:
            store.save_entry(entry(number))


def previewed(folder: Path, made: Backup, passcode: str | None = None) -> Restore:
    with restore.preview(folder, made.path, passcode) as what:
        return what


def restored(folder: Path, made: Backup, passcode: str | None = None) -> Restored:
    return previewed(folder, made, passcode).now()


def ids(folder: Path, passcode: str | None = None) -> list[str]:
    with DiaryStore.open(folder, passcode) as store:
        assert store.found is None
        return sorted(one.id for one in store.entries())


class TestFirstInNumbers:
    def test_what_would_come_back_go_and_change(self, folder: Path, saved: Backup) -> None:
        with DiaryStore.open(folder, None) as store:
            store.bin_entry("e0", REMOVED)
            store.bin_entry("e1", REMOVED)
            store.save_entry(entry(2, note="other words"))
            for number in range(10, 13):
                store.save_entry(entry(number))
            store.add_session(session(2))
            store.set_questions([Question("May I drive?")])
        what = previewed(folder, saved)
        assert what.entries == Differ(come=2, go=3, change=1)
        assert what.sessions == Differ(go=1)
        assert what.questions == Differ(come=1, go=1)
        assert what.other_course is None
        assert not what.changes_nothing

    def test_nothing_is_changed_by_asking(self, folder: Path, saved: Backup) -> None:
        write(folder, 10)
        before = contents(folder)
        previewed(folder, saved)
        assert contents(folder) == before

    def test_the_very_same_is_told(self, folder: Path, saved: Backup) -> None:
        assert previewed(folder, saved).changes_nothing

    def test_while_it_is_looked_at_nobody_writes(self, folder: Path, saved: Backup) -> None:
        with restore.preview(folder, saved.path, None), pytest.raises(DiaryInUse):
            DiaryStore.open(folder, None)

    def test_an_open_diary_is_not_replaced(self, folder: Path, saved: Backup) -> None:
        what = previewed(folder, saved)
        with DiaryStore.open(folder, None) as store:
            with pytest.raises(DiaryInUse):
                previewed(folder, saved)
            with pytest.raises(DiaryInUse):
                what.now()
            store.save_entry(entry(20))
        assert "e20" in ids(folder)

    def test_another_course_is_told(self, folder: Path, saved: Backup, tmp_path: Path) -> None:
        other = tmp_path / "other"
        with DiaryStore.create(other, None) as store:
            here = store.course().id
        assert previewed(other, saved).other_course == (saved.rows.course().id, here)

    def test_what_was_wrong_with_the_present_diary_is_told(self, folder: Path, saved: Backup) -> None:
        older = (folder / STORE).read_bytes()
        write(folder, 10)
        (folder / STORE).write_bytes(older)
        assert isinstance(previewed(folder, saved).problem, EntriesMissing)

    def test_of_a_damaged_diary_nothing_can_be_counted(self, folder: Path, saved: Backup) -> None:
        (folder / STORE).write_bytes(b"x" * 9000)
        what = previewed(folder, saved)
        assert what.here is None
        assert isinstance(what.problem, DiaryDamaged)
        assert what.entries == Differ(come=5)

    def test_nor_of_one_with_a_row_that_makes_no_sense(self, folder: Path, saved: Backup) -> None:
        with DiaryStore.open(folder, None) as store, store._ledger.change():
            store._connection.execute("UPDATE about SET body = '{}' WHERE name = 'course'")
        what = previewed(folder, saved)
        assert what.here is None
        assert isinstance(what.problem, DiaryDamaged)
        assert not what.is_other
        assert what.now().entries == 5

    def test_a_damaged_backup_is_refused_before_anything(self, folder: Path, saved: Backup) -> None:
        data = saved.path.read_bytes()
        saved.path.write_bytes(data[:-5000])
        before = contents(folder)
        with pytest.raises(BackupDamaged):
            previewed(folder, saved)
        assert contents(folder) == before


class TestThenAllOfIt:
    def test_the_diary_is_what_it_was_then(self, folder: Path, saved: Backup) -> None:
        write(folder, 10, 11)
        with DiaryStore.open(folder, None) as store:
            store.bin_entry("e0", REMOVED)
        done = restored(folder, saved)
        assert done == Restored(5, folder / "diary-before-restore-1", guarded=False)
        assert ids(folder) == ["e0", "e1", "e2", "e3", "e4"]
        with DiaryStore.open(folder, None) as store:
            assert store.rows() == saved.rows

    def test_what_was_there_is_kept_and_opens(self, folder: Path, saved: Backup) -> None:
        write(folder, 10, 11)
        before = contents(folder)
        kept = restored(folder, saved).kept
        assert kept is not None
        assert contents(kept) == {name: before[name] for name in ("diary.db", "diary.key", "diary.seal")}
        assert len(ids(kept)) == 7

    @posix
    def test_nobody_else_may_read_that(self, folder: Path, saved: Backup) -> None:
        kept = restored(folder, saved).kept
        assert kept is not None
        assert stat.S_IMODE(kept.stat().st_mode) == 0o700
        assert {stat.S_IMODE(file.stat().st_mode) for file in kept.iterdir()} == {0o600}
        assert {stat.S_IMODE((folder / name).stat().st_mode) for name in (STORE, KEY)} == {0o600}

    def test_it_goes_on_from_there_and_a_backup_of_it_is_a_new_one(
        self, folder: Path, saved: Backup, clock: FixedClock
    ) -> None:
        write(folder, 10, 11)
        restored(folder, saved)
        write(folder, 12)
        with DiaryStore.open(folder, None) as store:
            made = backup.back_up(store, clock())
        assert (made.entries, made.path != saved.path) == (6, True)

    def test_into_an_empty_folder(self, tmp_path: Path, saved: Backup) -> None:
        elsewhere = tmp_path / "elsewhere"
        what = previewed(elsewhere, saved)
        assert (what.here, what.problem, what.entries) == (None, None, Differ(come=5))
        assert what.now() == Restored(5, None, guarded=False)
        assert len(ids(elsewhere)) == 5

    def test_where_the_diary_is_gone_and_its_key_is_there(self, folder: Path, saved: Backup) -> None:
        (folder / STORE).unlink()
        (folder / "settings.json").write_text("{}")
        assert folders.is_away(folder)
        assert restored(folder, saved).entries == 5
        assert (folder / "settings.json").read_text() == "{}"

    @pytest.mark.parametrize("part", [STORE, KEY])
    def test_of_a_damaged_diary(self, folder: Path, saved: Backup, part: str) -> None:
        data = bytearray((folder / part).read_bytes())
        data[len(data) // 2] ^= 1
        (folder / part).write_bytes(data)
        done = restored(folder, saved)
        assert done.entries == 5
        assert done.kept is not None
        assert (done.kept / part).read_bytes() == data
        assert len(ids(folder)) == 5

    def test_a_log_that_a_killed_program_left_is_kept_and_does_not_get_in(
        self, folder: Path, saved: Backup, tmp_path: Path
    ) -> None:
        with DiaryStore.open(folder, None) as store:
            store.save_entry(entry(10))
            shutil.copytree(folder, tmp_path / "killed")
        killed = tmp_path / "killed"
        what = previewed(killed, saved)
        assert what.entries.go == 1
        assert what.now().entries == 5
        assert len(ids(killed)) == 5

    def test_the_log_of_the_old_one_put_back_by_hand_does_not_get_in(
        self, folder: Path, saved: Backup, tmp_path: Path
    ) -> None:
        with DiaryStore.open(folder, None) as store:
            store.save_entry(entry(10))
            shutil.copy(folder / "diary.db-wal", tmp_path / "log")
        restored(folder, saved)
        shutil.copy(tmp_path / "log", folder / "diary.db-wal")
        with DiaryStore.open(folder, None) as store:
            assert len(store.entries()) == 5
            assert store.found is not None

    def test_only_so_many_of_what_was_there_are_kept(self, folder: Path, saved: Backup) -> None:
        for number in range(copies.KEPT + 2):
            write(folder, 10 + number)
            restored(folder, saved)
        kept = [path.name for path in folder.glob("diary-before-restore-*")]
        assert sorted(kept) == [f"diary-before-restore-{number}" for number in range(3, 3 + copies.KEPT)]

    def test_what_could_not_be_kept_makes_none_of_them_go(
        self, folder: Path, saved: Backup, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for number in range(copies.KEPT):
            write(folder, 10 + number)
            restored(folder, saved)
        write(folder, 20)
        what, before = previewed(folder, saved), contents(folder)
        monkeypatch.setattr(shutil, "copyfile", lambda _source, target: Path(target).write_bytes(b"x"))
        with pytest.raises(CannotWrite):
            what.now()
        assert contents(folder) == before


class TestPasscodes:
    @pytest.fixture
    def guarded(self, folder: Path, clock: FixedClock) -> Backup:
        with DiaryStore.create(folder, PASSCODE) as store:
            store.save_entry(entry(1))
            return backup.back_up(store, clock())

    def test_it_opens_as_before(self, folder: Path, guarded: Backup) -> None:
        with pytest.raises(WrongPasscode):
            previewed(folder, guarded)
        assert restored(folder, guarded, PASSCODE).guarded
        assert ids(folder, PASSCODE) == ["e1"]

    def test_elsewhere_with_the_passcode_of_the_backup(self, tmp_path: Path, guarded: Backup) -> None:
        with pytest.raises(WrongPasscode):
            previewed(tmp_path / "elsewhere", guarded)
        assert restored(tmp_path / "elsewhere", guarded, PASSCODE).guarded
        assert ids(tmp_path / "elsewhere", PASSCODE) == ["e1"]

    def test_a_newer_passcode_stays(self, folder: Path, guarded: Backup) -> None:
        other = "yellow kettle nine boats"
        with DiaryStore.open(folder, PASSCODE) as store:
            change_passcode(store, PASSCODE, other)
        assert restored(folder, guarded, other).guarded
        assert ids(folder, other) == ["e1"]

    def test_an_old_copy_without_one_does_not_take_it_away(self, folder: Path, saved: Backup, tmp_path: Path) -> None:
        """On a memory stick, where nobody could give it the new key."""
        with DiaryStore.open(folder, None) as store:
            change_passcode(store, None, PASSCODE)
        assert not previewed(folder, saved, PASSCODE).takes_passcode_away
        assert restored(folder, saved, PASSCODE).guarded
        with pytest.raises(WrongPasscode):
            DiaryStore.open(folder, None)

    def test_that_of_another_diary_brings_its_own(
        self, folder: Path, saved: Backup, tmp_path: Path, clock: FixedClock
    ) -> None:
        other = tmp_path / "other"
        with DiaryStore.create(other, PASSCODE) as store:
            store.save_entry(entry(7))
            theirs = backup.back_up(store, clock())
        assert not previewed(folder, theirs, PASSCODE).takes_passcode_away
        assert restored(folder, theirs, PASSCODE).guarded
        assert ids(folder, PASSCODE) == ["e7"]

    def test_that_of_another_diary_without_one_takes_it_away_and_that_is_known_before(
        self, folder: Path, guarded: Backup, tmp_path: Path, clock: FixedClock
    ) -> None:
        other = tmp_path / "other"
        with DiaryStore.create(other, None) as store:
            theirs = backup.back_up(store, clock())
        what = previewed(folder, theirs, PASSCODE)
        assert what.takes_passcode_away
        assert not what.now().guarded
        assert not previewed(other, theirs).takes_passcode_away, "it never had one"


class TestOnlyWhatIsProvenIsSaid:
    def test_a_disk_that_keeps_something_else_aside(
        self, folder: Path, saved: Backup, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(folder, 10)
        what = previewed(folder, saved)
        before = contents(folder)
        monkeypatch.setattr(shutil, "copyfile", lambda source, target: Path(target).write_bytes(b"x"))
        with pytest.raises(CannotWrite, match="does not give back"):
            what.now()
        assert contents(folder) == before

    def test_a_disk_that_gives_back_something_else(
        self, folder: Path, saved: Backup, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(folder, 10)
        what = previewed(folder, saved)
        real = Path.read_bytes

        def wrong(path: Path) -> bytes:
            data = real(path)
            return data[:-1] if path.parent.name.startswith(PENDING) else data

        monkeypatch.setattr(Path, "read_bytes", wrong)
        with pytest.raises(CannotWrite, match="does not give back"):
            what.now()
        monkeypatch.undo()
        assert len(ids(folder)) == 6, "the old one is as it was"

    def test_another_diary_than_that_of_the_backup(
        self, folder: Path, saved: Backup, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, clock: FixedClock
    ) -> None:
        """Somebody swaps the file at the last moment: nobody says “restored”, and what was there is named."""
        what = previewed(folder, saved)
        write(folder, 10)
        with DiaryStore.open(folder, None) as store:
            newer = backup.back_up(store, clock())
        monkeypatch.setattr(Restore, "_files", lambda _: {STORE: newer.parts.store})
        with pytest.raises(DiaryDamaged, match="does not hold what the backup holds") as caught:
            what.now()
        assert "diary-before-restore-1" in caught.value.reason

    def test_where_there_was_no_old_one_none_is_named(self, tmp_path: Path, saved: Backup) -> None:
        what = previewed(tmp_path / "empty", saved)
        what = replace(what, backup=saved._replace(rows=saved.rows._replace(questions=())))  # what it should be
        with pytest.raises(DiaryDamaged) as caught:
            what.now()
        assert caught.value.reason == "it does not hold what the backup holds"

    def test_a_new_diary_that_does_not_open_is_not_said_to_be_unchanged(
        self, folder: Path, saved: Backup, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(folder, 10)
        what = previewed(folder, saved)
        monkeypatch.setattr(Restore, "_files", lambda _: {STORE: b"x" * 9000})
        with pytest.raises(DiaryDamaged) as caught:
            what.now()
        assert caught.value.reason.endswith(f"; the old one is in {folder / 'diary-before-restore-1'}")
        assert "Nothing was changed" not in describe(caught.value)

    def test_nor_is_one_that_was_not_counted(
        self, folder: Path, saved: Backup, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(folder, 10)
        what = previewed(folder, saved)

        def refused(*_: object) -> None:
            raise CannotWrite(folder, "no space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(opening, "open_with", refused)
            with pytest.raises(DiaryDamaged) as caught:
                what.now()
        told = "the backup is in its place, but was not counted (no space left on device); the old one is in "
        assert caught.value.reason == f"{told}{folder / 'diary-before-restore-1'}"
        assert len(ids(folder)) == 5

    def test_nobody_opens_it_before_it_is_proven(
        self, folder: Path, saved: Backup, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A window that comes at that moment would turn “restored” into “open in another window”."""
        write(folder, 10)
        what = previewed(folder, saved)
        real, windows = opening.release, list[DiaryStore]()

        def then_a_window_comes(taken: FileLock | None) -> None:
            real(taken)
            if not windows:
                windows.append(DiaryStore.open(folder, None))

        monkeypatch.setattr(opening, "release", then_a_window_comes)
        assert what.now().entries == 5
        windows[0].close()

    @pytest.mark.parametrize("moment", ["sync_folder", "replace"])
    def test_what_is_decided_and_not_done_is_told_and_so_is_where_the_old_one_is(
        self, folder: Path, saved: Backup, monkeypatch: pytest.MonkeyPatch, moment: str
    ) -> None:
        """Such as by a scanner that holds a file; “cannot be written” alone would mean that nothing came of it."""
        write(folder, 10)
        what = previewed(folder, saved)
        module: Any = Path if moment == "replace" else switch
        real = getattr(module, moment)

        def refused(path: Path, *args: Path) -> Path:
            if (folder / PENDING).exists():
                raise OSError(13, "Permission denied")
            return cast("Path", real(path, *args))

        with monkeypatch.context() as patch:
            patch.setattr(module, moment, refused)
            with pytest.raises(CannotWrite) as caught:
                what.now()
        told = "permission denied; the backup takes its place when the diary opens next; the old one is in "
        assert caught.value.reason == f"{told}{folder / 'diary-before-restore-1'}"
        assert len(ids(folder)) == 5


class Killed(BaseException):
    """What no code survives."""


def killed_after(steps: int, what: Restore, patch: pytest.MonkeyPatch) -> Restored | None:
    """Restore, and die at the call after so many that change the disk; None: it did."""
    left = [steps]

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **more: object) -> object:
            if not left[0]:
                raise Killed
            left[0] -= 1
            return real(*args, **more)

        return call

    for module, name in ((Path, "replace"), (Path, "unlink"), (Path, "mkdir"), (Path, "rmdir"), (os, "fsync")):
        patch.setattr(module, name, counted(getattr(module, name)))
    patch.setattr(shutil, "copyfile", counted(shutil.copyfile))
    patch.setattr(shutil, "rmtree", lambda *_, **__: None)  # the dead tidy nothing
    try:
        return what.now()
    except Killed:
        return None


class TestCutOff:
    """At any moment the folder has the old diary or the restored one, whole; and the next open knows which."""

    @pytest.mark.parametrize("key", ["its own", "another"])
    def test_at_each_step(
        self, folder: Path, saved: Backup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
    ) -> None:
        """Each call that changes the disk is the last one, in turn."""
        origin = folder if key == "its own" else tmp_path / "other"
        if key == "another":
            DiaryStore.create(origin, None).close()
        with DiaryStore.open(origin, None) as store:
            store.save_entry(entry(10))
            old = sorted(one.id for one in store.entries())
            shutil.copytree(origin, tmp_path / "killed")
        outcomes = []
        done, step = None, 0
        while done is None:
            where = Path(shutil.copytree(tmp_path / "killed", tmp_path / f"step-{step}"))
            what = previewed(where, saved)
            with monkeypatch.context() as patch:
                done = killed_after(step, what, patch)
            found = ids(where)
            assert found in (old, ["e0", "e1", "e2", "e3", "e4"])
            outcomes.append(found == old)
            assert not [*where.glob(f"{PENDING}*")], "neither half a diary nor its key is left"
            write(where, 30)
            assert "e30" in ids(where)
            step += 1
        assert outcomes == sorted(outcomes, reverse=True), "old up to one moment, and new from then on"
        assert (outcomes[0], outcomes[-2]) == (True, False)

    @posix
    @pytest.mark.parametrize("moment", ["old", "new"])
    def test_before_and_after_it_is_decided(
        self, folder: Path, saved: Backup, tmp_path: Path, moment: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Into an empty folder: there is no diary, or there is the whole one; never a key without a diary."""

        def die(_: Path) -> None:
            raise Killed

        empty = tmp_path / "empty"
        what = previewed(empty, saved)
        with monkeypatch.context() as patch:
            if moment == "new":
                patch.setattr(switch, "_put_in_place", die)
            else:
                patch.setattr(Path, "replace", lambda *_: die(empty))
            with pytest.raises(Killed):
                what.now()
        assert not folders.is_away(empty)
        assert folders.exists(empty) == (moment == "new")
        if moment == "new":
            assert not folders.needs_passcode(empty)
            found = backup.newest_good(empty)
            assert found is None
            assert len(ids(empty)) == 5

    def test_what_is_decided_is_not_opened_half_where_nothing_can_be_written(
        self, folder: Path, saved: Backup, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (folder / PENDING).mkdir()
        (folder / PENDING / STORE).write_bytes(saved.parts.store)

        def refused(*_: object, **__: object) -> None:
            raise OSError(30, "Read-only file system")

        with monkeypatch.context() as patch:
            patch.setattr(Path, "unlink", refused)
            patch.setattr(Path, "replace", refused)
            with pytest.raises(CannotWrite):
                DiaryStore.open(folder, None)
        assert len(ids(folder)) == 5

    def test_what_is_decided_comes_first_where_another_backup_is_to_be_restored(
        self, folder: Path, saved: Backup, clock: FixedClock
    ) -> None:
        write(folder, 10)
        with DiaryStore.open(folder, None) as store:
            newer = backup.back_up(store, clock())
        (folder / PENDING).mkdir()
        (folder / PENDING / STORE).write_bytes(saved.parts.store)
        what = previewed(folder, newer)
        assert what.entries == Differ(come=1)
        assert what.now().entries == 6

    @pytest.mark.parametrize("left", ["empty", "with a file of the system in it", "a file"])
    def test_what_is_left_of_one_that_is_done_takes_nothing_with_it(
        self, folder: Path, saved: Backup, tmp_path: Path, left: str
    ) -> None:
        """The power went, and the folder that was removed is back: what was saved since then has only the log."""
        with DiaryStore.open(folder, None) as store:
            store.save_entry(entry(10))
            killed = Path(shutil.copytree(folder, tmp_path / "killed"))
        if left == "a file":
            (killed / PENDING).write_bytes(b"")
        else:
            (killed / PENDING).mkdir()
        if left.startswith("with"):
            (killed / PENDING / ".DS_Store").write_bytes(b"x")
        assert ids(killed) == ["e0", "e1", "e10", "e2", "e3", "e4"]
        assert (killed / PENDING).exists() == (left == "a file")

    def test_somebody_else_is_at_it(self, folder: Path, saved: Backup) -> None:
        (folder / PENDING).mkdir()
        (folder / PENDING / STORE).write_bytes(saved.parts.store)
        held = FileLock(folder / "diary.lock")
        try:
            with pytest.raises(DiaryInUse):
                DiaryStore.open(folder, None)
        finally:
            held.release()
        assert len(ids(folder)) == 5


class TestDisksThatPromiseLess:
    @posix
    def test_a_full_disk_leaves_the_old_diary(
        self, folder: Path, saved: Backup, in_mounts: Callable[..., str], tmp_path: Path
    ) -> None:
        write(folder, 10)
        script = """
import sys, shutil
from pathlib import Path
from tpe_guide.diary import restore
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import CannotWrite
from tpe_guide.wording import describe
full, source, saved = map(Path, sys.argv[1:])
where = full / "data"
shutil.copytree(source, where)
with restore.preview(where, saved, None) as what:
    pass
room = shutil.disk_usage(full).free
(full / "filler").write_bytes(bytes(max(0, room - 20_000)))
try:
    what.now()
except CannotWrite as error:
    print(describe(error))
print(sorted(path.name for path in where.iterdir()))
with DiaryStore.open(where, None) as store:
    print(len(store.entries()))
"""
        full = tmp_path / "full"
        full.mkdir()
        arguments = (full, folder, saved.path)
        said = in_mounts('mount -t tmpfs -o size=400k none "$WHERE"', script, *arguments).splitlines()
        assert said[0].endswith("cannot be written: no space left on device.")
        assert said[1:] == ["['diary.db', 'diary.key', 'diary.lock', 'diary.seal']", "6"]

    @posix
    def test_a_disk_that_syncs_no_folder_and_has_no_modes(
        self, folder: Path, saved: Backup, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = os.fsync

        def no_folders(handle: int) -> None:
            if stat.S_ISDIR(os.fstat(handle).st_mode):
                raise OSError(22, "Invalid argument")
            real(handle)

        def refused(*_: object, **__: object) -> None:
            raise PermissionError(1, "Operation not permitted")

        monkeypatch.setattr(os, "fsync", no_folders)
        monkeypatch.setattr(Path, "chmod", refused)
        write(folder, 10)
        assert restored(folder, saved).entries == 5

    def test_a_sync_that_fails_in_earnest_is_no_success(
        self, folder: Path, saved: Backup, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(folder, 10)
        what = previewed(folder, saved)

        def broken(*_: object) -> None:
            raise OSError(5, "Input/output error")

        with monkeypatch.context() as patch:
            for module in (files, copies, switch):
                patch.setattr(module, "sync_folder", broken)
            with pytest.raises(CannotWrite, match="input/output error"):
                what.now()
        assert len(ids(folder)) == 6

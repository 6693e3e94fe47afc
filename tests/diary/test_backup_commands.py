"""``tpe-guide diary backup|verify|restore``: what is said, what is done, and which exit code a script gets."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.diary.conftest import Said
from tests.diary.stories import REMOVED, entry, fill, session
from tpe_guide import files, paths
from tpe_guide.diary import backup, backup_commands, backup_file, commands, restore
from tpe_guide.diary.demo import FIXED_DAY, demo_diary
from tpe_guide.diary.folder import STORE
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import DiaryDamaged

PASSCODE = "green kettle three boats"
pytestmark = pytest.mark.usefixtures("nobody_to_ask")


@pytest.fixture
def filled(data_dir: Path) -> Path:
    """The demo diary as that of this computer: six entries."""
    fill(data_dir, None)
    return data_dir


def only_backup(data_dir: Path) -> Path:
    (one,) = backup.found(data_dir)
    return one.path


def add(data_dir: Path, *numbers: int, passcode: str | None = None) -> None:
    with DiaryStore.open(data_dir, passcode) as store:
        for number in numbers:
            store.save_entry(entry(number))


def damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[5000] ^= 1
    path.write_bytes(data)


def entries(data_dir: Path) -> int:
    with DiaryStore.open(data_dir, None) as store:
        return len(store.entries())


CHECKED = "6 entries, the newest of Wednesday 13 May 2026, checked."
NO_PASSCODE = "It has no passcode, as the diary has none: who has the file can read it."


class TestBackup:
    def test_where_the_app_keeps_its_own(self, filled: Path, said: Said) -> None:
        code, lines, _ = said("backup")
        path = only_backup(filled)
        assert path.parent == paths.backups_dir(filled)
        assert (code, lines) == (
            0,
            [
                f"{path}: {CHECKED}",
                NO_PASSCODE,
                "One of each of the last 7 days and 8 weeks with changes is kept.",
            ],
        )

    def test_into_a_file(self, filled: Path, said: Said, tmp_path: Path) -> None:
        out = tmp_path / "anna.tpebackup"
        assert said("backup", out) == (0, [f"{out}: {CHECKED}", NO_PASSCODE], [])
        assert backup.found(filled) == []
        assert [path.name for path in tmp_path.iterdir()] == [out.name]

    def test_into_a_folder_each_gets_a_name(self, filled: Path, said: Said, tmp_path: Path) -> None:
        for name in ("diary-2026-05-14.tpebackup", "diary-2026-05-14-2.tpebackup"):
            assert said("backup", tmp_path)[1][0] == f"{tmp_path / name}: {CHECKED}"

    def test_a_file_that_is_there_is_replaced_only_if_that_is_said(
        self, filled: Path, said: Said, tmp_path: Path
    ) -> None:
        out = tmp_path / "anna.tpebackup"
        said("backup", out)
        before = out.read_bytes()
        assert said("backup", out) == (2, [], [f"{out} is there already; name a new file, or add --replace."])
        assert out.read_bytes() == before
        add(filled, 1)
        assert said("backup", "--replace", out)[1][0].startswith(f"{out}: 7 entries")

    def test_a_stick_that_is_not_there_is_not_made_up(self, filled: Path, said: Said, tmp_path: Path) -> None:
        for out in (f"{tmp_path}/stick/", tmp_path / "stick" / "anna.tpebackup"):
            code, lines, complained = said("backup", out)
            assert (code, lines) == (3, [])
            assert "cannot be written: no such file or directory" in complained[0]
        assert not (tmp_path / "stick").exists()

    @pytest.mark.parametrize("out", ["-", ""])
    def test_not_onto_a_terminal(self, filled: Path, said: Said, out: str) -> None:
        assert said("backup", out) == (2, [], ["Name a file or a folder as OUT."])

    def test_never_over_the_diary(self, filled: Path, said: Said) -> None:
        assert said("backup", "--replace", filled / STORE)[0] == 2
        assert entries(filled) == 6

    @pytest.mark.parametrize("name", ["diary-restoring", "Diary-Restoring"])
    def test_nor_where_a_restore_would_look_for_one(self, filled: Path, said: Said, name: str) -> None:
        assert said("backup", filled / name)[0] == 2
        assert not (filled / name).exists()

    @pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
    def test_never_in_place_of_a_device_or_a_pipe(self, filled: Path, said: Said, tmp_path: Path) -> None:
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        assert said("backup", "--replace", pipe) == (2, [], ["Name a file or a folder as OUT."])
        assert pipe.is_fifo()

    def test_without_a_diary(self, data_dir: Path, said: Said) -> None:
        code, _, complained = said("backup")
        assert (code, complained) == (3, [f"There is no diary in {data_dir} yet. The app starts one."])

    def test_while_the_app_has_it_open(self, filled: Path, said: Said) -> None:
        with DiaryStore.open(filled, None):
            assert said("backup")[0] == 3

    def test_with_a_passcode(self, data_dir: Path, said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
        DiaryStore.create(data_dir, PASSCODE).close()
        monkeypatch.setenv(commands.PASSCODE_VARIABLE, PASSCODE)
        lines = said("backup")[1]
        assert lines[0] == f"{only_backup(data_dir)}: no entries, checked."
        assert lines[1] == "It opens with the passcode of the diary."

    def test_quietly(self, filled: Path, said: Said) -> None:
        assert said("backup", "-q") == (0, [], [])


class TestVerify:
    def test_the_diary_and_each_backup_have_a_line(self, filled: Path, said: Said) -> None:
        said("backup")
        add(filled, 1)
        said("backup")
        newer, older = (one.path for one in backup.found(filled))
        code, lines, _ = said("verify")
        assert code == 0
        assert lines == [
            f"{filled / STORE}: 7 entries, checked.",
            f"{newer}: 7 entries, the newest of Wednesday 13 May 2026, checked.",
            f"{older}: {CHECKED}",
        ]

    def test_a_damaged_backup_says_why(self, filled: Path, said: Said) -> None:
        said("backup")
        damage(only_backup(filled))
        code, lines, _ = said("verify")
        reason = "some of it was changed or lost on the disk"
        assert (code, lines[1:]) == (1, [f"The backup {only_backup(filled)} cannot be used: {reason}."])

    def test_a_blocked_diary_has_its_way_back_named(self, filled: Path, said: Said) -> None:
        said("backup")
        good = only_backup(filled)
        add(filled, 1)
        said("backup")
        damage(backup.found(filled)[0].path)
        damage(filled / STORE)
        code, lines, _ = said("verify")
        assert code == 1
        assert lines[0].startswith(f"The diary at {filled / STORE} cannot be opened: ")
        told = f"The newest good backup: {good}: {CHECKED}"
        assert lines[-1] == f"{told} To put it in the diary’s place: tpe-guide diary restore latest"

    def test_without_any_good_one_that_is_said(self, filled: Path, said: Said) -> None:
        said("backup")
        damage(only_backup(filled))
        damage(filled / STORE)
        assert said("verify")[1][-1] == "There is no good backup."

    def test_the_way_back_is_that_of_the_folder_which_was_asked_of(self, filled: Path, said: Said) -> None:
        other = filled.with_name("her diary")
        DiaryStore.create(other, None).close()
        said("backup", "--data-dir", other)
        shutil.rmtree(other)
        way = f"tpe-guide diary restore latest --data-dir {shlex.quote(str(other))}"
        assert said("verify", "--data-dir", other)[1][-1].endswith(f" To put it in the diary’s place: {way}")

    def test_a_diary_that_is_open_needs_no_way_back(self, filled: Path, said: Said) -> None:
        said("backup")
        with DiaryStore.open(filled, None):
            code, lines, _ = said("verify")
        assert code == 1
        assert lines[0].endswith("is open in another window of this program.")
        assert lines[1:] == [f"{only_backup(filled)}: {CHECKED}"]

    def test_each_line_is_counted(self, filled: Path, said: Said) -> None:
        said("backup")
        damage(filled / STORE)
        lines = [*backup_commands.verify(filled)]
        assert {count for count, _ in lines} == {len(lines)} == {3}

    def test_a_wrong_passcode_does_not_make_a_backup_of_this_diary_one_of_another(
        self, data_dir: Path, said: Said, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The folder is gone, and the hand shook: there is a good backup, it only was not opened."""
        DiaryStore.create(data_dir, PASSCODE).close()
        monkeypatch.setenv(commands.PASSCODE_VARIABLE, PASSCODE)
        said("backup")
        shutil.rmtree(data_dir)
        monkeypatch.setenv(commands.PASSCODE_VARIABLE, "another kettle three boats")
        code, lines, _ = said("verify")
        assert code == 1
        assert lines[1:] == [
            f"{only_backup(data_dir)}: not checked. That passcode does not open it.",
            "No backup was found to be good, but not all of them could be checked.",
        ]

    def test_nor_is_there_none_where_the_disk_has_no_room_to_look(
        self, filled: Path, said: Said, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        said("backup")
        shutil.rmtree(filled)
        monkeypatch.setattr("tempfile.gettempdir", lambda: str(filled / "nowhere"))
        code, lines, _ = said("verify")
        assert code == 1
        assert lines[-1] == "No backup was found to be good, but not all of them could be checked."

    def test_where_nobody_can_be_asked_nothing_is_said_to_be_bad(self, data_dir: Path, said: Said) -> None:
        DiaryStore.create(data_dir, PASSCODE).close()
        code, lines, complained = said("verify")
        assert (code, lines) == (3, [])
        assert complained[0].startswith("This diary has a passcode. ")

    def test_a_backup_of_a_newer_program_does_not_hide_the_others(
        self, filled: Path, said: Said, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        said("backup")
        add(filled, 1)
        with monkeypatch.context() as later:
            later.setattr(backup_file, "VERSION", 2)
            said("backup")
        shutil.rmtree(filled)
        code, lines, _ = said("verify")
        assert code == 1
        assert lines[2].endswith(f": {CHECKED}")

    def test_entries_that_are_missing_are_no_good_diary(self, filled: Path, said: Said) -> None:
        older = (filled / STORE).read_bytes()
        add(filled, 1)
        (filled / STORE).write_bytes(older)
        code, lines, _ = said("verify")
        assert code == 1
        assert "1 entry of Tuesday 5 May 2026 is missing from your diary." in lines[0]

    def test_one_file(self, filled: Path, said: Said, tmp_path: Path) -> None:
        out = tmp_path / "anna.tpebackup"
        said("backup", out)
        assert said("verify", out) == (0, [f"{out}: {CHECKED}"], [])
        damage(out)
        reason = "some of it was changed or lost on the disk"
        assert said("verify", out) == (1, [], [f"The backup {out} cannot be used: {reason}."])

    def test_where_there_is_nothing(self, data_dir: Path, said: Said) -> None:
        assert said("verify") == (3, [], [f"There is neither a diary nor a backup of {data_dir}."])

    def test_one_of_another_diary_with_another_passcode_is_not_said_to_be_checked(
        self, data_dir: Path, said: Said, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        DiaryStore.create(data_dir, PASSCODE).close()
        monkeypatch.setenv(commands.PASSCODE_VARIABLE, PASSCODE)
        said("backup")
        for part in data_dir.iterdir():
            part.unlink()
        DiaryStore.create(data_dir, None).close()
        code, lines, _ = said("verify")
        assert code == 0
        assert lines[1].endswith(": not checked. It is of another diary, and has a passcode of its own.")

    def test_nothing_of_the_library_is_printed_beside_it(self, filled: Path) -> None:
        damage(filled / STORE)
        done = subprocess.run(
            [sys.executable, "-m", "tpe_guide", "diary", "verify"], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (1, "")
        assert len(done.stdout.splitlines()) == 2


class TestRestore:
    @pytest.fixture
    def changed(self, filled: Path, said: Said) -> Path:
        """A diary with a backup of six entries, of which three are gone and to which one came."""
        said("backup")
        with DiaryStore.open(filled, None) as store:
            for one in store.entries()[:3]:
                store.bin_entry(one.id, REMOVED)
            store.save_entry(entry(1))
        return filled

    TOLD = (
        "The diary has 4 entries now.",
        "Would come back: 3 entries.",
        "Would go: 1 entry.",
    )

    def test_it_only_tells_unless_somebody_is_sure(self, changed: Path, said: Said) -> None:
        code, lines, complained = said("restore", "latest")
        assert lines == [f"Backup: {only_backup(changed)}: {CHECKED}", *self.TOLD]
        assert (code, complained) == (2, ["Nothing was restored. To do it, add --yes."])
        assert entries(changed) == 4
        assert not (changed / "diary-before-restore-1").exists()

    def test_each_kind_is_counted(self, changed: Path, said: Said) -> None:
        with DiaryStore.open(changed, None) as store:
            first, *others = store.questions()
            store.set_questions([replace(first, asked=not first.asked), *others])
            store.save_entry(replace(store.entries()[-1], note="other words"))
            store.add_session(session(9))
        lines = said("restore", "latest")[1]
        assert lines[2:] == [
            "Would come back: 3 entries.",
            "Would go: 1 entry, 1 session.",
            "Would be as they were then: 1 entry, 1 question.",
        ]

    def test_what_is_no_entry_session_or_question_is_told_too(self, filled: Path, said: Said) -> None:
        said("backup")
        with DiaryStore.open(filled, None) as store:
            store.set_course(replace(store.course(), planned_sessions=3))
        assert said("restore", "latest")[1][2:] == [
            "Your course of sessions, and what matters to you, would be as they were then.",
        ]

    def test_then_it_is_done_and_what_was_there_is_named(self, changed: Path, said: Said) -> None:
        code, lines, complained = said("restore", "latest", "--yes")
        assert (code, complained) == (0, [])
        assert lines[4:] == [
            "Restored: the diary has 6 entries now, counted in it.",
            f"All that was there before is kept in {changed / 'diary-before-restore-1'}.",
            "Opens with: this account, no passcode",
        ]
        assert entries(changed) == 6
        assert entries(changed / "diary-before-restore-1") == 4

    @pytest.mark.parametrize(("answer", "left"), [("yes\n", 6), ("YES \n", 6), ("no\n", 4), ("\n", 4), ("", 4)])
    def test_on_a_terminal_one_is_asked(
        self, changed: Path, said: Said, monkeypatch: pytest.MonkeyPatch, answer: str, left: int
    ) -> None:
        class Terminal:
            def isatty(self) -> bool:
                return True

            def readline(self) -> str:
                return answer

        monkeypatch.setattr(sys, "stdin", Terminal())
        code, lines, asked = said("restore", "latest")
        assert (code, asked) == (0, ["Restore it? Type “yes” and press Enter."])
        assert (lines[-1] == "Nothing was restored.") == (left == 4)
        assert entries(changed) == left

    def test_what_is_the_same_is_left(self, filled: Path, said: Said) -> None:
        said("backup")
        code, lines, _ = said("restore", "latest", "--yes")
        assert (code, lines[-1]) == (0, "The diary holds just that already. Nothing was restored.")
        assert not [*filled.glob("diary-before-*")]

    def test_a_damaged_newer_one_is_passed_over_and_named(self, changed: Path, said: Said) -> None:
        good = only_backup(changed)
        said("backup")
        bad = backup.found(changed)[0].path
        damage(bad)
        lines = said("restore", "latest", "--yes")[1]
        assert lines[0].startswith(f"The backup {bad} cannot be used: ")
        assert lines[1] == f"Backup: {good}: {CHECKED}"
        assert entries(changed) == 6

    def test_into_an_empty_folder(self, filled: Path, said: Said, tmp_path: Path) -> None:
        out, empty = tmp_path / "anna.tpebackup", tmp_path / "empty"
        said("backup", out)
        code, lines, _ = said("restore", out, "--yes", "--data-dir", empty)
        assert (code, lines[1:]) == (
            0,
            [
                f"There is no diary in {empty} now.",
                "Restored: the diary has 6 entries now, counted in it.",
                "Opens with: this account, no passcode",
            ],
        )
        assert entries(empty) == 6

    def test_a_diary_that_cannot_be_read(self, changed: Path, said: Said) -> None:
        damage(changed / STORE)
        code, lines, _ = said("restore", "latest", "--yes")
        assert code == 0
        assert "So nobody can count what would go. All of it would be kept aside." in lines
        assert entries(changed) == 6

    def test_another_course_needs_a_word_of_its_own(self, changed: Path, said: Said, tmp_path: Path) -> None:
        other = tmp_path / "other"
        with DiaryStore.create(other, None) as store:
            store.set_course(replace(store.course(), id="theirs"))
        code, lines, complained = said("restore", only_backup(changed), "--yes", "--data-dir", other)
        course = demo_diary(FIXED_DAY).course.id
        assert lines[-1] == f"The backup is of another course ({course}) than the diary (theirs)."
        words = "This is a backup of something else than your diary. To use it all the same, add --replace."
        assert (code, complained) == (2, [words])
        assert entries(other) == 0
        assert said("restore", only_backup(changed), "--yes", "--replace", "--data-dir", other)[0] == 0
        assert entries(other) == 6

    def test_that_the_passcode_would_go_is_told_before(
        self,
        changed: Path,
        said: Said,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        other = tmp_path / "other"
        DiaryStore.create(other, PASSCODE).close()
        monkeypatch.setenv(commands.PASSCODE_VARIABLE, PASSCODE)
        lines = said("restore", only_backup(changed), "--replace", "--data-dir", other)[1]
        assert lines[-1] == "Your diary opens with a passcode. After this it would open without one."

    @pytest.mark.parametrize("how", ["damaged", "away"])
    def test_so_does_another_diary_where_this_one_cannot_tell_its_course(
        self, changed: Path, said: Said, tmp_path: Path, how: str
    ) -> None:
        other = tmp_path / "other"
        DiaryStore.create(other, None).close()
        if how == "damaged":
            damage(other / STORE)
        else:
            (other / STORE).unlink()
        code, lines, _ = said("restore", only_backup(changed), "--yes", "--data-dir", other)
        assert code == 2
        assert lines[-1].startswith("The backup is of another diary than the one ")

    @pytest.mark.parametrize("what", ["nothing.tpebackup", "anna.txt"])
    def test_what_is_no_backup(self, changed: Path, said: Said, tmp_path: Path, what: str) -> None:
        (tmp_path / "anna.txt").write_text("hello")
        code, lines, complained = said("restore", tmp_path / what, "--yes")
        assert (code, lines) == (1, [])
        assert complained[0].startswith(f"The backup {tmp_path / what} cannot be used: ")
        assert entries(changed) == 4

    def test_where_there_is_none(self, filled: Path, said: Said) -> None:
        assert said("restore", "latest", "--yes") == (3, [], [f"There is no good backup of {filled}."])

    def test_with_a_passcode(self, data_dir: Path, said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
        with DiaryStore.create(data_dir, PASSCODE) as store:
            store.save_entry(entry(1))
        assert said("restore", "latest")[0] == 3, "nobody can be asked"
        monkeypatch.setenv(commands.PASSCODE_VARIABLE, PASSCODE)
        said("backup")
        add(data_dir, 2, passcode=PASSCODE)
        assert said("restore", "latest", "--yes")[1][-1] == "Opens with: a passcode"
        monkeypatch.setenv(commands.PASSCODE_VARIABLE, "another kettle three boats")
        assert said("restore", "latest", "--yes")[::2] == (3, ["That passcode does not open this diary."])

    def test_quietly_and_surely(self, changed: Path, said: Said) -> None:
        assert said("restore", "-q", "latest", "--yes") == (0, [], [])
        assert entries(changed) == 6

    def test_it_is_not_said_to_be_restored_where_it_is_not(
        self, changed: Path, said: Said, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(restore, "switch", lambda *_: None)
        code, lines, complained = said("restore", "latest", "--yes")
        assert code == DiaryDamaged.exit_code
        assert not [line for line in lines if "Restored" in line or "kept in" in line]
        assert "it does not hold what the backup holds; the old one is in " in complained[0]
        assert entries(changed) == 4

    def test_nor_kept_where_it_is_not(self, changed: Path, said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("shutil.copyfile", lambda source, target: Path(target).write_bytes(b""))
        code, lines, complained = said("restore", "latest", "--yes")
        assert (code, lines[4:]) == (3, [])
        assert "cannot be written: the disk does not give back what was written." in complained[0]
        assert entries(changed) == 4


def test_it_is_not_said_to_be_checked_where_it_was_not(
    filled: Path, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = files.write_checked
    monkeypatch.setattr(backup, "write_checked", lambda path, data, check: real(path, data[:-1], check))
    code, lines, complained = said("backup")
    assert (code, lines) == (1, [])
    assert complained[0].endswith("cannot be used: its end is missing.")
    assert backup.found(filled) == []
    assert [*paths.backups_dir(filled).iterdir()] == []

"""Keep my diary safe: backups, files and a passcode, in the window."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.conftest import A_THURSDAY_MORNING
from tests.diary.stories import REMOVED, entry
from tests.ui.beside import all_end
from tests.ui.diaries import PASSCODE, picked, put_demo_diary, sentence, type_in, words_on_screen
from tests.ui.programs import OpenProgram, go, press, shown_names, unlock
from tpe_guide import paths
from tpe_guide.app import Program
from tpe_guide.cli import main
from tpe_guide.diary import backup, exchange, keys
from tpe_guide.diary.backup_file import read
from tpe_guide.diary.folder import KEY, STORE
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import CannotWrite
from tpe_guide.policy import KIOSK
from tpe_guide.ui.diary.diary_blocked import DiaryBlockedPage
from tpe_guide.ui.diary.diary_unlock import DiaryUnlockPage
from tpe_guide.ui.diary.keeping.page import KeepingPage
from tpe_guide.ui.diary.log.page import LogPage

DEMO = Path(__file__).parents[3] / "examples" / "demo.tpediary.json"
NEW = "seven small grey stones"


@pytest.fixture
def come(open_program: OpenProgram, data_dir: Path, qtbot: QtBot) -> Callable[..., Program]:
    """The screen, with a diary of six entries; *passcode* opens it."""

    def do(passcode: str | None = None, *, diary: bool = True) -> Program:
        if diary:
            put_demo_diary(data_dir, passcode)
        program = open_program()
        if passcode:
            unlock(program, passcode)
        go(program, "keeping")
        done(program, qtbot)
        return program

    return do


def done(program: Program, qtbot: QtBot) -> None:
    """Whatever is being done beside the window is done."""
    keeping = program.diary.keeping
    qtbot.waitUntil(lambda: not (keeping.doing or keeping._looking.busy), timeout=20_000)
    QCoreApplication.processEvents()


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 8
    path.write_bytes(data)


class TestBackups:
    def test_at_first_there_is_none_and_then_it_is_counted(
        self, come: Callable[..., Program], qtbot: QtBot, data_dir: Path
    ) -> None:
        program = come()
        assert "Your diary has 6 entries now. There is no backup yet." in words_on_screen(program)
        press(program, "keep-now")
        done(program, qtbot)
        assert "6 entries, opened and counted" in words_on_screen(program)
        (made,) = backup.found(data_dir)
        assert read(made.path).entries == 6

    def test_one_that_is_no_good_is_not_taken_for_none(
        self, open_program: OpenProgram, data_dir: Path, qtbot: QtBot
    ) -> None:
        put_demo_diary(data_dir)
        with DiaryStore.open(data_dir, None) as store:
            flip(backup.back_up(store, A_THURSDAY_MORNING).path, 5000)
        program = open_program()
        go(program, "keeping")
        done(program, qtbot)
        assert "Your diary has 6 entries now. No good backup was found." in words_on_screen(program)

    def test_where_nobody_can_look_it_is_not_said_that_there_is_none(
        self, come: Callable[..., Program], data_dir: Path
    ) -> None:
        paths.backups_dir(data_dir).write_bytes(b"no folder")
        assert "Your diary has 6 entries now. No good backup was found." in words_on_screen(come())

    def test_one_from_before_is_found_and_counted(
        self, come: Callable[..., Program], qtbot: QtBot, data_dir: Path
    ) -> None:
        program = come()
        press(program, "keep-now")
        done(program, qtbot)
        program.diary.keeping.was_looked = False
        go(program, "home")
        go(program, "keeping")
        done(program, qtbot)
        assert "Last backup: " in words_on_screen(program)
        assert "6 entries, opened and counted." in words_on_screen(program)

    def test_to_a_file_of_ones_own(self, come: Callable[..., Program], qtbot: QtBot, tmp_path: Path) -> None:
        program = come()
        press(program, "keep-to")
        dialog = program.window.findChild(QFileDialog)
        assert dialog is not None
        dialog.fileSelected.emit(str(tmp_path / "mine.tpebackup"))
        dialog.close()
        done(program, qtbot)
        assert read(tmp_path / "mine.tpebackup").entries == 6
        assert "6 entries" in words_on_screen(program)

    def test_what_was_told_leaves_with_the_screen(self, come: Callable[..., Program], qtbot: QtBot) -> None:
        program = come()
        press(program, "keep-now")
        done(program, qtbot)
        assert "Backed up" in words_on_screen(program)
        go(program, "urgent")
        go(program, "keeping")
        assert "Backed up" in words_on_screen(program), "a short trip"
        go(program, "home")
        go(program, "keeping")
        assert "Backed up" not in words_on_screen(program)

    def test_one_that_cannot_be_written_is_said(
        self, come: Callable[..., Program], qtbot: QtBot, tmp_path: Path
    ) -> None:
        program = come()
        program.diary.keeping.back_up_to(str(tmp_path / "nowhere" / "mine.tpebackup"))
        done(program, qtbot)
        assert "No backup was made" in words_on_screen(program)

    def test_putting_back_says_first_what_would_change(
        self, come: Callable[..., Program], qtbot: QtBot, data_dir: Path
    ) -> None:
        program = come()
        press(program, "keep-now")
        done(program, qtbot)
        store = program.diary.diary_session.store
        for one in store.entries()[:2]:
            store.bin_entry(one.id, REMOVED)
        store.save_entry(entry(77))
        press(program, "restore-newest")
        done(program, qtbot)
        told = words_on_screen(program)
        assert "Would come back: 2 entries" in told
        assert "Would go: 1 entry." in told
        assert len(store.entries()) == 5

        press(program, "keeping-do")
        done(program, qtbot)
        assert "The backup is back in its place. Your diary has 6 entries now." in sentence(program)
        assert "diary-before-restore-1" in sentence(program)
        assert program.diary.diary_session.store.entry_count == 6
        assert (data_dir / "diary-before-restore-1" / STORE).exists()

    @pytest.mark.parametrize("passcode", [None, PASSCODE])
    def test_what_is_half_written_goes_on_in_what_was_put_back(
        self, come: Callable[..., Program], qtbot: QtBot, passcode: str | None
    ) -> None:
        program = come(passcode)
        press(program, "keep-now")
        done(program, qtbot)
        program.diary.diary_session.store.save_entry(entry(77))
        go(program, "log")
        press(program, "effect-cold")
        go(program, "keeping")
        press(program, "restore-newest")
        done(program, qtbot)
        press(program, "keeping-do")
        done(program, qtbot)
        if passcode:
            unlock(program, passcode)
        go(program, "log")
        assert "You began this on" in words_on_screen(program)
        assert "effect-cold" in picked(program)
        program.diary.diary_session.drafts.keep()
        assert program.diary.diary_session.store.draft()

    def test_what_is_half_written_does_not_go_into_another_diary(
        self, come: Callable[..., Program], qtbot: QtBot, tmp_path: Path
    ) -> None:
        with DiaryStore.create(tmp_path / "other", None) as theirs:
            theirs.save_entry(entry(5))
            backup.write(tmp_path / "theirs.tpebackup", backup.take(theirs, tmp_path))
        program = come()
        go(program, "log")
        press(program, "effect-cold")
        go(program, "keeping")
        program.diary.keeping.offer_backup(str(tmp_path / "theirs.tpebackup"))
        done(program, qtbot)
        press(program, "keeping-do")
        done(program, qtbot)
        go(program, "log")
        assert picked(program) == set()

    def test_leaving_it_changes_nothing(self, come: Callable[..., Program], qtbot: QtBot) -> None:
        program = come()
        press(program, "keep-now")
        done(program, qtbot)
        program.diary.diary_session.store.save_entry(entry(77))
        press(program, "restore-newest")
        done(program, qtbot)
        press(program, "keeping-leave")
        assert "keeping-do" not in shown_names(program)
        assert program.diary.diary_session.store.entry_count == 7

    def test_of_a_guarded_diary_no_passcode_is_asked_to_look_and_it_is_locked_after(
        self, come: Callable[..., Program], qtbot: QtBot
    ) -> None:
        program = come(PASSCODE)
        press(program, "keep-now")
        done(program, qtbot)
        program.diary.diary_session.store.save_entry(entry(77))
        press(program, "restore-newest")
        done(program, qtbot)
        press(program, "keeping-do")
        done(program, qtbot)
        assert "Open it with its passcode, or its recovery sheet." in sentence(program)
        assert isinstance(program.window.screen_shown, DiaryUnlockPage)
        unlock(program, PASSCODE)
        assert program.diary.diary_session.store.entry_count == 6

    def test_a_backup_with_a_passcode_of_its_own_asks_for_it(
        self, come: Callable[..., Program], qtbot: QtBot, tmp_path: Path
    ) -> None:
        put_demo_diary(tmp_path / "other", PASSCODE)
        with DiaryStore.open(tmp_path / "other", PASSCODE) as store:
            backup.write(tmp_path / "other.tpebackup", backup.take(store, tmp_path))
        program = come()
        program.diary.keeping.offer_file(str(tmp_path / "other.tpebackup"))
        done(program, qtbot)
        type_in(program, "backup-passcode", "not this one at all")
        press(program, "keeping-open-backup")
        done(program, qtbot)
        assert "That is not the passcode of this backup" in words_on_screen(program)
        type_in(program, "backup-passcode", PASSCODE)
        press(program, "keeping-open-backup")
        done(program, qtbot)
        assert "Put this backup back?" in words_on_screen(program)

    def test_a_file_that_is_no_backup_is_said_and_nothing_changes(
        self, come: Callable[..., Program], qtbot: QtBot, tmp_path: Path
    ) -> None:
        (tmp_path / "x.tpebackup").write_bytes(b"no")
        program = come()
        program.diary.keeping.offer_file(str(tmp_path / "x.tpebackup"))
        done(program, qtbot)
        assert "This backup cannot be used" in words_on_screen(program)


class TestFiles:
    def test_what_a_file_would_bring_is_said_before(
        self, come: Callable[..., Program], qtbot: QtBot, tmp_path: Path
    ) -> None:
        file = tmp_path / "more.tpediary.json"
        data = json.loads(exchange_of(DEMO))
        data["course"]["id"] = "somebody-else"
        data["sessions"] = []
        data["entries"] = [{**data["entries"][0], "id": "new", "session": None, "mood": 3}]
        data["questions"] = []
        data["course"]["planned_sessions"] = 9
        data["course"]["planet"] = "Mars"
        file.write_text(json.dumps(data))
        program = come()
        program.diary.keeping.offer_file(str(file))
        done(program, qtbot)
        told = words_on_screen(program)
        assert "It adds: 0 sessions, 1 entry, 0 questions." in told
        assert "The file is of another course than the diary. Please check that both are yours." in told
        assert "Not understood and not kept: course.planet" in told
        assert "Kept, but not known to this version: entries[0].mood" in told
        assert program.diary.diary_session.store.entry_count == 6

        press(program, "keeping-do")
        assert "Added: 0 sessions, 1 entry, 0 questions." in words_on_screen(program)
        assert program.diary.diary_session.store.entry_count == 7

        program.diary.keeping.offer_file(str(file))
        done(program, qtbot)
        assert "It adds: 0 sessions, 0 entries, 0 questions." in words_on_screen(program)
        assert "keeping-do" not in shown_names(program)

    def test_a_file_that_is_not_understood_names_the_place_and_brings_nothing(
        self, come: Callable[..., Program], qtbot: QtBot, tmp_path: Path
    ) -> None:
        file = tmp_path / "odd.tpediary.json"
        data = json.loads(exchange_of(DEMO))
        data["entries"][3]["effects"] = [{"effect": "tingling", "severity": 9}]
        file.write_text(json.dumps(data))
        program = come()
        program.diary.keeping.offer_file(str(file))
        done(program, qtbot)
        assert "first effect, how bad it was: expected a whole number from 0 to 3" in words_on_screen(program)
        assert program.diary.diary_session.store.entry_count == 6

    def test_a_page_saved_as_pdf_is_a_file_too(
        self, come: Callable[..., Program], qtbot: QtBot, tmp_path: Path
    ) -> None:
        data = json.loads(exchange_of(DEMO))
        data["entries"].append({**data["entries"][0], "id": "new"})
        (tmp_path / "more.json").write_text(json.dumps(data))
        assert main(["-q", "summary", str(tmp_path / "more.json"), "-o", str(tmp_path / "page.pdf")]) == 0
        program = come()
        program.diary.keeping.offer_file(str(tmp_path / "page.pdf"))
        done(program, qtbot)
        assert "It adds: 0 sessions, 1 entry, 0 questions." in words_on_screen(program)

    def test_it_can_be_dropped_on_the_page(self, come: Callable[..., Program], qtbot: QtBot) -> None:
        program = come()
        page = program.window.screen_shown
        assert isinstance(page, KeepingPage)
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(DEMO))])
        copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(9, 9), copy, mime, left, none)
        page.dragEnterEvent(enter)
        assert enter.isAccepted()
        page.dropEvent(QDropEvent(QPoint(9, 9), copy, mime, left, none))
        done(program, qtbot)
        assert "Bring in demo.tpediary.json?" in words_on_screen(program)

    def test_several_at_once_are_refused_in_words(self, come: Callable[..., Program]) -> None:
        program = come()
        page = program.window.screen_shown
        assert isinstance(page, KeepingPage)
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(DEMO)), QUrl.fromLocalFile(str(DEMO))])
        copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        page.dropEvent(QDropEvent(QPoint(9, 9), copy, mime, left, none))
        assert "One file at a time, please" in words_on_screen(program)

    def test_a_file_that_is_never_there_to_read_holds_nobody(
        self, come: Callable[..., Program], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        gate = Event()
        program = come()
        with monkeypatch.context() as hangs:
            hangs.setattr(exchange, "read", lambda _path: gate.wait(60))
            program.diary.keeping.offer_file("/share/somebody.tpediary.json")
            assert "It is being read …" in words_on_screen(program)
            press(program, "keeping-stop")
            assert "It is being read …" not in words_on_screen(program)
        program.diary.keeping.offer_file(str(DEMO))
        done(program, qtbot)
        assert "Bring in demo.tpediary.json?" in words_on_screen(program)
        gate.set()
        all_end()

    def test_backups_on_a_share_that_hangs_hold_nothing_else_up(
        self, open_program: OpenProgram, data_dir: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        gate, asked = Event(), Event()

        def hang(*_: object, **__: object) -> None:
            asked.set()
            gate.wait(60)

        put_demo_diary(data_dir)
        program = open_program()
        with monkeypatch.context() as hangs:
            hangs.setattr(backup, "newest_good", hang)
            go(program, "keeping")
            assert asked.wait(10)
            program.diary.keeping.offer_file(str(DEMO))
            qtbot.waitUntil(lambda: "Bring in demo.tpediary.json?" in words_on_screen(program))
            assert "Looking for your last backup …" in words_on_screen(program)
            gate.set()
            qtbot.waitUntil(lambda: "There is no backup yet." in words_on_screen(program))

    def test_into_an_empty_folder_a_diary_begins(
        self, come: Callable[..., Program], qtbot: QtBot, data_dir: Path
    ) -> None:
        program = come(diary=False)
        assert "There is no diary here yet." in words_on_screen(program)
        program.diary.keeping.offer_file(str(DEMO))
        done(program, qtbot)
        assert "One begins with this file, without a passcode." in words_on_screen(program)
        assert not (data_dir / STORE).exists()
        press(program, "keeping-do")
        assert program.diary.diary_session.store.entry_count == 6
        assert "keep-now" in shown_names(program)

    def test_it_is_reached_from_an_empty_diary_and_from_the_settings(self, open_program: OpenProgram) -> None:
        program = open_program()
        go(program, "log")
        press(program, "bring-a-diary")
        assert isinstance(program.window.screen_shown, KeepingPage)
        go(program, "look")
        press(program, "to-keeping")
        assert isinstance(program.window.screen_shown, KeepingPage)

    @pytest.mark.parametrize(("button", "name"), [("save-whole", "a.tpediary.json"), ("save-table", "a.csv")])
    def test_saved_as_a_file_that_can_be_brought_in_again(
        self, come: Callable[..., Program], qtbot: QtBot, tmp_path: Path, button: str, name: str
    ) -> None:
        program = come()
        press(program, button)
        dialog = program.window.findChild(QFileDialog)
        assert dialog is not None
        dialog.fileSelected.emit(str(tmp_path / name))
        dialog.close()
        done(program, qtbot)
        assert "It is not locked. Whoever has this file can read it." in words_on_screen(program)
        if name.endswith(".json"):
            assert exchange.read(tmp_path / name) == program.diary.diary_session.store.diary()
        else:
            assert (tmp_path / name).read_text(encoding="utf-8-sig").startswith("day,")


def exchange_of(path: Path) -> bytes:
    return path.read_bytes()


class TestThePasscode:
    def test_one_is_set_and_backups_are_guarded_with_it(
        self, come: Callable[..., Program], qtbot: QtBot, data_dir: Path
    ) -> None:
        program = come()
        press(program, "keep-now")
        done(program, qtbot)
        press(program, "passcode-set")
        type_in(program, "new-passcode", NEW)
        type_in(program, "new-passcode-again", NEW)
        press(program, "passcode-go")
        assert "Write it down on paper, then tick the box." in words_on_screen(program)
        press(program, "wrote-down")
        press(program, "passcode-go")
        assert "Your diary has a passcode now" in words_on_screen(program)
        assert DiaryStore.needs_passcode(data_dir)
        assert program.diary.diary_session.guarded
        assert "lock-now" in shown_names(program)
        program.window.closed.emit()
        program.diary.finish()
        assert all(one.path.read_bytes().find(b'"device"') < 0 for one in backup.found(data_dir))

    def test_changing_takes_the_old_one_and_a_wrong_one_is_said(
        self, come: Callable[..., Program], data_dir: Path
    ) -> None:
        program = come(PASSCODE)
        press(program, "passcode-change")
        type_in(program, "old-passcode", "not this one at all")
        type_in(program, "new-passcode", NEW)
        type_in(program, "new-passcode-again", NEW)
        press(program, "wrote-down")
        press(program, "passcode-go")
        assert "That passcode does not open this diary." in words_on_screen(program)
        assert keys.unlock(data_dir / KEY, PASSCODE)
        type_in(program, "old-passcode", PASSCODE)
        press(program, "passcode-go")
        assert "Your passcode is changed" in words_on_screen(program)
        assert keys.unlock(data_dir / KEY, NEW)
        assert not program.diary.diary_session.typed.lines

    @pytest.mark.skipif(os.name == "nt", reason="Windows keeps files from others by other means")
    def test_who_can_open_it_is_true_on_a_disk_that_hides_no_file(
        self, come: Callable[..., Program], data_dir: Path
    ) -> None:
        program = come()
        assert "Whoever uses this computer as you" in words_on_screen(program)
        (data_dir / "diary.key").chmod(0o644)  # as all files are on a memory stick
        go(program, "home")
        go(program, "keeping")
        assert "Whoever uses this computer as you" not in words_on_screen(program)
        assert "whoever has it, or uses this computer, can open your diary" in words_on_screen(program)

    def test_it_is_taken_away(self, come: Callable[..., Program], data_dir: Path) -> None:
        program = come(PASSCODE)
        press(program, "passcode-remove")
        type_in(program, "old-passcode", PASSCODE)
        press(program, "passcode-go")
        assert "Your diary has no passcode now" in words_on_screen(program)
        assert not DiaryStore.needs_passcode(data_dir)
        assert "lock-now" not in shown_names(program)

    def test_lock_now(self, come: Callable[..., Program]) -> None:
        program = come(PASSCODE)
        program.diary.diary_session.drafts.draft.note = "half a sentence"
        press(program, "lock-now")
        assert isinstance(program.window.screen_shown, DiaryUnlockPage)
        assert not program.diary.diary_session.is_open
        unlock(program, PASSCODE)
        assert program.diary.diary_session.drafts.draft.note == "half a sentence"

    def test_what_is_typed_outlives_a_change_of_look_and_goes_with_the_form(self, come: Callable[..., Program]) -> None:
        program = come()
        press(program, "passcode-set")
        type_in(program, "new-passcode", NEW)
        program.session.bigger()
        assert program.diary.diary_session.typed.lines["new-passcode"] == NEW
        press(program, "passcode-leave")
        assert not program.diary.diary_session.typed.lines


class TestADiaryThatCannotBeRead:
    @pytest.fixture
    def damaged(self, data_dir: Path) -> Path:
        put_demo_diary(data_dir)
        with DiaryStore.open(data_dir, None) as store:
            store.save_entry(entry(5))
        return data_dir

    def keep(self, folder: Path, passcode: str | None = None) -> None:
        from tests.conftest import FixedClock

        with DiaryStore.open(folder, passcode) as store:
            backup.back_up(store, FixedClock()())

    def test_the_newest_good_backup_is_offered_and_put_back(
        self, open_program: OpenProgram, damaged: Path, qtbot: QtBot
    ) -> None:
        self.keep(damaged)
        flip(damaged / STORE, 3 * 4096 + 7)
        program = open_program()
        go(program, "log")
        done(program, qtbot)
        assert isinstance(program.window.screen_shown, DiaryBlockedPage)
        assert "7 entries, opened and counted." in words_on_screen(program)
        press(program, "restore-newest")
        done(program, qtbot)
        press(program, "keeping-do")
        done(program, qtbot)
        assert isinstance(program.window.screen_shown, LogPage)
        assert "Your diary has 7 entries now." in sentence(program)
        assert len([*damaged.glob("diary-before-restore-*")]) == 1

    def test_without_one_what_can_be_read_goes_on(
        self, open_program: OpenProgram, damaged: Path, qtbot: QtBot, tmp_path: Path
    ) -> None:
        flip(damaged / STORE, 2 * 4096 + 7)
        spoilt = (damaged / STORE).read_bytes()
        program = open_program()
        go(program, "log")
        done(program, qtbot)
        assert "No good backup was found." in words_on_screen(program)
        press(program, "rescue")
        done(program, qtbot)
        assert "7 entries can be read." in words_on_screen(program)
        press(program, "keeping-save-rescued")
        dialog = program.window.findChild(QFileDialog)
        assert dialog is not None
        dialog.fileSelected.emit(str(tmp_path / "out.tpediary.json"))
        dialog.close()
        done(program, qtbot)
        assert len(exchange.read(tmp_path / "out.tpediary.json").entries) == 7
        press(program, "keeping-close")
        press(program, "rescue")
        done(program, qtbot)
        press(program, "keeping-do")
        done(program, qtbot)
        assert isinstance(program.window.screen_shown, LogPage)
        assert program.diary.diary_session.store.entry_count == 7
        kept = next(damaged.glob("diary-before-restore-*"))
        assert (kept / STORE).read_bytes() == spoilt

    def test_one_with_a_passcode_asks_for_it_first(
        self, open_program: OpenProgram, data_dir: Path, qtbot: QtBot
    ) -> None:
        put_demo_diary(data_dir, PASSCODE)
        self.keep(data_dir, PASSCODE)
        flip(data_dir / STORE, 3 * 4096 + 7)
        program = open_program()
        go(program, "log")
        type_in(program, "passcode", "not this one at all")
        press(program, "open-diary")
        assert "That passcode does not open this diary." in words_on_screen(program)
        type_in(program, "passcode", PASSCODE)
        press(program, "open-diary")
        done(program, qtbot)
        assert isinstance(program.window.screen_shown, DiaryBlockedPage)
        assert "6 entries, opened and counted." in words_on_screen(program)
        press(program, "restore-newest")
        done(program, qtbot)
        press(program, "keeping-do")
        done(program, qtbot)
        assert isinstance(program.window.screen_shown, DiaryUnlockPage)
        unlock(program, PASSCODE)
        assert program.diary.diary_session.store.entry_count == 6

    def test_one_whose_file_is_gone_comes_back_from_its_backup(
        self, open_program: OpenProgram, damaged: Path, qtbot: QtBot
    ) -> None:
        self.keep(damaged)
        (damaged / STORE).unlink()
        program = open_program()
        go(program, "log")
        done(program, qtbot)
        press(program, "restore-newest")
        done(program, qtbot)
        press(program, "keeping-do")
        done(program, qtbot)
        assert program.diary.diary_session.store.entry_count == 7

    def test_beside_the_key_of_another_its_own_backup_is_found(
        self, open_program: OpenProgram, damaged: Path, qtbot: QtBot, tmp_path: Path
    ) -> None:
        self.keep(damaged)
        put_demo_diary(tmp_path / "other")
        (damaged / KEY).write_bytes((tmp_path / "other" / KEY).read_bytes())
        program = open_program()
        go(program, "log")
        done(program, qtbot)
        assert "7 entries, opened and counted." in words_on_screen(program)
        assert "use-sheet" in shown_names(program)
        press(program, "restore-newest")
        done(program, qtbot)
        assert "The backup is of another diary" not in words_on_screen(program)
        press(program, "keeping-do")
        done(program, qtbot)
        assert isinstance(program.window.screen_shown, LogPage)
        assert program.diary.diary_session.store.entry_count == 7

    def test_one_that_is_gone_with_a_passcode_and_no_backup_says_so(
        self, open_program: OpenProgram, data_dir: Path, qtbot: QtBot
    ) -> None:
        put_demo_diary(data_dir, PASSCODE)
        (data_dir / STORE).unlink()
        program = open_program()
        go(program, "log")
        done(program, qtbot)
        assert "No good backup was found." in words_on_screen(program)

    @pytest.mark.parametrize("lost", [STORE, KEY])
    def test_a_backup_that_needs_the_passcode_is_not_said_to_be_none(
        self, open_program: OpenProgram, data_dir: Path, qtbot: QtBot, lost: str
    ) -> None:
        put_demo_diary(data_dir, PASSCODE)
        self.keep(data_dir, PASSCODE)
        (data_dir / lost).unlink()
        program = open_program()
        go(program, "log")
        done(program, qtbot)
        assert isinstance(program.window.screen_shown, DiaryBlockedPage)
        press(program, "restore-newest")
        press(program, "keeping-leave")
        assert "No good backup was found." not in words_on_screen(program)
        assert "This backup has a passcode of its own" in words_on_screen(program)
        press(program, "restore-newest")
        type_in(program, "backup-passcode", PASSCODE)
        press(program, "keeping-open-backup")
        done(program, qtbot)
        press(program, "keeping-do")
        done(program, qtbot)
        assert isinstance(program.window.screen_shown, DiaryUnlockPage)
        unlock(program, PASSCODE)
        assert program.diary.diary_session.store.entry_count == 6

    def test_one_from_a_newer_version_is_left_alone(self, open_program: OpenProgram, damaged: Path) -> None:
        file = json.loads((damaged / KEY).read_bytes())
        (damaged / KEY).write_text(json.dumps(file | {"version": 99}))
        program = open_program()
        go(program, "log")
        assert isinstance(program.window.screen_shown, DiaryBlockedPage)
        assert not {"rescue", "restore-newest"} & shown_names(program)


def test_what_is_offered_goes_when_the_diary_is_locked(come: Callable[..., Program], qtbot: QtBot) -> None:
    program = come(PASSCODE)
    program.diary.keeping.offer_file(str(DEMO))
    done(program, qtbot)
    assert program.diary.keeping.offer is not None
    program.diary.diary_session.lock()
    assert program.diary.keeping.offer is None
    program.diary.keeping.save_as("/tmp/never.csv")
    assert program.diary.keeping.done is not None
    assert program.diary.keeping.done.lines == ("Your diary is locked now. Open it, and try again.",)


def test_a_kiosk_has_none_of_it(open_program: OpenProgram) -> None:
    program = open_program(KIOSK)
    go(program, "look")
    assert "to-keeping" not in shown_names(program)
    assert "keeping" not in program.diary.makers()


def test_where_backups_are_is_said(come: Callable[..., Program], data_dir: Path) -> None:
    assert str(paths.backups_dir(data_dir)) in words_on_screen(come())


def test_a_full_disk_is_said(come: Callable[..., Program], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_parts: object) -> None:
        raise CannotWrite(Path("/backups"), "the disk is full")

    monkeypatch.setattr("tpe_guide.diary.backup.keep", full)
    program = come()
    press(program, "keep-now")
    done(program, qtbot)
    assert "could not be written: the disk is full." in sentence(program)

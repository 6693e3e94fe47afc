"""Beginning a diary, opening it again, and what is said when that cannot be."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from tests.diary.stories import entry
from tests.ui.diaries import PASSCODE, log, put_demo_diary, sentence, type_in, words_on_screen
from tests.ui.programs import OpenProgram, derived, find, go, press
from tpe_guide.app import Program
from tpe_guide.diary.folder import KEY, STORE
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import DiaryDamaged
from tpe_guide.navigation import HOME
from tpe_guide.ui.diary.diary_blocked import DiaryBlockedPage
from tpe_guide.ui.diary.diary_start import DiaryStartPage
from tpe_guide.ui.diary.diary_unlock import DiaryUnlockPage
from tpe_guide.ui.diary.log.page import LogPage
from tpe_guide.ui.guide.contents import ContentsPage


def start_button(program: Program) -> QAbstractButton:
    return find(program, "start-diary")


def fill_in(program: Program, passcode: str = PASSCODE, again: str = PASSCODE) -> None:
    go(program, "log")
    type_in(program, "passcode", passcode)
    type_in(program, "passcode-again", again)


class TestBeginning:
    def test_a_good_passcode_typed_twice_and_a_tick_begin_a_locked_diary(
        self, open_program: OpenProgram, data_dir: Path
    ) -> None:
        program = open_program()
        fill_in(program)
        press(program, "wrote-down")
        press(program, "start-diary")
        press(program, "sheet-later")

        assert isinstance(program.window.screen_shown, LogPage)
        assert DiaryStore.needs_passcode(data_dir)
        assert not (data_dir / STORE).read_bytes().startswith(b"SQLite format 3")
        assert PASSCODE.encode() not in (data_dir / KEY).read_bytes()

    def test_until_then_the_button_waits_and_says_what_for(self, open_program: OpenProgram) -> None:
        program = open_program()
        go(program, "log")
        assert isinstance(program.window.screen_shown, DiaryStartPage)
        assert not start_button(program).isEnabled()
        assert start_button(program).accessibleDescription() == "To start: choose a passcode."

        type_in(program, "passcode", PASSCODE)
        assert start_button(program).accessibleDescription() == "To start: type the same passcode again."

        type_in(program, "passcode-again", PASSCODE)
        assert not start_button(program).isEnabled()
        assert start_button(program).accessibleDescription() in words_on_screen(program)

        press(program, "wrote-down")
        assert start_button(program).isEnabled()

    def test_its_strength_is_said_in_a_word(self, open_program: OpenProgram) -> None:
        program = open_program()
        go(program, "log")
        type_in(program, "passcode", "boats")
        assert "Too short" in words_on_screen(program)
        type_in(program, "passcode", PASSCODE)
        assert "Strong" in words_on_screen(program)

    def test_two_that_differ_are_named_as_soon_as_they_do(self, open_program: OpenProgram) -> None:
        program = open_program()
        fill_in(program, again="green kettle free")
        assert "This is not the same as above." in words_on_screen(program)
        assert not start_button(program).isEnabled()

    def test_enter_goes_on_to_what_is_missing_and_starts_when_nothing_is(self, open_program: OpenProgram) -> None:
        program = open_program()
        go(program, "log")
        type_in(program, "passcode", PASSCODE)
        QTest.keyClick(find(program, "passcode", QLineEdit), Qt.Key.Key_Return)
        assert find(program, "passcode-again", QLineEdit).hasFocus()

        type_in(program, "passcode-again", PASSCODE)
        QTest.keyClick(find(program, "passcode-again", QLineEdit), Qt.Key.Key_Return)
        assert find(program, "wrote-down").hasFocus()

        QTest.keyClick(find(program, "wrote-down"), Qt.Key.Key_Space)
        QTest.keyClick(find(program, "passcode-again", QLineEdit), Qt.Key.Key_Return)
        derived(program)
        assert program.diary.diary_session.guarded

    def test_it_is_hidden_until_the_person_asks_to_see_it(self, open_program: OpenProgram) -> None:
        program = open_program()
        go(program, "log")
        line = find(program, "passcode", QLineEdit)
        assert line.echoMode() == QLineEdit.EchoMode.Password
        press(program, "show-passcode")
        assert line.echoMode() == QLineEdit.EchoMode.Normal
        press(program, "hide-passcode")
        assert line.echoMode() == QLineEdit.EchoMode.Password

    def test_without_a_passcode_the_file_is_still_encrypted(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program()
        go(program, "log")
        press(program, "start-without")
        assert isinstance(program.window.screen_shown, LogPage)
        assert not DiaryStore.needs_passcode(data_dir)
        assert not (data_dir / STORE).read_bytes().startswith(b"SQLite format 3")
        assert "Locked" not in words_on_screen(program)

    def test_a_change_of_look_or_a_look_at_urgent_help_loses_nothing(self, open_program: OpenProgram) -> None:
        program = open_program()
        fill_in(program)
        press(program, "wrote-down")
        program.session.next_theme()
        assert start_button(program).isEnabled()
        press(program, "urgent")
        go(program, "log")
        assert find(program, "passcode", QLineEdit).text() == PASSCODE

    def test_who_leaves_leaves_no_passcode_behind(self, open_program: OpenProgram) -> None:
        program = open_program()
        fill_in(program)
        press(program, "not-now")
        assert program.session.locator == HOME
        go(program, "log")
        assert find(program, "passcode", QLineEdit).text() == ""

    def test_a_folder_that_cannot_be_made_is_said_and_what_was_typed_stays(
        self, open_program: OpenProgram, data_dir: Path
    ) -> None:
        data_dir.write_text("a file where the folder should be")
        program = open_program()
        fill_in(program)
        press(program, "wrote-down")
        press(program, "start-diary")
        assert str(data_dir) in sentence(program)
        assert isinstance(program.window.screen_shown, DiaryStartPage)
        assert find(program, "passcode-again", QLineEdit).text() == PASSCODE
        assert data_dir.read_text() == "a file where the folder should be"


class TestOpening:
    def test_the_right_passcode_opens_it(self, open_program: OpenProgram, data_dir: Path) -> None:
        put_demo_diary(data_dir, PASSCODE)
        program = open_program()
        go(program, "log")
        assert isinstance(program.window.screen_shown, DiaryUnlockPage)
        type_in(program, "passcode", PASSCODE)
        press(program, "open-diary")
        assert isinstance(program.window.screen_shown, LogPage)

    def test_a_wrong_one_is_one_sentence_and_stays_to_be_mended(
        self, open_program: OpenProgram, data_dir: Path
    ) -> None:
        put_demo_diary(data_dir, PASSCODE)
        program = open_program()
        go(program, "log")
        type_in(program, "passcode", "green kettle three goats")
        QTest.keyClick(find(program, "passcode", QLineEdit), Qt.Key.Key_Return)
        derived(program)
        assert isinstance(program.window.screen_shown, DiaryUnlockPage)
        assert "That passcode does not open this diary." in words_on_screen(program)
        assert find(program, "passcode", QLineEdit).text() == "green kettle three goats"

    def test_without_a_passcode_it_opens_by_itself(self, open_program: OpenProgram, data_dir: Path) -> None:
        put_demo_diary(data_dir)
        program = open_program()
        go(program, "log")
        assert isinstance(program.window.screen_shown, LogPage)

    def test_closing_the_window_closes_the_diary(self, open_program: OpenProgram, data_dir: Path) -> None:
        put_demo_diary(data_dir)
        program = open_program()
        go(program, "log")
        program.window.close()
        with DiaryStore.open(data_dir, None) as store:
            assert store.entries()


class TestOutOfReach:
    def test_a_second_copy_says_so_and_the_guide_can_be_read(self, open_program: OpenProgram, data_dir: Path) -> None:
        put_demo_diary(data_dir)
        with DiaryStore.open(data_dir, None):
            program = open_program()
            go(program, "log")
            assert isinstance(program.window.screen_shown, DiaryBlockedPage)
            assert "is open in another window of this program" in words_on_screen(program)
            press(program, "read-guide")
            assert isinstance(program.window.screen_shown, ContentsPage)
            go(program, "log")
            press(program, "try-again")
            assert isinstance(program.window.screen_shown, DiaryBlockedPage)

        press(program, "try-again")
        assert isinstance(program.window.screen_shown, LogPage)

    def test_a_damaged_diary_is_named_and_left_as_it_is(self, open_program: OpenProgram, data_dir: Path) -> None:
        put_demo_diary(data_dir)
        (data_dir / STORE).write_bytes(b"SQLite format 3\0 and the rest of a plain database")
        before = (data_dir / STORE).read_bytes()
        program = open_program()
        go(program, "log")
        assert isinstance(program.window.screen_shown, DiaryBlockedPage)
        assert "cannot be opened" in find(program, "reason", QWidget).text()  # type: ignore[attr-defined]
        assert (data_dir / STORE).read_bytes() == before

    def test_an_open_diary_that_cannot_be_read_is_said_too(
        self, open_program: OpenProgram, data_dir: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def damaged(self: DiaryStore) -> None:
            raise DiaryDamaged(self.path, "some of it does not make sense")

        put_demo_diary(data_dir)
        monkeypatch.setattr(DiaryStore, "sessions", damaged)
        program = open_program()
        go(program, "log")
        assert isinstance(program.window.screen_shown, DiaryBlockedPage)
        assert "some of it does not make sense" in words_on_screen(program)


class TestAway:
    """The key is there, and the diary is not."""

    @pytest.fixture
    def away(self, data_dir: Path, tmp_path: Path) -> Path:
        put_demo_diary(data_dir)
        return (data_dir / STORE).rename(tmp_path / "away.db")

    def test_it_is_not_called_empty(self, open_program: OpenProgram, away: Path, data_dir: Path) -> None:
        program = open_program()
        go(program, "log")
        assert isinstance(program.window.screen_shown, DiaryBlockedPage)
        said = words_on_screen(program)
        assert f"Your diary is not at {data_dir / STORE}. Its key is still there, and is kept." in said
        assert "empty" not in said
        go(program, "nurse")
        assert "There is no diary on this computer" not in words_on_screen(program)

    def test_put_back_it_opens(self, open_program: OpenProgram, away: Path, data_dir: Path) -> None:
        program = open_program()
        go(program, "log")
        away.replace(data_dir / STORE)
        press(program, "try-again")
        assert isinstance(program.window.screen_shown, LogPage)

    def test_a_new_one_can_be_begun_and_the_key_of_the_old_is_kept(
        self, open_program: OpenProgram, away: Path, data_dir: Path
    ) -> None:
        key = (data_dir / KEY).read_bytes()
        program = open_program()
        go(program, "log")
        press(program, "start-anew")
        assert isinstance(program.window.screen_shown, DiaryStartPage)
        assert "Your diary is empty" not in words_on_screen(program)
        press(program, "start-without")
        assert isinstance(program.window.screen_shown, LogPage)
        assert [kept.read_bytes() for kept in data_dir.glob("diary-*.key")] == [key]

    def test_who_thinks_again_is_back_where_it_was(self, open_program: OpenProgram, away: Path) -> None:
        program = open_program()
        go(program, "log")
        press(program, "start-anew")
        press(program, "not-now")
        go(program, "log")
        assert isinstance(program.window.screen_shown, DiaryBlockedPage)


class TestPartsThatDoNotBelongTogether:
    def test_what_was_found_is_told_when_the_diary_opens(self, open_program: OpenProgram, data_dir: Path) -> None:
        put_demo_diary(data_dir)
        log_of_an_hour_ago = data_dir.parent / "an-hour-ago"
        with DiaryStore.open(data_dir, None) as store:
            store.save_entry(entry(1))
            shutil.copy(data_dir / f"{STORE}-wal", log_of_an_hour_ago)
        with DiaryStore.open(data_dir, None) as store:
            store.save_entry(entry(2))
        log_of_an_hour_ago.replace(data_dir / f"{STORE}-wal")
        program = open_program()
        go(program, "log")
        assert isinstance(program.window.screen_shown, LogPage)
        assert "a log that does not belong to it" in sentence(program)
        assert "Your diary has 8 entries." in sentence(program)

    def test_entries_that_are_missing_are_told_in_numbers(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path
    ) -> None:
        put_demo_diary(data_dir)
        old = (data_dir / STORE).read_bytes()
        with DiaryStore.open(data_dir, None) as store:
            for number in range(2):
                store.save_entry(entry(number))
        (data_dir / STORE).write_bytes(old)
        program = open_program()
        go(program, "log")
        assert sentence(program).startswith(
            "2 entries of 2 days, Monday 4 May 2026 to Tuesday 5 May 2026, are missing from your diary. "
            "It has 6 entries now."
        )


class TestRest:
    def test_after_a_save_the_log_goes_into_the_store_when_nobody_waits(
        self, open_program: OpenProgram, data_dir: Path
    ) -> None:
        put_demo_diary(data_dir)
        program = open_program()
        go(program, "log")
        log(program, "effect-nothing", "save")
        wal = data_dir / f"{STORE}-wal"
        assert wal.stat().st_size > 0
        quiet = program.diary.diary_session.findChild(QTimer)
        assert quiet is not None
        assert quiet.isActive()
        quiet.timeout.emit()
        assert wal.stat().st_size == 0

    def test_it_is_made_ready_before_the_first_save(self, open_program: OpenProgram, data_dir: Path) -> None:
        put_demo_diary(data_dir)
        program = open_program()
        go(program, "log")
        quiet = program.diary.diary_session.findChild(QTimer)
        assert quiet is not None
        assert quiet.isActive()

    def test_to_look_writes_nothing(self, open_program: OpenProgram, data_dir: Path) -> None:
        put_demo_diary(data_dir)
        before = (data_dir / STORE).read_bytes()
        program = open_program()
        go(program, "nurse")
        program.window.close()
        assert (data_dir / STORE).read_bytes() == before

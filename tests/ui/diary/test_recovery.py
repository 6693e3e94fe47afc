"""The recovery sheet in the window: made, tried, and used when the passcode or the key file is lost."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.diary.stories import entry
from tests.summary.pdf import squeezed, text_of
from tests.ui.diaries import PASSCODE, put_demo_diary, sentence, type_in, words_on_screen
from tests.ui.printing.paper_cups import PaperCups
from tests.ui.programs import OpenProgram, find, go, press, saved, shown_names, unlock
from tests.ui.readers import listen
from tpe_guide.app import Program
from tpe_guide.diary import backup, keys, recovery
from tpe_guide.diary.folder import KEY, STORE
from tpe_guide.diary.recovery import Sheet
from tpe_guide.diary.store import DiaryStore
from tpe_guide.diary.tries import Tries
from tpe_guide.errors import CannotWrite
from tpe_guide.ui.diary.diary_blocked import DiaryBlockedPage
from tpe_guide.ui.diary.diary_unlock import DiaryUnlockPage
from tpe_guide.ui.diary.keeping.page import KeepingPage
from tpe_guide.ui.diary.log.page import LogPage
from tpe_guide.ui.diary.recovery.offer_page import SheetOfferPage
from tpe_guide.ui.diary.recovery.open_page import OpenBySheetPage

NEW = "seven small grey stones"


@pytest.fixture
def keeping(open_program: OpenProgram, data_dir: Path) -> Program:
    """At *Keep my diary safe*, with a diary that a passcode opens."""
    put_demo_diary(data_dir, PASSCODE)
    program = open_program()
    unlock(program, PASSCODE)
    go(program, "keeping")
    done(program)
    return program


@pytest.fixture
def locked(open_program: OpenProgram, data_dir: Path) -> Program:
    put_demo_diary(data_dir, PASSCODE)
    program = open_program()
    go(program, "log")
    return program


def done(program: Program) -> None:
    """Whatever waits for a disk, beside the window, is done and shown."""
    program.diary.keeping.finish()
    program.diary.keeping._looking.wait(20)
    for _time in range(3):
        QCoreApplication.processEvents()


def words_of(data_dir: Path) -> list[str]:
    return list(recovery.words_of(keys.unlock(data_dir / KEY, PASSCODE)))


def words_here(program: Program) -> tuple[str, ...]:
    return recovery.words_of(program.diary.diary_session.store.unlocked.key)


def known(program: Program) -> Sheet:
    return program.diary.diary_session.store.glance().sheet()


def today(program: Program) -> object:
    return program.diary.recovery._now().date()


def put(program: Program, text: str) -> None:
    """Paste *text* into the field for all words."""
    find(program, "sheet-words", QPlainTextEdit).setPlainText(text)
    QCoreApplication.processEvents()


def save_to(program: Program, path: Path) -> None:
    press(program, "sheet-save")
    dialog = program.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()
    saved(program)


def answer(program: Program, words: tuple[str, ...], change: Callable[[str], str] = str) -> None:
    for number in program.diary.recovery.asked:
        type_in(program, f"sheet-word-{number}", change(words[number - 1]))


class TestMakingIt:
    def test_it_is_offered_where_the_diary_is_kept_and_what_is_true_is_said(self, keeping: Program) -> None:
        assert "This diary knows of no recovery sheet yet." in words_on_screen(keeping)
        assert "Without one that works, a lost passcode means a lost diary." in words_on_screen(keeping)
        press(keeping, "sheet")
        shown = words_on_screen(keeping)
        assert "Whoever has the sheet and the diary can open it, whatever passcode you choose later." in shown
        assert "Until you have a sheet that works, a lost passcode means a lost diary." in shown

    def test_saved_as_a_pdf_it_is_for_its_owner_alone_and_what_it_is_is_said(
        self, keeping: Program, tmp_path: Path
    ) -> None:
        press(keeping, "sheet")
        save_to(keeping, tmp_path / "sheet.pdf")
        data = (tmp_path / "sheet.pdf").read_bytes()
        assert all(squeezed(word) in text_of(data) for word in words_here(keeping))
        if os.name != "nt":
            assert stat.S_IMODE((tmp_path / "sheet.pdf").stat().st_mode) == 0o600
        assert "This file opens your diary." in sentence(keeping)
        assert known(keeping) == Sheet(made=today(keeping))  # type: ignore[arg-type]
        assert "Now try it" in words_on_screen(keeping)
        press(keeping, "sheet-later")
        assert "not tried yet" in words_on_screen(keeping)

    def test_not_over_a_part_of_the_diary(self, keeping: Program, data_dir: Path) -> None:
        press(keeping, "sheet")
        before = (data_dir / KEY).read_bytes()
        save_to(keeping, data_dir / KEY)
        assert (data_dir / KEY).read_bytes() == before
        assert known(keeping) == Sheet()

    def test_a_diary_that_was_locked_while_the_dialog_stood_gives_none(self, keeping: Program, tmp_path: Path) -> None:
        press(keeping, "sheet")
        press(keeping, "sheet-save")
        dialog = keeping.window.findChild(QFileDialog)
        assert dialog is not None
        keeping.diary.diary_session.lock()
        dialog.fileSelected.emit(str(tmp_path / "sheet.pdf"))
        dialog.close()
        assert not (tmp_path / "sheet.pdf").exists()
        assert "locked now" in sentence(keeping)


class TestPrinting:
    @pytest.fixture
    def paper(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PaperCups:
        return PaperCups(tmp_path / "cups", monkeypatch)

    @pytest.fixture
    def temp(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        folder = tmp_path / "temp"
        folder.mkdir()
        monkeypatch.setenv("TMPDIR", str(folder))
        monkeypatch.setattr(tempfile, "tempdir", str(folder))
        return folder

    def files(self, tmp_path: Path, data_dir: Path) -> Iterator[Path]:
        """All that this program may have written; the stand-in for a printer keeps its pages, as printers do."""
        for folder in (tmp_path, data_dir.parent):
            yield from (path for path in folder.rglob("*") if path.is_file() and "cups" not in path.parts)

    def test_nothing_of_the_key_is_in_any_file_after_it_was_printed_or_not(
        self, keeping: Program, paper: PaperCups, temp: Path, tmp_path: Path, data_dir: Path, qtbot: QtBot
    ) -> None:
        words, digits = words_here(keeping), keeping.diary.diary_session.store.unlocked.key.hex()
        printer = keeping.diary.recovery.paper.printer
        for ends in ("printed", "cancelled", "refused"):
            keeping.diary.keeping.offer_sheet()
            if ends == "refused":
                paper.refuses_jobs()
            with qtbot.waitSignal(printer.finished, timeout=20_000):
                press(keeping, "sheet-print")
                qtbot.waitUntil(lambda: printer._choice is not None, timeout=20_000)
                choice = printer._choice
                assert choice is not None
                if ends == "cancelled":
                    choice.reject()
                else:
                    choice.picked.emit("WARD-3", 0)
                    choice.accept()
            for path in self.files(tmp_path, data_dir):
                data = path.read_bytes()
                assert " ".join(words[:3]).encode() not in data.lower(), path
                assert digits.encode() not in data.lower(), path
                assert bytes.fromhex(digits) not in data, path
                if path.suffix == ".pdf":
                    assert squeezed(words[0]) not in text_of(data)
        assert squeezed(words[0]) in text_of((tmp_path / "cups" / "pages.pdf").read_bytes())

    def test_once_a_printer_has_it_the_try_begins(self, keeping: Program, paper: PaperCups, qtbot: QtBot) -> None:
        press(keeping, "sheet")
        printer = keeping.diary.recovery.paper.printer
        with qtbot.waitSignal(printer.finished, timeout=20_000):
            press(keeping, "sheet-print")
            qtbot.waitUntil(lambda: printer._choice is not None, timeout=20_000)
            assert printer._choice is not None
            printer._choice.picked.emit("WARD-3", 0)
        assert known(keeping) == Sheet(made=today(keeping))  # type: ignore[arg-type]
        assert "Now try it" in words_on_screen(keeping)


class TestTryingIt:
    @pytest.fixture
    def tried(self, keeping: Program) -> Program:
        press(keeping, "sheet")
        press(keeping, "sheet-try")
        return keeping

    def test_three_words_from_the_paper_prove_it(self, tried: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        first, second, third = tried.diary.recovery.asked
        assert f"Type word {first}, word {second} and word {third}." in words_on_screen(tried)
        heard = listen(monkeypatch)
        answer(tried, words_here(tried), lambda word: f" {word[:4].upper()}")
        press(tried, "sheet-check")
        assert "Your recovery sheet works." in words_on_screen(tried)
        assert any("Your recovery sheet works." in words for words in heard)
        assert known(tried) == Sheet(tried=today(tried))  # type: ignore[arg-type]
        press(tried, "sheet-close")
        shown = words_on_screen(tried)
        assert "Recovery sheet: tried on " in shown
        assert "lost passcode" not in shown

    def test_they_are_others_each_time(self, keeping: Program) -> None:
        seen = set()
        for _time in range(8):
            keeping.diary.recovery.begin()
            asked = keeping.diary.recovery.asked
            assert list(asked) == sorted(set(asked))
            assert set(asked) <= set(range(1, 25))
            seen.add(asked)
        assert len(seen) > 1

    def test_a_wrong_word_is_said_at_its_field_and_nothing_is_lost(self, tried: Program) -> None:
        first, second, third = tried.diary.recovery.asked
        words = words_here(tried)
        other = next(word for word in ("table", "zebra") if word != words[second - 1])
        type_in(tried, f"sheet-word-{first}", words[first - 1])
        type_in(tried, f"sheet-word-{second}", other)
        type_in(tried, f"sheet-word-{third}", "tabel")
        press(tried, "sheet-check")
        shown = words_on_screen(tried)
        assert f"That is not word {second}. Look for the {second} on the paper." in shown
        assert "This word is not on the list: tabel. Did you mean table?" in shown
        assert find(tried, f"sheet-word-{first}", QLineEdit).text() == words[first - 1]
        assert find(tried, f"sheet-word-{second}", QLineEdit).hasFocus()
        assert known(tried) == Sheet()
        answer(tried, words)
        press(tried, "sheet-check")
        assert known(tried).tried

    def test_an_empty_line_is_asked_for(self, tried: Program) -> None:
        press(tried, "sheet-check")
        assert f"Type word {tried.diary.recovery.asked[0]} of the sheet." in words_on_screen(tried)

    def test_all_of_them_in_one_field_as_a_scanner_types(self, tried: Program) -> None:
        press(tried, "sheet-all")
        box = find(tried, "sheet-words", QPlainTextEdit)
        assert box.hasFocus()
        QTest.keyClicks(box, " ".join(words_here(tried)).upper())
        assert "24 of 24 words understood" in words_on_screen(tried)
        QTest.keyClick(box, Qt.Key.Key_Return)
        QCoreApplication.processEvents()
        assert "Your recovery sheet works." in words_on_screen(tried)

    def test_the_sheet_of_another_diary_is_not_this_one(self, tried: Program) -> None:
        other = keys.new_key()
        press(tried, "sheet-all")
        put(tried, " ".join(recovery.words_of(other)))
        press(tried, "sheet-check")
        assert f"They make the sheet {recovery.mark_of(other)}." in words_on_screen(tried)
        assert known(tried) == Sheet()

    def test_what_is_typed_outlives_a_change_of_look_and_goes_with_the_card(self, tried: Program) -> None:
        asked = tried.diary.recovery.asked
        type_in(tried, f"sheet-word-{asked[0]}", "half")
        tried.session.next_theme()
        assert tried.diary.recovery.asked == asked
        assert find(tried, f"sheet-word-{asked[0]}", QLineEdit).text() == "half"
        press(tried, "sheet-later")
        assert not tried.diary.diary_session.typed.lines
        press(tried, "sheet")
        press(tried, "sheet-try")
        press(tried, "sheet-all")
        put(tried, "some words")
        go(tried, "home")
        assert tried.diary.diary_session.typed.sheet_words == ""

    def test_a_disk_that_keeps_no_date_is_told_and_the_proof_stands(
        self, tried: Program, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object) -> None:
            raise CannotWrite(Path("diary.db"), "the disk is full")

        monkeypatch.setattr(DiaryStore, "keep_sheet", refuse)
        answer(tried, words_here(tried))
        press(tried, "sheet-check")
        assert "the disk is full" in sentence(tried)
        assert "Your recovery sheet works." in words_on_screen(tried)


class TestItIsOffered:
    def begin(self, program: Program) -> None:
        go(program, "log")
        type_in(program, "passcode", PASSCODE)
        type_in(program, "passcode-again", PASSCODE)
        press(program, "wrote-down")
        press(program, "start-diary")

    def test_when_a_diary_is_begun_with_a_passcode_and_later_is_an_answer(self, open_program: OpenProgram) -> None:
        program = open_program()
        self.begin(program)
        assert isinstance(program.window.screen_shown, SheetOfferPage)
        assert "Your diary has begun, and has a passcode" in words_on_screen(program)
        assert "a lost passcode means a lost diary" in words_on_screen(program)
        press(program, "sheet-later")
        assert isinstance(program.window.screen_shown, LogPage)
        go(program, "keeping")
        assert "This diary knows of no recovery sheet yet." in words_on_screen(program)

    def test_what_is_ticked_is_true_with_a_sheet_and_without(self, open_program: OpenProgram) -> None:
        program = open_program()
        go(program, "log")
        ticked = "I wrote it down. If I lose it, and have no recovery sheet, no one can open my diary."
        assert find(program, "wrote-down").text() == ticked

    def test_it_is_made_and_tried_there(self, open_program: OpenProgram, tmp_path: Path) -> None:
        program = open_program()
        self.begin(program)
        save_to(program, tmp_path / "sheet.pdf")
        answer(program, words_here(program))
        press(program, "sheet-check")
        assert "Your recovery sheet works." in words_on_screen(program)
        press(program, "sheet-close")
        assert isinstance(program.window.screen_shown, LogPage)

    def test_urgent_help_and_back(self, open_program: OpenProgram) -> None:
        program = open_program()
        self.begin(program)
        press(program, "urgent")
        go(program, "log")
        assert isinstance(program.window.screen_shown, SheetOfferPage)

    def test_not_where_there_is_no_passcode(self, open_program: OpenProgram) -> None:
        program = open_program()
        go(program, "log")
        press(program, "start-without")
        assert isinstance(program.window.screen_shown, LogPage)

    def test_when_a_passcode_is_set(self, open_program: OpenProgram, data_dir: Path) -> None:
        put_demo_diary(data_dir)
        program = open_program()
        go(program, "keeping")
        press(program, "passcode-set")
        type_in(program, "new-passcode", NEW)
        type_in(program, "new-passcode-again", NEW)
        press(program, "wrote-down")
        press(program, "passcode-go")
        shown = words_on_screen(program)
        assert "Your diary has a passcode now" in shown
        assert "24 words on paper." in shown
        press(program, "sheet-later")
        assert isinstance(program.window.screen_shown, KeepingPage)

    def test_not_again_where_one_works(self, keeping: Program) -> None:
        press(keeping, "sheet")
        press(keeping, "sheet-try")
        answer(keeping, words_here(keeping))
        press(keeping, "sheet-check")
        press(keeping, "sheet-close")
        press(keeping, "passcode-change")
        for name, words in (("old-passcode", PASSCODE), ("new-passcode", NEW), ("new-passcode-again", NEW)):
            type_in(keeping, name, words)
        press(keeping, "wrote-down")
        press(keeping, "passcode-go")
        assert "Your passcode is changed" in words_on_screen(keeping)
        assert "sheet-print" not in shown_names(keeping)
        assert "tried on" in words_on_screen(keeping), "the sheet is the same"


class TestABackup:
    """Of a diary that is elsewhere or gone, with a passcode that nobody knows."""

    @pytest.fixture
    def asked(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> tuple[Program, list[str]]:
        put_demo_diary(tmp_path / "other", PASSCODE)
        words = words_of(tmp_path / "other")
        with DiaryStore.open(tmp_path / "other", PASSCODE) as store:
            store.save_entry(entry(5))
            made = backup.write(tmp_path / "other.tpebackup", backup.take(store))
        put_demo_diary(data_dir)
        program = open_program()
        go(program, "keeping")
        done(program)
        program.diary.keeping.offer_backup(str(made.path))
        done(program)
        return program, words

    def test_the_words_of_its_sheet_do_in_place_of_the_passcode(
        self, asked: tuple[Program, list[str]], data_dir: Path
    ) -> None:
        program, words = asked
        assert "The 24 words of its recovery sheet will do." in words_on_screen(program)
        line = find(program, "backup-passcode", QLineEdit)
        line.setText(" ".join(f"{number}. {word}" for number, word in enumerate(words, start=1)))
        press(program, "keeping-open-backup")
        done(program)
        press(program, "keeping-do")
        assert "Open it with its passcode, or its recovery sheet." in sentence(program)
        assert isinstance(program.window.screen_shown, DiaryUnlockPage)
        press(program, "use-sheet")
        put(program, " ".join(words))
        press(program, "sheet-go-on")
        press(program, "sheet-open-without")
        assert program.diary.diary_session.store.entry_count == 7

    def test_words_of_another_sheet_do_not(self, asked: tuple[Program, list[str]], data_dir: Path) -> None:
        program, _words = asked
        before = (data_dir / STORE).read_bytes()
        find(program, "backup-passcode", QLineEdit).setText(" ".join(recovery.words_of(keys.new_key())))
        press(program, "keeping-open-backup")
        done(program)
        assert "That is not the passcode of this backup" in words_on_screen(program)
        assert (data_dir / STORE).read_bytes() == before


class TestUsingIt:
    def test_a_lost_passcode(self, locked: Program, data_dir: Path) -> None:
        for _time in range(5):
            Tries(data_dir).failed()
        words = words_of(data_dir)
        press(locked, "use-sheet")
        assert isinstance(locked.window.screen_shown, OpenBySheetPage)
        put(locked, " ".join(words[:17]))
        assert "17 of 24 words understood" in words_on_screen(locked)
        press(locked, "sheet-go-on")
        assert "7 words are missing: there are 17 of 24." in words_on_screen(locked)
        put(locked, " ".join(words))
        press(locked, "sheet-go-on")
        assert "Your sheet opens this diary" in words_on_screen(locked)
        assert find(locked, "new-passcode", QLineEdit).hasFocus()
        type_in(locked, "new-passcode", NEW)
        type_in(locked, "new-passcode-again", NEW)
        press(locked, "sheet-open")
        assert isinstance(locked.window.screen_shown, LogPage)
        assert "Your diary is open again. From now on your new passcode opens it." in sentence(locked)
        assert keys.unlock(data_dir / KEY, NEW)
        typed = locked.diary.diary_session.typed
        assert (typed.sheet_words, typed.sheet_key, typed.lines) == ("", None, {})
        assert known(locked).tried == today(locked)
        assert Tries(data_dir).wait == 0
        assert locked.diary.diary_session.guarded

    def test_without_a_passcode_from_then_on(self, locked: Program, data_dir: Path) -> None:
        words = words_of(data_dir)
        press(locked, "use-sheet")
        put(locked, " ".join(words))
        press(locked, "sheet-go-on")
        press(locked, "sheet-open-without")
        assert isinstance(locked.window.screen_shown, LogPage)
        assert not DiaryStore.needs_passcode(data_dir)
        assert not locked.diary.diary_session.guarded

    @pytest.mark.parametrize(
        ("new", "again", "said"),
        [("short", "short", "Use at least"), (NEW, "seven small gray stones", "This is not the same as above.")],
    )
    def test_an_unfit_passcode_is_said_at_its_field(
        self, locked: Program, data_dir: Path, new: str, again: str, said: str
    ) -> None:
        press(locked, "use-sheet")
        put(locked, " ".join(words_of(data_dir)))
        press(locked, "sheet-go-on")
        type_in(locked, "new-passcode", new)
        type_in(locked, "new-passcode-again", again)
        press(locked, "sheet-open")
        assert said in words_on_screen(locked)
        assert keys.unlock(data_dir / KEY, PASSCODE)

    def test_the_sheet_of_another_diary(self, locked: Program, data_dir: Path) -> None:
        other, before = keys.new_key(), (data_dir / KEY).read_bytes()
        Tries(data_dir).failed()
        press(locked, "use-sheet")
        put(locked, " ".join(recovery.words_of(other)))
        press(locked, "sheet-go-on")
        shown = words_on_screen(locked)
        assert "These words do not open this diary." in shown
        assert recovery.mark_of(other) in shown
        assert find(locked, "sheet-words", QPlainTextEdit).toPlainText()
        assert (data_dir / KEY).read_bytes() == before
        assert Tries(data_dir)._count == 1

    def test_who_leaves_leaves_no_word_behind(self, locked: Program, data_dir: Path) -> None:
        words = " ".join(words_of(data_dir))
        for leave in ("sheet-back", "home"):
            press(locked, "use-sheet")
            put(locked, words)
            if leave == "home":
                go(locked, "home")
                go(locked, "log")
            else:
                press(locked, leave)
            assert isinstance(locked.window.screen_shown, DiaryUnlockPage)
            typed = locked.diary.diary_session.typed
            assert (typed.sheet_words, typed.sheet_key) == ("", None)

    def test_the_field_remembers_nothing(self, locked: Program, data_dir: Path) -> None:
        press(locked, "use-sheet")
        box = find(locked, "sheet-words", QPlainTextEdit)
        QTest.keyClicks(box, "half a word")
        assert not box.isUndoRedoEnabled()
        assert box.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
        assert b"half a word" not in b"".join(
            path.read_bytes() for path in data_dir.parent.rglob("*") if path.is_file()
        )

    def test_a_change_of_look_keeps_what_was_typed(self, locked: Program, data_dir: Path) -> None:
        press(locked, "use-sheet")
        put(locked, "abandon ability")
        locked.session.bigger()
        assert find(locked, "sheet-words", QPlainTextEdit).toPlainText() == "abandon ability"

    @pytest.mark.parametrize("spoilt", [None, b"x", "newer"])
    def test_a_key_file_that_is_missing_damaged_or_newer(
        self, open_program: OpenProgram, data_dir: Path, spoilt: object
    ) -> None:
        put_demo_diary(data_dir, PASSCODE)
        words = words_of(data_dir)
        if spoilt is None:
            (data_dir / KEY).unlink()
        elif spoilt == "newer":
            (data_dir / KEY).write_bytes((data_dir / KEY).read_bytes().replace(b'"version": 1', b'"version": 9'))
        else:
            (data_dir / KEY).write_bytes(b"x")
        program = open_program()
        go(program, "log")
        done(program)
        assert isinstance(program.window.screen_shown, DiaryBlockedPage)
        press(program, "use-sheet")
        put(program, " ".join(words))
        press(program, "sheet-go-on")
        type_in(program, "new-passcode", NEW)
        type_in(program, "new-passcode-again", NEW)
        press(program, "sheet-open")
        assert isinstance(program.window.screen_shown, LogPage)
        assert keys.unlock(data_dir / KEY, NEW)
        assert ("is kept as" in sentence(program)) == (spoilt is not None)

    @pytest.mark.parametrize("own", [None, PASSCODE])
    @pytest.mark.parametrize("theirs", [None, NEW])
    def test_a_key_file_of_another_diary(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path, own: str | None, theirs: str | None
    ) -> None:
        put_demo_diary(data_dir, own)
        words = recovery.words_of(keys.unlock(data_dir / KEY, own))
        put_demo_diary(tmp_path / "other", theirs)
        (data_dir / KEY).write_bytes((tmp_path / "other" / KEY).read_bytes())
        program = open_program()
        go(program, "log")
        if theirs:
            unlock(program, theirs)
        done(program)
        assert "its key file belongs to another diary" in words_on_screen(program)
        press(program, "use-sheet")
        put(program, " ".join(words))
        press(program, "sheet-go-on")
        press(program, "sheet-open-without")
        assert isinstance(program.window.screen_shown, LogPage)
        assert "is kept as" in sentence(program)

    def test_not_where_the_key_is_as_it_should_be(self, open_program: OpenProgram, data_dir: Path) -> None:
        put_demo_diary(data_dir)
        data = bytearray((data_dir / STORE).read_bytes())
        data[5000] ^= 1
        (data_dir / STORE).write_bytes(data)
        program = open_program()
        go(program, "log")
        done(program)
        assert isinstance(program.window.screen_shown, DiaryBlockedPage)
        assert "use-sheet" not in shown_names(program)

    def test_a_damaged_diary_whose_passcode_is_lost_goes_to_what_can_be_read(
        self, locked: Program, data_dir: Path
    ) -> None:
        words = words_of(data_dir)
        data = bytearray((data_dir / STORE).read_bytes())
        data[5000] ^= 1
        (data_dir / STORE).write_bytes(data)
        press(locked, "use-sheet")
        put(locked, " ".join(words))
        press(locked, "sheet-go-on")
        press(locked, "sheet-open-without")
        done(locked)
        assert isinstance(locked.window.screen_shown, DiaryBlockedPage)
        assert "rescue" in shown_names(locked)
        assert locked.diary.diary_session.barred is not None

    def test_a_full_disk_is_said_and_the_old_key_file_stays(
        self, locked: Program, data_dir: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = (data_dir / KEY).read_bytes()
        press(locked, "use-sheet")
        put(locked, " ".join(words_of(data_dir)))
        press(locked, "sheet-go-on")

        def full(path: Path, *_: object, **__: object) -> None:
            raise CannotWrite(path, "no space left on device")

        monkeypatch.setattr(keys, "write_whole", full)
        press(locked, "sheet-open-without")
        assert "no space left" in sentence(locked)
        assert (data_dir / KEY).read_bytes() == before
        assert isinstance(locked.window.screen_shown, OpenBySheetPage)
        monkeypatch.undo()
        press(locked, "sheet-open-without")
        assert isinstance(locked.window.screen_shown, LogPage)

"""Several patients' files in one window: a list in plain words, one page at a time, and never the page of another."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QSettings, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.beside import all_end
from tests.ui.diaries import TODAY, put_demo_diary, words_on_screen
from tests.ui.nurse.test_nurse import find_paper, wait_for_page
from tests.ui.printing.paper_cups import PaperCups
from tests.ui.programs import OpenProgram, find, go, key, looked_at, press, said_by
from tests.ui.readers import listen
from tpe_guide.app import Program
from tpe_guide.diary import exchange
from tpe_guide.diary.demo import demo_diary
from tpe_guide.diary.store import DiaryStore
from tpe_guide.policy import CLINIC, KIOSK
from tpe_guide.summary import batch, typeset
from tpe_guide.summary.formats import Job
from tpe_guide.summary.request import WHOLE
from tpe_guide.summary.workers import Made
from tpe_guide.ui.nurse import chosen_file, files_state, seen_file
from tpe_guide.ui.nurse.file_row import FileRow
from tpe_guide.ui.nurse.nurse import NursePage
from tpe_guide.ui.printing import cups, print_job
from tpe_guide.ui.printing.printer_choice import PrinterChoice

At = Callable[..., Program]
DIARY = demo_diary(TODAY)


def of(name: str) -> bytes:
    """The file of a diary whose id is *name*."""
    diary = replace(DIARY, course=replace(DIARY.course, id=name))
    return exchange.dumps(diary, exported_at=DIARY.entries[0].recorded_at, app="test")


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    """Three that open, and three that do not."""
    folder = tmp_path / "ward"
    folder.mkdir()
    for name in ("anna", "bert", "cleo"):
        (folder / f"{name}.tpediary.json").write_bytes(of(f"{name}-1234"))
    (folder / "new.tpediary.json").write_bytes(b'{"format": "tpe-guide-diary", "version": 9}')
    (folder / "cut.tpediary.json").write_bytes(of("cut")[:300])
    (folder / "empty.tpediary.json").write_bytes(b"")
    return folder


@pytest.fixture
def at_nurse(open_program: OpenProgram) -> At:
    """Opens the program at the nurse's page, with what was brought listed."""

    def come(*paths: Path, **how: object) -> Program:
        program = open_program(**how)
        go(program, "nurse")
        if paths:
            program.diary.summary.open_files(paths)
            looked_at(program)
        return program

    return come


@pytest.fixture
def silence(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """The share of anna’s file answers only once this is set."""
    answers, see = threading.Event(), seen_file.see

    def slow(path: Path) -> seen_file.Seen:
        if path.name.startswith("anna"):
            answers.wait(60)
        return see(path)

    monkeypatch.setattr(chosen_file, "see", slow)
    monkeypatch.setattr(chosen_file, "SILENT_MS", 50)
    yield answers
    answers.set()
    all_end()


def rows(program: Program) -> list[FileRow]:
    return [row for row in program.window.findChildren(FileRow) if row.isVisible()]


def heard_rows(program: Program) -> list[str]:
    return [row.accessibleName() for row in rows(program)]


def choose(program: Program, name: str, qtbot: QtBot) -> None:
    """Press the row of *name*, and wait for its page."""
    if not any(row.text().startswith(name) for row in rows(program)):
        press(program, "files-after")
    (row,) = [row for row in rows(program) if row.text().startswith(name)]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    looked_at(program)
    if program.diary.summary.available:
        wait_for_page(program, qtbot)


def dialog(program: Program) -> QFileDialog:
    (found,) = [one for one in program.window.findChildren(QFileDialog) if one.isVisible()]
    return found


def drop(program: Program, *paths: Path) -> None:
    page = program.window.screen_shown
    assert isinstance(page, NursePage)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none, left, copy = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(9, 9), copy, mime, left, none)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    page.dropEvent(QDropEvent(QPoint(9, 9), copy, mime, left, none))
    looked_at(program)


class TestBrought:
    def test_several_by_the_dialog(self, at_nurse: At, ward: Path) -> None:
        program = at_nurse()
        press(program, "source-file")
        assert dialog(program).fileMode() == QFileDialog.FileMode.ExistingFiles
        dialog(program).filesSelected.emit([str(ward / "anna.tpediary.json"), str(ward / "new.tpediary.json")])
        dialog(program).close()
        looked_at(program)
        assert heard_rows(program) == [
            "anna.tpediary.json, Opens. 6 entries, 7 sessions.",
            "new.tpediary.json, Made by a newer guide. Update this one first.",
        ]

    def test_a_folder_by_the_dialog(self, at_nurse: At, ward: Path) -> None:
        program = at_nurse()
        press(program, "source-folder")
        assert dialog(program).fileMode() == QFileDialog.FileMode.Directory
        dialog(program).fileSelected.emit(str(ward))
        dialog(program).close()
        looked_at(program)
        assert "6 files found" in words_on_screen(program)
        assert "3 open, 3 do not. Nothing is copied or kept." in words_on_screen(program)

    def test_files_and_folders_dropped_on_the_page(self, at_nurse: At, ward: Path, tmp_path: Path) -> None:
        (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
        program = at_nurse()
        drop(program, tmp_path / "photo.jpg", ward)
        assert heard_rows(program)[0] == "photo.jpg, Not a diary. Left as it is."
        assert len(program.diary.summary.files) == 7

    def test_what_comes_later_joins_the_list(self, at_nurse: At, ward: Path, qtbot: QtBot) -> None:
        program = at_nurse(ward / "anna.tpediary.json")
        drop(program, ward / "bert.tpediary.json")
        wait_for_page(program, qtbot)
        assert [row.text() for row in rows(program)] == ["anna.tpediary.json", "bert.tpediary.json"]
        assert "From the file bert.tpediary.json" in words_on_screen(program)

    def test_where_no_disk_may_be_walked_nothing_can_be_dropped(self, at_nurse: At, demo: None) -> None:
        program = at_nurse(policy=CLINIC._replace(file_dialogs=False))
        page = program.window.screen_shown
        assert page is not None
        assert not page.acceptDrops()
        assert not [one for one in page.findChildren(QWidget, "source-folder") if one.isVisible()]

    def test_a_kiosk_has_no_such_page(self, open_program: OpenProgram) -> None:
        program = open_program(policy=KIOSK)
        assert "nurse" not in program.diary.makers()


@pytest.fixture
def demo(data_dir: Path) -> None:
    put_demo_diary(data_dir)


class TestChosen:
    def test_of_several_none_is_shown_before_one_is_chosen(self, at_nurse: At, demo: None, ward: Path) -> None:
        program = at_nurse(ward)
        assert "Choose a file from the list" in words_on_screen(program)
        assert not find_paper(program).isVisible()
        assert not find(program, "print").isEnabled()
        assert not find(program, "save-pdf").isEnabled()
        assert find(program, "print-hint", QLabel).text() == "Choose a file first."

    def test_a_row_is_one_of_several_and_shows_whose_page_it_is(self, at_nurse: At, ward: Path, qtbot: QtBot) -> None:
        program = at_nurse(ward)
        choose(program, "bert", qtbot)
        (row,) = [row for row in rows(program) if row.isChecked()]
        assert QAccessible.queryAccessibleInterface(row).role() == QAccessible.Role.RadioButton
        assert row.text() == "bert.tpediary.json"
        assert "From the file bert.tpediary.json" in words_on_screen(program)
        assert "Course 4 to 18 May 2026. Diary bert-123" in words_on_screen(program)
        assert find(program, "print-hint", QLabel).text() == "bert.tpediary.json"
        assert "Diary bert-123" in find_paper(program).accessibleDescription()

    def test_until_a_page_is_made_nobody_else_s_lies_there(
        self, at_nurse: At, demo: None, ward: Path, qtbot: QtBot
    ) -> None:
        program = at_nurse(ward)
        choose(program, "anna", qtbot)
        program.diary.summary.show_file(ward / "bert.tpediary.json")
        assert program.diary.summary.pdf("a4") == b"", "Print and Save would take this one"
        assert program.diary.summary.chosen.finish(60)
        assert "From the file bert.tpediary.json" in words_on_screen(program)
        assert find_paper(program).picture_width() == 0 or "bert-123" in find_paper(program).accessibleDescription()
        wait_for_page(program, qtbot)
        program.diary.summary.show_diary()
        assert find_paper(program).picture_width() == 0
        wait_for_page(program, qtbot)

    @pytest.mark.parametrize("bad", ["new", "cut", "empty"])
    def test_one_that_fails_takes_the_page_of_the_one_before_away(
        self, at_nurse: At, ward: Path, bad: str, qtbot: QtBot
    ) -> None:
        program = at_nurse(ward)
        choose(program, "anna", qtbot)
        assert find(program, "print").isEnabled()
        choose(program, bad, qtbot)
        assert "This file cannot be shown" in words_on_screen(program)
        assert "From the file anna" not in words_on_screen(program)
        assert not find_paper(program).isVisible()
        assert not find(program, "print").isEnabled()
        assert not find(program, "save-pdf").isEnabled()
        assert program.diary.summary.pdf("a4") == b""

    def test_its_pdf_is_called_as_that_of_all_at_once(self, at_nurse: At, tmp_path: Path, qtbot: QtBot) -> None:
        (tmp_path / "anna.json").write_bytes(of("anna-1234"))
        program = at_nurse(tmp_path / "anna.json")
        wait_for_page(program, qtbot)
        assert program.diary.summary.suggested_name() == "anna.pdf"

    def test_one_that_was_spoilt_since_it_was_listed_is_not_shown(self, at_nurse: At, ward: Path, qtbot: QtBot) -> None:
        program = at_nurse(ward)
        (ward / "anna.tpediary.json").write_bytes(b"")
        choose(program, "anna", qtbot)
        assert "This file cannot be shown" in words_on_screen(program)
        assert heard_rows(program)[0] == "anna.tpediary.json, Empty. Please ask for it again."

    def test_a_reader_hears_what_was_found_and_why_one_cannot_be_shown(
        self, at_nurse: At, ward: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = at_nurse()
        heard = listen(monkeypatch)
        drop(program, ward)
        assert "6 files found. 3 open, 3 do not." in heard
        choose(program, "empty", qtbot)
        assert heard.count("empty.tpediary.json is empty. Please ask for it again.") == 1

    def test_arrows_go_through_all_of_them_a_few_at_a_time(self, at_nurse: At, ward: Path, qtbot: QtBot) -> None:
        program = at_nurse(ward)
        assert len(rows(program)) == 5
        choose(program, "anna", qtbot)
        names = []
        for __ in range(6):
            looked_at(program)
            names.append(program.diary.summary.chosen.path)
            QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Down)
        assert names == [row.path for row in program.diary.summary.files.rows]
        looked_at(program)
        assert [row.text() for row in rows(program)] == ["new.tpediary.json"]
        press(program, "files-before")
        assert len(rows(program)) == 5

    def test_the_own_diary_is_back_at_a_press_and_the_list_stays(
        self, at_nurse: At, demo: None, ward: Path, qtbot: QtBot
    ) -> None:
        program = at_nurse(ward)
        choose(program, "anna", qtbot)
        press(program, "source-diary")
        wait_for_page(program, qtbot)
        assert "From the file" not in words_on_screen(program)
        assert not any(row.isChecked() for row in rows(program))
        assert len(rows(program)) == 5


@pytest.mark.parametrize("name", ["anna", "cut"])
def test_in_one_column_a_tap_brings_the_page_and_the_keyboard_stays_in_the_list(
    at_nurse: At, ward: Path, name: str, qtbot: QtBot
) -> None:
    program = at_nurse(ward, size=(360, 640))
    choose(program, name, qtbot)
    told = "From the file anna.tpediary.json" if name == "anna" else "This file cannot be shown"

    def tops() -> list[int]:
        found = [one for one in program.window.findChildren(QLabel) if one.isVisible() and told in one.text()]
        return [one.mapTo(program.window, QPoint()).y() for one in found]

    qtbot.waitUntil(lambda: any(0 <= top < program.window.height() // 3 for top in tops()))
    QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Down)
    looked_at(program)
    QCoreApplication.processEvents()
    row = program.window.focusWidget()
    assert isinstance(row, FileRow)
    assert row.isChecked()
    assert not row.visibleRegion().isEmpty()


class TestSilence:
    def test_urgent_help_opens_and_it_is_said_and_it_may_answer_later(
        self, at_nurse: At, ward: Path, silence: threading.Event, qtbot: QtBot
    ) -> None:
        program = at_nurse(ward)
        QTest.mouseClick(rows(program)[0], Qt.MouseButton.LeftButton)
        key(program, "F9")
        assert program.window.place == "urgent"
        key(program, "Esc")
        qtbot.waitUntil(lambda: "anna.tpediary.json does not answer." in words_on_screen(program))
        assert not find(program, "print").isEnabled()
        choose(program, "bert", qtbot)
        assert "From the file bert.tpediary.json" in words_on_screen(program)
        silence.set()
        all_end()
        looked_at(program)
        assert "From the file bert.tpediary.json" in words_on_screen(program), "who answers late is not wanted any more"

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such pipes")
    def test_a_pipe_dropped_on_the_page_freezes_nothing(
        self, at_nurse: At, ward: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(files_state, "SILENT_MS", 50)
        monkeypatch.setattr(chosen_file, "SILENT_MS", 50)
        pipe = ward / "pipe.tpediary.json"
        os.mkfifo(pipe)
        program = at_nurse()
        program.diary.summary.open_files([pipe])
        key(program, "F9")
        assert program.window.place == "urgent"
        key(program, "Esc")
        qtbot.waitUntil(lambda: "1 does not answer." in words_on_screen(program))
        program.diary.summary.forget_files()
        os.close(os.open(pipe, os.O_RDWR))  # who still waits for it is let go


class TestForgotten:
    def test_whoever_leaves_leaves_nothing_behind(self, at_nurse: At, ward: Path, qtbot: QtBot) -> None:
        program = at_nurse(ward)
        choose(program, "anna", qtbot)
        press(program, "go-home")
        go(program, "nurse")
        assert not rows(program)
        assert "anna" not in words_on_screen(program)
        assert program.diary.summary.chosen.diary is None

    @pytest.mark.parametrize("back", [True, False])
    def test_no_trouble_that_was_said_goes_on_naming_patients(
        self, at_nurse: At, ward: Path, tmp_path: Path, qtbot: QtBot, back: bool
    ) -> None:
        """A warning stays until it is closed, on every screen: the next person must not read it."""
        program = at_nurse(ward)
        press(program, "all-files")
        program.diary.summary.save_all(str(tmp_path / "gone"))
        all_done(program, qtbot)
        assert "anna" in said_by(program)
        if back:
            press(program, "all-back")
        press(program, "go-home")
        assert "anna" not in said_by(program)
        assert "anna" not in words_on_screen(program)

    def test_nor_one_of_a_single_page(self, at_nurse: At, ward: Path, tmp_path: Path, qtbot: QtBot) -> None:
        program = at_nurse(ward)
        choose(program, "anna", qtbot)
        program.diary.summary.save_pdf(str(tmp_path / "gone" / "anna.pdf"))
        qtbot.waitUntil(lambda: "cannot be" in said_by(program))
        press(program, "go-home")
        assert "anna" not in said_by(program)

    @pytest.mark.parametrize("folder", ["gone", "there"])
    def test_nor_one_that_is_said_only_after_the_nurse_has_left(
        self, at_nurse: At, ward: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, folder: str
    ) -> None:
        program, gate = at_nurse(ward), threading.Event()
        choose(program, "anna", qtbot)
        (tmp_path / "there").mkdir()
        to_pdf = typeset.to_pdf
        monkeypatch.setattr(typeset, "to_pdf", lambda *what: (gate.wait(60), to_pdf(*what))[1])
        program.diary.summary.save_pdf(str(tmp_path / folder / "anna.pdf"))
        press(program, "go-home")
        gate.set()
        qtbot.waitUntil(lambda: not program.messages.owed)
        words = {
            "gone": "The page could not be saved: no such file or directory.",
            "there": "Saved the page.",
        }
        assert said_by(program) == words[folder]
        assert (tmp_path / folder / "anna.pdf").is_file() == (folder == "there")

    def test_nor_one_whose_name_hides_signs(self, at_nurse: At, tmp_path: Path, qtbot: QtBot) -> None:
        """Those could turn it into another’s."""
        (tmp_path / "an\u202ena.tpediary.json").write_bytes(of("anna-1234"))
        program = at_nurse(tmp_path / "an\u202ena.tpediary.json")
        wait_for_page(program, qtbot)
        program.diary.summary.save_pdf(str(tmp_path / "a.pdf"))
        qtbot.waitUntil(lambda: said_by(program).startswith(r"Saved the page of an\u202ena.tpediary.json as"))
        press(program, "go-home")
        assert said_by(program) == ""

    def test_a_look_at_urgent_help_does_not(self, at_nurse: At, ward: Path, qtbot: QtBot) -> None:
        program = at_nurse(ward)
        choose(program, "anna", qtbot)
        key(program, "F9")
        key(program, "Esc")
        wait_for_page(program, qtbot)
        assert "From the file anna.tpediary.json" in words_on_screen(program)
        assert len(rows(program)) == 5

    def test_the_list_can_be_cleared(self, at_nurse: At, ward: Path, qtbot: QtBot) -> None:
        program = at_nurse(ward)
        choose(program, "anna", qtbot)
        press(program, "clear-files")
        assert not rows(program)
        assert not find(program, "print").isEnabled()
        assert "anna" not in words_on_screen(program)

    def test_nothing_of_it_is_written_anywhere(self, at_nurse: At, ward: Path, tmp_path: Path, qtbot: QtBot) -> None:
        """Not by Qt either, whose dialogs keep the folders that they have shown."""
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "config"))
        program = at_nurse()
        press(program, "source-file")
        asked = dialog(program)
        asked.setDirectory(str(ward))
        asked.selectFile(str(ward / "anna.tpediary.json"))
        asked.filesSelected.emit([str(ward / "anna.tpediary.json")])
        asked.close()
        QCoreApplication.sendPostedEvents(asked, QEvent.Type.DeferredDelete.value)
        looked_at(program)
        wait_for_page(program, qtbot)
        program.session.set_look(theme="dark")
        program.session.save_now()
        program.window.close()
        for file in (file for file in tmp_path.rglob("*") if file.is_file() and ward not in file.parents):
            data = file.read_bytes()
            assert b"anna" not in data, file
            assert bytes(ward) not in data, file


@pytest.fixture
def print_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PaperCups:
    system = PaperCups(tmp_path / "cups", monkeypatch)
    system.prints_at_once()
    return system


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """No page of all of them is made before this is set."""
    gate, pages_of = threading.Event(), batch.pages_of

    def held(path: Path, job: Job) -> Made:
        gate.wait(60)
        return pages_of(path, job)

    monkeypatch.setattr(batch, "pages_of", held)
    yield gate
    gate.set()
    all_end()


def all_done(program: Program, qtbot: QtBot) -> str:
    """Wait until the run is over; what became of each."""
    run = program.diary.summary.all
    qtbot.waitUntil(lambda: run.stage == "done", timeout=60_000)
    return find(program, "all-each", QLabel).text()


class TestAll:
    def test_each_is_saved_under_its_own_name_and_told(
        self, at_nurse: At, ward: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = at_nurse(ward)
        heard = listen(monkeypatch)
        press(program, "all-files")
        assert "Each gets its own page. All days, all parts." in words_on_screen(program)
        assert "3 files do not open, and are left out." in words_on_screen(program)
        press(program, "save-all")
        out = tmp_path / "out"
        out.mkdir()
        (out / "anna.pdf").write_bytes(b"of another")
        (ward / "cleo.tpediary.json").write_bytes(b"")
        dialog(program).fileSelected.emit(str(out))
        dialog(program).close()
        assert all_done(program, qtbot) == (
            "cleo.tpediary.json: Empty. Please ask for it again.\n"
            "anna.tpediary.json → anna-2.pdf\n"
            "bert.tpediary.json → bert.pdf"
        )
        assert said_by(program) == "2 made, 1 not: cleo.tpediary.json."
        assert (out / "anna.pdf").read_bytes() == b"of another"
        assert not program.messages.owed
        assert "0 of 3 done …" in heard
        press(program, "all-back")
        assert len(rows(program)) == 5

    def test_each_is_printed_as_a_job_of_its_own_with_days_and_parts_as_chosen(
        self, at_nurse: At, ward: Path, print_system: PaperCups, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[object] = []
        pages_of = batch.pages_of
        monkeypatch.setattr(batch, "pages_of", lambda path, job: (asked.append(job.request), pages_of(path, job))[1])
        program = at_nurse(ward)
        request = WHOLE._replace(parts=frozenset({"effects"}))
        program.diary.summary.set_request(request)
        press(program, "all-files")
        qtbot.waitUntil(lambda: find(program, "print-all").text() == "Print each on WARD-3")
        press(program, "print-all")
        told = all_done(program, qtbot)
        assert told.splitlines() == [f"{name}.tpediary.json → job 7" for name in ("anna", "bert", "cleo")]
        assert print_system.asked.count("-d WARD-3") == 3
        assert said_by(program) == "3 made."
        assert asked == [request] * 3

    def test_one_that_the_printer_may_have_is_not_said_to_be_missing_for_good(
        self, at_nurse: At, ward: Path, print_system: PaperCups, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = at_nurse(ward)
        print_system.is_silent("lp")
        monkeypatch.setattr(cups, "SEND_SECONDS", 0.3)
        press(program, "all-files")
        press(program, "print-all")
        each = all_done(program, qtbot)
        assert said_by(program) == "Stopped. 0 made. 3 are missing. One may still be on its way."
        assert each.startswith("anna.tpediary.json: WARD-3 has not answered. It may have the page, or not:")

    def test_without_a_printer_nothing_is_made(
        self, at_nurse: At, ward: Path, print_system: PaperCups, qtbot: QtBot
    ) -> None:
        print_system.printers("")
        program = at_nurse(ward)
        press(program, "all-files")
        press(program, "print-all")
        qtbot.waitUntil(lambda: said_by(program).startswith("There is no printer"))
        assert program.diary.summary.all.stage == "offered"

    def test_without_a_usual_one_the_printer_is_asked_for_first(
        self, at_nurse: At, ward: Path, print_system: PaperCups, qtbot: QtBot
    ) -> None:
        print_system.printers("", "FLOOR2")
        program = at_nurse(ward)
        press(program, "all-files")
        press(program, "print-all")
        qtbot.waitUntil(lambda: program.window.findChild(PrinterChoice) is not None)
        choice = program.window.findChild(PrinterChoice)
        assert choice is not None
        assert program.diary.summary.all.stage == "offered"
        choice.picked.emit("FLOOR2", 0)
        choice.close()
        all_done(program, qtbot)
        assert print_system.asked.count("-d FLOOR2") == 3

    def test_a_printer_that_runs_out_of_paper_after_the_run_is_told_without_a_name_and_taken_back(
        self, at_nurse: At, ward: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(print_job, "FIRST_LOOK_MS", 20)
        print_system = PaperCups(tmp_path / "cups", monkeypatch)
        print_system.stands("is idle.  enabled", "media-empty-error")
        program = at_nurse(ward)
        press(program, "all-files")
        press(program, "print-all")
        all_done(program, qtbot)
        press(program, "go-home")  # the pages are on paper sooner or later, whoever has left the screen
        qtbot.waitUntil(lambda: "is out of paper" in said_by(program))
        assert said_by(program) == "WARD-3 is out of paper. Pages of yours wait there. It prints when paper is in."
        print_system.stands("is idle.  enabled")
        print_system.finishes()
        qtbot.waitUntil(lambda: said_by(program).startswith("Your pages no longer wait at WARD-3."))

    def test_the_press_counts_for_the_files_of_that_moment_and_for_no_others(
        self, at_nurse: At, ward: Path, print_system: PaperCups, tmp_path: Path, qtbot: QtBot
    ) -> None:
        """The printer may take seconds to be known; the next patients may be in the list by then."""
        program = at_nurse(ward)
        summary = program.diary.summary
        press(program, "all-files")
        press(program, "print-all")
        summary.forget_files()
        other = tmp_path / "other.tpediary.json"
        other.write_bytes(of("other-1234"))
        summary.open_files([other])
        looked_at(program)
        qtbot.waitUntil(lambda: said_by(program).startswith("Nothing was printed"), timeout=60_000)
        assert summary.all.stage == "offered"
        assert print_system.asked == ""

    def test_what_was_chosen_after_the_press_does_not_count(
        self, at_nurse: At, ward: Path, print_system: PaperCups, qtbot: QtBot
    ) -> None:
        program = at_nurse(ward)
        summary = program.diary.summary
        summary.set_paper("a4")
        press(program, "all-files")
        press(program, "print-all")
        summary.set_paper("letter")
        all_done(program, qtbot)
        assert print_system.asked.count("media=A4") == 3

    def test_a_second_run_that_cannot_begin_is_not_passed_over_in_silence(
        self, at_nurse: At, ward: Path, tmp_path: Path, qtbot: QtBot, gate: threading.Event
    ) -> None:
        """*Save each* may be open while the printer for *Print each* is still being asked."""
        program = at_nurse(ward)
        press(program, "all-files")
        program.diary.summary.save_all(str(tmp_path))
        program.diary.summary.save_all(str(tmp_path))
        assert said_by(program) == "Not begun: other pages are still on their way. Please try again after that."
        gate.set()
        all_done(program, qtbot)
        assert len(list(tmp_path.glob("*.pdf"))) == 3

    def test_whoever_closes_the_window_is_told_and_a_second_time_it_goes(
        self, at_nurse: At, ward: Path, tmp_path: Path, qtbot: QtBot, gate: threading.Event
    ) -> None:
        program = at_nurse(ward)
        program.diary.summary.save_all(str(tmp_path))
        program.window.close()
        assert program.window.isVisible()
        assert said_by(program).startswith("A page is still being printed or saved.")
        program.window.close()
        assert not program.window.isVisible()
        gate.set()
        program.diary.finish()
        assert len(list(tmp_path.glob("*.pdf"))) <= 1, "the one that was on its way"

    def test_of_two_of_one_name_it_is_said_which(self, at_nurse: At, tmp_path: Path, qtbot: QtBot) -> None:
        for folder in ("north", "south"):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "bed.tpediary.json").write_bytes(of(f"{folder}-1234"))
        program = at_nurse(tmp_path / "north", tmp_path / "south")
        choose(program, "bed.tpediary.json in south", qtbot)
        program.diary.summary.save_pdf(str(tmp_path / "a.pdf"))
        qtbot.waitUntil(lambda: said_by(program).startswith("Saved the page of bed.tpediary.json in south as"))
        (tmp_path / "north" / "bed.tpediary.json").unlink()
        press(program, "all-files")
        program.diary.summary.save_all(str(tmp_path))
        all_done(program, qtbot)
        assert said_by(program) == "1 made, 1 not: bed.tpediary.json in north."
        press(program, "go-home")
        assert said_by(program) == ""

    def test_it_can_be_stopped_and_says_what_there_is(
        self, at_nurse: At, ward: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program, gate = at_nurse(ward), threading.Event()
        pages_of = batch.pages_of

        def slow(path: Path, job: Job) -> Made:
            if path.name.startswith("bert"):
                gate.wait(60)
            return pages_of(path, job)

        monkeypatch.setattr(batch, "pages_of", slow)
        run = program.diary.summary.all
        press(program, "all-files")
        program.diary.summary.save_all(str(tmp_path))
        qtbot.waitUntil(lambda: len(run.made) == 1)
        key(program, "F9")
        assert program.window.place == "urgent"
        key(program, "Esc")
        press(program, "stop-all")
        assert "Stopping …" in words_on_screen(program)
        gate.set()
        all_done(program, qtbot)
        assert said_by(program) == "Stopped. 1 made. 2 are missing."
        assert [path.name for path in tmp_path.glob("*.pdf")] == ["anna.pdf"]

    def test_whoever_leaves_has_stopped_it_and_no_name_stays(
        self, at_nurse: At, ward: Path, tmp_path: Path, qtbot: QtBot, gate: threading.Event
    ) -> None:
        program = at_nurse(ward)
        program.diary.summary.save_all(str(tmp_path))
        press(program, "go-home")
        assert said_by(program) == "Stopped. 0 made. 3 are missing. One may still be on its way."
        assert not program.messages.owed
        gate.set()
        all_end()
        assert len(list(tmp_path.glob("*.pdf"))) <= 1


def test_a_diary_that_is_open_elsewhere_keeps_no_file_from_being_shown(
    at_nurse: At, demo: None, data_dir: Path, ward: Path, qtbot: QtBot
) -> None:
    """As in a second window of the program."""
    with DiaryStore.open(data_dir, None):
        program = at_nurse(ward / "anna.tpediary.json")
        wait_for_page(program, qtbot)
        assert find(program, "print").isEnabled()


def test_tab_comes_to_each_part_once(at_nurse: At, ward: Path, qtbot: QtBot) -> None:
    program = at_nurse(ward)
    choose(program, "anna", qtbot)
    rows(program)[0].setFocus()
    seen: list[str] = []
    for __ in range(40):
        QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(program.window.focusWidget().objectName())
        if seen[-1].startswith("file-"):
            break
    assert {"all-files", "clear-files", "files-after", "print", "save-pdf", "source-file"} <= set(seen)
    assert isinstance(program.window.focusWidget(), QAbstractButton)

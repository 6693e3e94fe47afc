"""The nurse has thirty seconds: door, Print. The preview is the page, and a bad file costs nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.diaries import PASSCODE, TODAY, put_demo_diary, sentence, type_in, words_on_screen
from tests.ui.printing.paper_cups import PaperCups
from tests.ui.programs import OpenProgram, find, key, looked_at, press, saved
from tpe_guide.app import Program
from tpe_guide.diary import exchange
from tpe_guide.diary.demo import demo_diary
from tpe_guide.diary.model import Question
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import DiaryDamaged
from tpe_guide.policy import CLINIC
from tpe_guide.summary.request import WHOLE
from tpe_guide.ui.nurse.nurse import NursePage
from tpe_guide.ui.nurse.paper_view import PaperView
from tpe_guide.ui.shell.banner import Banner

Show = Callable[..., Program]
PRINTER = "WARD-3"


@pytest.fixture
def show(open_program: OpenProgram, qtbot: QtBot) -> Show:
    """Opens the program at the nurse's page and waits until the page is there, if one is to be."""

    def show_it(**how: object) -> Program:
        program = open_program(**how)
        press(program, "door-nurse")
        if find_paper(program).isVisible():
            wait_for_page(program, qtbot)
        return program

    return show_it


@pytest.fixture
def demo(data_dir: Path) -> None:
    put_demo_diary(data_dir)


@pytest.fixture
def print_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PaperCups:
    """It has a printer, which prints what it takes at once."""
    system = PaperCups(tmp_path / "cups", monkeypatch)
    system.prints_at_once()
    return system


def find_paper(program: Program) -> PaperView:
    paper = screen(program).findChild(PaperView)
    assert paper is not None
    return paper


def screen(program: Program) -> QWidget:
    assert isinstance(program.window.screen_shown, NursePage)
    return program.window.screen_shown


def wait_for_page(program: Program, qtbot: QtBot, says: str = "Page 1 of 1") -> None:
    qtbot.waitUntil(lambda: find_paper(program).accessibleName() == says)


def text(program: Program) -> str:
    return find_paper(program).accessibleDescription()


def picture(program: Program) -> QImage:
    return find_paper(program).widget().grab().toImage()


def choose_file(program: Program, path: Path) -> None:
    """Answer the file dialog that is open with *path*."""
    (dialog,) = [one for one in program.window.findChildren(QFileDialog) if one.isVisible()]
    dialog.fileSelected.emit(str(path))
    dialog.filesSelected.emit([str(path)])
    dialog.close()
    saved(program)
    looked_at(program)


def write_diary(path: Path, *questions: str) -> Path:
    diary = demo_diary(TODAY)
    if questions:
        from dataclasses import replace

        diary = replace(diary, questions=tuple(Question(words) for words in questions))
    path.write_bytes(exchange.dumps(diary, exported_at=diary.entries[0].recorded_at, app="test"))
    return path


class TestTwoPresses:
    def test_from_the_door_to_a_printed_page(
        self, open_program: OpenProgram, demo: None, print_system: PaperCups, qtbot: QtBot
    ) -> None:
        program = open_program()
        press(program, "door-nurse")
        press(program, "print")
        qtbot.waitUntil(lambda: program.window.findChild(Banner) is not None)
        with pikepdf.open(BytesIO(print_system.pages)) as pdf:
            assert len(pdf.pages) == 1
            assert not pdf.attachments  # paper has no use for them, and a print server need not have them
        assert "1 page" in sentence(program)

    def test_two_keys_do_the_same(
        self, open_program: OpenProgram, demo: None, print_system: PaperCups, qtbot: QtBot
    ) -> None:
        program = open_program()
        key(program, "Ctrl+P")
        QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: print_system.asked != "")

    def test_it_says_which_printer_before_it_is_pressed(
        self, show: Show, demo: None, print_system: PaperCups, qtbot: QtBot
    ) -> None:
        program = show()
        qtbot.waitUntil(lambda: find(program, "print-hint", QLabel).text() == f"Goes to {PRINTER}")

    def test_without_a_printer_one_sentence_and_the_pdf_instead(
        self, show: Show, demo: None, print_system: PaperCups, qtbot: QtBot
    ) -> None:
        print_system.printers("")
        program = show()
        press(program, "print")
        qtbot.waitUntil(lambda: program.window.findChild(Banner) is not None)
        assert sentence(program) == ("There is no printer on this computer. You can save the page as a PDF instead.")
        assert program.window.focusWidget() is find(program, "save-pdf")
        assert find(program, "print").isEnabled()


class TestPreview:
    def test_it_is_the_page_and_says_the_same_in_words(self, show: Show, demo: None) -> None:
        program = show()
        assert "fever or shaking" in text(program)
        said = " ".join(text(program).split())
        assert "Made from 6 diary entries, typed by the patient. Printed 14 May 2026, 09:12 (UTC+2)." in said
        page = picture(program)
        spots = [(x, y) for x in range(0, page.width(), 8) for y in range(0, page.height(), 8)]
        assert sum(page.pixelColor(x, y).lightness() < 128 for x, y in spots) > 100

    @pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
    def test_paper_is_white_in_every_theme(self, show: Show, demo: None, theme: str, qtbot: QtBot) -> None:
        program = show()
        program.session.set_look(theme=theme)
        wait_for_page(program, qtbot)
        assert picture(program).pixelColor(12, 12).name() == "#ffffff"

    def test_larger_text_is_a_larger_sheet_typeset_for_it(self, show: Show, demo: None, qtbot: QtBot) -> None:
        program = show()
        pixels: list[tuple[int, int]] = []
        for percent in (100, 200):
            program.session.set_look(text_percent=percent)
            wait_for_page(program, qtbot)
            paper = find_paper(program)
            pixels.append((paper.widget().width(), paper.picture_width()))
        (small, small_picture), (large, large_picture) = pixels
        assert large > small
        assert (small_picture, large_picture) == (pytest.approx(small, abs=1), pytest.approx(large, abs=1))

    def test_letter_is_another_sheet(self, show: Show, demo: None, qtbot: QtBot) -> None:
        program = show()
        sheet = find_paper(program).widget()
        assert sheet.height() / sheet.width() == pytest.approx(297 / 210, abs=0.01)
        press(program, "paper-letter")
        assert sheet.height() / sheet.width() == pytest.approx(11 / 8.5, abs=0.01)

    def test_a_second_page_can_be_turned_to(self, show: Show, data_dir: Path, tmp_path: Path, qtbot: QtBot) -> None:
        many = [f"Question {number}: {'what about this? ' * 12}" for number in range(40)]
        file = write_diary(tmp_path / "long.tpediary.json", *many)
        program = show()
        press(program, "source-file")
        choose_file(program, file)
        qtbot.waitUntil(lambda: find_paper(program).accessibleName().startswith("Page 1 of"))
        first = picture(program)
        press(program, "page-after")
        assert find_paper(program).accessibleName().startswith("Page 2 of")
        assert picture(program) != first
        press(program, "page-before")
        assert picture(program) == first


class TestWhoseDiary:
    def test_an_example_is_marked_on_screen_and_on_paper(self, show: Show, qtbot: QtBot) -> None:
        program = show()
        press(program, "source-example")
        wait_for_page(program, qtbot)
        assert "An example. This person is made up." in words_on_screen(program)
        assert text(program).startswith("Example, not a real person:")

    def test_a_file_is_shown_under_its_name(self, show: Show, tmp_path: Path, qtbot: QtBot) -> None:
        program = show()
        press(program, "source-file")
        choose_file(program, write_diary(tmp_path / "anna.tpediary.json"))
        wait_for_page(program, qtbot)
        assert "From the file anna.tpediary.json" in words_on_screen(program)
        assert find(program, "source-file").isChecked()

    def test_a_pdf_of_ours_is_shown_as_the_file_it_was_made_from(
        self, show: Show, demo: None, tmp_path: Path, qtbot: QtBot
    ) -> None:
        """It was saved here, went away on a stick, and comes back."""
        program = show()
        press(program, "save-pdf")
        choose_file(program, tmp_path / "anna.pdf")
        assert "Your diary is in it." in sentence(program)
        shown = text(program)
        press(program, "source-file")
        choose_file(program, tmp_path / "anna.pdf")
        wait_for_page(program, qtbot)
        assert "From the file anna.pdf" in words_on_screen(program)
        assert text(program) == shown

    def test_a_page_of_chosen_parts_carries_no_more_than_it_shows(
        self, show: Show, demo: None, tmp_path: Path, qtbot: QtBot
    ) -> None:
        program = show()
        program.diary.summary.set_request(WHOLE._replace(parts=WHOLE.parts - {"words"}))
        press(program, "save-pdf")
        choose_file(program, tmp_path / "part.pdf")
        with pikepdf.open(tmp_path / "part.pdf") as pdf:
            assert not pdf.attachments
        assert "It has this page only, not the diary." in sentence(program)

    def test_a_saved_example_carries_nobody(self, show: Show, tmp_path: Path, qtbot: QtBot) -> None:
        """Taken out of it, nothing would say that this person is made up."""
        program = show()
        press(program, "source-example")
        wait_for_page(program, qtbot)
        press(program, "save-pdf")
        choose_file(program, tmp_path / "example.pdf")
        with pikepdf.open(tmp_path / "example.pdf") as pdf:
            assert not pdf.attachments
        assert "diary is in it" not in sentence(program)

    @pytest.mark.parametrize(
        ("bytes_in_it", "says"),
        [
            (b"%PDF-1.7 of another program", "expected a diary; this PDF was not made by tpe-guide, or it carries no"),
            (b"not a diary", "bad.tpediary.json is not a diary file, or was not copied as a whole."),
            (b"\xff\xfe\x00", "bad.tpediary.json is not a diary file, or was not copied as a whole."),
            (b"", "bad.tpediary.json is empty."),
            (json.dumps({"format": "tpe-guide-diary", "version": 99}).encode(), "newer version"),
        ],
    )
    def test_a_bad_file_is_one_sentence_and_the_page_of_the_one_before_is_gone(
        self, show: Show, demo: None, tmp_path: Path, bytes_in_it: bytes, says: str
    ) -> None:
        bad = tmp_path / "bad.tpediary.json"
        bad.write_bytes(bytes_in_it)
        program = show()
        press(program, "source-file")
        choose_file(program, bad)
        assert "This file cannot be shown" in words_on_screen(program)
        assert says in words_on_screen(program)
        assert not find_paper(program).isVisible()
        assert not find(program, "print").isEnabled()
        assert not find(program, "save-pdf").isEnabled()
        press(program, "source-diary")
        assert find_paper(program).isVisible()
        assert find(program, "print").isEnabled()

    def test_asking_for_a_file_and_thinking_better_of_it_changes_nothing(self, show: Show, demo: None) -> None:
        program = show()
        before = text(program)
        press(program, "source-file")
        for dialog in program.window.findChildren(QFileDialog):
            dialog.reject()
        assert find(program, "source-diary").isChecked()
        assert text(program) == before

    def test_nobodys_file_stays_open_for_the_next_person(
        self, show: Show, demo: None, tmp_path: Path, qtbot: QtBot
    ) -> None:
        program = show()
        press(program, "source-file")
        choose_file(program, write_diary(tmp_path / "anna.tpediary.json"))
        press(program, "go-home")
        press(program, "door-nurse")
        wait_for_page(program, qtbot)
        assert find(program, "source-diary").isChecked()
        assert "anna" not in words_on_screen(program)

    def test_a_locked_diary_is_opened_here(self, show: Show, data_dir: Path, qtbot: QtBot) -> None:
        put_demo_diary(data_dir, PASSCODE)
        program = show()
        assert "The diary is locked" in words_on_screen(program)
        assert not find(program, "print").isEnabled()
        type_in(program, "passcode", PASSCODE)
        press(program, "open-diary")
        wait_for_page(program, qtbot)
        assert find(program, "print").isEnabled()

    def test_no_diary_is_said_and_not_printed(self, show: Show) -> None:
        program = show()
        assert "There is no diary on this computer" in words_on_screen(program)
        assert not find(program, "print").isEnabled()
        assert "Open a diary first." in words_on_screen(program)

    def test_a_diary_held_by_a_second_copy_is_said(self, show: Show, demo: None, data_dir: Path, qtbot: QtBot) -> None:
        with DiaryStore.open(data_dir, None):
            program = show()
            assert "is open in another window of this program" in words_on_screen(program)
        press(program, "try-again")
        wait_for_page(program, qtbot)

    def test_a_diary_that_cannot_be_read_any_more_is_a_sentence(
        self, open_program: OpenProgram, demo: None, monkeypatch: pytest.MonkeyPatch, data_dir: Path, qtbot: QtBot
    ) -> None:
        def damaged(self: DiaryStore, course: str | None = None) -> None:
            raise DiaryDamaged(self.path, "some of it does not make sense")

        monkeypatch.setattr(DiaryStore, "diary", damaged)
        program = open_program()
        press(program, "door-nurse")
        wait_for_page(program, qtbot, "The page could not be made.")
        assert "some of it does not make sense" in sentence(program)

    def test_a_place_without_file_dialogs_has_no_way_to_one(self, show: Show, demo: None) -> None:
        program = show(policy=CLINIC._replace(file_dialogs=False))
        names = {widget.objectName() for widget in screen(program).findChildren(QWidget) if widget.isVisible()}
        assert not {"source-file", "save-pdf"} & names


class TestPdf:
    def test_it_is_written_whole_and_named_in_a_sentence(self, show: Show, demo: None, tmp_path: Path) -> None:
        program = show()
        press(program, "save-pdf")
        choose_file(program, tmp_path / "page.pdf")
        with pikepdf.open(tmp_path / "page.pdf") as pdf:
            assert len(pdf.pages) == 1
        assert str(tmp_path / "page.pdf") in sentence(program)

    def test_of_a_file_it_says_whose_page_it_was(self, show: Show, demo: None, tmp_path: Path, qtbot: QtBot) -> None:
        program = show()
        press(program, "source-file")
        choose_file(program, write_diary(tmp_path / "anna.tpediary.json"))
        press(program, "save-pdf")
        choose_file(program, tmp_path / "page.pdf")
        assert sentence(program).startswith(f"Saved the page of anna.tpediary.json as {tmp_path / 'page.pdf'}.")

    def test_its_name_ends_as_it_should(self, show: Show, demo: None, tmp_path: Path) -> None:
        program = show()
        press(program, "save-pdf")
        choose_file(program, tmp_path / "page")
        assert (tmp_path / "page.pdf").is_file()

    def test_a_folder_that_cannot_be_written_is_one_sentence(self, show: Show, demo: None, tmp_path: Path) -> None:
        program = show()
        press(program, "save-pdf")
        choose_file(program, tmp_path / "nowhere" / "page.pdf")
        assert "cannot be written" in sentence(program)
        assert list(tmp_path.iterdir()) == []

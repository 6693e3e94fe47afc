"""Paper with squares, scanned at the nurse’s window: a scanner is a keyboard that cannot see."""

from __future__ import annotations

import datetime as dt
import random
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.summary.stories import seven_sessions
from tests.ui.diaries import TODAY, put_demo_diary, words_on_screen
from tests.ui.nurse.test_nurse import choose_file, find_paper, wait_for_page, write_diary
from tests.ui.printing.paper_cups import PaperCups
from tests.ui.programs import OpenProgram, find, press
from tpe_guide.app import Program
from tpe_guide.diary import exchange, on_paper
from tpe_guide.diary.demo import demo_diary
from tpe_guide.diary.model import Diary, Question
from tpe_guide.policy import CLINIC, KIOSK
from tpe_guide.ui.nurse.scan_field import ScanField
from tpe_guide.ui.shell.banner import Banner

Show = Callable[..., Program]
PRINTED_AT = dt.datetime(2026, 5, 14, 9, 12, tzinfo=dt.UTC)
HARDLY_PACKED = "".join(random.Random(5).choices("abcdefghijklmnopqrstuvwxyz ", k=1400))


def squares(diary: Diary) -> tuple[str, ...]:
    return on_paper.squares(exchange.dumps(diary, exported_at=PRINTED_AT, app="test"))


ANNA = squares(replace(demo_diary(TODAY), questions=(Question(f"Anna asks {HARDLY_PACKED}"),)))
BERT = squares(replace(seven_sessions(), questions=(Question("Bert asks"),)))


@pytest.fixture
def show(open_program: OpenProgram) -> Show:
    """The program at the nurse’s page, where paper is to be scanned."""

    def show_it(**how: object) -> Program:
        program = open_program(**how)
        press(program, "door-nurse")
        press(program, "source-scan")
        return program

    return show_it


def field(program: Program) -> ScanField:
    found = program.window.screen_shown.findChild(ScanField)
    assert found is not None
    return found


def scan(program: Program, square: str, end: Qt.Key | None = Qt.Key.Key_Return) -> None:
    """To whatever has the keyboard, as a scanner does."""
    for key in square:
        QTest.keyClick(program.window.focusWidget(), key)  # type: ignore[call-overload]
    if end is not None:
        QTest.keyClick(program.window.focusWidget(), end)


def paste(program: Program, *squares: str) -> None:
    QGuiApplication.clipboard().setText("\n".join(squares))
    QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def progress(program: Program) -> str:
    return find(program, "scan-progress", QLabel).text()


def page(program: Program, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: find_paper(program).accessibleName().startswith("Page 1 of"))
    return find_paper(program).accessibleDescription()


def test_the_stories_are_of_several_squares() -> None:
    assert len(ANNA) == 4
    assert len(BERT) == 2


class TestScanning:
    def test_takes_the_keyboard_at_once(self, show: Show) -> None:
        program = show()
        assert program.window.focusWidget() is field(program)
        assert "Ready: scan a square." in words_on_screen(program)
        assert progress(program) == "Nothing is read yet."
        assert not find(program, "print").isEnabled()
        assert find(program, "print-hint", QLabel).text() == "Scan the squares first."

    def test_tells_how_far_it_has_come_and_shows_the_page_of_that_diary(self, show: Show, qtbot: QtBot) -> None:
        program = show()
        scan(program, ANNA[1])
        scan(program, ANNA[0])
        assert progress(program) == "2 of 4 read; missing 3 and 4."
        assert not find_paper(program).isVisible()
        scan(program, ANNA[3])
        scan(program, ANNA[2])
        assert progress(program) == "All 4 read."
        assert "Anna asks" in page(program, qtbot)
        assert "From paper, scanned now" in words_on_screen(program)
        assert find(program, "print").isEnabled()

    def test_never_presses_print_however_often_a_square_is_scanned(
        self, show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
    ) -> None:
        """The Enter after the last square, and a square too many, find the field and no button."""
        system = PaperCups(tmp_path / "cups", monkeypatch)
        program = show()
        paste(program, *BERT)
        page(program, qtbot)
        scan(program, BERT[1])
        assert progress(program) == "Square 2 was read before. All 2 read."
        assert program.window.focusWidget() is field(program)
        assert system.asked == ""

    def test_is_heard_by_who_does_not_see_it(self, show: Show) -> None:
        program = show()
        scan(program, ANNA[0])
        assert field(program).accessibleDescription() == "1 of 4 read; missing 2, 3 and 4."
        assert field(program).accessibleName() == "Scan the squares here"

    @pytest.mark.parametrize("end", [Qt.Key.Key_Enter, Qt.Key.Key_Tab, None])
    def test_works_with_scanners_that_end_with_another_key_or_with_none(self, show: Show, end: Qt.Key | None) -> None:
        program = show()
        for square in BERT:
            scan(program, square, end)
        assert progress(program) == "All 2 read."
        assert not field(program).mid_square

    def test_tab_moves_on_where_nothing_was_begun(self, show: Show) -> None:
        program = show()
        QTest.keyClick(field(program), Qt.Key.Key_Tab)
        assert program.window.focusWidget() is not field(program)

    def test_works_on_a_french_keyboard(self, show: Show) -> None:
        program = show()
        for square in BERT:
            for key in square.translate(str.maketrans("0123456789", "à&é\"'(-è_ç")):
                pressed = QKeyEvent(QEvent.Type.KeyPress, ord(key.upper()), Qt.KeyboardModifier.NoModifier, key)
                QCoreApplication.sendEvent(program.window.focusWidget(), pressed)
            QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Return)
        assert progress(program) == "All 2 read."

    def test_leaves_the_keys_of_the_program_alone(self, show: Show) -> None:
        program = show()
        QTest.keyClick(field(program), Qt.Key.Key_F9)
        assert program.session.locator.place == "urgent"


class TestASlip:
    def said(self, program: Program) -> str:
        return field(program).accessibleDescription()

    def test_of_the_eye_is_one_sentence_each(self, show: Show) -> None:
        program = show()
        scan(program, ANNA[0])
        wrong = ANNA[1][:90] + str(9 - int(ANNA[1][90])) + ANNA[1][91:]
        for square, sentence in (
            (wrong, "That square was not read right. Please scan it again."),
            (ANNA[1][:300], "That scan broke off. Please scan the same square again."),
            (ANNA[1][:80] + ANNA[1][85:], "That scan broke off. Please scan the same square again."),
            ("4006381333931", "That was no square of this guide, or not all of it. Please scan again."),
            (
                BERT[0],
                "That square is of another page. It was left out. To begin with that page, press Clear.",
            ),
        ):
            scan(program, square)
            assert self.said(program) == f"{sentence} 1 of 4 read; missing 2, 3 and 4."
            assert sentence in words_on_screen(program)
        scan(program, ANNA[1])
        assert self.said(program) == "2 of 4 read; missing 3 and 4."

    def test_half_a_scan_without_an_end_is_told_after_a_pause(self, show: Show) -> None:
        program = show()
        scan(program, ANNA[0][:300], None)
        assert "Reading …" in words_on_screen(program)
        field(program).paused.emit()
        assert "That scan broke off." in self.said(program)
        scan(program, ANNA[0], None)
        assert self.said(program) == "1 of 4 read; missing 2, 3 and 4."

    def test_a_diary_that_this_guide_does_not_understand_is_said(self, show: Show) -> None:
        program = show()
        paste(program, *on_paper.squares(b'{"format": "tpe-guide-diary", "version": 1, "entries": 3}'))
        assert "But this guide does not understand the diary in them." in self.said(program)
        assert not find(program, "print").isEnabled()
        paste(program, *on_paper.squares(b'{"format": "tpe-guide-diary", "version": 9}'))
        assert "That page is from a newer guide. Please update this one first." in self.said(program)


class TestTheNextPatient:
    def test_begins_with_the_first_square_and_the_page_before_is_gone(self, show: Show, qtbot: QtBot) -> None:
        program = show()
        paste(program, *ANNA)
        assert "Anna asks" in page(program, qtbot)
        scan(program, BERT[0])
        assert not find_paper(program).isVisible()
        assert not find(program, "print").isEnabled()
        assert progress(program) == "1 of 2 read; missing 2."
        scan(program, BERT[1])
        qtbot.waitUntil(lambda: "Bert asks" in page(program, qtbot))

    def test_begins_while_the_days_are_laid_open_and_no_button_is_pressed(self, show: Show, qtbot: QtBot) -> None:
        program = show()
        paste(program, *ANNA)
        page(program, qtbot)
        press(program, "choose-shown")
        field(program).setFocus()
        scan(program, BERT[0])
        scan(program, BERT[1])
        assert progress(program) == "All 2 read."

    def test_clear_forgets_all_of_it(self, show: Show, qtbot: QtBot) -> None:
        program = show()
        paste(program, *ANNA)
        page(program, qtbot)
        press(program, "scan-clear")
        assert progress(program) == "Nothing is read yet."
        assert not find_paper(program).isVisible()
        assert program.window.focusWidget() is field(program)
        assert program.diary.summary.scan.data is None

    def test_finds_nothing_after_the_place_was_left(self, show: Show, qtbot: QtBot) -> None:
        program = show()
        paste(program, *ANNA)
        page(program, qtbot)
        press(program, "go-home")
        assert program.diary.summary.scan.data is None
        assert program.diary.summary.scan.count == 0
        press(program, "door-nurse")
        assert not field(program).isVisible()

    def test_nor_after_another_diary_was_picked(self, show: Show, qtbot: QtBot) -> None:
        program = show()
        paste(program, *ANNA)
        page(program, qtbot)
        press(program, "source-example")
        assert program.diary.summary.scan.data is None
        qtbot.waitUntil(lambda: "Anna asks" not in page(program, qtbot))

    def test_nothing_is_kept_on_disk(self, show: Show, data_dir: Path, qtbot: QtBot) -> None:
        program = show()
        before = {path for path in data_dir.rglob("*") if path.is_file()}
        paste(program, *ANNA)
        page(program, qtbot)
        assert {path for path in data_dir.rglob("*") if path.is_file()} <= before | {data_dir / "settings.json"}
        assert all(b"Anna asks" not in path.read_bytes() for path in data_dir.rglob("*") if path.is_file())


def test_a_change_of_size_keeps_what_was_read(show: Show) -> None:
    program = show()
    scan(program, ANNA[0])
    program.session.bigger()
    assert progress(program) == "1 of 4 read; missing 2, 3 and 4."


def test_ten_thousand_digits_do_not_hold_the_window(show: Show) -> None:
    program = show()
    start = time.perf_counter()
    for digits in (square for __ in range(3) for square in ANNA):
        scan(program, digits, None)
    spent = time.perf_counter() - start
    assert sum(map(len, ANNA)) * 3 > 9_000
    assert spent < 10  # a scanner takes longer to type them
    assert progress(program) == "Square 4 was read before. All 4 read."


def test_there_is_none_where_nobody_types(open_program: OpenProgram) -> None:
    assert not KIOSK.file_dialogs
    program = open_program(policy=CLINIC)
    press(program, "door-nurse")
    assert find(program, "source-scan", QWidget).isVisible()


class TestSquaresToPrint:
    def at_the_page(self, open_program: OpenProgram, data_dir: Path, qtbot: QtBot) -> Program:
        put_demo_diary(data_dir)
        program = open_program()
        press(program, "door-nurse")
        wait_for_page(program, qtbot)
        press(program, "choose-shown")
        return program

    def test_are_one_tick_and_one_more_page(self, open_program: OpenProgram, data_dir: Path, qtbot: QtBot) -> None:
        program = self.at_the_page(open_program, data_dir, qtbot)
        assert not find(program, "squares").isChecked()
        assert "They hold the whole diary. Whoever scans them can read it." in words_on_screen(program)
        press(program, "squares")
        wait_for_page(program, qtbot, "Page 1 of 2")
        assert "These squares hold the whole diary" in find_paper(program).accessibleDescription()
        press(program, "shown-done")
        assert "All days, all parts, and squares for a scanner" in words_on_screen(program)
        press(program, "choose-shown")
        press(program, "squares")
        wait_for_page(program, qtbot, "Page 1 of 1")

    def test_are_not_spoken_of_where_the_diary_is_too_long_for_them(
        self, open_program: OpenProgram, data_dir: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
    ) -> None:
        monkeypatch.setattr(on_paper, "MOST_SQUARES", 1)
        program = self.at_the_page(open_program, data_dir, qtbot)
        press(program, "squares")
        qtbot.waitUntil(lambda: "too long for the paper" in find_paper(program).accessibleDescription())
        said = words_on_screen(program)
        assert "This diary is too long for the paper: save the PDF instead." in said
        assert "They hold the whole diary" not in said
        press(program, "shown-done")
        assert "squares for a scanner" not in words_on_screen(program)

    def test_go_to_the_printer_as_they_are_seen(
        self,
        open_program: OpenProgram,
        data_dir: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        qtbot: QtBot,
    ) -> None:
        system = PaperCups(tmp_path / "cups", monkeypatch)
        system.prints_at_once()
        program = self.at_the_page(open_program, data_dir, qtbot)
        press(program, "squares")
        wait_for_page(program, qtbot, "Page 1 of 2")
        press(program, "print")
        qtbot.waitUntil(lambda: program.window.findChild(Banner) is not None)
        with pikepdf.open(BytesIO(system.pages)) as pdf:
            assert len(pdf.pages) == 2

    def test_are_not_for_a_part_of_the_diary_nor_for_what_is_made_up(
        self, open_program: OpenProgram, data_dir: Path, qtbot: QtBot
    ) -> None:
        program = self.at_the_page(open_program, data_dir, qtbot)
        press(program, "squares")
        wait_for_page(program, qtbot, "Page 1 of 2")
        press(program, "part-words")
        wait_for_page(program, qtbot, "Page 1 of 1")
        assert not find(program, "squares").isEnabled()
        assert "Only with all days and all parts: they hold the whole diary." in words_on_screen(program)
        press(program, "part-words")
        wait_for_page(program, qtbot, "Page 1 of 2")
        press(program, "shown-done")
        press(program, "source-example")
        press(program, "choose-shown")
        assert "Not for an example." in words_on_screen(program)

    def test_are_not_for_the_next_patient_unless_asked_for_again(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path, qtbot: QtBot
    ) -> None:
        program = self.at_the_page(open_program, data_dir, qtbot)
        press(program, "squares")
        wait_for_page(program, qtbot, "Page 1 of 2")
        press(program, "shown-done")
        press(program, "source-file")
        choose_file(program, write_diary(tmp_path / "anna.tpediary.json"))
        wait_for_page(program, qtbot)
        assert not program.diary.summary.squares

    def test_a_file_of_what_a_scanner_typed_is_opened_as_a_diary(
        self, open_program: OpenProgram, tmp_path: Path, qtbot: QtBot
    ) -> None:
        program = open_program()
        press(program, "door-nurse")
        (tmp_path / "scan.txt").write_text("\n".join(ANNA))
        press(program, "source-file")
        choose_file(program, tmp_path / "scan.txt")
        assert "Anna asks" in page(program, qtbot)
        (tmp_path / "scan.txt").write_text("\n".join(ANNA[1:]))
        press(program, "source-file")
        choose_file(program, tmp_path / "scan.txt")
        assert "all 4 squares of the page; missing: 1" in words_on_screen(program)

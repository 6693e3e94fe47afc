"""See it in pictures: one way to each of them, from wherever one is."""

from __future__ import annotations

import gc
import os
import weakref
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui.printing.paper_cups import PaperCups
from tests.ui.programs import OpenProgram, find, go, key, press, said_by, saved, shown_names
from tests.ui.voices import WrittenVoice
from tpe_guide.app import Program
from tpe_guide.navigation import Locator, ScreenId
from tpe_guide.pictures.registry import PICTURES, PictureId
from tpe_guide.policy import KIOSK
from tpe_guide.settings import Settings
from tpe_guide.ui.kit.marked_words import MarkedWords
from tpe_guide.ui.pictures.frame import PictureFrame
from tpe_guide.ui.printing.paper_buttons import PaperButtons
from tpe_guide.ui.printing.sheet_service import SheetService


def test_they_are_reached_by_a_key_and_from_the_contents(open_program: OpenProgram) -> None:
    program = open_program()
    key(program, "F4")
    assert program.session.locator == Locator("pictures")
    go(program, "contents")
    press(program, "contents-pictures")
    assert program.session.locator == Locator("pictures")


def test_at_a_kiosk_they_are_reached_from_home(open_program: OpenProgram) -> None:
    program = open_program(KIOSK, size=(1080, 1920), chosen=Settings(text_percent=150))
    go(program, "home")
    press(program, "see-rehearsal")
    assert program.session.locator == Locator("pictures")
    assert {f"see-{place}" for place in PICTURES} <= shown_names(program)


@pytest.mark.parametrize("place", PICTURES)
def test_each_stands_in_its_chapter_beside_a_page_and_in_the_contents(
    open_program: OpenProgram, place: PictureId
) -> None:
    program = open_program(page=PICTURES[place].page, chosen=Settings(motion="still"))
    press(program, f"see-{place}")
    assert program.session.locator == Locator(place)
    go(program, "contents")  # the chapter of the page read last is open
    press(program, f"see-{place}")
    assert program.session.locator == Locator(place)


def test_a_guide_without_the_page_of_a_picture_shows_the_picture_all_the_same(
    open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = open_program(chosen=Settings(motion="still"))
    monkeypatch.setattr(program.library, "order", ("tingling",))
    go(program, "comparison")
    press(program, "next")
    assert program.session.locator == Locator("pictures")


@pytest.mark.parametrize("place", PICTURES)
def test_each_has_a_door_and_can_be_left_by_the_key_that_leads_back(open_program: OpenProgram, place: str) -> None:
    program = open_program(chosen=Settings(motion="still"))
    go(program, "pictures")
    press(program, f"see-{place}")
    assert program.session.locator == Locator(place)  # type: ignore[arg-type]
    QTest.keyClick(program.window.focusWidget() or program.window, Qt.Key.Key_Escape)
    assert program.session.locator == Locator("pictures")


@pytest.mark.parametrize("place", PICTURES)
@pytest.mark.parametrize("path", ["", "deciding"])
def test_the_keys_that_turn_pages_do_what_its_buttons_do(
    open_program: OpenProgram, place: PictureId, path: str
) -> None:
    program = open_program(chosen=Settings(motion="still"))
    for name, keys in (("next", "Ctrl+PgDown"), ("back", "Ctrl+PgUp")):
        led = []
        for act in (partial(press, program, name), partial(key, program, keys)):
            go(program, "home")
            program.session.go(Locator(place, path=path))
            act()
            led.append((program.session.locator, type(program.window.screen_shown)))
        assert led[0] == led[1]
        assert led[0][0] != Locator(place, path=path) or place == "rehearsal"


def test_next_leads_through_all_of_them(open_program: OpenProgram) -> None:
    program = open_program(chosen=Settings(motion="still"))
    go(program, "pictures")
    press(program, f"see-{next(iter(PICTURES))}")
    seen = [program.session.locator.place]
    for __ in range(40):
        press(program, "next")
        if program.session.locator.place == "page":
            break
        if program.session.locator.place != seen[-1]:
            seen.append(program.session.locator.place)
    assert seen == list(PICTURES)
    assert program.session.locator == Locator("page", "questions-to-ask")


def settle() -> None:
    """Labels find their width and height one layout after the other."""
    for __ in range(10):
        QCoreApplication.processEvents()


def order_of(program: Program) -> list[tuple[str, int]]:
    """What stands below one another on the screen shown, and where."""
    page = program.window.screen_shown
    assert isinstance(page, PictureFrame)
    settle()
    shown = []
    for index in range(page.column.count()):
        item = page.column.itemAt(index)
        if not item.isEmpty() and item.spacerItem() is None:
            shown.append((type(item.widget() or item.layout()).__name__, item.geometry().top()))
    return shown


@pytest.mark.parametrize("place", PICTURES)
@pytest.mark.parametrize("size", [(1024, 700), (480, 800), (1440, 900)])
def test_whatever_the_window_was_before_all_stands_as_if_it_was_opened_so(
    open_program: OpenProgram, place: str, size: tuple[int, int]
) -> None:
    program = open_program(size=size, chosen=Settings(motion="still"))
    go(program, place)  # type: ignore[arg-type]
    fresh = order_of(program)
    for other in ((1440, 900), (1100, 700), (1101, 701), (600, 800), (601, 800)):
        program.window.resize(*other)
        QCoreApplication.processEvents()
    program.window.resize(*size)
    QCoreApplication.processEvents()
    assert order_of(program) == fresh


def test_what_a_visitor_said_and_picked_goes_with_their_window(data_dir: Path, qtbot: QtBot) -> None:
    """A kiosk forgets a visit by destroying its window."""
    program = Program(KIOSK, data_dir=data_dir, chosen=Settings(text_percent=150, motion="still"))
    program.window.resize(1080, 1920)
    program.window.show()
    for place in PICTURES:
        program.session.go(Locator(place))
        QCoreApplication.processEvents()
    program.session.set_access("neck-line")
    kept: list[weakref.ref[QObject]] = [weakref.ref(each) for each in (program.session, program.screens._pictures)]
    kept += [weakref.ref(state) for state in program.screens._pictures.findChildren(QObject)]
    assert len(kept) > 8
    program.window.closed.emit()
    program.window.deleteLater()
    del program
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert not [each() for each in kept if each() is not None and isValid(each())]
    assert not data_dir.exists()


class TestOnPaper:
    """What each of them prints and saves. A nurse has one press for it."""

    @pytest.mark.parametrize("place", PICTURES)
    def test_it_is_saved_where_one_says(self, open_program: OpenProgram, tmp_path: Path, place: ScreenId) -> None:
        program = open_program(chosen=Settings(motion="still"))
        go(program, place)
        press(program, "save-sheet")
        dialog = program.window.findChild(QWidget, "file-dialog")
        dialog.fileSelected.emit(str(tmp_path / "sheet"))
        dialog.close()
        saved(program)
        assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
        assert said(program) == f"Saved as {tmp_path / 'sheet.pdf'}."

    @pytest.mark.parametrize("place", PICTURES)
    def test_a_full_disk_leaves_the_old_sheet_as_it_was(
        self, open_program: OpenProgram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: ScreenId
    ) -> None:
        program = open_program(chosen=Settings(motion="still"))
        go(program, place)
        (tmp_path / "sheet.pdf").write_bytes(b"the old one")

        def no_room(*__: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", no_room)
        sheet_of(program).save_pdf(str(tmp_path / "sheet.pdf"))
        saved(program)
        monkeypatch.undo()
        assert (tmp_path / "sheet.pdf").read_bytes() == b"the old one"
        assert [path.name for path in tmp_path.iterdir() if path.suffix == ".pdf"] == ["sheet.pdf"]
        assert "no space left" in said(program).lower()

    def test_where_nothing_can_be_written_it_says_so(self, open_program: OpenProgram, tmp_path: Path) -> None:
        program = open_program(chosen=Settings(motion="still"))
        go(program, "feelings")
        sheet_of(program).save_pdf(str(tmp_path / "no such folder" / "sheet.pdf"))
        saved(program)
        assert "no such folder" in said(program)
        assert not (tmp_path / "no such folder").exists()

    def test_without_a_printer_it_says_what_can_be_done(
        self, open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
    ) -> None:
        PaperCups(tmp_path / "cups", monkeypatch).printers("")
        program = open_program(chosen=Settings(motion="still"))
        go(program, "comparison")
        press(program, "print-sheet")
        qtbot.waitUntil(lambda: said_by(program) != "")
        assert said(program) == "There is no printer on this computer. You can save the page as a PDF instead."

    @pytest.mark.parametrize("place", PICTURES)
    def test_at_a_kiosk_there_is_no_way_to_files_or_printers(self, open_program: OpenProgram, place: ScreenId) -> None:
        program = open_program(KIOSK, size=(1080, 1920), chosen=Settings(text_percent=150, motion="still"))
        go(program, place)
        assert not {"print-sheet", "save-sheet"} & shown_names(program)


@pytest.mark.parametrize("place", PICTURES)
@pytest.mark.parametrize("size", [(360, 600), (480, 800), (1440, 900)])
def test_every_button_has_a_name_and_is_large_enough(
    open_program: OpenProgram, place: ScreenId, size: tuple[int, int]
) -> None:
    program = open_program(size=size, chosen=Settings(motion="still", access="neck-line"))
    go(program, place)
    settle()
    for name in shown_names(program):
        button = find(program, name)
        assert button.accessibleName(), name
        assert min(button.width(), button.height()) >= 48, name


@pytest.mark.parametrize("place", PICTURES)
def test_at_a_kiosk_every_button_is_large_enough_for_whoever_stands(open_program: OpenProgram, place: ScreenId) -> None:
    chosen = Settings(text_percent=150, motion="still", access="neck-line")
    program = open_program(KIOSK, size=(1080, 1920), chosen=chosen, make_voice=WrittenVoice)
    go(program, place)
    settle()
    buttons = [each for each in program.window.screen_shown.findChildren(QAbstractButton) if each.isVisible()]
    assert len(buttons) >= 3
    for button in buttons:
        assert min(button.width(), button.height()) >= 80, button.objectName()


def sheet_of(program: Program) -> SheetService:
    """What takes the picture that is shown to paper."""
    buttons = program.window.screen_shown.findChild(PaperButtons)
    return buttons._sheet


def said(program: Program) -> str:
    """What the program has last told the person."""
    QCoreApplication.processEvents()
    return said_by(program)


@pytest.mark.parametrize("picture", ["feelings", "access"])
def test_all_words_are_laid_out_once_before_it_is_seen(
    open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch, picture: PictureId
) -> None:
    program = open_program()
    asked: list[int] = []
    lay_out = MarkedWords.lay_out

    def note(words: MarkedWords, width: int) -> int:
        asked.append(id(words))
        return lay_out(words, width)

    monkeypatch.setattr(MarkedWords, "lay_out", note)
    go(program, picture)
    assert asked
    assert len(asked) == len(set(asked)), "for a width that nobody gives them, or twice"

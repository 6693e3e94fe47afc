"""The dial over a page, its bookmark, and the place that is kept."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.programs import OpenProgram, find, go, key, press
from tpe_guide.app import Program
from tpe_guide.guide.model import SourcesDiffer
from tpe_guide.navigation import Locator
from tpe_guide.policy import KIOSK
from tpe_guide.settings import Settings
from tpe_guide.ui.guide import guide
from tpe_guide.ui.reading.reading_view import ReadingView

PAGE = "swap-not-clean"
DEPTHS = ("depth-facts", "depth-minute", "depth-full")


def text_of(program: Program) -> str:
    return find(program, "reading-view", ReadingView).toPlainText()


def view_of(program: Program) -> ReadingView:
    return find(program, "reading-view", ReadingView)


def picked(program: Program) -> list[str]:
    return [name for name in DEPTHS if find(program, name).isChecked()]


class TestDial:
    def test_a_page_opens_at_one_minute(self, open_program: OpenProgram) -> None:
        program = open_program(page=PAGE)
        assert picked(program) == ["depth-minute"]
        assert "More about this" not in text_of(program)

    def test_turning_it_shows_less_and_more(self, open_program: OpenProgram) -> None:
        program = open_program(page=PAGE)
        lengths = []
        for name in DEPTHS:
            press(program, name)
            assert picked(program) == [name]
            lengths.append(len(text_of(program)))
        assert lengths == sorted(lengths)
        assert lengths[0] < lengths[1] < lengths[2]

    @pytest.mark.parametrize(("keys", "name"), [("Ctrl+1", "depth-facts"), ("Ctrl+3", "depth-full")])
    def test_by_key(self, open_program: OpenProgram, keys: str, name: str) -> None:
        program = open_program(page=PAGE)
        key(program, keys)
        assert picked(program) == [name]

    def test_the_arrow_keys_turn_it(self, open_program: OpenProgram) -> None:
        program = open_program(page=PAGE)
        find(program, "depth-minute").setFocus()
        QTest.keyClick(find(program, "depth-minute"), Qt.Key.Key_Right)
        assert picked(program) == ["depth-full"]

    def test_it_stays_as_it_was_turned_on_the_next_page_and_the_next_day(self, open_program: OpenProgram) -> None:
        program = open_program(page=PAGE)
        press(program, "depth-facts")
        press(program, "next")
        assert picked(program) == ["depth-facts"]
        program.session.save_now()
        assert picked(open_program(page="tingling")) == ["depth-facts"]

    def test_the_words_at_the_end_of_a_shallow_page_turn_it(self, open_program: OpenProgram) -> None:
        program = open_program(page=PAGE)
        press(program, "depth-facts")
        view = view_of(program)
        [deeper] = [index for index, link in enumerate(view.links) if link.href == "go:depth:minute"]
        view.activate_link(deeper)
        assert picked(program) == ["depth-minute"]

    def test_turning_it_keeps_the_words_at_the_top(self, open_program: OpenProgram) -> None:
        program = open_program(page=PAGE)
        view = view_of(program)
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
        place = view.place
        assert place.part == "minute"
        press(program, "depth-full")
        assert view.place.block == place.block

    def test_disagreements_are_shown_at_the_minute_but_not_on_a_foggy_day(self, open_program: OpenProgram) -> None:
        program = open_program(page=PAGE)
        page = program.library.page(PAGE)
        assert any(isinstance(block, SourcesDiffer) for block in page.minute + page.full)
        assert "Sources differ" in text_of(program)
        press(program, "depth-facts")
        assert "Sources differ" not in text_of(program)

    @pytest.mark.parametrize(("size", "letters"), [((1366, 728), 39), ((480, 800), 20)])
    def test_its_short_words_are_as_large_as_there_is_room_for(
        self, open_program: OpenProgram, size: tuple[int, int], letters: int
    ) -> None:
        program = open_program(page=PAGE, size=size, chosen=Settings(text_percent=400))
        parts = [find(program, depth) for depth in DEPTHS]
        assert parts[0].text() == "3 facts"
        assert len({part.font().pixelSize() for part in parts}) == 1
        assert parts[0].font().pixelSize() >= letters

    def test_in_a_narrow_window_its_words_are_short_but_spoken_in_full(self, open_program: OpenProgram) -> None:
        program = open_program(page=PAGE, size=(360, 640))
        part = find(program, "depth-facts")
        assert part.text() == "3 facts"
        assert part.accessibleName() == "Three facts"

    def test_in_every_window_the_strip_fits(self, open_program: OpenProgram) -> None:
        for size, percent in (((480, 800), 100), ((480, 800), 400), ((1024, 700), 200), ((1440, 900), 100)):
            program = open_program(chosen=Settings(text_percent=percent), page=PAGE, size=size)
            bookmark = find(program, "bookmark")
            assert bookmark.mapTo(program.window, bookmark.rect().topRight()).x() < program.window.width()


class TestBookmark:
    def test_one_press_marks_and_the_next_takes_it_away(self, open_program: OpenProgram) -> None:
        program = open_program(page=PAGE)
        press(program, "bookmark")
        assert program.session.settings.bookmarks == (PAGE,)
        assert find(program, "bookmark").isChecked()
        key(program, "Ctrl+B")
        assert program.session.settings.bookmarks == ()
        assert not find(program, "bookmark").isChecked()

    def test_marked_pages_are_listed_first_in_the_contents_the_latest_first(self, open_program: OpenProgram) -> None:
        program = open_program(page=PAGE)
        press(program, "bookmark")
        go(program, "page", "tingling")
        press(program, "bookmark")
        go(program, "contents")
        rows = [row.accessibleName() for row in program.window.findChildren(QAbstractButton) if row.isVisible()]
        listed = [name for name in rows if name.endswith("marked")]
        assert listed[:2] == [
            "Page 1 of 2: Why might I tingle?, current, marked",
            "Page 2 of 2: Swap, not clean, marked",
        ]

    def test_a_mark_on_a_page_that_this_guide_lacks_is_passed_over_and_kept(self, open_program: OpenProgram) -> None:
        program = open_program(chosen=Settings(bookmarks=("gone", PAGE), last_page=PAGE))
        go(program, "contents")
        go(program, "page", "tingling")
        press(program, "bookmark")
        assert program.session.settings.bookmarks == ("gone", PAGE, "tingling")


class TestPlace:
    def test_the_page_opens_where_it_was_left_at_another_size(self, open_program: OpenProgram) -> None:
        program = open_program(chosen=Settings(depth="full"), page=PAGE)
        view = view_of(program)
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
        left = view.place
        go(program, "home")
        program.session.save_now()
        kept = program.session.settings
        assert (kept.last_page, kept.last_place) == (PAGE, str(left))
        again = open_program(chosen=kept._replace(text_percent=200), size=(1024, 700))
        press(again, "continue")
        assert view_of(again).place.block == left.block

    def test_back_leads_to_the_very_words(self, open_program: OpenProgram) -> None:
        program = open_program(chosen=Settings(depth="full"), page=PAGE)
        view = view_of(program)
        view.verticalScrollBar().setValue(400)
        left = view.place
        program.session.go(Locator("page", "tingling"))
        key(program, "Alt+Left")
        assert view_of(program).place == left

    def test_another_look_keeps_the_words_at_the_top(self, open_program: OpenProgram) -> None:
        program = open_program(chosen=Settings(depth="full"), page=PAGE)
        view_of(program).verticalScrollBar().setValue(500)
        left = view_of(program).place
        key(program, "F8")
        assert view_of(program).place == left

    def test_a_spot_that_stands_deeper_is_shown_for_this_page_only(
        self, open_program: OpenProgram, qtbot: QtBot
    ) -> None:
        program = open_program(chosen=Settings(depth="facts"), page="tingling")
        program.session.go(Locator("page", PAGE, "full.2"))
        qtbot.waitUntil(lambda: picked(program) == ["depth-full"])  # the strip follows after the text is painted
        assert view_of(program).place.block == "full.2"
        assert program.session.settings.depth == "facts"
        press(program, "next")
        qtbot.waitUntil(lambda: picked(program) == ["depth-facts"])

    def test_a_turned_page_begins_at_its_top(self, open_program: OpenProgram) -> None:
        program = open_program(page=PAGE)
        view_of(program).verticalScrollBar().setValue(300)
        press(program, "next")
        assert view_of(program).verticalScrollBar().value() == 0

    def test_nothing_is_lost_when_the_program_is_killed(self, tmp_path: Path) -> None:
        """Only what happened in the last second may be."""
        reader = str(Path(__file__).with_name("read_on.py"))
        child = subprocess.Popen([sys.executable, reader, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        place = child.stdout.readline().strip()
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        kept = json.loads((tmp_path / "settings.json").read_text())
        assert (kept["last_page"], kept["last_place"]) == (PAGE, place)
        assert place.startswith("full.")


class TestTime:
    def test_it_is_told_for_the_page_and_the_chapter(self, open_program: OpenProgram) -> None:
        program = open_program(chosen=Settings(paces=(100,)), page=PAGE)
        here, chapter = (program.library.words(PAGE, "minute"), program.library.words_to_chapter_end(PAGE, "minute"))
        spoken = [label.accessibleName() for label in program.window.findChildren(QLabel)]
        minutes = (-(-here // 100), -(-chapter // 100))
        assert "About {} minutes for this page, {} minutes to the end of the chapter".format(*minutes) in spoken

    def test_a_page_read_to_its_end_teaches_the_pace(
        self, open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = open_program(page=PAGE)
        view = view_of(program)
        monkeypatch.setattr(guide.QElapsedTimer, "elapsed", lambda self: 120_000)
        press(program, "next")
        assert program.session.settings.paces == ()  # its end was never seen
        press(program, "previous")
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        press(program, "next")
        assert program.session.settings.paces == (round(program.library.words(PAGE, "minute") / 2),)

    def test_the_time_away_in_another_window_is_no_reading(self, open_program: OpenProgram) -> None:
        program = open_program(page=PAGE)
        screen = program.window.screen_shown
        assert isinstance(screen, guide.GuidePage)
        assert screen._reading.isValid()
        other = open_program()
        other.window.activateWindow()
        QTest.qWaitForWindowActive(other.window)
        assert not screen._reading.isValid()


def test_a_kiosk_forgets_dial_marks_and_place(open_program: OpenProgram, tmp_path: Path) -> None:
    program = open_program(KIOSK, page=PAGE)
    press(program, "depth-full")
    press(program, "bookmark")
    program.session.save_now()
    assert not list(tmp_path.rglob("settings.json"))

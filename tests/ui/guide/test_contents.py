"""The guide at a glance: three questions, ten chapters, two presses to any page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from tests.ui.programs import OpenProgram, find, go, press, shown_names
from tpe_guide.app import Program
from tpe_guide.guide.library import Library
from tpe_guide.navigation import Locator
from tpe_guide.policy import HOME, KIOSK
from tpe_guide.settings import Settings
from tpe_guide.ui.guide.chapter_card import ChapterCard
from tpe_guide.ui.guide.part_block import PartBlock

LIBRARY = Library.load()
WIDE, MIDDLE, NARROW = (1440, 900), (1024, 700), (480, 800)


def opened(program: Program) -> list[str]:
    QApplication.processEvents()
    cards = program.window.findChildren(ChapterCard)
    return [card.chapter.id for card in cards if card.is_open and card.isVisible()]


def left_of(program: Program, name: str) -> int:
    return find(program, name).mapTo(program.window, QPoint()).x()


def is_seen(program: Program, widget: QWidget) -> bool:
    [area] = [area for area in program.window.findChildren(QScrollArea) if area.isVisible()]
    top = widget.mapTo(area.viewport(), QPoint()).y()
    return top >= 0 and top + widget.height() <= area.viewport().height()


def read_aloud(program: Program, name: str) -> str:
    return find(program, name).accessibleName()


class TestQuestions:
    def test_each_chapter_stands_once_in_the_order_of_the_questions(self, open_program: OpenProgram) -> None:
        program = open_program()
        go(program, "contents")
        cards = [card.chapter.id for card in program.window.findChildren(ChapterCard)]
        listed = [name for part in LIBRARY.parts for name in part.chapters] + list(LIBRARY.below)
        assert cards == listed
        assert sorted(cards) == sorted(chapter.id for chapter in LIBRARY.chapters)

    def test_in_a_wide_window_they_are_columns(self, open_program: OpenProgram) -> None:
        program = open_program(size=WIDE)
        go(program, "contents")
        firsts = [left_of(program, f"chapter-{part.chapters[0]}") for part in LIBRARY.parts]
        assert firsts == sorted(set(firsts))
        assert not [name for name in shown_names(program) if name.startswith("fold-")]

    @pytest.mark.parametrize(("size", "percent"), [(MIDDLE, 100), (NARROW, 100), (WIDE, 200)])
    def test_elsewhere_they_are_blocks_that_fold_and_stay_folded(
        self, open_program: OpenProgram, size: tuple[int, int], percent: int
    ) -> None:
        program = open_program(size=size, chosen=Settings(text_percent=percent))
        go(program, "contents")
        assert "chapter-relapse" in shown_names(program)
        press(program, "fold-question-0")
        assert "chapter-relapse" not in shown_names(program)
        assert read_aloud(program, "fold-question-0") == "Should I?, 3 chapters, 28 min, closed"
        program.session.next_theme()
        assert "chapter-relapse" not in shown_names(program)
        press(program, "fold-question-0")
        assert "chapter-relapse" in shown_names(program)
        assert read_aloud(program, "fold-question-0").endswith("open")

    def test_what_was_folded_in_a_narrow_window_is_shown_in_a_wide_one(self, open_program: OpenProgram) -> None:
        program = open_program(size=NARROW)
        go(program, "contents")
        press(program, "fold-question-0")
        program.window.resize(*WIDE)
        assert "chapter-relapse" in shown_names(program)

    def test_a_guide_that_names_none_shows_all_chapters_in_one(
        self, open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(Library, "parts", ())
        monkeypatch.setattr(Library, "below", ())
        program = open_program()
        go(program, "contents")
        [block] = program.window.findChildren(PartBlock)
        cards = [card.chapter.id for card in block.findChildren(ChapterCard)]
        assert cards == [chapter.id for chapter in LIBRARY.chapters]


class TestChapters:
    @pytest.mark.parametrize("chapter", LIBRARY.chapters, ids=lambda chapter: chapter.id)
    def test_two_presses_lead_to_each_page(self, open_program: OpenProgram, chapter: object) -> None:
        program = open_program(size=NARROW)
        for page in chapter.pages:  # type: ignore[attr-defined]
            go(program, "contents")
            if chapter.id not in opened(program):  # type: ignore[attr-defined]
                press(program, f"chapter-{chapter.id}")  # type: ignore[attr-defined]
            press(program, f"page-{page}")
            assert program.session.locator == Locator("page", page)

    def test_one_is_open_at_a_time(self, open_program: OpenProgram) -> None:
        program = open_program()
        go(program, "contents")
        assert opened(program) == [], "nothing has been read"
        for name in ("ready", "about"):
            press(program, f"chapter-{name}")
            assert opened(program) == [name]
        press(program, "chapter-about")
        assert opened(program) == []

    def test_the_chapter_of_the_page_read_last_opens_first(self, open_program: OpenProgram) -> None:
        program = open_program(page="light-headed", size=NARROW)
        go(program, "contents")
        assert opened(program) == ["feelings"]
        row = find(program, "page-light-headed")
        assert QApplication.focusWidget() is row
        assert is_seen(program, row)
        assert row.accessibleName().endswith("current")

    def test_one_that_was_opened_stays_so_until_a_page_of_another_is_read(self, open_program: OpenProgram) -> None:
        program = open_program(page="light-headed")
        go(program, "contents")
        press(program, "chapter-ready")
        program.session.next_theme()
        assert opened(program) == ["ready"]
        press(program, "check-ready")
        program.session.back()
        assert opened(program) == ["ready"]
        assert QApplication.focusWidget() is find(program, "check-ready"), "where the person left"
        go(program, "page", "infection")
        go(program, "contents")
        assert opened(program) == ["risks"]

    def test_what_is_read_is_counted_and_said(self, open_program: OpenProgram) -> None:
        read = ("what-a-relapse-is", "what-steroids-do", "when-steroids-are-not-enough", "who-plasma-exchange-helps")
        program = open_program(chosen=Settings(read_pages=(*read, "what-plasma-is"), bookmarks=("swap-not-clean",)))
        go(program, "contents")
        assert read_aloud(program, "chapter-relapse") == "Relapses and steroids, 4 of 4 read, 9 min, closed"
        name = "How plasma exchange works, 1 of 7 read, 14 min, 2 pictures, {}"
        assert read_aloud(program, "chapter-how-it-works") == name.format("closed")
        press(program, "chapter-how-it-works")
        assert read_aloud(program, "chapter-how-it-works") == name.format("open")
        assert read_aloud(program, "page-what-plasma-is").endswith(", read")
        assert read_aloud(program, "page-swap-not-clean").endswith(", marked")
        assert "5 of 60 pages read. Minutes are a guess." in [
            label.text() for label in program.window.findChildren(QLabel)
        ]

    def test_minutes_follow_the_depth_and_the_pace_of_the_reader(self, open_program: OpenProgram) -> None:
        program = open_program(chosen=Settings(depth="full", paces=(60,)))
        go(program, "contents")
        words = sum(LIBRARY.words(page, "full") for page in LIBRARY.chapters[0].pages)
        assert f", {-(-words // 60)} min, " in read_aloud(program, "chapter-relapse")

    def test_check_yourself_is_the_last_line(self, open_program: OpenProgram) -> None:
        program = open_program()
        go(program, "contents")
        press(program, "chapter-how-it-works")
        [card] = [card for card in program.window.findChildren(ChapterCard) if card.is_open]
        assert [row.objectName() for row in card.rows[-3:]] == ["see-access", "see-circuit", "check-how-it-works"]

    def test_keys_alone_reach_all_of_it_in_the_order_of_reading(self, open_program: OpenProgram) -> None:
        program = open_program()
        go(program, "contents")
        press(program, "chapter-relapse")
        find(program, "search-the-guide").setFocus()
        visited = []
        for _step in range(12):
            QTest.keyClick(program.window, Qt.Key.Key_Tab)
            focused = QApplication.focusWidget()
            assert focused is not None
            visited.append(focused.objectName())
        pages = [f"page-{page}" for page in LIBRARY.chapters[0].pages]
        assert visited[:8] == [
            "chapter-relapse", *pages, "check-relapse", "chapter-options", "chapter-deciding"
        ]  # fmt: skip


class TestOtherWays:
    def test_marked_pages_stand_before_all_else_the_latest_first(self, open_program: OpenProgram) -> None:
        program = open_program(chosen=Settings(bookmarks=("tingling", "gone", "the-machine")))
        go(program, "contents")
        assert read_aloud(program, "marked-the-machine") == "Page 1 of 2: How does the machine work?, marked"
        assert read_aloud(program, "marked-tingling") == "Page 2 of 2: Why might I tingle?, marked"
        press(program, "marked-tingling")
        assert program.session.locator == Locator("page", "tingling")

    def test_marked_pages_fold_in_any_window(self, open_program: OpenProgram) -> None:
        program = open_program(chosen=Settings(bookmarks=("tingling",)))
        go(program, "contents")
        press(program, "fold-marked")
        assert "marked-tingling" not in shown_names(program)

    def test_they_lead_to_all_words_all_pictures_and_the_search(self, open_program: OpenProgram) -> None:
        program = open_program(HOME)
        for name, place in (("words", "words"), ("contents-pictures", "pictures"), ("search-the-guide", "search")):
            go(program, "contents")
            press(program, name)
            assert program.session.locator == Locator(place)  # type: ignore[arg-type]

    def test_at_a_kiosk_nothing_leads_to_the_search(self, open_program: OpenProgram) -> None:
        program = open_program(KIOSK, size=(1080, 1920), chosen=Settings(text_percent=150))
        go(program, "contents")
        assert "search-the-guide" not in shown_names(program)
        press(program, "chapter-feelings")
        press(program, "page-tingling")
        assert program.session.locator == Locator("page", "tingling")

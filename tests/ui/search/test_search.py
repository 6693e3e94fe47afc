"""Looking for something: by letters, by keys, and back again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.programs import OpenProgram, find, go, key, press, shown_names
from tpe_guide import paths
from tpe_guide.app import Program
from tpe_guide.guide.library import Library
from tpe_guide.navigation import Locator
from tpe_guide.policy import KIOSK
from tpe_guide.search.hit import Hit
from tpe_guide.search.index import SearchIndex
from tpe_guide.settings import Settings
from tpe_guide.ui.reading.reading_view import ReadingView
from tpe_guide.ui.search.result_row import ResultRow
from tpe_guide.ui.search.search import SearchPage


@pytest.fixture
def program(open_program: OpenProgram) -> Program:
    """The guide, at search."""
    opened = open_program()
    key(opened, "Ctrl+F")
    return opened


def line(program: Program) -> QLineEdit:
    return find(program, "search-line", QLineEdit)


def type_in(program: Program, words: str) -> None:
    """Type into whatever has the keyboard."""
    for letter in words:
        focused = program.window.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, letter)
    QCoreApplication.processEvents()


def hit_key(program: Program, pressed: Qt.Key) -> None:
    focused = program.window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, pressed)
    QCoreApplication.processEvents()


def rows(program: Program) -> list[ResultRow]:
    return [row for row in program.window.findChildren(ResultRow) if row.isVisible()]


def hits(program: Program) -> list[Hit]:
    return [row.hit for row in rows(program) if row.hit is not None]


def texts(program: Program) -> list[str]:
    return [label.text() for label in program.window.findChildren(QLabel) if label.isVisible()]


def focused_name(program: Program) -> str:
    focused = program.window.focusWidget()
    return focused.objectName() if focused is not None else ""


@pytest.mark.parametrize(("size", "percent"), [((1366, 728), 400), ((640, 340), 400)])
def test_the_line_is_whole_in_a_low_window(open_program: OpenProgram, size: tuple[int, int], percent: int) -> None:
    program = open_program(size=size, chosen=Settings(text_percent=percent))
    key(program, "Ctrl+F")
    type_in(program, "tingly")
    around = line(program).parentWidget()
    assert around.rect().contains(line(program).geometry())


class TestTyping:
    def test_search_begins_with_a_line_to_write_on_and_hints(self, program: Program) -> None:
        assert line(program).hasFocus()
        assert {"hint-0", "hint-1", "hint-2", "hint-3"} <= shown_names(program)
        assert not rows(program)
        assert not any("result" in text for text in texts(program))

    def test_every_letter_finds(self, program: Program) -> None:
        type_in(program, "tin")
        first = hits(program)
        type_in(program, "gly")
        assert first
        assert hits(program)[0].target == "tingling"
        assert hits(program) == SearchIndex.load().search("tingly")

    def test_how_much_was_found_is_said(self, program: Program) -> None:
        type_in(program, "plex")
        assert f"{len(rows(program))} results" in texts(program)

    def test_the_hints_go_and_come_back(self, program: Program) -> None:
        type_in(program, "plex")
        assert "hint-0" not in shown_names(program)
        press(program, "clear-search")
        assert "hint-0" in shown_names(program)
        assert not rows(program)
        assert line(program).hasFocus()

    @pytest.mark.parametrize("blank", [" ", "   "])
    def test_blanks_look_for_nothing(self, program: Program, blank: str) -> None:
        type_in(program, blank)
        assert "hint-0" in shown_names(program)
        assert "to-contents" not in shown_names(program)

    def test_a_hint_is_typed_for_me(self, program: Program) -> None:
        press(program, "hint-0")
        assert line(program).text() == "tingly"
        assert hits(program)[0].target == "tingling"
        assert line(program).hasFocus()

    @pytest.mark.parametrize("number", range(4))
    def test_every_hint_finds_something(self, program: Program, number: int) -> None:
        press(program, f"hint-{number}")
        assert rows(program)

    def test_rows_are_kept_from_letter_to_letter(self, program: Program) -> None:
        type_in(program, "plas")
        before = rows(program)
        type_in(program, "ma")
        assert [id(row) for row in rows(program)][:3] == [id(row) for row in before][:3]

    def test_rows_that_are_not_needed_go(self, program: Program) -> None:
        type_in(program, "plasma")
        many = len(rows(program))
        line(program).setText("haematocrit")
        QCoreApplication.processEvents()
        assert 0 < len(rows(program)) < many

    def test_each_row_is_large_enough_for_a_finger(self, program: Program) -> None:
        type_in(program, "drip")
        assert all(row.height() >= 64 for row in rows(program))

    @pytest.mark.parametrize("odd", ["🩸", "x" * 300, "\u202eplasma", "a\u0301", "<b>plasma</b>", "%s {0}"])
    def test_whatever_is_typed_nothing_breaks(self, program: Program, odd: str) -> None:
        line(program).setText(odd)
        QCoreApplication.processEvents()
        assert program.window.grab().width()


class TestNothingFound:
    def test_it_is_said_kindly_with_what_to_do(self, program: Program) -> None:
        type_in(program, "qqqqwx")
        assert "Nothing found for “qqqqwx”." in texts(program)
        assert {"to-contents", "to-urgent"} <= shown_names(program)
        assert not rows(program)

    @pytest.mark.parametrize(("button", "place"), [("to-contents", "contents"), ("to-urgent", "urgent")])
    def test_the_ways_on_lead_there(self, program: Program, button: str, place: str) -> None:
        type_in(program, "qqqqwx")
        press(program, button)
        assert program.session.locator.place == place


class TestKeys:
    def test_down_and_up_go_through_the_rows_and_back_to_the_line(self, program: Program) -> None:
        type_in(program, "plex")
        seen = []
        for pressed in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up):
            hit_key(program, pressed)
            seen.append(focused_name(program))
        assert seen == ["result-0", "result-1", "result-0", "search-line", "search-line"]

    def test_the_last_row_is_the_last(self, program: Program) -> None:
        type_in(program, "plex")
        for __ in range(len(rows(program)) + 2):
            hit_key(program, Qt.Key.Key_Down)
        assert program.window.focusWidget() is rows(program)[-1]

    def test_the_row_that_is_reached_is_seen(self, program: Program) -> None:
        type_in(program, "plex")
        for __ in rows(program):
            hit_key(program, Qt.Key.Key_Down)
        last = rows(program)[-1]
        assert last.visibleRegion().boundingRect() == last.rect()

    def test_enter_goes_to_the_first_row_and_enter_again_opens_it(self, program: Program) -> None:
        """Whoever ends a word with Enter, by habit, is not thrown onto a page."""
        type_in(program, "plex")
        first = hits(program)[0].target
        hit_key(program, Qt.Key.Key_Return)
        assert focused_name(program) == "result-0"
        hit_key(program, Qt.Key.Key_Return)
        assert program.session.locator.page == first

    def test_letters_on_a_row_go_on_with_the_word(self, program: Program) -> None:
        type_in(program, "pl")
        hit_key(program, Qt.Key.Key_Down)
        type_in(program, "ex")
        assert line(program).text() == "plex"
        hit_key(program, Qt.Key.Key_Down)
        hit_key(program, Qt.Key.Key_Backspace)
        assert line(program).text() == "ple"
        assert line(program).hasFocus()

    def test_escape_goes_to_the_line_then_back_where_one_came_from(self, program: Program) -> None:
        type_in(program, "plex")
        hit_key(program, Qt.Key.Key_Down)
        hit_key(program, Qt.Key.Key_Escape)
        assert line(program).hasFocus()
        hit_key(program, Qt.Key.Key_Escape)
        assert program.session.locator == Locator("home")

    def test_the_button_goes_back_too(self, program: Program) -> None:
        press(program, "go-back")
        assert program.session.locator == Locator("home")


class TestOpening:
    def test_a_page_opens_at_the_words_that_were_found(self, program: Program) -> None:
        type_in(program, "how long am i on the machine")
        hit = next(hit for hit in hits(program) if hit.kind == "page" and hit.place.depth == "full")
        press(program, f"result-{hits(program).index(hit)}")

        view = find(program, "reading-view", ReadingView)
        assert program.session.locator.page == hit.target
        assert program.session.locator.spot == f"full.{hit.place.block}"
        assert view.verticalScrollBar().value() > 0
        assert view.place.block == f"full.{hit.place.block}"

    def test_a_word_opens_the_glossary_there(self, program: Program) -> None:
        type_in(program, "albumin")
        number = next(number for number, hit in enumerate(hits(program)) if hit.kind == "word")
        press(program, f"result-{number}")
        assert program.session.locator == Locator("words", "albumin")

    def test_a_warning_sign_opens_urgent_help(self, program: Program) -> None:
        type_in(program, "fever")
        number = next(number for number, hit in enumerate(hits(program)) if hit.kind == "urgent")
        press(program, f"result-{number}")
        assert program.session.locator == Locator("urgent")

    def test_every_place_that_can_be_found_exists(self) -> None:
        """Whatever the index says, the page has such a block."""
        library, index = Library.load(), SearchIndex.load()
        blocks = {"in_short": "in_short", "minute": "minute", "full": "full"}
        asked = 0
        for term in library.terms:
            for hit in index.search(term.word):
                if hit.kind == "page" and hit.place.depth in blocks:
                    asked += 1
                    assert hit.place.block < len(getattr(library.page(hit.target), hit.place.depth))
        assert asked > 100


class TestComingBack:
    def test_back_returns_to_the_query_and_the_row(self, program: Program) -> None:
        type_in(program, "plex")
        hit_key(program, Qt.Key.Key_Down)
        hit_key(program, Qt.Key.Key_Down)
        before = hits(program)
        hit_key(program, Qt.Key.Key_Return)
        assert program.session.locator.place == "page"
        key(program, "Alt+Left")
        assert line(program).text() == "plex"
        assert hits(program) == before
        assert focused_name(program) == "result-1"

    def test_a_new_look_changes_nothing_but_the_look(self, program: Program) -> None:
        type_in(program, "plex")
        hit_key(program, Qt.Key.Key_Down)
        key(program, "F8")
        assert line(program).text() == "plex"
        assert rows(program)
        assert focused_name(program) == "result-0"

    def test_asking_again_begins_anew_with_the_first_letter(self, program: Program) -> None:
        type_in(program, "plex")
        hit_key(program, Qt.Key.Key_Down)
        hit_key(program, Qt.Key.Key_Return)
        key(program, "Ctrl+F")
        assert line(program).hasFocus()
        assert line(program).text() == "plex"
        type_in(program, "d")
        assert line(program).text() == "d"

    def test_nothing_of_it_is_written_to_disk(self, program: Program, data_dir: Path) -> None:
        type_in(program, "zebrafinch")
        program.session.mark_read("tingling")
        program.session.save_now()
        written = [path for path in data_dir.rglob("*") if path.is_file()]
        assert written
        assert not any(b"zebrafinch" in path.read_bytes() for path in written)

    def test_another_window_knows_nothing_of_it(self, program: Program, open_program: OpenProgram) -> None:
        type_in(program, "plex")
        other = open_program()
        key(other, "Ctrl+F")
        assert line(other).text() == ""


class TestForScreenReaders:
    def test_the_line_and_the_rows_have_names(self, program: Program) -> None:
        type_in(program, "plex")
        assert line(program).accessibleName() == "Search the guide"
        row = rows(program)[0]
        spoken = QAccessible.queryAccessibleInterface(row)
        assert spoken.text(QAccessible.Text.Name) == "Page: Who may plasma exchange help?"
        assert "another word for" in spoken.text(QAccessible.Text.Description)

    def test_how_much_was_found_is_told_once_the_letters_stop(
        self, program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        told: list[str] = []
        page = program.window.screen_shown
        assert isinstance(page, SearchPage)
        monkeypatch.setattr(QAccessible, "isActive", lambda: True)
        monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(_words_of(event)))
        page._quiet.setInterval(30)
        for letters in ("p", "l", "e", "x"):
            type_in(program, letters)
        qtbot.waitUntil(lambda: "12 results" in told)
        assert [words for words in told if words] == ["12 results"]


def _words_of(event: object) -> str:
    message = getattr(event, "message", None)
    return message() if callable(message) else ""


class TestWhereItIsOffered:
    def test_a_tool_in_the_bar_opens_it(self, open_program: OpenProgram) -> None:
        program = open_program()
        press(program, "search")
        assert program.session.locator == Locator("search")

    def test_nobody_types_at_a_kiosk(self, open_program: OpenProgram) -> None:
        program = open_program(KIOSK, size=(1080, 1920))
        assert "search" not in shown_names(program)
        key(program, "Ctrl+F")
        assert program.session.locator == Locator("home")

    def test_the_keys_page_tells_of_it(self, open_program: OpenProgram) -> None:
        program = open_program()
        go(program, "keys")
        assert "Search the guide" in texts(program)


@pytest.mark.parametrize(
    ("typed", "leads_to"),
    [
        ("rehearse", Locator("rehearsal")),
        ("compare", Locator("comparison")),
        ("how many got better", Locator("odds", "helped")),
    ],
)
def test_a_picture_is_found_by_its_title(program: Program, typed: str, leads_to: Locator) -> None:
    type_in(program, typed)
    row = rows(program)[0]
    assert row.accessibleName().startswith("Picture: ")
    assert row.accessibleDescription() == "(In the title)"
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert program.session.locator == leads_to


def test_the_index_is_loaded_by_the_first_letter_and_not_before(
    open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    load = SearchIndex.load
    monkeypatch.setattr(SearchIndex, "load", lambda language: loaded.append(language) or load(language))
    program = open_program()
    key(program, "Ctrl+F")
    assert not loaded
    type_in(program, "plex")
    assert loaded == ["en"]


def test_a_broken_index_is_told_in_a_sentence_and_the_screen_stays(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "search.en.json").write_text(json.dumps({"format": -1}))
    monkeypatch.setattr(paths, "compiled_dir", lambda: tmp_path)
    monkeypatch.setattr(paths, "in_checkout", lambda: False)
    said: list[str] = []
    program.messages.said.connect(lambda sentence, icon: said.append(sentence))
    type_in(program, "p")
    assert len(said) == 1
    assert "belongs to another version" in said[0]
    assert line(program).text() == "p"
    assert isinstance(program.window.screen_shown, QWidget)

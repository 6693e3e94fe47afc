"""All words: to browse, to jump about in, and to read on from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.programs import OpenProgram, find, go, key, press, shown_names
from tpe_guide.app import Program
from tpe_guide.guide.word_list import letter
from tpe_guide.navigation import Locator
from tpe_guide.policy import HOME, KIOSK, Policy
from tpe_guide.ui.guide.term_card import TermCard
from tpe_guide.ui.guide.words import WordsPage
from tpe_guide.ui.reading.reading_view import ReadingView


@pytest.fixture
def program(open_program: OpenProgram) -> Program:
    """The guide, at its words, all of which are there."""
    opened = open_program()
    opened.session.go(Locator("words"))
    page = opened.window.screen_shown
    assert isinstance(page, WordsPage)
    page.build_rest()
    QCoreApplication.processEvents()
    return opened


def hit_keys(program: Program, keys: str | Qt.Key) -> None:
    letters = (Qt.Key(ord(letter.upper())) for letter in keys) if isinstance(keys, str) else (keys,)
    for pressed in letters:
        focused = program.window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, pressed)
    QCoreApplication.processEvents()


def reached(program: Program) -> str:
    """The word that has the keyboard."""
    focused = program.window.focusWidget()
    return focused.term.id if isinstance(focused, TermCard) else ""


def cards(program: Program) -> list[TermCard]:
    return program.window.findChildren(TermCard)


def is_seen(program: Program, widget: QWidget) -> bool:
    """Its upper left corner is in the window and not scrolled away."""
    QCoreApplication.processEvents()
    return widget.visibleRegion().contains(QPoint(widget.width() // 2, 8))


def test_every_word_stands_in_order_with_its_meaning(program: Program) -> None:
    terms = program.library.terms
    assert [card.term for card in cards(program)] == [*terms]
    texts = {label.text() for label in program.window.findChildren(QLabel)}
    assert {term.meaning for term in terms} <= texts
    assert "Also called: TPE, PLEX, therapeutic plasma exchange, plasmapheresis" in texts
    assert f"{len(terms)} words, in plain language." in texts


def test_the_first_screenful_waits_for_no_other(open_program: OpenProgram, qtbot: QtBot) -> None:
    program = open_program()
    program.session.go(Locator("words"))
    assert 5 < len(cards(program)) < 20
    qtbot.waitUntil(lambda: len(cards(program)) == len(program.library.terms))


def test_tab_walks_the_words_in_order_whenever_they_were_made(open_program: OpenProgram, qtbot: QtBot) -> None:
    program = open_program()
    program.session.go(Locator("words"))
    qtbot.waitUntil(lambda: len(cards(program)) == len(program.library.terms))
    walked: list[str] = []
    stop: QWidget | None = program.window.focusWidget()
    while stop is not None and stop.objectName() != "go-back":
        if isinstance(stop, TermCard):
            walked.append(stop.term.id)
        stop = stop.nextInFocusChain()
    assert walked == [term.id for term in program.library.terms]


def test_it_begins_at_the_first_word(program: Program) -> None:
    assert reached(program) == program.library.terms[0].id


@pytest.mark.parametrize("size", [(1440, 900), (480, 800)])
@pytest.mark.parametrize("term", ["albumin", "plasma-exchange", "visual-acuity"])
def test_it_opens_at_the_word_that_was_looked_for(open_program: OpenProgram, size: tuple[int, int], term: str) -> None:
    program = open_program(size=size)
    go(program, "words", term)
    assert reached(program) == term
    assert is_seen(program, find(program, f"term-{term}", TermCard))


def test_a_word_that_is_no_more_opens_the_first(open_program: OpenProgram) -> None:
    program = open_program()
    go(program, "words", "a-term-of-yesterday")
    assert reached(program) == program.library.terms[0].id


class TestKeys:
    def test_arrows_go_from_word_to_word(self, program: Program) -> None:
        ids = [term.id for term in program.library.terms]
        seen = []
        for pressed in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up):
            hit_keys(program, pressed)
            seen.append(reached(program))
        assert seen == [ids[1], ids[2], ids[1], ids[0], ids[0]]

    def test_home_and_end(self, program: Program) -> None:
        hit_keys(program, Qt.Key.Key_End)
        last = cards(program)[-1]
        assert reached(program) == last.term.id
        assert is_seen(program, last)
        hit_keys(program, Qt.Key.Key_Home)
        assert reached(program) == cards(program)[0].term.id

    def test_a_link_in_a_card_counts_as_that_word(self, program: Program) -> None:
        card = find(program, "term-calcium", TermCard)
        card.findChild(QWidget, "read-the-machine").setFocus()
        hit_keys(program, Qt.Key.Key_Down)
        ids = [term.id for term in program.library.terms]
        assert reached(program) == ids[ids.index("calcium") + 1]

    def test_letters_jump_to_the_word_that_begins_so(self, program: Program) -> None:
        hit_keys(program, "pl")
        assert reached(program) == "plasma"
        assert is_seen(program, find(program, "term-plasma", TermCard))

    def test_after_a_pause_letters_begin_anew(self, program: Program) -> None:
        page = program.window.screen_shown
        assert isinstance(page, WordsPage)
        hit_keys(program, "pl")
        page._since_typed.invalidate()
        hit_keys(program, "c")
        assert letter(find(program, f"term-{reached(program)}", TermCard).term.word) == "C"

    def test_letters_that_begin_no_word_change_nothing(self, program: Program) -> None:
        before = reached(program)
        hit_keys(program, "zzq")
        assert reached(program) == before

    def test_escape_goes_back(self, program: Program) -> None:
        hit_keys(program, Qt.Key.Key_Escape)
        assert program.session.locator == Locator("home")

    def test_a_key_of_its_own(self, open_program: OpenProgram) -> None:
        program = open_program()
        key(program, "Ctrl+G")
        assert program.session.locator == Locator("words")


class TestTheLetters:
    def test_there_is_one_for_each_beginning(self, program: Program) -> None:
        begins = {letter(term.word) for term in program.library.terms}
        assert {name for name in shown_names(program) if name.startswith("letter-")} == {f"letter-{b}" for b in begins}

    def test_a_letter_scrolls_to_its_words(self, program: Program) -> None:
        press(program, "letter-P")
        first = next(card for card in cards(program) if letter(card.term.word) == "P")
        assert reached(program) == first.term.id
        assert is_seen(program, first)

    def test_they_stay_above_the_words_where_there_is_room(self, program: Program) -> None:
        hit_keys(program, Qt.Key.Key_End)
        assert is_seen(program, find(program, "letter-A"))

    def test_they_give_way_in_a_narrow_window(self, open_program: OpenProgram) -> None:
        program = open_program(size=(480, 800))
        go(program, "words")
        hit_keys(program, Qt.Key.Key_End)
        assert not is_seen(program, find(program, "letter-A"))


def test_a_word_leads_to_pages_about_it(program: Program) -> None:
    card = find(program, "term-centrifuge", TermCard)
    links = [link.objectName() for link in card.findChildren(QWidget) if link.objectName().startswith("read-")]
    assert links == ["read-the-machine", "read-spin-or-filter"]
    card.findChild(QWidget, "read-spin-or-filter").click()
    assert program.session.locator == Locator("page", "spin-or-filter")


def test_a_new_look_keeps_the_word(program: Program) -> None:
    hit_keys(program, "pl")
    key(program, "F8")
    assert reached(program) == "plasma"
    key(program, "Ctrl++")
    assert reached(program) == "plasma"
    assert is_seen(program, find(program, "term-plasma", TermCard))


class TestTheWayThere:
    def test_from_the_contents(self, open_program: OpenProgram) -> None:
        program = open_program()
        go(program, "contents")
        press(program, "words")
        assert program.session.locator == Locator("words")

    @pytest.mark.parametrize(("policy", "size"), [(HOME, (1440, 900)), (HOME, (480, 800)), (KIOSK, (1080, 1920))])
    def test_from_word_help_to_that_word(
        self, open_program: OpenProgram, policy: Policy, size: tuple[int, int]
    ) -> None:
        """At a kiosk too: nothing needs to be typed."""
        program = open_program(policy, page="what-plasma-is", size=size)
        view = find(program, "reading-view", ReadingView)
        number = next(index for index, link in enumerate(view.links) if link.kind == "word")
        view.activate_link(number)
        press(program, "all-words")
        assert program.session.locator == Locator("words", view.links[number].target)
        key(program, "Alt+Left")
        assert program.session.locator.page == "what-plasma-is"

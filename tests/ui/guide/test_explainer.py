"""What is explained of a page: below its sentence, in its place, one at a time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.programs import OpenProgram, find, go, press, shown_names
from tests.ui.voices import WrittenVoice
from tpe_guide.app import Program
from tpe_guide.navigation import Locator
from tpe_guide.settings import Settings
from tpe_guide.ui.guide.help_card import HelpCard
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.reading_view import ReadingView

PAGE = "swap-not-clean"
ANTIBODY = Link("word", "antibody")


def view_of(program: Program) -> ReadingView:
    return find(program, "reading-view", ReadingView)


def open_(program: Program, link: Link = ANTIBODY) -> HelpCard:
    view = view_of(program)
    view.activate_link(view.links.index(link))
    return find(program, "word-help", HelpCard)


def cards(program: Program) -> list[HelpCard]:
    return [card for card in program.window.findChildren(HelpCard) if card.isVisible()]


def place(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


class TestWord:
    """A word of the glossary."""

    def test_its_meaning_stands_below_the_sentence_and_points_at_the_word(self, open_program: OpenProgram) -> None:
        program = open_program(page=PAGE)
        view = view_of(program)
        link = Link("word", "plasma-exchange")
        word = view.link_rect_on_screen(view.links.index(link))
        card = open_(program, link)
        assert program.library.term("plasma-exchange").meaning in card.accessibleName()
        assert place(card).top() >= word.bottom()
        assert place(card).left() == pytest.approx(view.viewport().mapToGlobal(QPoint(0, 0)).x() + _left(view), abs=1)
        assert place(card).left() + card._points_at == pytest.approx(word.center().x(), abs=2)

    def test_the_word_keeps_its_place_on_the_screen(self, open_program: OpenProgram) -> None:
        program = open_program(page=PAGE, size=(1366, 1400), chosen=Settings(depth="full"))
        view = view_of(program)
        first, later = (view.links.index(Link("word", term)) for term in ("plasma-exchange", "antibody"))
        view.verticalScrollBar().setValue(350)
        for index in (first, later, first):  # each closes the one before, above or below it
            before = view.link_rect_on_screen(index)
            view.activate_link(index)
            assert view.link_rect_on_screen(index).top() == pytest.approx(before.top(), abs=1)

    @pytest.mark.parametrize(("size", "percent"), [((1366, 728), 100), ((1366, 728), 200), ((480, 800), 150)], ids=str)
    def test_what_is_seen_is_what_painting_all_anew_would_show(
        self, open_program: OpenProgram, size: tuple[int, int], percent: int
    ) -> None:
        """Only what must be is painted when a card opens: nothing of what stood there before is left."""
        program = open_program(page=PAGE, size=size, chosen=Settings(text_percent=percent))
        view, window = view_of(program), program.window
        for index in range(min(4, len(view.links))):
            view.focus_link(index)
            QCoreApplication.processEvents()
            view.activate_link(index)
            QCoreApplication.processEvents()
            seen = window.screen().grabWindow(window.winId()).toImage()
            view.viewport().update()
            QCoreApplication.processEvents()
            assert window.screen().grabWindow(window.winId()).toImage() == seen

    @pytest.mark.parametrize("percent", [200, 400])
    def test_large_letters_are_painted_once(
        self, open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch, percent: int
    ) -> None:
        program = open_program(page=PAGE, size=(1440, 900), chosen=Settings(text_percent=percent))
        view, painted = view_of(program), []
        index = view.links.index(ANTIBODY)
        view.focus_link(index)
        QCoreApplication.processEvents()
        as_it_is = HelpCard.paintEvent
        monkeypatch.setattr(HelpCard, "paintEvent", lambda card, event: (painted.append(card), as_it_is(card, event)))
        view.activate_link(index)
        QCoreApplication.processEvents()
        assert len(painted) == 1

    def test_where_there_is_little_room_its_tools_are_icons(self, open_program: OpenProgram) -> None:
        chosen = Settings(text_percent=200)
        program = open_program(page=PAGE, size=(360, 640), chosen=chosen, make_voice=WrittenVoice)
        card = open_(program)
        QCoreApplication.processEvents()
        for name in ("say-it", "all-words"):
            button = find(program, name)
            assert button.width() == button.height(), f"{name} shows words"
            assert card.rect().contains(QRect(button.pos(), button.size()))

    def test_one_is_open_at_a_time(self, open_program: OpenProgram) -> None:
        program = open_program(page=PAGE)
        open_(program, Link("word", "plasma"))
        open_(program)
        assert len(cards(program)) == 1

    @pytest.mark.parametrize("how", ["press", "close", "esc", "esc in the text"])
    def test_it_is_put_away_and_the_page_is_as_before(self, open_program: OpenProgram, how: str) -> None:
        program = open_program(page=PAGE)
        view = view_of(program)
        text, height = view.toPlainText(), view.verticalScrollBar().maximum()
        card = open_(program)
        assert card.close_button.hasFocus()
        match how:
            case "press":
                view.activate_link(view.links.index(ANTIBODY))
            case "close":
                press(program, "close-help")
            case "esc":
                QTest.keyClick(card.close_button, Qt.Key.Key_Escape)
            case _:
                view.setFocus()
                QTest.keyClick(view, Qt.Key.Key_Escape)
        assert not cards(program)
        assert (view.toPlainText(), view.verticalScrollBar().maximum()) == (text, height)
        assert view.hasFocus()
        assert program.session.locator.page == PAGE, "Esc closes first, and goes back only then"

    def test_opened_by_keys_the_word_has_the_ring_again(self, open_program: OpenProgram) -> None:
        program = open_program(page=PAGE)
        view = view_of(program)
        index = view.links.index(ANTIBODY)
        view.focus_link(index)
        QTest.keyClick(view, Qt.Key.Key_Return)
        QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Escape)
        assert view.hasFocus()
        assert view.focused_link == index

    def test_tab_goes_through_it_and_on_in_the_text(self, open_program: OpenProgram) -> None:
        program = open_program(page=PAGE)
        view = view_of(program)
        index = view.links.index(Link("word", "plasma"))
        view.focus_link(index)
        QTest.keyClick(view, Qt.Key.Key_Return)
        walked = []
        for __ in range(4):
            focused = program.window.focusWidget()
            assert focused is not None
            walked.append(focused.objectName())
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        assert walked == ["close-help", "say-it", "all-words", "reading-view"]
        assert view.focused_link == index + 2
        card = cards(program)[0]
        card.close_button.setFocus()
        QTest.keyClick(card.close_button, Qt.Key.Key_Backtab)
        assert view.focused_link == index

    def test_it_leads_to_all_words(self, open_program: OpenProgram) -> None:
        program = open_program(page=PAGE)
        open_(program)
        press(program, "all-words")
        assert program.session.locator == Locator("words", "antibody")

    def test_another_page_begins_without_it(self, open_program: OpenProgram) -> None:
        program = open_program(page=PAGE)
        open_(program)
        press(program, "next")
        assert not cards(program)
        go(program, "page", PAGE)
        assert not cards(program)

    @pytest.mark.parametrize(("size", "percent"), [((360, 640), 400), ((480, 800), 200), ((1366, 728), 400)], ids=str)
    def test_in_the_largest_letters_and_the_smallest_window(
        self, open_program: OpenProgram, size: tuple[int, int], percent: int
    ) -> None:
        program = open_program(page=PAGE, size=size, chosen=Settings(text_percent=percent))
        card, view = open_(program), view_of(program)
        QTest.qWait(1)
        inside = view.viewport().rect().translated(view.viewport().mapToGlobal(QPoint(0, 0)))
        assert place(card).left() >= inside.left()
        assert place(card).right() <= inside.right()
        assert inside.contains(place(card.close_button)), "what closes it is in sight"
        for label in (each for each in card.findChildren(QLabel) if each.isVisible()):
            assert label.heightForWidth(label.width()) <= label.height(), label.text()
        (meaning,) = [each for each in card.findChildren(QLabel) if each.text() == _meaning(program)]
        assert meaning.font().pixelSize() >= 20 * min(percent, 200) / 100

    def test_it_stays_where_it_is_when_the_window_changes(self, open_program: OpenProgram) -> None:
        program = open_program(page=PAGE, size=(1366, 728))
        card, view = open_(program), view_of(program)
        program.window.resize(1366, 900)
        QTest.qWait(1)
        word = view.link_rect_on_screen(view.links.index(ANTIBODY))
        assert card.isVisible()
        assert place(card).top() >= word.bottom()


class TestSources:
    """Where it comes from."""

    def test_a_mark_names_its_sources(self, open_program: OpenProgram) -> None:
        program = open_program(page="session-length", chosen=Settings(depth="full"))
        page, view = program.library.page("session-length"), view_of(program)
        card = open_(program, next(link for link in view.links if link.kind == "cite"))
        assert page.sources[0].text in card.accessibleName()

    @pytest.mark.parametrize("depth", ["facts", "minute", "full"])
    def test_one_press_lists_all_of_a_stretch(self, open_program: OpenProgram, depth: str) -> None:
        program = open_program(page="session-length", chosen=Settings(depth=depth))
        view, page = view_of(program), program.library.page("session-length")
        ways = [index for index, link in enumerate(view.links) if link.kind == "sources"]
        named: set[int] = set()
        for index in ways:
            view.activate_link(index)
            assert view.page_shown is not None
            anchor = view.page_shown.anchors[index]
            count = int(view.toPlainText()[anchor.start : anchor.end].rpartition("(")[2][:-1])
            card = find(program, "word-help", HelpCard)
            listed = [source.number for source in page.sources if f"[{source.number}] " in card.accessibleName()]
            assert len(listed) == count
            named |= set(listed)
        if depth == "full":
            assert named == {source.number for source in page.sources}

    def test_they_are_known_where_a_page_was_left_deeper_than_one_likes_it(self, open_program: OpenProgram) -> None:
        """The place where one stopped stands in the text of another depth: the page opens in that."""
        left = Settings(depth="facts", last_page=PAGE, last_place="full.1")
        program = open_program(page=PAGE, chosen=left)
        view = view_of(program)
        assert find(program, "depth-full").isChecked()
        for index in [index for index, link in enumerate(view.links) if link.kind == "sources"]:
            view.activate_link(index)
            assert "[1]" in find(program, "word-help", HelpCard).accessibleName()

    def test_words_of_the_unit_are_said_to_be_its_own(self, open_program: OpenProgram) -> None:
        program = open_program(page="the-needle-site")
        program.unit.fill_in("bleeding", "Ten minutes.")
        go(program, "home")
        go(program, "page", "the-needle-site")
        card = open_(program, Link("unit", "bleeding"))
        assert "do not come from the sources" in card.accessibleName()


class TestNotesBeside:
    """A word in “Sources differ”."""

    @pytest.mark.parametrize("size", [(1680, 1000), (1366, 728)], ids=str)
    def test_is_explained_in_its_card(self, open_program: OpenProgram, size: tuple[int, int]) -> None:
        program = open_program(page="side-by-side", chosen=Settings(depth="full"), size=size)
        card = open_(program, Link("word", "acth"))
        assert program.library.term("acth").meaning in card.accessibleName()
        view = view_of(program)
        assert view.page_shown is not None
        rects = [rect.translated(-view._offset()) for rect, __ in view.page_shown.geometry.cards]
        inside = QRect(card.mapTo(view.viewport(), QPoint(0, 0)), card.size())
        assert any(rect.toAlignedRect().contains(inside) for rect in rects)


def test_a_screen_reader_finds_it_after_the_paragraph_of_its_word(open_program: OpenProgram) -> None:
    program = open_program(page=PAGE)
    card, view = open_(program), view_of(program)
    root = QAccessible.queryAccessibleInterface(view)
    children = [root.child(number) for number in range(root.childCount())]
    at = next(number for number, child in enumerate(children) if _holds(child, card))
    said = children[at - 1].text(QAccessible.Text.Name)
    assert "Antibodies that may harm your nerves leave" in said
    for number, child in enumerate(children):
        assert root.indexOfChild(child) == number
        assert child.parent().object() is view
    press(program, "close-help")
    root = QAccessible.queryAccessibleInterface(view)
    assert not any(_holds(root.child(number), card) for number in range(root.childCount()))


def test_row_and_buttons_are_found_before_and_after_the_text(open_program: OpenProgram) -> None:
    program = open_program(page=PAGE, size=(480, 800))
    root = QAccessible.queryAccessibleInterface(view_of(program))
    assert _holds(root.child(0), find(program, "depth-minute"))
    assert _holds(root.child(root.childCount() - 1), find(program, "next"))


def test_what_is_explained_is_told_by_names(open_program: OpenProgram) -> None:
    program = open_program(page=PAGE)
    open_(program)
    assert {"close-help", "all-words"} <= shown_names(program)


def _holds(interface: QAccessibleInterface, widget: QWidget) -> bool:
    thing = interface.object()
    return isinstance(thing, QWidget) and (thing is widget or thing.isAncestorOf(widget))


def _left(view: ReadingView) -> int:
    assert view.page_shown is not None
    return view.page_shown.column_left


def _meaning(program: Program) -> str:
    return program.library.term("antibody").meaning

"""Reading: Back and Next, words in place, sources, and the rail, in windows of every width."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.programs import OpenProgram, find, go, press, shown_names
from tpe_guide.navigation import HOME, Locator
from tpe_guide.settings import Settings
from tpe_guide.ui.guide.help_card import HelpCard
from tpe_guide.ui.guide.rail import Rail
from tpe_guide.ui.guide.side_notes import SideNotes
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.reading_view import ReadingView


def test_next_walks_the_whole_guide_and_then_home(open_program: OpenProgram) -> None:
    program = open_program()
    order = program.library.order
    go(program, "page", order[0])
    walked = [program.session.locator.page]
    while program.session.locator.place == "page":
        press(program, "next")
        walked.append(program.session.locator.page)
    assert tuple(walked[:-1]) == order
    assert program.session.locator == HOME
    assert program.session.settings.read_pages == order


def test_back_from_the_first_page_is_home(open_program: OpenProgram) -> None:
    program = open_program(page="what-a-relapse-is")
    press(program, "back")
    assert program.session.locator == HOME


def test_the_buttons_say_where_they_lead(open_program: OpenProgram) -> None:
    program = open_program(page="tingling")
    assert find(program, "next").accessibleName() == f"Next: {program.library.page_title('light-headed')}"
    assert find(program, "back").accessibleName() == f"Back: {program.library.page_title('when-it-ends')}"


def test_a_page_left_by_next_counts_as_read_and_one_only_opened_does_not(open_program: OpenProgram) -> None:
    program = open_program(page="tingling")
    go(program, "page", "ivig")
    assert program.session.settings.read_pages == ()
    press(program, "next")
    assert program.session.settings.read_pages == ("ivig",)
    assert program.session.settings.last_page == program.library.neighbours("ivig")[1]


def test_the_text_shown_is_that_of_the_page(open_program: OpenProgram) -> None:
    program = open_program(page="tingling")
    view = find(program, "reading-view", ReadingView)
    assert program.library.page_title("tingling") in view.document().toPlainText()
    press(program, "next")
    assert program.library.page_title("light-headed") in view.document().toPlainText()


def test_a_word_is_explained_in_place_and_escape_puts_it_away(open_program: OpenProgram) -> None:
    program = open_program(page="tingling")
    view = find(program, "reading-view", ReadingView)
    view.followed.emit(Link("word", "citrate"))
    card = find(program, "word-help", HelpCard)
    assert program.library.term("citrate").meaning in card.accessibleName()
    QTest.keyClick(card.close_button, Qt.Key.Key_Escape)
    QCoreApplication.processEvents()
    assert not [card for card in program.window.findChildren(HelpCard) if not card.isHidden()]
    assert view.hasFocus()


def test_a_source_mark_names_its_sources(open_program: OpenProgram) -> None:
    program = open_program(page="session-length")
    view = find(program, "reading-view", ReadingView)
    view.followed.emit(Link("cite", "L-P01"))
    page = program.library.page("session-length")
    assert page.sources[0].text in find(program, "word-help", HelpCard).accessibleName()


def test_wide_windows_have_the_rail_and_narrow_ones_the_whole_width(open_program: OpenProgram) -> None:
    wide = open_program(page="tingling")
    assert find(wide, "reading-view", ReadingView).x() > 300
    narrow = open_program(page="tingling", size=(480, 800))
    assert not [rail for rail in narrow.window.findChildren(Rail) if rail.isVisible()]
    assert "tab-guide" in shown_names(narrow)


def test_the_rail_ticks_what_was_read_and_leads_to_any_chapter(open_program: OpenProgram) -> None:
    program = open_program(page="tingling", chosen=Settings(read_pages=("sour-taste",)))
    [rail] = program.window.findChildren(Rail)
    rows = {row.page: row.accessibleName() for row in rail.rows}
    assert rows["sour-taste"].endswith("read")
    assert rows["tingling"].endswith("current")
    rail.chosen.emit(Locator("page", "ivig"))
    assert program.session.locator == Locator("page", "ivig")


def test_sources_that_differ_stand_beside_the_text_or_in_it(open_program: OpenProgram) -> None:
    wide = open_program(page="session-length")
    question = "How long is one session?"
    assert question not in find(wide, "reading-view", ReadingView).document().toPlainText()
    assert question in find(wide, "aside", ReadingView).document().toPlainText()
    narrow = open_program(page="session-length", size=(480, 800))
    assert question in find(narrow, "reading-view", ReadingView).document().toPlainText()


def test_a_word_in_the_notes_beside_the_text_is_explained_as_well(open_program: OpenProgram) -> None:
    program = open_program(page="side-by-side", chosen=Settings(depth="full"))
    aside = find(program, "aside", ReadingView)
    aside.activate_link(aside.links.index(Link("word", "acth")))
    meaning = program.library.term("acth").meaning
    assert meaning in find(program, "word-help", HelpCard).accessibleName()


@pytest.mark.parametrize(
    ("said", "page", "told"),
    [
        ("arm-veins", "living-with-a-line", True),
        ("single-needle", "having-a-line-put-in", True),
        ("groin-line", "the-needle-site", True),
        ("groin-line", "living-with-a-line", False),
        ("arm-veins", "the-needle-site", False),
        ("unknown", "living-with-a-line", False),
        ("", "living-with-a-line", False),
        ("neck-line", "tingling", False),
    ],
)
def test_a_page_for_people_with_the_other_access_says_so(
    open_program: OpenProgram, said: str, page: str, told: bool
) -> None:
    program = open_program(page=page, chosen=Settings(access=said))
    view = find(program, "reading-view", ReadingView)
    hrefs = [link.href for link in view.links]
    assert ("You said that you have" in view.toPlainText()) is told
    if told:
        view.activate_link(hrefs.index("see:access:start"))
        assert program.session.locator == Locator("access", "start")


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("size", [(1440, 900), (1700, 950)])
def test_notes_lie_beside_the_text_inside_the_scroll_bar(
    open_program: OpenProgram, size: tuple[int, int], direction: Qt.LayoutDirection
) -> None:
    QGuiApplication.setLayoutDirection(direction)
    try:
        program = open_program(page="session-length", size=size)
        QCoreApplication.processEvents()
        notes, view = find(program, "", SideNotes), find(program, "reading-view", ReadingView)
        bar, text = view.verticalScrollBar(), view.viewport()
        places = [QRect(each.mapToGlobal(QPoint(0, 0)), each.size()) for each in (text, notes, bar)]
        if direction == Qt.LayoutDirection.RightToLeft:
            places.reverse()
        assert places[0].right() < places[1].left() <= places[1].right() < places[2].left()
    finally:
        QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_wheel_over_the_empty_column_turns_the_text(open_program: OpenProgram) -> None:
    program = open_program(page="tingling", chosen=Settings(depth="full"))
    view, notes = find(program, "reading-view", ReadingView), find(program, "", SideNotes)
    middle = QPointF(notes.rect().center())
    turned = QWheelEvent(
        middle, notes.mapToGlobal(middle), QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(notes, turned)
    assert view.verticalScrollBar().value() > 0


def test_the_row_of_the_page_shown_is_in_sight(open_program: OpenProgram, qtbot: QtBot) -> None:
    program = open_program(size=(1440, 700))

    def is_in_sight(page: str) -> bool:
        rails = program.window.findChildren(Rail)
        rows = [row for rail in rails for row in rail.rows if row.page == page and row.is_here]
        return [row.visibleRegion().boundingRect() for row in rows] == [row.rect() for row in rows] != []

    order = program.library.order
    for page in (order[-1], order[0], order[-2], order[-1]):
        go(program, "page", page)
        qtbot.waitUntil(partial(is_in_sight, page))

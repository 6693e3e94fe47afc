"""The rail beside a page: the chapter alone, without a scroll bar, folded by choice or for want of room."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.programs import OpenProgram, find, go, press, shown_names
from tpe_guide.app import Program
from tpe_guide.navigation import Locator
from tpe_guide.settings import THEMES, Settings
from tpe_guide.ui.guide.rail import FOLDED_WIDTH, WIDTH, Rail
from tpe_guide.ui.reading.reading_view import ReadingView

PAGE = "swap-not-clean"


def rail_of(program: Program) -> Rail:
    return find(program, "rail", Rail)


def has_rail(program: Program) -> bool:
    return any(rail.isVisible() for rail in program.window.findChildren(Rail))


def test_it_lists_the_pages_and_pictures_of_this_chapter_and_no_others(open_program: OpenProgram) -> None:
    program = open_program(page=PAGE)
    chapter = program.library.chapter_of(PAGE)
    leads = [row.leads_to for row in rail_of(program).rows]
    assert leads == [
        *(Locator("page", page) for page in chapter.pages),
        Locator("access"),
        Locator("circuit"),
        Locator("check", chapter.id),
    ]


def test_it_ticks_what_was_read_and_leads_to_any_page(open_program: OpenProgram) -> None:
    program = open_program(page="tingling", chosen=Settings(read_pages=("sour-taste",), bookmarks=("cramps",)))
    rows = {row.page: row for row in rail_of(program).rows}
    assert rows["sour-taste"].accessibleName().endswith("read")
    assert rows["tingling"].accessibleName().endswith("current")
    assert rows["cramps"].accessibleName().endswith("marked")
    QTest.mouseClick(rows["sour-taste"], Qt.MouseButton.LeftButton)
    assert program.session.locator == Locator("page", "sour-taste")


@pytest.mark.parametrize("theme", THEMES)
def test_the_page_one_is_on_can_be_read_in_every_colour(open_program: OpenProgram, theme: str) -> None:
    program = open_program(page=PAGE, chosen=Settings(theme=theme))
    row = next(row for row in rail_of(program).rows if row.is_here)
    seen = row.grab(QRect(row.width() // 4, row.height() // 4, row.width() // 2, row.height() // 2)).toImage()
    shown = {seen.pixelColor(x, y).name() for x in range(seen.width()) for y in range(seen.height())}
    colours = program.session.theme
    assert {colours.color("straw100").name(), colours.color("ink").name()} <= shown


@pytest.mark.parametrize(
    ("width", "percent", "wide"),
    [(1440, 100, WIDTH), (1100, 100, WIDTH), (1099, 100, FOLDED_WIDTH), (1440, 125, WIDTH), (1366, 125, FOLDED_WIDTH)],
)
def test_it_folds_by_itself_for_want_of_room(open_program: OpenProgram, width: int, percent: int, wide: int) -> None:
    program = open_program(page=PAGE, size=(width, 900), chosen=Settings(text_percent=percent))
    assert rail_of(program).width() == round(wide * percent / 100)


@pytest.mark.parametrize(("width", "percent"), [(979, 100), (480, 100), (1366, 200), (1440, 400)])
def test_a_narrow_window_has_none(open_program: OpenProgram, width: int, percent: int) -> None:
    program = open_program(page=PAGE, size=(width, 800), chosen=Settings(text_percent=percent))
    assert not has_rail(program)
    assert find(program, "reading-view", ReadingView).toPlainText().startswith("Chapter 2, page 2 of 7")


def test_folded_it_says_where_one_is(open_program: OpenProgram) -> None:
    program = open_program(page=PAGE, size=(1024, 700))
    assert rail_of(program)._place.text() == "Page 2 of 7"
    assert rail_of(program)._place.isVisible()
    assert find(program, "fold-rail").accessibleName() == "Show the pages of this chapter"


def test_a_choice_stays_for_the_next_day(open_program: OpenProgram) -> None:
    program = open_program(page=PAGE, size=(1366, 728))
    press(program, "fold-rail")
    assert rail_of(program).width() == FOLDED_WIDTH
    program.session.save_now()
    again = open_program(page="tingling", size=(1366, 728))
    assert rail_of(again).width() == FOLDED_WIDTH
    press(again, "fold-rail")
    assert rail_of(again).width() == WIDTH
    assert again.session.settings.rail == ""


def test_opened_where_it_would_fold_by_itself_it_stays_open(open_program: OpenProgram) -> None:
    program = open_program(page=PAGE, size=(1024, 700))
    press(program, "fold-rail")
    assert rail_of(program).width() == WIDTH
    assert program.session.settings.rail == "open"
    press(program, "fold-rail")
    assert program.session.settings.rail == ""


def test_folding_keeps_the_words_at_the_top(open_program: OpenProgram) -> None:
    program = open_program(page=PAGE, size=(1366, 728), chosen=Settings(depth="full"))
    view = find(program, "reading-view", ReadingView)
    view.verticalScrollBar().setValue(600)
    place = view.place
    press(program, "fold-rail")
    assert view.place == place


def test_the_row_of_the_page_shown_is_in_sight(open_program: OpenProgram, qtbot: QtBot) -> None:
    program = open_program(size=(1366, 650))

    def is_in_sight(page: str) -> bool:
        rows = [row for row in rail_of(program).rows if row.page == page and row.is_here]
        return [row.visibleRegion().boundingRect() for row in rows] == [row.rect() for row in rows] != []

    pages = program.library.chapter_of("tingling").pages
    for page in (pages[-1], pages[0], pages[-2]):
        go(program, "page", page)
        qtbot.waitUntil(partial(is_in_sight, page))


def test_a_chapter_that_has_no_room_is_reached_by_a_press(open_program: OpenProgram, qtbot: QtBot) -> None:
    program = open_program(page="sour-taste", size=(1366, 620))
    assert "more-of-chapter" in shown_names(program)
    last = rail_of(program).rows[-1]
    assert last.visibleRegion().isEmpty()
    while last.visibleRegion().isEmpty():
        press(program, "more-of-chapter")
    assert find(program, "more-of-chapter").text() == "Back to its beginning"


def test_at_the_commonest_height_a_chapter_of_seven_pages_has_room(open_program: OpenProgram) -> None:
    program = open_program(page=PAGE, size=(1366, 728))
    assert "more-of-chapter" not in shown_names(program)
    rows = rail_of(program).rows
    assert [row.visibleRegion().boundingRect() for row in rows] == [row.rect() for row in rows]


def test_the_keyboard_brings_a_row_into_sight(open_program: OpenProgram) -> None:
    program = open_program(page="sour-taste", size=(1366, 620))
    last = rail_of(program).rows[-1]
    last.setFocus(Qt.FocusReason.TabFocusReason)
    assert last.visibleRegion().boundingRect() == last.rect()


def test_read_from_right_to_left_no_word_lies_on_a_mark(open_program: OpenProgram) -> None:
    program = open_program(page=PAGE, size=(1366, 728))
    program.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for row in rail_of(program).rows:
        words = row._place_of_words(QRect(row._left, 0, row.width() - row._left - row._right, row.height()))
        mark = row._mirrored(QRectF(row._theme.px(22), 0, row._theme.px(20), row.height()))
        assert mark.left() > words.right()

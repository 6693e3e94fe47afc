"""Where a cell comes from: in a drawer over the table, which stays as it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from tests.ui.pictures.comparison.compared import (
    LAPTOP,
    NARROW,
    QUESTIONS,
    compare,
    drawers,
    focused,
    page_of,
    settle,
    table_of,
    type_key,
)
from tests.ui.programs import OpenProgram, find, go, press
from tests.ui.readers import listen
from tpe_guide.app import Program
from tpe_guide.navigation import Locator
from tpe_guide.settings import Settings


def press_cell(program: Program, question: str, treatment: str) -> None:
    view = table_of(program)
    place = view.visualRect(view.model().place_of(question, treatment)).center()  # type: ignore[attr-defined]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    settle()


def geometry(program: Program) -> list[object]:
    """Where all of the table is, and how far the page is scrolled."""
    view, page = table_of(program), page_of(program)
    rows, columns = view.model().rowCount(), view.model().columnCount()
    return [
        QRect(view.mapTo(page, QPoint()), view.size()),
        [view.rowHeight(row) for row in range(rows)],
        [view.columnWidth(column) for column in range(columns)],
        page.area.verticalScrollBar().value(),
        page.area.verticalScrollBar().maximum(),
        page.area.viewport().size(),
    ]


def cell_on_page(program: Program) -> QRect:
    view = table_of(program)
    return QRect(view.mapTo(page_of(program), QPoint()) + view.cell_rect().topLeft(), view.cell_rect().size())


@pytest.mark.parametrize("size", [LAPTOP, (1440, 900), (1024, 700)])
@pytest.mark.parametrize("treatment", ["exchange", "steroids", "waiting"])
def test_the_table_is_the_same_before_with_it_and_after(
    open_program: OpenProgram, size: tuple[int, int], treatment: str
) -> None:
    program = compare(open_program, size=size)
    before = geometry(program)
    press_cell(program, "what", treatment)
    (drawer,) = drawers(program)
    assert drawer.cell == page_of(program).cell("what", treatment)
    assert geometry(program) == before
    press(program, "close-drawer")
    assert drawers(program) == []
    assert geometry(program) == before


@pytest.mark.parametrize("percent", [100, 125])
def test_it_lies_over_the_right_and_for_the_last_column_over_the_left(open_program: OpenProgram, percent: int) -> None:
    program = compare(open_program, size=(1600, 900), chosen=Settings(text_percent=percent))
    page = page_of(program)
    press_cell(program, "used", "exchange")
    (drawer,) = drawers(program)
    assert (drawer.width(), drawer.height()) == (page.theme.px(452), page.area.height())
    assert drawer.geometry().right() == page.area.geometry().right()
    type_key(program, Qt.Key.Key_End)
    type_key(program, Qt.Key.Key_Right)
    type_key(program, Qt.Key.Key_Right)
    (drawer,) = drawers(program)
    assert drawer.cell.treatment.id == "waiting"
    assert drawer.geometry().left() == 0


def test_reading_from_right_to_left_the_sides_are_the_other_way_round(
    open_program: OpenProgram, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        program = compare(open_program, size=LAPTOP)
        press_cell(program, "used", "exchange")
        (drawer,) = drawers(program)
        assert drawer.geometry().left() == 0
        type_key(program, Qt.Key.Key_Left)
        type_key(program, Qt.Key.Key_Left)
        (drawer,) = drawers(program)
        assert drawer.cell.treatment.id == "waiting"
        assert drawer.geometry().right() == page_of(program).area.geometry().right()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


@pytest.mark.parametrize("size", [LAPTOP, (1024, 700), (1600, 900)])
def test_it_never_hides_the_cell_that_it_is_about(open_program: OpenProgram, size: tuple[int, int]) -> None:
    program = compare(open_program, size=size)
    page = page_of(program)
    for question in QUESTIONS:
        for column in page._state.columns:
            page.open_cell(page.cell(question, column.id))
            (drawer,) = drawers(program)
            cell, area = cell_on_page(program), page.area.geometry()
            assert drawer.geometry().intersected(cell).width() <= cell.width() / 4, (question, column.id)
            head = table_of(program).horizontalHeader().height()
            assert area.top() + head <= cell.top(), (question, column.id)
            assert cell.bottom() <= area.bottom(), (question, column.id)


def test_each_cell_shows_all_that_is_known_of_it(open_program: OpenProgram) -> None:
    program = compare(open_program)
    page = page_of(program)
    for question in QUESTIONS:
        for column in page._state.columns:
            cell = page.cell(question, column.id)
            page.open_cell(cell)
            (drawer,) = drawers(program)
            words = {label.text() for label in drawer.findChildren(QLabel)}
            assert {cell.treatment.name, cell.question.name, cell.words, *cell.sources} <= words
            assert ("We found no source. It is a question to ask." in words) == (not cell.is_known)
            assert (page._state.table.certainty in words) == (cell.certainty is not None)
            assert drawer.words.accessibleName().startswith(cell.spoken)
            assert all(source in drawer.words.accessibleName() for source in cell.sources)


def test_enter_opens_it_the_keyboard_goes_in_and_esc_leads_back_to_the_cell(open_program: OpenProgram) -> None:
    program = open_program()
    go(program, "page", "side-by-side")
    go(program, "comparison")
    assert focused(program) == "comparison-table"
    type_key(program, Qt.Key.Key_Right)
    type_key(program, Qt.Key.Key_Return)
    (drawer,) = drawers(program)
    assert drawer.cell == page_of(program).cell("what", "steroids")
    assert focused(program) == "drawer-words"
    type_key(program, Qt.Key.Key_Escape)
    assert drawers(program) == []
    assert focused(program) == "comparison-table"
    assert table_of(program).currentIndex().column() == 1
    type_key(program, Qt.Key.Key_Escape)
    assert program.session.locator == Locator("page", "side-by-side")


def test_its_cross_is_one_step_back_from_its_words(open_program: OpenProgram) -> None:
    program = compare(open_program)
    type_key(program, Qt.Key.Key_Return)
    type_key(program, Qt.Key.Key_Backtab)
    assert focused(program) == "close-drawer"
    type_key(program, Qt.Key.Key_Space)
    assert drawers(program) == []
    assert focused(program) == "comparison-table"


@pytest.mark.parametrize("stop", ["drawer-words", "read-more", "close-drawer"])
def test_arrow_keys_lead_on_to_the_next_cell_which_is_heard(open_program: OpenProgram, stop: str) -> None:
    program = compare(open_program)
    page = page_of(program)
    type_key(program, Qt.Key.Key_Return)
    ways = [
        (Qt.Key.Key_Right, ("what", "steroids")),
        (Qt.Key.Key_Down, ("used", "steroids")),
        (Qt.Key.Key_Left, ("used", "exchange")),
        (Qt.Key.Key_Up, ("what", "exchange")),
    ]
    for pressed, place in ways:
        find(program, stop, QWidget).setFocus(Qt.FocusReason.TabFocusReason)
        type_key(program, pressed)
        (drawer,) = drawers(program)
        assert drawer.cell == page.cell(*place) == page.opened
        assert program.window.focusWidget() is drawer.words, "a reader says what has the keyboard"
        assert drawer.words.accessibleName().startswith(drawer.cell.spoken)
    type_key(program, Qt.Key.Key_Up)
    assert drawers(program) == [drawer], "there is no row above"


def test_it_is_heard_once(open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch) -> None:
    """By whoever has the keyboard, which goes in: nothing is announced besides."""
    program = compare(open_program)
    heard = listen(monkeypatch)
    type_key(program, Qt.Key.Key_Return)
    type_key(program, Qt.Key.Key_Down)
    assert heard == []


def test_the_rows_that_keys_lead_to_come_into_sight_below_the_head(open_program: OpenProgram) -> None:
    program = compare(open_program, size=LAPTOP)
    page, view = page_of(program), table_of(program)
    type_key(program, Qt.Key.Key_Return)
    for way in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        for __ in QUESTIONS:
            type_key(program, way)
            cell, area = cell_on_page(program), page.area.geometry()
            assert cell.top() >= area.top() + view.horizontalHeader().height()
            assert cell.bottom() <= area.bottom()


def test_another_cell_takes_its_place_and_the_same_one_puts_it_away(open_program: OpenProgram) -> None:
    program = compare(open_program)
    press_cell(program, "what", "exchange")
    press_cell(program, "used", "exchange")
    (drawer,) = drawers(program)
    assert drawer.cell == page_of(program).cell("used", "exchange")
    press_cell(program, "used", "exchange")
    assert drawers(program) == []


def test_it_leads_to_the_page_and_the_way_back_finds_it_open_at_the_same_cell(open_program: OpenProgram) -> None:
    program = compare(open_program)
    page_of(program).open_cell(page_of(program).cell("when", "exchange"))
    press(program, "read-more")
    assert program.session.locator == Locator("page", "when-change-may-come")
    program.session.back()
    (drawer,) = drawers(program)
    assert drawer.cell == page_of(program).cell("when", "exchange")
    assert focused(program) == "drawer-words"
    index = table_of(program).currentIndex()
    assert (index.row(), index.column()) == (QUESTIONS.index("when"), 0)


def test_what_changes_the_table_puts_it_away_and_leaves_the_keyboard(open_program: OpenProgram) -> None:
    program = compare(open_program, size=(1600, 900))
    page_of(program).open_cell(page_of(program).cell("what", "exchange"))
    find(program, "option-steroids").setFocus()
    press(program, "option-steroids")
    assert drawers(program) == []
    assert focused(program) == "option-steroids"


def test_it_outlives_a_change_of_look_and_of_the_window(open_program: OpenProgram) -> None:
    program = compare(open_program)
    cell = page_of(program).cell("feel", "waiting")
    page_of(program).open_cell(cell)
    program.session.set_look(theme="dark")
    (drawer,) = drawers(program)
    assert drawer.cell == cell
    program.window.resize(*NARROW)
    assert drawers(program) == []
    program.window.resize(1440, 900)
    (drawer,) = drawers(program)
    assert drawer.cell == cell
    program.window.resize(1366, 700)
    settle()
    assert drawer.geometry().left() == 0
    assert drawer.height() == page_of(program).area.height()


def handle_of_the_page(program: Program) -> bool:
    """Whether the handle of the page's scroll bar is seen."""
    page = page_of(program)
    bar = page.area.verticalScrollBar()
    middle = bar.mapTo(program.window, QPoint(bar.width() // 2, 0))
    seen = program.window.grab().toImage()
    handle = page.theme.color("line2")
    return any(seen.pixelColor(middle + QPoint(0, down)) == handle for down in range(bar.height()))


@pytest.mark.parametrize("treatment", ["exchange", "waiting"])
def test_words_that_are_too_many_for_a_low_window_scroll_in_it_and_nothing_else_does(
    open_program: OpenProgram, treatment: str
) -> None:
    program = compare(open_program, size=(1366, 500))
    bar = page_of(program).area.verticalScrollBar()
    page_of(program).open_cell(page_of(program).cell("bad", treatment))
    (drawer,) = drawers(program)
    before, bar_size = bar.value(), bar.size()
    type_key(program, Qt.Key.Key_PageDown)
    assert bar.value() == before
    assert drawer.findChild(QScrollArea).verticalScrollBar().value() > 0
    if treatment == "waiting":  # else the drawer lies over it
        assert not handle_of_the_page(program)
    press(program, "close-drawer")
    assert bar.size() == bar_size
    assert handle_of_the_page(program)


def test_two_taps_of_a_hand_that_shakes_leave_it_open(
    open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = compare(open_program, size=LAPTOP)
    monkeypatch.setattr("tpe_guide.clock.seconds", lambda: 100.0)
    for __ in range(2):
        press_cell(program, "what", "exchange")
    assert len(drawers(program)) == 1
    monkeypatch.setattr("tpe_guide.clock.seconds", lambda: 100.5)
    press_cell(program, "what", "exchange")
    assert drawers(program) == []


def test_keys_scroll_it_and_what_has_the_keyboard_is_seen(open_program: OpenProgram) -> None:
    program = compare(open_program, size=LAPTOP)
    press_cell(program, "good", "exchange")
    (drawer,) = drawers(program)
    inside, behind = drawer.findChild(QScrollArea), page_of(program).area.verticalScrollBar()
    bar, before = inside.verticalScrollBar(), behind.value()
    assert bar.maximum() > 0
    type_key(program, Qt.Key.Key_End)
    assert (bar.value(), behind.value()) == (bar.maximum(), before)
    type_key(program, Qt.Key.Key_Backtab)
    assert focused(program) == "close-drawer"
    assert find(program, "close-drawer").visibleRegion().boundingRect().height() > 0
    type_key(program, Qt.Key.Key_Home)
    assert (bar.value(), behind.value()) == (0, before)

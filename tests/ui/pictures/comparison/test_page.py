"""Compare your options: what matters, the table and its one scroll bar, by keyboard, by finger and by ear."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from tests.ui.diaries import begin_diary
from tests.ui.pictures.comparison.compared import (
    LAPTOP,
    NARROW,
    QUESTIONS,
    compare,
    focused,
    page_of,
    rows_shown,
    settle,
    table_of,
    type_key,
)
from tests.ui.programs import OpenProgram, find, go, key, press, saved, shown_names
from tests.ui.readers import listen
from tpe_guide.app import Program
from tpe_guide.guide import deciding
from tpe_guide.navigation import Locator
from tpe_guide.policy import KIOSK
from tpe_guide.settings import Settings
from tpe_guide.ui.reading.reading_view import ReadingView


def marked(program: Program) -> set[str]:
    """The questions that matter, as their chips show it."""
    if "matters-sure" not in shown_names(program):
        press(program, "unfold-matters")
    return {name for name in QUESTIONS if find(program, f"matters-{name}").isChecked()}


def test_pages_lead_to_it(open_program: OpenProgram) -> None:
    program = open_program()
    for page in ("side-by-side", "what-matters-to-me"):
        go(program, "page", page)
        view = program.window.findChild(ReadingView, "reading-view")
        assert [link for link in view.links if link.kind == "see"], page
        (index,) = [index for index, link in enumerate(view.links) if link.kind == "see"]
        view.activate_link(index)
        QCoreApplication.processEvents()
        assert program.session.locator == Locator("comparison", "start")
        assert rows_shown(program) == list(QUESTIONS)


# --- what matters -------------------------------------------------------------------------------------------------


def test_a_pick_goes_to_the_top_and_the_usual_order_is_one_press_away(open_program: OpenProgram) -> None:
    program = compare(open_program)
    press(program, "unfold-matters")
    assert "usual-order" not in shown_names(program)
    press(program, "matters-sure")
    press(program, "matters-when")
    assert rows_shown(program)[:3] == ["sure", "when", "what"]
    assert marked(program) == {"sure", "when"}
    press(program, "matters-sure")
    assert rows_shown(program)[:2] == ["when", "what"]
    press(program, "usual-order")
    assert rows_shown(program) == list(QUESTIONS)
    assert marked(program) == set()
    assert "usual-order" not in shown_names(program)


@pytest.mark.parametrize("size", [LAPTOP, NARROW])
def test_it_is_behind_a_button_that_says_how_much_is_marked(
    open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    program = compare(open_program, size=size)
    heard = listen(monkeypatch)
    assert find(program, "unfold-matters").text() == "What matters to me"
    find(program, "unfold-matters").click()
    find(program, "matters-when").click()
    assert find(program, "unfold-matters").text() == "What matters to me (1)"
    assert heard == ["“When may I notice something?” is marked and stands at the top."]
    find(program, "unfold-matters").click()
    QCoreApplication.processEvents()
    assert "matters-when" not in shown_names(program)


def test_arrow_keys_go_from_one_to_the_next(open_program: OpenProgram) -> None:
    program = compare(open_program)
    press(program, "unfold-matters")
    find(program, "matters-what").setFocus()
    type_key(program, Qt.Key.Key_Left)
    assert focused(program) == "matters-advised", "round and round"
    type_key(program, Qt.Key.Key_Right)
    type_key(program, Qt.Key.Key_Right)
    assert focused(program) == "matters-used"


def test_picks_outlive_a_change_of_look(open_program: OpenProgram) -> None:
    program = compare(open_program)
    press(program, "unfold-matters")
    press(program, "matters-feel")
    program.session.set_look(theme="dark")
    QCoreApplication.processEvents()
    assert rows_shown(program)[0] == "feel"
    assert "matters-feel" in shown_names(program), "what was unfolded stays so"
    assert marked(program) == {"feel"}


def test_nothing_is_picked_without_an_open_diary_and_nothing_is_asked(open_program: OpenProgram) -> None:
    program = compare(open_program)
    assert marked(program) == set()


def test_what_the_open_diary_says_matters_is_picked_and_the_diary_stays_as_it_is(open_program: OpenProgram) -> None:
    program = open_program()
    begin_diary(program)
    values = deciding.load("en").values
    program.diary.matters.pick(values[6])
    program.diary.matters.pick("My own words")
    program.diary.matters.pick(values[1])
    before = program.diary.matters.matters
    go(program, "comparison")
    assert rows_shown(program)[:2] == ["sure", "when"]
    assert find(program, "unfold-matters").text() == "What matters to me (2)"
    press(program, "unfold-matters")
    press(program, "matters-when")
    press(program, "matters-good")
    go(program, "home")
    go(program, "comparison")
    assert marked(program) == {"sure", "good"}, "what was picked here stays"
    assert program.diary.matters.matters == before


def test_what_was_said_before_there_is_a_diary_is_not_picked(open_program: OpenProgram) -> None:
    program = open_program()
    go(program, "matters")
    program.diary.matters.pick(deciding.load("en").values[6])
    go(program, "comparison")
    assert marked(program) == set()


# --- one scroll bar -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["", "deciding"])
@pytest.mark.parametrize(("size", "percent"), [(LAPTOP, 100), ((1024, 700), 100), (LAPTOP, 125), ((1440, 900), 100)])
def test_the_page_alone_scrolls_and_the_names_of_the_options_stay_in_sight(
    open_program: OpenProgram, path: str, size: tuple[int, int], percent: int
) -> None:
    program = open_program(size=size, chosen=Settings(text_percent=percent))
    program.session.go(Locator("comparison", path=path))
    settle()
    page, view = page_of(program), table_of(program)
    areas = [each for each in program.window.findChildren(QAbstractScrollArea) if each.isVisible()]
    assert [each for each in areas if each.verticalScrollBar().isVisible()] == [page.area]
    bar, head = page.area.verticalScrollBar(), view.horizontalHeader()
    room = page.area.viewport()
    assert bar.maximum() > 300
    for value in range(0, bar.maximum(), 150):
        bar.setValue(value)
        top = view.mapTo(room, QPoint()).y()
        if top + view.height() - view.rowHeight(len(QUESTIONS) - 1) > head.height():
            assert head.mapTo(room, QPoint()).y() == max(0, top)
    assert view.height() == view.heightForWidth(view.width()), "no row is squeezed"
    bar.setValue(bar.maximum())
    assert view.mapTo(room, QPoint(0, view.height())).y() <= room.height(), "the last row can be reached"
    bar.setValue(0)
    press(program, "unfold-matters")
    assert head.y() == 0, "also when what stands above the table grows"


def test_page_keys_scroll_the_page_from_within_the_table(open_program: OpenProgram) -> None:
    program = compare(open_program, size=LAPTOP)
    bar = page_of(program).area.verticalScrollBar()
    assert focused(program) == "comparison-table"
    type_key(program, Qt.Key.Key_PageDown)
    assert bar.value() > 300
    type_key(program, Qt.Key.Key_PageUp)
    assert bar.value() == 0
    assert table_of(program).currentIndex().row() == 0


@pytest.mark.parametrize("opened", [False, True])
@pytest.mark.parametrize(("keys", "place"), [("Ctrl+PgDown", "matters"), ("Ctrl+PgUp", "odds")])
def test_on_a_path_the_keys_for_pages_lead_to_another_step(
    open_program: OpenProgram, keys: str, place: str, opened: bool
) -> None:
    program = open_program()
    program.session.go(Locator("comparison", path="deciding"))
    settle()
    if opened:
        type_key(program, Qt.Key.Key_Return)
    key(program, keys)
    assert (program.session.locator.place, program.session.locator.path) == (place, "deciding")
    program.session.back()
    settle()
    assert table_of(program).currentIndex().row() == 0


@pytest.mark.parametrize(("target", "place"), [("ivig", ("what", 2)), ("sure", ("sure", 0)), ("start", ("what", 0))])
def test_a_link_leads_to_a_treatment_or_a_question(
    open_program: OpenProgram, target: str, place: tuple[str, int]
) -> None:
    program = compare(open_program, target, size=LAPTOP)
    view, room = table_of(program), page_of(program).area.viewport()
    index = view.currentIndex()
    assert (QUESTIONS[index.row()], index.column()) == place
    cell = view.cell_rect().translated(view.mapTo(room, QPoint()))
    assert view.horizontalHeader().height() <= cell.top()
    assert cell.bottom() <= room.height()


def test_without_a_link_it_begins_at_its_beginning(open_program: OpenProgram) -> None:
    program = compare(open_program, size=(1000, 560))
    assert page_of(program).is_table
    assert page_of(program).area.verticalScrollBar().value() == 0


def test_tab_leaves_the_table(open_program: OpenProgram) -> None:
    program = compare(open_program)
    table_of(program).setFocus()
    type_key(program, Qt.Key.Key_Tab)
    assert program.window.focusWidget() is not table_of(program)
    assert not table_of(program).isAncestorOf(program.window.focusWidget())


def test_a_kiosks_window_may_end_while_the_table_is_shown(open_program: OpenProgram) -> None:
    """It is taken down when the test is over, and took the program with it."""
    program = compare(open_program, policy=KIOSK, size=(1440, 900))
    page_of(program).open_cell(page_of(program).cell("sure", "exchange"))
    settle()


# --- by ear -------------------------------------------------------------------------------------------------------


def children(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for at in range(interface.childCount()):
        child = interface.child(at)
        if child is not None:
            yield child


def test_a_screen_reader_finds_heads_and_cells(open_program: OpenProgram) -> None:
    program = compare(open_program)
    page_of(program).pick("sure")
    view = table_of(program)
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() == QAccessible.Role.Table
    found: dict[QAccessible.Role, list[str]] = {}
    for child in children(interface):
        found.setdefault(child.role(), []).append(child.text(QAccessible.Text.Name))
    model = view.model()
    columns, rows = range(model.columnCount()), range(model.rowCount())
    assert found[QAccessible.Role.ColumnHeader] == ["Plasma exchange", "More steroids", "Waiting with rehab"]
    assert found[QAccessible.Role.RowHeader][:2] == ["How sure are we? (matters to me)", "What is it?"]
    assert len(found[QAccessible.Role.RowHeader]) == len(QUESTIONS)
    cells = [model.cell(row, column) for row in rows for column in columns]  # type: ignore[attr-defined]
    assert found[QAccessible.Role.Cell] == [f"{cell.words} {cell.mark}." if cell.mark else cell.words for cell in cells]


# --- room ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "percent", "is_table"),
    [
        ((1440, 900), 100, True),
        (LAPTOP, 100, True),
        (LAPTOP, 125, True),
        (LAPTOP, 150, False),
        ((1024, 700), 100, True),
        ((960, 700), 100, False),
        (NARROW, 100, False),
        ((2560, 1440), 200, True),
        ((2560, 1440), 300, False),
        ((3800, 1600), 400, False),
    ],
)
def test_a_narrow_frame_has_one_question_and_others_a_table(
    open_program: OpenProgram, size: tuple[int, int], percent: int, is_table: bool
) -> None:
    program = compare(open_program, size=size, chosen=Settings(text_percent=percent))
    assert page_of(program).is_table == is_table
    assert ("question-after" in shown_names(program)) == (not is_table)
    assert ("option-ivig" in shown_names(program)) == is_table


@pytest.mark.parametrize("size", [(360, 600), NARROW, (1440, 900)])
def test_every_button_is_named_and_large_enough(open_program: OpenProgram, size: tuple[int, int]) -> None:
    program = compare(open_program, size=size)
    page_of(program).pick("when")
    find(program, "unfold-matters").click()
    if not page_of(program).is_table:
        find(program, "change-options").click()
    page_of(program).open_cell(page_of(program).cell("what", "waiting"))
    settle()
    names = shown_names(program) - {""}
    assert len(names) > 15
    for name in names:
        button = find(program, name)
        assert button.accessibleName(), name
        assert min(button.width(), button.height()) >= 48, name


# --- paper --------------------------------------------------------------------------------------------------------


def test_all_options_are_saved_as_a_sheet_with_the_picks(open_program: OpenProgram, tmp_path: Path) -> None:
    program = compare(open_program)
    assert find(program, "print-sheet").text() == "Print all options"
    page_of(program).pick("sure")
    press(program, "save-sheet")
    dialog = program.window.findChild(QWidget, "file-dialog")
    dialog.fileSelected.emit(str(tmp_path / "options"))
    dialog.close()
    saved(program)
    assert (tmp_path / "options.pdf").read_bytes().startswith(b"%PDF")
    words = page_of(program)._state.make_sheet().words
    assert len(words["treatments"]) == 5  # type: ignore[arg-type]
    rows = words["rows"]
    assert (rows[0]["question"], rows[0]["picked"]) == ("How sure are we?", True)  # type: ignore[index]

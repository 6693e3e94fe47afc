"""Compare your options: as a table and one at a time, by keyboard, by finger and by ear."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.diaries import begin_diary
from tests.ui.programs import OpenProgram, find, go, press, shown_names
from tpe_guide.app import Program
from tpe_guide.guide import deciding
from tpe_guide.navigation import Locator
from tpe_guide.settings import Settings
from tpe_guide.ui.pictures.comparison.cards import AnswerCard
from tpe_guide.ui.pictures.comparison.page import ComparisonPage
from tpe_guide.ui.pictures.comparison.sources import SourcesPanel
from tpe_guide.ui.pictures.comparison.view import ComparisonView
from tpe_guide.ui.reading.reading_view import ReadingView

NARROW = (480, 800)
QUESTIONS = ("what", "used", "get", "when", "good", "bad", "feel", "wrong", "harmed", "sure", "where", "advised")


def page_of(program: Program) -> ComparisonPage:
    shown = program.window.screen_shown
    assert isinstance(shown, ComparisonPage)
    return shown


def compare(open_program: OpenProgram, target: str = "", **how: object) -> Program:
    program: Program = open_program(**how)
    go(program, "comparison", target)
    return program


def table_of(program: Program) -> ComparisonView:
    return find(program, "comparison-table", ComparisonView)


def rows_shown(program: Program) -> list[str]:
    """The ids of the questions, as they stand in the table or in the cards."""
    if page_of(program).is_table:
        return [row.id for row in table_of(program).model().rows]  # type: ignore[attr-defined]
    QCoreApplication.processEvents()
    return [card.cell.question.id for card in answers(program)]


def answers(program: Program) -> list[AnswerCard]:
    """The cards from top to bottom."""
    cards = [card for card in page_of(program).findChildren(AnswerCard) if card.isVisible()]
    return sorted(cards, key=lambda card: card.y())


def picked(program: Program) -> set[str]:
    return {name for name in QUESTIONS if find(program, f"matters-{name}").isChecked()}


def panels(program: Program) -> list[SourcesPanel]:
    QCoreApplication.processEvents()
    return [panel for panel in page_of(program).findChildren(SourcesPanel) if panel.isVisible()]


def type_key(program: Program, which: Qt.Key) -> None:
    QTest.keyClick(program.window.focusWidget() or program.window, which)
    QCoreApplication.processEvents()


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


def test_a_pick_goes_to_the_top_and_the_usual_order_is_one_press_away(open_program: OpenProgram) -> None:
    program = compare(open_program)
    assert "usual-order" not in shown_names(program)
    press(program, "matters-sure")
    press(program, "matters-when")
    assert rows_shown(program)[:3] == ["sure", "when", "what"]
    assert picked(program) == {"sure", "when"}
    press(program, "matters-sure")
    assert rows_shown(program)[:2] == ["when", "what"]
    press(program, "usual-order")
    assert rows_shown(program) == list(QUESTIONS)
    assert picked(program) == set()
    assert "usual-order" not in shown_names(program)


def test_picks_and_the_opened_cell_outlive_a_change_of_look(open_program: OpenProgram) -> None:
    program = compare(open_program)
    press(program, "matters-feel")
    page_of(program).open_cell(page_of(program).cell("feel", "ivig"))
    program.session.set_look(theme="dark")
    QCoreApplication.processEvents()
    assert rows_shown(program)[0] == "feel"
    assert picked(program) == {"feel"}
    (panel,) = panels(program)
    assert panel.cell == page_of(program).cell("feel", "ivig")


def test_nothing_is_picked_without_an_open_diary_and_nothing_is_asked(open_program: OpenProgram) -> None:
    program = compare(open_program)
    assert picked(program) == set()


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
    press(program, "matters-when")
    press(program, "matters-good")
    go(program, "home")
    go(program, "comparison")
    assert picked(program) == {"sure", "good"}, "what was picked here stays"
    assert program.diary.matters.matters == before


def test_what_was_said_before_there_is_a_diary_is_not_picked(open_program: OpenProgram) -> None:
    program = open_program()
    go(program, "matters")
    program.diary.matters.pick(deciding.load("en").values[6])
    go(program, "comparison")
    assert picked(program) == set()


def test_enter_shows_where_a_cell_comes_from_and_esc_puts_it_away_then_goes_back(open_program: OpenProgram) -> None:
    program = open_program()
    go(program, "page", "side-by-side")
    go(program, "comparison")
    assert program.window.focusWidget() is table_of(program)
    type_key(program, Qt.Key.Key_Right)
    type_key(program, Qt.Key.Key_Return)
    (panel,) = panels(program)
    cell = page_of(program).cell("what", "steroids")
    assert panel.cell == cell
    words = {label.text() for label in panel.findChildren(QLabel)}
    assert cell.words in words
    assert set(cell.sources) <= words
    assert panel.accessibleName() == cell.spoken
    type_key(program, Qt.Key.Key_Escape)
    assert panels(program) == []
    assert program.window.focusWidget() is table_of(program)
    type_key(program, Qt.Key.Key_Escape)
    assert program.session.locator == Locator("page", "side-by-side")


def test_each_cell_opens_its_own_sources(open_program: OpenProgram) -> None:
    program = compare(open_program)
    page = page_of(program)
    model = table_of(program).model()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            cell = model.cell(row, column)  # type: ignore[attr-defined]
            page.open_cell(cell)
            (panel,) = panels(program)
            words = [label.text() for label in panel.findChildren(QLabel)]
            assert set(cell.sources) <= set(words)
            if not cell.is_known:
                assert "We found no source. It is a question to ask." in words


def test_the_cell_stays_in_sight_when_its_sources_take_room(open_program: OpenProgram) -> None:
    program = compare(open_program)
    page_of(program).open_cell(page_of(program).cell("where", "waiting"))
    for __ in range(5):
        QCoreApplication.processEvents()
    view = table_of(program)
    place = view.visualRect(view.model().index(QUESTIONS.index("where"), 4))
    assert view.viewport().rect().contains(place)


@pytest.mark.parametrize("question", ["used", "when", "feel", "sure"])
def test_the_header_cuts_no_row_in_half_when_sources_take_room(open_program: OpenProgram, question: str) -> None:
    program = compare(open_program, question)
    page_of(program).open_cell(page_of(program).cell(question, "exchange"))
    for __ in range(5):
        QCoreApplication.processEvents()
    view = table_of(program)
    rows = view.verticalHeader()
    assert view.verticalScrollBar().value() in {rows.sectionPosition(row) for row in range(rows.count())}


def test_a_panel_leads_to_the_page_and_the_way_back_finds_the_same_cell(open_program: OpenProgram) -> None:
    program = compare(open_program)
    page_of(program).open_cell(page_of(program).cell("when", "exchange"))
    press(program, "read-more")
    assert program.session.locator == Locator("page", "when-change-may-come")
    program.session.back()
    QCoreApplication.processEvents()
    index = table_of(program).currentIndex()
    assert (index.row(), index.column()) == (QUESTIONS.index("when"), 0)


def test_the_same_press_again_or_the_cross_puts_it_away(open_program: OpenProgram) -> None:
    program = compare(open_program)
    type_key(program, Qt.Key.Key_Space)
    type_key(program, Qt.Key.Key_Space)
    assert panels(program) == []
    type_key(program, Qt.Key.Key_Space)
    press(program, "close-sources")
    assert panels(program) == []


@pytest.mark.parametrize(("target", "place"), [("ivig", ("what", 3)), ("sure", ("sure", 0)), ("start", ("what", 0))])
def test_a_link_leads_to_a_treatment_or_a_question(
    open_program: OpenProgram, target: str, place: tuple[str, int]
) -> None:
    program = compare(open_program, target)
    index = table_of(program).currentIndex()
    assert (QUESTIONS[index.row()], index.column()) == place
    assert table_of(program).viewport().rect().intersects(table_of(program).visualRect(index))


def test_tab_leaves_the_table(open_program: OpenProgram) -> None:
    program = compare(open_program)
    table_of(program).setFocus()
    type_key(program, Qt.Key.Key_Tab)
    assert program.window.focusWidget() is not table_of(program)
    assert not table_of(program).isAncestorOf(program.window.focusWidget())


def test_tab_comes_from_the_table_to_the_sources(open_program: OpenProgram) -> None:
    program = compare(open_program)
    type_key(program, Qt.Key.Key_Return)
    for name in ("read-more", "close-sources"):
        type_key(program, Qt.Key.Key_Tab)
        assert program.window.focusWidget().objectName() == name


def test_tab_goes_down_the_cards(open_program: OpenProgram) -> None:
    program = compare(open_program, size=NARROW)
    find(program, "unfold-matters").setFocus()
    for name in ("sources-what", "sources-used"):
        type_key(program, Qt.Key.Key_Tab)
        assert program.window.focusWidget().objectName() == name
    type_key(program, Qt.Key.Key_Space)
    type_key(program, Qt.Key.Key_Tab)
    assert program.window.focusWidget().objectName() == "read-more"


def test_in_a_high_window_no_empty_ground_lies_below_the_last_row(open_program: OpenProgram) -> None:
    program = compare(open_program, size=(1600, 2000))
    view = table_of(program)
    last = view.visualRect(view.model().index(len(QUESTIONS) - 1, 0))
    assert view.viewport().height() - 2 <= last.bottom() <= view.viewport().height()
    assert not view.verticalScrollBar().isVisible()


def children(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for at in range(interface.childCount()):
        child = interface.child(at)
        if child is not None:
            yield child


def test_a_screen_reader_finds_heads_and_cells(open_program: OpenProgram) -> None:
    program = compare(open_program)
    press(program, "matters-sure")
    view = table_of(program)
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() == QAccessible.Role.Table
    found: dict[QAccessible.Role, list[str]] = {}
    for child in children(interface):
        found.setdefault(child.role(), []).append(child.text(QAccessible.Text.Name))
    model = view.model()
    columns, rows = range(model.columnCount()), range(model.rowCount())
    assert found[QAccessible.Role.ColumnHeader] == [
        "Plasma exchange",
        "More steroids",
        "Immunoadsorption",
        "IVIG",
        "Waiting with rehab",
    ]
    assert found[QAccessible.Role.RowHeader][:2] == ["How sure are we? (matters to me)", "What is it?"]
    assert len(found[QAccessible.Role.RowHeader]) == len(QUESTIONS)
    cells = [model.cell(row, column) for row in rows for column in columns]  # type: ignore[attr-defined]
    assert found[QAccessible.Role.Cell] == [f"{cell.words} {cell.mark}." if cell.mark else cell.words for cell in cells]


def test_a_screen_reader_is_told_where_a_cell_comes_from(
    open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("tpe_guide.ui.pictures.comparison.sources.announce", lambda widget, words: said.append(words))
    monkeypatch.setattr("tpe_guide.ui.pictures.comparison.page.announce", lambda widget, words: said.append(words))
    program = compare(open_program, "when")
    type_key(program, Qt.Key.Key_Return)
    cell = page_of(program).cell("when", "exchange")
    assert said == [f"{cell.spoken} Where this comes from: {'; '.join(cell.sources)}"]
    press(program, "matters-feel")
    assert said[1:] == ["“What may I feel?” is marked and stands at the top."]


# --- one at a time ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "percent", "is_table"),
    [
        ((1440, 900), 100, True),
        ((1280, 800), 100, True),
        ((1440, 900), 125, True),
        ((1440, 900), 150, False),
        ((1024, 700), 100, False),
        (NARROW, 100, False),
        ((2560, 1440), 200, True),
        ((2560, 1440), 300, False),
        ((3800, 1600), 400, False),
    ],
)
def test_where_there_is_no_room_or_letters_are_huge_one_treatment_is_shown(
    open_program: OpenProgram, size: tuple[int, int], percent: int, is_table: bool
) -> None:
    program = compare(open_program, size=size, chosen=Settings(text_percent=percent))
    assert page_of(program).is_table == is_table
    assert ("treatment-ivig" in shown_names(program)) == (not is_table)
    assert rows_shown(program) == list(QUESTIONS)


def test_it_turns_into_cards_and_back_as_the_window_changes(open_program: OpenProgram) -> None:
    program = compare(open_program)
    press(program, "matters-sure")
    program.window.resize(*NARROW)
    QCoreApplication.processEvents()
    assert not page_of(program).is_table
    assert rows_shown(program)[0] == "sure"
    press(program, "treatment-ivig")
    program.window.resize(1440, 900)
    QCoreApplication.processEvents()
    assert page_of(program).is_table
    assert rows_shown(program)[0] == "sure"


def test_another_treatment_answers_the_same_questions(open_program: OpenProgram) -> None:
    program = compare(open_program, "waiting", size=NARROW)
    assert find(program, "treatment-waiting").isChecked()
    press(program, "treatment-ivig")
    cards = answers(program)
    assert [card.cell for card in cards] == [page_of(program).cell(name, "ivig") for name in QUESTIONS]
    for card in cards:
        assert card.accessibleName() == card.cell.spoken
        assert card.cell.words in {label.text() for label in card.findChildren(QLabel)}


def test_arrow_keys_go_from_treatment_to_treatment(open_program: OpenProgram) -> None:
    program = compare(open_program, size=NARROW)
    assert program.window.focusWidget() is find(program, "treatment-exchange")
    type_key(program, Qt.Key.Key_Right)
    assert find(program, "treatment-steroids").isChecked()
    type_key(program, Qt.Key.Key_Left)
    type_key(program, Qt.Key.Key_Left)
    assert find(program, "treatment-waiting").isChecked(), "round and round"


def test_what_matters_is_behind_a_button_that_says_how_much_is_marked(open_program: OpenProgram) -> None:
    program = compare(open_program, size=NARROW)
    assert "matters-sure" not in shown_names(program)
    press(program, "unfold-matters")
    page_of(program).area.verticalScrollBar().setValue(200)
    press(program, "matters-when")
    assert rows_shown(program)[0] == "when"
    assert find(program, "unfold-matters").text() == "What matters to me: 1 marked"
    (card,) = (card for card in answers(program) if card.cell.question.id == "when")
    assert card.accessibleName().endswith("(matters to me)")


def test_a_card_shows_its_sources_and_leads_to_the_page(open_program: OpenProgram) -> None:
    program = compare(open_program, size=NARROW)
    cell = page_of(program).cell("what", "exchange")
    page_of(program).area.verticalScrollBar().setValue(250)
    press(program, "sources-what")
    card = page_of(program).findChild(AnswerCard, "answer-what")
    shown = {label.text() for label in card.findChildren(QLabel) if label.isVisible()}
    assert set(cell.sources) <= shown
    find(program, "sources-what").click()
    QCoreApplication.processEvents()
    assert not {label.text() for label in card.findChildren(QLabel) if label.isVisible()} & set(cell.sources)
    find(program, "sources-what").click()
    QCoreApplication.processEvents()
    find(program, "read-more").click()
    assert program.session.locator == Locator("page", "the-machine")


def test_a_cell_opened_among_the_cards_opens_in_its_card(open_program: OpenProgram) -> None:
    program = compare(open_program, size=NARROW)
    page_of(program).open_cell(page_of(program).cell("sure", "exchange"))
    assert panels(program) == []
    assert find(program, "read-more").isVisible()


def test_sources_of_the_table_are_put_away_with_it(open_program: OpenProgram) -> None:
    program = compare(open_program)
    page_of(program).open_cell(page_of(program).cell("when", "ivig"))
    program.window.resize(*NARROW)
    assert panels(program) == []
    program.window.resize(1440, 900)
    QCoreApplication.processEvents()
    (panel,) = panels(program)
    assert panel.cell.treatment.id == "ivig"


def test_a_link_to_a_question_has_its_card_in_sight(open_program: OpenProgram) -> None:
    program = compare(open_program, "sure", size=NARROW)
    for __ in range(5):
        QCoreApplication.processEvents()
    area = page_of(program).area
    card = page_of(program).findChild(AnswerCard, "answer-sure")
    top = card.mapTo(area.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < area.viewport().height() // 2


@pytest.mark.parametrize("size", [NARROW, (1440, 900)])
def test_every_button_has_a_name_and_is_large_enough(open_program: OpenProgram, size: tuple[int, int]) -> None:
    program = compare(open_program, size=size)
    page_of(program).pick("when")
    if page_of(program).is_table:
        page_of(program).open_cell(page_of(program).cell("what", "ivig"))
    else:
        press(program, "unfold-matters")
    names = shown_names(program) - {""}
    assert len(names) > 15
    for name in names:
        button = find(program, name)
        assert button.accessibleName(), name
        assert min(button.width(), button.height()) >= 48, name


# --- paper, kiosk -------------------------------------------------------------------------------------------------


def test_the_table_is_saved_as_a_sheet_with_the_picks(open_program: OpenProgram, tmp_path: Path) -> None:
    program = compare(open_program)
    press(program, "matters-sure")
    press(program, "save-sheet")
    dialog = program.window.findChild(QWidget, "file-dialog")
    dialog.fileSelected.emit(str(tmp_path / "options"))
    dialog.close()
    assert (tmp_path / "options.pdf").read_bytes().startswith(b"%PDF")
    rows = page_of(program)._state.make_sheet().words["rows"]
    assert (rows[0]["question"], rows[0]["picked"]) == ("How sure are we?", True)  # type: ignore[index]

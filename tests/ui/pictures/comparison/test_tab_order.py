"""By Tab one comes to what one sees, in the order in which one sees it, and by Shift+Tab back the same way."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

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
from tests.ui.programs import OpenProgram, find, press
from tpe_guide.app import Program
from tpe_guide.policy import KIOSK
from tpe_guide.settings import Settings

OPTIONS = [f"option-{name}" for name in ("exchange", "steroids", "immunoadsorption", "ivig", "waiting")]
MATTERS = [f"matters-{name}" for name in QUESTIONS]
PAPER, BAR = ["print-sheet", "save-sheet"], ["back", "next"]
TURNER = ["question-before", "question-shown", "question-after"]
CARDS = ["sources-exchange", "sources-steroids", "sources-waiting"]
MOST = 60


def start_of(program: Program) -> QWidget:
    """The bar's last button: what stands below the bar comes next."""
    start = find(program, "urgent")
    start.setFocus(Qt.FocusReason.TabFocusReason)
    return start


def walk(program: Program, pressed: Qt.Key = Qt.Key.Key_Tab) -> dict[str, QRect]:
    """What has the keyboard, press after press, until that leaves the screen, and where each stands."""
    page, met = page_of(program), dict[str, QRect]()
    for __ in range(MOST):
        type_key(program, pressed)
        focus = program.window.focusWidget()
        if focus is not None and page.isAncestorOf(focus):
            assert focus.objectName() not in met, "it goes round"
            met[focus.objectName()] = place(program, focus)
        elif met:
            return met
    raise AssertionError(f"never leaves: {list(met)}")


def down(program: Program) -> list[str]:
    start_of(program)
    return list(walk(program))


def up(program: Program) -> list[str]:
    find(program, "next").setFocus(Qt.FocusReason.TabFocusReason)
    return ["next", *walk(program, Qt.Key.Key_Backtab)]


def place(program: Program, widget: QWidget) -> QRect:
    """Where it is on the whole of the page, however far that is scrolled, as one reads: from the left."""
    page = page_of(program)
    inside = page.area.widget()
    assert inside is not None
    if inside.isAncestorOf(widget):
        corner = widget.mapTo(inside, QPoint())
    else:
        corner = widget.mapTo(page, QPoint()) + QPoint(0, inside.height())  # the bar is below all else
    if widget.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        corner.setX(page.width() - corner.x() - widget.width())
    return QRect(corner, widget.size())


@pytest.mark.parametrize("unfolded", [False, True])
@pytest.mark.parametrize(("size", "above"), [((1440, 900), True), (LAPTOP, True), ((1024, 700), False)])
def test_in_a_table_the_head_comes_first_then_the_options_then_the_cells(
    open_program: OpenProgram, size: tuple[int, int], above: bool, unfolded: bool
) -> None:
    program = compare(open_program, size=size)
    if unfolded:
        press(program, "unfold-matters")
    head = ["unfold-matters", *(PAPER if above else []), *(MATTERS if unfolded else [])]
    wanted = [*head, *OPTIONS, "comparison-table", *([] if above else PAPER), *BAR]
    assert down(program) == wanted
    assert up(program) == wanted[::-1]


@pytest.mark.parametrize("unfolded", [False, True])
@pytest.mark.parametrize(
    ("size", "percent"), [(NARROW, 100), ((360, 640), 100), ((360, 640), 200), ((1440, 900), 300), ((1440, 900), 400)]
)
def test_with_little_room_the_question_comes_before_its_answers_and_these_before_what_is_below(
    open_program: OpenProgram, size: tuple[int, int], percent: int, unfolded: bool
) -> None:
    program = compare(open_program, size=size, chosen=Settings(text_percent=percent))
    press(program, "change-options")
    if unfolded:
        press(program, "unfold-matters")
    below = ["unfold-matters", *(MATTERS if unfolded else []), *PAPER, *BAR]
    stacked = (size, percent) == ((360, 640), 200)
    turner = ["question-shown", "question-before", "question-after"] if stacked else TURNER
    wanted = ["change-options", *OPTIONS, *turner, *CARDS, *below]
    assert down(program) == wanted
    assert up(program) == wanted[::-1]
    press(program, "question-after")
    assert down(program) == wanted, "the next question's cards as well"


@pytest.mark.parametrize("size", [(1440, 900), (1080, 1920)])
def test_at_a_kiosk_there_is_no_paper(open_program: OpenProgram, size: tuple[int, int]) -> None:
    program = compare(open_program, policy=KIOSK, size=size)
    table = ["unfold-matters", *OPTIONS, "comparison-table", *BAR]
    cards = ["change-options", *TURNER, *CARDS, "unfold-matters", *BAR]
    assert down(program) == (table if page_of(program).is_table else cards)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), NARROW])
def test_it_is_the_order_in_which_all_is_seen(
    open_program: OpenProgram, qapp: QApplication, size: tuple[int, int], direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    try:
        program = compare(open_program, size=size)
        press(program, "unfold-matters")
        start_of(program)
        for (before, one), (after, other) in pairwise(walk(program).items()):
            below, beside = one.bottom() < other.bottom(), one.right() < other.left()
            assert below or beside, (before, after)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def test_a_window_that_gets_narrow_and_wide_again_has_the_orders_of_both(open_program: OpenProgram) -> None:
    program = compare(open_program, size=LAPTOP)
    before = down(program)
    program.window.resize(*NARROW)
    settle()
    assert down(program) == ["change-options", *TURNER, *CARDS, "unfold-matters", *PAPER, *BAR]
    program.window.resize(*LAPTOP)
    settle()
    assert down(program) == before


# --- with a drawer ------------------------------------------------------------------------------------------------


def open_drawer(program: Program) -> list[str]:
    """At the cell that has the keyboard. Returns what Tab meets in it, as it is seen: head, words, buttons."""
    table_of(program).setFocus()
    type_key(program, Qt.Key.Key_Return)
    assert drawers(program)
    return ["close-drawer", "drawer-words", "read-more", "add-question"]


def test_the_drawer_is_walked_after_the_table_and_then_one_goes_on(open_program: OpenProgram) -> None:
    program = compare(open_program, size=LAPTOP)
    inside = open_drawer(program)
    assert focused(program) == "drawer-words"
    assert list(walk(program)) == [*inside[2:], *BAR]
    back = up(program)
    start = back.index("comparison-table")
    assert back[: start + 1] == ["next", "back", *inside[::-1], "comparison-table"]


def test_the_next_cells_drawer_stands_in_the_same_place(open_program: OpenProgram) -> None:
    program = compare(open_program, size=LAPTOP)
    inside = open_drawer(program)
    type_key(program, Qt.Key.Key_Down)
    assert list(walk(program)) == [*inside[2:], *BAR]


def test_what_has_the_keyboard_is_never_below_the_drawer(open_program: OpenProgram) -> None:
    """It gives way to what it covers."""
    program = compare(open_program, size=LAPTOP)
    open_drawer(program)
    for __ in range(3):
        type_key(program, Qt.Key.Key_Tab)
    assert (focused(program), len(drawers(program))) == ("back", 1), "the bar is beside it"
    table_of(program).setFocus(Qt.FocusReason.BacktabFocusReason)
    type_key(program, Qt.Key.Key_Backtab)
    assert (focused(program), drawers(program)) == ("option-waiting", [])
    assert page_of(program).opened is None


def test_from_the_windows_bar_one_comes_to_what_the_drawer_covered(open_program: OpenProgram) -> None:
    program = compare(open_program, size=LAPTOP)
    open_drawer(program)
    start_of(program)
    type_key(program, Qt.Key.Key_Tab)
    assert (focused(program), len(drawers(program))) == ("unfold-matters", 1)
    type_key(program, Qt.Key.Key_Tab)
    assert (focused(program), drawers(program)) == ("print-sheet", [])


def test_what_lies_beside_the_drawer_leaves_it_open(open_program: OpenProgram) -> None:
    program = compare(open_program, size=LAPTOP)
    open_drawer(program)
    find(program, "option-exchange").setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert len(drawers(program)) == 1


def test_in_a_low_window_what_tab_comes_to_in_the_drawer_is_scrolled_into_sight(open_program: OpenProgram) -> None:
    program = compare(open_program, size=(1366, 500))
    page_of(program).open_cell(page_of(program).cell("good", "exchange"))
    settle()
    find(program, "back").setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert drawers(program), "it is not over what has the keyboard now"
    type_key(program, Qt.Key.Key_Backtab)
    assert focused(program) == "add-question"
    button = find(program, "add-question")
    assert button.visibleRegion().boundingRect().height() == button.height()

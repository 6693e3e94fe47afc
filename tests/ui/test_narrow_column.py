"""A narrow column at one side: for whoever sees half, sees double, or has one eye covered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from tests.ui.programs import OpenProgram, find, go
from tpe_guide.app import Program
from tpe_guide.settings import Settings
from tpe_guide.ui.guide.rail import Rail
from tpe_guide.ui.reading.measure import NARROW_COLUMN
from tpe_guide.ui.reading.reading_view import ReadingView
from tpe_guide.ui.unit.tier_card import TierCard

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def opened(open_program: OpenProgram, column: str, direction: Qt.LayoutDirection, place: str = "page") -> Program:
    program = open_program(chosen=Settings(column=column), size=(1366, 728))
    program.window.setLayoutDirection(direction)
    go(program, place, "spin-or-filter" if place == "page" else "")  # type: ignore[arg-type]
    return program


def left_of(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), QPoint()).x()


@pytest.mark.parametrize("direction", [LTR, RTL])
@pytest.mark.parametrize("column", ["left", "middle", "right"])
def test_a_page_stands_at_the_side_that_was_chosen(
    open_program: OpenProgram, column: str, direction: Qt.LayoutDirection
) -> None:
    """Whatever is read from right to left: it is the person's own left and right. The rail goes out of the way."""
    program = opened(open_program, column, direction)
    view = find(program, "reading-view", ReadingView)
    page = view.page_shown
    assert page is not None
    assert page.column_width == NARROW_COLUMN
    left = left_of(view.viewport()) + page.column_left
    width = program.window.width()
    assert view.above is not None
    assert left_of(view.above) == left
    assert view.above.width() == NARROW_COLUMN
    rail = left_of(find(program, "rail", Rail))
    match column:
        case "left":
            assert left < 80
            assert rail > width / 2
        case "right":
            assert left + NARROW_COLUMN > width - 80
            assert rail == 0
        case "middle":
            assert abs(left - left_of(view.viewport()) - (view.viewport().width() - NARROW_COLUMN) / 2) < 2


@pytest.mark.parametrize("direction", [LTR, RTL])
@pytest.mark.parametrize("column", ["left", "right"])
def test_urgent_help_does_too(open_program: OpenProgram, column: str, direction: Qt.LayoutDirection) -> None:
    program = opened(open_program, column, direction, "urgent")
    cards = program.window.findChildren(TierCard)
    assert len(cards) == 3
    for card in cards:
        assert card.width() <= 480
        place = left_of(card)
        assert place < 80 if column == "left" else place + card.width() > 1366 - 80


def test_a_window_with_no_more_room_is_as_it_was(open_program: OpenProgram) -> None:
    program = open_program(chosen=Settings(column="right"), size=(360, 640), page="spin-or-filter")
    page = find(program, "reading-view", ReadingView).page_shown
    assert page is not None
    assert page.column_left == 20

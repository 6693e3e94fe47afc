"""Two or three options side by side: which, how they are changed, and what is said where they cannot be."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.pictures.comparison.compared import (
    LAPTOP,
    NARROW,
    OPTIONS,
    chip,
    columns_shown,
    compare,
    focused,
    page_of,
    table_of,
    type_key,
)
from tests.ui.programs import OpenProgram, find, go, press, shown_names
from tests.ui.readers import listen
from tpe_guide.app import Program
from tpe_guide.policy import KIOSK
from tpe_guide.settings import Settings

FIRST = ("exchange", "steroids", "waiting")


def told(program: Program) -> dict[str, str]:
    """What is said below the names of options."""
    return {option: words for option in OPTIONS if (words := chip(program, option).told)}


def test_at_first_three_stand_side_by_side_and_their_chips_are_ticked(open_program: OpenProgram) -> None:
    program = compare(open_program)
    assert columns_shown(program) == FIRST
    assert [option for option in OPTIONS if chip(program, option).isChecked()] == list(FIRST)


@pytest.mark.parametrize(
    ("width", "rows"), [(1440, [5]), (1366, [5]), (1240, [5]), (1100, [3, 2]), (1024, [3, 2]), (980, [3, 2])]
)
def test_where_they_do_not_stand_in_one_row_two_are_alike(
    open_program: OpenProgram, width: int, rows: list[int]
) -> None:
    program = compare(open_program, size=(width, 700))
    tops = [chip(program, option).y() for option in OPTIONS]
    assert [tops.count(top) for top in sorted(set(tops))] == rows
    assert len({chip(program, option).width() for option in OPTIONS}) <= 2, "a pixel that cannot be shared"


def test_one_goes_out_and_another_comes_in_at_its_place_in_the_table(open_program: OpenProgram) -> None:
    program = compare(open_program)
    press(program, "option-steroids")
    assert columns_shown(program) == ("exchange", "waiting")
    press(program, "option-ivig")
    assert columns_shown(program) == ("exchange", "ivig", "waiting")
    assert not told(program)


def test_a_fourth_is_answered_where_it_was_pressed_and_changes_nothing(open_program: OpenProgram) -> None:
    program = compare(open_program)
    before = chip(program, "ivig").geometry(), table_of(program).geometry()
    press(program, "option-ivig")
    assert told(program) == {"ivig": "Take one out first."}
    assert columns_shown(program) == FIRST
    assert not chip(program, "ivig").isChecked()
    assert (chip(program, "ivig").geometry(), table_of(program).geometry()) == before, "nothing moves"
    press(program, "option-immunoadsorption")
    assert told(program) == {"immunoadsorption": "Take one out first."}
    press(program, "option-waiting")
    assert not told(program)


def test_to_take_one_of_two_out_is_refused_kindly(open_program: OpenProgram) -> None:
    program = compare(open_program)
    press(program, "option-waiting")
    press(program, "option-exchange")
    assert told(program) == {"exchange": "Keep two to compare."}
    assert columns_shown(program) == ("exchange", "steroids")
    assert chip(program, "exchange").isChecked()


@pytest.mark.parametrize("pressed", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_the_same_by_keyboard_and_by_ear(
    open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch, pressed: Qt.Key
) -> None:
    program = compare(open_program)
    heard = listen(monkeypatch)
    chip(program, "steroids").setFocus(Qt.FocusReason.TabFocusReason)
    type_key(program, Qt.Key.Key_Right)
    assert focused(program) == "option-immunoadsorption"
    assert chip(program, "immunoadsorption").accessibleDescription() == "Take one out first."
    type_key(program, pressed)
    assert heard == ["Take one out first."]
    type_key(program, Qt.Key.Key_Left)
    type_key(program, pressed)
    assert heard[1:] == ["Side by side now: Plasma exchange, Waiting with rehab."]
    assert focused(program) == "option-steroids"
    assert chip(program, "immunoadsorption").accessibleDescription() == ""
    type_key(program, Qt.Key.Key_Left)
    type_key(program, pressed)
    assert heard[2:] == ["Keep two to compare."]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_an_option_that_must_wait_is_dashed(open_program: OpenProgram, theme: str) -> None:
    program = compare(open_program, chosen=Settings(theme=theme))

    def edge(option: str) -> set[int]:
        """The colours along the upper edge, between the round corners."""
        picture = chip(program, option).grab().toImage()
        return {picture.pixel(x, 0) for x in range(30, picture.width() - 30)}

    waits = edge("ivig")
    press(program, "option-steroids")
    find(program, "option-waiting").setFocus()
    assert len(waits) > len(edge("ivig"))


def test_the_choice_outlives_the_screen_and_the_look(open_program: OpenProgram) -> None:
    program = compare(open_program)
    press(program, "option-steroids")
    press(program, "option-ivig")
    program.session.set_look(theme="dark")
    assert columns_shown(program) == ("exchange", "ivig", "waiting")
    go(program, "home")
    go(program, "comparison")
    assert columns_shown(program) == ("exchange", "ivig", "waiting")


def test_a_link_to_an_option_brings_it_in(open_program: OpenProgram) -> None:
    program = compare(open_program, "ivig")
    assert columns_shown(program) == ("exchange", "steroids", "ivig")
    assert table_of(program).currentIndex().column() == 2


def test_the_next_visitor_finds_the_first_three(open_program: OpenProgram) -> None:
    """What one visitor picked goes with their window: see ``test_pictures``."""
    chosen = Settings(text_percent=150)
    program = compare(open_program, policy=KIOSK, size=(1080, 1920), chosen=chosen)
    press(program, "change-options")
    press(program, "option-steroids")
    assert columns_shown(program) == ("exchange", "waiting")
    other = compare(open_program, policy=KIOSK, size=(1080, 1920), chosen=chosen)
    assert columns_shown(other) == FIRST


def test_with_little_room_a_line_says_how_many_and_opens_the_chips(open_program: OpenProgram) -> None:
    program = compare(open_program, size=NARROW)
    assert "option-ivig" not in shown_names(program)
    press(program, "change-options")
    assert find(program, "change-options").text() == "Done"
    press(program, "option-ivig")
    assert told(program) == {"ivig": "Take one out first."}
    press(program, "option-steroids")
    press(program, "option-ivig")
    assert columns_shown(program) == ("exchange", "ivig", "waiting")
    press(program, "change-options")
    assert "option-ivig" not in shown_names(program)


def test_all_of_it_can_be_had_with_two_options_too(open_program: OpenProgram) -> None:
    program = compare(open_program, size=LAPTOP)
    press(program, "option-exchange")
    view = table_of(program)
    assert view.columnWidth(0) + view.columnWidth(1) == view.viewport().width()
    assert page_of(program).area.horizontalScrollBar().maximum() == 0

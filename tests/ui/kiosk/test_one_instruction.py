"""Where the staff are in the room there is one thing to do about a sign: tell them. No screen says two."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.diaries import words_on_screen
from tests.ui.programs import OpenProgram, go
from tpe_guide.navigation import ScreenId
from tpe_guide.pictures.registry import PICTURES
from tpe_guide.policy import CLINIC, HOME, KIOSK
from tpe_guide.settings import Settings
from tpe_guide.vocabulary.terms import ACCESSES_SAID

PLACES: tuple[ScreenId, ...] = ("home", "contents", "urgent", "words", "look", "keys", "pictures", *PICTURES)
FOR_HOME = "at home? Call your unit now."
"""It says where it holds."""
OTHER_INSTRUCTIONS = ("Call your emergency number", "Call your unit", "112", "At night and at weekends")


def everything_said(window: QWidget) -> str:
    """What is shown, and what a screen reader is given."""
    widgets = [each for each in window.findChildren(QWidget) if each.isVisible()]
    return "\n".join(f"{each.accessibleName()}\n{each.accessibleDescription()}" for each in widgets)


@pytest.mark.parametrize(
    ("place", "what"), [*((place, "") for place in PLACES), *(("access", access) for access in ACCESSES_SAID)]
)
def test_no_screen_says_to_call_someone_else(open_program: OpenProgram, place: ScreenId, what: str) -> None:
    program = open_program(KIOSK, size=(1080, 1920), chosen=Settings(text_percent=150, motion="still"))
    go(program, place, what)
    said = words_on_screen(program) + everything_said(program.window)
    for words in OTHER_INSTRUCTIONS:
        assert words not in said.replace(FOR_HOME, "")
    assert "Tell staff now" in said or "Tell the staff now" in said


def test_at_home_they_are_all_there(open_program: OpenProgram) -> None:
    program = open_program()
    for place, what in (("urgent", ""), ("access", "neck-line")):
        go(program, place, what)  # type: ignore[arg-type]
        said = words_on_screen(program)
        assert "Call your emergency number now" in said
        assert "Call your unit now, at night too" in said


def test_it_is_for_the_place_to_say() -> None:
    assert HOME.whom_to_tell("Call your unit today") == "Call your unit today"
    assert CLINIC.whom_to_tell("Call your unit today") == "Call your unit today"
    assert KIOSK.whom_to_tell("Call your unit today") == "Tell the staff now"

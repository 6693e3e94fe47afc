"""A walk over all screens that measures what is seen: words at 7:1, the edges of what is pressed at 3:1, in all themes.

Windows are high enough for all of a screen. The suite sees each screen in one theme, another one for each screen beside
it; `make proofs` sees all in all.

Not held to 3:1, for they are not what tells that something can be pressed: lines between the parts of a card, edges of
cards that are only read, and the tints of ``TOLD_OTHERWISE``. What is off has words at 7:1 as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import cycle
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.colours_seen import faint_edges, words_in
from tests.ui.programs import OpenProgram
from tests.ui.stops import DIARY, OTHERS, PICTURES, Stop, at, forget_the_last_screen, settle
from tests.ui.test_fit import put_diary
from tpe_guide.app import Program
from tpe_guide.settings import Settings
from tpe_guide.ui.kit.theme import ThemeName

THEMES: tuple[ThemeName, ...] = get_args(ThemeName)
WHOLE = (1366, 4000)
"""px: a laptop's width, and as high as the longest of these screens."""
SKIPPED = ("keeping a diary", "a damaged diary", "a diary by its sheet")
"""They end the diary for the screens after them; what they are made of stands on other screens, too."""
STOPS = [at("words") if stop.name == "words" else stop for stop in OTHERS if stop.name not in SKIPPED]
TOLD_OTHERWISE = {
    "PlaceButton": "the tint of the place where one is: a line in ink below it says so",
    "_Tool": "the same",
    "PageLine": "a line of a list, by its words and its arrow; the tint of the one where one is has a bar",
    "ContentsRow": "the same",
    "CountRow": "a row of a list, by its words and its number; between rows there are lines",
    "TickBox": "its box has an edge of its own; between two of them there may be a line",
}


def walk(program: Program, stops: Iterable[Stop], themes: Iterable[ThemeName]) -> Iterator[str]:
    program.window.resize(*WHOLE)
    for stop, theme in zip(stops, cycle(themes), strict=False):
        program.session.set_look(theme=theme)
        stop.come(program)
        forget_the_last_screen()
        settle()
        for view in stop.views(program):
            settle()
            for fault in faults(program.window):
                yield f"{stop.name} {view} in {theme}: {fault}"


def faults(window: QWidget) -> Iterator[str]:
    image = window.grab().toImage()
    for said in words_in(window, image):
        if said.contrast < 7:
            yield f"“{said.words}” has {said.contrast:.2f}, {said.color} on {said.ground}"
    for button, ratio in faint_edges(window, image):
        if type(button).__name__ not in TOLD_OTHERWISE:
            yield f"{type(button).__name__} {button.objectName()} has an edge of {ratio:.2f}"


def test_all_screens(open_program: OpenProgram, data_dir: Path) -> None:
    put_diary(data_dir, 1)
    program = open_program(chosen=Settings(motion="still", access="arm-veins"))
    found = list(walk(program, [*PICTURES, *DIARY, *STOPS], THEMES))
    assert not found, "\n".join(found)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("theme", THEMES)
def test_all_screens_in_every_theme(open_program: OpenProgram, data_dir: Path, theme: ThemeName, percent: int) -> None:
    put_diary(data_dir, 1)
    program = open_program(chosen=Settings(motion="still", access="arm-veins", text_percent=percent))
    found = list(walk(program, [*PICTURES, *DIARY, *STOPS], [theme]))
    assert not found, "\n".join(found)

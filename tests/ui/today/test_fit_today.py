"""Today, a path and its steps in every size: all is inside and no word is cut."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.ui.diaries import PASSCODE
from tests.ui.programs import OpenProgram
from tests.ui.stops import settle
from tests.ui.test_fit import faults
from tpe_guide.app import Program
from tpe_guide.diary.model import ExchangeSession
from tpe_guide.diary.store import DiaryStore
from tpe_guide.navigation import HOME, Locator
from tpe_guide.settings import TEXT_PERCENTS, Settings
from tpe_guide.vocabulary.terms import SessionState

SIZES = [(1440, 900), (1366, 728), (1024, 700), (480, 800), (360, 640)]
PATH = "coming-up"
BEGUN = ("coming-up/rehearsal",)
STEPS = ("rehearsal", "feelings", "what-to-pack", "on-the-machine", "questions-to-ask")
ALL = tuple(f"{PATH}/{step}" for step in STEPS)
SOME = (100, 200, 300, 400)
"""Text sizes of the suite; between two of them is seen by `make proofs`."""
EVERY_SIZE = [
    percent if percent in SOME else pytest.param(percent, marks=pytest.mark.slow) for percent in TEXT_PERCENTS
]
LINES = ("_Line path-line", "Button leave-path")
"""In a low window they are as high as one line of words."""


def walked(program: Program, *places: Locator) -> Iterator[str]:
    for place in places:
        program.window.resize(*SIZES[0])
        program.session.go(place)
        for size in SIZES:
            program.window.resize(*size)
            settle()
            for fault in faults(program):
                if not fault.startswith(("PlaceButton", "Tabs", "TopBar")) and not (
                    fault.startswith(LINES) and fault.endswith("px") and "reaches" not in fault
                ):
                    yield f"{place.place} {place.page} in {size}: {fault}"


def in_diary(folder: Path, day: dt.date, state: SessionState) -> None:
    with DiaryStore.create(folder, None) as store:
        store.add_session(ExchangeSession(id="third", number=3, day=day, state=state))


@pytest.mark.parametrize("percent", EVERY_SIZE)
def test_a_stated_day_and_where_one_stopped(
    open_program: OpenProgram, clock: Callable[[], dt.datetime], percent: int
) -> None:
    day = clock().date() + dt.timedelta(days=6)
    program = open_program(
        chosen=Settings(
            text_percent=percent,
            next_session=day.isoformat(),
            last_page="what-to-pack",
            bookmarks=("tingling",),
            walked=BEGUN,
            stops=("coming-up/feelings",),
        )
    )
    found = [*walked(program, HOME, Locator("path", PATH), Locator("path", "deciding"))]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("percent", [100, 200, 400])
@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_the_first_launch(open_program: OpenProgram, theme: str, percent: int) -> None:
    program = open_program(chosen=Settings(text_percent=percent, theme=theme))
    found = [*walked(program, HOME, Locator("path", "deciding"))]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("percent", [100, 150, 200, 400])
@pytest.mark.parametrize("before", [-1, 1])
def test_what_the_diary_knows(
    open_program: OpenProgram, clock: Callable[[], dt.datetime], data_dir: Path, percent: int, before: int
) -> None:
    in_diary(data_dir, clock().date() + dt.timedelta(days=before), "done" if before < 0 else "planned")
    program = open_program(chosen=Settings(text_percent=percent))
    assert program.diary.diary_session.state == "open"
    found = [*walked(program, HOME, Locator("path", PATH))]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("percent", [100, 200, 400])
def test_a_locked_diary(open_program: OpenProgram, data_dir: Path, percent: int) -> None:
    DiaryStore.create(data_dir, PASSCODE).close()
    found = [*walked(open_program(chosen=Settings(text_percent=percent)), HOME)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("percent", [100, 200, 400])
@pytest.mark.parametrize("left", ["Someone to take you home", ""])
def test_the_end(open_program: OpenProgram, percent: int, left: str) -> None:
    program = open_program(chosen=Settings(text_percent=percent, walked=ALL, stops=ALL[-1:]))
    program.today._left_to_do = lambda: left
    found = [*walked(program, Locator("path", PATH))]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("percent", EVERY_SIZE)
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_steps(open_program: OpenProgram, percent: int, direction: Qt.LayoutDirection) -> None:
    program = open_program(chosen=Settings(text_percent=percent, walked=BEGUN, motion="still"))
    program.window.setLayoutDirection(direction)
    steps = (Locator("feelings", path=PATH), Locator("page", "what-to-pack", path=PATH))
    found = [*walked(program, *steps, HOME, Locator("path", PATH))]
    assert not found, "\n".join(found)

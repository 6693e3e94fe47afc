"""Words that people write, without a place where a line could end: they have room on every screen that shows them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.diaries import type_in, write_in
from tests.ui.programs import OpenProgram, go, press
from tests.ui.stops import LEAST, NARROW, settle
from tests.ui.test_fit import faults
from tpe_guide.app import Program
from tpe_guide.diary.store import DiaryStore
from tpe_guide.navigation import ScreenId
from tpe_guide.settings import Settings

ENDLESS = "plasmaexchangecoordinator.neurologydaycentre@universityhospital.example"
QUESTION = f"Ask {ENDLESS} about Friday?"
SIZES = [(800, 600), NARROW, LEAST, (1366, 728)]


def write_questions(program: Program) -> None:
    go(program, "questions")
    type_in(program, "own-question", QUESTION)
    press(program, "add-own")


def write_matters(program: Program) -> None:
    go(program, "matters")
    type_in(program, "own-value", QUESTION)
    press(program, "add-own")


def write_steps(program: Program) -> None:
    go(program, "my-session")
    press(program, "add-step")
    type_in(program, "own-step", QUESTION)
    press(program, "add-own")


def write_unit(program: Program) -> None:
    for slot, words in (("unit-phone", ENDLESS[:40]), ("out-of-hours", QUESTION[:80]), ("where-to-come", QUESTION)):
        program.unit.fill_in(slot, words)


def write_entry(program: Program) -> None:
    go(program, "log")
    press(program, "session-new-today")
    press(program, "effect-other")
    write_in(program, "words-own-0", QUESTION)
    press(program, "level-own-0-1")
    press(program, "began-during")
    press(program, "save")


WRITERS: dict[str, tuple[Callable[[Program], None], tuple[ScreenId, ...]]] = {
    "questions": (write_questions, ("questions",)),
    "matters": (write_matters, ("matters",)),
    "steps": (write_steps, ("my-session",)),
    "unit": (write_unit, ("unit", "urgent", "my-session")),
    "entry": (write_entry, ("saved", "log")),
}


@pytest.mark.parametrize("percent", [100, 200, 400])
@pytest.mark.parametrize("kind", WRITERS)
def test_what_people_write_has_room(open_program: OpenProgram, data_dir: Path, kind: str, percent: int) -> None:
    DiaryStore.create(data_dir, None).close()
    write, screens = WRITERS[kind]
    program = open_program(chosen=Settings(text_percent=percent, motion="still"), size=SIZES[0])
    write(program)
    found = []
    for screen in screens:
        if program.session.locator.place != screen:
            go(program, screen)
        for size in SIZES:
            program.window.resize(*size)
            settle()
            found += [f"{screen} in {size}: {fault}" for fault in faults(program)]
    assert not found, "\n".join(found)

"""What is one of several is told as such, in a group that is named by its question; and ticking one is what it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.ui.diaries import begin_diary, log, put_demo_diary
from tests.ui.programs import OpenProgram, find, go, press
from tpe_guide.app import Program

Role = QAccessible.Role


def role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def question_of(button: QAbstractButton) -> str:
    """The name of the group in which it stands."""
    around = button.parentWidget()
    while around is not None and role(around) == Role.Client:  # lays them out, and no reader says it
        around = around.parentWidget()
    assert around is not None
    assert role(around) == Role.Grouping
    return around.accessibleName()


@pytest.fixture
def program(open_program: OpenProgram, data_dir: Path) -> Program:
    put_demo_diary(data_dir)
    return open_program()


@pytest.mark.parametrize(
    ("place", "name", "question"),
    [
        ("log", "began-during", "When did it begin?"),
        ("nurse", "paper-a4", "Paper"),
        ("look", "colours-dark", "Colours"),
        ("look", "size-150", "Text size"),
    ],
)
def test_it_is_one_of_several(program: Program, place: str, name: str, question: str) -> None:
    go(program, place)  # type: ignore[arg-type]
    button = find(program, name)
    assert role(button) == Role.RadioButton
    assert question_of(button) == question


def test_so_is_how_much_of_a_page_to_show(program: Program) -> None:
    go(program, "page", "tingling")
    dial = find(program, "depth-full")
    assert role(dial) == Role.RadioButton
    press(program, "depth-full")
    assert program.session.settings.depth == "full"


def test_what_can_be_ticked_beside_others_is_not(program: Program) -> None:
    go(program, "log")
    assert role(find(program, "effect-tingling")) == Role.CheckBox


def test_an_answer_is_picked_and_changed_as_before(open_program: OpenProgram) -> None:
    program = open_program()
    begin_diary(program)
    log(program, "effect-tingling", "level-tingling-1", "level-tingling-3", "began-during", "began-at-home")
    assert [find(program, f"level-tingling-{level}").isChecked() for level in range(4)] == [False, False, False, True]
    assert role(find(program, "level-tingling-3")) == Role.RadioButton
    assert question_of(find(program, "level-tingling-3")) == "Tingling: how bad was it?"
    assert find(program, "began-at-home").isChecked()
    press(program, "save")
    (entry,) = program.diary.diary_session.store.entries()
    assert (entry.effects[0].severity, entry.effects[0].began) == (3, "at-home")


def test_what_a_voice_or_a_switch_ticks_is_ticked(open_program: OpenProgram) -> None:
    """They do what a button offers first. Qt's own toggle turned the tick alone, and the entry knew of nothing."""
    QAccessible.setActive(True)  # somebody listens: then Qt asks who speaks for a button before it can be ticked
    program = open_program()
    begin_diary(program)
    go(program, "log")
    QAccessible.setActive(False)
    for name in ("effect-tingling", "level-tingling-1", "began-during"):
        actions = QAccessible.queryAccessibleInterface(find(program, name)).actionInterface()
        actions.doAction(actions.actionNames()[0])
    press(program, "save")
    (entry,) = program.diary.diary_session.store.entries()
    assert (entry.effects[0].severity, entry.effects[0].began) == (1, "during")

"""A cell's question for the team: from its drawer or its card into My questions, and onto paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.pictures.comparison.compared import (
    LAPTOP,
    NARROW,
    QUESTIONS,
    compare,
    drawers,
    focused,
    page_of,
    settle,
    type_key,
)
from tests.ui.programs import OpenProgram, find, go, key, press, shown_names
from tests.ui.readers import listen
from tpe_guide.app import Program
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import CannotWrite
from tpe_guide.policy import KIOSK
from tpe_guide.summary.words import questions
from tpe_guide.ui.questions.questions_state import QuestionsState
from tpe_guide.ui.shell.banner import Banner

ASK = "Plasma exchange: How sure are you that this may help me?"


@pytest.fixture
def diary(data_dir: Path) -> Path:
    DiaryStore.create(data_dir, None).close()
    return data_dir


def open_cell(program: Program, question: str = "sure", treatment: str = "exchange") -> None:
    page_of(program).open_cell(page_of(program).cell(question, treatment))
    settle()


def words_shown(program: Program) -> str:
    return "\n".join(label.text() for label in page_of(program).findChildren(QLabel) if label.isVisible())


def asked(program: Program) -> list[str]:
    return [question.text for question in program.diary.diary_session.store.questions()]


@pytest.mark.parametrize("size", [LAPTOP, NARROW])
def test_one_press_adds_it_says_so_and_is_true(
    open_program: OpenProgram, diary: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    program = compare(open_program, size=size)
    open_cell(program)
    assert f"“{ASK}”" in words_shown(program), "what is added can be read before"
    assert find(program, "add-question").accessibleName() == f"Add to my questions: {ASK}"
    heard = listen(monkeypatch)
    find(program, "add-question").setFocus()
    type_key(program, Qt.Key.Key_Space)
    assert heard == ["It is in my questions."]
    assert "It is in my questions." in words_shown(program)
    assert "add-question" not in shown_names(program)
    assert focused(program) == "my-questions"
    assert find(program, "my-questions").text() == "See my questions"
    assert asked(program) == [ASK]
    type_key(program, Qt.Key.Key_Space)
    assert program.session.locator.place == "questions"
    assert find(program, "asked-0").text() == ASK
    key(program, "Alt+Left")
    settle()
    assert "It is in my questions." in words_shown(program), "and when one comes back"
    assert "add-question" not in shown_names(program)


@pytest.mark.parametrize("size", [(1366, 500), (1366, 540), (360, 640)])
def test_what_has_the_keyboard_then_is_in_sight(open_program: OpenProgram, diary: Path, size: tuple[int, int]) -> None:
    program = compare(open_program, size=size)
    open_cell(program, "good", "exchange")
    find(program, "read-more").setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    type_key(program, Qt.Key.Key_Tab)
    type_key(program, Qt.Key.Key_Space)
    settle()
    way = find(program, "my-questions")
    assert way.hasFocus()
    assert way.visibleRegion().boundingRect().height() == way.height()


def test_it_is_on_the_paper_for_the_team(open_program: OpenProgram, diary: Path) -> None:
    program = compare(open_program)
    open_cell(program)
    press(program, "add-question")
    paper = questions(program.diary.diary_session.store.diary().questions)
    assert [item.text for item in paper.items] == [ASK]


def test_another_cell_has_a_question_of_its_own(open_program: OpenProgram, diary: Path) -> None:
    program = compare(open_program)
    open_cell(program)
    press(program, "add-question")
    open_cell(program, "feel", "waiting")
    assert "It is in my questions." not in words_shown(program)
    press(program, "add-question")
    assert asked(program) == [ASK, "Waiting with rehab: What may I feel, and what can you do about it?"]


@pytest.mark.parametrize("size", [LAPTOP, NARROW])
def test_without_an_open_diary_it_waits_in_the_words_of_a_page(
    open_program: OpenProgram, data_dir: Path, size: tuple[int, int]
) -> None:
    program = compare(open_program, size=size)
    open_cell(program)
    press(program, "add-question")
    assert program.session.locator.place == "questions"
    assert [banner for banner in program.window.findChildren(Banner) if banner.isVisible()]
    key(program, "Alt+Left")
    settle()
    assert "It waits for your diary." in words_shown(program)
    assert find(program, "my-questions").text() == "Open my diary"
    press(program, "my-questions")
    press(program, "start-without")
    assert asked(program) == [ASK]


def test_a_full_disk_is_told_and_the_button_stays(
    open_program: OpenProgram, diary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = compare(open_program)
    open_cell(program)

    def full(state: QuestionsState, text: str) -> None:
        raise CannotWrite(Path("diary.db"), "No space left on device")

    monkeypatch.setattr(QuestionsState, "add", full)
    press(program, "add-question")
    assert [banner for banner in program.window.findChildren(Banner) if banner.isVisible()]
    assert "add-question" in shown_names(program)
    assert "It is in my questions." not in words_shown(program)


@pytest.mark.parametrize("size", [(1440, 900), NARROW])
def test_a_kiosk_has_no_questions_of_anybody(open_program: OpenProgram, size: tuple[int, int]) -> None:
    program = compare(open_program, policy=KIOSK, size=size)
    open_cell(program)
    assert "read-more" in shown_names(program)
    assert not {"add-question", "my-questions"} & shown_names(program)


def test_a_row_without_a_question_has_no_button(open_program: OpenProgram, diary: Path) -> None:
    program = compare(open_program)
    cell = page_of(program).cell("sure", "exchange")
    page_of(program).open_cell(cell._replace(question=cell.question._replace(ask="")))
    settle()
    assert drawers(program)
    assert "add-question" not in shown_names(program)


def test_every_row_of_the_guide_has_one(open_program: OpenProgram) -> None:
    program = compare(open_program)
    table = page_of(program)._state.table
    said = [table.cell(question, option.id).ask for question in QUESTIONS for option in table.treatments]
    assert len(set(said)) == len(said) == len(QUESTIONS) * 5
    assert all(words.endswith("?") for words in said)


def test_no_diary_is_looked_for_by_reading(open_program: OpenProgram, diary: Path) -> None:
    program = compare(open_program)
    open_cell(program)
    go(program, "home")
    assert "diary_session" not in vars(program.diary)


def test_arrow_keys_lead_on_from_its_buttons_too(open_program: OpenProgram, diary: Path) -> None:
    program = compare(open_program)
    open_cell(program, "what", "exchange")
    find(program, "add-question").setFocus()
    type_key(program, Qt.Key.Key_Down)
    assert page_of(program).opened == page_of(program).cell("used", "exchange")
    press(program, "add-question")
    find(program, "my-questions").setFocus()
    type_key(program, Qt.Key.Key_Up)
    assert page_of(program).opened == page_of(program).cell("what", "exchange")

"""What matters to me: picked and ordered, with or without a diary; and four questions about being ready."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.ui.programs import OpenProgram, find, go, key, press, shown_names
from tpe_guide.app import Program
from tpe_guide.diary.model import Matters, Readiness, Value
from tpe_guide.diary.store import DiaryStore
from tpe_guide.guide import deciding
from tpe_guide.ui.reading.reading_view import ReadingView
from tpe_guide.ui.shell.banner import Banner

WORDS = deciding.load()


@pytest.fixture
def diary(data_dir: Path) -> Path:
    DiaryStore.create(data_dir, None).close()
    return data_dir


@pytest.fixture
def program(open_program: OpenProgram, diary: Path) -> Program:
    program = open_program()
    go(program, "matters")
    return program


def kept(folder: Path, program: Program) -> Matters:
    program.diary.close()
    with DiaryStore.open(folder, None) as store:
        return store.matters()


def values(program: Program) -> list[str]:
    return [value.text for value in program.diary.matters.matters.values]


def test_the_pages_about_deciding_lead_there(open_program: OpenProgram) -> None:
    program = open_program(page="what-matters-to-me")
    view = find(program, "reading-view", ReadingView)
    view.activate_link([link.href for link in view.links].index("go:matters"))
    assert program.session.locator.place == "matters"


def test_picked_in_order_and_kept(program: Program, diary: Path) -> None:
    press(program, "pick-4")
    press(program, "pick-0")
    press(program, "value-1-arrow-up")
    assert "pick-4" not in shown_names(program)
    assert kept(diary, program).values == (Value(WORDS.values[0]), Value(WORDS.values[4]))


def test_own_words(program: Program) -> None:
    line = find(program, "own-value", QLineEdit)
    QTest.keyClicks(line, "I want to hold my grandchild.")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert values(program) == ["I want to hold my grandchild."]
    assert find(program, "own-value", QLineEdit).text() == ""


def test_what_matters_no_more_can_be_picked_again(program: Program) -> None:
    press(program, "pick-2")
    press(program, "value-0-trash-2")
    assert values(program) == []
    press(program, "pick-2")
    assert values(program) == [WORDS.values[2]]


def test_a_not_yet_leads_to_a_page_and_offers_a_question(program: Program, diary: Path) -> None:
    press(program, "ready-1-not-yet")
    press(program, "ready-1-ask")
    assert [question.text for question in program.diary.diary_session.store.questions()] == [WORDS.ready[1].ask]
    assert "ready-1-ask" not in shown_names(program)
    press(program, "ready-1-read")
    assert program.session.locator.page == WORDS.ready[1].page
    assert kept(diary, program).ready == (Readiness(WORDS.ready[1].question, yes=False),)


def test_an_answer_can_be_changed_and_taken_back(program: Program) -> None:
    press(program, "ready-0-not-yet")
    press(program, "ready-0-yes")
    assert program.diary.matters.answer_to(WORDS.ready[0].question) is True
    assert not find(program, "ready-0-not-yet").isChecked()
    press(program, "ready-0-yes")
    assert program.diary.matters.matters.ready == ()


def test_nothing_is_counted(program: Program) -> None:
    for index in range(4):
        press(program, f"ready-{index}-yes")
    said = " ".join(button.text() for button in program.window.findChildren(type(find(program, "go-home"))))
    assert "4" not in said


def test_without_a_diary_it_says_that_nothing_is_kept_and_can_be_kept_after_all(
    open_program: OpenProgram, data_dir: Path
) -> None:
    program = open_program()
    go(program, "matters")
    press(program, "pick-3")
    press(program, "ready-2-yes")
    assert not list(data_dir.glob("diary*"))
    press(program, "keep-it")
    press(program, "start-without")
    assert values(program) == [WORDS.values[3]]
    assert "keep-it" not in shown_names(program)
    assert kept(data_dir, program) == Matters(
        (Value(WORDS.values[3]),), (Readiness(WORDS.ready[2].question, yes=True),)
    )


def test_another_look_keeps_what_was_picked_and_typed(open_program: OpenProgram) -> None:
    program = open_program()
    go(program, "matters")
    press(program, "pick-1")
    QTest.keyClicks(find(program, "own-value", QLineEdit), "Half")
    key(program, "F8")
    assert values(program) == [WORDS.values[1]]
    assert find(program, "own-value", QLineEdit).text() == "Half"


def test_a_disk_that_refuses_is_told_and_nothing_changes(
    program: Program, diary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tpe_guide.errors import CannotWrite

    def refuse(matters: Matters) -> None:
        raise CannotWrite(diary, "read-only file system")

    monkeypatch.setattr(program.diary.diary_session.store, "set_matters", refuse)
    press(program, "pick-1")
    assert [banner for banner in program.window.findChildren(Banner) if banner.isVisible()]
    assert values(program) == []
    assert "pick-1" in shown_names(program)

"""My questions: added from a page or in own words, ordered, ticked, removed and put back; each act is on disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.ui.programs import OpenProgram, find, go, key, press, primary, shown_names, unlock
from tpe_guide.app import Program
from tpe_guide.diary.model import Question
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import CannotWrite
from tpe_guide.policy import KIOSK
from tpe_guide.ui.questions.questions import QuestionsPage
from tpe_guide.ui.reading.reading_view import ReadingView
from tpe_guide.ui.shell.banner import Banner

PAGE, OTHER_PAGE = "tingling", "tired"


@pytest.fixture
def diary(data_dir: Path) -> Path:
    DiaryStore.create(data_dir, None).close()
    return data_dir


@pytest.fixture
def asking(open_program: OpenProgram, diary: Path) -> Program:
    program = open_program()
    go(program, "questions")
    for words in ("First?", "Second?", "Third?"):
        write(program, words)
    return program


def write(program: Program, words: str) -> None:
    line = find(program, "own-question", QLineEdit)
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Return)
    QCoreApplication.processEvents()


def texts(program: Program) -> list[str]:
    return [question.text for question in program.diary.diary_session.store.questions()]


def on_disk(program: Program, folder: Path) -> list[Question]:
    program.diary.close()
    with DiaryStore.open(folder, None) as store:
        return list(store.questions())


def follow(program: Program, href: str) -> None:
    view = find(program, "reading-view", ReadingView)
    view.activate_link([link.href for link in view.links].index(href))
    QCoreApplication.processEvents()


class TestFromAPage:
    def test_one_press_adds_the_question_of_the_page(self, open_program: OpenProgram, diary: Path) -> None:
        program = open_program(page=PAGE)
        follow(program, "go:question")
        question = program.library.page(PAGE).question
        assert texts(program) == [question]
        assert "It is in my questions." in find(program, "reading-view", ReadingView).toPlainText()
        follow(program, "go:questions")
        assert program.session.locator.place == "questions"
        assert on_disk(program, diary) == [Question(question)]

    def test_without_a_diary_it_waits_for_one_and_is_then_kept(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program(page=PAGE)
        follow(program, "go:question")
        assert program.session.locator.place == "questions"
        assert [banner for banner in program.window.findChildren(Banner) if banner.isVisible()]
        press(program, "start-without")
        assert texts(program) == [program.library.page(PAGE).question]
        assert find(program, "asked-0").text() == program.library.page(PAGE).question

    def test_with_a_locked_diary_it_waits_too(self, open_program: OpenProgram, data_dir: Path) -> None:
        DiaryStore.create(data_dir, "correct horse battery").close()
        program = open_program(page=PAGE)
        follow(program, "go:question")
        key(program, "Alt+Left")
        assert "It waits for your diary." in find(program, "reading-view", ReadingView).toPlainText()
        unlock(program, "correct horse battery")
        go(program, "questions")
        assert texts(program) == [program.library.page(PAGE).question]

    def test_nothing_is_there_twice(self, open_program: OpenProgram, diary: Path) -> None:
        program = open_program(page=PAGE)
        for __ in range(2):
            program.diary.questions.add(program.library.page(PAGE).question)
        assert len(texts(program)) == 1

    def test_a_kiosk_only_shows_the_question(self, open_program: OpenProgram) -> None:
        program = open_program(KIOSK, page=PAGE)
        view = find(program, "reading-view", ReadingView)
        assert program.library.page(PAGE).question in view.toPlainText()
        assert not [link.href for link in view.links if link.href.startswith("go:question")]

    def test_no_diary_is_opened_by_reading(self, open_program: OpenProgram, diary: Path) -> None:
        program = open_program(page=PAGE)
        press(program, "next")
        assert not program.diary.diary_session.is_open


class TestList:
    def test_own_words_are_added_at_the_end(self, asking: Program, diary: Path) -> None:
        assert texts(asking) == ["First?", "Second?", "Third?"]
        assert find(asking, "own-question", QLineEdit).text() == ""

    def test_nothing_written_is_told_and_adds_nothing(self, asking: Program) -> None:
        press(asking, "add-own")
        assert len(texts(asking)) == 3

    def test_moved_by_button_and_by_key(self, asking: Program, diary: Path) -> None:
        press(asking, "question-2-arrow-up")
        assert texts(asking) == ["First?", "Third?", "Second?"]
        assert asking.window.focusWidget().objectName() == "question-1-arrow-up"
        QTest.keySequence(asking.window.focusWidget(), "Alt+Up")
        assert texts(asking) == ["Third?", "First?", "Second?"]
        assert not find(asking, "question-0-arrow-up").isEnabled()
        assert [question.text for question in on_disk(asking, diary)] == ["Third?", "First?", "Second?"]

    def test_ticked_when_asked(self, asking: Program, diary: Path) -> None:
        press(asking, "asked-1")
        assert on_disk(asking, diary)[1] == Question("Second?", asked=True)

    def test_to_tick_one_moves_nothing_on_screen(self, asking: Program) -> None:
        asking.window.resize(1024, 480)
        go(asking, "home")
        go(asking, "questions")
        screen = asking.window.screen_shown
        assert isinstance(screen, QuestionsPage)
        assert screen._area.verticalScrollBar().maximum() > 0
        press(asking, "asked-0")
        assert screen._area.verticalScrollBar().value() == 0

    def test_said_in_other_words(self, asking: Program, diary: Path) -> None:
        press(asking, "question-0-pencil")
        line = find(asking, "edited-0", QLineEdit)
        line.setText("What is first?")
        press(asking, "edit-done-0")
        assert texts(asking)[0] == "What is first?"

    @pytest.mark.parametrize("act", ["text-larger", "question-2-arrow-up", "question-1-pencil", "urgent", "asked-1"])
    def test_other_words_outlive_what_else_is_pressed(self, asking: Program, act: str) -> None:
        press(asking, "question-0-pencil")
        QTest.keyClicks(find(asking, "edited-0", QLineEdit), " At home")
        words = find(asking, "edited-0", QLineEdit).text()
        press(asking, act)
        go(asking, "questions")
        assert find(asking, "edited-0", QLineEdit).text() == words
        press(asking, "edit-done-0")
        assert texts(asking)[0] == words == "First? At home"

    def test_other_words_that_cannot_be_kept_stay_on_the_screen(
        self, asking: Program, diary: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(questions: object) -> None:
            raise CannotWrite(diary, "no space left on device")

        press(asking, "question-0-pencil")
        QTest.keyClicks(find(asking, "edited-0", QLineEdit), " At home")
        monkeypatch.setattr(asking.diary.diary_session.store, "set_questions", full)
        press(asking, "edit-done-0")
        assert find(asking, "edited-0", QLineEdit).text() == "First? At home"

    def test_one_button_is_filled_however_many_are_reworded(self, asking: Program) -> None:
        assert primary(asking) == ["print-for-nurse"]
        press(asking, "question-0-pencil")
        press(asking, "question-1-pencil")
        assert primary(asking) == ["print-for-nurse"]

    def test_emptied_words_stay_as_they_were(self, asking: Program) -> None:
        press(asking, "question-0-pencil")
        find(asking, "edited-0", QLineEdit).setText("  ")
        press(asking, "edit-done-0")
        assert texts(asking)[0] == "First?"

    def test_removed_and_put_back_where_it_was(self, asking: Program, diary: Path) -> None:
        press(asking, "asked-1")
        press(asking, "question-1-trash-2")
        assert texts(asking) == ["First?", "Third?"]
        assert asking.window.focusWidget().objectName() == "put-back"
        press(asking, "put-back")
        assert on_disk(asking, diary)[1] == Question("Second?", asked=True)
        assert "put-back" not in shown_names(asking)

    def test_a_suggested_question_moves_to_the_list(self, open_program: OpenProgram, diary: Path) -> None:
        program = open_program()
        program.session.mark_read(OTHER_PAGE)
        go(program, "questions")
        press(program, f"suggested-{OTHER_PAGE}")
        assert texts(program) == [program.library.page(OTHER_PAGE).question]
        assert f"suggested-{OTHER_PAGE}" not in shown_names(program)
        press(program, "show-all")
        assert f"suggested-{PAGE}" in shown_names(program)

    def test_what_is_half_typed_outlives_another_look(self, asking: Program) -> None:
        QTest.keyClicks(find(asking, "own-question", QLineEdit), "Half a que")
        key(asking, "F8")
        assert find(asking, "own-question", QLineEdit).text() == "Half a que"

    def test_a_full_disk_is_told_and_all_is_as_it_was(
        self, asking: Program, diary: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(questions: object) -> None:
            raise CannotWrite(diary, "no space left on device")

        monkeypatch.setattr(asking.diary.diary_session.store, "set_questions", full)
        press(asking, "question-0-trash-2")
        press(asking, "asked-2")
        write(asking, "Fourth?")
        assert [banner for banner in asking.window.findChildren(Banner) if banner.isVisible()]
        monkeypatch.undo()
        assert on_disk(asking, diary) == [Question("First?"), Question("Second?"), Question("Third?")]
        assert find(asking, "asked-2").isChecked() is False
        assert find(asking, "own-question", QLineEdit).text() == "Fourth?"

    def test_a_key_leads_there(self, open_program: OpenProgram, diary: Path) -> None:
        program = open_program()
        key(program, "Ctrl+K")
        assert program.session.locator.place == "questions"

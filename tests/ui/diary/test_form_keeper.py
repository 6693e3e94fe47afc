"""Forms that are half filled in outlive the window: on disk after a pause, encrypted, found again, gone when saved."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from tests.conftest import FixedClock
from tests.ui.diaries import PASSCODE, begin_diary, log, sentence, type_in, write_in
from tests.ui.programs import OpenProgram, find, go, key, press, said_by, shown_names, unlock
from tpe_guide.app import Program
from tpe_guide.diary import backup
from tpe_guide.diary.demo import demo_diary
from tpe_guide.diary.forms import Formed, Forms, Rewording, formed, session_of
from tpe_guide.diary.model import ExchangeSession
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import CannotWrite
from tpe_guide.navigation import ScreenId

SECRET = "The zebra in the waiting room"
NOTED = ExchangeSession("s3", 3, dt.date(2026, 5, 8), note="x" * 5000)


@pytest.fixture
def diary(data_dir: Path, clock: FixedClock) -> Path:
    with DiaryStore.create(data_dir, None) as store:
        store.import_diary(demo_diary(clock().date()), "demo")
    return data_dir


def pause(program: Program) -> None:
    """The person stops for a moment."""
    timer = program.diary.diary_session.forms._pause
    assert timer.isActive()
    timer.timeout.emit()
    QCoreApplication.processEvents()


def close(program: Program) -> None:
    program.window.close()
    program.window.closed.emit()
    QCoreApplication.processEvents()


def killed(folder: Path, copy: Path) -> Path:
    """What a killed program leaves of the diary in *folder*."""
    shutil.copytree(folder, copy)
    return copy


def ask(program: Program, text: str) -> None:
    go(program, "questions")
    line = find(program, "own-question", QLineEdit)
    line.setFocus()
    QTest.keyClicks(line, text)


class TestAsText:
    def test_all_of_it_comes_back_however_long(self) -> None:
        forms = Forms(
            (formed("s3", NOTED, replace(NOTED, note="x"), along=True),),
            "Half a qu",
            (Rewording("When?", ""),),
            "Walking",
            "A book",
        )
        assert Forms.from_json(forms.to_json()) == forms
        assert session_of(forms.sessions[0]) == NOTED

    @pytest.mark.parametrize("body", ["", "{", "[]", '{"sessions": [{"place": 3}]}', '{"question": 7}'])
    def test_what_is_none_is_none(self, body: str) -> None:
        assert Forms.from_json(body) is None

    def test_what_a_newer_version_adds_is_kept(self) -> None:
        forms = Forms(question="x", extra={"more": 1})
        assert Forms.from_json(forms.to_json()) == forms
        assert Formed("new", NOTED).note == ""


class TestASession:
    def test_a_kill_after_a_pause_loses_nothing(self, open_program: OpenProgram, diary: Path, tmp_path: Path) -> None:
        program = open_program()
        go(program, "exchange", "s3")
        write_in(program, "session-note", SECRET)
        press(program, "fluid-plasma")
        pause(program)
        with DiaryStore.open(killed(diary, tmp_path / "killed"), None) as store:
            body = store.forms()
        assert body is not None
        found = Forms.from_json(body)
        assert found is not None
        (one,) = found.sessions
        assert (one.place, one.note, one.session.fluid) == ("s3", SECRET, "plasma")

    def test_it_is_found_again_at_the_next_start(self, open_program: OpenProgram, diary: Path) -> None:
        program = open_program()
        go(program, "exchange", "s3")
        write_in(program, "session-note", SECRET)
        close(program)
        program = open_program()
        go(program, "diary")
        press(program, "go-on-s3")
        assert find(program, "session-note", QPlainTextEdit).toPlainText().endswith(SECRET)
        assert "forget-changes" in shown_names(program)
        press(program, "save-session")
        store = program.diary.diary_session.store
        assert next(one for one in store.sessions() if one.id == "s3").note.endswith(SECRET)
        pause(program)
        assert store.forms() is None
        assert "go-on-s3" not in shown_names(program)

    def test_one_that_is_added_keeps_its_id(self, open_program: OpenProgram, diary: Path) -> None:
        program = open_program()
        go(program, "exchange", "new")
        press(program, "state-planned")
        first = program.diary.diary_session.forms.sessions["new"].id
        close(program)
        program = open_program()
        go(program, "diary")
        press(program, "go-on-new")
        assert find(program, "state-planned").isChecked()
        press(program, "save-session")
        assert first in {one.id for one in program.diary.diary_session.store.sessions()}

    def test_not_wanted_it_is_forgotten(self, open_program: OpenProgram, diary: Path) -> None:
        program = open_program()
        go(program, "exchange", "s3")
        write_in(program, "session-note", SECRET)
        pause(program)
        press(program, "forget-changes")
        pause(program)
        assert program.diary.diary_session.store.forms() is None
        go(program, "exchange", "s3")
        assert SECRET not in find(program, "session-note", QPlainTextEdit).toPlainText()

    def test_as_it_was_again_there_is_nothing_to_keep(self, open_program: OpenProgram, diary: Path) -> None:
        program = open_program()
        go(program, "exchange", "s3")
        press(program, "fluid-plasma")
        press(program, "fluid-albumin")
        assert program.diary.diary_session.forms.sessions == {}

    def test_the_way_back_of_its_note_outlives_a_change_of_look(self, open_program: OpenProgram, diary: Path) -> None:
        program = open_program()
        go(program, "exchange", "s4")
        before = find(program, "session-note", QPlainTextEdit).toPlainText()
        write_in(program, "session-note", SECRET)
        key(program, "F8")
        note = find(program, "session-note", QPlainTextEdit)
        assert SECRET in note.toPlainText()
        while note.document().isUndoAvailable():
            note.undo()
        assert note.toPlainText() == before

    def test_a_note_that_is_too_long_is_kept_whole(self, open_program: OpenProgram, diary: Path) -> None:
        program = open_program()
        go(program, "exchange", "s3")
        find(program, "session-note", QPlainTextEdit).setPlainText("word " * 1000)
        close(program)
        program = open_program()
        go(program, "exchange", "s3")
        assert find(program, "session-note", QPlainTextEdit).toPlainText() == "word " * 1000
        assert not find(program, "save-session").isEnabled()

    @pytest.mark.parametrize("between", [True, False], ids=["closed between", "not closed"])
    def test_what_an_entry_said_of_it_meanwhile_is_not_undone(
        self, open_program: OpenProgram, data_dir: Path, clock: FixedClock, between: bool
    ) -> None:
        with DiaryStore.create(data_dir, None) as store:
            store.add_session(ExchangeSession("s3", 3, clock().date(), state="planned"))
        program = open_program()
        go(program, "exchange", "s3")
        write_in(program, "session-note", SECRET)
        go(program, "log")
        log(program, "session-new-today", "effect-tired", "level-tired-1", "began-during", "save")
        if between:
            close(program)
            program = open_program()
        go(program, "exchange", "s3")
        assert find(program, "state-done").isChecked()
        press(program, "save-session")
        (kept,) = program.diary.diary_session.store.sessions()
        assert (kept.state, kept.note) == ("done", SECRET)

    def test_nor_is_a_day_to_which_it_was_moved_along(
        self, open_program: OpenProgram, data_dir: Path, clock: FixedClock
    ) -> None:
        first, second = self.planned(data_dir, clock)
        program = open_program()
        go(program, "exchange", second.id)
        write_in(program, "session-note", SECRET)
        go(program, "exchange", first.id)
        press(program, "another-day")
        press(program, f"day-{first.day + dt.timedelta(days=1)}")
        press(program, "move-along")
        press(program, "save-session")
        go(program, "exchange", second.id)
        press(program, "save-session")
        kept = program.diary.diary_session.store.sessions()[-1]
        assert (kept.day, kept.note) == (second.day + dt.timedelta(days=1), SECRET)

    def test_that_those_after_it_move_along_is_not_forgotten(
        self, open_program: OpenProgram, data_dir: Path, clock: FixedClock
    ) -> None:
        first, second = self.planned(data_dir, clock)
        program = open_program()
        go(program, "exchange", first.id)
        press(program, "another-day")
        press(program, f"day-{first.day + dt.timedelta(days=1)}")
        press(program, "move-along")
        program.session.bigger()
        assert find(program, "move-along").isChecked()
        close(program)
        program = open_program()
        go(program, "exchange", first.id)
        assert find(program, "move-along").isChecked()
        press(program, "save-session")
        kept = program.diary.diary_session.store.sessions()[-1]
        assert kept.day == second.day + dt.timedelta(days=1)

    def planned(self, folder: Path, clock: FixedClock) -> list[ExchangeSession]:
        days = (clock().date() + dt.timedelta(days=days) for days in (2, 4))
        sessions = [ExchangeSession(f"s{number}", number, day, "planned") for number, day in enumerate(days, 1)]
        with DiaryStore.create(folder, None) as store:
            store.keep_sessions(sessions)
        return sessions

    def test_of_a_session_that_is_gone_nothing_stays(self, open_program: OpenProgram, diary: Path) -> None:
        program = open_program()
        go(program, "exchange", "s7")
        press(program, "state-missed")
        close(program)
        with DiaryStore.open(diary, None) as store:
            store.remove_session("s7")
        program = open_program()
        go(program, "diary")
        assert program.diary.diary_session.forms.sessions == {}


class TestQuestionsAndTheRest:
    def test_a_half_typed_question_is_found_again(self, open_program: OpenProgram, diary: Path) -> None:
        program = open_program()
        ask(program, "May I sw")
        close(program)
        program = open_program()
        go(program, "questions")
        assert find(program, "own-question", QLineEdit).text() == "May I sw"
        QTest.keyClicks(find(program, "own-question", QLineEdit), "im?\r")
        pause(program)
        store = program.diary.diary_session.store
        assert store.questions()[-1].text == "May I swim?"
        assert store.forms() is None

    def test_so_are_other_words_for_one(self, open_program: OpenProgram, diary: Path) -> None:
        program = open_program()
        go(program, "questions")
        press(program, "question-0-pencil")
        QTest.keyClicks(find(program, "edited-0", QLineEdit), " Or when?")
        close(program)
        program = open_program()
        go(program, "questions")
        assert find(program, "edited-0", QLineEdit).text().endswith(" Or when?")

    @pytest.mark.parametrize(
        ("place", "line", "opened_by"), [("matters", "own-value", ()), ("my-session", "own-step", ("add-step",))]
    )
    def test_and_what_matters_or_a_step_before_the_next_session(
        self, open_program: OpenProgram, diary: Path, place: ScreenId, line: str, opened_by: tuple[str, ...]
    ) -> None:
        def visited() -> Program:
            program = open_program()
            go(program, "diary")
            go(program, place)
            return program

        program = visited()
        for name in opened_by:
            press(program, name)
        QTest.keyClicks(find(program, line, QLineEdit), "A warm bl")
        close(program)
        assert find(visited(), line, QLineEdit).text() == "A warm bl"

    def test_a_backup_put_back_takes_it_along(self, open_program: OpenProgram, diary: Path, tmp_path: Path) -> None:
        program = open_program()
        go(program, "diary")
        made = backup.write(tmp_path / "a.tpebackup", backup.take(program.diary.diary_session.store))
        program.diary.diary_session.store.set_questions(())
        ask(program, "May I sw")
        go(program, "keeping")
        keeping = program.diary.keeping
        keeping.offer_backup(str(made.path))
        keeping.finish()
        assert keeping.offer is not None
        keeping.offer.do()
        go(program, "questions")
        assert find(program, "own-question", QLineEdit).text() == "May I sw"


class TestPrivacy:
    def test_of_a_guarded_diary_nothing_stands_in_any_file(
        self, open_program: OpenProgram, data_dir: Path, clock: FixedClock
    ) -> None:
        with DiaryStore.create(data_dir, PASSCODE) as store:
            store.import_diary(demo_diary(clock().date()), "demo")
        program = open_program()
        go(program, "diary")
        unlock(program, PASSCODE)
        ask(program, SECRET)
        go(program, "exchange", "s3")
        write_in(program, "session-note", SECRET)
        pause(program)
        program.diary.diary_session.lock()
        assert program.diary.diary_session.forms.all() == Forms(), "locked, it is not in memory either"
        for file in data_dir.rglob("*"):
            assert not file.is_file() or SECRET.encode() not in file.read_bytes(), file
        unlock(program, PASSCODE)
        go(program, "questions")
        assert find(program, "own-question", QLineEdit).text() == SECRET

    def test_it_is_no_part_of_what_the_diary_says(self, open_program: OpenProgram, diary: Path) -> None:
        program = open_program()
        go(program, "diary")
        store = program.diary.diary_session.store
        before = store.rows()
        ask(program, SECRET)
        pause(program)
        assert store.forms() is not None
        assert store.rows() == before


class TestWhereItCannotBeKept:
    def test_a_full_disk_is_told_once_and_the_words_stay(
        self, open_program: OpenProgram, diary: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(_self: DiaryStore, _body: str | None) -> None:
            raise CannotWrite(diary, "the disk is full")

        program = open_program()
        with monkeypatch.context() as refused:
            refused.setattr(DiaryStore, "keep_forms", full)
            ask(program, SECRET)
            pause(program)
            assert sentence(program).startswith("What you write is only on the screen until you save it.")
            go(program, "home")
            go(program, "questions")
            assert find(program, "own-question", QLineEdit).text() == SECRET
        QTest.keyClicks(find(program, "own-question", QLineEdit), "!")
        pause(program)
        assert program.diary.diary_session.store.forms() is not None

    @pytest.mark.parametrize("form", ["question", "session"])
    def test_a_diary_that_can_only_be_read_says_so_once_of_other_forms_too(
        self, open_program: OpenProgram, diary: Path, monkeypatch: pytest.MonkeyPatch, form: str
    ) -> None:
        monkeypatch.setattr(DiaryStore, "read_only", property(lambda _self: True))
        program = open_program()
        if form == "question":
            ask(program, "May I sw")
        else:
            go(program, "exchange", "s3")
            press(program, "fluid-plasma")
        assert said_by(program) == ""
        pause(program)
        assert "What you write now is gone when you close the guide." in said_by(program)
        press(program, "banner-close")
        program.diary.diary_session.forms.touch()
        pause(program)
        assert said_by(program) == ""

    def test_a_diary_that_can_only_be_read_says_how_long_words_last(
        self, open_program: OpenProgram, diary: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(DiaryStore, "read_only", property(lambda _self: True))
        program = open_program()
        go(program, "log")
        assert "What you write now is gone when you close the guide." in sentence(program)
        press(program, "effect-tingling")
        press(program, "leave")
        assert sentence(program) == "What you began stays until you close the guide. It could not be kept."


class TestTheWayBackOfTheTemperature:
    def test_it_outlives_a_change_of_look(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tired", "open-function")
        type_in(program, "temperature", "38.1")
        log(program, "temperature-plus")
        assert find(program, "temperature", QLineEdit).text() == "38.2"
        program.session.bigger()
        QCoreApplication.processEvents()
        line = find(program, "temperature", QLineEdit)
        line.setFocus()
        assert line.text() == "38.2"
        QTest.keySequence(line, "Ctrl+Z")
        assert line.text() == "38.1"
        assert program.diary.diary_session.drafts.draft.temperature == "38.1"
        QTest.keySequence(line, "Ctrl+Shift+Z")
        assert line.text() == "38.2"

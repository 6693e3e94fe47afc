"""A second course later: begun by one press, taken back by one; the first is opened, read, printed and saved."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from tests.conftest import FixedClock
from tests.ui.diaries import on_disk, sentence, words_on_screen, write_in
from tests.ui.programs import OpenProgram, find, go, press, primary, shown_names
from tests.ui.readers import listen
from tpe_guide.app import Program
from tpe_guide.diary import exchange
from tpe_guide.diary.demo import demo_diary, finished_diary
from tpe_guide.diary.model import Diary
from tpe_guide.diary.store import DiaryStore
from tpe_guide.navigation import Locator


@pytest.fixture
def first(clock: FixedClock) -> Diary:
    """A course that is done."""
    return finished_diary(clock().date())


@pytest.fixture
def done(data_dir: Path, first: Diary, open_program: OpenProgram) -> Program:
    """A program with it."""
    with DiaryStore.create(data_dir, None) as store:
        store.import_diary(first, "demo")
    program = open_program()
    program.window.resize(1366, 728)
    go(program, "diary")
    return program


@pytest.fixture
def second(done: Program) -> Program:
    """A new course has begun."""
    press(done, "begin-course")
    return done


def title(program: Program) -> str:
    return find(program, "page-title", QLabel).text()


def opened(program: Program, first: Diary) -> Program:
    press(program, f"open-course-{first.course.id}")
    return program


class TestBeginning:
    def test_one_press_begins_it_and_the_first_stays(
        self, done: Program, first: Diary, data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        heard = listen(monkeypatch)
        press(done, "begin-course")
        assert title(done) == "Your new course is ready"
        assert any("A new course has begun." in words for words in heard)
        row = find(done, f"open-course-{first.course.id}").text()
        assert row.startswith("Earlier course: ")
        assert row.endswith(f"6 sessions, {len(first.entries)} entries")
        assert f"Your diary holds {len(first.entries)} entries." in words_on_screen(done)
        kept = on_disk(data_dir, tmp_path / "copy")
        assert kept.entries == ()
        assert kept.questions == first.questions

    def test_a_slip_is_taken_back(self, second: Program, first: Diary) -> None:
        press(second, "take-back-course")
        assert title(second) == "6 sessions done, 1 missed"
        assert second.diary.diary_session.store.diary() == first
        assert not [name for name in shown_names(second) if name.startswith("open-course")]

    def test_not_once_something_is_written_in_it(self, second: Program) -> None:
        press(second, "add-session")
        press(second, "save-session")
        assert "take-back-course" not in shown_names(second)
        assert second.diary.diary_session.store.sessions()[0].number == 1

    def test_a_course_of_long_ago_offers_it_too(
        self, data_dir: Path, clock: FixedClock, open_program: OpenProgram
    ) -> None:
        with DiaryStore.create(data_dir, None) as store:
            store.import_diary(demo_diary(clock().date() - dt.timedelta(days=60)), "demo")
        program = open_program()
        go(program, "diary")
        assert "Your last session was on" in words_on_screen(program)
        press(program, "begin-course")
        assert title(program) == "Your new course is ready"
        assert program.diary.diary_session.store.earlier()[0].course.finished is None, "nobody said so"

    def test_while_it_goes_on_nobody_is_asked(
        self, data_dir: Path, clock: FixedClock, open_program: OpenProgram
    ) -> None:
        with DiaryStore.create(data_dir, None) as store:
            store.import_diary(demo_diary(clock().date()), "demo")
        program = open_program()
        go(program, "diary")
        assert "begin-course" not in shown_names(program)

    def test_an_entry_that_is_begun_is_finished_first(self, done: Program) -> None:
        go(done, "log")
        press(done, "effect-tingling")
        go(done, "diary")
        press(done, "begin-course")
        assert "You have begun an entry." in sentence(done)
        assert not done.diary.diary_session.store.earlier()

    def test_an_entry_that_is_not_wanted_is_put_away_as_it_says(self, done: Program) -> None:
        go(done, "log")
        press(done, "effect-tingling")
        go(done, "diary")
        press(done, "begin-course")
        assert "press “Leave” there, come back, and press “Begin anew”" in sentence(done)
        go(done, "log")
        press(done, "leave")
        go(done, "log")
        press(done, "begin-anew")
        go(done, "diary")
        press(done, "begin-course")
        assert done.diary.diary_session.store.earlier()

    def test_an_entry_that_was_only_looked_at_for_a_change_is_not_in_the_way(self, done: Program) -> None:
        last = done.diary.diary_session.store.entries()[-1]
        go(done, "entry", last.id)
        press(done, "edit-entry")
        go(done, "diary")
        press(done, "begin-course")
        assert done.diary.diary_session.store.earlier()
        assert done.diary.diary_session.drafts.draft.changes is None

    def test_what_was_thrown_away_before_is_not_brought_into_the_new_one(self, done: Program) -> None:
        go(done, "log")
        press(done, "effect-tingling")
        done.diary.diary_session.drafts.throw_away()
        go(done, "diary")
        press(done, "begin-course")
        assert done.diary.diary_session.drafts.put_away is None
        done.diary.diary_session.drafts.bring_back()
        assert done.diary.diary_session.drafts.draft.is_empty

    def test_so_is_a_session_half_filled_in(self, done: Program) -> None:
        press(done, "session-s3")
        write_in(done, "session-note", "Long")
        go(done, "diary")
        press(done, "begin-course")
        assert "A session is half filled in." in sentence(done)
        assert not done.diary.diary_session.store.earlier()

    def test_what_is_logged_then_is_of_the_new_one(self, second: Program) -> None:
        go(second, "log")
        press(second, "session-new-today")
        press(second, "effect-tingling")
        press(second, "level-tingling-1")
        press(second, "began-during")
        press(second, "save")
        store = second.diary.diary_session.store
        assert [one.number for one in store.sessions()] == [1]
        assert store.entry_count == len(store.entries()) + store.earlier()[0].entries

    def test_today_says_nothing_of_the_course_that_is_over(self, second: Program) -> None:
        go(second, "home")
        assert "Your course is done" not in words_on_screen(second)


class TestTheFirst:
    def test_it_opens_to_all_that_was_written(self, second: Program, first: Diary) -> None:
        opened(second, first)
        assert second.session.locator == Locator("earlier", first.course.id)
        assert "It stays as you wrote it." in words_on_screen(second)
        assert "What you felt" in words_on_screen(second)
        assert primary(second) == ["print-for-nurse"]
        assert all(f"Session {one.number}, " in words_on_screen(second) for one in first.sessions)

    def test_an_entry_of_it_is_read_and_not_changed(self, second: Program, first: Diary) -> None:
        opened(second, first)
        newest = second.diary.diary_session.store.glance(first.course.id).newest(1)[0]
        press(second, f"open-{newest.id}")
        assert "Of an earlier course. It stays as you wrote it." in words_on_screen(second)
        assert not {"edit-entry", "remove-entry"} & shown_names(second)
        press(second, "to-course")
        assert second.session.locator == Locator("earlier", first.course.id)

    def test_a_session_of_it_is_not_opened_to_be_changed(self, second: Program) -> None:
        go(second, "exchange", "s3")
        assert "save-session" not in shown_names(second)

    def test_its_page_is_printed(self, second: Program, first: Diary) -> None:
        opened(second, first)
        press(second, "print-for-nurse")
        summary = second.diary.summary
        assert summary._diary() is not None
        assert summary._diary().entries == first.entries
        assert summary.earlier_words().startswith("Earlier course: ")
        go(second, "home")
        go(second, "nurse")
        assert summary._diary().entries == ()

    def test_it_is_saved_as_a_file(self, second: Program, first: Diary, tmp_path: Path) -> None:
        opened(second, first)
        second.window.screen_shown.saved.emit(str(tmp_path / "first.tpediary.json"))
        assert second.diary.keeping.finish()
        found = exchange.read(tmp_path / "first.tpediary.json")
        assert found.entries == first.entries
        assert found.course.followed_by == second.diary.diary_session.store.course().id
        assert second.session.locator == Locator("keeping")

    def test_what_was_removed_from_it_is_put_back_there(self, done: Program, first: Diary) -> None:
        gone = first.entries[0]
        done.diary.overview.remove(gone, "It")
        go(done, "home")
        go(done, "diary")
        press(done, "begin-course")
        assert f"put-back-{gone.id}" not in shown_names(done)
        opened(done, first)
        press(done, f"put-back-{gone.id}")
        store = done.diary.diary_session.store
        assert store.entries(first.course.id) == first.entries
        assert store.entries() == ()

    def test_back_to_one_that_was_taken_back_shows_the_diary(self, second: Program, first: Diary) -> None:
        opened(second, first)
        go(second, "diary")
        press(second, "take-back-course")
        go(second, "earlier", first.course.id)
        assert title(second) == "6 sessions done, 1 missed"

"""What is being written goes to disk at each pause, is found again, and is never saved for a day nobody meant."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit

from tests.conftest import FixedClock
from tests.diary.stories import entry, session
from tests.ui.diaries import begin_diary, log, on_disk, picked, sentence, words_on_screen, write_in
from tests.ui.programs import OpenProgram, find, go, press, shown_names
from tpe_guide.app import Program
from tpe_guide.diary.draft import Draft
from tpe_guide.diary.model import ExchangeSession
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import CannotWrite
from tpe_guide.ui.diary.log.last_night import LastNightPage
from tpe_guide.ui.diary.log.page import LogPage
from tpe_guide.ui.diary.saved import SavedPage

SECRET = "The zebra in the waiting room scared me."


def at(clock: FixedClock, moment: str) -> None:
    clock.now = dt.datetime.fromisoformat(moment).astimezone(clock.now.tzinfo)


def pause(program: Program) -> None:
    """The person stops for a moment."""
    timer = program.diary.diary_session.drafts._pause
    assert timer.isActive()
    timer.timeout.emit()
    QCoreApplication.processEvents()


def close(program: Program) -> None:
    program.window.close()
    program.window.closed.emit()
    QCoreApplication.processEvents()


def kept(program: Program) -> Draft | None:
    body = program.diary.diary_session.store.draft()
    return Draft.from_json(body) if body else None


@pytest.fixture
def had(data_dir: Path) -> None:
    """A diary with session 3 on Friday 8 May 2026."""
    with DiaryStore.create(data_dir, None) as store:
        store.add_session(ExchangeSession("s3", 3, dt.date(2026, 5, 8)))


class TestOnItsWayToDisk:
    def test_it_is_there_after_a_pause_and_not_after_each_key(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tired", "open-note")
        write_in(program, "note", SECRET)
        assert kept(program) is None
        pause(program)
        draft = kept(program)
        assert draft is not None
        assert ([pick.effect for pick in draft.picks], draft.note) == (["tired"], SECRET)

    def test_no_word_of_it_stands_anywhere_unencrypted(self, open_program: OpenProgram, data_dir: Path) -> None:
        program = open_program()
        begin_diary(program)
        press(program, "open-note")
        write_in(program, "note", SECRET)
        pause(program)
        for file in data_dir.iterdir():
            assert SECRET[4:9].encode() not in file.read_bytes()

    def test_leaving_the_screen_keeps_it_at_once(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tired")
        go(program, "urgent")
        assert kept(program) is not None

    def test_saved_it_is_forgotten(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tired", "level-tired-1", "began-during")
        pause(program)
        press(program, "save")
        pause(program)
        assert kept(program) is None

    def test_killed_right_after_saving_it_is_not_offered_again(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path
    ) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tired", "level-tired-1", "began-during")
        pause(program)
        body = program.diary.diary_session.store.draft()
        press(program, "save")
        program.diary.diary_session.store.keep_draft(body)  # as if it had not come to forgetting it
        program.diary.diary_session.drafts._on_disk = None
        close(program)
        again = open_program()
        go(again, "log")
        assert picked(again) == set()
        assert "You began this" not in words_on_screen(again)

    def test_what_cannot_be_kept_is_said_once_and_stops_nothing(
        self, open_program: OpenProgram, data_dir: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = open_program()
        begin_diary(program)
        tried = []

        def full(*__: object) -> None:
            tried.append(1)
            raise CannotWrite(data_dir / "diary.db", "no space left on device")

        monkeypatch.setattr(DiaryStore, "keep_draft", full)
        log(program, "effect-tired")
        pause(program)
        assert sentence(program).startswith("What you write is only on the screen until you save it.")
        press(program, "banner-close")
        log(program, "level-tired-1")
        pause(program)
        assert len(tried) == 2
        assert "banner-close" not in shown_names(program)
        log(program, "began-during", "save")
        assert isinstance(program.window.screen_shown, SavedPage)

    @pytest.mark.parametrize("then", ["kept", "saved"])
    def test_once_it_is_on_disk_nothing_says_that_it_is_not(
        self, open_program: OpenProgram, data_dir: Path, monkeypatch: pytest.MonkeyPatch, then: str
    ) -> None:
        program = open_program()
        begin_diary(program)

        def full(*__: object) -> None:
            raise CannotWrite(data_dir / "diary.db", "no space left on device")

        with monkeypatch.context() as disk:
            disk.setattr(DiaryStore, "keep_draft", full)
            log(program, "effect-tired", "level-tired-1")
            pause(program)
            assert sentence(program).startswith("What you write is only on the screen until you save it.")
            if then == "saved":
                log(program, "began-during", "save")
                assert isinstance(program.window.screen_shown, SavedPage)
                assert "banner-close" not in shown_names(program)
                return
        log(program, "level-tired-2")
        pause(program)
        assert kept(program) is not None
        assert "banner-close" not in shown_names(program)

    def test_the_way_back_of_a_field_outlives_a_change_of_look(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        press(program, "open-note")
        write_in(program, "note", SECRET)
        find(program, "note", QPlainTextEdit).selectAll()
        write_in(program, "note", "x")
        program.session.bigger()
        QCoreApplication.processEvents()
        field = find(program, "note", QPlainTextEdit)
        assert field.toPlainText() == "x"
        field.undo()
        assert field.toPlainText() == SECRET
        pause(program)
        draft = kept(program)
        assert draft is not None
        assert draft.note == SECRET

    def test_a_paste_that_is_too_long_is_told_and_kept_whole(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tired", "level-tired-1", "began-during", "open-note")
        field = find(program, "note", QPlainTextEdit)
        long = "word " * 1000
        field.insertPlainText(long)
        assert field.toPlainText() == long
        assert "This is too long to save. Please make it shorter. Nothing was cut." in words_on_screen(program)
        assert not find(program, "save").isEnabled()
        assert "To save: make your note shorter." in words_on_screen(program)
        pause(program)
        draft = kept(program)
        assert draft is not None
        assert draft.note == long
        field.undo()
        assert find(program, "save").isEnabled()

    @pytest.mark.parametrize("odd", ["a\u202eb", "🙂👩🏽‍⚕️", "tab\there", "bell\x07", "nul\0nul", "line\u2028sep"])
    def test_odd_signs_are_kept_and_save(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path, odd: str
    ) -> None:
        program = open_program()
        begin_diary(program)
        press(program, "open-note")
        find(program, "note", QPlainTextEdit).insertPlainText(odd)
        press(program, "save")
        (entry,) = on_disk(data_dir, tmp_path / "copy").entries
        readable = [sign for sign in odd if sign.isprintable()]
        assert [sign for sign in entry.note if sign in readable] == readable


class TestFoundAgain:
    def test_after_a_restart_it_is_there_and_said(
        self, open_program: OpenProgram, had: None, clock: FixedClock
    ) -> None:
        at(clock, "2026-05-08T19:40:00+02:00")
        program = open_program()
        go(program, "log")
        log(program, "effect-tired", "level-tired-2", "open-note")
        write_in(program, "note", SECRET)
        close(program)

        again = open_program()
        go(again, "log")
        assert f"You began this on Friday 8 May at {clock.now:%H:%M}." in words_on_screen(again)
        assert picked(again) == {"effect-tired", "level-tired-2"}
        assert find(again, "note", QPlainTextEdit).toPlainText() == SECRET
        press(again, "go-on")
        assert "You began this" not in words_on_screen(again)
        log(again, "began-during", "save")
        assert isinstance(again.window.screen_shown, SavedPage)

    def test_to_begin_anew_can_be_taken_back(self, open_program: OpenProgram, had: None) -> None:
        program = open_program()
        begun = program.session
        go(program, "log")
        log(program, "session-none", "effect-tired", "level-tired-2", "leave")
        go(program, "log")
        press(program, "begin-anew")
        assert picked(program) == set()
        assert kept(program) is None
        press(program, "bring-back")
        assert picked(program) == {"effect-tired", "level-tired-2"}
        assert begun is program.session

    def test_what_is_written_before_that_waits(self, open_program: OpenProgram, had: None) -> None:
        program = open_program()
        go(program, "log")
        log(program, "session-none", "effect-tired", "level-tired-2", "began-during", "leave")
        go(program, "log")
        log(program, "begin-anew", "effect-cold", "bring-back")
        assert picked(program) == {"effect-tired", "level-tired-2", "began-during"}
        press(program, "save")
        go(program, "log")
        assert picked(program) == {"effect-cold"}

    def test_left_for_three_days_it_asks_which_day_it_is_for(
        self, open_program: OpenProgram, had: None, data_dir: Path, tmp_path: Path, clock: FixedClock
    ) -> None:
        at(clock, "2026-05-08T19:40:00+02:00")
        program = open_program()
        go(program, "log")
        log(program, "effect-tired", "level-tired-2", "began-at-home")
        close(program)

        at(clock, "2026-05-11T10:00:00+02:00")
        again = open_program()
        go(again, "log")
        assert "Which day is it for?" in words_on_screen(again)
        assert not find(again, "save").isEnabled()
        assert "To save: say which day it is for, at the top." in words_on_screen(again)
        log(again, "for-its-day", "save")
        (entry,) = on_disk(data_dir, tmp_path / "copy").entries
        assert (entry.day, entry.session, entry.moment) == (dt.date(2026, 5, 8), "s3", "evening")

    def test_it_can_be_for_today_instead(
        self, open_program: OpenProgram, had: None, data_dir: Path, tmp_path: Path, clock: FixedClock
    ) -> None:
        at(clock, "2026-05-08T19:40:00+02:00")
        program = open_program()
        go(program, "log")
        log(program, "effect-tired", "level-tired-2", "began-at-home")
        at(clock, "2026-05-09T10:00:00+02:00")  # the window was open all the night
        press(program, "save")
        assert isinstance(program.window.screen_shown, LogPage)
        log(program, "for-today", "save")
        (entry,) = on_disk(data_dir, tmp_path / "copy").entries
        assert (entry.day, entry.session, entry.moment) == (dt.date(2026, 5, 9), "s3", "next-day")

    def test_what_was_being_written_waits_while_an_entry_is_changed(
        self, open_program: OpenProgram, had: None, clock: FixedClock
    ) -> None:
        at(clock, "2026-05-08T19:40:00+02:00")
        program = open_program()
        go(program, "log")
        log(program, "effect-tired", "level-tired-2", "began-at-home", "save", "add-another")
        log(program, "effect-cold", "level-cold-3")
        (entry,) = program.diary.diary_session.store.entries()
        program.diary.diary_session.change(entry)
        program.diary.diary_session.changed.emit()
        assert picked(program) == {"effect-tired", "level-tired-2", "began-at-home"}
        program.diary.diary_session.drafts.keep()
        close(program)

        again = open_program()
        go(again, "log")
        assert "You began to change an entry of Friday 8 May" in words_on_screen(again)
        log(again, "go-on", "level-tired-1", "save", "add-another")
        assert picked(again) == {"effect-cold", "level-cold-3"}
        assert "You began this on Friday 8 May" in words_on_screen(again)

    def test_what_is_damaged_is_nothing(self, open_program: OpenProgram, had: None, data_dir: Path) -> None:
        with DiaryStore.open(data_dir, None) as store:
            store.keep_draft('{"picks": 7')
        program = open_program()
        go(program, "log")
        assert picked(program) == set()


class TestWhileAnEntryIsChanged:
    """Two saved entries, s1's and s2's, and one half written."""

    @pytest.fixture
    def torn(self, open_program: OpenProgram, data_dir: Path) -> Program:
        with DiaryStore.create(data_dir, None) as store:
            store.add_session(session(1))
            store.add_session(session(2))
            store.save_entry(entry(1, session="s1", effects=(), note="first"))
            store.save_entry(entry(2, session="s2", effects=(), note="second"))
        program = open_program()
        go(program, "log")
        log(program, "effect-cold", "open-note")
        write_in(program, "note", SECRET)
        pause(program)
        return program

    def edit(self, program: Program, name: str) -> None:
        go(program, "entry", name)
        press(program, "edit-entry")

    def test_all_of_it_may_be_rubbed_out_on_the_way(self, torn: Program) -> None:
        self.edit(torn, "e1")
        find(torn, "note", QPlainTextEdit).clear()
        pause(torn)
        draft = kept(torn)
        assert draft is not None
        assert draft.waiting, "what was half written is still on disk"
        press(torn, "text-larger")
        write_in(torn, "note", "Better words")
        press(torn, "save")
        assert {each.note for each in torn.diary.diary_session.store.entries()} == {"Better words", "second"}
        go(torn, "log")
        assert find(torn, "note", QPlainTextEdit).toPlainText() == SECRET

    def test_however_often_entries_are_opened_to_be_changed_little_is_kept(self, torn: Program) -> None:
        for __ in range(20):
            self.edit(torn, "e1")
            self.edit(torn, "e2")
        assert len(torn.diary.diary_session.drafts.draft.to_json()) < 5_000

    def test_one_that_was_opened_and_left_as_it_was_is_not_asked_about(self, torn: Program) -> None:
        entry = next(iter(torn.diary.diary_session.store.entries()))
        drafts = torn.diary.diary_session.drafts
        torn.diary.diary_session.change(entry)
        drafts.leave()
        assert drafts.draft.changes is None

    def test_what_was_changed_of_one_waits_while_another_is_changed(self, torn: Program) -> None:
        self.edit(torn, "e1")
        write_in(torn, "note", " and more")
        self.edit(torn, "e2")
        write_in(torn, "note", " too")
        self.edit(torn, "e1")
        assert "and more" in find(torn, "note", QPlainTextEdit).toPlainText()
        press(torn, "save")
        go(torn, "log")
        assert "too" in find(torn, "note", QPlainTextEdit).toPlainText()
        press(torn, "save")
        go(torn, "log")
        assert find(torn, "note", QPlainTextEdit).toPlainText() == SECRET

    def test_to_begin_anew_can_be_taken_back_there_too(self, torn: Program) -> None:
        self.edit(torn, "e1")
        write_in(torn, "note", "More of the ")
        log(torn, "leave")
        go(torn, "log")
        log(torn, "begin-anew", "effect-tired", "bring-back")
        assert find(torn, "note", QPlainTextEdit).toPlainText() == "More of the first"
        press(torn, "save")
        go(torn, "log")
        assert picked(torn) == {"effect-cold", "effect-tired"}

    def test_removed_meanwhile_it_is_saved_all_the_same(self, torn: Program) -> None:
        self.edit(torn, "e1")
        write_in(torn, "note", "More of the ")
        go(torn, "entry", "e1")
        press(torn, "remove-entry")
        go(torn, "log")
        press(torn, "save")
        assert isinstance(torn.window.screen_shown, SavedPage)
        store = torn.diary.diary_session.store
        assert {each.note for each in store.entries()} == {"More of the first", "second"}
        assert store.binned() == ()
        assert [former.entry.note for former in store.formers("e1")] == ["first"]


class TestASessionPutRightMeanwhile:
    @pytest.fixture
    def begun(self, open_program: OpenProgram, data_dir: Path) -> Program:
        with DiaryStore.create(data_dir, None) as store:
            store.add_session(session(1))
            store.add_session(session(2))
        program = open_program()
        go(program, "log")
        log(program, "session-s2", "effect-tired", "level-tired-1", "began-during")
        pause(program)
        return program

    def test_saving_does_not_undo_that(self, begun: Program) -> None:
        right = replace(session(2), number=3, day=dt.date(2026, 5, 7))
        begun.diary.overview.keep(right, "s2")
        go(begun, "diary")
        go(begun, "log")
        press(begun, "save")
        assert begun.diary.diary_session.store.sessions() == (session(1), right)

    def test_one_that_was_removed_does_not_come_back_and_it_asks_which(self, begun: Program) -> None:
        go(begun, "diary")
        begun.diary.overview.remove_session("s2")
        go(begun, "log")
        assert not find(begun, "save").isEnabled()
        log(begun, "session-s1", "save")
        assert begun.diary.diary_session.store.sessions() == (session(1),)

    def test_what_waits_goes_by_it_too(self, begun: Program) -> None:
        store = begun.diary.diary_session.store
        store.save_entry(entry(1, session="s1", effects=(), note="first"))
        go(begun, "entry", "e1")
        press(begun, "edit-entry")
        begun.diary.overview.remove_session("s2")
        go(begun, "log")
        press(begun, "save")
        go(begun, "log")
        assert picked(begun) == {"effect-tired", "level-tired-1", "began-during"}
        assert not find(begun, "save").isEnabled()


class TestTheNightAfter:
    @pytest.fixture
    def night(self, open_program: OpenProgram, had: None, clock: FixedClock) -> Program:
        at(clock, "2026-05-09T00:40:00+02:00")
        program = open_program()
        go(program, "log")
        return program

    def test_it_is_asked_first(self, night: Program) -> None:
        assert isinstance(night.window.screen_shown, LastNightPage)
        assert "Is this for last night?" in words_on_screen(night)

    @pytest.mark.parametrize(
        ("answer", "day", "moment"), [("last-night", "2026-05-08", "evening"), ("new-day", "2026-05-09", "next-day")]
    )
    def test_the_answer_is_the_day(
        self, night: Program, data_dir: Path, tmp_path: Path, answer: str, day: str, moment: str
    ) -> None:
        log(night, answer, "effect-tired", "level-tired-1", "began-at-home", "save")
        (entry,) = on_disk(data_dir, tmp_path / "copy").entries
        assert (entry.day, entry.moment, entry.session) == (dt.date.fromisoformat(day), moment, "s3")
        press(night, "add-another")
        assert isinstance(night.window.screen_shown, LogPage), "it is asked once a night"

    @pytest.mark.parametrize(
        "moment", ["2026-05-09T05:00:00+02:00", "2026-05-08T23:59:00+02:00", "2026-05-10T01:00:00+02:00"]
    )
    def test_at_other_times_it_is_not_asked(
        self, open_program: OpenProgram, had: None, clock: FixedClock, moment: str
    ) -> None:
        at(clock, moment)
        program = open_program()
        go(program, "log")
        assert isinstance(program.window.screen_shown, LogPage)

"""What was saved, in words: for which day, and a way to mend a slip."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from tests.conftest import FixedClock
from tests.ui.diaries import begin_diary, log, on_disk, picked, put_demo_diary, words_on_screen, write_in
from tests.ui.programs import OpenProgram, find, go, press, shown_names
from tpe_guide.app import Program
from tpe_guide.diary.model import ExchangeSession
from tpe_guide.diary.store import DiaryStore
from tpe_guide.navigation import HOME, Locator
from tpe_guide.ui.diary.log.page import LogPage
from tpe_guide.ui.diary.saved import SavedPage

TINGLING = ("effect-tingling", "level-tingling-1", "began-during", "save")
FEVER = ("effect-fever-chills", "level-fever-chills-2", "began-at-home", "save")
UNIT = "020 7946 0958"


def save(program: Program, *entries: tuple[str, ...]) -> None:
    begin_diary(program)
    for taps in entries:
        go(program, "log")
        log(program, *taps)


def title(program: Program) -> str:
    return find(program, "page-title", QLabel).text()


def count(program: Program) -> str:
    return find(program, "count", QLabel).text()


def test_it_says_what_is_in_the_diary_now(open_program: OpenProgram) -> None:
    program = open_program()
    save(program, TINGLING)
    assert title(program) == "Saved"
    assert count(program) == "Only on this computer. Your diary has 1 entry."
    assert "Tingling: Mild · During the session" in words_on_screen(program)


def test_it_counts_without_reading(open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch) -> None:
    program = open_program()
    begin_diary(program)

    def all_of_them(*__: object) -> None:
        pytest.fail("20,000 entries are not read to save one")

    monkeypatch.setattr(DiaryStore, "entries", all_of_them)
    log(program, *TINGLING)
    assert count(program) == "Only on this computer. Your diary has 1 entry."


def test_it_gives_no_verdict(open_program: OpenProgram) -> None:
    program = open_program()
    save(program, TINGLING)
    assert "You ticked no warning sign. If you are worried, call your unit." in words_on_screen(program)
    program.unit.fill_in("unit-phone", UNIT)
    program.session.next_theme()
    assert f"If you are worried, call your unit: {UNIT}." in words_on_screen(program)


def test_a_warning_sign_keeps_its_words_and_number(open_program: OpenProgram) -> None:
    program = open_program()
    save(program, FEVER)
    for advice in program.diary.catalogue.advice("fever-chills", "unknown", {}):
        assert all(line in words_on_screen(program) for line in advice.lines)
    assert "You ticked no warning sign" not in words_on_screen(program)


def test_the_session_and_the_day_it_is_for_are_said_and_when_it_was_written(
    open_program: OpenProgram, data_dir: Path, clock: FixedClock
) -> None:
    with DiaryStore.create(data_dir, None) as store:
        store.add_session(ExchangeSession("s3", 3, dt.date(2026, 5, 8)))
    clock.now = dt.datetime.fromisoformat("2026-05-09T00:40:00+02:00").astimezone(clock.now.tzinfo)
    program = open_program()
    go(program, "log")
    log(program, "last-night", *TINGLING)
    assert "For session 3, Friday 8 May: that evening" in words_on_screen(program)
    assert f"Written on Saturday 9 May at {clock.now:%H:%M}." in words_on_screen(program)


def test_a_slip_is_mended_in_the_log_and_what_it_said_is_kept(
    open_program: OpenProgram, data_dir: Path, tmp_path: Path
) -> None:
    program = open_program()
    save(program, TINGLING)
    press(program, "edit")
    assert isinstance(program.window.screen_shown, LogPage)
    assert picked(program) == {"effect-tingling", "level-tingling-1", "began-during"}
    assert "You are changing an entry of" in words_on_screen(program)
    log(program, "level-tingling-3", "open-note")
    write_in(program, "note", "worse than I thought")
    press(program, "save")
    assert count(program) == "Only on this computer. Your diary has 1 entry."
    (entry,) = on_disk(data_dir, tmp_path / "copy").entries
    assert (entry.effects[0].severity, entry.note) == (3, "worse than I thought")
    (former,) = program.diary.diary_session.store.formers(entry.id)
    assert former.entry.effects[0].severity == 1


def test_removed_again_the_planned_session_that_it_used_up_is_planned(
    open_program: OpenProgram, data_dir: Path, clock: FixedClock
) -> None:
    planned = ExchangeSession("s3", 3, clock.now.date(), state="planned")
    with DiaryStore.create(data_dir, None) as store:
        store.add_session(planned)
    program = open_program()
    go(program, "log")
    log(program, "session-new-today", *TINGLING)
    session = program.diary.diary_session
    (had,) = session.store.sessions()
    assert (had.id, had.state) == ("s3", "done")
    (entry,) = session.saved
    session.remove(entry)
    assert session.store.sessions() == (planned,)
    session.store.take_back(entry.id)
    assert session.store.sessions() == (had,)


def test_said_to_be_of_another_session_after_all_the_one_that_it_used_up_is_planned(
    open_program: OpenProgram, data_dir: Path, clock: FixedClock
) -> None:
    planned = ExchangeSession("s3", 3, clock.now.date(), state="planned")
    before = ExchangeSession("s2", 2, clock.now.date() - dt.timedelta(days=2))
    with DiaryStore.create(data_dir, None) as store:
        store.keep_sessions((before, planned))
    program = open_program()
    go(program, "log")
    log(program, "another-day", "session-new-today", "close-panel", *TINGLING)
    session = program.diary.diary_session
    assert [one.state for one in session.store.sessions()] == ["done", "done"]
    press(program, "edit")
    log(program, "session-s2", "save")
    assert session.store.entries()[0].session == "s2"
    assert session.store.sessions() == (before, planned)


def test_said_to_be_of_another_session_after_all_the_one_that_was_made_for_it_goes(
    open_program: OpenProgram, data_dir: Path, clock: FixedClock
) -> None:
    before = ExchangeSession("s2", 2, clock.now.date() - dt.timedelta(days=2))
    with DiaryStore.create(data_dir, None) as store:
        store.add_session(before)
    program = open_program()
    go(program, "log")
    log(program, "another-day", "session-new-today", "close-panel", *TINGLING)
    press(program, "edit")
    log(program, "session-s2", "save")
    assert program.diary.diary_session.store.sessions() == (before,)


def test_removed_again_a_session_that_is_being_written_about_stays(
    open_program: OpenProgram,
) -> None:
    program = open_program()
    save(program, TINGLING)
    session = program.diary.diary_session
    (had,), (entry,) = session.store.sessions(), session.saved
    go(program, "exchange", had.id)
    write_in(program, "session-note", "My hands were warm")
    go(program, "diary")
    session.remove(entry)
    assert session.store.sessions() == (had,)
    go(program, "exchange", had.id)
    assert find(program, "session-note", QPlainTextEdit).toPlainText() == "My hands were warm"


def test_it_survives_a_change_of_look(open_program: OpenProgram) -> None:
    program = open_program()
    save(program, TINGLING)
    program.session.next_theme()
    assert count(program) == "Only on this computer. Your diary has 1 entry."


def test_a_session_that_was_there_before_is_not_made_twice(
    open_program: OpenProgram, data_dir: Path, tmp_path: Path
) -> None:
    put_demo_diary(data_dir)
    program = open_program()
    go(program, "log")
    log(program, *TINGLING)
    assert len(on_disk(data_dir, tmp_path / "copy").sessions) == 7


def test_the_second_tap_of_two_meets_nothing(open_program: OpenProgram) -> None:
    program = open_program()
    begin_diary(program)
    log(program, *TINGLING[:-1])
    button = find(program, "save")
    place = button.mapTo(program.window, button.rect().center())
    press(program, "save")
    there = program.window.childAt(place)
    assert there is None or there.objectName() not in ("done", "add-another", "edit", "print-for-nurse")


@pytest.mark.parametrize(
    ("button", "place"),
    [("done", HOME), ("add-another", Locator("log")), ("print-for-nurse", Locator("nurse"))],
)
def test_it_leads_on(open_program: OpenProgram, button: str, place: Locator) -> None:
    program = open_program()
    save(program, TINGLING)
    assert isinstance(program.window.screen_shown, SavedPage)
    press(program, button)
    assert program.session.locator == place


def test_one_that_was_removed_since_is_not_said_to_be_saved(open_program: OpenProgram) -> None:
    program = open_program()
    begin_diary(program)
    log(program, "effect-tired", "level-tired-1", "began-during", "save")
    (entry,) = program.diary.diary_session.saved
    go(program, "entry", entry.id)
    press(program, "remove-entry")
    go(program, "saved")
    assert "done" not in shown_names(program)
    assert "undo" in shown_names(program), "the diary at a glance, as where an entry is gone"

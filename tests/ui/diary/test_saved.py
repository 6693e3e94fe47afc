"""What was saved, in words, and no slip that cannot be undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from tests.ui.diaries import begin_diary, log, on_disk, put_demo_diary, sentence, words_on_screen
from tests.ui.programs import OpenProgram, find, go, press
from tpe_guide.app import Program
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import CannotWrite
from tpe_guide.navigation import HOME, Locator
from tpe_guide.ui.diary.saved import SavedPage

TINGLING = ("effect-tingling", "severity-1", "began-during", "save")
FEVER = ("effect-fever-chills", "severity-2", "began-at-home", "save")


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
    assert count(program) == "Your diary has 1 entry."
    assert "Tingling: Mild · During the session" in words_on_screen(program)


def test_it_gives_no_verdict(open_program: OpenProgram) -> None:
    program = open_program()
    save(program, TINGLING)
    assert "You ticked no warning sign. If you are worried, call your unit." in words_on_screen(program)


def test_a_warning_sign_keeps_its_words_and_number(open_program: OpenProgram) -> None:
    program = open_program()
    save(program, FEVER)
    for advice in program.diary.catalogue.advice("fever-chills", "unknown", {}):
        assert all(line in words_on_screen(program) for line in advice.lines)
    assert "You ticked no warning sign" not in words_on_screen(program)


def test_a_slip_is_undone_word_for_word(open_program: OpenProgram, data_dir: Path, tmp_path: Path) -> None:
    program = open_program()
    save(program, TINGLING, FEVER)
    before = on_disk(data_dir, tmp_path / "before")

    press(program, "remove-0")
    assert title(program) == "Removed"
    assert count(program) == "Your diary has 1 entry."
    removed = on_disk(data_dir, tmp_path / "removed")
    assert [entry.effects[0].effect for entry in removed.entries] == ["tingling"]

    press(program, "undo-0")
    assert title(program) == "Saved"
    assert on_disk(data_dir, tmp_path / "after") == before


def test_undo_is_where_the_keyboard_is_after_a_removal(open_program: OpenProgram) -> None:
    program = open_program()
    save(program, TINGLING, FEVER)
    press(program, "remove-1")
    assert program.window.focusWidget() is find(program, "undo-1")


def test_a_removal_that_fails_is_one_sentence_and_changes_nothing(
    open_program: OpenProgram, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = open_program()
    save(program, TINGLING)

    def full(*__: object) -> None:
        raise CannotWrite(data_dir / "diary.db", "no space left on device")

    monkeypatch.setattr(DiaryStore, "bin_entry", full)
    press(program, "remove-0")
    assert "no space left on device" in sentence(program)
    assert title(program) == "Saved"


def test_it_survives_a_change_of_look(open_program: OpenProgram) -> None:
    program = open_program()
    save(program, TINGLING, FEVER)
    press(program, "remove-1")
    program.session.next_theme()
    assert find(program, "undo-1").isEnabled()
    assert count(program) == "Your diary has 1 entry."


def test_the_session_that_was_made_for_an_entry_goes_with_it_and_comes_back(
    open_program: OpenProgram, data_dir: Path, tmp_path: Path
) -> None:
    program = open_program()
    save(program, TINGLING)
    before = on_disk(data_dir, tmp_path / "before")
    press(program, "remove-0")
    assert "Session 1 was removed with it" in words_on_screen(program)
    removed = on_disk(data_dir, tmp_path / "removed")
    assert (removed.entries, removed.sessions) == ((), ())
    press(program, "undo-0")
    assert on_disk(data_dir, tmp_path / "after") == before


def test_a_session_that_another_entry_is_about_stays_until_that_goes_too(
    open_program: OpenProgram, data_dir: Path, tmp_path: Path
) -> None:
    program = open_program()
    save(program, TINGLING, FEVER)
    before = on_disk(data_dir, tmp_path / "before")
    press(program, "remove-1")
    assert "was removed with it" not in words_on_screen(program)
    assert len(on_disk(data_dir, tmp_path / "first").sessions) == 1
    press(program, "remove-0")
    assert "Session 1 was removed with it" in words_on_screen(program)
    assert on_disk(data_dir, tmp_path / "both").sessions == ()
    press(program, "undo-1")
    press(program, "undo-0")
    assert on_disk(data_dir, tmp_path / "after") == before


def test_a_session_that_was_there_before_stays(open_program: OpenProgram, data_dir: Path, tmp_path: Path) -> None:
    put_demo_diary(data_dir)
    program = open_program()
    go(program, "log")
    log(program, *TINGLING)
    press(program, "remove-0")
    assert len(on_disk(data_dir, tmp_path / "copy").sessions) == 7


@pytest.mark.parametrize(
    ("button", "place"),
    [("go-home", HOME), ("add-another", Locator("log")), ("print-for-nurse", Locator("nurse"))],
)
def test_it_leads_on(open_program: OpenProgram, button: str, place: Locator) -> None:
    program = open_program()
    save(program, TINGLING)
    assert isinstance(program.window.screen_shown, SavedPage)
    press(program, button)
    assert program.session.locator == place

"""Three taps and Save: on disk and encrypted before anything says so, and nothing is lost on the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from tests.ui.diaries import (
    PASSCODE,
    begin_diary,
    log,
    on_disk,
    picked,
    put_demo_diary,
    sentence,
    type_in,
    words_on_screen,
    write_in,
)
from tests.ui.programs import OpenProgram, find, go, press
from tpe_guide.app import Program
from tpe_guide.diary.model import EffectReport
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import CannotWrite
from tpe_guide.navigation import Locator
from tpe_guide.settings import Settings
from tpe_guide.ui.diary.log.page import LogPage
from tpe_guide.ui.diary.saved import SavedPage
from tpe_guide.ui.diary.warning_panel import WarningPanel
from tpe_guide.ui.shell.banner import Banner

A_SCROLL_BAR = 24
"""px that it may take from what is beside it."""
SECRET = "The zebra in the waiting room scared me."


def warns(program: Program) -> bool:
    QCoreApplication.processEvents()
    return any(panel.isVisible() for panel in program.window.findChildren(WarningPanel))


class TestThreeTaps:
    def test_the_entry_is_on_disk_and_encrypted_before_saved_is_shown(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path
    ) -> None:
        put_demo_diary(data_dir, PASSCODE)
        program = open_program()
        go(program, "log")
        type_in(program, "passcode", PASSCODE)
        press(program, "open-diary")
        on_disk_when_said = []

        def look(locator: Locator) -> None:
            assert not isinstance(program.window.screen_shown, SavedPage)
            on_disk_when_said.append(on_disk(data_dir, tmp_path / "copy", PASSCODE))

        program.session.located.disconnect()
        program.session.located.connect(look)
        log(program, "effect-tingling", "level-tingling-1", "began-during", "open-note")
        find(program, "note", QPlainTextEdit).setPlainText(SECRET)
        press(program, "save")

        (diary,) = on_disk_when_said
        entry = diary.entries[-1]
        assert entry.effects == (EffectReport("tingling", 1, "during"),)
        assert entry.note == SECRET
        assert any(session.id == entry.session for session in diary.sessions)
        for file in data_dir.iterdir():
            assert SECRET[4:9].encode() not in file.read_bytes()

    def test_then_it_says_saved(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tired", "level-tired-2", "began-way-home", "save")
        assert isinstance(program.window.screen_shown, SavedPage)

    def test_save_waits_for_the_third_tap_and_says_what_is_missing(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        save = find(program, "save")
        for tap, missing in (
            ("effect-cold", "To save: pick what you noticed, or press Nothing new."),
            ("level-cold-3", "To save: pick how bad Feeling cold was."),
            ("began-next-day", "To save: tap when it began."),
        ):
            assert not save.isEnabled()
            assert save.accessibleDescription() == missing
            assert missing in words_on_screen(program)
            press(program, tap)
        assert save.isEnabled()

    def test_what_was_not_there_needs_no_when(self, open_program: OpenProgram, data_dir: Path, tmp_path: Path) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-nausea", "level-nausea-0", "save")
        (entry,) = on_disk(data_dir, tmp_path / "copy").entries
        assert entry.effects == (EffectReport("nausea", 0, "unknown"),)

    def test_a_session_knows_the_line_that_the_person_has_told_of(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path
    ) -> None:
        program = open_program(chosen=Settings(access="chest-line"))
        begin_diary(program)
        log(program, "effect-nothing", "save")
        (session,) = on_disk(data_dir, tmp_path / "copy").sessions
        assert session.access == "chest-line"

    def test_a_line_that_is_told_of_in_the_diary_is_not_asked_for_again(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        press(program, "another-day")
        press(program, "session-neck-line")
        assert program.session.settings.access == "neck-line"
        press(program, "session-arm-veins")  # of this session: what was said of oneself stays
        assert program.session.settings.access == "neck-line"

    def test_nothing_new_is_one_tap(self, open_program: OpenProgram, data_dir: Path, tmp_path: Path) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-nothing", "save")
        (entry,) = on_disk(data_dir, tmp_path / "copy").entries
        assert entry.none_noticed
        assert entry.effects == ()

    def test_who_does_not_know_when_says_so(self, open_program: OpenProgram, data_dir: Path, tmp_path: Path) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-cramps", "level-cramps-1", "began-unknown", "save")
        (entry,) = on_disk(data_dir, tmp_path / "copy").entries
        assert entry.effects[0].began == "unknown"


class TestNothingIsLost:
    def test_a_change_of_look_keeps_every_answer(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-fever-chills", "level-fever-chills-2", "began-at-home", "open-note")
        find(program, "note", QPlainTextEdit).setPlainText(SECRET)
        program.session.bigger()
        assert picked(program) == {"effect-fever-chills", "level-fever-chills-2", "began-at-home"}
        assert find(program, "note", QPlainTextEdit).toPlainText() == SECRET
        assert warns(program)

    def test_leaving_by_a_slip_and_coming_back_finds_it_as_it_was(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-other", "level-own-0-2")
        write_in(program, "words-own-0", "a buzz")
        press(program, "leave")
        assert sentence(program) == "What you began is kept in your diary. You can go on with it later."
        go(program, "log")
        assert picked(program) == {"effect-other", "level-own-0-2"}
        assert find(program, "words-own-0", QPlainTextEdit).toPlainText() == "a buzz"

    def test_a_full_disk_is_one_sentence_and_the_entry_waits(
        self, open_program: OpenProgram, monkeypatch: pytest.MonkeyPatch, data_dir: Path, tmp_path: Path
    ) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tired", "level-tired-2", "began-way-home")

        def full(*__: object) -> None:
            raise CannotWrite(data_dir / "diary.db", "no space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(DiaryStore, "save_entry", full)
            press(program, "save")
        assert sentence(program).startswith("Your entry is not saved. It is still on the screen.")
        assert "no space left on device" in sentence(program)
        assert isinstance(program.window.screen_shown, LogPage)
        assert picked(program) == {"effect-tired", "level-tired-2", "began-way-home"}
        assert on_disk(data_dir, tmp_path / "copy").entries == ()

        press(program, "save")
        (entry,) = on_disk(data_dir, tmp_path / "copy").entries
        assert entry.effects == (EffectReport("tired", 2, "way-home"),)
        assert not [each for each in program.window.findChildren(Banner) if not each.isHidden()], "it is saved now"

    @pytest.mark.skipif(os.name == "nt", reason="files that are open can be removed")
    def test_a_folder_that_was_taken_away_is_said_and_the_entry_waits(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path
    ) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tired", "level-tired-2", "began-way-home")
        data_dir.rename(tmp_path / "away")
        press(program, "save")
        assert sentence(program).startswith("Your entry is not saved. It is still on the screen.")
        assert "removed, moved or replaced" in sentence(program)
        assert isinstance(program.window.screen_shown, LogPage)
        (tmp_path / "away").rename(data_dir)
        press(program, "save")
        assert isinstance(program.window.screen_shown, SavedPage)
        (entry,) = on_disk(data_dir, tmp_path / "copy").entries
        assert entry.effects == (EffectReport("tired", 2, "way-home"),)

    def test_the_next_entry_begins_from_nothing(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tired", "level-tired-2", "began-way-home", "save")
        press(program, "add-another")
        assert isinstance(program.window.screen_shown, LogPage)
        assert picked(program) == set()


class TestAMessage:
    """It comes when the hand is on its way to the next answer."""

    @pytest.mark.parametrize(
        ("size", "percent"), [((1366, 728), 100), ((1440, 900), 200), ((480, 800), 100), ((360, 640), 200)]
    )
    def test_it_moves_nothing_that_is_about_to_be_pressed(
        self, open_program: OpenProgram, size: tuple[int, int], percent: int
    ) -> None:
        program = open_program(size=size, chosen=Settings(text_percent=percent))
        begin_diary(program)
        log(program, "effect-tired")
        before = places(program)
        program.messages.warn("What you write is only on the screen until you save it. The disk is full.")
        there = places(program)
        assert find(program, "banner-close").isVisible()
        for name, place in before.items():
            assert there[name].y() == place.y(), name
            assert abs(there[name].x() - place.x()) <= A_SCROLL_BAR, name
        press(program, "banner-close")
        assert places(program) == before

    def test_tab_comes_to_it_after_the_answers_and_before_the_bar(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        program.messages.warn("The disk is full.")
        log(program, "effect-tired")
        close = find(program, "banner-close")
        close.setFocus()
        QTest.keyClick(close, Qt.Key.Key_Tab)
        assert program.window.focusWidget().objectName() == "leave"
        QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Backtab)
        QTest.keyClick(close, Qt.Key.Key_Backtab)
        assert program.window.focusWidget().objectName() == "type-back"


def places(program: Program) -> dict[str, QPoint]:
    """Where all that can be pressed on the screen lies in the window."""
    for __ in range(4):
        QCoreApplication.processEvents()
    buttons = program.window.screen_shown.findChildren(QAbstractButton)
    return {each.objectName(): each.mapTo(program.window, QPoint()) for each in buttons if each.isVisible()}

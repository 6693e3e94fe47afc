"""Several effects in one entry, each with its answers; and an entry that is filled in from the one before."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from tests.ui.diaries import (
    begin_diary,
    log,
    on_disk,
    picked,
    put_demo_diary,
    words_on_screen,
    write_in,
)
from tests.ui.programs import OpenProgram, find, go, press, shown_names
from tpe_guide.app import Program
from tpe_guide.diary.model import EffectReport
from tpe_guide.ui.diary.log.page import LogPage


class TestSeveral:
    def test_several_effects_own_words_and_telling_staff_go_into_one_entry(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path
    ) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tingling", "level-tingling-1", "unlike-yes", "began-at-home")
        for number, text in enumerate(("a buzz in my ears", "my scarf felt heavy")):
            log(program, "effect-other", f"level-own-{number}-2")
            write_in(program, f"words-own-{number}", text)
        log(program, "open-told", "told-tingling-yes", "told-own-1-no", "save")
        (entry,) = on_disk(data_dir, tmp_path / "copy").entries
        assert entry.effects == (
            EffectReport("tingling", 1, "at-home", told_staff=True, unlike_usual=True),
            EffectReport("other", 2, "at-home", words="a buzz in my ears"),
            EffectReport("other", 2, "at-home", told_staff=False, words="my scarf felt heavy"),
        )

    def test_what_the_person_has_named_is_offered_the_next_time(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-other", "level-own-0-2", "began-during")
        write_in(program, "words-own-0", "a buzz")
        log(program, "save", "add-another", "own-0")
        assert find(program, "own-0").text() == "a buzz"
        assert find(program, "own-0").isChecked()
        assert not find(program, "effect-other").isChecked()

    def test_it_can_be_retired_and_what_was_reported_of_it_stays(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path
    ) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-other", "level-own-0-2", "began-during")
        write_in(program, "words-own-0", "a buzz")
        log(program, "save", "add-another", "own-0", "retire-own-0", "own-0", "leave")
        go(program, "log")
        assert "own-0" not in shown_names(program)
        diary = on_disk(data_dir, tmp_path / "copy")
        assert [own.retired for own in diary.course.own_effects] == [True]
        assert diary.entries[0].effects[0].words == "a buzz"

    def test_every_chip_can_be_pressed_back(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tingling", "level-tingling-1", "effect-tingling")
        assert picked(program) == set()
        log(program, "effect-tingling")
        assert picked(program) == {"effect-tingling", "level-tingling-1"}
        log(program, "level-tingling-1", "began-during", "began-during")
        assert picked(program) == {"effect-tingling"}

    def test_own_words_that_are_taken_out_can_be_put_back(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-other", "level-own-0-2")
        write_in(program, "words-own-0", "a buzz")
        press(program, "take-out-own-0")
        assert "Taken out: “a buzz”" in words_on_screen(program)
        press(program, "put-back-own-0")
        assert find(program, "words-own-0", QPlainTextEdit).toPlainText() == "a buzz"

    def test_from_the_fourth_on_what_is_answered_folds_and_opens_again(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        for effect in ("tingling", "tired", "cold"):
            log(program, f"effect-{effect}", f"level-{effect}-1")
        assert "unfold-tingling" not in shown_names(program)
        log(program, "effect-cramps")
        assert "level-tingling-1" not in shown_names(program)
        log(program, "unfold-tingling", "level-tingling-3", "level-cramps-2", "began-during")
        assert {"unfold-tired", "unfold-cold", "unfold-cramps"} <= shown_names(program)

    def test_the_keyboard_stays_with_what_folds(self, open_program: OpenProgram) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tired", "effect-cold", "effect-headache", "effect-cramps")
        level = find(program, "level-cold-2")
        level.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(level, Qt.Key.Key_Space)
        assert program.window.focusWidget().objectName() == "unfold-cold"
        QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Space)
        assert program.window.focusWidget().objectName() == "level-cold-0"

    def test_when_is_asked_of_each_where_it_is_not_the_same(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path
    ) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-tired", "level-tired-1", "began-during")
        assert "began-each" not in shown_names(program)
        log(program, "effect-cold", "level-cold-2", "began-each", "began-cold-next-day", "save")
        (entry,) = on_disk(data_dir, tmp_path / "copy").entries
        assert [report.began for report in entry.effects] == ["during", "next-day"]


class TestFilledIn:
    @pytest.fixture
    def demo(self, open_program: OpenProgram, data_dir: Path) -> Program:
        put_demo_diary(data_dir)
        program = open_program()
        go(program, "log")
        return program

    def test_same_as_last_time_fills_and_does_not_save(self, demo: Program) -> None:
        press(demo, "same-as-last")
        assert {"effect-tingling", "effect-taste", "effect-tired"} <= picked(demo)
        press(demo, "unfold-tingling")
        assert find(demo, "level-tingling-1").isChecked()
        assert not find(demo, "save").isEnabled()
        assert isinstance(demo.window.screen_shown, LogPage)
        press(demo, "same-as-last")
        assert picked(demo) == set()

    def test_nothing_new_says_none_of_what_the_last_entry_named(
        self, demo: Program, data_dir: Path, tmp_path: Path
    ) -> None:
        log(demo, "effect-nothing", "save")
        newest = max(on_disk(data_dir, tmp_path / "copy").entries, key=lambda entry: entry.recorded_at)
        assert {report.effect for report in newest.effects} == {
            "tingling",
            "light-headed",
            "taste",
            "fever-chills",
            "nausea",
            "tired",
        }
        assert {report.severity for report in newest.effects} == {0}
        assert not newest.none_noticed

    def test_nothing_new_by_slip_destroys_nothing(self, demo: Program) -> None:
        log(demo, "effect-cramps", "level-cramps-3", "began-during", "effect-nothing", "effect-nothing")
        assert picked(demo) == {"effect-cramps", "level-cramps-3", "began-during"}

"""What may be added by who wants to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from tests.ui.diaries import (
    begin_diary,
    log,
    on_disk,
    put_demo_diary,
    type_in,
    words_on_screen,
    write_in,
)
from tests.ui.programs import OpenProgram, find, go, press

SECRET = "The zebra in the waiting room scared me."


class TestMore:
    def test_how_they_function_is_asked_of_five_and_taken_back(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path
    ) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "open-function", "vision-6", "walking-0", "hands-3", "hands-3", "thinking-10", "save")
        (entry,) = on_disk(data_dir, tmp_path / "copy").entries
        assert entry.function == {"vision": 6, "walking": 0, "thinking": 10}
        assert entry.effects == ()
        assert not entry.none_noticed

    def test_a_note_alone_can_be_saved(self, open_program: OpenProgram, data_dir: Path, tmp_path: Path) -> None:
        program = open_program()
        begin_diary(program)
        press(program, "open-note")
        write_in(program, "note", SECRET)
        press(program, "save")
        (entry,) = on_disk(data_dir, tmp_path / "copy").entries
        assert (entry.note, entry.effects) == (SECRET, ())

    def test_a_temperature_is_typed_or_stepped_and_refused_kindly(
        self, open_program: OpenProgram, data_dir: Path, tmp_path: Path
    ) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "effect-fever-chills", "level-fever-chills-1", "began-at-home")
        type_in(program, "temperature", "101")
        assert "Please write a number from 30 to 45, in °C." in words_on_screen(program)
        assert not find(program, "save").isEnabled()
        assert find(program, "temperature", QLineEdit).text() == "101"
        type_in(program, "temperature", "38,2")
        assert "Please write a number" not in words_on_screen(program)
        log(program, "temperature-plus", "save")
        (entry,) = on_disk(data_dir, tmp_path / "copy").entries
        assert entry.temperature_c == 38.3

    def test_who_types_is_recorded(self, open_program: OpenProgram, data_dir: Path, tmp_path: Path) -> None:
        program = open_program()
        begin_diary(program)
        log(program, "open-helper", "effect-nothing", "save")
        assert on_disk(data_dir, tmp_path / "copy").entries[0].reporter == "helper"
        assert "by someone who helps" in words_on_screen(program)

    def test_another_session_can_be_chosen(self, open_program: OpenProgram, data_dir: Path, tmp_path: Path) -> None:
        put_demo_diary(data_dir)
        program = open_program()
        go(program, "log")
        log(program, "another-day", "session-s3", "effect-tired", "level-tired-1", "began-next-day", "save")
        diary = on_disk(data_dir, tmp_path / "copy")
        newest = max(diary.entries, key=lambda entry: entry.recorded_at)
        assert newest.session == "s3"
        assert len(diary.sessions) == 7

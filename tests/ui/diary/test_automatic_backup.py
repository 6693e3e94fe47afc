"""Backups that nobody has to think of: once a day, on closing, and never waited for."""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.conftest import FixedClock
from tests.diary.stories import entry
from tests.ui.beside import all_end
from tests.ui.diaries import put_demo_diary, sentence
from tests.ui.programs import OpenProgram, go, key, said_by, unlock
from tpe_guide.app import Program
from tpe_guide.diary import backup, backup_note
from tpe_guide.diary.backup_file import Backup, read
from tpe_guide.diary.store import DiaryStore
from tpe_guide.errors import CannotWrite
from tpe_guide.policy import KIOSK
from tpe_guide.ui.diary.keeping.automatic import AutomaticBackup
from tpe_guide.ui.unit.urgent import UrgentPage


def automatic(program: Program) -> AutomaticBackup:
    assert program.diary.diary_session
    return program.diary.automatic


def close(program: Program) -> None:
    program.window.closed.emit()
    program.diary.finish()


class Silent:
    """A share that takes the connection and says nothing, until it is let go."""

    def __init__(self) -> None:
        self.asked = threading.Event()
        self.answers = threading.Event()

    def keep(self, *_parts: object) -> Backup:
        self.asked.set()
        self.answers.wait(60)
        raise CannotWrite(Path("/share"), "the share does not answer")


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch) -> Iterator[Silent]:
    share = Silent()
    monkeypatch.setattr(backup, "keep", share.keep)
    # The five seconds that a closed window waits are not what is tested.
    monkeypatch.setattr(AutomaticBackup.finish, "__defaults__", (0.5,))
    yield share
    share.answers.set()
    all_end()


class Quick:
    """How long something took."""

    def __enter__(self) -> Quick:
        self._began = time.monotonic()
        return self

    def __exit__(self, *_parts: object) -> None:
        self.seconds = time.monotonic() - self._began


def test_closing_makes_one_that_is_read_back(open_program: OpenProgram, data_dir: Path) -> None:
    put_demo_diary(data_dir)
    program = open_program()
    go(program, "log")
    program.diary.diary_session.store.save_entry(entry(8))
    close(program)
    (made,) = backup.found(data_dir)
    assert read(made.path).entries == 7
    assert backup_note.read(data_dir) is None


def test_one_that_is_just_being_written_is_not_said_to_be_unfinished(
    open_program: OpenProgram, data_dir: Path, silent: Silent
) -> None:
    """The diary is put away for a moment and opened again, as for a restore."""
    put_demo_diary(data_dir)
    program = open_program()
    go(program, "log")
    program.diary.diary_session.let_go()
    assert silent.asked.wait(10)
    program.diary.diary_session.try_again()
    assert program.diary.diary_session.state == "open"
    assert said_by(program) == ""


def test_a_diary_that_nobody_opened_is_not_backed_up(open_program: OpenProgram, data_dir: Path) -> None:
    put_demo_diary(data_dir)
    close(open_program())
    assert not backup.found(data_dir)


def test_once_a_day_while_it_is_open(
    open_program: OpenProgram, data_dir: Path, clock: FixedClock, qtbot: QtBot
) -> None:
    put_demo_diary(data_dir)
    program = open_program()
    go(program, "log")
    with qtbot.waitSignal(automatic(program).made, timeout=10_000):
        automatic(program).look()
    automatic(program).look()
    assert automatic(program).finish()
    assert len(backup.found(data_dir)) == 1

    program.diary.diary_session.store.save_entry(entry(8))
    clock.advance(days=1)
    with qtbot.waitSignal(automatic(program).made, timeout=10_000):
        automatic(program).look()
    assert len(backup.found(data_dir)) == 2


def test_one_that_is_wanted_while_another_is_made_follows_it(
    open_program: OpenProgram, data_dir: Path, qtbot: QtBot
) -> None:
    put_demo_diary(data_dir)
    program = open_program()
    go(program, "log")
    automatic(program).make_now()
    program.diary.diary_session.store.save_entry(entry(8))
    with qtbot.waitSignal(automatic(program).made, timeout=10_000) as told:
        automatic(program).make_now()
    assert told.args is not None
    assert told.args[0].entries == 7


def test_a_share_that_hangs_freezes_neither_window_nor_closing(
    open_program: OpenProgram, data_dir: Path, silent: Silent, qtbot: QtBot
) -> None:
    put_demo_diary(data_dir)
    program = open_program()
    go(program, "log")
    with Quick() as began:
        automatic(program).make_now()
        assert silent.asked.wait(10)
        key(program, "F9")
        assert isinstance(program.window.screen_shown, UrgentPage)
        go(program, "log")
        program.diary.diary_session.store.save_entry(entry(8))
    assert began.seconds < 5
    with Quick() as closed:
        program.window.closed.emit()
    assert closed.seconds < 1
    with Quick() as waited:
        assert not automatic(program).finish(0.2)
    assert waited.seconds < 2
    with DiaryStore.open(data_dir, None) as store:  # nothing holds it, and all is there
        assert store.entry_count == 7


def test_what_was_not_finished_is_said_at_the_next_start(
    open_program: OpenProgram, data_dir: Path, silent: Silent
) -> None:
    put_demo_diary(data_dir)
    program = open_program()
    go(program, "log")
    program.window.closed.emit()
    assert silent.asked.wait(10)
    again = open_program()
    go(again, "log")
    assert "The backup of " in sentence(again)
    assert "was not finished." in sentence(again)


def test_a_disk_that_was_full_is_said_at_the_next_start_and_only_once(
    open_program: OpenProgram, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_parts: object) -> Backup:
        raise CannotWrite(data_dir, "the disk is full")

    put_demo_diary(data_dir)
    program = open_program()
    go(program, "log")
    with monkeypatch.context() as now:
        now.setattr(backup, "keep", full)
        close(program)
    again = open_program()
    go(again, "log")
    assert "could not be written: the disk is full." in sentence(again)
    close(again)
    assert backup_note.read(data_dir) is None
    assert len(backup.found(data_dir)) == 1


def test_a_copy_that_cannot_be_taken_is_said_at_the_next_start(
    open_program: OpenProgram, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_parts: object) -> None:
        raise CannotWrite(data_dir, "no space left on device")

    put_demo_diary(data_dir)
    program = open_program()
    go(program, "log")
    monkeypatch.setattr(backup, "take", no_room)
    close(program)
    note = backup_note.read(data_dir)
    assert note is not None
    assert note.reason == "no space left on device"


def test_the_note_holds_a_day_and_a_reason_and_nothing_else(tmp_path: Path) -> None:
    backup_note.begin(tmp_path, dt.date(2026, 5, 12))
    assert (tmp_path / backup_note.FILE).read_text() == '{"day": "2026-05-12", "reason": ""}'
    told = backup_note.read(tmp_path)
    assert told is not None
    assert backup_note.words(told, dt.date(2026, 5, 13)) == "The backup of Tuesday 12 May was not finished."
    for spoilt in ("", "{", "[]", '{"day": 3, "reason": ""}', '{"day": "2026-99-01", "reason": ""}'):
        (tmp_path / backup_note.FILE).write_text(spoilt)
        assert backup_note.read(tmp_path) is None


def test_a_kiosk_makes_none(open_program: OpenProgram, data_dir: Path) -> None:
    program = open_program(KIOSK)
    close(program)
    assert not backup.found(data_dir)
    assert not data_dir.exists()


def test_a_locked_diary_is_backed_up_with_its_lock(open_program: OpenProgram, data_dir: Path) -> None:
    passcode = "green kettle three boats"
    put_demo_diary(data_dir, passcode)
    program = open_program()
    unlock(program, passcode)
    close(program)
    (made,) = backup.found(data_dir)
    assert b'"passcode"' in made.path.read_bytes()

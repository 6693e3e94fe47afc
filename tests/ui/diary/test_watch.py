"""A diary with a passcode: locked when nobody is there, covered while small, its words in no other file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.diaries import PASSCODE, put_demo_diary, type_in, words_on_screen
from tests.ui.programs import OpenProgram, begin_guarded, go, key, press, unlock
from tpe_guide import paths
from tpe_guide.app import Program
from tpe_guide.diary.tries import FILE as TRIES
from tpe_guide.ui.diary.diary_unlock import DiaryUnlockPage
from tpe_guide.ui.diary.keeping.watch import Cover, Watch
from tpe_guide.ui.diary.log.page import LogPage
from tpe_guide.ui.diary.unlock_form import UnlockForm
from tpe_guide.ui.unit.urgent import UrgentPage


@pytest.fixture
def unlocked(open_program: OpenProgram, data_dir: Path) -> Callable[..., Program]:
    """The log of a diary that its passcode has opened."""

    def do(passcode: str | None = PASSCODE) -> Program:
        put_demo_diary(data_dir, passcode)
        program = open_program()
        go(program, "log")
        if passcode:
            unlock(program, passcode)
        QCoreApplication.processEvents()
        return program

    return do


class Waited:
    """The clock on the wall of a watch."""

    def __init__(self, watch: Watch) -> None:
        self._now = watch._now()
        watch._now = lambda: self._now

    def minutes(self, count: float) -> None:
        self._now += count * 60


def covers(program: Program) -> list[QWidget]:
    return [each for each in program.window.findChildren(Cover) if not each.isHidden()]


class TestLockedWhenLeft:
    def test_five_minutes_without_anybody_lock_it(self, unlocked: Callable[..., Program]) -> None:
        program = unlocked()
        timer = program.diary.watcher._alone
        assert (timer.isActive(), timer.interval()) == (True, 5 * 60_000)
        timer.timeout.emit()
        assert isinstance(program.window.screen_shown, DiaryUnlockPage)
        assert not program.diary.diary_session.is_open

    def test_whoever_is_there_is_not_locked_out(self, unlocked: Callable[..., Program]) -> None:
        program = unlocked()
        waited = Waited(program.diary.watcher)
        for _time in range(4):
            waited.minutes(4)
            QTest.mouseMove(program.window.windowHandle(), program.window.rect().center())
            QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_Tab)
        assert isinstance(program.window.screen_shown, LogPage)

    def test_a_computer_that_slept_wakes_up_locked(self, unlocked: Callable[..., Program]) -> None:
        program = unlocked()
        Waited(program.diary.watcher).minutes(600)
        QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_Tab)
        assert isinstance(program.window.screen_shown, DiaryUnlockPage)

    def test_it_can_be_longer_or_never(self, unlocked: Callable[..., Program]) -> None:
        program = unlocked()
        go(program, "keeping")
        press(program, "lock-after-15")
        assert program.diary.watcher._alone.interval() == 15 * 60_000
        press(program, "lock-after-0")
        assert not program.diary.watcher._alone.isActive()
        assert program.session.settings.lock_minutes == 0

    def test_without_a_passcode_nothing_is_locked_or_listened_to(self, unlocked: Callable[..., Program]) -> None:
        program = unlocked(None)
        assert not program.diary.watcher._alone.isActive()
        assert program.diary.watcher._native is None

    def test_what_the_first_screen_knows_goes_too(self, unlocked: Callable[..., Program]) -> None:
        program = unlocked()
        go(program, "home")
        program.diary.diary_session.lock()
        assert "locked" in words_on_screen(program)


class TestCovered:
    def test_while_the_window_is_small(self, unlocked: Callable[..., Program]) -> None:
        program = unlocked()
        program.window.showMinimized()
        QCoreApplication.processEvents()
        (cover,) = covers(program)
        assert cover.size() == program.window.size()
        program.window.showNormal()
        QCoreApplication.processEvents()
        assert not covers(program)
        assert isinstance(program.window.screen_shown, LogPage)

    def test_not_where_there_is_no_passcode(self, unlocked: Callable[..., Program]) -> None:
        program = unlocked(None)
        program.window.showMinimized()
        QCoreApplication.processEvents()
        assert not covers(program)


def guess(program: Program) -> None:
    type_in(program, "passcode", "not this one at all")
    press(program, "open-diary")


class TestDelays:
    @pytest.fixture
    def seconds(self) -> list[float]:
        """What the clock of the wrong ones says."""
        return [100.0]

    @pytest.fixture
    def asked(
        self, open_program: OpenProgram, data_dir: Path, monkeypatch: pytest.MonkeyPatch, seconds: list[float]
    ) -> Program:
        """For the passcode."""
        put_demo_diary(data_dir, PASSCODE)
        program = open_program()
        go(program, "log")
        tries = program.diary.diary_session.tries
        monkeypatch.setattr(tries, "_passed", lambda: seconds[0])
        tries._until = 0
        return program

    def test_the_fourth_wrong_one_waits_and_nothing_else_does(
        self, asked: Program, seconds: list[float], data_dir: Path
    ) -> None:
        for _time in range(5):
            guess(asked)
            seconds[0] += 1
        assert "You can try again in 2 seconds." in words_on_screen(asked)
        type_in(asked, "passcode", PASSCODE)
        press(asked, "open-diary")
        assert isinstance(asked.window.screen_shown, DiaryUnlockPage)
        key(asked, "F9")
        assert isinstance(asked.window.screen_shown, UrgentPage)
        go(asked, "log")
        assert "You can try again in 1 second." in words_on_screen(asked)
        seconds[0] += 1
        unlock(asked, PASSCODE)
        assert isinstance(asked.window.screen_shown, LogPage)
        assert not (data_dir / TRIES).exists()

    def test_when_the_wait_is_over_the_reason_for_it_is_said(self, asked: Program, seconds: list[float]) -> None:
        for _time in range(4):
            guess(asked)
        assert "does not open this diary" not in words_on_screen(asked)
        seconds[0] += 60
        (form,) = asked.window.screen_shown.findChildren(UnlockForm)
        form._count_down()
        assert "That passcode does not open this diary." in words_on_screen(asked)

    def test_a_new_start_waits_too(self, open_program: OpenProgram, data_dir: Path) -> None:
        put_demo_diary(data_dir, PASSCODE)
        program = open_program()
        for _time in range(12):
            program.diary.diary_session.tries.failed()
        again = open_program()
        go(again, "log")
        assert "You can try again in" in words_on_screen(again)
        assert 0 < again.diary.diary_session.tries.wait <= 60


def test_nothing_of_a_guarded_diary_is_in_any_other_file(open_program: OpenProgram, data_dir: Path) -> None:
    """Words are planted wherever they can be typed or tapped; then all files are searched."""
    program = open_program()
    go(program, "log")
    begin_guarded(program, PASSCODE)
    press(program, "sheet-later")
    press(program, "session-new-today")
    page = program.window.screen_shown
    assert isinstance(page, LogPage)
    page.access_said.emit("neck-line")
    press(program, "effect-tingling")
    press(program, "level-tingling-2")
    press(program, "began-during")
    press(program, "save")
    go(program, "my-session")
    state = program.diary.my_session
    state.add("Zebrastep")
    state.tick("bag", done=True)
    state.set_day(state.today)
    go(program, "questions")
    program.diary.add_question("Zebraquestion?")
    go(program, "keeping")
    program.diary.keeping.back_up_now()
    program.window.closed.emit()
    program.diary.finish()
    files = [file for file in data_dir.parent.rglob("*") if file.is_file()]
    assert {paths.backups_dir(data_dir), data_dir} <= {file.parent for file in files}
    for file in files:
        data = file.read_bytes()
        for word in (b"Zebra", b"neck-line", b"tingling", b'"bag"', state.today.isoformat().encode()):
            assert word not in data, file
        assert PASSCODE.encode() not in data


def test_access_said_in_an_unguarded_diary_is_not_asked_again(unlocked: Callable[..., Program]) -> None:
    program = unlocked(None)
    page = program.window.screen_shown
    assert isinstance(page, LogPage)
    page.access_said.emit("neck-line")
    assert program.session.settings.access == "neck-line"


def test_settings_of_two_windows_are_kept_together(open_program: OpenProgram, data_dir: Path) -> None:
    from tpe_guide import settings

    first, second = open_program(), open_program()
    first.session.toggle_bookmark("tingling")
    first.session.mark_read("tingling")
    first.session.save_now()
    second.session.toggle_bookmark("sour-taste")
    second.session.mark_read("sour-taste")
    second.session.set_look(theme="dark")
    second.session.save_now()
    first.session.toggle_bookmark("tingling")
    first.session.toggle_bookmark("albumin")
    first.session.save_now()
    kept = settings.load(data_dir / "settings.json")
    assert set(kept.bookmarks) == {"sour-taste", "albumin"}
    assert set(kept.read_pages) == {"tingling", "sour-taste"}
    assert kept.theme == "dark"


def test_pages_read_in_two_windows_are_kept_together(open_program: OpenProgram, data_dir: Path) -> None:
    first, second = open_program(), open_program()
    for program, page in ((first, "tingling"), (second, "sour-taste"), (first, "session-length")):
        program.reading.mark_read(page)
        program.reading.save_now()
    kept = (data_dir / "read-pages.json").read_text()
    assert all(f'"{page}":' in kept for page in ("tingling", "sour-taste", "session-length"))

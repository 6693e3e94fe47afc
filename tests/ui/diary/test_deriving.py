"""A passcode is turned into a key beside the window: everything else goes on, and nothing is left half open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, main_thread
from threading import current_thread as this_thread
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.diaries import PASSCODE, put_demo_diary, type_in, words_on_screen
from tests.ui.programs import OpenProgram, derived, find, go
from tests.ui.readers import listen
from tpe_guide.app import Program
from tpe_guide.diary import keys, opening
from tpe_guide.diary.folder import KEY
from tpe_guide.diary.store import DiaryStore
from tpe_guide.diary.tries import Tries
from tpe_guide.ui.diary.diary_start import DiaryStartPage
from tpe_guide.ui.diary.diary_unlock import DiaryUnlockPage
from tpe_guide.ui.diary.log.page import LogPage
from tpe_guide.ui.kit.button import Button

NEW = "seven small grey stones"


class Slow:
    """Argon2id on a machine that takes as long as the test wants."""

    def __init__(self) -> None:
        self.may_go_on = Event()
        self.began = 0
        self.anywhere = False
        self.real: Callable[..., Any] = keys._cipher

    def __call__(self, real: Callable[..., Any]) -> Callable[..., Any]:
        self.real = real

        def cipher(*given: Any) -> Any:
            assert self.anywhere or this_thread() is not main_thread(), "the window would stand still"
            self.began += 1
            assert self.may_go_on.wait(20)
            return real(*given)

        return cipher


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    stand_in = Slow()
    yield stand_in
    stand_in.may_go_on.set()


@pytest.fixture
def locked(open_program: OpenProgram, data_dir: Path, slow: Slow, monkeypatch: pytest.MonkeyPatch) -> Program:
    """At the locked diary; from here on Argon2id waits."""
    put_demo_diary(data_dir, PASSCODE)
    monkeypatch.setattr(keys, "_cipher", slow(keys._cipher))
    program = open_program()
    go(program, "log")
    return program


def click(program: Program, name: str) -> None:
    """As a finger does, and nobody waits for what comes of it."""
    QTest.mouseClick(find(program, name), Qt.MouseButton.LeftButton)


def is_free(folder: Path) -> bool:
    """Nobody holds the diary."""
    taken = opening.take_lock(folder)
    opening.release(taken)
    return taken is not None


def let(slow: Slow, program: Program) -> None:
    slow.may_go_on.set()
    derived(program)


class TestOpening:
    def test_the_button_says_so_and_the_field_stays(
        self, locked: Program, slow: Slow, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        heard = listen(monkeypatch)
        type_in(locked, "passcode", PASSCODE)
        click(locked, "open-diary")
        assert find(locked, "open-diary").text() == "Opening …"
        assert "Opening …" in heard
        assert find(locked, "passcode", QLineEdit).text() == PASSCODE
        let(slow, locked)
        assert isinstance(locked.window.screen_shown, LogPage)

    def test_a_second_press_does_nothing(self, locked: Program, slow: Slow) -> None:
        type_in(locked, "passcode", PASSCODE)
        for _time in range(3):
            click(locked, "open-diary")
        QTest.keyClick(find(locked, "passcode", QLineEdit), Qt.Key.Key_Return)
        let(slow, locked)
        assert slow.began == 1
        assert isinstance(locked.window.screen_shown, LogPage)

    def test_urgent_help_is_a_press_away_and_the_diary_opens_meanwhile(self, locked: Program, slow: Slow) -> None:
        type_in(locked, "passcode", PASSCODE)
        click(locked, "open-diary")
        click(locked, "urgent")
        assert locked.session.locator.place == "urgent"
        let(slow, locked)
        assert locked.session.locator.place == "urgent"
        assert locked.diary.diary_session.is_open
        go(locked, "log")
        assert isinstance(locked.window.screen_shown, LogPage)

    def test_another_look_meanwhile_still_says_so(self, locked: Program, slow: Slow) -> None:
        type_in(locked, "passcode", "not this one at all")
        click(locked, "open-diary")
        locked.session.next_theme()
        assert find(locked, "open-diary").text() == "Opening …"
        let(slow, locked)
        button = find(locked, "open-diary", Button)
        assert (button.text(), button.short) == ("Open my diary", "Open")
        assert "That passcode does not open this diary." in words_on_screen(locked)

    def test_who_leaves_finds_it_locked(self, locked: Program, slow: Slow, data_dir: Path) -> None:
        type_in(locked, "passcode", PASSCODE)
        click(locked, "open-diary")
        click(locked, "not-now")
        let(slow, locked)
        assert not locked.diary.diary_session.is_open
        assert is_free(data_dir)
        go(locked, "log")
        assert isinstance(locked.window.screen_shown, DiaryUnlockPage)

    def test_who_comes_back_meanwhile_and_presses_again_is_not_forgotten(self, locked: Program, slow: Slow) -> None:
        type_in(locked, "passcode", "not this one at all")
        click(locked, "open-diary")
        click(locked, "not-now")
        go(locked, "log")
        type_in(locked, "passcode", PASSCODE)
        click(locked, "open-diary")
        let(slow, locked)
        derived(locked)
        assert isinstance(locked.window.screen_shown, LogPage)

    def test_nor_is_one_who_leaves_again_waited_for(self, locked: Program, slow: Slow) -> None:
        for _time in range(2):
            go(locked, "log")
            type_in(locked, "passcode", PASSCODE)
            click(locked, "open-diary")
            click(locked, "not-now")
        let(slow, locked)
        assert slow.began == 1
        assert not locked.diary.diary_session.deriving.busy
        assert not locked.diary.diary_session.is_open

    def test_a_wrong_one_counts_though_nobody_waited(self, locked: Program, slow: Slow, data_dir: Path) -> None:
        type_in(locked, "passcode", "not this one at all")
        click(locked, "open-diary")
        click(locked, "not-now")
        let(slow, locked)
        assert Tries(data_dir)._count == 1

    def test_it_counts_though_the_window_was_closed(self, locked: Program, slow: Slow, data_dir: Path) -> None:
        type_in(locked, "passcode", "not this one at all")
        click(locked, "open-diary")
        locked.window.closed.emit()
        slow.may_go_on.set()
        locked.diary.finish()
        assert Tries(data_dir)._count == 1

    def test_closing_the_window_leaves_nothing_open(self, locked: Program, slow: Slow, data_dir: Path) -> None:
        type_in(locked, "passcode", PASSCODE)
        click(locked, "open-diary")
        locked.window.closed.emit()
        let(slow, locked)
        locked.diary.finish()
        assert not locked.diary.diary_session.is_open
        assert is_free(data_dir)

    def test_a_bug_meanwhile_leaves_a_button_that_can_be_pressed(
        self, locked: Program, slow: Slow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
    ) -> None:
        def broken(*_: object) -> bytes:
            raise KeyError("a bug")

        monkeypatch.setattr(keys, "unlock_file", broken)
        type_in(locked, "passcode", PASSCODE)
        with qtbot.captureExceptions() as raised:
            click(locked, "open-diary")
            qtbot.waitUntil(lambda: bool(raised), timeout=20_000)
        assert raised[0][0] is KeyError
        assert find(locked, "open-diary").text() == "Open my diary"
        assert not locked.diary.diary_session.deriving.busy

    def test_growing_delays_begin_when_it_is_known(self, locked: Program, slow: Slow, data_dir: Path) -> None:
        slow.may_go_on.set()
        for _time in range(4):
            type_in(locked, "passcode", "not this one at all")
            click(locked, "open-diary")
            derived(locked)
        assert "You can try again in" in words_on_screen(locked)
        click(locked, "open-diary")
        derived(locked)
        assert slow.began == 4

    def test_a_passcode_that_was_changed_meanwhile_elsewhere(
        self, locked: Program, slow: Slow, data_dir: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What comes of it is proven by the file of then, in the window’s thread, whatever that takes."""
        type_in(locked, "passcode", PASSCODE)
        click(locked, "open-diary")
        with monkeypatch.context() as elsewhere:
            elsewhere.setattr(keys, "_cipher", slow.real)
            key = keys.unlock(data_dir / KEY, PASSCODE)
            keys.put(data_dir / KEY, keys.wrapped(key, NEW))
        slow.anywhere = True
        let(slow, locked)
        assert "That passcode does not open this diary." in words_on_screen(locked)
        assert not locked.diary.diary_session.is_open


class TestBeginning:
    @pytest.fixture
    def begun(self, open_program: OpenProgram, slow: Slow, monkeypatch: pytest.MonkeyPatch) -> Program:
        monkeypatch.setattr(keys, "_cipher", slow(keys._cipher))
        program = open_program()
        go(program, "log")
        type_in(program, "passcode", PASSCODE)
        type_in(program, "passcode-again", PASSCODE)
        click(program, "wrote-down")
        click(program, "start-diary")
        return program

    def test_the_button_says_so_and_no_other_is_begun_meanwhile(
        self, begun: Program, slow: Slow, data_dir: Path
    ) -> None:
        assert find(begun, "start-diary").text() == "Locking …"
        click(begun, "start-without")
        assert isinstance(begun.window.screen_shown, DiaryStartPage)
        let(slow, begun)
        assert keys.needs_passcode(data_dir / KEY)
        assert begun.diary.diary_session.is_open

    def test_who_leaves_has_begun_none(self, begun: Program, slow: Slow, data_dir: Path) -> None:
        click(begun, "not-now")
        let(slow, begun)
        assert not DiaryStore.exists(data_dir)
        assert not (data_dir / KEY).exists()


class TestChanging:
    @pytest.fixture
    def asked(
        self, open_program: OpenProgram, data_dir: Path, slow: Slow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
    ) -> Program:
        put_demo_diary(data_dir, PASSCODE)
        program = open_program()
        program.diary.diary_session.unlock(PASSCODE)
        derived(program)
        monkeypatch.setattr(keys, "_cipher", slow(keys._cipher))
        go(program, "keeping")
        click(program, "passcode-change")
        for name, words in (("old-passcode", PASSCODE), ("new-passcode", NEW), ("new-passcode-again", NEW)):
            type_in(program, name, words)
        click(program, "wrote-down")
        click(program, "passcode-go")
        return program

    def test_it_is_changed_when_it_is_known(self, asked: Program, slow: Slow, data_dir: Path) -> None:
        assert find(asked, "passcode-go").text() == "One moment …"
        let(slow, asked)
        assert "Your passcode is changed" in words_on_screen(asked)
        assert keys.is_guarded((data_dir / KEY).read_bytes(), data_dir)

    def test_who_leaves_it_as_it_is_has_the_old_one(self, asked: Program, slow: Slow, data_dir: Path) -> None:
        before = (data_dir / KEY).read_bytes()
        click(asked, "passcode-leave")
        let(slow, asked)
        assert (data_dir / KEY).read_bytes() == before

    def test_a_diary_that_was_locked_meanwhile_has_the_old_one(
        self, asked: Program, slow: Slow, data_dir: Path
    ) -> None:
        before = (data_dir / KEY).read_bytes()
        asked.diary.diary_session.lock()
        let(slow, asked)
        assert (data_dir / KEY).read_bytes() == before
        assert not asked.diary.diary_session.is_open

"""Work beside the window: told in the window's thread, one at a time, and never waited for longer than was said."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.beside import all_end
from tpe_guide.errors import CannotWrite, TpeGuideError
from tpe_guide.ui.kit.beside import Beside


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Holds the work back until it is set."""
    event = threading.Event()
    yield event
    event.set()
    all_end()


def test_what_it_gave_is_told_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    beside, told = Beside(), list[tuple[int, int]]()
    beside.run(threading.get_ident, lambda there: told.append((there, threading.get_ident())), lambda _error: None)
    qtbot.waitUntil(lambda: bool(told))
    ((there, here),) = told
    assert here == threading.get_ident() != there
    assert not beside.busy


def test_what_went_wrong_is_told_too(qtbot: QtBot) -> None:
    def full() -> None:
        raise CannotWrite(Path("x"), "the disk is full")

    beside, failed = Beside(), list[TpeGuideError]()
    beside.run(full, lambda _nothing: None, failed.append)
    assert beside.wait(10)
    assert isinstance(failed[0], CannotWrite)


def test_a_bug_is_raised_where_it_is_seen() -> None:
    beside = Beside()
    beside.run(lambda: 1 // 0, lambda _number: None, lambda _error: None)
    with pytest.raises(ZeroDivisionError):
        beside.wait(10)
    assert not beside.busy


def test_what_hangs_is_not_waited_for(gate: threading.Event) -> None:
    beside = Beside()
    beside.run(lambda: gate.wait(60), lambda _set: None, lambda _error: None)
    assert not beside.wait(0.01)
    assert beside.busy
    with pytest.raises(RuntimeError):
        beside.run(lambda: None, lambda _nothing: None, lambda _error: None)
    gate.set()
    assert beside.wait(10)

"""A visit's page in a real print queue, and gone from it with the visit. ``make proofs`` installs what that takes."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.ui.printing.private_cups import QUEUE, PrivateQueue, private_queue, what_is_missing
from tpe_guide.ui.printing import cups
from tpe_guide.ui.printing.command import Command
from tpe_guide.ui.printing.fixed_printer import FixedPrinter

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(what_is_missing()), reason=what_is_missing())]
CANARY = "a canary that only this visit could know"
PATIENCE_MS = 30_000


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def printer(qapp: QApplication, told: list[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[FixedPrinter]:
    monkeypatch.setattr(cups, "is_there", lambda: True)
    owner = QObject()
    made = FixedPrinter(QUEUE, owner)
    made.left_behind.connect(told.append)
    yield made
    delete(owner)


def a_page() -> bytes:
    import typst

    return bytes(typst.compile(f"#set page(height: 4cm)\n{CANARY}".encode()))


def never() -> None:
    raise AssertionError("it has come")


def files_of_jobs(queue: PrivateQueue) -> list[str]:
    return [path.name for path in (queue.root / "spool").rglob("d*") if path.is_file()]


@pytest.mark.parametrize("keeps_files", [False, True], ids=["keeps no files", "keeps files for a day"])
def test_a_page_that_waits_for_paper_goes_with_the_visit(
    tmp_path: Path,
    printer: FixedPrinter,
    told: list[str],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    keeps_files: bool,
) -> None:
    with private_queue(tmp_path / "cups", wants_paper=True, keeps_files=keeps_files) as queue:
        monkeypatch.setenv("CUPS_SERVER", queue.server)
        printer.look()
        qtbot.waitUntil(lambda: printer.standing == "ready", timeout=PATIENCE_MS)
        printer.send(a_page(), "a4", never)
        qtbot.waitUntil(lambda: printer.sent == "waits", timeout=PATIENCE_MS)
        assert printer.standing == "paper"
        assert files_of_jobs(queue)
        printer.forget()
        qtbot.waitUntil(lambda: queue.jobs() == "", timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: printer.findChildren(Command) == [], timeout=PATIENCE_MS)
        if keeps_files:  # which is why the screen says that a copy may be kept, unless the clinic knows better
            assert files_of_jobs(queue)
        else:
            qtbot.waitUntil(lambda: files_of_jobs(queue) == [], timeout=PATIENCE_MS)
    assert told == []


def test_a_page_that_came_out_leaves_no_file_where_none_is_kept(
    tmp_path: Path, printer: FixedPrinter, told: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with private_queue(tmp_path / "cups", keeps_files=False) as queue:
        monkeypatch.setenv("CUPS_SERVER", queue.server)
        printer.send(a_page(), "a4", never)
        qtbot.waitUntil(lambda: printer.sent == "gone", timeout=PATIENCE_MS)
        printer.forget()
        qtbot.waitUntil(lambda: printer.findChildren(Command) == [], timeout=PATIENCE_MS)
        assert files_of_jobs(queue) == []
    assert told == []


def test_a_queue_that_is_stopped_or_not_there_is_known_before_anything_is_sent(
    tmp_path: Path, printer: FixedPrinter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with private_queue(tmp_path / "cups") as queue:
        monkeypatch.setenv("CUPS_SERVER", queue.server)
        queue.run("cupsdisable", QUEUE)
        printer.look()
        qtbot.waitUntil(lambda: printer.standing == "stopped", timeout=PATIENCE_MS)
        printer.printer = "NOWHERE"
        printer.look()
        qtbot.waitUntil(lambda: printer.standing == "missing", timeout=PATIENCE_MS)
    printer.printer = QUEUE
    printer.forget()
    printer.look()
    qtbot.waitUntil(lambda: printer.standing == "missing", timeout=PATIENCE_MS)


def test_a_server_that_accepts_and_never_answers_is_known_in_three_seconds_and_nobody_waits(
    printer: FixedPrinter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("localhost", 0)) as silent:
        monkeypatch.setenv("CUPS_SERVER", f"localhost:{silent.getsockname()[1]}")
        begun = time.monotonic()
        printer.look()
        assert time.monotonic() - begun < 0.5
        qtbot.waitUntil(lambda: printer.standing == "silent", timeout=PATIENCE_MS)
        assert 2.5 < time.monotonic() - begun < 5

"""A file that somebody double-clicks: a Mac tells the program that runs, other systems start one with its name."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.diaries import words_on_screen
from tests.ui.nurse.test_nurse import wait_for_page, write_diary
from tests.ui.programs import OpenProgram, looked_at
from tpe_guide import app
from tpe_guide.ui.shell.opened_files import FileOpens, watch_for_files

TELLS = """
import sys
from tpe_guide import app, cli

open_files = app.Program.open_files

def open_and_tell(program, files):
    open_files(program, files)
    print(program.session.locator.place, *files)

app.Program.open_files = open_and_tell
sys.exit(cli.main(sys.argv[1:]))
"""
"""The program, which tells what it opens, and where it is then."""


def test_its_page_is_shown_wherever_one_was(open_program: OpenProgram, tmp_path: Path, qtbot: QtBot) -> None:
    program = open_program()
    program.open_files([write_diary(tmp_path / "anna.tpediary.json")])
    looked_at(program)
    wait_for_page(program, qtbot)
    assert program.window.place == "nurse"
    assert "From the file anna.tpediary.json" in words_on_screen(program)


def test_a_mac_tells_of_it_by_an_event(qapp: QApplication) -> None:
    opened: list[list[str]] = []
    watch = FileOpens(opened.append, qapp)
    qapp.installEventFilter(watch)
    QCoreApplication.sendEvent(qapp, QFileOpenEvent("/media/stick/anna.tpediary.json"))
    QCoreApplication.sendEvent(qapp, QEvent(QEvent.Type.User))
    qapp.removeEventFilter(watch)
    watch.deleteLater()
    assert opened == [["/media/stick/anna.tpediary.json"]]


def test_only_there_each_event_is_looked_at(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[object] = []
    monkeypatch.setattr(QApplication, "installEventFilter", lambda _self, watch: installed.append(watch))
    monkeypatch.setattr(sys, "platform", "linux")
    watch_for_files(qapp, print)
    assert not installed
    monkeypatch.setattr(sys, "platform", "darwin")
    watch_for_files(qapp, print)
    (watch,) = installed
    assert isinstance(watch, FileOpens)
    watch.deleteLater()


def test_a_program_that_is_started_with_it_opens_and_ends_well(tmp_path: Path) -> None:
    file = write_diary(tmp_path / "anna.tpediary.json")
    around = os.environ | {"QT_QPA_PLATFORM": "offscreen", app.END_WHEN_SHOWN: "1"}
    command = [sys.executable, "-c", TELLS, "--data-dir", str(tmp_path / "data"), str(file)]
    done = subprocess.run(command, env=around, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stdout) == (0, f"nurse {file}\n")

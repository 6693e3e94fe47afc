"""Diaries for tests of windows: begun on screen or put in place, and read back as another program would."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.programs import find, go, press
from tpe_guide.app import Program
from tpe_guide.diary.demo import demo_diary
from tpe_guide.diary.folder import KEY, SEAL, STORE
from tpe_guide.diary.model import Diary
from tpe_guide.diary.store import DiaryStore
from tpe_guide.ui.shell.banner import Banner

PASSCODE = "green kettle three boats"
TODAY = dt.date(2026, 5, 14)
TAPS = ("effect-", "level-", "began-")
"""How the names of the answers of the log begin."""


def type_in(program: Program, name: str, text: str) -> None:
    """Type *text* into the line called *name*, key by key."""
    line = find(program, name, QLineEdit)
    line.setFocus()
    line.clear()
    line.textEdited.emit("")
    QTest.keyClicks(line, text)
    QCoreApplication.processEvents()


def begin_diary(program: Program) -> None:
    """Go to the log, begin a diary without a passcode, and say that a session was today."""
    go(program, "log")
    press(program, "start-without")
    press(program, "session-new-today")


def log(program: Program, *taps: str) -> None:
    """Press each chip called after *taps* on the log page."""
    for tap in taps:
        press(program, tap)


def put_demo_diary(folder: Path, passcode: str | None = None) -> None:
    """Leave a diary with the made-up course in *folder*."""
    with DiaryStore.create(folder, passcode) as store:
        store.import_diary(demo_diary(TODAY), "demo")


def on_disk(folder: Path, copy: Path, passcode: str | None = None) -> Diary:
    """The diary as it lies in *folder* at this moment, read from a copy: the program still holds its own."""
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for name in (STORE, f"{STORE}-wal", KEY, SEAL):
        if (folder / name).exists():
            shutil.copy(folder / name, copy / name)
    with DiaryStore.open(copy, passcode) as store:
        return store.diary()


def sentence(program: Program) -> str:
    """What the strip under the top bar says."""
    return find(program, "", Banner).accessibleName()


def words_on_screen(program: Program) -> str:
    """Every word of the labels that are shown."""
    QCoreApplication.processEvents()
    labels = program.window.findChildren(QWidget)
    texts = [label.text() for label in labels if hasattr(label, "text") and label.isVisible()]
    return "\n".join(text for text in texts if isinstance(text, str))


def write_in(program: Program, name: str, text: str) -> None:
    """Type *text* into the field called *name*, after what is there."""
    field = find(program, name, QPlainTextEdit)
    field.setFocus()
    QTest.keyClicks(field, text)
    QCoreApplication.processEvents()


def picked(program: Program) -> set[str]:
    """The answers of the log that are shown as picked."""
    QCoreApplication.processEvents()
    chips = program.window.findChildren(QAbstractButton)
    return {
        chip.objectName()
        for chip in chips
        if chip.isChecked() and chip.isVisible() and chip.objectName().startswith(TAPS)
    }

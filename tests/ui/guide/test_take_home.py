"""The guide as a booklet, saved from its contents: beside the window, and said when it is whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.summary import pdf
from tests.ui.programs import OpenProgram, find, go, press, said_by, saved, shown_names
from tpe_guide.app import Program
from tpe_guide.policy import CLINIC, HOME, KIOSK, Policy
from tpe_guide.settings import Settings

PATIENCE_MS = 100_000


def begin(program: Program, kind: str, path: Path) -> None:
    """Press the button, and choose *path* in the dialog."""
    go(program, "contents")
    press(program, f"take-home-{kind}")
    dialog = program.window.findChild(QFileDialog, "file-dialog")
    dialog.fileSelected.emit(str(path))
    dialog.close()


@pytest.mark.parametrize(("kind", "start"), [("pdf", b"%PDF"), ("epub", b"PK")])
def test_it_is_saved_where_one_says_and_said_when_it_is_there(
    open_program: OpenProgram, tmp_path: Path, kind: str, start: bytes
) -> None:
    program = open_program(HOME)
    program.unit.fill_in("unit-phone", "01632 960 123")
    begin(program, kind, tmp_path / "mine")
    assert said_by(program) == "The booklet is being made. You can go on reading."
    assert not [*tmp_path.glob("mine*")]
    saved(program)
    target = tmp_path / f"mine.{kind}"
    assert target.read_bytes().startswith(start)
    assert said_by(program) == f"Saved as {target}."
    if kind == "pdf":
        assert "Yourunit:01632960123" in pdf.text_of(target.read_bytes(), 1)


def test_the_dialog_asks_for_one_kind_of_file(open_program: OpenProgram) -> None:
    program = open_program(HOME)
    for kind in ("pdf", "epub"):
        go(program, "contents")
        press(program, f"take-home-{kind}")
        dialog = program.window.findChild(QFileDialog, "file-dialog")
        assert dialog.defaultSuffix() == kind
        assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
        dialog.close()
        dialog.setObjectName("seen")


def test_one_at_a_time(open_program: OpenProgram, tmp_path: Path) -> None:
    program = open_program(HOME)
    begin(program, "epub", tmp_path / "one")
    program.screens._take_home.write_epub(str(tmp_path / "other"))
    assert said_by(program) == "Another file is still being saved. Please wait for it."
    saved(program)
    assert [path.name for path in tmp_path.glob("o*")] == ["one.epub"]


def test_a_full_disk_leaves_the_old_one_as_it_was(
    open_program: OpenProgram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = open_program(HOME)
    (tmp_path / "mine.epub").write_bytes(b"the old one")

    def no_room(*__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_room)
    begin(program, "epub", tmp_path / "mine.epub")
    saved(program)
    assert (tmp_path / "mine.epub").read_bytes() == b"the old one"
    assert "cannot be written: no space left on device." in said_by(program)


def test_a_window_that_closes_has_it_saved_first(open_program: OpenProgram, tmp_path: Path, qtbot: QtBot) -> None:
    program = open_program(HOME)
    begin(program, "epub", tmp_path / "mine")
    program.window.close()
    assert program.window.isVisible()
    qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=PATIENCE_MS)
    assert (tmp_path / "mine.epub").exists()


def test_once_it_is_there_nothing_says_that_it_is_being_made(open_program: OpenProgram, tmp_path: Path) -> None:
    program = open_program(HOME)
    withdrawn: list[str] = []
    program.messages.untrue.connect(withdrawn.append)
    begin(program, "epub", tmp_path / "mine")
    said = said_by(program)
    assert not withdrawn
    saved(program)
    assert withdrawn == [said]


@pytest.mark.parametrize(("policy", "offered"), [(HOME, True), (CLINIC, True), (KIOSK, False)])
def test_a_kiosk_saves_nothing(open_program: OpenProgram, policy: Policy, offered: bool) -> None:
    size = (1080, 1920) if policy is KIOSK else (1366, 768)
    program = open_program(policy, size=size, chosen=Settings(text_percent=150))
    go(program, "contents")
    assert {"take-home-pdf" in shown_names(program), "take-home-epub" in shown_names(program)} == {offered}


def test_its_buttons_say_what_they_do(open_program: OpenProgram) -> None:
    program = open_program(HOME)
    go(program, "contents")
    assert find(program, "take-home-pdf").text() == "Save a booklet (PDF)"
    assert find(program, "take-home-epub").text() == "Save for a phone (EPUB)"

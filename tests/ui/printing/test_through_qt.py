"""Where the print system has no commands of its own, Qt asks it in another process: the window never waits for that."""

from __future__ import annotations

import socket
import stat
import sys
import time
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.conftest import A_THURSDAY_MORNING
from tests.ui.diaries import TODAY, put_demo_diary
from tests.ui.programs import OpenProgram, find, key, press, said_by
from tpe_guide import cli, paths
from tpe_guide.app import Program
from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.demo import demo_diary
from tpe_guide.errors import WrongUsage
from tpe_guide.summary import typeset
from tpe_guide.summary.build import build
from tpe_guide.summary.papers import Paper
from tpe_guide.ui.printing import cups, printing, qt_process, through_qt
from tpe_guide.ui.printing.cups import Printers

AT_ONCE_SECONDS = 1
"""So soon Urgent help must be there, whatever a printer does."""
_PROCESS = """#!/bin/sh
case $2 in
  printers) {asked};;
  print) cat > {root}/given; echo "$3 $4" >> {root}/printed; {printing};;
esac
"""


class OwnProcess:
    """Stands for the process of ours that asks Qt."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        self.script = root / "process"
        monkeypatch.setattr(cups, "is_there", lambda: False)
        monkeypatch.setattr(paths, "this_program", lambda: (str(self.script),))
        self.does()

    def does(self, asked: str = "printf 'WARD-3\\nFLOOR2\\nWARD-3\\n'", printing: str = "exit 0") -> None:
        """What it answers from now on."""
        self.script.write_text(_PROCESS.format(root=self.root, asked=asked, printing=printing))
        self.script.chmod(self.script.stat().st_mode | stat.S_IXUSR)

    @property
    def printed(self) -> str:
        path = self.root / "printed"
        return path.read_text() if path.is_file() else ""


@pytest.fixture
def process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OwnProcess:
    if sys.platform == "win32":
        pytest.skip("no shell scripts here")
    (tmp_path / "own").mkdir()
    return OwnProcess(tmp_path / "own", monkeypatch)


@pytest.fixture
def program(open_program: OpenProgram, data_dir: Path) -> Program:
    put_demo_diary(data_dir)
    program = open_program()
    key(program, "Ctrl+P")
    return program


def hint(program: Program) -> str:
    return find(program, "print-hint", QLabel).text()


class TestInTheWindow:
    def test_no_more_is_said_than_that_it_was_handed_over(
        self, process: OwnProcess, program: Program, qtbot: QtBot
    ) -> None:
        qtbot.waitUntil(lambda: hint(program) == "Goes to WARD-3")
        press(program, "print")
        qtbot.waitUntil(lambda: said_by(program) != "")
        assert said_by(program) == (
            "Handed 1 page for WARD-3 to this computer’s print system. It does not say if it was printed: "
            "please look at the printer."
        )
        assert process.printed == "WARD-3 a4\n"
        (page,) = through_qt.unpacked((process.root / "given").read_bytes())
        assert page.startswith(b"\x89PNG")

    def test_the_pages_of_the_press_are_handed_over(self, process: OwnProcess, program: Program, qtbot: QtBot) -> None:
        pressed, letter = find(program, "print"), find(program, "paper-letter")
        pressed.click()
        letter.click()
        qtbot.waitUntil(lambda: said_by(program) != "")
        assert process.printed == "WARD-3 a4\n"
        (page,) = through_qt.unpacked((process.root / "given").read_bytes())
        assert QImage.fromData(page).width() == pytest.approx(210 / 25.4 * printing.PPI, abs=2)

    def test_a_printer_that_refuses_is_said(self, process: OwnProcess, program: Program, qtbot: QtBot) -> None:
        process.does(printing="exit 1")
        press(program, "print")
        qtbot.waitUntil(lambda: said_by(program) != "")
        assert said_by(program) == "WARD-3 did not take the page. You can save it as a PDF instead."
        assert find(program, "print").isEnabled()

    def test_without_any_printer_it_is_said(self, process: OwnProcess, program: Program, qtbot: QtBot) -> None:
        process.does(asked="echo")
        press(program, "print")
        qtbot.waitUntil(lambda: said_by(program).startswith("There is no printer on this computer."))

    def test_silence_when_it_is_asked(
        self, process: OwnProcess, program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(through_qt, "ASK_SECONDS", 1.5)
        process.does(asked="exec sleep 600")
        press(program, "print")
        _urgent_help_comes_at_once(program)
        qtbot.waitUntil(lambda: "does not answer. Nothing was sent." in said_by(program))
        assert process.printed == ""

    @pytest.mark.slow
    def test_silence_when_it_has_the_page(
        self, process: OwnProcess, program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(through_qt, "SEND_SECONDS", 1.5)
        process.does(printing="exec sleep 600")
        press(program, "print")
        qtbot.waitUntil(lambda: process.printed != "")
        _urgent_help_comes_at_once(program)
        qtbot.waitUntil(lambda: said_by(program).startswith("WARD-3 has not answered. It may have the page, or not"))

    def test_a_real_print_system_that_accepts_and_never_answers(
        self,
        open_program: OpenProgram,
        data_dir: Path,
        qtbot: QtBot,
        monkeypatch: pytest.MonkeyPatch,
        silent_server: str,
    ) -> None:
        monkeypatch.setattr(cups, "is_there", lambda: False)
        monkeypatch.setenv("CUPS_SERVER", silent_server)
        monkeypatch.setattr(through_qt, "ASK_SECONDS", 3)
        put_demo_diary(data_dir)
        program = open_program()
        key(program, "Ctrl+P")
        press(program, "print")
        _urgent_help_comes_at_once(program)
        qtbot.waitUntil(lambda: "does not answer. Nothing was sent." in said_by(program), timeout=20_000)


@pytest.fixture
def silent_server() -> Iterator[str]:
    with socket.create_server(("localhost", 0)) as silent:
        yield f"localhost:{silent.getsockname()[1]}"


def _urgent_help_comes_at_once(program: Program) -> None:
    began = time.monotonic()
    key(program, "F9")
    QApplication.processEvents()
    assert program.session.locator.place == "urgent"
    assert time.monotonic() - began < AT_ONCE_SECONDS
    assert not said_by(program), "it came before the print system had been given up"


class TestTheProcess:
    def test_it_tells_the_printers(
        self, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
    ) -> None:
        monkeypatch.setattr(printing, "usual_printer", lambda: "Büro")
        monkeypatch.setattr(printing, "printer_names", lambda: ("Büro", "HP LaserJet (2. Stock)"))
        assert qt_process.answer(["printers"]) == 0
        answer = capfdbinary.readouterr().out.decode()
        assert through_qt.printers_in(0, answer) == Printers("Büro", ("Büro", "HP LaserJet (2. Stock)"))

    @pytest.mark.parametrize("answer", ["", "\n"])
    def test_no_printer_is_none(self, answer: str) -> None:
        assert through_qt.printers_in(0, answer) == Printers("", ())

    def test_a_usual_printer_that_is_gone_is_none(self) -> None:
        assert through_qt.printers_in(0, "GONE\nWARD-3\n") == Printers("", ("WARD-3",))

    @pytest.mark.slow
    def test_it_paints_the_pages_on_the_printer(
        self, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        made = printing.printer_for

        def into_a_file(paper: Paper, name: str = "", job: str = "") -> QPrinter:
            assert (name, job) == ("WARD-3", "A summary")
            printer = made(paper)
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(tmp_path / "tray.pdf"))
            return printer

        monkeypatch.setattr(printing, "printer_for", into_a_file)
        report = build(demo_diary(TODAY), Catalogue.load("en"), printed_at=A_THURSDAY_MORNING)
        (page,) = typeset.to_png(report, "a4", printing.PPI)
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(through_qt.packed([page, page]))))
        assert qt_process.answer(["print", "WARD-3", "a4", "A summary"]) == 0
        with pikepdf.open(tmp_path / "tray.pdf") as pdf:
            assert len(pdf.pages) == 2

    def test_a_printer_that_is_gone_refuses(self, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(through_qt.packed([b""]))))
        assert qt_process.answer(["print", "GONE", "a4", "A summary"]) == qt_process.REFUSED

    def test_it_is_a_way_to_start_this_program(self, monkeypatch: pytest.MonkeyPatch) -> None:
        asked: list[str] = []

        def main(arguments: list[str]) -> int:
            asked.extend(arguments)
            return 0

        monkeypatch.setattr(qt_process, "main", main)
        assert cli.main(list(through_qt.ask()[-2:])) == 0
        assert asked == ["printers"]

    def test_anything_else_is_wrong_usage(self, qapp: QApplication) -> None:
        with pytest.raises(WrongUsage):
            qt_process.answer(["dance"])

    def test_a_frozen_program_starts_itself(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "frozen", True, raising=False)
        assert through_qt.ask() == (sys.executable, "--through-qt", "printers")

"""A file is saved beside the window: a share that hangs freezes nothing, and nothing is said that is not so."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from pytestqt.qtbot import QtBot

from tests.ui.diaries import put_demo_diary
from tests.ui.programs import OpenProgram, go, said_by, saved
from tpe_guide import files
from tpe_guide.app import Program
from tpe_guide.diary.exchange import read
from tpe_guide.summary import carried
from tpe_guide.ui.printing import pdf_file
from tpe_guide.ui.printing.saving import Saving


class Share:
    """It lets nothing be written before it ``answers``."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._answers = threading.Event()
        self.fault: Exception | None = None
        write_whole = files.write_whole

        def write_late(path: Path, data: bytes, *, private: bool = False) -> None:
            self._answers.wait()
            if self.fault:
                raise self.fault
            write_whole(path, data, private=private)

        monkeypatch.setattr(pdf_file, "write_whole", write_late)

    def answers(self) -> None:
        self._answers.set()


@pytest.fixture
def share(monkeypatch: pytest.MonkeyPatch) -> Iterator[Share]:
    share = Share(monkeypatch)
    yield share
    share.answers()


@pytest.fixture
def program(open_program: OpenProgram, data_dir: Path) -> Program:
    put_demo_diary(data_dir)
    program = open_program()
    go(program, "nurse")
    return program


def test_the_window_goes_on_and_says_only_what_is_so(program: Program, share: Share, tmp_path: Path) -> None:
    withdrawn: list[str] = []
    program.messages.untrue.connect(withdrawn.append)
    program.diary.summary.save_pdf(str(tmp_path / "page.pdf"))
    assert said_by(program) == "Saving …"
    assert not (tmp_path / "page.pdf").exists()
    share.answers()
    saved(program)
    assert withdrawn == ["Saving …"]
    assert said_by(program).startswith(f"Saved as {tmp_path / 'page.pdf'}.")


def test_it_is_the_page_of_the_press_whatever_is_shown_by_then(program: Program, share: Share, tmp_path: Path) -> None:
    program.diary.summary.save_pdf(str(tmp_path / "page.pdf"))
    program.diary.summary.show_example()
    share.answers()
    saved(program)
    assert "Your diary is in it." in said_by(program)
    assert read(tmp_path / "page.pdf") == program.diary.diary_session.store.diary()


def test_a_diary_too_large_to_be_read_back_is_not_said_to_be_in_it(
    program: Program, share: Share, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carried, "FILE_LIMIT", 1000)
    program.diary.summary.save_pdf(str(tmp_path / "page.pdf"))
    share.answers()
    saved(program)
    with pikepdf.open(tmp_path / "page.pdf") as pdf:
        assert not pdf.attachments
    assert "It has this page only, not the diary." in said_by(program)


def test_a_second_one_waits_for_the_first(program: Program, share: Share, tmp_path: Path) -> None:
    for name in ("one", "other"):
        program.diary.summary.save_pdf(str(tmp_path / f"{name}.pdf"))
    assert said_by(program) == "Another file is still being saved. Please wait for it."
    share.answers()
    saved(program)
    assert (tmp_path / "one.pdf").exists()
    assert not (tmp_path / "other.pdf").exists()


def test_whoever_closes_the_window_has_it_first(program: Program, share: Share, tmp_path: Path, qtbot: QtBot) -> None:
    program.diary.summary.save_pdf(str(tmp_path / "page.pdf"))
    program.window.close()
    assert program.window.isVisible()
    assert said_by(program).startswith("A page is still being printed or saved.")
    share.answers()
    qtbot.waitUntil(lambda: not program.window.isVisible())
    assert (tmp_path / "page.pdf").exists()


def test_a_bug_leaves_no_answer_owed(program: Program, share: Share, tmp_path: Path, qtbot: QtBot) -> None:
    share.fault = LookupError("a bug")
    share.answers()
    program.diary.summary.save_pdf(str(tmp_path / "page.pdf"))
    (saving,) = program.diary.summary.findChildren(Saving)
    with pytest.raises(LookupError):
        saving.finish(100)
    assert not program.messages.owed

"""The next page is there before it is asked for, is the very page that would be made then, and is nobody else's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from tests.ui.diaries import put_demo_diary
from tests.ui.programs import OpenProgram, find, go, press
from tpe_guide.app import Program
from tpe_guide.summary import typeset
from tpe_guide.summary.papers import Paper
from tpe_guide.summary.report import Report
from tpe_guide.ui.nurse.made_ahead import MadeAhead
from tpe_guide.ui.nurse.paper_view import PaperView


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Paper]:
    """The paper of each page that is set, whoever asks."""
    papers: list[Paper] = []
    real: Callable[..., list[bytes]] = typeset.to_png

    def to_png(report: Report, paper: Paper = "a4", ppi: float = 144) -> list[bytes]:
        papers.append(paper)
        return real(report, paper, ppi)

    monkeypatch.setattr(typeset, "to_png", to_png)
    return papers


@pytest.fixture
def nurse(open_program: OpenProgram, data_dir: Path, made: list[Paper]) -> Program:
    put_demo_diary(data_dir)
    program = open_program()
    go(program, "nurse")
    return program


def ahead(program: Program) -> MadeAhead:
    found: MadeAhead = program.diary.summary.ahead
    return found


def rested(program: Program, qtbot: QtBot) -> None:
    """Whatever is likely has been made."""
    qtbot.waitUntil(lambda: not ahead(program).busy, timeout=30_000)


def picture(program: Program) -> object:
    return find(program, "preview", PaperView).widget().picture


def test_another_paper_is_there_at_the_tap(nurse: Program, made: list[Paper], qtbot: QtBot) -> None:
    first = list(made)
    rested(nurse, qtbot)
    assert made != first, "made while nobody waited"
    del made[:]
    press(nurse, "paper-letter" if first[-1] == "a4" else "paper-a4")
    assert made == [], "the tap makes nothing"


def test_it_is_the_page_that_would_be_made_then(nurse: Program, qtbot: QtBot) -> None:
    rested(nurse, qtbot)
    press(nurse, "paper-letter")
    shown = picture(nurse)
    summary = nurse.diary.summary
    ahead(nurse).forget()
    report = summary.report()
    assert report is not None
    ppi = find(nurse, "preview", PaperView)._asked_ppi
    assert summary.ahead.pictures(report, "letter", ppi)[0] == shown


def test_one_part_less_is_there_where_parts_are_chosen(nurse: Program, made: list[Paper], qtbot: QtBot) -> None:
    press(nurse, "choose-shown")
    rested(nurse, qtbot)
    del made[:]
    press(nurse, "part-words")
    assert made == []


def test_with_one_part_less_there_are_no_squares_ahead_either(nurse: Program, made: list[Paper], qtbot: QtBot) -> None:
    nurse.diary.summary.set_squares(True)
    press(nurse, "choose-shown")
    rested(nurse, qtbot)
    del made[:]
    press(nurse, "part-words")
    assert made == []


def test_of_another_person_nothing_is_known(nurse: Program, qtbot: QtBot) -> None:
    rested(nurse, qtbot)
    assert ahead(nurse)._known
    before = set(ahead(nurse)._known)
    press(nurse, "source-example")
    assert not before & set(ahead(nurse)._known)


def test_whoever_leaves_leaves_nothing(nurse: Program, qtbot: QtBot) -> None:
    rested(nurse, qtbot)
    go(nurse, "home")
    QCoreApplication.processEvents()
    assert not ahead(nurse)._known


def test_what_was_begun_for_one_is_not_kept_for_the_next(nurse: Program, qtbot: QtBot) -> None:
    state = ahead(nurse)
    state._make_next()
    state.forget()
    rested(nurse, qtbot)
    assert not state._known

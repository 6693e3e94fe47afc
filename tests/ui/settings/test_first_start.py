"""How do you read best? Asked once, at the very first start, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect
from pytestqt.qtbot import QtBot

from tests.ui.programs import find, press
from tpe_guide.app import Program
from tpe_guide.navigation import HOME as HOME_PLACE
from tpe_guide.policy import CLINIC, HOME, KIOSK, Policy
from tpe_guide.settings import Settings, load


def start(qtbot: QtBot, data_dir: Path, policy: Policy = HOME, page: str = "") -> Program:
    """The program as a person starts it."""
    program = Program(policy, data_dir=data_dir, page=page, greet=True)
    qtbot.addWidget(program.window, before_close_func=lambda window: window.closed.emit())
    with qtbot.waitSignal(program.window.opened):
        program.window.show()
    return program


def test_it_is_asked_before_anything_else_and_may_be_left_as_it_is(qtbot: QtBot, data_dir: Path) -> None:
    program = start(qtbot, data_dir)
    assert program.session.locator.place == "first-start"
    press(program, "start")
    assert program.session.locator == HOME_PLACE
    program.session.save_now()
    assert load(data_dir / "settings.json") == Settings()


@pytest.mark.parametrize(("size", "percent"), [((1366, 728), 200), ((1366, 728), 400), ((360, 640), 200)], ids=str)
def test_the_way_on_is_in_sight_in_the_largest_letters_too(
    qtbot: QtBot, data_dir: Path, size: tuple[int, int], percent: int
) -> None:
    program = start(qtbot, data_dir)
    program.window.resize(*size)
    program.session.set_look(text_percent=percent)
    button = find(program, "start")
    QCoreApplication.processEvents()
    assert program.window.rect().contains(QRect(button.mapTo(program.window, QPoint()), button.size()))
    assert not button.visibleRegion().isEmpty()


def test_what_is_chosen_there_is_kept(qtbot: QtBot, data_dir: Path) -> None:
    program = start(qtbot, data_dir)
    press(program, "size-150")
    press(program, "colours-contrast")
    assert find(program, "size-150").isChecked()
    press(program, "start")
    program.session.save_now()
    assert load(data_dir / "settings.json") == Settings(text_percent=150, theme="contrast")


def test_it_is_asked_only_once(qtbot: QtBot, data_dir: Path) -> None:
    first = start(qtbot, data_dir)
    first.window.closed.emit()
    assert start(qtbot, data_dir).session.locator == HOME_PLACE


def test_whoever_asked_for_a_page_gets_the_page(qtbot: QtBot, data_dir: Path) -> None:
    assert start(qtbot, data_dir, page="tingling").session.locator.place == "page"


@pytest.mark.parametrize("policy", [CLINIC, KIOSK], ids=lambda policy: policy.place)
def test_nobody_is_asked_where_nothing_is_kept(qtbot: QtBot, data_dir: Path, policy: Policy) -> None:
    assert start(qtbot, data_dir, policy).session.locator == HOME_PLACE

"""Warnings, whom to call and what went wrong grow to 400 % in small windows, too; nothing of them is cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.programs import OpenProgram, find, go
from tpe_guide.app import Program
from tpe_guide.errors import CannotWrite
from tpe_guide.settings import Settings
from tpe_guide.ui.diary.warning_panel import WarningPanel
from tpe_guide.ui.kit.fitted_text import FittedText, breakable
from tpe_guide.ui.kit.theme import Theme, chrome_limit
from tpe_guide.ui.shell.banner import Banner
from tpe_guide.ui.shell.file_dialogs import save_pdf_file
from tpe_guide.ui.unit.call import LARGE
from tpe_guide.ui.unit.tier_card import TierCard

PHONES = [(480, 800), (360, 640)]
FULL = 4
"""Times the letters of the design."""


def opened(open_program: OpenProgram, size: tuple[int, int], place: str) -> Program:
    program = open_program(size=size, chosen=Settings(text_percent=100 * FULL, motion="still"))
    go(program, place)  # type: ignore[arg-type]
    for __ in range(10):
        QCoreApplication.processEvents()
    return program


def labels(parent: QWidget) -> Iterator[QLabel]:
    for label in parent.findChildren(QLabel):
        if label.isVisible() and len(label.text()) > 1:
            yield label


def is_as_large_as_can_be(label: QLabel, least: int) -> bool:
    """*least* px, or such that its longest word fills its line."""
    font = label.font()
    larger = FittedText(breakable(label.text()), font)
    return font.pixelSize() >= least or larger.longest_word >= 0.9 * (label.width() - 2)


@pytest.mark.parametrize("size", PHONES, ids=str)
def test_urgent_help_grows_to_the_full_and_the_number_comes_first(
    open_program: OpenProgram, size: tuple[int, int]
) -> None:
    program = opened(open_program, size, "urgent")
    first, *__ = program.window.findChildren(TierCard)
    number = next(label for label in labels(first) if label.text()[0].isdigit())
    page = program.window.screen_shown
    assert page is not None
    bottom = number.mapTo(page, QPoint(0, number.height())).y()
    assert bottom <= page.height(), "the number is below the edge"
    assert number.font().pixelSize() >= 2 * LARGE.px
    for card in program.window.findChildren(TierCard):
        for label in labels(card):
            if label is not number:
                assert is_as_large_as_can_be(label, FULL * 18), label.text()


@pytest.mark.parametrize("size", PHONES, ids=str)
def test_a_warning_grows_to_the_full_and_its_number_is_in_sight(
    open_program: OpenProgram, qtbot: QtBot, size: tuple[int, int]
) -> None:
    catalogue = open_program().diary.catalogue
    advice = catalogue.advice("chest-pain", "unknown", {})
    panel = WarningPanel(Theme(percent=100 * FULL, limit=chrome_limit(*size)), advice)
    qtbot.addWidget(panel)
    panel.resize(size[0] - 57, 10)
    panel.resize(panel.width(), panel.heightForWidth(panel.width()))
    panel.show()
    call, *rest = labels(panel)
    assert call.text().endswith(catalogue.urgent.emergency.number)
    room = size[1] - 186  # below and above it are the bars
    assert call.geometry().bottom() <= room or is_as_large_as_can_be(call, 10**6), "the number is below the edge"
    assert call.font().pixelSize() > 2 * 23 or is_as_large_as_can_be(call, 10**6)
    for label in rest:
        assert is_as_large_as_can_be(label, FULL * 18), label.text()


def test_what_went_wrong_is_as_large_as_has_room(open_program: OpenProgram) -> None:
    program = opened(open_program, (1024, 700), "home")
    program.messages.warn(CannotWrite(Path("diary.db"), "the disk is full"))
    QCoreApplication.processEvents()
    banner = find(program, "", Banner)
    assert next(labels(banner)).font().pixelSize() > 2 * 18
    assert banner.height() <= 0.4 * 700


def test_the_keys_are_told_in_large_letters(open_program: OpenProgram) -> None:
    program = opened(open_program, (480, 800), "keys")
    words = next(label for label in labels(program.window) if label.text() == "Help: these keys")
    assert is_as_large_as_can_be(words, FULL * 20)


@pytest.mark.parametrize(("width", "percent", "letters"), [(1366, 100, 20), (1366, 400, 40), (480, 400, 25)])
def test_a_dialog_for_files_has_larger_letters_and_stays_in_the_window(
    qtbot: QtBot, width: int, percent: int, letters: int
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, 700)
    dialog: QFileDialog = save_pdf_file(window, Theme(percent=percent), "page.pdf", lambda _: None)
    assert dialog.font().pixelSize() == letters
    assert dialog.width() <= width
    dialog.close()

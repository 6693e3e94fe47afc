"""The start at a page: its text is painted first, in its place, and the rest follows around it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF
from PySide6.QtGui import QCursor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.programs import OpenProgram, press, shown_names
from tpe_guide.app import Program
from tpe_guide.navigation import Locator
from tpe_guide.policy import HOME
from tpe_guide.settings import Settings
from tpe_guide.ui.reading.figures import Illustration
from tpe_guide.ui.reading.reading_view import ReadingView


class FirstPaint(QObject):
    """Where the text is, and what else there is, when it is first painted."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.program = program
        self.text: QRect | None = None
        self.others: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.text is None and isinstance(watched.parent(), ReadingView):
            self.text = place_of_text(self.program)
            self.others = shown_names(self.program)
        return False


def place_of_text(program: Program) -> QRect:
    view = program.window.findChild(ReadingView, "reading-view")
    assert view is not None
    return QRect(view.mapTo(program.window, QPoint()), view.viewport().size())


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, data_dir: Path, clock: Callable[[], datetime]
) -> Callable[..., tuple[Program, FirstPaint]]:
    """Starts as the app does, and tells what the first paint was like."""

    def start_it(page: str, size: tuple[int, int], percent: int = 100) -> tuple[Program, FirstPaint]:
        chosen = Settings(text_percent=percent)
        program = Program(HOME, data_dir=data_dir, page=page, chosen=chosen, now=clock, text_first=True)
        qtbot.addWidget(program.window, before_close_func=lambda window: program.window.closed.emit())
        first = FirstPaint(program)
        program.window.resize(*size)
        qapp.installEventFilter(first)
        with qtbot.waitSignal(program.window.opened):
            program.window.show()
        qapp.removeEventFilter(first)
        qapp.processEvents()
        return program, first

    return start_it


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(1440, 900), (1200, 800), (1024, 700), (480, 800)], ids=str)
def test_the_text_comes_first_and_does_not_move(
    start: Callable[..., tuple[Program, FirstPaint]], size: tuple[int, int], percent: int
) -> None:
    program, first = start("session-length", size, percent)
    assert first.text is not None
    assert first.others == set()
    text = place_of_text(program)
    assert (text.topLeft(), text.width()) == (first.text.topLeft(), first.text.width())
    assert abs(text.height() - first.text.height()) <= 12, "only its lower edge, by a hair"


def test_a_drawing_follows_the_words(
    start: Callable[..., tuple[Program, FirstPaint]], monkeypatch: pytest.MonkeyPatch
) -> None:
    paint, painted = ReadingView.paintEvent, []

    def note(view: ReadingView, event: QPaintEvent) -> None:
        paint(view, event)
        painted.append(len(drawings))

    def draw(illustration: Illustration, painter: QPainter, rect: QRectF) -> None:
        drawings.append(rect)

    drawings: list[QRectF] = []
    monkeypatch.setattr(ReadingView, "paintEvent", note)
    monkeypatch.setattr(Illustration, "paint", draw)
    start("tingling", (1440, 900))
    assert painted[0] == 0
    assert painted[-1] == 1


def test_then_all_is_there_as_ever(
    start: Callable[..., tuple[Program, FirstPaint]], open_program: OpenProgram, qtbot: QtBot
) -> None:
    # Another test's finger may rest on a row of the rail, which would light up in one window and not in the other.
    QCursor.setPos(1430, 890)
    program, __ = start("session-length", (1440, 900))
    usual = open_program(page="session-length")
    assert shown_names(program) == shown_names(usual)
    # A busy machine may still owe one of the windows its last paint.
    qtbot.waitUntil(lambda: program.window.grab().toImage() == usual.window.grab().toImage())
    press(program, "next")
    after = program.library.neighbours("session-length")[1]
    assert after is not None
    assert program.session.locator == Locator("page", after)


def test_home_has_no_text_to_wait_for(start: Callable[..., tuple[Program, FirstPaint]]) -> None:
    program, first = start("", (1440, 900))
    assert first.text is None
    assert "urgent" in shown_names(program)

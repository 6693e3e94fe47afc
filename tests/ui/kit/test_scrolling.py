"""What scrolls is laid out once, for the size that it will have; a bar for it is reckoned with before it is there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QScrollArea, QVBoxLayout
from pytestqt.qtbot import QtBot

from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.layouts import Holder, tight
from tpe_guide.ui.kit.marked_words import MarkedWords
from tpe_guide.ui.kit.paragraph import Paragraph
from tpe_guide.ui.kit.scrolling import bar_width, scrolling
from tpe_guide.ui.kit.theme import Theme, ThemeName

SAYING = "Your blood flows out, is cleaned, and flows back. " * 4
ROOM = 300


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The widths for which words were laid out."""
    widths: list[int] = []
    lay_out = MarkedWords.lay_out

    def note(words: MarkedWords, width: int) -> int:
        widths.append(width)
        return lay_out(words, width)

    monkeypatch.setattr(MarkedWords, "lay_out", note)
    return widths


@pytest.fixture
def column(qtbot: QtBot) -> Callable[..., QScrollArea]:
    """A column of some paragraphs, shown."""

    def show(count: int, name: ThemeName = "light") -> QScrollArea:
        theme = Theme(name)
        inside = Holder()
        layout = tight(QVBoxLayout(inside), 0)
        for __ in range(count):
            layout.addWidget(Paragraph(theme, SAYING))
        area = scrolling(theme, inside)
        qtbot.addWidget(area)
        area.resize(400, ROOM)
        area.show()
        return area

    return show


@pytest.mark.parametrize("name", ["light", "contrast"])
def test_many_words_are_laid_out_once_beside_the_bar_that_they_will_need(
    column: Callable[..., QScrollArea], asked: list[int], name: ThemeName
) -> None:
    area = column(10, name)
    bar = bar_width(area)
    assert area.viewport().width() == area.widget().width() == 400 - bar
    assert area.verticalScrollBar().isVisible()
    assert asked.count(400 - bar) == 10
    assert 400 not in asked, "they were laid out without it, too"


def test_few_words_have_all_the_width(column: Callable[..., QScrollArea]) -> None:
    area = column(1)
    assert area.widget().size().toTuple() == (400, ROOM)


def test_words_that_almost_fit_have_no_bar_if_they_fit_without(qtbot: QtBot) -> None:
    theme = Theme()
    words = Paragraph(theme, SAYING)
    widths = range(300, 500)
    width = next(each for each in widths if words.heightForWidth(each) < words.heightForWidth(each - 14))
    area = scrolling(theme, words)
    qtbot.addWidget(area)
    area.resize(width, words.heightForWidth(width))
    area.show()
    assert area.verticalScrollBar().maximum() == 0
    assert words.width() == width


def test_columns_do_not_lay_words_out_for_a_wish(qtbot: QtBot, asked: list[int]) -> None:
    theme = Theme()
    flow = Flow(theme, [Paragraph(theme, SAYING) for __ in range(4)], least=100, most=2)
    qtbot.addWidget(flow)
    flow.sizeHint()
    flow.minimumSizeHint()
    assert asked == []


def test_columns_of_what_has_one_height_wish_for_it(qtbot: QtBot) -> None:
    theme = Theme()
    lines = [Label(theme, "a line", wrap=False) for __ in range(4)]
    flow = Flow(theme, lines, least=100, most=2, gap=10)
    qtbot.addWidget(flow)
    assert flow.sizeHint().height() == 2 * lines[0].sizeHint().height() + 10


def test_the_bar_comes_and_goes_with_the_words(column: Callable[..., QScrollArea]) -> None:
    area = column(1)
    words = area.findChild(Paragraph)
    assert words is not None
    seen = []
    for saying in (SAYING * 5, SAYING):
        words.setText(saying)
        QCoreApplication.processEvents()
        seen.append((area.verticalScrollBar().isVisible(), words.width() == area.viewport().width()))
    assert seen == [(True, True), (False, True)]

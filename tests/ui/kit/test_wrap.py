"""Widgets in rows: in the order of reading, and none where it cannot be seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.wrap import Wrap


@pytest.fixture
def buttons(qtbot: QtBot) -> list[Button]:
    return [Button(Theme(), words, "quiet", size="fine") for words in ("one", "two", "three")]


@pytest.fixture
def wrap(qtbot: QtBot, buttons: list[Button]) -> Wrap:
    wrapped = Wrap(Theme(), buttons)
    qtbot.addWidget(wrapped)
    wrapped.resize(wrapped.sizeHint())
    wrapped.show()
    return wrapped


def places(buttons: list[Button]) -> list[tuple[int, int]]:
    QCoreApplication.processEvents()
    return [(button.x(), button.y()) for button in buttons]


def test_they_stand_in_one_row_while_there_is_room(wrap: Wrap, buttons: list[Button]) -> None:
    assert [y for __, y in places(buttons)] == [0, 0, 0]
    assert [x for x, __ in places(buttons)] == sorted(x for x, __ in places(buttons))


def test_a_row_ends_where_the_next_has_no_room(wrap: Wrap, buttons: list[Button]) -> None:
    wrap.resize(wrap.width() - 1, wrap.heightForWidth(wrap.width() - 1))
    assert places(buttons)[2] == (0, 56)
    assert wrap.heightForWidth(wrap.width()) == 104


def test_what_is_hidden_leaves_no_gap(wrap: Wrap, buttons: list[Button]) -> None:
    second = places(buttons)[1]
    buttons[1].hide()
    assert places(buttons)[2] == second
    buttons[1].show()
    assert places(buttons)[1] == second


def test_other_words_move_the_rest(wrap: Wrap, buttons: list[Button]) -> None:
    before = places(buttons)[1]
    buttons[0].set_words("a good deal longer than before")
    assert places(buttons)[1] != before


def test_right_to_left_begins_at_the_right(wrap: Wrap, buttons: list[Button]) -> None:
    wrap.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    wrap.resize(wrap.width() + 1, wrap.height())
    places(buttons)
    assert buttons[0].geometry().right() == wrap.width() - 1
    assert buttons[1].geometry().right() < buttons[0].x()

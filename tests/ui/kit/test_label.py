"""A long word in large letters and little room: the letters shrink before it is cut, and come back with the room."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tpe_guide.ui.kit.fitted_text import FittedText
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.theme import Theme

LONG = "Immunoadsorption after steroids"
LARGE = Theme(percent=400)


@pytest.fixture
def label(qtbot: QtBot) -> Label:
    made = Label(LARGE, LONG, "h1")
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_longest_word_has_room_in_a_narrow_window(label: Label) -> None:
    assert FittedText(LONG, LARGE.font("h1")).longest_word > 340
    label.resize(340, 400)
    assert FittedText(LONG, label.font()).longest_word <= label.width()


def test_its_letters_come_back_with_the_room_and_with_shorter_words(label: Label) -> None:
    label.resize(340, 400)
    label.resize(2000, 400)
    assert label.font().pixelSize() == LARGE.font("h1").pixelSize()
    label.resize(340, 400)
    label.setText("Save it")
    assert label.font().pixelSize() == LARGE.font("h1").pixelSize()


def test_a_layout_may_make_it_narrow(label: Label) -> None:
    assert label.minimumSizeHint().width() < 340

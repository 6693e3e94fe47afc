"""Buttons: none is too small for a finger, and their words wrap rather than be cut off."""

from __future__ import annotations

from typing import get_args

import pytest
from pytestqt.qtbot import QtBot

from tpe_guide.ui.kit.button import Button, Size
from tpe_guide.ui.kit.theme import Theme

AT_HOME, AT_KIOSK = Theme(), Theme(bars=150).of_bars


@pytest.mark.parametrize("size", get_args(Size))
def test_a_finger_finds_it_whatever_its_size(qtbot: QtBot, size: Size) -> None:
    button = Button(AT_HOME, "Read", size=size)
    icon = Button(AT_HOME, "Close", icon="x", icon_only=True, size=size)
    for each in (button, icon):
        qtbot.addWidget(each)
        assert each.sizeHint().height() >= AT_HOME.px(AT_HOME.finger)
    assert icon.sizeHint().width() == icon.sizeHint().height()


@pytest.mark.parametrize("size", ["key", "link", "fine", "slim"])
def test_at_a_kiosk_the_smallest_are_as_high_as_a_shaking_finger_needs(qtbot: QtBot, size: Size) -> None:
    button = Button(AT_KIOSK, "Read", size=size)
    qtbot.addWidget(button)
    assert button.sizeHint().height() >= 80


@pytest.mark.parametrize("size", get_args(Size))
def test_its_words_wrap_and_make_it_higher(qtbot: QtBot, size: Size) -> None:
    button = Button(AT_HOME, "What you may feel in the days that follow", icon="book-open", size=size)
    qtbot.addWidget(button)
    wish, least = button.sizeHint(), button.minimumSizeHint()
    assert least.width() < wish.width()
    assert button.heightForWidth(least.width()) > button.heightForWidth(wish.width()) == wish.height()


def test_a_hint_is_never_smaller_than_can_be_read(qtbot: QtBot) -> None:
    """Where it has no room on one line it takes two: it was drawn in ever smaller letters."""
    button = Button(Theme(percent=200), "No", icon="moon", hint="Wednesday 13 May, session 5")
    qtbot.addWidget(button)
    wide, narrow = button.sizeHint().width(), button.sizeHint().width() * 6 // 10
    line = button.fontMetrics().height()
    assert button.heightForWidth(narrow) >= button.heightForWidth(wide) + line // 2

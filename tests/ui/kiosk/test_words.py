"""Large words that wrap, and never lose a letter."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tpe_guide.ui.kiosk.words import Words
from tpe_guide.ui.kit.theme import LEAST_LETTERS, Theme, Type

TITLE = "What is plasma exchange?"


def words(qtbot: QtBot, text: str, size: int = 88, line: float = 1.06) -> Words:
    made = Words(Theme(unit=1.0), text, Type(size, line, 700))
    qtbot.addWidget(made)
    return made


def test_words_wrap_where_they_must_and_break_where_they_are_told(qtbot: QtBot) -> None:
    title = words(qtbot, TITLE)
    assert title.heightForWidth(title.width_of_one_line()) == 94
    assert title.heightForWidth(title.width_of_one_line() - 20) == 187
    assert words(qtbot, "One.\nTwo.").heightForWidth(5_000) == 187


@pytest.mark.parametrize("text", ["Épgyj", "ÅÄÖ gjpq"])
def test_accents_and_tails_are_not_cut_off(qtbot: QtBot, text: str) -> None:
    tight = words(qtbot, text)
    tight.place(0, 0, tight.width_of_one_line())
    loose = words(qtbot, text, line=2.0)
    loose.place(0, 0, loose.width_of_one_line())
    assert ink(tight) == ink(loose)


def ink(label: Words) -> int:
    """How many pixels carry ink."""
    image = label.grab().toImage()
    dark = Theme().color("ink")
    return sum(image.pixelColor(x, y) == dark for x in range(image.width()) for y in range(image.height()))


def test_letters_grow_and_shrink_with_the_screen_and_stay_large_enough_to_read(qtbot: QtBot) -> None:
    promise = words(qtbot, "Nothing you touch is saved.", 28)
    sizes = []
    for unit in (0.1, 1.0, 2.0):
        promise.set_theme(Theme(unit=unit))
        sizes.append(promise.font().pixelSize())
    assert sizes == [LEAST_LETTERS, 28, 56]


def test_where_a_long_word_has_no_room_the_screen_gets_smaller_and_not_one_word(qtbot: QtBot) -> None:
    title = words(qtbot, "Immunoadsorption")
    title.place(0, 0, 100)
    assert title.font().pixelSize() == 88
    assert title._words.font.pixelSize() == 88


def test_the_text_size_of_the_guide_is_not_that_of_the_kiosk() -> None:
    kiosk = Theme(percent=400, bars=150, unit=0.5)
    assert kiosk.px(100) == 50
    assert kiosk.font("h1").pixelSize() == LEAST_LETTERS
    assert kiosk.font(Type(88, 1.06, 700)).pixelSize() == 44

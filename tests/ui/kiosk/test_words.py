"""Large words that wrap, and never lose a letter."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tpe_guide.ui.kiosk.kiosk_scale import LEAST_GAP, LEAST_TARGET, LEAST_TEXT, Scale
from tpe_guide.ui.kiosk.words import Words
from tpe_guide.ui.kit.theme import Theme

TITLE = "What is plasma exchange?"


def words(qtbot: QtBot, text: str, size: float = 88, line: float = 1.06) -> Words:
    made = Words(Theme(), text, size, line=line, weight=700)
    qtbot.addWidget(made)
    return made


def test_words_wrap_where_they_must_and_break_where_they_are_told(qtbot: QtBot) -> None:
    title = words(qtbot, TITLE)
    assert title.height_for(title.width_of_one_line()) == 94
    assert title.height_for(title.width_of_one_line() - 20) == 187
    assert words(qtbot, "One.\nTwo.").height_for(5_000) == 187


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


def test_the_scale_never_goes_below_what_people_need() -> None:
    tiny = Scale(0.1)
    assert (tiny.text(28), tiny.target(204), tiny.gap(44)) == (LEAST_TEXT, LEAST_TARGET, LEAST_GAP)
    assert (Scale(2).text(28), Scale(2).target(204), Scale(2).gap(44), Scale(2).px(56)) == (56, 408, 88, 112)

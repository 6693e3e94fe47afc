"""A box to tick is as high as its sentence needs in the width there is."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.tick_box import TickBox

WORDS = "I wrote my passcode down, and keep it where nobody else looks for it."


def test_it_is_higher_with_less_room_and_as_high_again_with_more(qtbot: QtBot) -> None:
    box = TickBox(Theme(), WORDS)
    qtbot.addWidget(box)
    heights = [box.heightForWidth(width) for width in (800, 300, 160, 300, 800)]
    assert heights[0] < heights[1] < heights[2]
    assert heights[3:] == heights[1::-1]


def test_other_words_have_a_height_of_their_own(qtbot: QtBot) -> None:
    box = TickBox(Theme(), WORDS)
    qtbot.addWidget(box)
    before = box.heightForWidth(300)
    box.setText("Done")
    assert box.heightForWidth(300) < before
    assert box.heightForWidth(300) >= 48

"""A chip: its words and its tick have room, whichever way one reads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QImage
from pytestqt.qtbot import QtBot

from tpe_guide.ui.kit.chip import Chip
from tpe_guide.ui.kit.theme import Theme

_EDGE = 6


def ink_columns(chip: Chip) -> list[int]:
    """Where words or tick are painted, in px from the left; the chip's own edge is left out."""
    image = chip.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = range(image.height() // 2 - 10, image.height() // 2 + 10)
    inside = range(_EDGE, image.width() - _EDGE)
    return [x for x in inside if any(image.pixelColor(x, y).lightness() < 100 for y in rows)]


@pytest.mark.parametrize("picked", [False, True])
@pytest.mark.parametrize("icon", ["", "smile"])
def test_from_right_to_left_it_is_mirrored(qtbot: QtBot, icon: str, picked: bool) -> None:
    chip = Chip(Theme(), "Tingling", icon)
    qtbot.addWidget(chip)
    chip.setChecked(picked)
    chip.resize(180, 64)
    usual = ink_columns(chip)
    chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = ink_columns(chip)
    assert min(usual) >= 2 * _EDGE
    assert abs(min(mirrored) - (179 - max(usual))) <= 2
    assert abs(max(mirrored) - (179 - min(usual))) <= 2


def test_a_word_too_long_for_it_is_set_smaller_and_not_cut_off(qtbot: QtBot) -> None:
    chip = Chip(Theme(percent=200), "Immunoadsorption", "filter")
    qtbot.addWidget(chip)
    wide, narrow = chip.sizeHint().width(), 360
    assert narrow < wide
    assert chip._words().shrunk_to(chip._room(wide)).font.pixelSize() == chip.font().pixelSize()
    smaller = chip._words().shrunk_to(chip._room(narrow)).font
    assert smaller.pixelSize() < chip.font().pixelSize()
    assert QFontMetrics(smaller).horizontalAdvance(chip.text()) <= chip._room(narrow)

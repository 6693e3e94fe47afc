"""What is painted is what the model says: marks where the numbers are, nothing elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tpe_guide.pictures.feelings.bar import extent
from tpe_guide.pictures.feelings.frequency import Frequency
from tpe_guide.settings import THEMES
from tpe_guide.ui.kit.theme import Theme, ThemeName
from tpe_guide.ui.pictures.feelings.frequency_bar import FrequencyBar

WIDTH = 402
RANGE, ONE, UNDER = Frequency(9, 36, 100), Frequency(15, 15, 100), Frequency(0, 5, 100, under=True)


class Bars:
    """Makes bars, and looks at what they paint."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def __call__(self, *often: Frequency, theme: Theme, right_to_left: bool = False) -> FrequencyBar:
        made = FrequencyBar(theme, often, "so many")
        self._qtbot.addWidget(made)
        if right_to_left:
            made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        made.resize(WIDTH, made.height())
        return made


@pytest.fixture
def bars(qtbot: QtBot) -> Bars:
    return Bars(qtbot)


def filled(bar: FrequencyBar, theme: Theme, token: str) -> Iterator[int]:
    """Each px from the left whose middle has the colour *token*."""
    image = bar.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    color = theme.color(token).rgb()
    return (x for x in range(image.width()) if image.pixel(x, image.height() // 2) == color)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("right_to_left", [False, True])
@pytest.mark.parametrize(("often", "token"), [(RANGE, "straw"), (ONE, "straw"), (UNDER, "straw100")])
def test_what_is_marked_lies_where_the_model_has_it(
    bars: Bars, theme: ThemeName, percent: int, right_to_left: bool, often: Frequency, token: str
) -> None:
    look = Theme(theme, percent)
    bar = bars(often, theme=look, right_to_left=right_to_left)
    left, length = extent(often, WIDTH, bar.height(), bar.line, mirrored=right_to_left)
    found = [*filled(bar, look, token)]
    if theme == "contrast" and token == "straw100":  # black on black: only the line about it tells where it begins
        (first, *__) = [x for x in filled(bar, look, "ink") if (x > WIDTH / 2) == right_to_left]
        assert first == pytest.approx(left + length if right_to_left else left, abs=bar.line)
        return
    assert found == [*range(found[0], found[-1] + 1)], "in one piece"
    assert found[0] == pytest.approx(left, abs=1.5 * bar.line)
    assert found[-1] == pytest.approx(left + length, abs=1.5 * bar.line)


def test_two_counts_are_two_marks(bars: Bars) -> None:
    theme = Theme()
    bar = bars(RANGE, UNDER, theme=theme)
    counted, fewer = [*filled(bar, theme, "straw")], [*filled(bar, theme, "straw100")]
    assert max(fewer) < min(counted)


@pytest.mark.parametrize("theme", THEMES)
def test_without_a_count_nothing_is_filled(bars: Bars, theme: ThemeName) -> None:
    look = Theme(theme)
    bar = bars(theme=look)
    assert not [*filled(bar, look, "straw")]
    edge = bar.grab().toImage()
    top = {edge.pixel(x, 1) for x in range(20, WIDTH - 20)}
    assert len(top) > 1, "dashed: the line is not there everywhere"


def test_it_tells_what_it_shows(bars: Bars) -> None:
    assert bars(RANGE, theme=Theme()).accessibleName() == "so many"

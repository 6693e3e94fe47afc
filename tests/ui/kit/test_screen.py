"""A screen: what scrolls, the bar that stays below it, and margins that give way."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tpe_guide.ui.kit.screen import Screen
from tpe_guide.ui.kit.theme import Theme


class _Long(Screen):
    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.bar = QLabel("below")
        self.top = QVBoxLayout()
        self.top.addWidget(QLabel("above"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        for number in range(40):
            column.addWidget(QLabel(f"line {number}"))
        self.area = self._set_up(inside, self.bar, above=self.top)

    def side(self, most: int = 100) -> int:
        return self._side(most)


def test_only_the_column_scrolls(qtbot: QtBot) -> None:
    screen = _Long(Theme())
    qtbot.addWidget(screen)
    screen.resize(300, 700)
    screen.show()
    assert screen.area.verticalScrollBar().maximum() > 0
    assert screen.bar.geometry().bottom() == 699
    assert screen.top.geometry().top() == 0
    assert screen.area.geometry().bottom() + 1 == screen.bar.geometry().top()


@pytest.mark.parametrize("percent", [100, 200])
def test_its_margins_give_way_before_the_words_do(qtbot: QtBot, percent: int) -> None:
    theme = Theme(percent=percent)
    screen = _Long(theme)
    qtbot.addWidget(screen)
    widths = [theme.px(width) for width in (1280, 1279, 900, 899)]
    margins = []
    for width in widths:
        screen.resize(width, 400)
        margins.append(screen.side())
        assert screen.side(40) == min(screen.side(), theme.px(40))
    assert margins == [*(theme.px(margin) for margin in (100, 40, 40)), theme.of_bars.px(12)]

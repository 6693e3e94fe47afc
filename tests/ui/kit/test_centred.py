"""A column in the middle, in what scrolls it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from tpe_guide.ui.kit.centred import centred
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.scrolling import scrolling
from tpe_guide.ui.kit.theme import Theme


def test_where_its_margin_is_about_to_change_the_scroll_bar_comes_or_does_not(qtbot: QtBot) -> None:
    """A kiosk upright at 150 % is just as wide. Margin and bar once took turns there until the program died."""
    theme = Theme(percent=150)
    column = centred(theme, Label(theme, "Words that are set in lines. " * 40, "body"), 1100)
    area = scrolling(theme, column)
    qtbot.addWidget(area)
    area.resize(1080, 300)
    area.show()
    QCoreApplication.processEvents()
    sides = set()
    for height in range(500, 1000, 5):
        area.resize(1080, height)
        QCoreApplication.processEvents()
        sides.add(column.layout().contentsMargins().left())
        assert area.verticalScrollBar().maximum() == max(0, column.height() - area.viewport().height())
    assert sides == {theme.px(40)}

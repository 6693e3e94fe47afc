"""Columns follow the room there is; how full the last row is follows what is asked for."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tpe_guide.ui.kit.flow import Flow
from tpe_guide.ui.kit.theme import Theme


@pytest.mark.parametrize(
    ("count", "width", "plain", "alike"),
    [
        (5, 540, [5], [5]),
        (5, 440, [4, 1], [3, 2]),
        (5, 330, [3, 2], [3, 2]),
        (5, 220, [2, 2, 1], [2, 2, 1]),
        (7, 660, [6, 1], [4, 3]),
        (6, 550, [5, 1], [3, 3]),
        (1, 550, [1], [1]),
        (5, 50, [1] * 5, [1] * 5),
    ],
)
def test_rows_are_as_alike_as_they_can_be_where_that_is_asked_for(
    qtbot: QtBot, count: int, width: int, plain: list[int], alike: list[int]
) -> None:
    for asked, wanted in ((False, plain), (True, alike)):
        labels = [QLabel(str(number)) for number in range(count)]
        flow = Flow(Theme("light"), labels, least=100, most=count, gap=10, alike=asked)
        qtbot.addWidget(flow)
        flow.resize(width, flow.heightForWidth(width))
        flow.show()
        layout = flow.layout()
        assert layout is not None
        layout.activate()
        tops = [label.y() for label in labels]
        assert [tops.count(top) for top in sorted(set(tops))] == wanted

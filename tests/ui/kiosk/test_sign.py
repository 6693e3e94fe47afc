"""The large sign of a question: as smooth as the words beside it, however large the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from tpe_guide.ui.kiosk import sign
from tpe_guide.ui.kiosk.sign import Sign
from tpe_guide.ui.kit.icons import icon_pixmap
from tpe_guide.ui.kit.theme import Theme


@pytest.mark.parametrize("side", [200, 402, 900])
def test_its_icon_is_drawn_at_the_size_of_the_screen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, side: int) -> None:
    asked: list[int] = []
    real = icon_pixmap

    def look(name: str, size: int, color: str, line: float, ratio: float) -> object:
        asked.append(size)
        return real(name, size, color, line, ratio)

    monkeypatch.setattr("tpe_guide.ui.kit.icons.icon_pixmap", look)
    drawn = Sign(Theme("light", 150), "shield-check")
    qtbot.addWidget(drawn)
    drawn.resize(side, side)
    image = drawn.grab(QRect(0, 0, side, side)).toImage()
    assert asked == [round(sign._ICON * side / (2 * sign._RADIUS + sign._EDGE))]
    ink = Theme("light").color("on-straw")
    assert any(image.pixelColor(x, side // 2) == ink for x in range(side // 4, side // 2))

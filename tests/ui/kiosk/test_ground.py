"""In whatever colours a stranger reads, the guide stands on the ground of those colours, in the kiosk's window too."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.kiosk.visits import begun
from tpe_guide.kiosk_app import make_kiosk
from tpe_guide.navigation import Locator, ScreenId
from tpe_guide.pictures.registry import PICTURES
from tpe_guide.ui.kit.theme import Theme, ThemeName

PLACES: tuple[ScreenId, ...] = ("home", "contents", "urgent", "words", "look", "keys", "pictures", *PICTURES)
EDGE = 2
"""px from the left: nothing but the ground, or a bar across the window, reaches there."""


@pytest.mark.parametrize("theme", get_args(ThemeName))
def test_the_ground_is_that_of_the_theme(qapp: QApplication, qtbot: QtBot, theme: ThemeName) -> None:
    kiosk = make_kiosk(qapp)
    qtbot.addWidget(kiosk)
    kiosk.resize(1080, 1920)
    kiosk.show()
    guide = begun(kiosk)
    session = guide._session
    session.set_look(theme=theme)
    paper = session.theme.color("paper").rgb()
    others = {Theme(name).color("paper").rgb() for name in get_args(ThemeName)} - {paper}
    for place in (*PLACES, "page"):
        session.go(Locator(place, "tingling" if place == "page" else ""))
        QCoreApplication.processEvents()
        image = kiosk.grab().toImage()
        there = {image.pixel(EDGE, y) for y in range(0, image.height(), 8)}
        assert paper in there, place
        assert not there & others, place

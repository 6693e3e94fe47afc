"""The calm pages: all their words have room, on every screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tpe_guide.ui.kiosk.plain_notice import PlainNotice, closing, resting
from tpe_guide.ui.kit.theme import Theme


@pytest.mark.parametrize("make", [resting, closing])
def test_every_word_has_room(make: Callable[[Theme], PlainNotice], qtbot: QtBot) -> None:
    page = make(Theme("light", 150))
    qtbot.addWidget(page)
    page.show()
    for size in ((480, 800), (1024, 600), (1366, 768), (1920, 1080), (360, 640)):
        page.resize(*size)
        QApplication.processEvents()
        for label in page.findChildren(QLabel):
            assert page.rect().contains(label.geometry())
            assert label.height() >= label.heightForWidth(label.width())
            assert label.font().pixelSize() >= 20

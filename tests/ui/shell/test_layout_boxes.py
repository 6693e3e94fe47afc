"""``--debug-layout``: the boxes that a window is laid out in, drawn over it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tpe_guide.ui.shell.layout_boxes import FOLLOW_MS, LAYOUT, LINES, LayoutBoxes

Window = Callable[[], QWidget]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """White, with one button 40 px from each edge."""
    window = QWidget()
    window.setObjectName("page")
    window.setStyleSheet("background: white; border: none")
    column = QVBoxLayout(window)
    column.setContentsMargins(40, 40, 40, 40)
    button = QPushButton("")
    button.setObjectName("save")
    button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Expanding)
    column.addWidget(button)
    qtbot.addWidget(window)
    window.resize(300, 200)
    window.show()
    QTest.qWaitForWindowExposed(window)
    return window


def picture(window: QWidget) -> QImage:
    return window.grab().toImage()


def colour(window: QWidget, x: int, y: int) -> str:
    return picture(window).pixelColor(x, y).name().upper()


def test_without_it_nothing_is_drawn(window: QWidget) -> None:
    image = picture(window)
    assert {image.pixelColor(x, y).name() for x in range(0, 300, 3) for y in range(0, 200, 3)} == {"#ffffff"}


def test_each_widget_has_a_line_about_it_of_another_colour_than_that_about_its_parent(window: QWidget) -> None:
    LayoutBoxes(window)
    button = window.findChild(QPushButton)
    assert button.geometry() == QRect(40, 40, 220, 120)
    assert colour(window, 299, 150) == LINES[0].upper()
    for x, y in ((259, 100), (40, 150), (150, 159)):
        assert colour(window, x, y) == LINES[1].upper()
    assert colour(window, 150, 100) == "#FFFFFF", "the inside is left as it is"


def test_margins_are_tinted(window: QWidget) -> None:
    LayoutBoxes(window)
    tint = QColor(LAYOUT)
    for x, y in ((20, 100), (280, 100), (150, 30), (150, 180)):
        seen = picture(window).pixelColor(x, y)
        assert seen.red() > seen.green() > seen.blue() > tint.blue()


def test_names_are_written(window: QWidget) -> None:
    boxes = LayoutBoxes(window)
    assert [box.name for box in boxes.boxes()] == ["QWidget page", "QVBoxLayout", "QPushButton save"]
    corner = QRect(40, 40, 90, 14)
    before = picture(window).copy(corner)
    window.findChild(QPushButton).setObjectName("undo")
    boxes.follow()
    assert picture(window).copy(corner) != before


def test_a_layout_in_a_layout_is_there_and_what_is_hidden_is_not(window: QWidget, qtbot: QtBot) -> None:
    row = QHBoxLayout()
    row.setObjectName("row")
    hidden = QPushButton("")
    row.addWidget(hidden)
    hidden.hide()
    window.layout().addLayout(row)
    boxes = LayoutBoxes(window)
    names = [box.name for box in boxes.boxes()]
    assert "QHBoxLayout row" in names
    assert sum(name.startswith("QPushButton") for name in names) == 1


def test_it_follows_and_lets_every_touch_through(window: QWidget, qtbot: QtBot) -> None:
    boxes = LayoutBoxes(window)
    window.resize(400, 260)
    qtbot.waitUntil(lambda: boxes.size() == window.size(), timeout=20 * FOLLOW_MS)
    with qtbot.waitSignal(window.findChild(QPushButton).clicked):
        under = window.childAt(QPoint(200, 130))
        assert under is not None
        QTest.mouseClick(under, Qt.MouseButton.LeftButton)


def test_nobody_who_does_not_ask_for_it_loads_it() -> None:
    program = "import sys, tpe_guide.app, tpe_guide.ui.tour.draw; sys.exit('layout_boxes' in str(sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_the_tour_draws_the_boxes_that_it_is_asked_for(tmp_path: Path, qapp: object) -> None:
    from tpe_guide.ui.tour import draw as tour
    from tpe_guide.ui.tour.stage import Openers

    (shot,) = tour.gallery(tour.Wish((480, 800), 100, "light"))
    plain, boxed = (tour.picture(qapp, Openers(None, None), tmp_path, shot, boxes=on) for on in (False, True))  # type: ignore[arg-type]
    images = [QImage.fromData(each) for each in (plain, boxed)]
    assert images[0].size() == images[1].size()
    assert (
        images[0].pixelColor(0, 300).name().upper() != LINES[0].upper() == images[1].pixelColor(0, 300).name().upper()
    )

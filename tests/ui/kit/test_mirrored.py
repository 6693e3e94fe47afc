"""Buttons and doors for whoever reads from right to left: icons change sides, and arrows point the way one reads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.kit.tick_box import TickBox
from tpe_guide.ui.pictures.picture_door import PictureDoor

MOST = 40
"""Of 255: edges are smoothed by parts of a pixel elsewhere."""


def next_button() -> QAbstractButton:
    return Button(Theme(), "", icon_after="arrow-right")


def back_button() -> QAbstractButton:
    return Button(Theme(), "", "secondary", icon="arrow-left")


def door() -> QAbstractButton:
    """Without words, which are not mirrored."""
    return PictureDoor(Theme(), "", "", "see-odds")


def painted(widget: QAbstractButton, direction: Qt.LayoutDirection) -> QImage:
    widget.setLayoutDirection(direction)
    image = QImage(widget.size(), QImage.Format.Format_RGB888)
    image.fill(Theme().color("paper"))
    widget.render(image, QPoint())
    return image


def share_that_differs(one: QImage, two: QImage) -> float:
    first, second = bytes(one.constBits()), bytes(two.constBits())
    return sum(abs(a - b) > MOST for a, b in zip(first, second, strict=True)) / len(first)


def tick_box() -> QAbstractButton:
    """Without words, which are not mirrored."""
    return TickBox(Theme(), "")


@pytest.mark.parametrize("make", [next_button, back_button, tick_box])
def test_a_button_is_the_mirror_image(qtbot: QtBot, make: type[QAbstractButton]) -> None:
    button = make()
    qtbot.addWidget(button)
    button.resize(200, 64)
    usual = painted(button, Qt.LayoutDirection.LeftToRight)
    mirrored = painted(button, Qt.LayoutDirection.RightToLeft).flipped(Qt.Orientation.Horizontal)
    assert share_that_differs(usual, mirrored) < 0.01


def test_a_door_has_its_drawing_where_one_begins_to_read(qtbot: QtBot) -> None:
    one = door()
    qtbot.addWidget(one)
    one.resize(600, 204)
    usual = painted(one, Qt.LayoutDirection.LeftToRight)
    mirrored = painted(one, Qt.LayoutDirection.RightToLeft)
    ground, card = Theme().color("straw50"), Theme().color("card")
    assert (usual.pixelColor(20, 40), usual.pixelColor(580, 40)) == (ground, card)
    assert (mirrored.pixelColor(20, 40), mirrored.pixelColor(580, 40)) == (card, ground)
    arrow = mirrored.copy(20, 60, 90, 90).flipped(Qt.Orientation.Horizontal)
    assert share_that_differs(usual.copy(490, 60, 90, 90), arrow) < 0.02


def test_words_that_read_the_other_way_have_room_on_one_line(qtbot: QtBot) -> None:
    def rows(direction: Qt.LayoutDirection) -> int:
        image = painted(button, direction)
        inside = range(image.width() // 4, image.width() * 3 // 4)
        dark = [any(image.pixelColor(x, y).lightness() < 100 for x in inside) for y in range(image.height())]
        return sum(dark)

    button = Button(Theme(), "What can I ask my team?", "text")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    assert rows(Qt.LayoutDirection.RightToLeft) == rows(Qt.LayoutDirection.LeftToRight)

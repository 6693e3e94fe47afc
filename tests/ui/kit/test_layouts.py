"""Layouts: nothing about their parts, and what gets higher as it gets narrower."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tpe_guide.ui.kit.layouts import beside_if, higher_when_narrow, tight


def test_a_tight_layout_gives_all_its_room_to_its_parts(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column = tight(QVBoxLayout(box), 6)
    above, below = QLabel("above"), QLabel("below")
    column.addWidget(above, 1)
    column.addWidget(below, 1)
    box.resize(100, 106)
    box.show()
    assert above.geometry() == QRect(0, 0, 100, 50)
    assert below.geometry() == QRect(0, 56, 100, 50)


def test_without_a_gap_of_its_own_it_has_that_of_the_style(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    assert tight(QVBoxLayout(box)).spacing() == QVBoxLayout(QWidget(box)).spacing() > 0


def test_two_things_stand_side_by_side_or_below_one_another(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    first, second = QLabel("first"), QLabel("second")
    row = tight(QBoxLayout(beside_if(True), box), 0)
    row.addWidget(first)
    row.addWidget(second)
    box.resize(200, 200)
    box.show()
    assert first.y() == second.y()
    assert first.x() < second.x()
    row.setDirection(beside_if(False))
    row.activate()
    assert first.x() == second.x()
    assert first.y() < second.y()


def test_what_wraps_is_asked_how_high_it_is(qtbot: QtBot) -> None:
    asked = []

    class Wraps(QWidget):
        def heightForWidth(self, width: int) -> int:
            asked.append(width)
            return 6_000 // width

    box, wraps = QWidget(), Wraps()
    qtbot.addWidget(box)
    wraps.setSizePolicy(higher_when_narrow())
    column = tight(QVBoxLayout(box), 0)
    column.addWidget(wraps)
    column.addStretch(1)
    box.resize(60, 400)
    box.show()
    assert wraps.height() == 100
    assert 60 in asked

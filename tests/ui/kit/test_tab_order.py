"""Tab walks parts in the order that is asked for, whatever was made first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tpe_guide.ui.kit.tab_order import walk_in_order


def test_parts_are_walked_as_asked_and_what_they_hold_as_it_was_put_in(qtbot: QtBot) -> None:
    window, box = QWidget(), QWidget()
    qtbot.addWidget(window)
    first, second, inside, last = (QPushButton(name) for name in ("first", "second", "inside", "last"))
    row, within = QHBoxLayout(window), QHBoxLayout(box)
    for widget in (last, box, first):
        row.addWidget(widget)
    for widget in (QLabel("Nothing stops here."), second, inside):
        within.addWidget(widget)
    assert walk_in_order([first, box, last]) == [first, second, inside, last]
    window.show()
    first.setFocus()
    met = []
    for pressed in [Qt.Key.Key_Tab] * 3 + [Qt.Key.Key_Backtab] * 3:
        QTest.keyClick(window.focusWidget(), pressed)
        met.append(window.focusWidget())
    assert met == [second, inside, last, inside, second, first]

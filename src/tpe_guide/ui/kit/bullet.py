"""Lists outside the pages: each line is a dot and its words, which screen readers take for what they are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from tpe_guide.ui.kit.accessible_role import give_role
from tpe_guide.ui.kit.layouts import Holder, tight

DOT = "•"


def make_list(box: QWidget) -> QWidget:
    """*box*, which is to hold bullets, as a list of them."""
    give_role(box, QAccessible.Role.List)
    return box


def bullet(dot: QLabel, words: QLabel, gap: int) -> QWidget:
    """*words* behind their *dot*, *gap* px from it: one item of a list."""
    item = Holder()
    give_role(item, QAccessible.Role.ListItem)
    item.setAccessibleName(words.text())
    row = tight(QHBoxLayout(item), gap)
    row.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return item

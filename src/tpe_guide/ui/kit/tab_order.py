"""In which order Tab walks what stands on a screen, where that is not the order in which it was made."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def walk_in_order(parts: Iterable[QWidget]) -> list[QWidget]:
    """Have Tab walk *parts*, all in one window, one after the other: each, and what it holds as that was put in.

    Returns where it stops.
    """
    # Not by QWidget.nextInFocusChain: PySide then takes each for a child of the one before, and both die together.
    widgets = [widget for part in parts for widget in (part, *part.findChildren(QWidget))]
    stops = [widget for widget in widgets if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
    return stops

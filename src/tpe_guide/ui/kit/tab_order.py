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
    stops = stops_of(parts)
    stop_in_order(stops)
    return stops


def stops_of(parts: Iterable[QWidget]) -> list[QWidget]:
    """Where Tab may stop in *parts*, as they were put in."""
    # Not by QWidget.nextInFocusChain: PySide then takes each for a child of the one before, and both die together.
    widgets = [widget for part in parts for widget in (part, *part.findChildren(QWidget))]
    return [widget for widget in widgets if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]


def stop_in_order(stops: Iterable[QWidget]) -> None:
    """Have Tab come to *stops*, all in one window, one after the other."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def stop_below(above: Iterable[QWidget], part: QWidget) -> None:
    """Have Tab come to *part*, which was made last, right after what is *above* it."""
    stop_in_order([*stops_of(above)[-1:], *stops_of([part])])

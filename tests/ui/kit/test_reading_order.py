"""Tab goes as a screen is read: by rows, by columns where there are no rows, and last what lies over them.

Whether each screen holds to it: see ``tests/ui/test_walk_keys.py``.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tpe_guide.ui.kit.reading_order import stops_in_order, walk_on

Places = dict[str, tuple[int, int, int, int]]
GRID: Places = {"d": (60, 60, 50, 50), "c": (0, 60, 50, 50), "b": (60, 0, 50, 50), "a": (0, 0, 50, 50)}
COLUMNS: Places = {"c": (60, 0, 50, 30), "d": (60, 40, 50, 70), "b": (0, 60, 50, 50), "a": (0, 0, 50, 50)}
OVER: Places = {"a": (0, 0, 100, 100), "b": (0, 110, 100, 20), "over": (20, 50, 60, 70)}


@pytest.fixture
def window(qtbot: QtBot) -> Callable[[Places], QWidget]:
    """A window in which buttons stand in places, made in the order in which they are named."""

    def make(places: Places) -> QWidget:
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(200, 200)
        for name, place in places.items():
            button = QPushButton(name, window)
            button.setGeometry(QRect(*place))
        window.show()
        return window

    return make


def order(window: QWidget) -> str:
    return " ".join(stop.text() for stop in stops_in_order(window) if isinstance(stop, QPushButton))


def test_rows_come_before_columns(window: Callable[[Places], QWidget]) -> None:
    assert order(window(GRID)) == "a b c d"


def test_columns_where_no_row_goes_across(window: Callable[[Places], QWidget]) -> None:
    assert order(window(COLUMNS)) == "a b c d"


def test_from_right_to_left(window: Callable[[Places], QWidget]) -> None:
    made = window(GRID)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert order(made) == "b a d c"


def test_what_lies_over_others_comes_after_them(window: Callable[[Places], QWidget]) -> None:
    assert order(window(OVER)) == "a b over"


def test_what_is_hidden_or_off_is_no_stop_and_after_the_last_comes_the_first(
    window: Callable[[Places], QWidget],
) -> None:
    made = window(GRID)
    a, b, c, d = stops_in_order(made)
    b.hide()
    c.setEnabled(False)
    a.setFocus()
    met = []
    for forwards in (True, True, False):
        assert walk_on(made, forwards=forwards)
        met.append(made.focusWidget())
    assert met == [d, a, d]


def test_what_belongs_to_something_is_read_after_it(window: Callable[[Places], QWidget]) -> None:
    made = window(GRID)
    card = QWidget(made)
    card.setGeometry(0, 120, 100, 50)
    card.read_in = stops_in_order(made)[1]  # type: ignore[attr-defined]
    QPushButton("of b", card)
    card.show()
    assert order(made) == "a b of b c d"

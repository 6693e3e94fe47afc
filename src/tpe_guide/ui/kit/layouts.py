"""How widgets share the room there is."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QSizePolicy, QWidget

_L = TypeVar("_L", bound=QLayout)
_Policy = QSizePolicy.Policy
NO_LIMIT = 16_777_215
"""px: what Qt takes for a widget that may grow as it likes."""


class Holder(QWidget):
    """Holds words that wrap, in a place whose width others decide: it wishes for its least.

    Left to itself, Qt asks any part with a layout how high it would be if it had the width it wishes for, and all its
    words are laid out in lines of a length that nobody gives them.
    """

    def sizeHint(self) -> QSize:
        """The least."""
        return self.minimumSizeHint()


def tight(layout: _L, gap: int | None = None) -> _L:
    """*layout* without margins, *gap* px between its parts if not as many as the style has."""
    layout.setContentsMargins(0, 0, 0, 0)
    if gap is not None:
        layout.setSpacing(gap)
    return layout


def beside_if(beside: bool) -> QBoxLayout.Direction:
    """Side by side from where reading begins, or below one another."""
    return QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom


def higher_when_narrow(
    across: QSizePolicy.Policy = _Policy.Preferred, down: QSizePolicy.Policy = _Policy.Minimum
) -> QSizePolicy:
    """The size policy of what gets higher as it gets narrower, such as words that wrap."""
    policy = QSizePolicy(across, down)
    policy.setHeightForWidth(True)
    return policy


def columns_if(beside: bool, box: QBoxLayout) -> None:
    """The parts of *box* as columns that begin at one height, or below one another, each as wide as there is room."""
    box.setDirection(beside_if(beside))
    for at in range(box.count()):
        item = box.itemAt(at)
        assert item is not None
        item.setAlignment(Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0))

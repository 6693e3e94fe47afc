"""A column no wider than is good to read, in the middle of the screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QVBoxLayout, QWidget

from tpe_guide.ui.kit.theme import Theme

_NARROW = 720
NARROW_COLUMN = 460
"""px at 100 %: a column that a person chose to be narrow, with cards in it."""


def side_margin(theme: Theme, width: int, widest: int) -> int:
    """px left and right of a column in a screen of *width* px: at most *widest* px at 100 %, in the middle."""
    least = theme.px(40 if width >= theme.px(900) else 16 if width >= theme.px(300) else 8)
    return max(least, (width - theme.px(widest)) // 2)


def sides_of_text(theme: Theme, width: int, widest: int) -> tuple[int, int]:
    """px left and right of a column of text: the same, or as the person chose to have it, narrow and at one place."""
    side = side_margin(theme, width, widest)
    if theme.column == "whole":
        return side, side
    least = side_margin(theme, width, width)
    spare = max(0, width - 2 * least - theme.px(NARROW_COLUMN))
    left = {"left": 0, "middle": spare // 2, "right": spare}[theme.column]
    return least + left, least + spare - left


def centred(theme: Theme, inside: QWidget, width: int) -> QWidget:
    """*inside*, at most *width* px wide at 100 %, in the middle both ways, with a margin that gives way."""
    return _Centred(theme, inside, width)


class _Centred(QWidget):
    def __init__(self, theme: Theme, inside: QWidget, width: int) -> None:
        super().__init__()
        self._theme = theme
        inside.setMaximumWidth(theme.px(width))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(inside, 1000)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addLayout(row)
        self._column.addStretch(1)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            side = self._theme.px(40 if self._room() >= self._theme.px(_NARROW) else 12)
            self._column.setContentsMargins(side, self._theme.px(24), side, self._theme.px(24))
        return super().event(event)

    def _room(self) -> int:
        """px that what scrolls this has, its bar included: else the margin decides whether that bar is needed, and the
        bar how wide the margin is, in turn and without an end."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QAbstractScrollArea):
            around = around.parentWidget()
        return self.width() if around is None else around.width()

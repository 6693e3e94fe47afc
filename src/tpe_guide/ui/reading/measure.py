"""How a page is set at a width: type sizes, spaces and margins, from wide windows to 400 % in a narrow one.

Words grow with the text size; the spaces between them with its square root, or at 400 % half a screen is empty.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from tpe_guide.ui.kit.theme import TYPE, Column, Theme, Type

COLUMN, NARROW_COLUMN = 648, 396
"""px at 100 %: the widest column of text, about 66 characters; and one that a person chose to be narrow, about 40."""
ASIDE, GUTTER = 400, 56
"""px at 100 %: the notes beside a page, and how far from the text they stand."""
BELOW_HEAD = 16
"""px at 100 %: from the row above a page to its first line, where there is one."""

ABOVE_HEAD, BETWEEN_ROWS = 18, 6
"""px at 100 %: air above that row, and between its parts where it takes two."""
_LEAST_ROW, _ROW = 52, 42
"""px at 100 %: its height, and what that is of larger text."""
_TWO_ROWS_BELOW = 264
"""px, in the size of the bars: in a window narrower than that, even its shortest words have no room in one row."""


class Measure(NamedTuple):
    """The setting of one column. All lengths are px at 100 %."""

    column: int
    side: int
    """Left margin of the page."""
    edge: int
    """Least right margin."""
    top: int
    gap: int
    """Between paragraphs."""
    pad: int
    """Inside cards."""
    line: float
    headings: tuple[int, int, int]
    table_columns: int
    """A table with more columns than this stands as a list of its rows."""
    icon_limit: float = 4.0
    """Icons grow with the text up to this factor."""
    at: Column = "left"
    """Where the column stands if there is more room than it takes; ``whole``: in the middle, with its notes."""
    beside: int = 0
    """Right of the column, for notes that stand beside their paragraph: the gutter too. 0: they stand in the text."""

    def type(self, role: str) -> Type:
        """The type *role* as it is set here."""
        kind = TYPE[role]
        if role in _HEADINGS:
            return kind._replace(px=self.headings[_HEADINGS.index(role)])
        return kind._replace(line=self.line) if role == "body" else kind


_HEADINGS = ("h1", "h2", "h3")
WIDE = Measure(
    column=COLUMN,
    side=40,
    edge=40,
    top=40,
    gap=20,
    pad=24,
    line=1.55,
    headings=(40, 28, 23),
    table_columns=4,
    at="whole",
)
NARROW = Measure(
    column=COLUMN,
    side=20,
    edge=8,
    top=18,
    gap=16,
    pad=16,
    line=1.5,
    headings=(30, 25, 22),
    table_columns=2,
)
TINY = Measure(
    column=COLUMN,
    side=8,
    edge=4,
    top=10,
    gap=14,
    pad=7,
    line=1.4,
    headings=(23, 22, 21),
    table_columns=1,
    icon_limit=1.5,
)
_WIDE_FROM = 560
_NARROW_FROM = 300


def measure_for(width: float, theme: Theme, *, beside: bool = False) -> Measure:
    """How a page is set in a view *width* px wide; *beside*: its notes stand beside the text."""
    room = width / theme.scale
    if theme.column != "whole":
        return _at_one_place(room, theme.column)
    if room >= _WIDE_FROM:
        # A reading ruler goes by lines: notes beside the text have others.
        return WIDE._replace(beside=GUTTER + ASIDE) if beside and not theme.ruler else WIDE
    return NARROW if room >= _NARROW_FROM else TINY


def _at_one_place(room: float, at: Column) -> Measure:
    """A narrow column; beside it nothing stands, or it would not be where the person looks."""
    measure = NARROW if room >= _NARROW_FROM else TINY
    margins = WIDE if room >= _WIDE_FROM else measure
    return measure._replace(column=NARROW_COLUMN, side=margins.side, edge=margins.edge, at=at)


def space(theme: Theme, px: float) -> int:
    """A space of *px* at 100 %, at the theme's text size."""
    return round(px * math.sqrt(theme.scale))


def row_height(theme: Theme) -> int:
    """px of what stands in the row above a page."""
    return max(_LEAST_ROW, theme.px(max(_ROW, theme.finger if theme.bars else 0)))


def head_height(theme: Theme, width: int) -> int:
    """px of that row with the air above it in a window *width* px wide, before it is made."""
    rows = 2 if width < theme.of_bars.px(_TWO_ROWS_BELOW) else 1
    return theme.px(ABOVE_HEAD) + rows * row_height(theme) + (rows - 1) * theme.px(BETWEEN_ROWS)

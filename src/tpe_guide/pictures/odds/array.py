"""An icon array: so many marks of the same whole, and which of them stand for what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

REST = "rest"
COUNTED = "counted"
FEWER, MORE = "fewer", "more"
"""In the range of a small trial: counted, but the true number may be lower; not counted, but it may be higher."""
PARTS = ("mild", "moderate", "severe")
_SHAPES = {100: (10,), 1000: (40, 25)}
"""How many columns marks of a whole may stand in."""


class Array(NamedTuple):
    """*of* marks, *parts* of them of a kind each, the rest ``REST``. *low* to *high*: where the true number may lie."""

    of: int
    parts: tuple[tuple[str, int], ...]
    low: int | None = None
    high: int | None = None

    @property
    def n(self) -> int:
        """How many were counted, of whatever kind."""
        return sum(count for __, count in self.parts)

    @property
    def kinds(self) -> tuple[str, ...]:
        """What each mark stands for, first to last."""
        kinds = [kind for kind, count in self.parts for __ in range(count)]
        kinds += [REST] * (self.of - self.n)
        if self.low is not None and self.high is not None:
            kinds[self.low : self.n] = [FEWER] * (self.n - self.low)
            kinds[self.n : self.high] = [MORE] * (self.high - self.n)
        return tuple(kinds)


class Cell(NamedTuple):
    """One mark: where it stands (from 0, at the start of the first row), and what it stands for."""

    row: int
    column: int
    kind: str


class Layout(NamedTuple):
    """Rows and columns for the marks of an array, each in a square *side* long."""

    columns: int
    rows: int
    side: int

    @property
    def width(self) -> int:
        """Of all columns."""
        return self.columns * self.side

    @property
    def height(self) -> int:
        """Of all rows."""
        return self.rows * self.side

    def cells(self, array: Array) -> Iterator[Cell]:
        """The marks of *array*, row by row."""
        for index, kind in enumerate(array.kinds):
            yield Cell(index // self.columns, index % self.columns, kind)


def laid_out(of: int, width: float, height: float, most: float) -> Layout:
    """The layout whose squares are largest in *width* × *height*, none longer than *most*; all sides are whole."""
    layouts = []
    for columns in _SHAPES[of]:
        rows = of // columns
        side = int(min(width / columns, height / rows, most))
        layouts.append(Layout(columns, rows, max(1, side)))
    return max(layouts, key=lambda layout: layout.side)

"""An icon array: so many marks of the same whole, and which of them stand for what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

REST = "rest"
COUNTED = "counted"
PARTS = ("mild", "moderate", "severe")
_ROW, _BLOCK = 10, 100
"""Marks of a row in a square, and of a block, be it a square or not."""
_SQUARES = {1: (1,), 10: (5, 2)}
_OTHERS = {1: (), 10: ((2, 20), (5, 5))}
"""By how many blocks there are, how many stand side by side; of others than squares also how many marks make a row of
one. All rows of blocks are full."""
_GAP = 0.66
"""Between two blocks, in sides of a mark."""
_ENOUGH = 0.7
"""Of the largest that is asked for: smaller marks may be larger in blocks that are no squares."""


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
        counted = [kind for kind, count in self.parts for __ in range(count)]
        return (*counted, *[REST] * (self.of - self.n))


class Cell(NamedTuple):
    """One mark: the corner of its place, from where the first one begins, and what it stands for."""

    x: int
    y: int
    kind: str


class Layout(NamedTuple):
    """Blocks of 100 marks, *across* of them side by side; the place of a mark is a square *side* long.

    *row*: how many marks make a row of a block; ten make it a square.
    """

    of: int
    across: int
    side: int
    row: int = _ROW

    @property
    def gap(self) -> int:
        """Between two blocks."""
        return round(self.side * _GAP)

    @property
    def width(self) -> int:
        """Of all blocks."""
        return self._length(self.across, self.row)

    @property
    def height(self) -> int:
        """Of all blocks."""
        return self._length(self.of // _BLOCK // self.across, _BLOCK // self.row)

    def corner(self, index: int) -> tuple[int, int]:
        """Where the place of mark number *index* begins: a block is full before the next one."""
        block, within = divmod(index, _BLOCK)
        down, across = divmod(block, self.across)
        row, column = divmod(within, self.row)
        aside, below = (self._length(1, marks) + self.gap for marks in (self.row, _BLOCK // self.row))
        return across * aside + column * self.side, down * below + row * self.side

    def cells(self, array: Array) -> Iterator[Cell]:
        """The marks of *array*, first to last."""
        for index, kind in enumerate(array.kinds):
            yield Cell(*self.corner(index), kind)

    def _length(self, blocks: int, marks: int) -> int:
        """px of *blocks* in line, each *marks* long."""
        return blocks * marks * self.side + (blocks - 1) * self.gap


@lru_cache(maxsize=64)  # asked for by each part of a layout, each paint and each mark
def laid_out(of: int, width: float, height: float, most: float) -> Layout:
    """The layout whose marks are largest in *width* × *height*, none longer than *most*; all sides are whole."""
    blocks = of // _BLOCK
    best = _best(_largest(Layout(of, across, 1), width, height, most) for across in _SQUARES[blocks])
    if best.side >= _ENOUGH * most:
        return best
    others = (Layout(of, across, 1, row) for across, row in _OTHERS[blocks])
    return _best((best, *(_largest(other, width, height, most) for other in others)))


def _best(layouts: Iterable[Layout]) -> Layout:
    return max(layouts, key=lambda layout: layout.side)


def _largest(layout: Layout, width: float, height: float, most: float) -> Layout:
    layout = layout._replace(side=max(1, int(min(most, width / layout.across / layout.row))))
    while layout.side > 1 and (layout.width > width or layout.height > height):
        layout = layout._replace(side=layout.side - 1)
    return layout

"""An icon array: so many marks of the same whole, and which of them stand for what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

REST = "rest"
COUNTED = "counted"
PARTS = ("mild", "moderate", "severe")
_ROW, _SQUARE = 10, 100
"""Marks of a row, and of a square."""
_ACROSS = {1: ((1,), ()), 10: ((5, 2), (4, 3))}
"""How many squares may stand side by side, by how many there are: first the ways whose rows are all full."""
_GAP = 0.66
"""Between two squares, in sides of a mark."""
_ENOUGH = 0.7
"""Of the largest that is asked for: smaller marks may be larger with a last row of squares that is not full."""


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
    """Squares of 100 marks, *across* of them side by side; the place of a mark is a square *side* long."""

    of: int
    across: int
    side: int

    @property
    def gap(self) -> int:
        """Between two squares of 100."""
        return round(self.side * _GAP)

    @property
    def width(self) -> int:
        """Of all squares."""
        return self._length(self.across)

    @property
    def height(self) -> int:
        """Of all squares."""
        return self._length(-(-self.of // _SQUARE // self.across))

    def corner(self, index: int) -> tuple[int, int]:
        """Where the place of mark number *index* begins: a square is full before the next one."""
        square, within = divmod(index, _SQUARE)
        down, across = divmod(square, self.across)
        row, column = divmod(within, _ROW)
        step = self._length(1) + self.gap
        return across * step + column * self.side, down * step + row * self.side

    def cells(self, array: Array) -> Iterator[Cell]:
        """The marks of *array*, first to last."""
        for index, kind in enumerate(array.kinds):
            yield Cell(*self.corner(index), kind)

    def _length(self, squares: int) -> int:
        return squares * _ROW * self.side + (squares - 1) * self.gap


@lru_cache(maxsize=64)  # asked for by each part of a layout, each paint and each mark
def laid_out(of: int, width: float, height: float, most: float) -> Layout:
    """The layout whose marks are largest in *width* × *height*, none longer than *most*; all sides are whole."""
    full, odd = _ACROSS[of // _SQUARE]
    best = _best(_largest(of, across, width, height, most) for across in full)
    if best.side >= _ENOUGH * most:
        return best
    return _best((best, *(_largest(of, across, width, height, most) for across in odd)))


def _best(layouts: Iterable[Layout]) -> Layout:
    return max(layouts, key=lambda layout: layout.side)


def _largest(of: int, across: int, width: float, height: float, most: float) -> Layout:
    layout = Layout(of, across, max(1, int(min(most, width / across / _ROW))))
    while layout.side > 1 and (layout.width > width or layout.height > height):
        layout = layout._replace(side=layout.side - 1)
    return layout

"""What a drawing is made of, for whoever paints it: filled and stroked lines, in colour tokens."""

from __future__ import annotations

from typing import NamedTuple

from tpe_guide.pictures.drawing.path import Path


class Shape(NamedTuple):
    """One line, filled and stroked with colour tokens; an empty token: not at all. *width* in units."""

    line: Path
    fill: str = ""
    stroke: str = ""
    width: float = 0
    round: bool = False
    """Its ends and corners are round."""
    dashes: tuple[float, float] = (0, 0)
    """Units drawn, units left out; 0: one unbroken line."""

"""What a drawing is made of, for whoever paints it: filled and stroked lines, in colour tokens."""

from __future__ import annotations

from typing import NamedTuple

from tpe_guide.circuit.path import Path, path

ANTIBODY = path("M0 7V0M0 0L-5 -6M0 0L5 -6")
"""A small Y about its own middle."""
ANTIBODY_LINE = 2.4


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


class Badge(NamedTuple):
    """The number of a step in its circle."""

    number: int
    x: float
    y: float


class Caption(NamedTuple):
    """Words in the drawing, at the baseline of their first line. *key* names them in the words of the circuit."""

    key: str
    x: float
    y: float
    room: float
    """Units there are for a line: longer words are set smaller."""
    hint: bool = False
    """A second line may stand below."""
    to_left: bool = False
    """They end at *x* rather than begin there."""
    strong: bool = True


class Scene(NamedTuple):
    """All of a drawing that stands still: *below* what flows, and *above* it."""

    below: tuple[Shape, ...]
    above: tuple[Shape, ...]
    badges: tuple[Badge, ...]
    captions: tuple[Caption, ...]

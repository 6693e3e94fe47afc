"""What the drawing of a circuit is made of, besides plain shapes: small Ys, numbers, words."""

from __future__ import annotations

from typing import NamedTuple

from tpe_guide.pictures.drawing.path import path
from tpe_guide.pictures.drawing.shapes import Shape

ANTIBODY = path("M0 7V0M0 0L-5 -6M0 0L5 -6")
"""A small Y about its own middle."""
ANTIBODY_LINE = 2.4


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
    """All of a drawing that stands still: *below* what flows, and *above* it; *lit* is where the step is."""

    below: tuple[Shape, ...]
    above: tuple[Shape, ...]
    lit: tuple[Shape, ...]
    badges: tuple[Badge, ...]
    captions: tuple[Caption, ...]

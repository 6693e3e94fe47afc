"""The marks of an icon array as shapes in a square of 40 units: told apart by form, not by colour alone."""

from __future__ import annotations

from functools import lru_cache

from tpe_guide.pictures.drawing.path import Path, Segment, arc, box, circle, path, placed
from tpe_guide.pictures.drawing.shapes import Shape
from tpe_guide.pictures.odds.array import COUNTED, REST

FIGURES = ("dot", "drop", "person")
"""What may stand for one: a dot where there are many."""
UNIT = 40.0
_MIDDLE = UNIT / 2
_TILE = box(3, 2, 34, 36, 7)
_EDGE, _LINE = 2.0, 1.8
_SOLID, _OPEN = 1.0, 0.9
_TRIANGLE = path("M20 4L37 35H3Z")
_SQUARE = box(3, 3, 34, 34)
_DROP = path(
    "M0 -13C1.4 -7.6 8.6 -3.4 8.6 4C8.6 8.8 4.8 12.6 0 12.6C-4.8 12.6 -8.6 8.8 -8.6 4C-8.6 -3.4 -1.4 -7.6 0 -13Z"
)
"""About its middle."""


def _person(scale: float) -> tuple[Path, Path]:
    """Head and shoulders about the middle of the square."""
    shoulders = (*arc(0, 8.2, 9.8, 180, 360), Segment("L", ((9.8, 11.0),)), Segment("L", ((-9.8, 11.0),)), Segment("Z"))
    return placed(circle(0, -8.4, 5.2), _MIDDLE, _MIDDLE, 0, scale), placed(shoulders, _MIDDLE, _MIDDLE, 0, scale)


def _drop(scale: float) -> tuple[Path, ...]:
    return (placed(_DROP, _MIDDLE, _MIDDLE, 0, scale),)


_FIGURES = {"person": _person, "drop": _drop}


@lru_cache(maxsize=64)
def mark(figure: str, kind: str) -> tuple[Shape, ...]:
    """What stands in the square of one mark. *figure*: ``person``, ``drop``, or ``dot`` where there are many."""
    return _dot(kind) if figure == "dot" else _tile(figure, kind)


def _tile(figure: str, kind: str) -> tuple[Shape, ...]:
    """Counted: solid on a straw tile. Rest: an outline, and no tile."""
    if kind == COUNTED:
        solid = (Shape(line, fill="on-straw") for line in _FIGURES[figure](_SOLID))
        return (Shape(_TILE, fill="straw", stroke="ink", width=_EDGE), *solid)
    assert kind == REST, kind
    return tuple(Shape(line, fill="card", stroke="line2", width=_LINE) for line in _FIGURES[figure](_OPEN))


def _dot(kind: str) -> tuple[Shape, ...]:
    """Small: a ring, a disc, and for parts a disc, a triangle, a square."""
    if kind in (COUNTED, "mild"):
        return (Shape(circle(_MIDDLE, _MIDDLE, 15), fill="straw", stroke="ink", width=4),)
    if kind == "moderate":
        return (Shape(_TRIANGLE, fill="straw600", stroke="ink", width=4, round=True),)
    if kind == "severe":
        return (Shape(_SQUARE, fill="ink", stroke="ink", width=2),)
    assert kind == REST, kind
    return (Shape(circle(_MIDDLE, _MIDDLE, 8.5), stroke="line2", width=3.2),)

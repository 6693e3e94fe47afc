"""The drawing of one way in: the body, where the needle or line is, and that place close up."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import hypot
from typing import NamedTuple

from tpe_guide.pictures.access.body import MIDDLE, body
from tpe_guide.pictures.access.kit import RADIUS, Spot, on_body, ring, window
from tpe_guide.pictures.drawing.path import path
from tpe_guide.pictures.drawing.shapes import Shape

TOP, WIDTH, HEIGHT = 34.0, 520.0, 436.0
"""The drawing is so wide and high, and begins at that y; where it begins at the left is its ``left``."""
MARK = 20.0
"""Radius of the ring about a place."""
_EDGE = 3.0
"""From the middle of a ring's line into its ink."""


class Site(NamedTuple):
    """Where a needle or line goes in, and which part of the body that is."""

    x: float
    y: float
    spot: Spot


_NEAR, _FAR = Site(255, 299, "arm"), Site(49, 299, "arm")
"""The bends of both arms: the one beside the window, and the other."""
PLACES: dict[str, tuple[Site, ...]] = {
    "arm-veins": (_NEAR, _FAR),
    "single-needle": (_NEAR,),
    "neck-line": (Site(169, 138, "neck"),),
    "chest-line": (Site(168, 190, "chest"),),
    "groin-line": (Site(186, 404, "groin"),),
}
"""By access, in the order of their numbers where all are shown; the place that is shown close up first."""
_WINDOWS: dict[Spot, tuple[float, float]] = {
    "arm": (392, 190),
    "neck": (392, 140),
    "chest": (392, 200),
    "groin": (392, 250),
}


class _Part(NamedTuple):
    """A part of what is shown close up, where its number stands, and what the number points at: from the middle."""

    name: str
    badge: tuple[float, float]
    tip: tuple[float, float]


_LINE = (
    _Part("dressing", (76, -40), (29, -36)),
    _Part("clamps", (86, 10), (32, 37)),
    _Part("caps", (64, 58), (28, 62)),
)
_NEEDLE = (_Part("needle", (84, -14), (36, 4)), _Part("tube", (64, 58), (-2, 64)))
_PARTS: dict[str, tuple[_Part, ...]] = {
    "arm-veins": _NEEDLE,
    "single-needle": (_NEEDLE[0], _Part("two-tubes", (64, 58), (28, 61))),
    "neck-line": _LINE,
    "chest-line": _LINE,
    "groin-line": _LINE,
}
_ALL: dict[str, tuple[tuple[float, float], ...]] = {
    "arm-veins": ((10, 278), (294, 278)),
    "single-needle": ((294, 318),),
    "neck-line": ((204, 118),),
    "chest-line": ((204, 200),),
    "groin-line": ((224, 416),),
}
"""Where the number of each stands when all are shown."""


class Mark(NamedTuple):
    """A number in the drawing."""

    number: int
    x: float
    y: float


class Scene(NamedTuple):
    """A drawing: its shapes from back to front, and the numbers above them. *parts* names what each number marks."""

    left: float
    shapes: tuple[Shape, ...]
    marks: tuple[Mark, ...]
    parts: tuple[str, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, width, height of what is seen."""
        return self.left, TOP, WIDTH, HEIGHT


@lru_cache(maxsize=8)
def scene(access: str) -> Scene:
    """The drawing of *access*, an id of ``terms.ACCESSES_SAID``; of all places if it is not known or not said."""
    if access not in PLACES:
        return _of_all()
    places = PLACES[access]
    near, tubes = places[0], 2 if access == "single-needle" else 1
    x, y = _WINDOWS[near.spot]
    shapes = [*body(turned_up=near.spot == "groin")]
    for place in places:
        shapes += on_body(place.spot, place.x, place.y, outward=1 if place.x > MIDDLE else -1, tubes=tubes)
    for place in places:
        shapes += ring(place.x, place.y, MARK)
    shapes += window(near.spot, x, y, tubes=tubes)
    shapes += _leader(near, x, y)
    parts = _PARTS[access]
    for __, badge, tip in parts:
        pointer = path(f"M{x + badge[0]} {y + badge[1]}L{x + tip[0]} {y + tip[1]}")
        shapes.append(Shape(pointer, stroke="ink", width=2))
    marks = [Mark(number, x + part.badge[0], y + part.badge[1]) for number, part in enumerate(parts, start=1)]
    return Scene(-20, tuple(shapes), tuple(marks), tuple(part.name for part in parts))


def _of_all() -> Scene:
    """The body with a ring about each place; the numbers stand for the ways in, which share the bend of an arm."""
    spots = dict.fromkeys(place for places in PLACES.values() for place in places)
    shapes = [*body(), *(shape for place in spots for shape in ring(place.x, place.y, MARK))]
    marks = [Mark(number, *at) for number, access in enumerate(PLACES, start=1) for at in _ALL[access]]
    return Scene(MIDDLE - WIDTH / 2, tuple(shapes), tuple(marks), tuple(PLACES))


def _leader(place: Site, x: float, y: float) -> Iterator[Shape]:
    """A line from the ring about *place* to the rim of the window about (*x*, *y*)."""
    away = hypot(x - place.x, y - place.y)
    along = (x - place.x) / away, (y - place.y) / away
    start = [middle + (MARK + _EDGE) * way for middle, way in zip(place[:2], along, strict=True)]
    end = [middle - (RADIUS + _EDGE) * way for middle, way in zip((x, y), along, strict=True)]
    line = path("M{:.1f} {:.1f}L{:.1f} {:.1f}".format(*start, *end))
    yield Shape(line, stroke="card", width=7)
    yield Shape(line, stroke="ink", width=2)

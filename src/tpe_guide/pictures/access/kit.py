"""What needles and lines look like: small, where they are on the body, and close up in a round window beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import hypot
from typing import Literal

from tpe_guide.pictures.access.body import FINE, LINE
from tpe_guide.pictures.drawing.path import Path, Point, Route, Segment, box, circle, path, placed
from tpe_guide.pictures.drawing.shapes import Shape

RADIUS = 86.0
"""Of the round window."""
_PIECE = 2.0
"""Units between the corners of a line that is cut at the rim."""
Spot = Literal["arm", "neck", "chest", "groin"]

_SURROUNDINGS: dict[Spot, tuple[str, ...]] = {
    "arm": ("M-46 -90C-42 -40 -44 -10 -50 14C-54 40 -60 66 -64 94", "M48 -90C48 -44 46 -14 40 12C36 40 28 66 22 94"),
    "neck": ("M-34 -96C-38 -66 -56 -40 -96 -30", "M44 -94V-36C48 -16 64 -6 96 0"),
    "chest": ("M-96 -56C-62 -74 -36 -70 -12 -54",),
    "groin": ("M-60 -28C-60 10 -56 50 -52 94",),
}
"""Lines of the body about each place, from the middle of the window."""
_CLOTHES: dict[Spot, str] = {
    "arm": "",
    "neck": "",
    "chest": "M62 -94C60 -40 48 26 -6 60C-34 76 -64 80 -96 74V100H100V-94H62",
    "groin": "M-96 0C-72 -34 -20 -62 94 -70V-94H-96V0",
}


def on_body(spot: Spot, x: float, y: float, *, outward: int = 1, tubes: int = 1) -> Iterator[Shape]:
    """A needle or a line that goes in at (*x*, *y*). Tubes of a needle leave to the *outward* side: 1 right."""
    if spot == "arm":
        yield from _needle(x, y, outward, tubes)
        return
    stem, left, right = "M0 6V24C0 34 -8 34 -8 46", "M0 22C0 34 -8 34 -8 46", "M0 22C0 34 8 34 8 46"
    for width, token in ((8.0, "ink"), (4.0, "card")):
        for data in (stem, left, right):
            yield Shape(placed(path(data), x, y), stroke=token, width=width)
    for side in (-8, 8):
        yield Shape(box(x + side - 5.4, y + 44, 10.8, 9, 2.5), fill="straw", stroke="ink", width=LINE)
    yield Shape(box(x - 13, y - 10, 26, 20, 5), fill="card", stroke="ink", width=LINE)
    yield Shape(circle(x, y, 2.6), fill="ink")


def _needle(x: float, y: float, outward: int, tubes: int) -> Iterator[Shape]:
    for width, token in ((9.0, "ink"), (5.0, "cell")):
        for number in range(tubes):
            far, low = (62 + 16 * number) * outward, 40 - 12 * number
            curve = f"M{x} {y}C{x + 0.6 * far} {y} {x + far} {y + 0.4 * low} {x + far} {y + low + 20}V480"
            yield Shape(path(curve), stroke=token, width=width)
    yield Shape(box(x - 15, y - 5, 30, 10, 3), fill="card", stroke="ink", width=LINE)
    yield Shape(box(x - 5, y - 9, 10, 18, 3), fill="straw", stroke="ink", width=LINE)


def window(spot: Spot, x: float, y: float, *, tubes: int = 1) -> Iterator[Shape]:
    """The place close up, in a round window about (*x*, *y*)."""
    yield Shape(circle(x, y, RADIUS), fill="body")
    if clothes := _CLOTHES[spot]:
        token = "shirt" if spot == "chest" else "sunken"
        yield Shape(placed(_filled(clothes), x, y), fill=token, stroke="ink", width=LINE, round=True)
    for data in _SURROUNDINGS[spot]:
        yield Shape(placed(_cut(data), x, y), stroke="ink", width=LINE, round=True)
    yield from (_large_needle(x, y, tubes) if spot == "arm" else _large_line(x, y))
    yield from ring(x, y, RADIUS)


@lru_cache(maxsize=32)
def _cut(data: str) -> Path:
    """Of the one line that *data* draws, what lies in the window."""
    return _through(corner for corner in _corners(data) if hypot(*corner) <= RADIUS)


@lru_cache(maxsize=8)
def _filled(data: str) -> Path:
    """The one line that *data* draws, led along the rim where it would leave the window."""
    outside = ((x, y, max(1.0, hypot(x, y) / RADIUS)) for x, y in _corners(data))
    return _through((x / far, y / far) for x, y, far in outside)


def _corners(data: str) -> Iterator[Point]:
    route = Route(path(data))
    for number in range(int(route.length / _PIECE) + 1):
        yield route.at(number * _PIECE)[:2]


def _through(corners: Iterable[Point]) -> Path:
    first, *others = corners
    return (Segment("M", (first,)), *(Segment("L", (corner,)) for corner in others))


def ring(x: float, y: float, radius: float) -> Iterator[Shape]:
    """What says *here*: straw with an ink edge on both sides."""
    yield Shape(circle(x, y, radius), stroke="ink", width=8)
    yield Shape(circle(x, y, radius), stroke="straw", width=4)


def _large_line(x: float, y: float) -> Iterator[Shape]:
    stem, left, right = "M0 -24V8", "M0 4C0 22 -20 20 -20 40V56", "M0 4C0 22 20 20 20 40V56"
    for width, token in ((11.0, "ink"), (6.4, "card")):
        for data in (stem, left, right):
            yield Shape(placed(path(data), x, y), stroke=token, width=width)
    yield Shape(box(x - 29, y - 60, 58, 50, 8), fill="card", stroke="ink", width=LINE)
    inside = box(x - 22, y - 53, 44, 36, 5)
    yield Shape(inside, fill="albumin", stroke="albumin-mark", width=FINE, dashes=(4, 4))
    yield Shape(circle(x, y - 38, 4), fill="albumin-mark")
    yield Shape(path(f"M{x} {y - 36}V{y - 18}"), stroke="albumin-mark", width=4, round=True)
    yield Shape(box(x - 9, y - 4, 18, 18, 5), fill="card", stroke="ink", width=LINE)
    for side in (-20, 20):
        yield Shape(box(x + side - 12, y + 30, 24, 14, 4), fill="straw", stroke="ink", width=LINE)
        yield Shape(path(f"M{x + side - 6} {y + 37}H{x + side + 6}"), stroke="on-straw", width=LINE, round=True)
        yield Shape(box(x + side - 8, y + 53, 16, 19, 4), fill="card", stroke="ink", width=LINE)
        ridges = path(f"M{x + side - 3} {y + 58}V{y + 67}M{x + side + 3} {y + 58}V{y + 67}")
        yield Shape(ridges, stroke="ink", width=FINE, round=True)


def _large_needle(x: float, y: float, tubes: int) -> Iterator[Shape]:
    yield Shape(placed(path("M-34 -34C-18 -24 16 -24 38 -36"), x, y), stroke="ink", width=FINE, round=True)
    lines = ["M0 0V30C0 56 -8 64 -10 96"]
    if tubes == 2:
        lines = ["M0 0V26C0 48 -24 56 -28 96", "M0 0V26C0 48 24 56 44 92"]
    for width, token in ((12.0, "ink"), (7.4, "cell")):
        for data in lines:
            yield Shape(placed(_cut(data), x, y), stroke=token, width=width)
    yield Shape(path(f"M{x} {y - 4}V{y - 26}"), stroke="ink", width=3, round=True)
    yield Shape(box(x - 8, y - 8, 16, 34, 5), fill="straw", stroke="ink", width=LINE)
    for top in (-6, 13):
        yield Shape(box(x - 36, y + top, 72, 12, 3), fill="card", stroke="ink", width=LINE)

"""The drawing of the practise turn: a face and a hand, and small dots where it tingles."""

from __future__ import annotations

from collections.abc import Iterator
from math import pi, sin

from tpe_guide.pictures.drawing.path import Path, Point, circle, path
from tpe_guide.pictures.drawing.shapes import Shape

WIDTH, HEIGHT = 360.0, 240.0
"""Of the drawing, in its own units."""
LIPS: tuple[Point, ...] = ((79, 149), (89, 166), (110, 173), (131, 166), (141, 149))
FINGERTIPS: tuple[Point, ...] = ((218, 116), (246, 74), (272, 60), (298, 68), (322, 96))
"""Where it tingles."""
SLOW = 2.4
"""Seconds for a dot to grow and to get small again: calm, and far below what could set off a fit."""
_LEAST, _MOST = 3.2, 5.6
_FACE = "M52 108C52 66 78 38 110 38C142 38 168 66 168 108V132C168 172 142 200 110 200C78 200 52 172 52 132Z"
_HAIR = "M46 118C36 54 70 20 114 20C160 20 186 58 174 118C166 96 156 80 146 72C116 92 78 88 66 76C58 88 50 102 46 118Z"
_HAND = (
    "M236 214C222 200 210 176 204 150C198 132 200 118 212 114C224 112 228 122 232 138L240 150V80C240 66 258 66 258 80"
    "V66C258 50 280 50 280 66V72C280 56 304 58 304 74V98C304 84 326 86 326 102V160C326 194 308 222 276 224"
    "C260 224 246 222 236 214Z"
)
_LIPS = "M88 151Q99 142 110 147Q121 142 132 151Q122 163 110 163Q98 163 88 151Z"
_FINGERS = "M258 80V134M280 72V132M304 98V138"


def still() -> Iterator[Shape]:
    """All but the dots."""
    yield Shape(path(_FACE), fill="body", stroke="ink", width=3)
    yield Shape(path(_HAIR), fill="hair")
    for data in ("M80 116q9 7 18 0M122 116q9 7 18 0", "M110 122q-6 12 2 14"):
        yield Shape(path(data), stroke="ink", width=3, round=True)
    yield Shape(path(_LIPS), fill="cellbed", stroke="ink", width=2.6, round=True)
    yield Shape(path("M90 151Q110 156 130 151"), stroke="ink", width=2, round=True)
    yield Shape(path(_HAND), fill="body", stroke="ink", width=3, round=True)
    yield Shape(path(_FINGERS), stroke="ink", width=3, round=True)


def dots(seconds: float) -> list[tuple[Point, float]]:
    """Each dot, its place and its radius, *seconds* after it began to tingle."""
    places = (*LIPS, *FINGERTIPS)
    middle, swing = (_LEAST + _MOST) / 2, (_MOST - _LEAST) / 2
    return [(place, middle + swing * sin(2 * pi * (seconds / SLOW + index / 5))) for index, place in enumerate(places)]


def dot_shape(place: Point, radius: float) -> Shape:
    """One dot."""
    line: Path = circle(place[0], place[1], radius)
    return Shape(line, fill="straw", stroke="ink", width=1.6)

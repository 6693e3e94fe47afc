"""A calm person from the front, head to thighs, palms forward, in plain clothes. One unit is about one px."""

from __future__ import annotations

from collections.abc import Iterator

from tpe_guide.pictures.drawing.path import Path, Segment, path
from tpe_guide.pictures.drawing.shapes import Shape

MIDDLE = 152.0
"""The x about which the body is the same on both sides."""
LINE, FINE = 2.2, 1.7
"""Widths of an outline, and of a line inside it."""

_ARM = (
    "M56 228C48 254 36 272 31 296C26 320 17 340 10 356C4 359 -3 364 -7 372C-9 379 -1 382 6 377"
    "C5 388 6 397 10 404C14 411 24 411 28 404C32 394 35 380 36 368C41 346 55 324 63 300C71 280 86 262 92 236Z"
)
_FINGERS = "M15 390L15 404M22 390L22 404"
_BEND = "M36 293C43 299 53 300 60 294"
_LEGS = "M97 352L86 474H146L152 404L158 474H218L207 352Z"
_SHORTS = "M96 338L88 434C106 439 128 440 147 437L152 404L157 437C176 440 198 439 216 434L208 338Z"
_TURNED_UP = "M96 338L88 434C106 439 128 440 147 437L152 404L158 405C172 388 190 377 210.6 372L208 338Z"
_CHEST = "M137 104V140C129 148 112 151 96 156L104 232H200L208 156C192 151 175 148 167 140V104C160 122 144 122 137 104Z"
_SHOULDERS = "M137 106V139C129 147 114 150 104 153M167 106V139C175 147 190 150 200 153"
_COLLAR_BONES = "M118 165C128 161 138 163 146 170M186 165C176 161 166 163 158 170"
_SHIRT = (
    "M112 151C106 153 101 154 96 156C76 163 66 180 61 204L54 234L91 243L96 218C99 246 98 296 95 348H209"
    "C206 296 205 246 208 218L213 243L250 234L243 204C238 180 228 163 208 156C203 154 198 153 192 151"
    "C190 190 178 216 152 216C126 216 114 190 112 151Z"
)
_FOLDS = "M96 218C96 208 98 200 101 194M208 218C208 208 206 200 203 194"
_FACE = (
    "M124.8 83.4C124.8 67.2 136.7 54.5 152 54.5C167.3 54.5 179.2 67.2 179.2 83.4V90.2"
    "C179.2 107.2 167.3 120.8 152 120.8C136.7 120.8 124.8 107.2 124.8 90.2Z"
)
_HAIR = (
    "M122.2 86.8C118 59.6 131.6 46 153.7 46C175.8 46 186 61.3 181.8 86.8C178.3 78.3 174.1 71.5 169 68.1"
    "C157.1 76.6 136.7 74.9 131.6 69.8C126.5 74.9 124 80 122.2 86.8Z"
)
_EYES, _MOUTH = "M136.7 90.2q4.2 3.4 8.5 0M158.8 90.2q4.2 3.4 8.5 0", "M144.3 103.8q7.6 6 15.3 0"


def body(*, turned_up: bool = False) -> Iterator[Shape]:
    """The person, from back to front. *turned_up*: one leg of the shorts, so that the top of that leg is seen."""
    yield _outlined(_LEGS, "body")
    yield _outlined(_TURNED_UP if turned_up else _SHORTS, "sunken")
    for side in (path, _other_side):
        yield Shape(side(_ARM), fill="body", stroke="ink", width=LINE, round=True)
        yield Shape(side(_FINGERS), stroke="ink", width=FINE, round=True)
        yield Shape(side(_BEND), stroke="ink", width=FINE, round=True)
    yield Shape(path(_CHEST), fill="body")
    yield Shape(path(_SHOULDERS), stroke="ink", width=LINE, round=True)
    yield Shape(path(_COLLAR_BONES), stroke="ink", width=FINE, round=True)
    yield _outlined(_SHIRT, "shirt")
    yield Shape(path(_FOLDS), stroke="ink", width=FINE, round=True)
    yield _outlined(_FACE, "body")
    yield Shape(path(_HAIR), fill="hair")
    yield Shape(path(_EYES), stroke="ink", width=LINE, round=True)
    yield Shape(path(_MOUTH), stroke="ink", width=LINE, round=True)


def _outlined(data: str, fill: str) -> Shape:
    return Shape(path(data), fill=fill, stroke="ink", width=LINE, round=True)


def _other_side(data: str) -> Path:
    """The line that *data* draws, as it is on the other side of the body."""
    return tuple(Segment(kind, tuple((2 * MIDDLE - x, y) for x, y in points)) for kind, points in path(data))

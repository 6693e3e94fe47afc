"""Lines of a drawing, in its own units: made from SVG path data, measured, and written as such."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from math import atan2, cos, degrees, hypot, radians, sin, tan
from typing import NamedTuple

_WORD = re.compile(r"[A-Za-z]|-?\d*\.?\d+")
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "Z": 0}
_PIECES = 24
"""Straight pieces by which a curve is measured: off by less than a hundredth of a unit."""
_ROUND = 0.5522847498
"""Of the radius: the handles of a curve that is a quarter of a circle."""

Point = tuple[float, float]


class Segment(NamedTuple):
    """``M`` (one point), ``L`` (one), ``C`` (three) or ``Z`` (none)."""

    kind: str
    points: tuple[Point, ...] = ()


Path = tuple[Segment, ...]


class Pose(NamedTuple):
    """A point on a line, and where the line is heading there: 0 right, 90 down."""

    x: float
    y: float
    degrees: float


@lru_cache(maxsize=256)
def path(data: str) -> Path:
    """The line that *data* draws: SVG path data of M L H V C Q Z, in capitals or not. Raises KeyError for others."""
    return tuple(_segments(_WORD.findall(data)))


def _segments(words: list[str]) -> Iterator[Segment]:
    here: Point = (0.0, 0.0)
    kind, at = "", 0
    while at < len(words):
        if words[at].isalpha():
            kind, at = words[at], at + 1
        count = _NUMBERS[kind.upper()]
        numbers = [float(word) for word in words[at : at + count]]
        at += count
        segment = _segment(kind, numbers, here)
        yield segment
        here = segment.points[-1] if segment.points else here


def _segment(kind: str, numbers: list[float], here: Point) -> Segment:
    if kind in "Hh":
        numbers = [numbers[0], 0.0 if kind == "h" else here[1]]
    elif kind in "Vv":
        numbers = [0.0 if kind == "v" else here[0], numbers[0]]
    dx, dy = here if kind.islower() else (0.0, 0.0)
    points = tuple((x + dx, y + dy) for x, y in zip(numbers[::2], numbers[1::2], strict=True))
    match kind.upper():
        case "H" | "V" | "L":
            return Segment("L", points)
        case "Q":
            handle, end = points
            return Segment("C", (_toward(here, handle, 2 / 3), _toward(end, handle, 2 / 3), end))
        case other:
            return Segment(other, points)


def _toward(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def circle(x: float, y: float, radius: float) -> Path:
    """A circle about (*x*, *y*)."""
    return (*arc(x, y, radius, 0, 360), Segment("Z"))


def arc(x: float, y: float, radius: float, start: float, end: float) -> Path:
    """A part of a circle about (*x*, *y*), from *start* to *end* degrees, clockwise from the right."""
    pieces = max(1, round(abs(end - start) / 90))
    step = radians(end - start) / pieces
    handle = 4 / 3 * tan(step / 4) * radius
    segments = [Segment("M", (_around(x, y, radius, radians(start)),))]
    for number in range(pieces):
        one, two = radians(start) + number * step, radians(start) + (number + 1) * step
        (x1, y1), (x2, y2) = _around(x, y, radius, one), _around(x, y, radius, two)
        first = (x1 - handle * sin(one), y1 + handle * cos(one))
        second = (x2 + handle * sin(two), y2 - handle * cos(two))
        segments.append(Segment("C", (first, second, (x2, y2))))
    return tuple(segments)


def _around(x: float, y: float, radius: float, angle: float) -> Point:
    return x + radius * cos(angle), y + radius * sin(angle)


def box(x: float, y: float, width: float, height: float, radius: float = 0) -> Path:
    """A rectangle with round corners."""
    r, k = radius, radius * (1 - _ROUND)
    right, bottom = x + width, y + height
    return path(
        f"M{x + r} {y} H{right - r} C{right - k} {y} {right} {y + k} {right} {y + r} "
        f"V{bottom - r} C{right} {bottom - k} {right - k} {bottom} {right - r} {bottom} "
        f"H{x + r} C{x + k} {bottom} {x} {bottom - k} {x} {bottom - r} "
        f"V{y + r} C{x} {y + k} {x + k} {y} {x + r} {y} Z"
    )


def placed(line: Path, x: float, y: float, turned: float = 0, scale: float = 1) -> Path:
    """*line* about its origin: larger by *scale*, *turned* by degrees, then moved to (*x*, *y*)."""
    c, s = cos(radians(turned)) * scale, sin(radians(turned)) * scale
    return tuple(
        Segment(kind, tuple((x + c * px - s * py, y + s * px + c * py) for px, py in points)) for kind, points in line
    )


def data_of(line: Path) -> str:
    """*line* as SVG path data."""
    return "".join(kind + " ".join(f"{x:.4g} {y:.4g}" for x, y in points) for kind, points in line)


class Route:
    """A line to travel along."""

    def __init__(self, line: Path) -> None:
        self._points = tuple(_straight(line))
        self._at = [0.0]
        for (x1, y1), (x2, y2) in zip(self._points, self._points[1:], strict=False):
            self._at.append(self._at[-1] + hypot(x2 - x1, y2 - y1))

    @property
    def length(self) -> float:
        """In units."""
        return self._at[-1]

    @property
    def points(self) -> tuple[Point, ...]:
        """Corners of the straight pieces that stand for it."""
        return self._points

    def at(self, distance: float) -> Pose:
        """The place *distance* units from its start; its ends for what lies beyond them."""
        distance = min(max(distance, 0.0), self.length)
        index = min(max(bisect_right(self._at, distance) - 1, 0), len(self._points) - 2)
        (x1, y1), (x2, y2) = self._points[index], self._points[index + 1]
        whole = self._at[index + 1] - self._at[index]
        share = (distance - self._at[index]) / whole if whole else 0.0
        return Pose(x1 + (x2 - x1) * share, y1 + (y2 - y1) * share, degrees(atan2(y2 - y1, x2 - x1)))


def _straight(line: Path) -> Iterator[Point]:
    here: Point = (0.0, 0.0)
    for kind, points in line:
        if kind == "C":
            for number in range(1, _PIECES + 1):
                yield _on_curve((here, *points), number / _PIECES)
        else:
            yield from points
        here = points[-1] if points else here


def _on_curve(corners: tuple[Point, ...], t: float) -> Point:
    u = 1 - t
    weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    x, y = (sum(weight * corner[axis] for weight, corner in zip(weights, corners, strict=True)) for axis in (0, 1))
    return x, y

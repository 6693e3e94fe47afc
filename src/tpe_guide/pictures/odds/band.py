"""The range of a small trial, as shapes for screen and paper: a bar from the lowest to the highest true number."""

from __future__ import annotations

from tpe_guide.pictures.drawing.path import box, circle, path
from tpe_guide.pictures.drawing.shapes import Shape
from tpe_guide.pictures.odds.array import Array


def band(array: Array, width: float, height: float, *, line: float = 2, mirrored: bool = False) -> tuple[Shape, ...]:
    """A line from none to all, *width* units long; on it the range of *array*, *height* units high, and the count.

    *mirrored*: none is at the right, as whoever reads from right to left expects.
    """
    assert array.low is not None
    assert array.high is not None
    edge, middle = line / 2, height / 2

    def at(number: int) -> float:
        share = number / array.of
        return width * (1 - share if mirrored else share)

    start, end = sorted((at(array.low), at(array.high)))
    bar = box(start + edge, edge, max(end - start, height) - line, height - line, middle - edge)
    radius = 0.7 * middle
    dot = circle(min(max(at(array.n), middle), width - middle), middle, radius - edge)
    return (
        Shape(path(f"M0 {middle}H{width}"), stroke="line2", width=line),
        Shape(bar, "straw50", "ink", line),
        Shape(dot, "straw", "ink", line),
    )

"""How tubes reach the person in the chair, who is a drawing."""

from __future__ import annotations

from collections.abc import Iterator

from tpe_guide.pictures.circuit.variant import Variant
from tpe_guide.pictures.drawing.path import box, circle, path, placed
from tpe_guide.pictures.drawing.shapes import Shape

PATIENT = "circuit-patient"
"""The drawing of somebody at rest, arms on the rests of the chair: over the whole plane of the circuit."""


def access(variant: Variant) -> Iterator[Shape]:
    """The needles in the arms, or the line with its two channels."""
    if variant.access == "line":
        yield from _line()
        return
    for x in (262,) if variant.access == "one-needle" else (262, 666):
        yield Shape(box(x - 17, 494, 34, 25, 6), fill="card", stroke="ink", width=2.2)
        yield Shape(path(f"M{x - 6} 506.5H{x + 6}M{x} 500.5V512.5"), stroke="ink", width=2.2, round=True)


def _line() -> Iterator[Shape]:
    """A dressing below the collar bone; from it one tube that parts into two channels, each with its cap."""
    yield Shape(placed(box(-17, -12, 34, 24, 6), 496, 490, 12), fill="card", stroke="ink", width=2.2)
    stem = "M492 494C478 500 466 506 464 522"
    for data in (stem, "M464 520C462 532 440 530 440 548", "M464 520C466 532 488 530 488 548"):
        yield Shape(path(data), stroke="ink", width=10, round=True)
    for data in (stem, "M464 520C462 532 440 530 440 548", "M464 520C466 532 488 530 488 548"):
        yield Shape(path(data), stroke="card", width=5.5, round=True)
    for x in (440, 488):
        yield Shape(box(x - 12, 538, 24, 22, 5), fill="card", stroke="ink", width=2.2)
    yield Shape(circle(494, 492, 3.2), fill="ink")

"""A bar from none to all sessions, as shapes for screen and paper, with what was counted marked on it."""

from __future__ import annotations

from collections.abc import Sequence

from tpe_guide.pictures.drawing.path import Path, box, path
from tpe_guide.pictures.drawing.shapes import Shape
from tpe_guide.pictures.feelings.frequency import Frequency

_DASHES = (5.0, 5.0)


def bar(
    often: Sequence[Frequency], width: float, height: float, *, line: float = 2, mirrored: bool = False
) -> list[Shape]:
    """A bar *width* × *height* units large; dashed and empty if nothing was counted. What is marked has a *line*.

    *mirrored*: none is at the right, as whoever reads from right to left expects.
    """
    edge = line / 2
    track = box(edge, edge, width - line, height - line, height / 2 - edge)
    if not often:
        return [Shape(track, "", "line2", 0.75 * line, dashes=_DASHES)]
    shapes = [Shape(track, "card", "line2", line / 2)]
    for each in often:
        mark = _mark(each, width, height, line, mirrored=mirrored)
        shapes.append(Shape(mark, "straw100" if each.under else "straw", "ink", line))
    return shapes


def extent(
    frequency: Frequency, width: float, height: float, line: float = 2, *, mirrored: bool = False
) -> tuple[float, float]:
    """Where the mark of *frequency* begins, and its length, in units from the left of a bar *width* × *height*.

    One number is marked by a short piece about its place.
    """
    room = width - line
    start, length = (share * room for share in frequency.span)
    least = height / 2
    if length < least:
        start = min(max(start + length / 2 - least / 2, 0), room - least)
        length = least
    return line / 2 + (room - start - length if mirrored else start), length


def _mark(frequency: Frequency, width: float, height: float, line: float, *, mirrored: bool) -> Path:
    left, length = extent(frequency, width, height, line, mirrored=mirrored)
    top, bottom = line / 2, height - line / 2
    radius = min((bottom - top) / 2, length / 2)
    if not frequency.under:
        return box(left, top, length, bottom - top, radius)
    closed, opened, turn = (left + length, left, -radius) if mirrored else (left, left + length, radius)
    # Nothing closes it on the side of the greater number: it is less than that.
    return path(
        f"M{opened} {top} L{closed + turn} {top} Q{closed} {top} {closed} {top + radius} "
        f"L{closed} {bottom - radius} Q{closed} {bottom} {closed + turn} {bottom} L{opened} {bottom}"
    )

"""Where the moments stand on a line: as far apart as their times are, but never too close to be told apart."""

from __future__ import annotations

from collections.abc import Sequence


def positions(minutes: Sequence[int], length: float, least: float) -> list[float]:
    """For rising *minutes* (at least two): places from 0 to *length*, at least *least* apart if there is room."""
    gaps = len(minutes) - 1
    least = min(least, length / gaps)
    span = max(1, minutes[-1] - minutes[0])
    places = [(minute - minutes[0]) / span * length for minute in minutes]
    for index in range(1, len(places)):
        places[index] = max(places[index], places[index - 1] + least)
    places[-1] = length
    for index in range(gaps - 1, -1, -1):
        places[index] = min(places[index], places[index + 1] - least)
    return places


def nearest(places: Sequence[float], at: float) -> int:
    """Which of *places* is nearest to *at*."""
    return min(range(len(places)), key=lambda index: abs(places[index] - at))

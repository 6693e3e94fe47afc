"""Where on a body each feeling may be: its number at that place of the drawing.

Where a number stands says the drawing: ``anchor-badge-lips`` for the first at the lips, ``anchor-badge-lips-2`` for the
second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tpe_guide import paths
from tpe_guide.pictures.feelings.cards import Card

DRAWING = "body-feelings"
NUMBERS = "numbers"
"""The part of the drawing that holds the lines from its numbers to the places."""
_BADGE = re.compile(r'id="anchor-badge-([a-z-]+?)(-2)?"[^>]*cx="([\d.]+)" cy="([\d.]+)"')


class Mark(NamedTuple):
    """The number of a feeling on the body."""

    number: int
    x: float
    y: float


@lru_cache(maxsize=1)
def _places() -> dict[str, list[tuple[float, float]]]:
    """Where the first and the second number of each place stand."""
    svg = (paths.assets_dir() / "illustrations" / f"{DRAWING}.svg").read_text(encoding="utf-8")
    places: dict[str, list[tuple[float, float]]] = {}
    for name, __, x, y in _BADGE.findall(svg):
        places.setdefault(name, []).append((float(x), float(y)))
    return places


def places() -> frozenset[str]:
    """The places of the drawing, by name."""
    return frozenset(_places())


def marks(cards: Sequence[Card]) -> list[Mark]:
    """The numbers of *cards*, from 1, each at every place where its feeling may be."""
    return list(_marks(cards))


def _marks(cards: Sequence[Card]) -> Iterator[Mark]:
    taken: dict[str, int] = {}
    for number, card in enumerate(cards, start=1):
        for place in card.where:
            first, second = _places()[place]
            at = taken.get(place, 0)
            taken[place] = at + 1
            yield Mark(number, first[0] + at * (second[0] - first[0]), first[1] + at * (second[1] - first[1]))

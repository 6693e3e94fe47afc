"""How long a page may take this reader. Learnt from pages read to their end; an estimate, never a measure of anyone."""

from __future__ import annotations

import math
from collections.abc import Sequence

BEFORE_ANY = 130
"""Words a minute until a page has been read: our own assumption for a tired reader, about half of what people read
when well."""
REMEMBERED = 9
"""Pages."""
SLOWEST, FASTEST = 25, 400
"""Words a minute. Outside of these a page was left open, or leafed through."""
SHORTEST_S, LONGEST_S = 5.0, 15 * 60.0


def pace_of(paces: Sequence[int]) -> int:
    """Words a minute of a reader whose last pages took *paces*: their middle, so that one long call does not count."""
    return sorted(paces)[len(paces) // 2] if paces else BEFORE_ANY


def learnt(paces: Sequence[int], words: int, seconds: float) -> tuple[int, ...]:
    """*paces* and that of a page of *words* read in *seconds*; unchanged if that cannot have been reading."""
    if not SHORTEST_S <= seconds <= LONGEST_S:
        return tuple(paces)
    pace = round(words * 60 / seconds)
    if not SLOWEST <= pace <= FASTEST:
        return tuple(paces)
    return (*paces, pace)[-REMEMBERED:]


def seconds(words: int, paces: Sequence[int]) -> float:
    """Seconds for *words*."""
    return words * 60 / pace_of(paces)


def minutes(words: int, paces: Sequence[int]) -> int:
    """Minutes for *words*, rounded up: better home early than late. 0 only for no words."""
    return math.ceil(words / pace_of(paces))

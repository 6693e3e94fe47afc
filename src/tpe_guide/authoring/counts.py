"""How often: what facts count, as numbers that pictures may show. They stand in ``facts.yaml`` and nowhere else.

A fact may hold ``counts: {any: {n: 38, of: 1000}}``. Words in a picture name one as ``L-S35.any``; its numbers
reach the reader as they stand there. ``low`` and ``high`` are the 95 % interval of a small trial, in the same unit;
``seen: [8, 19]`` what was counted there. The fact's own words must carry each number.
"""

from __future__ import annotations

from math import comb
from typing import TYPE_CHECKING, Any, NamedTuple

from tpe_guide.authoring.numbers import uncarried
from tpe_guide.i18n import _

if TYPE_CHECKING:
    from tpe_guide.authoring.fault import Faults

DENOMINATORS = (100, 1000)
"""A picture of more people than that is no picture."""
_KEYS = frozenset(("n", "of", "low", "high", "seen", "under"))
_TAIL = 0.025


class Count(NamedTuple):
    """*n* of *of*. *under*: fewer than *n*, which is all that the source says."""

    n: int
    of: int
    low: int | None = None
    high: int | None = None
    seen: tuple[int, int] | None = None
    """So many of so many, in the trial itself."""
    under: bool = False

    @property
    def words(self) -> str:
        """As the fact behind it must carry it."""
        numbers = [f"{self.n} of {self.of:,}"]
        if self.low is not None:
            numbers.append(f"{self.low} to {self.high}")
        if self.seen:
            numbers.append("{} of {}".format(*self.seen))
        return "; ".join(numbers)


def read_counts(entry: object, wording: str, line: int, faults: Faults) -> dict[str, Count]:
    """The counts of one fact, which says *wording*. What it does not carry is left out, with a fault."""
    if entry is None:
        return {}
    if not isinstance(entry, dict):
        faults.add(line, "COUNT", _("“counts” holds a name for each count: {example}").format(example="any: {n, of}"))
        return {}
    counts = {}
    for name, numbers in entry.items():
        if count := _count(numbers):
            carried = not list(uncarried(count.words, [wording]))
            if carried and _is_interval(count):
                counts[str(name)] = count
                continue
        message = _("the fact does not carry the count “{name}”, or it is not written as the guide to content has it")
        faults.add(line, "COUNT", message.format(name=name))
    return counts


def exact_interval(seen: int, of: int) -> tuple[float, float]:
    """The exact 95 % interval (Clopper and Pearson 1934) of the share *seen* / *of*, from 0 to 1."""

    def at_least(share: float) -> float:
        return sum(comb(of, k) * share**k * (1 - share) ** (of - k) for k in range(seen, of + 1))

    def at_most(share: float) -> float:
        return sum(comb(of, k) * share**k * (1 - share) ** (of - k) for k in range(seen + 1))

    low = 0.0 if seen == 0 else _where(lambda share: at_least(share) >= _TAIL)
    high = 1.0 if seen == of else _where(lambda share: at_most(share) < _TAIL)
    return low, high


def _where(holds: Any) -> float:  # noqa: ANN401 - a function of a share
    """The share from which on *holds* is true, by halving."""
    low, high = 0.0, 1.0
    for __ in range(50):
        middle = (low + high) / 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def _count(numbers: object) -> Count | None:
    if not isinstance(numbers, dict) or not set(numbers) <= _KEYS:
        return None
    seen = numbers.get("seen")
    if seen is not None and not (isinstance(seen, list) and len(seen) == 2):
        return None
    values = [numbers.get("n"), numbers.get("of"), numbers.get("low"), numbers.get("high"), *(seen or ())]
    if not all(value is None or (type(value) is int and value >= 0) for value in values):
        return None
    n, of, low, high = values[:4]
    if n is None or of not in DENOMINATORS or n > of or (low is None) != (high is None):
        return None
    return Count(n, of, low, high, tuple(seen) if seen else None, numbers.get("under") is True)


def _is_interval(count: Count) -> bool:
    """What is drawn as the range of a small trial is the exact interval of what it counted."""
    if count.low is None or count.high is None:
        return True
    if count.seen is None:
        return False
    low, high = exact_interval(*count.seen)
    return abs(low * count.of - count.low) <= 1 and abs(high * count.of - count.high) <= 1

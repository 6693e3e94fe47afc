"""The drawing of one way in: somebody in a chair, the needle or line, and that place close up, with numbers.

Where a number stands says the drawing: ``anchor-badge-1``, which is not painted.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tpe_guide import paths
from tpe_guide.vocabulary.terms import ACCESSES_SAID

_LINE = ("dressing", "clamps", "caps")
PARTS: dict[str, tuple[str, ...]] = {
    "arm-veins": ("needle", "tube"),
    "single-needle": ("needle", "two-tubes"),
    "neck-line": _LINE,
    "chest-line": _LINE,
    "groin-line": _LINE,
}
"""By access: what each number in the drawing marks, from 1."""
NOT_KNOWN = "unknown"
NUMBERS = "numbers"
"""The part of a drawing that holds the lines from its numbers to what they mark."""
_BOX = re.compile(r'viewBox="([-\d. ]+)"')
_BADGE = re.compile(r'id="anchor-badge-(\d)(?:-\d)?"[^>]*cx="([\d.]+)" cy="([\d.]+)"')


class Mark(NamedTuple):
    """A number in the drawing."""

    number: int
    x: float
    y: float


class Scene(NamedTuple):
    """A drawing by name, what of its plane is seen (left, top, width, height), its numbers and what they mark."""

    drawing: str
    box: tuple[float, float, float, float]
    marks: tuple[Mark, ...]
    parts: tuple[str, ...]


@lru_cache(maxsize=8)
def scene(access: str) -> Scene:
    """The drawing of *access*, an id of ``terms.ACCESSES_SAID``; of all places if it is not known or not said."""
    name = access if access in PARTS else NOT_KNOWN
    drawing = f"access-{name}"
    svg = (paths.assets_dir() / "illustrations" / f"{drawing}.svg").read_text(encoding="utf-8")
    found = _BOX.search(svg)
    assert found is not None, "a drawing of ours has a viewBox"
    left, top, width, height = map(float, found[1].split())
    marks = (Mark(int(number), float(x), float(y)) for number, x, y in _BADGE.findall(svg))
    known = tuple(each for each in ACCESSES_SAID if each in PARTS)
    return Scene(drawing, (left, top, width, height), tuple(marks), PARTS.get(access, known))

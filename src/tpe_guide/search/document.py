"""One text of the index, opened to show where something stands in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple, cast, get_args

from tpe_guide.search.hit import BlockRef, Depth, Field, HitKind, Mark

BREAK = "\n\n\n"
"""Between two passages: folded it is more than one space, so that no phrase is found across it."""
MOST_FINDS = 6
"""Places looked at for one clue."""
SNIPPET = 150
"""Characters."""
LEAD = 50
"""Characters before the first marked word of a cut snippet."""
_DOTS = "…"
_FIELDS = tuple(Field)
_DEPTHS: tuple[Depth, ...] = get_args(Depth)


Find = tuple[int, Mark, int]
"""Where a clue was found: number of the passage, place in it, number of the clue."""


class PassageLocation(NamedTuple):
    """Where a passage stands: its field, its block, and the number of the heading over it (0: none)."""

    field: Field
    place: BlockRef
    heading: int


class Document:
    """Passages of text, the first one the title."""

    def __init__(self, row: Sequence[str]) -> None:
        self.kind: HitKind = cast(HitKind, row[0])
        self.target = row[1]
        self.passages = row[4:]
        self._places = row[2].split(";")
        self._folded = row[3]
        self._starts: list[int] = []
        start = len(BREAK)
        for passage in self.passages:
            self._starts.append(start)
            start += len(passage) + len(BREAK)

    def finds(self, clues: Iterable[tuple[int, str, bool]]) -> list[Find]:
        """The first finds of each clue: its number, folded words with a space before them, and if they are whole.

        Else they are found where a word begins so, and the mark goes on to its end.
        """
        folded, starts = self._folded, self._starts
        found: list[Find] = []
        for clue, needle, whole in clues:
            at = folded.find(needle)
            left = MOST_FINDS
            while at >= 0 and left:
                end = at + len(needle) - 1 if whole else folded.find(" ", at + len(needle))
                passage = bisect_right(starts, at + 1) - 1
                begin = starts[passage]
                found.append((passage, (at + 1 - begin, end - begin), clue))
                at = folded.find(needle, end)
                left -= 1
        return found

    def prominence(self, passage: int) -> str:
        """Sorts passages by their field, the best first."""
        return self._places[passage][0]

    def field(self, passage: int) -> Field:
        """The field of *passage*."""
        return _FIELDS[int(self._places[passage][0])]

    def heading(self, passage: int) -> int:
        """The number of the heading over *passage*; 0 for none, or if there is no such passage."""
        return int(self._places[passage].rpartition(".")[2]) if passage < len(self._places) else 0

    def location(self, passage: int) -> PassageLocation:
        """Where *passage* stands."""
        field, depth, block, heading = self._places[passage].split(".")
        return PassageLocation(_FIELDS[int(field)], BlockRef(_DEPTHS[int(depth)], int(block)), int(heading))


def excerpt(text: str, marks: Sequence[Mark]) -> tuple[str, tuple[Mark, ...]]:
    """At most SNIPPET characters of *text*, cut between words, and the marks in it, the first one always."""
    begin, end = 0, _end(text, 0)
    if marks and marks[0][1] > end:
        begin = text.find(" ", max(0, marks[0][0] - LEAD), marks[0][0]) + 1 or marks[0][0]
        end = max(_end(text, begin), min(marks[0][1], begin + SNIPPET))
    before, after = _DOTS if begin else "", _DOTS if end < len(text) else ""
    shift = len(before) - begin
    inside = tuple((first + shift, min(last, end) + shift) for first, last in marks if begin <= first < end)
    return before + text[begin:end] + after, inside


def _end(text: str, begin: int) -> int:
    """Where to cut *text* that is shown from *begin*."""
    if len(text) - begin <= SNIPPET:
        return len(text)
    space = text.rfind(" ", begin, begin + SNIPPET)
    return begin + SNIPPET if space <= begin else space


def apart(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """*marks* in order, those that overlap made one."""
    merged: list[Mark] = []
    for first, last in sorted(marks):
        if merged and first < merged[-1][1]:
            merged[-1] = merged[-1][0], max(last, merged[-1][1])
        else:
            merged.append((first, last))
    return tuple(merged)

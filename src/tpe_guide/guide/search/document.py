"""One text of the index, opened to show where something stands in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, cast, get_args

from tpe_guide.guide.search.hit import Depth, Field, HitKind, Mark, Place

BREAK = "\n\n\n"
"""Between two passages: folded it is more than one space, so that no phrase is found across it."""
MOST_FINDS = 16
"""Places looked at for one clue."""
SNIPPET = 150
"""Characters."""
LEAD = 50
"""Characters before the first marked word of a cut snippet."""
_DOTS = "…"
_DEPTHS: tuple[Depth, ...] = get_args(Depth)


class Standing(NamedTuple):
    """Where a passage stands: its field, its block, and the number of the heading over it (0: none)."""

    field: Field
    place: Place
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

    def find(self, needle: str, *, whole: bool) -> Iterator[tuple[int, Mark]]:
        """Passage and place in it of each of the first finds of *needle*, which begins before a word."""
        folded, starts = self._folded, self._starts
        at = folded.find(needle)
        for __ in range(MOST_FINDS):
            if at < 0:
                return
            start = at + 1
            end = at + len(needle) - 1 if whole else folded.index(" ", at + len(needle))
            passage = bisect_right(starts, start) - 1
            begin = starts[passage]
            yield passage, (start - begin, end - begin)
            at = folded.find(needle, end)

    def field(self, passage: int) -> Field:
        """The field of *passage*."""
        return Field(int(self._places[passage][0]))

    def standing(self, passage: int) -> Standing:
        """Where *passage* stands."""
        field, depth, block, heading = map(int, self._places[passage].split("."))
        return Standing(Field(field), Place(_DEPTHS[depth], block), heading)


def excerpt(text: str, marks: Sequence[Mark]) -> tuple[str, tuple[Mark, ...]]:
    """At most about SNIPPET characters of *text* round the first of *marks*, cut between words; the marks in it."""
    begin = _begin(text, marks[0][0]) if marks and marks[0][1] > SNIPPET else 0
    end = len(text)
    if end - begin > SNIPPET:
        end = text.rfind(" ", begin, begin + SNIPPET)
        end = begin + SNIPPET if end <= begin else end
    before, after = _DOTS if begin else "", _DOTS if end < len(text) else ""
    shift = len(before) - begin
    inside = tuple((first + shift, last + shift) for first, last in marks if begin <= first and last <= end)
    return before + text[begin:end] + after, inside


def apart(marks: Iterable[Mark]) -> list[Mark]:
    """*marks* in order, those that overlap made one."""
    merged: list[Mark] = []
    for first, last in sorted(marks):
        if merged and first < merged[-1][1]:
            merged[-1] = merged[-1][0], max(last, merged[-1][1])
        else:
            merged.append((first, last))
    return merged


def _begin(text: str, mark: int) -> int:
    """Where to begin so that *mark* has some words before it."""
    return text.find(" ", max(0, mark - LEAD), mark) + 1

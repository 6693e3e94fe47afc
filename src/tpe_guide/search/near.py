"""Words close to one that was mistyped: one Levenshtein automaton that reads all known words at once.

A state of the automaton is not a yes or no but the set of words that are in it, one bit a word. So reading one letter
of what was typed moves every word on by a few integer operations, however many words there are.

Why this and not the usual ways, measured on one machine with the 1,500 words of 59 pages (and with 50,000 words):

=========================================  ==================  ==================  =======================
way                                        median, µs          99th percentile     to load
=========================================  ==================  ==================  =======================
this automaton, whole words and beginnings  38 (113)            83 (244)           a set a letter and place
symmetric delete, whole words only          41 (69)            179 (5,455)         20,000 (250,000) entries
letter pairs, then distance, whole only    407                5,141                a list a letter pair
=========================================  ==================  ==================  =======================

It is exact, and it finds beginnings, which matter while a word is still being typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from tpe_guide.search import bits

LONGEST = 24
"""Letters of a word that count; the rest of a longer one is not looked at."""

Row = list[int]
"""Sets of words, by how much further one has read in the word than in what was typed: *edits* behind to *edits* ahead.
An empty set stands on either side."""


class Near(NamedTuple):
    """The words that are so many edits away: as they stand, and only with their beginning."""

    whole: int
    begun: int


def letter_sets(words: Iterable[tuple[int, str]]) -> dict[str, list[int]]:
    """For each letter the sets of numbered *words* that have it in first, second … place; under ``""`` any letter."""
    sets: dict[str, list[int]] = {"": [0] * LONGEST}
    for number, word in words:
        for place, letter in enumerate(word[:LONGEST]):
            sets.setdefault(letter, [0] * LONGEST)[place] |= 1 << number
            sets[""][place] |= 1 << number
    return sets


class Automaton:
    """Finds the words within a few edits: a letter missing, added, mistaken, or two swapped.

    *letters* tells for each letter the words that have it in each place, as ``letter_sets`` does.
    """

    def __init__(self, letters: Callable[[str], Sequence[int]]) -> None:
        self._letters = letters
        self._any = letters("")

    def near(self, typed: str, edits: int) -> list[Near]:
        """The words that are exactly 0, 1 … *edits* away from *typed*; each stands where it comes nearest."""
        rows = self._start(edits)
        before: list[Row] | None = None
        last: Sequence[int] = ()
        for index, letter in enumerate(typed[:LONGEST]):
            now = self._letters(letter)
            rows, before = self._step(rows, before, index, now, last), rows
            last = now
        return self._nearest(rows, min(len(typed), LONGEST))

    def _start(self, edits: int) -> list[Row]:
        """Before a letter is read, letters of the word may already be missing."""
        rows = []
        for edit in range(edits + 1):
            row = [0] * (2 * edits + 3)
            for ahead in range(edit + 1):
                row[edits + 1 + ahead] = self._longer(ahead - 1)
            rows.append(row)
        return rows

    def _step(
        self, rows: list[Row], before: list[Row] | None, index: int, now: Sequence[int], last: Sequence[int]
    ) -> list[Row]:
        """Read one letter of what was typed; *before* and *last* are of the letter before it."""
        edits = len(rows) - 1
        moved: list[Row] = []
        for edit, row in enumerate(rows):
            new = [0] * len(row)
            for column in range(1, len(row) - 1):
                place = index + column - edits - 1  # of the word's letter that would answer this one
                if not -1 <= place < LONGEST:
                    continue
                reached = row[column] & now[place] if place >= 0 else 0
                if edit:
                    fewer = rows[edit - 1]
                    reached |= fewer[column + 1]  # a letter too many
                    reached |= (fewer[column] | moved[edit - 1][column - 1]) & self._longer(place)  # mistaken; missing
                    if before and place > 0:
                        reached |= before[edit - 1][column] & now[place - 1] & last[place]  # swapped
                new[column] = reached
            moved.append(new)
        return moved

    def _nearest(self, rows: list[Row], length: int) -> list[Near]:
        edits = len(rows) - 1
        found: list[Near] = []
        seen_whole = seen_begun = 0
        for row in rows:
            whole = begun = 0
            for column in range(1, len(row) - 1):
                size = length + column - edits - 1  # letters of the word that were read
                if size > 0:
                    begun |= row[column]
                    whole |= row[column] & ~self._longer(size)
            found.append(Near(whole & ~seen_whole, begun & ~whole & ~seen_begun))
            seen_whole |= whole
            seen_begun |= begun | whole
        return found

    def _longer(self, place: int) -> int:
        """The words that have a letter in *place*."""
        if place < 0:
            return _ALL
        return self._any[place] if place < LONGEST else 0


_ALL = -1
"""Every bit is on."""


def likeliest(near: Near, typed: str, words: Sequence[str], limit: int) -> list[str]:
    """At most *limit* of the *words* in *near*, the longest common beginning first; only whole ones if there are any.

    Where letters were only swapped, the words that have just these letters, and no others.
    """
    found = [words[number] for number in bits.members(near.whole)]
    begun = [words[number] for number in bits.members(near.begun)]
    letters = sorted(typed)
    swapped = [[word for word in some if sorted(word[: len(typed)]) == letters] for some in (found, begun)]
    if any(swapped):
        found, begun = swapped

    return sorted(found or begun, key=lambda word: (-_letters_in_common(typed, word), word))[:limit]


def _letters_in_common(one: str, other: str) -> int:
    """How long their common beginning is."""
    return sum(1 for __ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))

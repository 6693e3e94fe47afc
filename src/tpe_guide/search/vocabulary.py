"""The words of an index as it is searched: whole, begun, in another form, mistyped."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from tpe_guide.search.hit import Field
from tpe_guide.search.near import LONGEST, Automaton, likeliest

Sets = tuple[int, ...]
"""Documents, one set a field."""

AFTER_ALL_LETTERS = "\U0010ffff"
SHORTEST_STEM = 4
"""Letters that stay when an ending is taken off, lest “care” be a form of “cars”."""
SHORTEST_BEGUN = 4
"""Letters of a mistyped word that may be only the beginning of what is meant."""
REMEMBERED = 256
"""Mistyped words: all but the last one of a query were looked up at the keystroke before."""
NEAR_LIMIT = 6
"""Words that one mistyped word may stand for."""


class Vocabulary:
    """Looks words up by their number. Sets are read from their hex when first asked for: loading costs nothing."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.words: list[str] = data["words"]
        self.small: frozenset[str] = frozenset(data["small"])
        self._written: dict[str, list[str]] = data["written"]
        self._endings: list[str] = data["endings"]
        self._hex: list[str] = data["sets"]
        self._sets: list[Sets | None] = [None] * len(self.words)
        self._near: dict[str, tuple[str, ...]] = {}
        self._automaton = Automaton(_Letters(data["letters"]).__getitem__)

    def number(self, word: str) -> int | None:
        """The number of *word*; None if it is not known."""
        number = bisect_left(self.words, word)
        return number if number < len(self.words) and self.words[number] == word else None

    def begun(self, beginning: str) -> range:
        """The words that begin with *beginning*, itself among them."""
        first = bisect_left(self.words, beginning)
        return range(first, bisect_left(self.words, beginning + AFTER_ALL_LETTERS, first))

    def sets(self, number: int) -> Sets:
        """The documents that have the word."""
        sets = self._sets[number]
        if sets is None:
            sets = self._sets[number] = sets_from_hex(self._hex[number])
        return sets

    def written(self, number: int) -> Sequence[str]:
        """The word as the guide writes it."""
        word = self.words[number]
        return self._written.get(word) or (word,)

    def forms(self, word: str) -> list[int]:
        """Other forms of *word*: they differ in their endings."""
        stems = {word} | {word.removesuffix(ending) for ending in self._endings}
        forms = {stem + ending for stem in stems if len(stem) >= SHORTEST_STEM for ending in ("", *self._endings)}
        numbers = map(self.number, sorted(forms - {word}))
        return [number for number in numbers if number is not None]

    def near(self, typed: str) -> tuple[str, ...]:
        """The words that are the fewest mistakes away from *typed*, the likeliest first; none if none is near."""
        guesses = self._near.get(typed)
        if guesses is None:
            if len(self._near) >= REMEMBERED:
                self._near.clear()
            guesses = self._near[typed] = self._look_near(typed)
        return guesses

    def _look_near(self, typed: str) -> tuple[str, ...]:
        if not typed.isalpha() or len(typed) > LONGEST:
            return ()
        for near in self._automaton.near(typed, _edits(len(typed)))[1:]:
            likely = near if len(typed) >= SHORTEST_BEGUN else near._replace(begun=0)
            if guesses := likeliest(likely, typed, self.words, NEAR_LIMIT):
                return tuple(guesses)
        return ()


def sets_from_hex(text: str) -> Sets:
    """The sets that stand in *text* in hex, with commas; the last ones may be missing."""
    sets = [int(part, 16) if part else 0 for part in text.split(",")]
    return (*sets, *[0] * (len(Field) - len(sets)))


class _Letters(dict[str, Sequence[int]]):
    """Letter → words that have it in each place; read from hex when the letter is first met."""

    def __init__(self, in_hex: dict[str, list[str]]) -> None:
        super().__init__()
        self._hex = in_hex

    def __missing__(self, letter: str) -> Sequence[int]:
        sets = self[letter] = [int(found, 16) if found else 0 for found in self._hex.get(letter, [""] * LONGEST)]
        return sets


def _edits(length: int) -> int:
    """How many mistakes a word of *length* letters may hold."""
    return (length >= 3) + (length >= 6) + (length >= 11)

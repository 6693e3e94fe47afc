"""Phrases that mean something: other names of glossary terms, and lay words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from tpe_guide.search.hit import Match
from tpe_guide.search.tokens import Token
from tpe_guide.search.vocabulary import AFTER_ALL_LETTERS, Sets, sets_from_hex

MOST_COMPLETIONS = 8
"""Phrases that the end of a query may be the beginning of."""
SHORTEST_COMPLETED = 3


class Sense(NamedTuple):
    """What a phrase may mean: one thing in all its spellings."""

    term: str
    """The glossary word of which the phrase is another name; empty if it is a lay phrase."""
    spellings: Sequence[tuple[str, Sets]]
    """Each folded, and the documents that have it."""


class Phrase(NamedTuple):
    """A phrase as it is written, found in words number *first* up to *last* of a query."""

    written: str
    senses: Sequence[Sense]
    match: Match
    """SYNONYM; TYPO if one of its words was mistyped."""
    first: int
    last: int


class Phrases:
    """Finds phrases in a query."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._rows: list[tuple[str, str, list[int], list[int]]] = data["phrases"]
        self._folded = [row[0] for row in self._rows]
        parts = [folded.split() for folded in self._folded]
        self._words = frozenset(word for words in parts for word in words)
        self._first_words = frozenset(words[0] for words in parts)
        self._most_words = max(map(len, parts), default=0)
        self._sense_rows: list[tuple[str, list[str], list[str]]] = data["senses"]
        self._opened: dict[int, Sequence[Sense]] = {}

    def within(self, tokens: Sequence[Token]) -> Iterator[Phrase]:
        """Each phrase in *tokens*, the longest that begins at a word; then those that the end may be meant for."""
        first = 0
        while first < len(tokens):
            last = first + 1
            if last == len(tokens) or not self._first_words.isdisjoint(tokens[first].readings):
                for last in range(min(len(tokens), first + self._most_words), first, -1):
                    if found := [*self._exactly(tokens, first, last)]:
                        yield from found
                        break
                else:
                    yield from self._begun(tokens, first)
            first = last

    def _exactly(self, tokens: Sequence[Token], first: int, last: int) -> Iterator[Phrase]:
        inside = tokens[first:last]
        match = Match.TYPO if any(token.guesses for token in inside) else Match.SYNONYM
        readings = inside[0].readings if len(inside) == 1 else (" ".join(map(self._reading, inside)),)
        for reading in readings:
            row = bisect_left(self._folded, reading)
            if row < len(self._folded) and self._folded[row] == reading:
                yield Phrase(self._rows[row][1], self._senses(row), match, first, last)

    def _begun(self, tokens: Sequence[Token], first: int) -> Iterator[Phrase]:
        inside = tokens[first:]
        text = " ".join(token.text for token in inside)
        if len(text) < SHORTEST_COMPLETED or any(token.guesses for token in inside):
            return
        row = bisect_left(self._folded, text)
        end = bisect_left(self._folded, text + AFTER_ALL_LETTERS, row)
        for number in range(row, min(end, row + MOST_COMPLETIONS)):
            yield Phrase(self._rows[number][1], self._senses(number), Match.SYNONYM, first, len(tokens))

    def _reading(self, token: Token) -> str:
        """What a mistyped word may have been meant to be, if it is a part of a phrase."""
        return next((guess for guess in token.guesses if guess in self._words), token.text)

    def _senses(self, row: int) -> Sequence[Sense]:
        senses = self._opened.get(row)
        if senses is None:
            __, __, names, meant = self._rows[row]
            senses = [self._sense(number, named=True) for number in names]
            senses += [self._sense(number, named=False) for number in meant]
            self._opened[row] = senses
        return senses

    def _sense(self, number: int, *, named: bool) -> Sense:
        term, spellings, in_hex = self._sense_rows[number]
        return Sense(term if named else "", [*zip(spellings, map(sets_from_hex, in_hex), strict=True)])

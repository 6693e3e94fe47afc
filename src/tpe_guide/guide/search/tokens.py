"""From the letters that a person typed to words: known ones, and what a mistyped one may have been meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tpe_guide.guide.search.fold import Word, composed, words
from tpe_guide.guide.search.vocabulary import Vocabulary

MOST_LETTERS = 240
MOST_TOKENS = 16
"""Of a query; what lies beyond is not looked at."""
SHORTEST_HALF = 3
"""Letters of each of two words that may have been run together."""


class Token(NamedTuple):
    """A word of a query, folded. *guesses*: what it may have been meant to be, if it is not known."""

    text: str
    wrote: str
    guesses: tuple[str, ...] = ()

    @property
    def readings(self) -> tuple[str, ...]:
        """What to look for."""
        return self.guesses or (self.text,)


class Tokens:
    """Takes queries apart."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def read(self, query: str) -> list[Token]:
        """The words of *query* as the guide may know them."""
        text = composed(query[:MOST_LETTERS])
        tokens = [token for run in _runs(words(text)) for token in self._parts(run, text)]
        return [*self._mended(tokens[:MOST_TOKENS])]

    def _parts(self, run: Sequence[Word], text: str) -> Iterator[Token]:
        """Words held together by hyphens: each for itself, or as one where only that is known."""
        parts = [word for word in run if len(word.text) > 1] or run
        joined = "".join(word.text for word in run)
        if len(run) > 1 and not all(self._knows(word.text) for word in parts) and self._knows(joined):
            yield Token(joined, text[run[0].start : run[-1].end])
        else:
            yield from (Token(word.text, text[word.start : word.end]) for word in parts)

    def _mended(self, tokens: Sequence[Token]) -> Iterator[Token]:
        """*tokens*: one word that was written as two, two as one, and one that was mistyped, as they were meant."""
        following = iter([*tokens[1:], None])
        coming = iter(tokens)
        for token in coming:
            after = next(following)
            known = self._knows(token.text)
            if after and not (known and self._knows(after.text)) and self._is_written(token.text + after.text):
                yield Token(token.text + after.text, f"{token.wrote} {after.wrote}")
                next(coming), next(following)
            elif known:
                yield token
            elif guesses := self._vocabulary.near(token.text):
                yield self._guessed(token, guesses)
            else:
                yield from self._halves(token)

    def _guessed(self, token: Token, guesses: Sequence[str]) -> Token:
        """*token* as the likeliest of *guesses* if that is a small word, else as any that is not."""
        small = self._vocabulary.small
        if guesses[0] in small:
            return token._replace(text=guesses[0])
        return token._replace(guesses=tuple(guess for guess in guesses if guess not in small))

    def _halves(self, token: Token) -> Iterable[Token]:
        for cut in range(SHORTEST_HALF, len(token.text) - SHORTEST_HALF + 1):
            halves = token.text[:cut], token.text[cut:]
            if all(map(self._is_written, halves)):
                return [token._replace(text=half) for half in halves]
        return [token]

    def _knows(self, word: str) -> bool:
        """A word begins so, or is another form of this one."""
        return bool(self._vocabulary.begun(word)) or bool(self._vocabulary.forms(word))

    def _is_written(self, word: str) -> bool:
        return self._vocabulary.number(word) is not None


def _runs(found: Iterable[Word]) -> list[list[Word]]:
    """Words, those held together by hyphens or apostrophes in one list."""
    runs: list[list[Word]] = []
    for word in found:
        if word.joined:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs

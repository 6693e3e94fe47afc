"""From the letters that a person typed to words: known ones, and what a mistyped one may have been meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tpe_guide.search.fold import Word, composed, runs, words
from tpe_guide.search.vocabulary import Vocabulary

MOST_LETTERS = 240
MOST_TOKENS = 16
"""Of a query; what lies beyond is not looked at."""
SHORTEST_HALF = 3
"""Letters of each of two words that may have been run together."""


class Token(NamedTuple):
    """A word of a query, folded."""

    text: str
    wrote: str
    small: bool = False
    """To be passed over if there are other words."""
    guesses: tuple[str, ...] = ()
    """What it may have been meant to be, if it is not known."""

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
        tokens = [token for run in runs(words(text)) for token in self._parts(run, text)]
        return [*self._mended(tokens[:MOST_TOKENS])]

    def _parts(self, run: Sequence[Word], text: str) -> Iterator[Token]:
        """Words held together by hyphens: each for itself, or as one where only that is known."""
        long = [word for word in run if len(word.text) > 1]
        joined = "".join(word.text for word in run)
        if len(run) > 1 and not all(self._knows(word.text) for word in long) and self._knows(joined):
            yield self._token(joined, text[run[0].start : run[-1].end])
        else:
            for word in run:
                token = self._token(word.text, text[word.start : word.end])
                yield token._replace(small=token.small or (bool(long) and word not in long))

    def _mended(self, tokens: Sequence[Token]) -> Iterator[Token]:
        """*tokens*: one word that was written as two, two as one, and one that was mistyped, as they were meant."""
        place = 0
        while place < len(tokens):
            token = tokens[place]
            after = tokens[place + 1] if place + 1 < len(tokens) else None
            known = self._knows(token.text) or token.small
            if after and not (known and self._knows(after.text)) and self._is_written(token.text + after.text):
                yield self._token(token.text + after.text, f"{token.wrote} {after.wrote}")
                place += 1
            elif known:
                yield token
            else:
                yield from self._guessed(token)
            place += 1

    def _guessed(self, token: Token) -> Iterable[Token]:
        """*token* as a form of other words, as words that are near, or as the two that it is made of."""
        vocabulary = self._vocabulary
        forms = tuple(vocabulary.words[form] for form in vocabulary.forms(token.text))
        guesses = forms or vocabulary.near(token.text)
        if not guesses:
            return self._halves(token)
        if guesses[0] in vocabulary.small:
            return [token._replace(text=guesses[0], small=True)]
        return [token._replace(guesses=tuple(guess for guess in guesses if guess not in vocabulary.small))]

    def _halves(self, token: Token) -> Iterable[Token]:
        for cut in range(SHORTEST_HALF, len(token.text) - SHORTEST_HALF + 1):
            halves = token.text[:cut], token.text[cut:]
            if all(map(self._is_written, halves)):
                return [self._token(half, token.wrote) for half in halves]
        return [token]

    def _token(self, text: str, wrote: str) -> Token:
        return Token(text, wrote, small=text in self._vocabulary.small)

    def _knows(self, word: str) -> bool:
        """It is small, a word begins so, or another form of it stands in the guide."""
        vocabulary = self._vocabulary
        if word in vocabulary.small or vocabulary.begun(word):
            return True
        return any(any(vocabulary.sets(form)) for form in vocabulary.forms(word))

    def _is_written(self, word: str) -> bool:
        return self._vocabulary.number(word) is not None

"""What a person wrote → what to look for: words in any form, phrases with a meaning, what a mistyped word may be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from tpe_guide.guide.search.fold import Word, composed, words
from tpe_guide.guide.search.hit import RANKS, Field, Match, rank
from tpe_guide.guide.search.vocabulary import AFTER_ALL_LETTERS, Sets, Vocabulary, sets_from_hex

MOST_LETTERS = 240
MOST_WORDS = 8
MOST_TOKENS = 16
"""Words of a query, and words of it without the small ones; what lies beyond is not looked at."""
MOST_COMPLETIONS = 8
"""Phrases that the end of a query may be the beginning of."""
SHORTEST_COMPLETED = 3
SHORTEST_HALF = 3
"""Letters of each of two words that may have been run together."""
MOST_WRITINGS = 8
"""Of the words that begin as one was typed, those written otherwise that are marked where they stand."""
REMEMBERED = 256
"""Words: all but the last one of a query have been looked up at the keystroke before."""


class Clue(NamedTuple):
    """What to look for in a folded text, and what finding it means."""

    match: Match
    """EXACT for the word itself, whole, begun or in another form; SYNONYM; TYPO."""
    needle: str
    whole: bool = True
    """Else it is the beginning of a word."""
    wrote: str = ""
    """What the person wrote, if that means something."""
    phrase: str = ""
    """The phrase that it was taken for."""
    term: str = ""
    """The glossary word of which this is a spelling."""


class Asked(NamedTuple):
    """One word of a query: the documents that answer it, by rank, and the clues that show where."""

    wrote: str
    ranks: list[int]
    clues: list[Clue]

    def add(self, sets: Iterable[int], match: Match) -> None:
        """The documents in *sets*, one set a field, match like this."""
        for field, found in zip(Field, sets, strict=True):
            self.ranks[rank(field, match)] |= found


class Query(NamedTuple):
    """The words to look for; and for each small word beside them, the documents that have it in their title."""

    asked: Sequence[Asked] = ()
    small: Sequence[int] = ()


class _Token(NamedTuple):
    """A word of the query, folded. *guesses*: what it may have been meant to be, if it is not known."""

    text: str
    wrote: str
    guesses: tuple[str, ...] = ()


_Phrase = list[Any]
"""As in the index: folded, as written, senses of which it is a spelling, senses that it may mean."""


class Reader:
    """Reads queries against one index."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._vocabulary = Vocabulary(data)
        self._phrases: list[_Phrase] = data["phrases"]
        self._folded: list[str] = [phrase[0] for phrase in self._phrases]
        self._phrase_words = frozenset(word for folded in self._folded for word in folded.split())
        self._senses: list[list[Any]] = data["senses"]
        self._sense_sets: dict[int, Sets] = {}
        self._looked_up: dict[_Token, Asked] = {}
        self._guessed: dict[str, tuple[str, ...]] = {}

    def read(self, query: str) -> Query:
        """What *query* asks for; nothing if it holds no word."""
        tokens = self._tokens(composed(query[:MOST_LETTERS]))
        numbers = range(len(tokens))
        content = [number for number in numbers if tokens[number].text not in self._vocabulary.small]
        content = (content or [*numbers])[:MOST_WORDS]
        asked = {number: self._ask(tokens[number]) for number in content}
        for among in (numbers, content) if len(content) < len(tokens) else (numbers,):
            for phrase, match, covered in self._phrases_in([tokens[number] for number in among]):
                wrote = " ".join(tokens[number].wrote for number in among[covered])
                for number in among[covered]:
                    if number in asked:
                        self._add_phrase(asked[number], phrase, match, wrote)
        small = [self._in_title(tokens[number].text) for number in numbers if number not in asked]
        return Query([*asked.values()], small)

    # From letters to words

    def _tokens(self, text: str) -> list[_Token]:
        tokens = [
            _Token(folded, text[start:end]) for run in _runs(words(text)) for folded, start, end in self._parts(run)
        ]
        return [*self._with_guesses(tokens[:MOST_TOKENS])]

    def _parts(self, run: Sequence[Word]) -> Iterator[tuple[str, int, int]]:
        """Words held together by hyphens: each for itself, or as one where only that is known."""
        parts = [word for word in run if len(word.text) > 1] or run
        joined = "".join(word.text for word in run)
        if len(run) > 1 and not all(self._is_known(word.text) for word in parts) and self._is_known(joined):
            yield joined, run[0].start, run[-1].end
        else:
            yield from ((word.text, word.start, word.end) for word in parts)

    def _with_guesses(self, tokens: Sequence[_Token]) -> Iterator[_Token]:
        """*tokens*; what is not known is taken for what it may have been meant to be."""
        coming = iter([*zip(tokens, [*tokens[1:], None], strict=True)])
        for token, following in coming:
            known = self._is_known(token.text)
            if following and not (known and self._is_known(following.text)):
                joined = token.text + following.text
                if self._vocabulary.number(joined) is not None:
                    yield _Token(joined, f"{token.wrote} {following.wrote}")
                    next(coming)
                    continue
            if known:
                yield token
            elif guesses := self._guesses(token.text):
                yield token._replace(guesses=guesses)
            else:
                yield from self._run_together(token)

    def _is_known(self, word: str) -> bool:
        return bool(self._vocabulary.begun(word)) or any(True for __ in self._vocabulary.forms(word))

    def _guesses(self, word: str) -> tuple[str, ...]:
        guesses = self._guessed.get(word)
        if guesses is None:
            _make_room(self._guessed)
            guesses = tuple(self._vocabulary.words[number] for number in self._vocabulary.near(word))
            self._guessed[word] = guesses
        return guesses

    def _run_together(self, token: _Token) -> Iterator[_Token]:
        """*token*, or the two known words that it is made of."""
        for cut in range(SHORTEST_HALF, len(token.text) - SHORTEST_HALF + 1):
            halves = token.text[:cut], token.text[cut:]
            if all(self._vocabulary.number(half) is not None for half in halves):
                yield from (token._replace(text=half) for half in halves)
                return
        yield token

    # From words to documents

    def _ask(self, token: _Token) -> Asked:
        asked = self._looked_up.get(token)
        if asked is None:
            _make_room(self._looked_up)
            asked = self._looked_up[token] = self._look_up(token)
        return Asked(asked.wrote, [*asked.ranks], [*asked.clues])  # phrases are added to it

    def _look_up(self, token: _Token) -> Asked:
        asked = Asked(token.wrote, [0] * RANKS, [])
        vocabulary = self._vocabulary
        for word in token.guesses or (token.text,):
            itself = vocabulary.number(word)
            begun = [number for number in vocabulary.begun(word) if vocabulary.words[number] not in vocabulary.small]
            others = [number for number in (*vocabulary.forms(word), *begun) if number != itself]
            match = Match.TYPO if token.guesses else Match.EXACT
            if itself is not None:
                asked.add(vocabulary.sets(itself), match)
            for number in others:
                asked.add(vocabulary.sets(number), max(match, Match.PREFIX))
            asked.clues.append(Clue(match, f" {word}", whole=False, wrote=token.wrote))
            numbers = others if itself is None else [itself, *others]
            writings = (writing for number in numbers for writing in vocabulary.written(number))
            otherwise = (writing for writing in writings if not writing.startswith(word))
            asked.clues.extend(
                Clue(match, f" {writing} ", wrote=token.wrote) for writing in islice(otherwise, MOST_WRITINGS)
            )
        return asked

    def _in_title(self, word: str) -> int:
        number = self._vocabulary.number(word)
        return 0 if number is None else self._vocabulary.sets(number)[Field.TITLE]

    # From words to phrases with a meaning

    def _phrases_in(self, tokens: Sequence[_Token]) -> Iterator[tuple[_Phrase, Match, slice]]:
        """Each phrase in *tokens*, the longest that begins at a word; then those that the end may be meant for."""
        start = 0
        while start < len(tokens):
            for end in range(len(tokens), start, -1):
                if found := [*self._meanings(tokens[start:end])]:
                    yield from ((phrase, match, slice(start, end)) for phrase, match in found)
                    start = end
                    break
            else:
                for phrase in self._completions(tokens[start:]):
                    yield phrase, Match.SYNONYM, slice(start, None)
                start += 1

    def _meanings(self, tokens: Sequence[_Token]) -> Iterator[tuple[_Phrase, Match]]:
        match = Match.TYPO if any(token.guesses for token in tokens) else Match.SYNONYM
        if len(tokens) == 1:
            readings = tokens[0].guesses or (tokens[0].text,)
        else:
            readings = (" ".join(map(self._reading_in_phrase, tokens)),)
        for reading in readings:
            place = bisect_left(self._folded, reading)
            if place < len(self._folded) and self._folded[place] == reading:
                yield self._phrases[place], match

    def _reading_in_phrase(self, token: _Token) -> str:
        return next((guess for guess in token.guesses if guess in self._phrase_words), token.text)

    def _completions(self, tokens: Sequence[_Token]) -> Sequence[_Phrase]:
        text = " ".join(token.text for token in tokens)
        if len(text) < SHORTEST_COMPLETED or any(token.guesses for token in tokens):
            return ()
        first = bisect_left(self._folded, text)
        last = bisect_left(self._folded, text + AFTER_ALL_LETTERS, first)
        return self._phrases[first : min(last, first + MOST_COMPLETIONS)]

    def _add_phrase(self, asked: Asked, phrase: _Phrase, match: Match, wrote: str) -> None:
        __, shown, spelling_of, may_mean = phrase
        for number in (*spelling_of, *may_mean):
            word, spellings, in_hex = self._senses[number]
            sets = self._sense_sets.get(number)
            if sets is None:
                sets = self._sense_sets[number] = sets_from_hex(in_hex)
            asked.add(sets, match)
            term = word if number in spelling_of else ""
            asked.clues.extend(Clue(match, f" {spelling} ", True, wrote, shown, term) for spelling in spellings)


def _runs(found: Iterable[Word]) -> list[list[Word]]:
    """Words, those held together by hyphens or apostrophes in one list."""
    runs: list[list[Word]] = []
    for word in found:
        if word.joined:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _make_room(remembered: dict[Any, Any]) -> None:
    if len(remembered) >= REMEMBERED:
        remembered.clear()

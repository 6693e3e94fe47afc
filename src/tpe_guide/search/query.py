"""What a person wrote → what to look for: words in any form, phrases with a meaning, what a mistyped word may be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, NamedTuple

from tpe_guide.search import bits
from tpe_guide.search.hit import RANKS, Field, Match, rank
from tpe_guide.search.phrases import Phrase, Phrases
from tpe_guide.search.tokens import Token, Tokens
from tpe_guide.search.vocabulary import Vocabulary

MOST_WORDS = 8
"""Words of a query that are looked for, small ones left out."""
MOST_WRITINGS = 8
"""Of the words that begin as one was typed, those written otherwise that are marked where they stand."""
REMEMBERED = 256
"""Words: all but the last one of a query have been looked up at the keystroke before."""


class Clue(NamedTuple):
    """What to look for in a folded text, and what finding it means."""

    match: Match
    """EXACT for the word itself, whole, begun or in another form; SYNONYM; TYPO."""
    needle: str
    documents: int
    """Those that it may be found in."""
    whole: bool = True
    """Else it is the beginning of a word."""
    wrote: str = ""
    """What the person wrote."""
    phrase: str = ""
    """The phrase of glossary or lay words that it was taken for."""
    term: str = ""
    """The glossary word of which that phrase is another name."""


class Asked(NamedTuple):
    """One word of a query."""

    wrote: str
    ranks: Sequence[tuple[int, int]]
    """Each rank in which documents answer it, the best first, and the set of these documents."""

    def rank(self, document: int) -> int | None:
        """How well the document of this number answers."""
        bit = 1 << document
        return next((rank for rank, documents in self.ranks if documents & bit), None)

    @property
    def documents(self) -> int:
        """All that answer."""
        return bits.union(documents for __, documents in self.ranks)


class Query(NamedTuple):
    """What to look for."""

    asked: Sequence[Asked] = ()
    clues: Sequence[Clue] = ()
    """They show where a document answers."""
    answering: Sequence[int] = ()
    """For each clue, the set of the numbers of the words in *asked* that it answers."""
    small: Sequence[int] = ()
    """For each small word beside them, the documents that have it in their title."""


class Reader:
    """Reads queries against one index."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._vocabulary = Vocabulary(data)
        self._tokens = Tokens(self._vocabulary)
        self._phrases = Phrases(data)
        self._looked_up: dict[Token, _Word] = {}

    def read(self, query: str) -> Query:
        """What *query* asks for; nothing if it holds no word."""
        tokens = self._tokens.read(query)
        every = range(len(tokens))
        content = [place for place in every if not tokens[place].small]
        content = (content or [*every])[:MOST_WORDS]
        notes = _Notes([self._look_up(tokens[place]) for place in content])
        for among in (every, content) if len(content) < len(tokens) else (every,):
            for phrase in self._phrases.within([tokens[place] for place in among]):
                covered = among[phrase.first : phrase.last]
                wrote = " ".join(tokens[place].wrote for place in covered)
                notes.add_phrase(phrase, wrote, [content.index(place) for place in covered if place in content])
        small = [self._in_title(tokens[place].text) for place in every if place not in content]
        return Query(notes.asked(), [*notes.clues.values()], [*notes.answering.values()], small)

    def _look_up(self, token: Token) -> _Word:
        word = self._looked_up.get(token)
        if word is None:
            if len(self._looked_up) >= REMEMBERED:
                self._looked_up.clear()
            word = self._looked_up[token] = _Word(token.wrote, [0] * RANKS, [])
            if token.guesses:
                self._add_guesses(word, token.guesses)
            else:
                self._add_known(word, token.text)
        return word

    def _add_known(self, word: _Word, text: str) -> None:
        """*text*, what begins with it and its other forms."""
        vocabulary = self._vocabulary
        itself = vocabulary.number(text)
        begun = [number for number in vocabulary.begun(text) if vocabulary.words[number] not in vocabulary.small]
        others = [number for number in (*vocabulary.forms(text), *begun) if number != itself]
        for number in others:
            word.add(vocabulary.sets(number), Match.PREFIX)
        if itself is not None:
            word.add(vocabulary.sets(itself), Match.EXACT)
            others.insert(0, itself)
        word.clues.append(Clue(Match.EXACT, f" {text}", bits.union(word.ranks), False, word.wrote))
        writings = ((writing, number) for number in others for writing in vocabulary.written(number))
        for writing, number in islice((each for each in writings if not each[0].startswith(text)), MOST_WRITINGS):
            word.look_for(Match.EXACT, writing, vocabulary.sets(number))

    def _add_guesses(self, word: _Word, guesses: Sequence[str]) -> None:
        """Each of *guesses* may have been meant, in any form."""
        vocabulary = self._vocabulary
        forms = [number for guess in guesses for number in (vocabulary.number(guess), *vocabulary.forms(guess))]
        for number in dict.fromkeys(number for number in forms if number is not None):
            word.add(vocabulary.sets(number), Match.TYPO)
            for writing in vocabulary.written(number):
                word.look_for(Match.TYPO, writing, vocabulary.sets(number))

    def _in_title(self, word: str) -> int:
        number = self._vocabulary.number(word)
        return 0 if number is None else self._vocabulary.sets(number)[Field.TITLE]


class _Word(NamedTuple):
    """One word as it was looked up: the documents that answer it, one set a rank, and the clues to it."""

    wrote: str
    ranks: list[int]
    clues: list[Clue]

    def add(self, sets: Iterable[int], match: Match) -> None:
        """The documents in *sets*, one set a field, match like this."""
        for field, found in enumerate(sets):
            self.ranks[rank(field, match)] |= found

    def look_for(self, match: Match, writing: str, sets: Iterable[int]) -> None:
        """*writing*, whole words, folded, shows where in the documents of *sets*."""
        self.clues.append(Clue(match, f" {writing} ", bits.union(sets), True, self.wrote))


class _Notes:
    """What has been understood of a query so far. What is to be found in one way is looked for once."""

    def __init__(self, words: Sequence[_Word]) -> None:
        self._words = [word._replace(ranks=[*word.ranks]) for word in words]  # those of phrases are added to them
        self.clues: dict[tuple[Match, str], Clue] = {}
        self.answering: dict[tuple[Match, str], int] = {}
        for number, word in enumerate(words):
            for clue in word.clues:
                self._add_clue(clue, 1 << number)

    def add_phrase(self, phrase: Phrase, wrote: str, words: Sequence[int]) -> None:
        """*phrase*, as which the *words* of these numbers were understood."""
        answered = bits.of(words)
        for sense in phrase.senses:
            for spelling, sets in sense.spellings:
                for number in words:
                    self._words[number].add(sets, phrase.match)
                needle = f" {spelling} "
                clue = Clue(phrase.match, needle, bits.union(sets), True, wrote, phrase.written, sense.term)
                self._add_clue(clue, answered)

    def asked(self) -> list[Asked]:
        """The words of the query."""
        return [
            Asked(word.wrote, [(rank, documents) for rank, documents in enumerate(word.ranks) if documents])
            for word in self._words
        ]

    def _add_clue(self, clue: Clue, answered: int) -> None:
        key = clue.match, clue.needle
        self.clues.setdefault(key, clue)
        self.answering[key] = self.answering.get(key, 0) | answered

"""What a person wrote → what to look for: words in any form, phrases with a meaning, what a mistyped word may be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, NamedTuple

from tpe_guide.guide.search import bits
from tpe_guide.guide.search.hit import RANKS, Field, Match, rank
from tpe_guide.guide.search.phrases import Phrase, Phrases
from tpe_guide.guide.search.tokens import Token, Tokens
from tpe_guide.guide.search.vocabulary import Vocabulary

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
    whole: bool = True
    """Else it is the beginning of a word."""
    wrote: str = ""
    """What the person wrote."""
    phrase: str = ""
    """The phrase of glossary or lay words that it was taken for."""
    term: str = ""
    """The glossary word of which that phrase is another name."""


class Asked(NamedTuple):
    """One word of a query: the documents that answer it, by rank."""

    wrote: str
    ranks: list[int]

    def add(self, sets: Iterable[int], match: Match) -> None:
        """The documents in *sets*, one set a field, match like this."""
        for field, found in enumerate(sets):
            self.ranks[rank(field, match)] |= found


class Query(NamedTuple):
    """What to look for."""

    asked: Sequence[Asked] = ()
    clues: Sequence[Clue] = ()
    """They show where a document answers."""
    answering: Sequence[int] = ()
    """For each clue, the set of the numbers of the words in *asked* that it answers."""
    small: Sequence[int] = ()
    """For each small word beside them, the documents that have it in their title."""

    def answers(self, document: int) -> int:
        """How many words the document of this number answers."""
        return sum(any(documents >> document & 1 for documents in asked.ranks) for asked in self.asked)


class Reader:
    """Reads queries against one index."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._vocabulary = Vocabulary(data)
        self._tokens = Tokens(self._vocabulary)
        self._phrases = Phrases(data)
        self._looked_up: dict[Token, tuple[Asked, list[Clue]]] = {}

    def read(self, query: str) -> Query:
        """What *query* asks for; nothing if it holds no word."""
        tokens = self._tokens.read(query)
        every = range(len(tokens))
        content = [place for place in every if not tokens[place].small]
        content = (content or [*every])[:MOST_WORDS]
        page = _Notes()
        for place in content:
            page.add_word(*self._look_up(tokens[place]))
        for among in (every, content) if len(content) < len(tokens) else (every,):
            for phrase in self._phrases.within([tokens[place] for place in among]):
                covered = among[phrase.first : phrase.last]
                wrote = " ".join(tokens[place].wrote for place in covered)
                page.add_phrase(phrase, wrote, [content.index(place) for place in covered if place in content])
        small = [self._in_title(tokens[place].text) for place in every if place not in content]
        return Query(page.asked, [*page.clues.values()], [*page.answering.values()], small)

    def _look_up(self, token: Token) -> tuple[Asked, list[Clue]]:
        known = self._looked_up.get(token)
        if known is None:
            if len(self._looked_up) >= REMEMBERED:
                self._looked_up.clear()
            known = self._looked_up[token] = Asked(token.wrote, [0] * RANKS), []
            if token.guesses:
                self._add_guesses(token.guesses, *known)
            else:
                self._add_known(token.text, *known)
        return known

    def _add_known(self, word: str, asked: Asked, clues: list[Clue]) -> None:
        """*word*, what begins with it and its other forms."""
        vocabulary = self._vocabulary
        itself = vocabulary.number(word)
        begun = [number for number in vocabulary.begun(word) if vocabulary.words[number] not in vocabulary.small]
        others = [number for number in (*vocabulary.forms(word), *begun) if number != itself]
        for number in others:
            asked.add(vocabulary.sets(number), Match.PREFIX)
        if itself is not None:
            asked.add(vocabulary.sets(itself), Match.EXACT)
            others.insert(0, itself)
        writings = (writing for number in others for writing in vocabulary.written(number))
        otherwise = (writing for writing in writings if not writing.startswith(word))
        clues.append(Clue(Match.EXACT, f" {word}", False, asked.wrote))
        clues += [Clue(Match.EXACT, f" {writing} ", True, asked.wrote) for writing in islice(otherwise, MOST_WRITINGS)]

    def _add_guesses(self, guesses: Sequence[str], asked: Asked, clues: list[Clue]) -> None:
        """Each of *guesses* may have been meant, in any form."""
        vocabulary = self._vocabulary
        forms = [number for word in guesses for number in (vocabulary.number(word), *vocabulary.forms(word))]
        for number in dict.fromkeys(number for number in forms if number is not None):
            asked.add(vocabulary.sets(number), Match.TYPO)
            clues += [Clue(Match.TYPO, f" {writing} ", True, asked.wrote) for writing in vocabulary.written(number)]

    def _in_title(self, word: str) -> int:
        number = self._vocabulary.number(word)
        return 0 if number is None else self._vocabulary.sets(number)[Field.TITLE]


class _Notes:
    """What has been understood of a query so far. What is to be found in one way is looked for once."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.clues: dict[tuple[Match, str], Clue] = {}
        self.answering: dict[tuple[Match, str], int] = {}

    def add_word(self, asked: Asked, clues: Iterable[Clue]) -> None:
        """The next word of the query."""
        self.asked.append(asked._replace(ranks=[*asked.ranks]))  # the ranks of phrases are added to them
        for clue in clues:
            self._add_clue(clue, 1 << len(self.asked) - 1)

    def add_phrase(self, phrase: Phrase, wrote: str, words: Sequence[int]) -> None:
        """*phrase*, as which the *words* of that number were understood."""
        answered = bits.of(words)
        for sense in phrase.senses:
            for word in words:
                self.asked[word].add(sense.sets, phrase.match)
            for spelling in sense.spellings:
                clue = Clue(phrase.match, f" {spelling} ", True, wrote, phrase.written, sense.term)
                self._add_clue(clue, answered)

    def _add_clue(self, clue: Clue, answered: int) -> None:
        key = clue.match, clue.needle
        self.clues.setdefault(key, clue)
        self.answering[key] = self.answering.get(key, 0) | answered

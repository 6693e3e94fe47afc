"""From the texts of a guide to its search index, ahead of time: plain JSON that ``SearchIndex`` reads.

======== ==============================================================================================
docs     ``[kind, target, places, folded text, passage, …]`` in the order in which ties are shown;
         a place is ``field.depth.block.heading``
words    every word by which something may be found, in order
sets     for each of them the documents that have it, by field: five numbers in hex, with commas
written  word → how the texts write it, where they do so otherwise (``lightheaded`` → ``light headed``)
phrases  ``[folded, as written, senses of which it is a spelling, senses that it may mean]``, in order
senses   ``[glossary word or "", spellings, sets of each]``
letters  for mistyped words: letter → the words that have it in first, second … place, in hex
small    words to pass over; endings: of the forms of a word
======== ==============================================================================================
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, get_args

from tpe_guide.authoring.search.lay_words import LayWords
from tpe_guide.authoring.search.texts import Text
from tpe_guide.guide.model import Term
from tpe_guide.search import bits
from tpe_guide.search.document import BREAK
from tpe_guide.search.fold import fold, folded_phrase, runs, words
from tpe_guide.search.hit import Depth, Field
from tpe_guide.search.near import letter_sets

SHORTEST_MISTYPED = 3
"""Letters of a word that may stand behind a mistyped one."""
SHORTEST_RESPELT = 4

Sets = list[int]
"""Documents, one set a field."""

_DEPTHS: tuple[Depth, ...] = get_args(Depth)


def search_index(texts: Sequence[Text], terms: Iterable[Term], lay: LayWords) -> dict[str, Any]:
    """The index of *texts*. A term counts in every text that has one of its spellings, a lay phrase likewise."""
    vocabulary = _Vocabulary(texts)
    vocabulary.respell(lay.spellings)
    senses = _Senses(vocabulary)
    for term in terms:
        senses.add_term(term)
    for phrase, targets in lay.phrases.items():
        senses.add_lay_phrase(phrase, targets)
    small = frozenset(map(folded_phrase, lay.small))
    senses.shorten(small)
    known = sorted(vocabulary.sets)
    meant = ((number, word) for number, word in enumerate(known) if _may_be_mistyped(word))
    return {
        "docs": [_document(text) for text in texts],
        "words": known,
        "sets": [_hex_sets(vocabulary.sets[word]) for word in known],
        "written": {word: sorted(forms) for word, forms in sorted(vocabulary.written.items())},
        "phrases": [[folded, *entry] for folded, entry in sorted(senses.phrases.items())],
        "senses": [[word, [*spellings], [*map(_hex_sets, spellings.values())]] for word, spellings in senses.all],
        "letters": {letter: [*map(_hex, places)] for letter, places in letter_sets(meant).items()},
        "small": sorted(small),
        "endings": sorted(set(map(folded_phrase, lay.endings))),
    }


class _Vocabulary:
    """Which word stands in which documents."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.sets: dict[str, Sets] = {}
        self.written: dict[str, set[str]] = {}
        self._folded = [_folded_fields(text) for text in texts]
        joined: dict[str, set[str]] = {}
        for number, text in enumerate(texts):
            for passage in text.passages:
                single, together = _words_in(passage.text)
                for word in single:
                    self.name(word)[passage.field] |= 1 << number
                for word, parts in together:
                    joined.setdefault(word, set()).add(parts)
        self._write_otherwise(joined)

    def name(self, word: str) -> Sets:
        """Know *word*, even if no text has it: it may be meant by a mistyped one."""
        return self.sets.setdefault(word, [0] * len(Field))

    def respell(self, spellings: Mapping[str, str]) -> None:
        """Let words be found in another spelling, unless that is a word of the guide as well."""
        found: dict[str, set[str]] = {}
        for word in self.sets:
            for other in _respelt(word, spellings) - self.sets.keys():
                found.setdefault(other, set()).update(self.written.get(word, {word}))
        self._write_otherwise(found)

    def find(self, phrase: str) -> Sets:
        """The documents that have *phrase* word for word."""
        parts = phrase.split()
        if not all(part in self.sets for part in parts):
            return [0] * len(Field)
        return [self._find(phrase, parts, field) for field in Field]

    def _find(self, phrase: str, parts: Sequence[str], field: Field) -> int:
        among = self.sets[parts[0]][field]
        for part in parts[1:]:
            among &= self.sets[part][field]
        if len(parts) == 1:
            return among
        padded = f" {phrase} "
        return bits.of(number for number in bits.members(among) if padded in self._folded[number][field])

    def _write_otherwise(self, forms_of: Mapping[str, set[str]]) -> None:
        found = {word: [self.find(form) for form in forms] for word, forms in forms_of.items()}
        for word, forms in forms_of.items():
            self.written[word] = forms | {word} if word in self.sets else forms
            self.sets[word] = _union([self.name(word), *found[word]])


class _Senses:
    """What a phrase may mean: a term or words of the guide, and the documents that have it in any spelling."""

    def __init__(self, vocabulary: _Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._of_target: dict[str, int] = {}
        self.all: list[tuple[str, dict[str, Sets]]] = []
        """Glossary word, if it is one, and where each spelling stands."""
        self.phrases: dict[str, tuple[str, list[int], list[int]]] = {}

    def add_term(self, term: Term) -> None:
        """Each spelling of *term* is a phrase that means it."""
        spellings = [term.word, *term.also]
        number = self._of_target[term.id] = self._add(term.word, spellings)
        for spelling in spellings:
            self._phrase(spelling)[1].append(number)

    def add_lay_phrase(self, phrase: str, targets: Iterable[str]) -> None:
        """*phrase* means each of its *targets*. All terms have been added."""
        for target in targets:
            if target not in self._of_target:
                self._of_target[target] = self._add("", [target])
            self._phrase(phrase)[2].append(self._of_target[target])

    def shorten(self, small: Collection[str]) -> None:
        """Let phrases be found without their *small* words: whoever writes “pins needles” means no other pins."""
        for folded, entry in [*self.phrases.items()]:
            long = [word for word in folded.split() if word not in small]
            if len(long) > 1:
                self.phrases.setdefault(" ".join(long), entry)

    def _add(self, word: str, spellings: Iterable[str]) -> int:
        self.all.append((word, {folded: self._vocabulary.find(folded) for folded in map(folded_phrase, spellings)}))
        return len(self.all) - 1

    def _phrase(self, phrase: str) -> tuple[str, list[int], list[int]]:
        folded = folded_phrase(phrase)
        for word in folded.split():
            self._vocabulary.name(word)
        return self.phrases.setdefault(folded, (phrase, [], []))


@cache
def _words_in(text: str) -> tuple[frozenset[str], tuple[tuple[str, str], ...]]:
    """The words of a passage, and those of them that are held together by hyphens: as one, and as parts."""
    found = words(text)
    together = [[word.text for word in run] for run in runs(found) if len(run) > 1]
    return frozenset(word.text for word in found), tuple(("".join(parts), " ".join(parts)) for parts in together)


def _folded_fields(text: Text) -> list[str]:
    return [fold(BREAK + BREAK.join(p.text for p in text.passages if p.field is field) + BREAK) for field in Field]


def _respelt(word: str, spellings: Mapping[str, str]) -> set[str]:
    if len(word) < SHORTEST_RESPELT or not word.isalpha():
        return set()
    found = {word}
    for ours, theirs in spellings.items():
        found |= {other.replace(ours, theirs) for other in found}
    return found


def _may_be_mistyped(word: str) -> bool:
    return len(word) >= SHORTEST_MISTYPED and word.isalpha()


def _union(several: Iterable[Sets]) -> Sets:
    union = [0] * len(Field)
    for sets in several:
        union = [bits | more for bits, more in zip(union, sets, strict=True)]
    return union


def _document(text: Text) -> list[str]:
    passages = [passage.text for passage in text.passages]
    places = ";".join(
        f"{passage.field:d}.{_DEPTHS.index(passage.depth)}.{passage.block}.{passage.heading}"
        for passage in text.passages
    )
    return [text.kind, text.target, places, fold(BREAK + BREAK.join(passages) + BREAK), *passages]


def _hex(found: int) -> str:
    return f"{found:x}" if found else ""


def _hex_sets(sets: Sets) -> str:
    return ",".join(map(_hex, sets)).rstrip(",")

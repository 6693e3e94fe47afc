"""How hard a text is to read: sentences, words, syllables and the Flesch–Kincaid grade (English)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

SENTENCE_LIMIT = 20
"""Words in a sentence."""
MEAN_LIMIT = 14
"""Words in a sentence, mean over a page."""
GRADE_LIMIT = 6
"""Flesch–Kincaid grade of a page."""

_WORD = re.compile(r"[^\W_]+(?:[’'.,-](?=[^\W_])[^\W_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[”’\")\]]*\s+(?=[“‘\"(\[]?[^\W_a-z])")
_ABBREVIATION = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|St|e\.g|i\.e|vs|etc|approx)\.)$")
_SUFFIX = re.compile(r"(?<=[a-z]{2})(?:ments?|ly|ful|less|ness)$")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(
    r"[^laeiouy]e$|[aeiouy]l(?:e|es)$|(?:[^aeiouytdl]|[aeiouylr]l)ed$|(?:[^aeiouyszcxglh]|th)es$|[gq]ues?$"
)
_ONE_SOUND = re.compile(r"[ct]i[ao]|[gsx]i[ao]n|[ct]ie?n|geo|[gq]u[ae]|[ln]ion")
_TWO_SOUNDS = re.compile(
    r"i[aou]|iet|ien[tc]|ie[rs]t?$|ua|eo|uou|[aeiouy]ing|[aeou]y[aeou](?!d$)|(?<=[aeiouy][^aeiouy])ea$|sms?$|thms?$"
)
_IRREGULAR = {
    1: "ache aches eye eyes clothes once ones hour hours our ours there were where tried tries cries dries lies dies",
    2: "being business every evening fluid fluids headaches hundred lion litre litres centre centres"
    " fibre fibres people quiet ruin something sometimes someone somewhere themselves baseline bodies copies"
    " carries worries studies duties create react science via",
    3: "area areas idea ideas medicine antibody element elements evidence usual period serious diary actual"
    " reaction reactions",
    4: "diabetes antibodies usually actually dialysis inflammation",
}
_KNOWN = {word: count for count, line in _IRREGULAR.items() for word in line.split()}


@dataclass(frozen=True, slots=True)
class Ease:
    """What a text asks of a reader."""

    words: int
    sentences: int
    syllables: int

    @property
    def words_per_sentence(self) -> float:
        """Mean words in a sentence."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def grade(self) -> float:
        """Flesch–Kincaid grade: years of school (Kincaid 1975)."""
        if not self.words or not self.sentences:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


def words(text: str) -> list[str]:
    """The words of *text*; a number is a word."""
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """The sentences of one paragraph."""
    parts: list[str] = []
    begin = 0
    for match in _SENTENCE_END.finditer(text):
        if not _ABBREVIATION.search(text[begin : match.start()]):
            parts.append(text[begin : match.end()].strip())
            begin = match.end()
    parts.append(text[begin:].strip())
    return [part for part in parts if _WORD.search(part)]


@lru_cache(maxsize=10_000)  # an author writes few words many times
def syllables(word: str) -> int:
    """How many syllables *word* has when said aloud; a number counts as one."""
    word = word.lower().replace("’", "'")
    if "-" in word:
        return sum(syllables(part) for part in word.split("-") if part)
    word = word.removesuffix("'s").replace("'", "")
    if word in _KNOWN:
        return _KNOWN[word]
    if not any(character.isalpha() for character in word):
        return 1
    if suffix := _SUFFIX.search(word):
        return syllables(word[: suffix.start()]) + 1
    count = len(_VOWELS.findall(word))
    count -= bool(_SILENT_END.search(word))
    count += len(_TWO_SOUNDS.findall(_ONE_SOUND.sub("xa", word)))
    return max(count, 1)


def ease(texts: Iterable[str], masked: frozenset[str] = frozenset()) -> Ease:
    """How easy *texts* (paragraphs, list items) are together. A word in *masked* counts as one syllable."""
    found = [sentence for text in texts for sentence in sentences(text)]
    all_words = [word for sentence in found for word in words(sentence)]
    spoken = sum(1 if word.lower() in masked else syllables(word) for word in all_words)
    return Ease(len(all_words), len(found), spoken)

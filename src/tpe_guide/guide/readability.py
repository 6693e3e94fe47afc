"""How hard a text is to read: sentences, words, syllables and the Flesch–Kincaid grade (English)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:[’'.,-](?=[^\W_])[^\W_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[”’\")\]]*\s+(?=[“‘\"(\[]?[^\W_a-z])")
_ABBREVIATION = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|St|e\.g|i\.e|vs|etc|approx|No)\.|\b[A-Z]\.)$")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(
    r"(?:[^laeiouy]|[aeiouy]l)e$|[^aeiouytd]ed$|[^aeiouyszcxgl]es$|(?<![sc])(?<!ch)(?<!sh)[aeiouy]les$"
)
_SPLIT_VOWELS = re.compile(r"i[aou](?!u?s$|n)|[^q]ua|eo|uou|[aeiou]ing|ier$|iest$|yi")
_JOINED = re.compile(r"[ct]ia|[ct]io|gio|gia|sio|xio|tient|cient|geo|peop")
_KNOWN = {
    "area": 3, "being": 2, "business": 2, "colour": 2, "create": 2, "diet": 2, "doing": 2, "every": 2, "fluid": 2,
    "going": 2, "hour": 1, "hours": 1, "idea": 3, "ideas": 3, "medicine": 3, "nurse": 1, "people": 2, "quiet": 2,
    "science": 2, "seeing": 2, "something": 2, "sometimes": 2, "someone": 2, "there": 1, "were": 1, "where": 1,
    "being": 2, "diary": 3, "period": 3, "usual": 3, "usually": 4, "vein": 1, "veins": 1, "evidence": 3, "exchange": 2,
    "exchanges": 4, "machine": 2, "machines": 2, "trial": 2, "trials": 2, "react": 2, "reaction": 3, "reactions": 3,
    "once": 1, "ones": 1, "eyes": 1, "clothes": 1, "lines": 1, "line": 1, "times": 1, "sides": 1, "cells": 1,
    "themselves": 2, "yourself": 2, "whole": 1, "while": 1, "quite": 1, "dialysis": 4, "via": 2, "inflammation": 4,
    "antibodies": 4, "bodies": 2, "centre": 2, "centres": 2, "litre": 2, "litres": 2, "fibre": 2, "fibres": 2,
}  # fmt: skip


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
    count = len(_VOWELS.findall(word))
    if _SILENT_END.search(word):
        count -= 1
    joined = _JOINED.sub("xa", word)
    count += len(_SPLIT_VOWELS.findall(joined))
    if word.endswith("sm"):
        count += 1
    return max(count, 1)


def ease(texts: Iterable[str], masked: frozenset[str] = frozenset()) -> Ease:
    """How easy *texts* (paragraphs, list items) are together. *masked* words (lower case) count one syllable each."""
    found = [sentence for text in texts for sentence in sentences(text)]
    all_words = [word for sentence in found for word in words(sentence)]
    spoken = sum(1 if word.lower() in masked else syllables(word) for word in all_words)
    return Ease(len(all_words), len(found), spoken)
